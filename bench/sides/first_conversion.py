"""`first_conversion.py i18nkit|opencc`: the processor's seconds from nothing loaded to a first sentence converted."""

import sys
import time

start = time.process_time()
if sys.argv[1] == "i18nkit":
    from i18nkit.conversion import Converter

    convert = Converter("s2twp").convert
else:
    from opencc import OpenCC

    convert = OpenCC("s2twp").convert
convert("这些数据用来训练模型。")
print(time.process_time() - start)
