"""The readers' door: the catalogue as one site in all its locales."""
