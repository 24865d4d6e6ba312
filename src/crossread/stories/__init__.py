"""Articles to stories, one article at a time."""
