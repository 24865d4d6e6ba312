"""The language layer: text in, tokens, sentences, parse and names out, behind one Protocol."""
