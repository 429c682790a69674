"""Entries of a small conda channel for releases on PyPI: [name, version, dependency, ...], with those dependencies that the channel has. From standard input:
{"releases": [{name, version, requiresPython, requiresDist}], "names": {name on PyPI: name in the channel}}."""

import json
import sys

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

# The Python of the bases, on Linux.
SURROUNDINGS = {"python_version": "3.13", "python_full_version": "3.13.11", "sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64",
                "implementation_name": "cpython", "platform_python_implementation": "CPython", "extra": ""}


def entry(release, names):
    depends = [f"python {clauses(SpecifierSet(release.get('requiresPython', '')))}".strip()]
    for requirement in map(Requirement, release["requiresDist"]):
        name = names.get(canonicalize_name(requirement.name))
        if name is not None and (requirement.marker is None or requirement.marker.evaluate(SURROUNDINGS)):
            depends.append(f"{name} {clauses(requirement.specifier)}".strip())
    return [names[canonicalize_name(release["name"])], release["version"], *depends]


def clauses(specifiers):
    """In the order that people write them: the lower end first."""
    return ",".join(sorted(map(str, specifiers), key=lambda one: (one[0] == "<", one)))


data = json.load(sys.stdin)
json.dump([entry(release, data["names"]) for release in data["releases"]], sys.stdout)
