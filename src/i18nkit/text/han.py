"""Which characters are Chinese writing. Each name here is the inside of a character class for `re`."""

from __future__ import annotations

# The letter zero and the repetition mark, the two blocks of the basic plane with the compatibility forms, and the
# two planes that Unicode keeps for ideographs (extensions B to J and what is still to come).
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
KANA = "\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\uff66-\uff9f"
PUNCTUATION = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff"
