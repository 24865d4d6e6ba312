"""Inputs of all kinds to articles, with an outcome and its reason for each."""
