"""The catalogue's files: where they lie, how they are read, and how they are changed without harming them."""

from i18nkit.store.layout import file_of, path_of
from i18nkit.store.read import read_catalogue, read_glossary
from i18nkit.store.transaction import Rewrite
from i18nkit.store.write import apply, preview

__all__ = ["Rewrite", "apply", "file_of", "path_of", "preview", "read_catalogue", "read_glossary"]
