"""check_nbgrader.py ALONE_VALUES SHARED_VALUES: what students, staff and graders mount where nbgrader grades."""

import asyncio
import sys
from types import ModuleType

from courses import Pod
from load_values import load_values
from pod_manifest import configuration, pod_manifest
from report import Report

ALONE, SHARED = sys.argv[1:3]
report = Report()
check = report.check
NAMES = ["dora", "sam.lee", "Ada-Maria", "ani@example.edu", "zoë", "9lives", "a--b", "x" * 60, "grader-data8"]


def main():
    alone()
    shared()
    names()
    report.end()


def pod_of(values, name, groups=(), options=None):
    pod, _ = asyncio.run(pod_manifest(configuration(values), name, groups, options))
    return Pod(pod)


def exchange(pod, course):
    """{part: (volume, folder, writable)} of the course's exchange, and of its folder in the home."""
    return {path.split("/")[-1]: mount for path, mount in pod.mounts().items() if f"/{course}" in path}


def student_has(volume, folder, person):
    return {
        "outbound": (volume, f"{folder}/outbound", False),
        "inbound": (volume, f"{folder}/inbound/{person}", True),
        "feedback": (volume, f"{folder}/feedback/{person}", False),
    }


def grader_has(volume, folder, course_id):
    return {
        "outbound": (volume, f"{folder}/outbound", True),
        "inbound": (volume, f"{folder}/inbound", False),
        "feedback": (volume, f"{folder}/feedback", True),
        course_id: (volume, f"{folder}/course", True),
    }


def sound(who, pod):
    check(f"nothing is mounted twice for {who}", len(pod.paths()), len(set(pod.paths())))
    check(f"every mount of {who} has its volume", {mount[0] for mount in pod.mounts().values()} <= pod.volumes())
    check(f"{who} can't reach the cloud's metadata", "block-cloud-metadata" in pod.init())


def role(pod):
    return pod.environment()["JUPYTER_CONFIG_PATH"].split(":")[0].split("/")[-1]


def alone():
    values = load_values(ALONE)
    account, space = next(iter(values["custom"]["hubc"]["workspaces"].items()))
    student, staff = pod_of(values, "sam.lee"), pod_of(values, "ada", ["stat20-staff"])
    grader = pod_of(values, account, space["memberOf"])
    folder, course_id = "_grading/stat20", "stat20-fa26"
    check("a student has what is theirs", exchange(student, course_id), student_has("home", folder, "sam-2elee"))
    check("so have staff, in their own servers", exchange(staff, course_id), student_has("home", folder, "ada"))
    check("though the shared folder is writable for them", staff.mounts()["/home/jovyan/data"][2])
    check("the grader has everybody's", exchange(grader, course_id), grader_has("home", folder, course_id))
    check("and opens the lab", grader.environment()["JUPYTERHUB_DEFAULT_URL"], "/lab")
    check("roles", [role(pod) for pod in (student, staff, grader)], ["student", "student", "grader"])
    path = student.environment()["JUPYTER_CONFIG_PATH"]
    check("what the image says stays, after that", path.endswith(":/opt/campus/jupyter"))
    check("what the hub says stays", student.environment()["GREETING"], "hello")
    for who, pod in (("a student", student), ("staff", staff), ("the grader", grader)):
        sound(who, pod)
        made = next(one for one in pod.spec["initContainers"] if one["name"] == "own-home")["volumeMounts"]
        own = {mount[1] for mount in pod.mounts().values()} - {one["subPath"] for one in made}
        check(f"all folders of {who} are made theirs first", own, set())


def shared():
    values = load_values(SHARED)
    everybody = values["custom"]["hubc"]["groups"]
    def groups(name):
        return [group for group, spec in everybody.items() if name in spec["members"]]

    sam = {course: pod_of(values, "sam.lee", groups("sam.lee"), {"profile": course}) for course in ("data8", "logic")}
    for course, pod in sam.items():
        got = student_has("storage-exchange", f"_grading/{course}", "sam-2elee")
        check(f"in {course}, sam has what is theirs there", exchange(pod, course), got)
        other = "logic" if course == "data8" else "data8"
        check(f"and nothing of {other}", exchange(pod, other), {})
        check(f"as a student of {course}", role(pod), "student")
        sound(f"sam in {course}", pod)
        account = f"grader-{course}"
        grader = pod_of(values, account, values["custom"]["hubc"]["workspaces"][account]["memberOf"])
        want = grader_has("storage-exchange", f"_grading/{course}", course)
        check(f"the grader of {course} has everybody's, without being asked", exchange(grader, course), want)
        check(f"and nothing of {other}, the grader of {course}", exchange(grader, other), {})
        check(f"as the grader of {course}", role(grader), "grader")
        sound(f"the grader of {course}", grader)
    staff = pod_of(values, "grace", groups("grace"))
    got = student_has("storage-exchange", "_grading/data8", "grace")
    check("staff have a student's part", exchange(staff, "data8"), got)
    try:
        pod_of(values, "grader-data8", ["hubc:grader:data8"], {"profile": "logic"})
        check("the grader of data8 can't be another course's", "it started", "")
    except Exception as refusal:
        check("the grader of data8 can't be another course's", "is not in Logic" in str(refusal))


def names():
    """The names of folders that the exchange reads and writes are those that KubeSpawner gives."""
    values = load_values(ALONE)
    exchange_module = module(values["singleuser"]["extraFiles"]["hubc-nbgrader"]["stringData"])
    for name in NAMES:
        _, folder, _ = exchange(pod_of(values, name), "stat20-fa26")["inbound"]
        folder = folder.split("/")[-1]
        check(f"the folder of {name}", exchange_module["folder_of"](name), folder)
        check(f"and whose it is, {name}", exchange_module["person_of"](folder), name)
    for folder in ("-2e-2e", "a-2fb", "A", "-ff", "a-", "a.b", "-2E"):
        check(f"nobody's folder is {folder}", exchange_module["person_of"](folder), None)


def module(text):
    """The module's own names, with nothing behind those that it takes from nbgrader, which no hub has."""
    parts = "Collect FetchAssignment FetchFeedback List ReleaseAssignment ReleaseFeedback Submit".split()
    for name, members in (
        ("nbgrader", {}),
        ("nbgrader.exchange", {}),
        ("nbgrader.exchange.default", {f"Exchange{part}": type(part, (), {}) for part in parts}),
        ("nbgrader.utils", {"parse_utc": None}),
    ):
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(members)
    found = {}
    exec(compile(text, "hubc_nbgrader.py", "exec"), found)
    return found


main()
