"""From one Chinese script to the other, by OpenCC with its repairs, the fields' terms and the catalogue's in front."""

from __future__ import annotations

from i18nkit.conversion.converter import Converter, usual_profile
from i18nkit.conversion.explaining import Step
from i18nkit.conversion.terms import FIELDS, Entry

__all__ = ["FIELDS", "Converter", "Entry", "Step", "usual_profile"]
