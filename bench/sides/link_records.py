"""Link a list's records into a catalogue: the seconds from records to changes, with nothing read or written in them."""

import sys
import time
from pathlib import Path

from i18nkit.config import find_settings
from i18nkit.lists import read_list
from i18nkit.lists.linking import link
from i18nkit.store import read_catalogue

catalogue = read_catalogue(find_settings(Path(sys.argv[1])))
read = read_list(Path(sys.argv[2]).read_bytes(), sys.argv[2], catalogue.fields)
start = time.perf_counter()
linked = link(read, catalogue, "bench")
seconds = time.perf_counter() - start
kinds = [decision.kind for decision in linked.decisions]
print(*(f"{kind}: {kinds.count(kind)}" for kind in sorted(set(kinds))), seconds)
