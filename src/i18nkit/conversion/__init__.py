"""From one Chinese script to the other, by OpenCC with the catalogue's own terms in front."""

from __future__ import annotations

from i18nkit.conversion.converter import Converter, usual_profile

__all__ = ["Converter", "usual_profile"]
