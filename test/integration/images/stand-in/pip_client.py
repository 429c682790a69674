"""Stands in for pip in the hub's image: its own reader says whether each line could be fetched, and nothing is."""

import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "python"))
from pip._internal.req.constructors import install_req_from_line  # noqa: E402

parser = argparse.ArgumentParser(prog="pip", allow_abbrev=False)
commands = parser.add_subparsers(dest="command", required=True)
install = commands.add_parser("install", allow_abbrev=False)
install.add_argument("--no-cache-dir", action="store_true")
install.add_argument("lines", nargs="+")
for line in parser.parse_args().lines:
    requirement = install_req_from_line(line)
    print(f"stand-in: would fetch {requirement.link or requirement.req}")
