"""The same texts through OpenCC as it comes. The seconds of the second half."""

import json
import sys
import time
from pathlib import Path

import opencc

convert = opencc.OpenCC("s2twp").convert
texts = json.loads(Path(sys.argv[2]).read_text("utf-8"))
half = len(texts) // 2
for text in texts[:half]:
    convert(text)
start = time.perf_counter()
for text in texts[half:]:
    convert(text)
print(time.perf_counter() - start)
