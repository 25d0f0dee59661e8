"""Write tests/data/foreign-words.txt: digests of what no text of this repository may repeat.

    python tools/make_digests.py FOLDER_OF_SOURCE_LISTS

The lists themselves are other people's and are not kept here. `tests/test_own_words.py` compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.own_words import DIGESTS, digest, pieces  # noqa: E402


def main(folder: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).iterdir()) if path.is_file()]
    digests = {digest(piece) for text in texts for piece in pieces(text)}
    DIGESTS.write_text("".join(f"{line}\n" for line in sorted(digests)), encoding="utf-8")
    print(f"{len(digests)} digests of {len(texts)} lists in {DIGESTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
