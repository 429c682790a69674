"""check_package.py: the own tests of the hub's Python, on the real JupyterHub in place of their stand-ins for it."""

import logging
import os
import sys
import unittest
from pathlib import Path

from report import Report

os.environ["HUBC_REAL_JUPYTERHUB"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "python"))
logging.getLogger("alembic").setLevel(logging.WARNING)  # each database tells how it is made
report = Report()
suite = unittest.defaultTestLoader.discover(sys.path[0] + "/tests", top_level_dir=sys.path[0])
result = unittest.TextTestRunner(sys.stdout).run(suite)
report.check("its tests run", result.testsRun, lambda count: count > 150)
report.check("on the real JupyterHub", sys.modules["jupyterhub"].__file__, lambda path: "stand_in" not in path)
for what, _ in [*result.failures, *result.errors]:
    report.check(str(what), "failed", "passed")
report.end()
