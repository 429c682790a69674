"""Tests of the Python that hubc ships: `python3 -m unittest discover -t . tests` in the folder above, with no package installed.

They run on small stand-ins for JupyterHub. With HUBC_REAL_JUPYTERHUB set they run on a real one, which must then be there: so the
stand-ins can't say what JupyterHub doesn't.
"""

import logging
import os
import sys
from pathlib import Path

logging.getLogger("hubc-tests").addHandler(logging.NullHandler())
logging.getLogger("hubc-tests").propagate = False
if not os.environ.get("HUBC_REAL_JUPYTERHUB"):
    sys.path.insert(0, str(Path(__file__).parent / "stand_in"))
