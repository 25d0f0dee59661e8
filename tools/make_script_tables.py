"""Write src/i18nkit/text/script.json from the tables of the installed OpenCC.

Run it again after an update of OpenCC: `python tools/make_script_tables.py`.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import opencc

HOME = Path(opencc.__file__).parent / "clib"
TARGET = Path(__file__).parents[1] / "src" / "i18nkit" / "text" / "script.json"


def table(name: str) -> dict[str, list[str]]:
    """One of OpenCC's dictionaries: each key with its readings, the likeliest first."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.txt"
        source = HOME / "share" / "opencc" / f"{name}.ocd2"
        subprocess.run(
            [HOME / "bin" / "opencc_dict", "-i", source, "-o", path, "-f", "ocd2", "-t", "text"],
            check=True,
            capture_output=True,
        )
        rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line)
        return {key: values.split() for key, values in rows}


def values(*tables: dict[str, list[str]]) -> set[str]:
    return {value for rows in tables for readings in rows.values() for value in readings}


def main() -> None:
    to_traditional = table("STCharacters")
    to_simplified = table("TSCharacters")
    rare = table("TSCharactersExt")
    variants = [table(name) for name in ("TWVariants", "HKVariants")]

    traditional_forms = values(to_traditional, *variants)
    simplified_forms = values(to_simplified)
    simplified = {key for key in to_traditional if key not in traditional_forms}
    traditional = {key for key in to_simplified if key not in simplified_forms} - simplified

    fold = {key: readings[0] for key, readings in (rare | to_simplified).items() if readings[0] != key}
    pairs = sorted((key, value) for key, value in fold.items() if len(key) == len(value) == 1)
    data = {
        "simplified": "".join(sorted(simplified)),
        "traditional": "".join(sorted(traditional)),
        "fold": ["".join(key for key, _ in pairs), "".join(value for _, value in pairs)],
    }
    TARGET.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(simplified)} Simplified only, {len(traditional)} Traditional only, {len(pairs)} folded")


if __name__ == "__main__":
    main()
