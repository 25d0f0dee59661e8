"""The eight nouns and what they are made of. Standard library only; nothing here reads or writes."""

from i18nkit.model.catalogue import Catalogue
from i18nkit.model.change import ANY, Change, Value, set_stamp, set_text, stamp_value, text_keys
from i18nkit.model.finding import Finding, Severity
from i18nkit.model.glossary import Answer, Conversion, Field, Linkage, Term
from i18nkit.model.locale import Locale, is_language_tag
from i18nkit.model.paper import Paper, is_id
from i18nkit.model.reading_list import Printed, ReadingList, Row, Section, Source
from i18nkit.model.stamp import HAND, MACHINES, MEMORY, OPENCC, RESERVED, Mark, Stamp, State, digest
from i18nkit.model.unit import LISTS, NO_NOTES, PAPERS, TITLE, Address, Unit

__all__ = [
    "ANY",
    "HAND",
    "LISTS",
    "MACHINES",
    "MEMORY",
    "NO_NOTES",
    "OPENCC",
    "PAPERS",
    "RESERVED",
    "TITLE",
    "Address",
    "Answer",
    "Catalogue",
    "Change",
    "Conversion",
    "Field",
    "Finding",
    "Linkage",
    "Locale",
    "Mark",
    "Paper",
    "Printed",
    "ReadingList",
    "Row",
    "Section",
    "Severity",
    "Source",
    "Stamp",
    "State",
    "Term",
    "Unit",
    "Value",
    "digest",
    "is_id",
    "is_language_tag",
    "set_stamp",
    "set_text",
    "stamp_value",
    "text_keys",
]
