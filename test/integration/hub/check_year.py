"""check_year.py PROGRAM HUBC FOLDER: the year of a hub by groups and of one by choice, each on one hub and one database.

For every day on which a build changes something, and for days outside of all terms, the program is compiled and the hub
starts anew. Everybody then starts a server, with what JupyterHub remembers of them: by the API without a word, and by the
page. The tables below say who should get which course; they are written by hand from the dates of the program.
"""

import html
import json
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from courses import Campus
from report import Report

PROGRAM, HUBC, FOLDER = sys.argv[1:4]
ZONE = ZoneInfo("America/Los_Angeles")
EVERYBODY = ["amy", "bob", "cat", "dan", "eve", "tia", "prof"]
IMAGES = {"data8": "usual", "stat20": "other", "data8-spring": "spring", "python": "usual", "r": "other"}
# From each day on, whose servers may be of which course. `prof`, an admin, may have all.
BY_GROUP = {
    "2026-07-01": {"data8": {"amy", "cat"}},
    "2026-08-12": {"data8": {"amy", "cat", "tia"}},
    "2026-08-24": {"data8": {"amy", "cat", "tia"}, "stat20": {"bob", "cat"}},
    "2026-12-19": {"data8": {"amy", "cat", "tia"}},
    "2027-01-02": {"data8": {"amy", "cat"}},
    "2027-01-06": {"data8-spring": {"dan"}},
}
BY_CHOICE = {
    "2026-07-01": {"python": set(EVERYBODY), "r": set(EVERYBODY)},
    "2027-01-02": {"r": set(EVERYBODY)},
}
# Days on which the staff of Data 8 reach its people.
STAFF = ("2026-08-12", "2027-01-01")

report = Report()
check = report.check


def hubc(*words):
    return subprocess.run(["node", HUBC, *words, PROGRAM], check=True, capture_output=True, text=True, timeout=120).stdout


def main():
    changes = json.loads(hubc("calendar", "--format", "json"))["changes"]
    for hub, table, exam in (("groups", BY_GROUP, "data8.midterm"), ("choice", BY_CHOICE, "python.final")):
        days = {"2026-07-01", *(one["date"] for one in changes if one["hub"] == hub), "2027-07-01"}
        check(f"{hub}: the table knows every day on which people change", set(table) <= days)
        Year(hub, table, exam).run(sorted(days))
    report.end()


class Year:
    def __init__(self, hub, table, exam):
        self.name, self.table, self.exam = hub, table, exam
        self.folder = Path(FOLDER) / hub
        self.campus = None

    def run(self, days):
        try:
            for number, day in enumerate(days):
                values = self.build(day)
                if self.campus is None:
                    self.campus = Campus(self.folder / "hub", values)
                self.campus.use(values)
                if self.exam in (self.campus.entries()):
                    self.exam_day(day)
                else:
                    self.day(day, pages_first=number % 2 == 0)
        finally:
            if self.campus is not None:
                self.campus.hub.stop()

    def build(self, day):
        out = self.folder / day
        hubc("build", "--out", str(out), "--on", day)
        return out / f"hubs/{self.name}/prod/values.yaml"

    def courses(self, person, day):
        """What the table gives this person on this day."""
        now = self.table[max(since for since in self.table if since <= day)]
        return [course for course, people in now.items() if person in people or person == "prof"]

    def exam_day(self, day):
        course = self.exam.partition(".")[0]
        takers = [person for person in EVERYBODY if course in self.courses(person, day)]
        self.day(day, pages_first=True, hours=(60, 180))
        self.start(hours=(-60, 60))
        for person in takers:
            student = self.campus.student(person)
            student.post(profile=self.exam)
            pod = student.pod()
            check(f"{day}: {person} takes the exam", pod is not None and pod.image, self.image("sealed"))
            student.stop_server()
            check(f"{day}: and comes back to it after a break", student.started().image, self.image("sealed"))
        self.stop()
        self.day(day, pages_first=False, hours=(-180, -60))
        self.start(hours=(-180, -60))
        student = self.campus.student(takers[0])
        status, text = student.ask({"profile": self.exam})
        check(f"{day}: who asks for the exam after its end is told", (status, "is over" in text), (403, True))
        student.stop_server()
        check(f"{day}: and gets the course the next time", student.started().image, self.image(IMAGES[course]))
        self.stop()

    def image(self, name):
        return f"quay.io/campus/{name}:" + {"spring": "2027-01-01", "sealed": "2026-10-01"}.get(name, "2026-08-01")

    def start(self, hours=None):
        changes = {}
        if hours is not None:
            now = datetime.now(ZONE)
            opens, closes = ((now + timedelta(minutes=one)).strftime("%Y-%m-%dT%H:%M") for one in hours)
            changes = {"custom": {"hubc": {"servers": {"entries": {self.exam: {"opens": opens, "closes": closes}}}}}}
        self.campus.start(changes)

    def stop(self):
        check("the hub runs", self.campus.hub.answers())
        check("and was never about to end", "Aborting due to" in self.campus.hub.log_text(), False)
        self.campus.hub.stop()

    def day(self, day, pages_first, hours=None):
        self.start(hours)
        students = {person: self.campus.student(person) for person in EVERYBODY}
        for person, student in students.items():
            for by_page in (True, False) if pages_first else (False, True):
                self.one(day, student, by_page)
        if self.name == "groups":
            self.staff(day, students["tia"])
        if self.name == "groups" and hours is not None and hours[1] < 0:
            self.word(day)
        self.stop()

    def one(self, day, student, by_page):
        """A start by the page or by the API, and what came of it."""
        courses = self.courses(student.name, day)
        if by_page:
            status, text = student.page()
            offered = student.offered() if status == 200 else None
            if offered:
                check(f"{day}: {student.name} is offered", [one for one in offered if "." not in one], courses)
                status, text = student.post(profile=courses[-1])
        else:
            status, text = student.ask()
        how = f"{day}: {student.name}, by the {'page' if by_page else 'API'},"
        if not courses:
            check(f"{how} gets none", (status, "in none of" in text or "is none of" in text), (403, True))
            check(f"{how} and no pod is asked for", student.pod_path().exists(), False)
            return
        pod = student.pod() if status in (201, 202, 302) else None
        images = [self.image(IMAGES[course]) for course in courses]
        check(f"{how} gets a server", pod.image if pod else f"{status} {html.unescape(text)[-300:]}", lambda got: got in images)
        student.stop_server()

    def staff(self, day, tia):
        answer = tia.hub.api("GET", "/users", headers=tia.headers_of_token)
        reached = {one["name"] for one in answer.json()} if answer.status_code == 200 else set()
        wanted = {"amy", "cat"} if STAFF[0] <= day <= STAFF[1] else set()
        check(f"{day}: the staff of Data 8 reach {sorted(wanted) or 'nobody'}", reached - {"tia"}, wanted)

    def word(self, day):
        """The page that waits for a server says why it is another than the last one."""
        amy = self.campus.student("amy")
        amy.stop_server()
        (self.campus.hub.folder / "pods/slow").touch()
        remembered = {"profile": "a-course-of-last-year"}
        asked = threading.Thread(target=lambda: amy.ask(remembered))
        asked.start()
        time.sleep(0.7)
        said = self.campus.hub.api("GET", "/users/amy/server/progress", headers=amy.headers_of_token).text
        asked.join()
        (self.campus.hub.folder / "pods/slow").unlink()
        check(f"{day}: the page says what is not open now", "a-course-of-last-year is not open to amy now" in said)
        amy.stop_server()


main()
