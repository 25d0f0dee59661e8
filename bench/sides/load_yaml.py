"""Every YAML file under a folder, as PyYAML loads it at its fastest."""

import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    with open(path, "rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
