"""Text work that keeps offsets: normal forms, quotation marks, words, names, similarity."""
