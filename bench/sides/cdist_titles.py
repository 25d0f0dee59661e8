"""All records' titles against all papers' titles with rapidfuzz, on one core."""

import sys
import time
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from i18nkit.config import find_settings
from i18nkit.lists import read_list
from i18nkit.store import read_catalogue

catalogue = read_catalogue(find_settings(Path(sys.argv[1])))
read = read_list(Path(sys.argv[2]).read_bytes(), sys.argv[2], catalogue.fields)
papers = [paper.title.lower() for paper in catalogue.papers.values()]
records = [record.title.lower() for record in read.records]
start = time.perf_counter()
cdist(records, papers, scorer=getattr(fuzz, sys.argv[3]))
print(time.perf_counter() - start)
