"""check_forms.py NODE CLI FOLDER: keys and titles of a form that a hub has already, a role, and a container beside every server.

The program `forms` is compiled. One of its hubs keeps the rules of who may start what; the other leaves them to somebody else's Python, by
`allowed_groups` in the list of profiles, which KubeSpawner itself passes over.
"""

import subprocess
import sys
from pathlib import Path

from courses import GIB, Campus
from report import Report

NODE, CLI, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
PROGRAM = Path(__file__).resolve().parent / "forms"
PYTHON, SCIPY = (f"quay.io/jupyter/{name}-notebook:2026-01-05" for name in ("base", "scipy"))
report = Report()
check = report.check


def main():
    FOLDER.mkdir(parents=True)
    words = [NODE, CLI, "build", str(PROGRAM), "--on", "2026-10-05", "--out", str(FOLDER / "out")]
    built = subprocess.run(words, check=False, capture_output=True, text=True)
    check("the program compiles", (built.returncode, built.stderr if built.returncode else ""), (0, ""))
    ruled(Campus(FOLDER / "ruled", values_of("ruled")))
    left_open(Campus(FOLDER / "open", values_of("open")))
    report.end()


def values_of(hub):
    return FOLDER / f"out/hubs/{hub}/prod/values.yaml"


def ruled(campus):
    try:
        campus.start()
        zed, tess = campus.student("zed"), campus.student("tess")
        _, text = tess.page()
        for option, title in (("software", "Environment"), ("requests", "Node share")):
            check(
                f"the form asks by the key {option}", f'name="profile-option-usual--{option}"' in text and title in text
            )
        check("with the images' own keys", all(f'value="{key}"' in text for key in ("py_312", "sci")))
        check("and what a typed image must be", "An image of quay.io, with its tag" in text and "Custom image" in text)
        check(
            "whose profile is staff's is not offered to others",
            (zed.offered(), tess.offered()),
            (["usual"], ["usual", "plain"]),
        )
        check("an image by its key", tess.started({"profile": "usual", "software": "sci"}).image, SCIPY)
        check("the first where none is named", zed.started({"profile": "usual"}).image, PYTHON)
        check("a size by its key", tess.started({"profile": "usual", "requests": "mem_8"}).memory(), (7 * GIB, 8 * GIB))
        typed = "quay.io/jupyter/r-notebook:2026-01-05"
        check(
            "an image that is typed", zed.started({"profile": "usual", "software--unlisted-choice": typed}).image, typed
        )
        for what, options in (
            ("a size of others", {"profile": "usual", "requests": "mem_8"}),
            ("an image by its name in the program", {"profile": "usual", "software": "scipy"}),
            ("an image from elsewhere", {"profile": "usual", "software--unlisted-choice": "docker.io/x/y:1"}),
            ("a profile of others", {"profile": "plain"}),
        ):
            status, _ = zed.ask(options)
            check(f"{what}, asked for by hand, is refused", (status, zed.pod_path().exists()), (403, False))
        beside(zed.started())
        roles(campus, zed, tess)
    finally:
        campus.hub.stop()


def beside(pod):
    found = next((one for one in pod.spec["containers"] if one["name"] == "database"), None)
    check("the container runs beside the server", found and found["image"], "docker.io/library/postgres:16.4")
    if found is None:
        return
    resources = found["resources"]
    amounts = [resources[kind]["memory"] for kind in ("requests", "limits")]
    check("with its memory", amounts, ["64Mi", "512Mi"])
    check("its variables", {one["name"]: one["value"] for one in found["env"]}, {"POSTGRES_USER": "jovyan"})
    check("its account", found["securityContext"]["runAsUser"], 70)
    homes = [one for one in found["volumeMounts"] if one["mountPath"] == "/home/jovyan"]
    usual = [one for one in pod.container["volumeMounts"] if one["mountPath"] == "/home/jovyan"]
    check("and the person's home, by the same volume and folder", homes, usual)


def roles(campus, zed, tess):
    """What the role gives to its group, by JupyterHub's API."""

    def status(student, method, path):
        return campus.hub.api(method, path, headers=student.headers_of_token).status_code

    listed = [status(one, "GET", "/users") for one in (zed, tess)]
    check("the role lets its group list people, and nobody else", listed, [403, 200])
    check("nor start another's server", status(zed, "POST", "/users/tess/server"), 404)
    check("its group starts one", status(tess, "POST", "/users/zed/server") in (201, 202))
    zed.pod()
    check("and stops it", status(tess, "DELETE", "/users/zed/server") in (202, 204))


def left_open(campus):
    try:
        listed = {one["slug"]: one for one in campus.values["singleuser"]["profileList"]}
        check("who may choose stands in the list", listed["plain"]["allowed_groups"], ["staff"])
        sizes = listed["usual"]["profile_options"]["requests"]["choices"]
        check("for a size too", [one.get("allowed_groups") for one in sizes.values()], [None, ["staff"]])
        campus.start()
        zed, tess = campus.student("zed"), campus.student("tess")
        offered = (zed.offered(), tess.offered())
        check("which somebody else's Python reads", offered, (["usual"], ["usual", "plain"]))
        pod = zed.started({"profile": "usual", "software": "sci", "requests": "mem_8"})
        check("and hubc refuses nothing any more", (pod.image, pod.memory()), (SCIPY, (7 * GIB, 8 * GIB)))
    finally:
        campus.hub.stop()


if __name__ == "__main__":
    main()
