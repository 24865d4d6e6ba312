"""The accounts of one story compared: everything that the dossier shows."""
