"""A multilingual content pipeline and translation manager."""

__version__ = "0.1.0"
