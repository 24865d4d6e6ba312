"""The record: frozen data types, ids, and their plain form. Standard library only."""
