"""How texts stand to what they were made from."""

from i18nkit.translation.differences import marked
from i18nkit.translation.stamping import accepted, awaited_stamps, converted_stamp, reconverted_stamp
from i18nkit.translation.states import states

__all__ = ["accepted", "awaited_stamps", "converted_stamp", "marked", "reconverted_stamp", "states"]
