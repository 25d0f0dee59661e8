"""Rules about texts and facts: each a generator of findings, small modules by subject."""

from i18nkit.checks.case import Case, Pair, is_copy
from i18nkit.checks.registry import RULES, chosen, findings, tidied
from i18nkit.checks.rule import Rule

__all__ = ["RULES", "Case", "Pair", "Rule", "chosen", "findings", "is_copy", "tidied"]
