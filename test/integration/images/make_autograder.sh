# Makes an autograder as an instructor does, in the image, and prints the environment in it.
set -euo pipefail
cd "$(mktemp -d)"
mkdir tests
cat > tests/q1.py << 'PYTHON'
OK_FORMAT = True
case = {"code": ">>> 1\n1", "hidden": False, "locked": False}
suite = {"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}
test = {"name": "q1", "points": 1, "suites": [suite]}
PYTHON
otter generate --tests-dir tests --environment /autograder-files/environment.yml --exclude-conda-defaults --no-config --output-path autograder.zip
python -m zipfile -e autograder.zip all
cat all/environment.yml
