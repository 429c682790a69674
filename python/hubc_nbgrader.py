"""nbgrader's exchange on this hub: each person sees what is released and what is their own.

Written by hubc, the same for every hub. All servers run as one user, so nbgrader's usual folder, which everybody can
write and only its owner can list, would keep nothing apart. Here the hub decides by what it mounts. Below
/srv/nbgrader/<course> a student's server has

  outbound   what is released, read-only
  inbound    what this person handed in
  feedback   the feedback for this person, read-only

and the grader's server has everybody's: `inbound`, read-only, and `feedback` hold a folder for each person. The hub
names these folders, so they say whose work it is, whatever the work says itself.
"""

import os
import re
import secrets
import shutil
import stat
from glob import escape as escape_pattern
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory

from nbgrader.exchange.default import (
    ExchangeCollect,
    ExchangeFetchAssignment,
    ExchangeFetchFeedback,
    ExchangeList,
    ExchangeReleaseAssignment,
    ExchangeReleaseFeedback,
    ExchangeSubmit,
)
from nbgrader.utils import parse_utc

ROOT = Path("/srv/nbgrader")

# How nbgrader names what is handed in: person, assignment, time and, to tell two of one moment apart, random letters.
HANDED_IN = re.compile(
    r".+\+(?P<assignment>[^+]+)"
    r"\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?(?: [^\s+]+)?)"
    r"(?:\+(?P<letters>[\w=-]*))?"
)
DEEPEST = 20


def student(c):
    """Configures nbgrader in the server of somebody who takes the course."""
    configure(c)
    # A home may serve several courses, which all have their first homework.
    c.Exchange.path_includes_course = True


def grader(c, timezone):
    """Configures nbgrader in the server that grades. The formgrader shows and takes times in the project's zone.

    `Exchange.timezone` stays UTC: it goes into the names of what is handed in, as letters that nbgrader 0.9.5 can't read
    again (utils.py, parse_utc, takes `PST` for UTC), or as a `+`, which divides the parts of such a name.
    """
    configure(c)
    c.NbGraderAPI.timezone = timezone
    c.CourseDirectory.root = str(Path.home() / c.CourseDirectory.course_id)
    # All servers run as one user: the owner of a file says nothing about who handed it in.
    c.ExchangeCollect.check_owner = False


def configure(c):
    courses = [path.name for path in sorted(ROOT.iterdir()) if path.is_dir()] if ROOT.is_dir() else []
    if len(courses) != 1:
        raise RuntimeError(f"hubc: {ROOT} must hold the folders of one course, and holds {courses}.")
    c.CourseDirectory.course_id = courses[0]
    c.Exchange.root = str(ROOT)
    c.ExchangeFactory.fetch_assignment = FetchAssignment
    c.ExchangeFactory.fetch_feedback = FetchFeedback
    c.ExchangeFactory.submit = Submit
    c.ExchangeFactory.list = List
    c.ExchangeFactory.release_assignment = ReleaseAssignment
    c.ExchangeFactory.release_feedback = ReleaseFeedback
    c.ExchangeFactory.collect = Collect


def folder_of(person):
    """The name of a person's folder: KubeSpawner's `{escaped_username}`."""
    kept = (bytes([byte]).decode() if chr(byte) in SAFE else f"-{byte:02x}" for byte in person.encode())
    return "".join(kept)


def person_of(folder):
    """Whose folder it is. None where no person's folder is named so."""
    try:
        person = re.sub(rb"-([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), folder.encode()).decode()
    except UnicodeDecodeError:
        return None
    return person if person not in ("", ".", "..") and "/" not in person and folder_of(person) == folder else None


SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class OfThisHub:
    """What all parts do in another way here: the hub has made the folders, with the rights they need."""

    def ensure_root(self):
        if self.coursedir.course_id and not os.path.isdir(self.hubc_folder()):
            here = ", ".join(sorted(os.listdir(self.root)))
            self.fail(f"This server is for {here}, not for {self.coursedir.course_id}.")

    def hubc_folder(self, *parts):
        return os.path.join(self.root, self.coursedir.course_id, *parts)


class FetchAssignment(OfThisHub, ExchangeFetchAssignment):
    pass


class FetchFeedback(OfThisHub, ExchangeFetchFeedback):
    pass


class Submit(OfThisHub, ExchangeSubmit):
    pass


class ReleaseAssignment(OfThisHub, ExchangeReleaseAssignment):
    def init_dest(self):
        self.dest_path = self.hubc_folder("outbound", self.coursedir.assignment_id)


class ReleaseFeedback(OfThisHub, ExchangeReleaseFeedback):
    """Each person's feedback goes to their own folder."""

    def init_dest(self):
        self.dest_path = self.hubc_folder("feedback")

    def copy_files(self):
        pattern = self.src_path
        named = self.coursedir.format_path(
            self.coursedir.feedback_directory, "(?P<student_id>.*)", self.coursedir.assignment_id, escape=True
        )
        for folder in sorted(glob(pattern)):
            self.src_path = escape_pattern(folder)
            self.dest_path = self.hubc_folder("feedback", folder_of(re.match(named, folder)["student_id"]))
            os.makedirs(self.dest_path, exist_ok=True)
            super().copy_files()
        self.src_path = pattern


class List(OfThisHub, ExchangeList):
    """Where everybody's hand-ins are, they lie in folders by person."""

    def init_dest(self):
        super().init_dest()
        if self.inbound:
            wanted = self.coursedir.assignment_id or "*"
            found = glob(os.path.join(self.hubc_folder("inbound"), "*", f"*+{wanted}+*"))
            student = self.coursedir.student_id or "*"
            whose = [path for path in found if student in ("*", self.hubc_person(path))]
            self.assignments = sorted([*self.assignments, *whose])

    def hubc_person(self, path):
        return person_of(os.path.basename(os.path.dirname(path)))

    def parse_assignment(self, assignment):
        if not self.inbound or os.path.basename(os.path.dirname(assignment)) == "inbound":
            return super().parse_assignment(assignment)
        own = os.path.join(self.hubc_folder("inbound"), os.path.basename(assignment))
        return {**super().parse_assignment(own), "student_id": self.hubc_person(assignment)}


class Collect(OfThisHub, ExchangeCollect):
    """Collects from every person's folder, whose owner may write anything there: nothing in it is believed or followed."""

    def start(self):
        with TemporaryDirectory(prefix="nbgrader-collect-") as folder:
            self.hubc_inbox = Path(folder)
            return super().start()

    def init_src(self):
        """Lets nbgrader choose among the names of what is handed in, then takes a copy of what it chose."""
        everybody = self.hubc_folder("inbound")
        names = self.hubc_inbox / self.coursedir.course_id / "inbound"
        names.mkdir(parents=True)
        self.hubc_places = {}
        for folder in sorted(os.listdir(everybody)):
            self.hubc_read_names(everybody, folder, names)
        root, self.root = self.root, str(self.hubc_inbox)
        super().init_src()
        self.root = root
        copies = self.hubc_inbox / "copies"
        copies.mkdir()
        self.src_records = [record for record in self.src_records if self.hubc_take(record, everybody, copies)]
        self.inbound_path = str(copies)

    def hubc_read_names(self, everybody, folder, names):
        person = person_of(folder)
        if person is None:
            self.log.warning("%s is no person's folder: left out", os.path.join(everybody, folder))
            return
        for name in sorted(os.listdir(os.path.join(everybody, folder))):
            found = HANDED_IN.fullmatch(name)
            if found is None or not is_time(found["time"]):
                self.log.warning("%s handed in something that is not named as nbgrader does: left out", person)
                continue
            known = f"{person}+{found['assignment']}+{found['time']}+{found['letters'] or '0'}"
            self.hubc_places[known] = (folder, name, found["time"])
            (names / known).mkdir(exist_ok=True)

    def hubc_take(self, record, everybody, copies):
        """True where it could be copied. One bad piece of work doesn't keep the others from being collected."""
        folder, name, time = self.hubc_places[record["filename"]]
        copy = copies / record["filename"]
        try:
            take_folder(os.path.join(everybody, folder), name, copy)
        except (OSError, NotPlain) as problem:
            self.log.error("What %s handed in can't be collected: %s", record["username"], problem)
            shutil.rmtree(copy, ignore_errors=True)
            return False
        (copy / "timestamp.txt").write_text(time)
        secret = copy / "submission_secret.txt"
        if not secret.is_file() or not re.fullmatch(r"[0-9a-f]{32,}", secret.read_text("utf-8", "replace")):
            secret.write_text(secrets.token_hex(64))
        return True


class NotPlain(Exception):
    """Something other than files and folders."""


def is_time(text):
    try:
        return parse_utc(text) is not None
    except (ValueError, OverflowError, TypeError):
        return False


def take_folder(parent, name, copy):
    """Copies a folder whose owner may change it meanwhile. No link is followed, so nothing from elsewhere comes along."""
    above = os.open(parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        take(above, name, copy, DEEPEST)
    finally:
        os.close(above)


def take(above, name, copy, deepest):
    if deepest == 0:
        raise NotPlain(f"it has more than {DEEPEST} folders inside one another")
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=above)
    try:
        copy.mkdir()
        for entry in sorted(os.listdir(folder)):
            mode = os.stat(entry, dir_fd=folder, follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                take(folder, entry, copy / entry, deepest - 1)
            elif stat.S_ISREG(mode):
                take_file(folder, entry, copy / entry)
            else:
                raise NotPlain(f"{entry!r} is a link, or something else that is no file")
    finally:
        os.close(folder)


def take_file(folder, name, copy):
    # Without O_NONBLOCK, a pipe that has come in the file's place would be waited for without end.
    opened = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    with os.fdopen(opened, "rb") as source:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise NotPlain(f"{name!r} is no file")
        with open(copy, "wb") as target:
            shutil.copyfileobj(source, target)
