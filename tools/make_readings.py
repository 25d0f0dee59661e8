"""Write src/i18nkit/conversion/layers/readings.tsv from the tables of the installed OpenCC.

Run it again after an update of OpenCC: `python tools/make_readings.py`.
"""

from __future__ import annotations

from make_script_tables import TARGET as SCRIPT
from make_script_tables import table

TARGET = SCRIPT.parents[1] / "conversion" / "layers" / "readings.tsv"
HEAD = "# Simplified characters that stand for several Traditional ones: character, readings, the likeliest first.\n"


def main() -> None:
    several = {key: readings for key, readings in table("STCharacters").items() if len(readings) > 1}
    rows = ("\t".join([key, *readings]) for key, readings in sorted(several.items()))
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(several)} characters with several readings")


if __name__ == "__main__":
    main()
