"""Solves environment files with rattler, outside of any image: a line for each, `ok` or what rattler says."""

import asyncio
import os
import sys

import conda_client

for path in sys.argv[1:]:
    try:
        records = asyncio.run(conda_client.solve(path))
        chosen = sorted(f"{record.name.normalized}={record.version}" for record in records)
        print(f"ok\t{path}\t{' '.join(chosen)}")
    except (Exception, SystemExit) as error:  # what rattler raises has no class of its own
        print(f"no\t{path}\t{' '.join(str(error).split())[:600]}")

sys.stdout.flush()
# rattler's own threads may still be at work, and the interpreter would take away what they hold (py-rattler 0.28.0 crashes).
os._exit(0)
