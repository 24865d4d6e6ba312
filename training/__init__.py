"""Training of the language model, and of the tables made from corpora. Not installed with crossread."""
