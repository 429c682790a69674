"""check_choice.py CHOICE_VALUES EXAM_VALUES FOLDER: courses that anybody may choose, and an exam's hours, over HTTP."""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from courses import GIB, Campus
from report import Report

CHOICE, EXAM, FOLDER = sys.argv[1:4]
report = Report()
check = report.check


def main():
    by_choice(Campus(Path(FOLDER) / "choice", CHOICE))
    exam(Campus(Path(FOLDER) / "exam", EXAM))
    report.end()


def by_choice(campus):
    images = {one["slug"]: one["kubespawner_override"]["image"] for one in campus.values["singleuser"]["profileList"]}
    try:
        campus.start()
        anybody, hana, prof = (campus.student(name) for name in ("zed", "hana", "prof"))
        check("anybody picks among the open courses", anybody.offered(), ["open-python", "open-r"])
        check("the roster's people have theirs too", hana.offered(), ["honours", "open-python", "open-r"])
        check("as do its staff", prof.offered(), ["honours", "open-python", "open-r"])
        text = hana.get(f"{campus.hub.url}/hub/spawn", timeout=30).text
        check("a title is text, not markup", ("<project>" in text, "&lt;project&gt;" in text), (False, True))
        pod = anybody.started({"profile": "open-r"})
        check("the choice gives the image", pod.image, images["open-r"])
        check("and the page", pod.environment()["JUPYTERHUB_DEFAULT_URL"], "/rstudio")
        check("and the home where that image has it", "/home/rstudio" in pod.mounts())
        check("what nothing was said of is the chart's", pod.memory(), (1 * GIB, None))
        status, text = anybody.post(profile="honours")
        check("a hidden course that is posted by hand is refused", status, 403)
        check("with a message", "zed is not in Honours <project>" in text)
        check("as it is by the API", anybody.ask({"profile": "honours"})[0], 403)
        check("and no pod was asked for", anybody.pod_path().exists(), False)
        pod = hana.started({"profile": "honours"})
        check("its people get it", (pod.image, pod.memory()), (images["honours"], (2 * GIB, 4 * GIB)))
    finally:
        campus.hub.stop()


def exam(campus):
    images = {one["slug"]: one["kubespawner_override"]["image"] for one in campus.values["singleuser"]["profileList"]}
    zone = ZoneInfo(campus.values["custom"]["hubc"]["servers"]["timezone"])
    try:
        for when, opens, closes in (("before", 60, 180), ("during", -60, 60), ("after", -180, -60)):
            now = datetime.now(zone)
            times = [(now + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M") for minutes in (opens, closes)]
            entry = {"opens": times[0], "closes": times[1]}
            campus.start({"custom": {"hubc": {"servers": {"entries": {"data8.midterm": entry}}}}})
            exam_hours(campus.student("ada"), when, times, images)
            campus.hub.stop()
    finally:
        campus.hub.stop()


def exam_hours(ada, when, times, images):
    usual, midterm = {"profile": "data8"}, {"profile": "data8.midterm"}
    offered = {"after": None}.get(when, ["data8", "data8.midterm"])
    check(f"{when} the exam, what is offered", ada.offered(), offered)
    ada.stop_server()
    pod = ada.started()
    check(f"{when} the exam, who says nothing works as usual", pod.image, images["data8"])
    check(f"{when} the exam, with the memory of its day", pod.memory(), (2 * GIB, 3 * GIB))
    check(f"{when} the exam, so does who says so", ada.started(usual).image, images["data8"])
    if when == "during":
        pod = ada.started(midterm)
        check("the exam's image opens with the exam", pod.image, images["data8.midterm"])
        check("with the same memory", pod.memory(), (2 * GIB, 3 * GIB))
        return
    status, text = ada.ask(midterm)
    check(f"{when} the exam, its image is closed", status, 403)
    said = times[0].replace("T", " ")
    words = "is not open yet" if when == "before" else "is over"
    for part in (said, words, "America/Los_Angeles"):
        check(f"{when} the exam, the answer says {part!r}", part in text)
    check(f"{when} the exam, no pod is asked for", ada.pod_path().exists(), False)


main()
