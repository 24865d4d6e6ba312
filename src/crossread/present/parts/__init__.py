"""The eight parts of a dossier as page models: one module a part, each a pure function of the record."""
