"""check_courses.py VALUES FOLDER [PART…]: three courses on one hub by group, on a running hub over HTTP.

The fixture courses-by-group, with its people. Each start goes through JupyterHub and KubeSpawner; the pod that
Kubernetes would have got is compared with what the courses say.
"""

import sys
import time

from courses import GIB, Campus
from report import Report

VALUES, FOLDER, *ONLY = sys.argv[1:]
report = Report()
check = report.check
campus = Campus(FOLDER, VALUES)
images = {one["slug"]: one["kubespawner_override"]["image"] for one in campus.values["singleuser"]["profileList"]}


def main():
    campus.hub.write_list("data8.students", "# the roster of Data 8\ndora\nsam\n")
    try:
        campus.start()
        for part in (who_sees_what, one_course, several_courses, staff_and_admins, team, strangers, leaving):
            if not ONLY or part.__name__ in ONLY:
                part()
    finally:
        campus.hub.stop()
    report.end()


def who_sees_what():
    for name, offered in (
        ("dora", None),
        ("rosa", None),
        ("vera", None),
        ("gina", None),
        ("rob", ["genomes", "rstats"]),
        ("grace", ["data8", "genomes"]),
        ("sam", ["data8", "genomes", "rstats"]),
        ("ada", ["data8", "genomes", "rstats"]),
    ):
        student = campus.student(name)
        check(f"{name} picks among {offered or 'nothing'}", student.offered(), offered)
        if offered is None:
            check(f"and the one server of {name} starts", student.pod() is not None)
            student.stop_server()
    for name in ("zoe", "leo"):
        status, text = campus.student(name).page()
        check(f"{name} is refused", status, 403)
        check(f"and told why, {name}", f"{name} is in none of the courses of this hub" in text)


def one_course():
    dora = campus.student("dora")
    pod = dora.started()
    check("dora gets Data 8's image", pod.image, images["data8"])
    check("and its memory", pod.memory(), (1 * GIB, 2 * GIB))
    check("and its cpu", pod.cpu(), (0.05, 2.0))
    check("and its page", pod.environment()["JUPYTERHUB_DEFAULT_URL"], "/lab")
    check("and its pool", pod.spec["nodeSelector"], {"hub.jupyter.org/pool-name": "users"})
    shared = {"/home/jovyan": ("home", "dora", True), "/home/jovyan/shared": ("home", "_shared/data8/data", False)}
    check("and her home and Data 8's folder, which she can't write", pod.mounts(), shared)
    check("and no other course's volume", pod.volumes(), lambda got: "storage-genomes" not in got)
    check("nothing is mounted twice", len(pod.paths()), len(set(pod.paths())))
    check("every mount has its volume", {mount[0] for mount in pod.mounts().values()} <= pod.volumes())
    check("her folders are made hers, then the metadata is blocked", pod.init(), ["own-home", "block-cloud-metadata"])
    check("no GPU", "nvidia.com/gpu" in pod.container["resources"]["limits"], False)
    check("nor what lets her onto nodes with GPUs", "nvidia.com/gpu" in str(pod.spec["tolerations"]), False)
    refused(dora, "genomes", "Genomes")
    check("after that her own course starts without a word", dora.started().image, images["data8"])
    check("whatever else is asked for", dora.started({"profile": "nothing"}).image, images["data8"])
    check("in whatever form", dora.started({"profile": ["genomes"]}).image, images["data8"])


def refused(student, slug, title):
    """By the form, by a link, by the API."""
    name = student.name
    status, text = student.post(profile=slug)
    check(f"{name}, who posts {slug} by hand, is refused", status, 403)
    check(f"and told so, {name}", f"{name} is not in {title}" in text)
    check(f"no pod is asked for {name}", student.pod_path().exists(), False)
    status, text = student.page(query=f"?profile={slug}")
    check(f"{name} has no link to {slug}", (status, f"is not in {title}" in text), (403, True))
    for options in ({"profile": slug}, {"profile": slug, "image": "other"}):
        status, text = student.ask(options)
        check(f"nor {name} with {options} by the API", (status, f"is not in {title}" in text), (403, True))
    check(f"there is still no pod for {name}", student.pod_path().exists(), False)


def several_courses():
    sam = campus.student("sam")
    status, text = sam.ask()
    check("sam, who is in three, must say which", (status, "Choose one of your courses" in text), (400, True))
    status, _ = sam.post(profile="genomes")
    pod = sam.pod()
    check("sam chooses by the form", (status, pod is not None), (302, True))
    check("and gets that course's image", pod.image, images["genomes"])
    check("its memory, raised by what his group gets", pod.memory(), (16 * GIB, 40 * GIB))
    check("its cpu", pod.cpu(), (2.0, 8.0))
    check("its GPU, as a limit, which Kubernetes guarantees", pod.amounts("nvidia.com/gpu", int), (None, 1))
    check("its pool", pod.spec["nodeSelector"], {"hub.jupyter.org/pool-name": "gpus"})
    gpu = {"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}
    check("onto whose nodes it may", gpu in pod.spec["tolerations"])
    check("beside those of all", any(one["key"] == "hub.jupyter.org/dedicated" for one in pod.spec["tolerations"]))
    mounts = {"/home/jovyan": ("home", "sam", True), "/data/reads": ("storage-genomes", "_shared/genomes/reads", False)}
    check("his home and that course's folder", pod.mounts(), mounts)
    check("the metadata is blocked there too", pod.init(), ["own-home", "block-cloud-metadata"])
    sam.stop_server()
    pod = sam.started({"profile": "rstats"})
    check("another time another course", (pod.image, pod.memory()), (images["rstats"], (2 * GIB, 40 * GIB)))
    check("with its page", pod.environment()["JUPYTERHUB_DEFAULT_URL"], "/rstudio")
    home = {"/home/rstudio": ("home", "sam", True), "/home/rstudio/answers": ("home", "_shared/rstats/answers", False)}
    check("where the home is elsewhere, and the same", pod.mounts(), home)
    check("without a limit on cpu", pod.cpu(), (None, None))
    pod = sam.started()
    check("the last choice holds where nothing is said", pod.image, images["rstats"])
    sam.started({"profile": "data8"})
    first, second = sam.ask({"profile": "data8"})[0], sam.ask({"profile": "genomes"}, server="two")[0]
    check("a named server is a course of its own", (first in (201, 202), second in (201, 202)), (True, True))
    two = sam.pod(server="two")
    check("beside the default one", (sam.pod().image, two and two.image), (images["data8"], images["genomes"]))
    sam.stop_server()
    sam.stop_server(server="two")


def staff_and_admins():
    grace, rob, ada, _ = (campus.student(name) for name in ("grace", "rob", "ada", "dora"))
    pod = grace.started({"profile": "data8"})
    check("staff write what students read", pod.mounts()["/home/jovyan/shared"], ("home", "_shared/data8/data", True))
    check("of two groups the larger counts, each for itself", pod.memory(), (4 * GIB, 40 * GIB))
    pod = grace.started({"profile": "genomes"})
    check("staff see the folder of the other course they teach", "/data/reads" in pod.mounts())
    refused(grace, "rstats", "R & more")
    pod = rob.started({"profile": "rstats"})
    check("a guarantee of cpu is added, no limit stays the largest", pod.cpu(), (1.0, None))
    check("what staff don't write stays so", pod.mounts()["/home/rstudio/answers"][2], False)
    check("no group makes less", rob.started({"profile": "genomes"}).cpu(), (2.0, 8.0))
    pod = ada.started({"profile": "data8"})
    check("an admin starts any course", pod.image, images["data8"])
    check("but writes only as staff", pod.mounts()["/home/jovyan/shared"][2], False)
    pod = ada.started(account="dora")
    check("whom an admin starts for gets their own course", pod.image, images["data8"])
    check("and their own home", pod.mounts()["/home/jovyan"][1], "dora")
    status, text = grace.ask(account="dora")
    check("staff start for their people", status, lambda got: got in (201, 202))
    grace.stop_server(account="dora")
    status, _ = rob.ask(account="dora")
    check("staff of another course don't", status, lambda got: got in (403, 404))


def team():
    rosa = campus.student("rosa")
    campus.student("sam")
    pod = rosa.started(account="team-room")
    check("a team starts what all its members may", pod.image, images["rstats"])
    check("with its own home", pod.mounts()["/home/rstudio"][1], "_workspaces/team-room")
    status, _ = rosa.ask({"profile": "genomes"}, account="team-room")
    check("and nothing else", status, 403)


def strangers():
    zoe, dora = campus.student("zoe"), campus.student("dora")
    for attempt in range(8):
        status, text = zoe.ask({"profile": "data8"} if attempt % 2 else None)
        if status != 403:
            break
    check("who is refused again and again is refused again", (attempt, status), (7, 403))
    check("and hears why", "is not in Data 8" in text or "none of the courses" in text)
    time.sleep(5)  # JupyterHub ends itself two seconds after a few servers failed
    check("the hub outlives who is refused again and again", campus.hub.answers())
    check("and others start", dora.started().image, images["data8"])


def leaving():
    """On the same database: sam, whose last choice was Data 8, is off its roster."""
    campus.student("sam").started({"profile": "data8"})
    campus.hub.stop()
    campus.hub.write_list("data8.students", "dora\n")
    campus.start()
    sam = campus.student("sam")
    status, text = sam.ask()
    check("sam's last choice is no longer his, so he gets what is", (status, sam.pod().image), (202, images["genomes"]))
    sam.stop_server()
    status, text = sam.ask({"profile": "data8"})
    check("asked for, it is refused", (status, "is not in Data 8" in text), (403, True))
    check("the form doesn't offer it", sam.offered(), ["genomes", "rstats"])
    check("and says so", "Data 8 is not open to sam now" in sam.page()[1])
    check("he picks among the others", sam.started({"profile": "genomes"}).image, images["genomes"])


main()
