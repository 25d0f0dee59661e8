#!/bin/sh
# Prints the first Python on the PATH that is 3.11 or newer.
for name in python3 python3.13 python3.12 python3.11 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$name"
        exit
    fi
done
echo "i18nkit needs Python 3.11 or newer, and none is on the PATH" >&2
echo python3-of-at-least-3.11
