#!/bin/sh
# Makes sure that the browser tests find a Chromium: on the PATH, else Debian's package, else Playwright's own.
# $1 is the Python that has Playwright.
set -u
python=$1

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
"$python" -c '
import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not os.path.exists(p.chromium.executable_path))' 2>/dev/null && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium on the PATH: installing Debian's package" >&2
    apt-get update -q >/dev/null && apt-get install -y -q chromium fonts-noto-cjk >/dev/null && exit 0
fi
echo "No Chromium on the PATH: installing Playwright's own" >&2
"$python" -m playwright install chromium && exit 0

echo "The browser tests need Chromium, and it could not be installed." >&2
echo "Install it yourself (on Debian: apt install chromium fonts-noto-cjk) and run make test again." >&2
exit 1
