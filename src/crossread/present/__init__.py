"""The dossier for people: page models, terminal, HTML report."""
