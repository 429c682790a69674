"""Reads the environment.yml files that are named with conda's own code (24.7, which conda-lock brings along: conda itself is on no registry),
and prints for each what it is asked to install. Fails at the first that conda does not read."""

import json
import sys

from conda_lock._vendor.conda.env import env
from conda_lock._vendor.conda.models.match_spec import MatchSpec


def read(path):
    found = env.from_file(path)
    specs = [MatchSpec(line) for line in found.dependencies.get("conda", [])]
    return {
        "channels": list(found.channels),
        "conda": [{"name": spec.name} for spec in specs],
        "pip": list(found.dependencies.get("pip", [])),
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
