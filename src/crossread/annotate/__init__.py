"""One article and its language analysis in; mentions, statements, times, figures, acts, events out."""
