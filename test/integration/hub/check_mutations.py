"""check_mutations.py STAT159_VALUES COURSES_VALUES FOLDER: the other checks, on values with one mistake each.

A check that still passes there proves nothing, so each mistake must be found by the check that is named beside it. Each
run is of the part that should find it, and ends at its first failed line.
"""

import copy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml
from report import Report

STAT159, COURSES, FOLDER = sys.argv[1:4]
Path(FOLDER).mkdir(parents=True, exist_ok=True)
HERE = Path(__file__).resolve().parent
report = Report()


def entries(values):
    return values["custom"]["hubc"]["servers"]["entries"]


def profile(values, slug):
    return next(one for one in values["singleuser"]["profileList"] if one["slug"] == slug)["kubespawner_override"]


def mount_twice(values):
    mounts = profile(values, "data8")["volume_mounts"]
    mounts["again"] = dict(mounts["shared-data8-data"])


def mount_elsewhere(values):
    home = values["singleuser"]["storage"]["homeMountPath"]
    values["singleuser"]["storage"]["extraVolumeMounts"] = {"again": {"name": "home", "mountPath": home}}


def role_to_wrong_group(values):
    values["hub"]["loadRoles"]["hubc-course-data8-staff"]["groups"] = ["rstats-staff"]


def role_over_wrong_people(values):
    role = values["hub"]["loadRoles"]["hubc-course-data8-staff"]
    role["scopes"] = [scope.replace("course:data8", "course:rstats") for scope in role["scopes"]]


def scope_misspelt(values):
    role = values["hub"]["loadRoles"]["hubc-course-data8-staff"]
    role["scopes"] = [scope.replace("access:servers", "access:server") for scope in role["scopes"]]


def course_to_wrong_group(values):
    entries(values)["genomes"]["groups"].append("data8-students")


def course_to_everybody(values):
    del entries(values)["rstats"]["groups"]


def no_check_at_spawn(values):
    # The form alone, as if a hidden profile were a closed one.
    values["hub"]["extraConfig"]["95-mistake"] = (
        "from hubc_hub.servers import Servers\n"
        "Servers.hubc_settle = lambda self: None\n"
        "del Servers.load_user_options\n"
        "c.KubeSpawner.profile_list = get_config('singleuser.profileList')\n"
    )


def refusals_count_as_failures(values):
    servers = values["hub"]["extraFiles"]["hubc-servers.py"]
    servers["stringData"] = servers["stringData"].replace('.get("failure_count", 0) - 1', '.get("failure_count", 0)')


def memory_of_another(values):
    profile(values, "data8")["mem_guarantee"] = profile(values, "rstats")["mem_guarantee"]


def no_raise(values):
    del values["custom"]["hubc"]["servers"]["raises"]["helpers"]


def students_write(values):
    profile(values, "data8")["volume_mounts"]["shared-data8-data"]["readOnly"] = False


def staff_read_only(values):
    del entries(values)["data8"]["staff"]


def no_gpu(values):
    del profile(values, "genomes")["extra_resource_limits"]


def home_of_all(values):
    values["singleuser"]["storage"]["static"]["subPath"] = "everybody"


# The mistake, the values, the check, the part of it, and words of what it says first.
MISTAKES = [
    (mount_elsewhere, STAT159, "check_pod.py", None, "has one home"),
    (mount_twice, COURSES, "check_courses.py", "one_course", "nothing is mounted twice"),
    (role_to_wrong_group, COURSES, "check_courses.py", "staff_and_admins", "staff start for their people"),
    (role_over_wrong_people, COURSES, "check_courses.py", "staff_and_admins", "staff start for their people"),
    (scope_misspelt, COURSES, "check_courses.py", "staff_and_admins", "ScopeNotFound"),
    (course_to_wrong_group, COURSES, "check_courses.py", "one_course", "dora could not start None: 400"),
    (course_to_everybody, COURSES, "check_courses.py", "who_sees_what", "dora picks among nothing"),
    (no_check_at_spawn, COURSES, "check_courses.py", "one_course", "who posts genomes by hand, is refused"),
    (refusals_count_as_failures, COURSES, "check_courses.py", "strangers", "again and again"),
    (memory_of_another, COURSES, "check_courses.py", "one_course", "and its memory"),
    (no_raise, COURSES, "check_courses.py", "several_courses", "raised by what his group gets"),
    (students_write, COURSES, "check_courses.py", "one_course", "which she can't write"),
    (staff_read_only, COURSES, "check_courses.py", "staff_and_admins", "staff write what students read"),
    (no_gpu, COURSES, "check_courses.py", "several_courses", "its GPU, as a limit, which Kubernetes guarantees"),
    (home_of_all, COURSES, "check_courses.py", "one_course", "and her home"),
]


def main():
    parts = sorted({(script, path, part) for _, path, script, part, _ in MISTAKES}, key=str)
    originals = {path: yaml.safe_load(Path(path).read_text(encoding="utf-8")) for path in (STAT159, COURSES)}
    with ThreadPoolExecutor(max_workers=3) as workers:
        sound = workers.map(lambda one: run(f"none-{one[2]}", *one), parts)
        found = workers.map(lambda one: run_mistaken(*one[:4], originals[one[1]]), MISTAKES)
        for (script, _, part), how in zip(parts, sound):
            report.check(f"without a mistake, {script} {part or ''} finds nothing", how, None)
        for (mistake, _, script, _, words), how in zip(MISTAKES, found):
            name = mistake.__name__.replace("_", " ")
            report.check(f"{name}: found by {script}", how, lambda how, words=words: how is not None and words in how)
    report.end()


def run_mistaken(mistake, path, script, part, original):
    values = copy.deepcopy(original)
    mistake(values)
    if values == original:
        raise RuntimeError(f"{mistake.__name__} changes nothing in {path}")
    mutated = Path(FOLDER) / f"{mistake.__name__}.yaml"
    mutated.write_text(yaml.safe_dump(values), encoding="utf-8")
    return run(mistake.__name__, script, mutated, part)


def run(name, script, values, part):
    """What a check, or a part of it, says of the values first; None where it finds nothing."""
    return first_failure([script, str(values), str(Path(FOLDER) / name), *([part] if part else [])])


def first_failure(command):
    process = subprocess.Popen(
        [sys.executable, "-u", str(HERE / command[0]), *command[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    last = ""
    try:
        for line in process.stdout:
            last = line.strip() or last
            if line.startswith("FAIL"):
                return last.removeprefix("FAIL").strip()
    finally:
        process.terminate()
        process.stdout.read()
        code = process.wait(timeout=60)
    return None if code == 0 else last


main()
