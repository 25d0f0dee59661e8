"""`i18nkit status` without its door."""

import sys
from pathlib import Path

from i18nkit.config import find_settings
from i18nkit.flows.status import status

status(find_settings(Path(sys.argv[1])))
