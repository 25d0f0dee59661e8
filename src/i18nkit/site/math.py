"""Formulas as MathML, made at build."""

from __future__ import annotations

from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from math_core import LatexToMathML


@lru_cache(maxsize=4096)
def mathml(tex: str, display: bool) -> str:
    """A formula that is no TeX is shown as it is written: `check` reports it."""
    from math_core import LatexError

    try:
        return str(_converter().convert_with_local_state(tex.strip(), displaystyle=display))
    except LatexError:
        return f'<code class="ik-tex">{escape(tex)}</code>'


@cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False)
