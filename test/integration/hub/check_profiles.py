"""check_profiles.py PROFILES_VALUES PLAIN_VALUES FOLDER: profiles with choices, beside a course, and a hub with one server."""

import sys
from pathlib import Path

from courses import GIB, Campus
from report import Report

PROFILES, PLAIN, FOLDER = sys.argv[1:4]
report = Report()
check = report.check


def main():
    profiles(Campus(Path(FOLDER) / "profiles", PROFILES))
    plain(Campus(Path(FOLDER) / "plain", PLAIN))
    report.end()


def choices_of(campus, slug, option):
    listed = {one["slug"]: one for one in campus.values["singleuser"]["profileList"]}
    return {key: one["kubespawner_override"] for key, one in listed[slug]["profile_options"][option]["choices"].items()}


def form_of(student):
    return student.page()[1]


def offers(text, slug, option, choice):
    """Does the form have this choice of the option of that profile?"""
    _, _, rest = text.partition(f'name="profile-option-{slug}--{option}"')
    return f'value="{choice}"' in rest.partition("</select>")[0]


def profiles(campus):
    images = {key: one["image"] for key, one in choices_of(campus, "usual", "image").items()}
    try:
        campus.start()
        zed, ada, tess, rosa, prof = (campus.student(name) for name in ("zed", "ada", "tess", "rosa", "prof"))
        check("anybody is offered what is for everybody", zed.offered(), ["usual"])
        check("the course's people have it too", ada.offered(), ["maths", "usual"])
        check("groups have their profiles", tess.offered(), ["maths", "usual", "gpu-a100"])
        check("an admin has all", prof.offered(), ["maths", "usual", "gpu-a100"])
        for student, large in ((zed, False), (tess, True), (prof, True)):
            text = form_of(student)
            found = [offers(text, "usual", "size", size) for size in ("small", "large")]
            check(f"the form has the sizes that are for {student.name}", found, [True, large])
            check("and the images", [offers(text, "usual", "image", key) for key in images], [True, True])
        raw = zed.get(f"{campus.hub.url}/hub/spawn", timeout=30).text
        check("titles of images are text", ("Python <3.12>" in raw, "Python &lt;3.12&gt;" in raw), (False, True))
        check("another image may be typed", "profile-option-usual--image--unlisted-choice" in raw)

        pod = zed.started()
        check("who says nothing gets the default", (pod.image, pod.memory()), (images["python"], (1 * GIB, 2 * GIB)))
        check("with the page of the hub", pod.environment()["JUPYTERHUB_DEFAULT_URL"], "/lab/tree/README.md")
        check("as who says the profile alone", zed.started({"profile": "usual"}).image, images["python"])
        check("an image by its name", zed.started({"profile": "usual", "image": "scipy"}).image, images["scipy"])
        typed = {"profile": "usual", "image--unlisted-choice": "quay.io/jupyter/scipy-notebook:2026-01-05"}
        check("an image that is typed", zed.started(typed).image, typed["image--unlisted-choice"])
        pod = tess.started({"profile": "usual", "image": "scipy", "size": "large"})
        check("a size and an image", (pod.image, pod.memory()), (images["scipy"], (7 * GIB, 8 * GIB)))
        check("with its cores", pod.cpu(), (0.5, 4))

        for what, options in (
            ("a size of others", {"profile": "usual", "size": "large"}),
            ("a size that is none", {"profile": "usual", "size": "huge"}),
            ("an image that is none", {"profile": "usual", "image": "rstats"}),
            ("an image without a tag", {"profile": "usual", "image--unlisted-choice": "quay.io/jupyter/scipy-notebook"}),
            ("a size that is typed", {"profile": "usual", "size--unlisted-choice": "large"}),
            ("a profile of others", {"profile": "gpu-a100"}),
            ("a course of others", {"profile": "maths"}),
        ):
            status, _ = zed.ask(options)
            check(f"{what}, asked for by hand, is refused", (status, zed.pod_path().exists()), (403, False))
        status, text = zed.post(profile="gpu-a100")
        check("as it is by the form", (status, "GPU is not for zed" in text), (403, True))

        pod = tess.started({"profile": "gpu-a100"})
        check("the profile's memory", pod.memory(), (8 * GIB, 16 * GIB))
        limits = pod.container["resources"]["limits"]
        check("its GPUs", limits.get("nvidia.com/gpu"), "1")
        check("its nodes", pod.spec["nodeSelector"], {"hub.jupyter.org/pool-name": "gpus"})
        taints = [one["key"] for one in pod.spec["tolerations"]]
        check("which it tolerates, and no other server", ("nvidia.com/gpu" in taints), True)
        usual = [one["key"] for one in tess.started({"profile": "usual"}).spec["tolerations"]]
        check("no other does", "nvidia.com/gpu" in usual, False)
        environment = pod.environment()
        check("its page", environment["JUPYTERHUB_DEFAULT_URL"], "/rstudio")
        check("its variables, and the hub's", (environment["MODE"], environment["TZ"]), ("{fast}", "America/Los_Angeles"))
        check("and the home where its image has it", "/home/rstudio" in pod.mounts())
        # Her group has more than the usual size.
        check("a group still raises", rosa.started({"profile": "usual"}).memory(), (2 * GIB, 6 * GIB))
        check("but lowers nothing", rosa.started({"profile": "usual", "size": "large"}).memory(), (7 * GIB, 8 * GIB))
        pod = ada.started({"profile": "maths", "image": "scipy", "size": "more"})
        check("choices within a course", (pod.image, pod.memory()), (images["scipy"], (2 * GIB, 4 * GIB)))
        check("with the course's variables", pod.environment()["COURSE"], "maths")

        tess.started({"profile": "usual", "size": "large"})
        check("what was chosen is remembered", tess.started().memory(), (7 * GIB, 8 * GIB))
        without = {"custom": {"hubc": {"groups": {"staff": {"members": []}}}}}
        campus.hub.stop()
        campus.start(without)
        again = campus.student("tess")
        check("and gives way where it is open no more", again.started().memory(), (1 * GIB, 2 * GIB))
    finally:
        campus.hub.stop()


def plain(campus):
    try:
        campus.start()
        zed = campus.student("zed")
        check("one server asks nothing", zed.offered(), None)
        zed.stop_server()
        pod = zed.started()
        check("and is the hub's own", (pod.memory(), pod.cpu()), ((1 * GIB, 2 * GIB), (0.1, 2)))
        check("with its GPU", pod.container["resources"]["limits"].get("nvidia.com/gpu"), "1")
    finally:
        campus.hub.stop()


if __name__ == "__main__":
    main()
