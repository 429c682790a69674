"""check_areas.py NODE CLI FOLDER: what areas refuse, and what it would give on a running hub.

The program `areas` is compiled three times: as it is, which its areas refuse; without its areas, which is the control and gives an
instructor another course's people; and without what the instructor claims, which compiles with areas and gives them their own.
"""

import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from courses import Campus
from report import Report

NODE, CLI, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
PROGRAM = Path(__file__).resolve().parent / "areas"
report = Report()
check = report.check


def main():
    claims = compiled("claims")
    codes = sorted(one["code"] for one in claims["diagnostics"] if one["severity"] == "error")
    check("claims on others are refused", codes, ["area/needs-grant", "area/not-opened"])
    check("and nothing is written", values_of("claims").exists(), False)
    control = compiled("control", areas=False)
    check("without areas the same program compiles", errors_of(control), [])
    rights("control", {"lists": True, "starts": True, "adds": True})
    own = compiled("own", claims=False)
    check("without the claims it compiles with areas", errors_of(own), [])
    rights("own", {"lists": False, "starts": False, "adds": False})
    report.end()


def compiled(name, areas=True, claims=True):
    """Builds a copy of the program, without its areas or its claims where said; what the build says."""
    folder = FOLDER / name
    shutil.copytree(PROGRAM, folder)
    if not areas:
        rewrite(folder / "operators.hub", r"  # areas\n.*?# end of areas\n", "")
    if not claims:
        rewrite(folder / "courses/chem/chem.hub", r"^.*# claim\n", "")
    command = [NODE, CLI, "build", str(folder), "--on", "2026-10-05", "--format", "json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)


def rewrite(path, pattern, replacement):
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, replacement, text, flags=re.DOTALL if "areas" in pattern else re.MULTILINE)
    if changed == text:
        raise RuntimeError(f"{path} holds no {pattern!r}")
    path.write_text(changed, encoding="utf-8")


def errors_of(built):
    return [one["message"] for one in built["diagnostics"] if one["severity"] == "error"]


def values_of(name):
    return FOLDER / name / "out/hubs/campus/prod/values.yaml"


def appears(path, seconds=30):
    end = time.monotonic() + seconds
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.1)
    return path.exists()


def rights(name, wanted):
    """What eve, who teaches chemistry, may do to paula, who takes physics, and to the hub's people."""
    campus = Campus(FOLDER / f"hub-{name}", values_of(name))
    try:
        campus.start()
        paula, eve = campus.student("paula"), campus.student("eve")
        hub, headers = campus.hub, eve.headers_of_token
        says = "does" if wanted["lists"] else "does not"
        listed = hub.api("GET", "/users/paula", headers=headers).status_code == 200
        check(f"{name}: eve {says} see another course's student", listed, wanted["lists"])
        body = {"profile": "physics"}
        started = hub.api("POST", "/users/paula/server", headers=headers, json=body).status_code in (201, 202)
        check(f"{name}: eve {says} start that student's server", started, wanted["starts"])
        # A start that is under way, 202, has its pod a moment later.
        check(f"{name}: and it is the student's", started and appears(paula.pod_path()), wanted["starts"])
        added = hub.api("POST", "/users/made-by-eve", headers=headers).status_code == 201
        check(f"{name}: eve {says} make accounts", added, wanted["adds"])
        campus.student("carl")
        own = hub.api("GET", "/users/carl", headers=headers).status_code
        check(f"{name}: eve sees a student of her own", own, 200)
    finally:
        campus.hub.stop()


if __name__ == "__main__":
    main()
