"""nbgrader's exchange of a hub: whose folder is whose, and that nothing in it is believed or followed."""

import importlib
import logging
import os
import re
import signal
import sys
import tempfile
import unittest
from datetime import datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest import mock

from tests.plain import Configuration

TIME = "2026-10-05 19:00:00.000000 UTC"


class Exchange:
    """As nbgrader's parts: what they know, and what they do in their own way."""

    def __init__(self, root: str, **coursedir: Any) -> None:
        self.root = root
        known = {"course_id": "c1", "assignment_id": "hw1", "student_id": "*", "feedback_directory": "feedback"}
        self.coursedir = SimpleNamespace(**{**known, **coursedir}, format_path=self.format_path)
        self.log = logging.getLogger("hubc-tests")
        self.done: list[Any] = []
        self.src_path = self.dest_path = self.inbound_path = ""
        self.inbound = True
        self.assignments: list[str] = []
        self.src_records: list[dict[str, str]] = []

    def fail(self, message: str) -> None:
        raise RuntimeError(message)

    def format_path(self, step: str, student: str, assignment: str, escape: bool) -> str:
        if not escape:
            raise ValueError("what stands around the student would be read as a pattern")
        return f"{self.root}/course/{step}/{student}/{assignment}"

    def copy_files(self) -> None:
        self.done.append((self.src_path, self.dest_path))

    def init_dest(self) -> None:
        self.done.append("init_dest")

    def init_src(self) -> None:
        folder = Path(self.root) / self.coursedir.course_id / "inbound"
        self.src_records = [
            {"filename": path.name, "username": path.name.split("+")[0]} for path in sorted(folder.iterdir())
        ]

    def start(self) -> Any:
        self.init_src()
        return [path.name for path in sorted(Path(self.inbound_path).iterdir())]

    def parse_assignment(self, assignment: str) -> dict[str, str]:
        return {"path": assignment, "student_id": "as nbgrader says"}


def parse_utc(text: str) -> datetime:
    return datetime.fromisoformat(text.removesuffix(" UTC"))


def exchange() -> Any:
    """The module, with nothing behind it but the class above."""
    parts = ["Collect", "FetchAssignment", "FetchFeedback", "List", "ReleaseAssignment", "ReleaseFeedback", "Submit"]
    members: dict[str, dict[str, Any]] = {
        "nbgrader": {},
        "nbgrader.exchange": {},
        "nbgrader.exchange.default": {f"Exchange{part}": Exchange for part in parts},
        "nbgrader.utils": {"parse_utc": parse_utc},
    }
    modules = {name: ModuleType(name) for name in members}
    for name, found in members.items():
        vars(modules[name]).update(found)
    with mock.patch.dict(sys.modules, modules):
        sys.modules.pop("hubc_nbgrader", None)
        return importlib.import_module("hubc_nbgrader")


EXCHANGE = exchange()


class Case(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def file(self, path: str, text: str = "work") -> Path:
        whole = self.root / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(text)
        return whole

    def texts(self, folder: Path) -> dict[str, str]:
        return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


class Folders(unittest.TestCase):
    def test_are_named_as_kubespawner_does_and_say_whose_they_are(self) -> None:
        for person, folder in (
            ("ada", "ada"),
            ("sam.lee", "sam-2elee"),
            ("Ada-B", "-41da-2d-42"),
            ("a@b.edu", "a-40b-2eedu"),
            ("zoë", "zo-c3-ab"),
            ("9", "9"),
        ):
            self.assertEqual(EXCHANGE.folder_of(person), folder)
            self.assertEqual(EXCHANGE.person_of(folder), person)

    def test_of_nobody_are_known(self) -> None:
        for folder in ("", "-2e", "-2e-2e", "a-2fb", "A", "-ff", "a-", "a.b", "-2E", "-61", "a b"):
            self.assertIsNone(EXCHANGE.person_of(folder), folder)


class Roles(Case):
    def configured(self, role: str, *given: str) -> Any:
        c = Configuration()
        with mock.patch.object(EXCHANGE, "ROOT", self.root):
            getattr(EXCHANGE, role)(c, *given)
        return c

    def test_have_the_course_that_is_mounted(self) -> None:
        self.file("c1/outbound/x")
        self.file("note")
        for c in (self.configured("student"), self.configured("grader", "Europe/Berlin")):
            self.assertEqual(c.CourseDirectory.course_id, "c1")
            self.assertEqual(c.Exchange.root, str(self.root))
            made = {name: getattr(EXCHANGE, part) for name, part in PARTS.items()}
            self.assertEqual({name: c.ExchangeFactory[name] for name in PARTS}, made)

    def test_a_student_keeps_courses_apart(self) -> None:
        self.file("c1/x")
        c = self.configured("student")
        self.assertIs(c.Exchange.path_includes_course, True)
        self.assertNotIn("ExchangeCollect", c)

    def test_a_grader_believes_no_owner_and_shows_the_projects_time(self) -> None:
        self.file("c1/x")
        with mock.patch.dict(os.environ, {"HOME": "/home/jovyan"}):
            c = self.configured("grader", "Europe/Berlin")
        self.assertEqual(c.NbGraderAPI.timezone, "Europe/Berlin")
        self.assertNotIn("timezone", c.Exchange)
        self.assertEqual(c.CourseDirectory.root, "/home/jovyan/c1")
        self.assertIs(c.ExchangeCollect.check_owner, False)

    def test_of_several_courses_or_none_are_an_error(self) -> None:
        said = f"hubc: {self.root} must hold the folders of one course, and holds []."
        with self.assertRaisesRegex(RuntimeError, f"^{re.escape(said)}$"):
            self.configured("student")
        self.assertEqual(EXCHANGE.ROOT, Path("/srv/nbgrader"))
        self.file("c1/x")
        self.file("c2/x")
        with self.assertRaisesRegex(RuntimeError, r"and holds \['c1', 'c2'\]"):
            self.configured("student")
        self.root = self.root / "gone"
        with self.assertRaisesRegex(RuntimeError, r"and holds \[\]"):
            self.configured("student")


PARTS = {
    "fetch_assignment": "FetchAssignment",
    "fetch_feedback": "FetchFeedback",
    "submit": "Submit",
    "list": "List",
    "release_assignment": "ReleaseAssignment",
    "release_feedback": "ReleaseFeedback",
    "collect": "Collect",
}


class Parts(Case):
    def test_are_for_the_course_of_the_server(self) -> None:
        self.file("c1/x")
        self.file("c0/x")
        for name in PARTS.values():
            getattr(EXCHANGE, name)(str(self.root)).ensure_root()
            getattr(EXCHANGE, name)(str(self.root), course_id="").ensure_root()
            with self.assertRaisesRegex(RuntimeError, r"^This server is for c0, c1, not for other\.$"):
                getattr(EXCHANGE, name)(str(self.root), course_id="other").ensure_root()

    def test_release_assignments_for_all(self) -> None:
        one = EXCHANGE.ReleaseAssignment("/srv/x")
        one.init_dest()
        self.assertEqual(one.dest_path, "/srv/x/c1/outbound/hw1")

    def test_release_feedback_to_each_person_their_own(self) -> None:
        self.file("course/feedback/ada/hw1/x")
        self.file("course/feedback/sam.lee/hw1/x")
        self.file("c1/feedback/ada/earlier")
        one = EXCHANGE.ReleaseFeedback(str(self.root))
        one.init_dest()
        self.assertEqual(one.dest_path, f"{self.root}/c1/feedback")
        one.src_path = pattern = f"{self.root}/course/feedback/*/hw1"
        one.copy_files()
        self.assertEqual(
            one.done,
            [
                (f"{self.root}/course/feedback/ada/hw1", f"{self.root}/c1/feedback/ada"),
                (f"{self.root}/course/feedback/sam.lee/hw1", f"{self.root}/c1/feedback/sam-2elee"),
            ],
        )
        self.assertTrue((self.root / "c1/feedback/sam-2elee").is_dir())
        self.assertEqual(one.src_path, pattern)

    def test_list_what_everybody_handed_in_by_the_folder_it_lies_in(self) -> None:
        for path in ("ada/eve+hw1+t", "sam-2elee/sam.lee+hw1+t", "ada/ada+hw2+t"):
            self.file(f"c1/inbound/{path}/x")
        inbound = f"{self.root}/c1/inbound"
        for given, found in (
            ({}, ["ada/eve+hw1+t", "sam-2elee/sam.lee+hw1+t"]),
            ({"student_id": "sam.lee"}, ["sam-2elee/sam.lee+hw1+t"]),
            ({"student_id": "", "assignment_id": ""}, ["ada/ada+hw2+t", "ada/eve+hw1+t", "sam-2elee/sam.lee+hw1+t"]),
            ({"student_id": "eve"}, []),
        ):
            one = EXCHANGE.List(str(self.root), **given)
            one.assignments = [f"{inbound}/0"]
            one.init_dest()
            self.assertEqual(one.assignments, [f"{inbound}/0", *(f"{inbound}/{path}" for path in found)])
            self.assertEqual(one.done, ["init_dest"])
        told = EXCHANGE.List(str(self.root)).parse_assignment(f"{inbound}/ada/eve+hw1+t")
        self.assertEqual(told, {"path": f"{inbound}/eve+hw1+t", "student_id": "ada"})

    def test_list_otherwise_as_nbgrader_does(self) -> None:
        inbound = f"{self.root}/c1/inbound"
        self.file("c1/inbound/ada/ada+hw1+t/x")
        one = EXCHANGE.List(str(self.root))
        self.assertEqual(one.parse_assignment(f"{inbound}/x")["student_id"], "as nbgrader says")
        one.inbound = False
        one.init_dest()
        self.assertEqual(one.assignments, [])
        self.assertEqual(one.parse_assignment(f"{inbound}/ada/x")["student_id"], "as nbgrader says")


class Collect(Case):
    def collect(self) -> tuple[list[str], dict[str, str], list[str]]:
        """What is collected, the texts of it, and what is said of the rest."""
        one = EXCHANGE.Collect(str(self.root))
        texts: dict[str, str] = {}
        usual = Exchange.start

        def start(self: Any) -> Any:
            names = usual(self)
            texts.update(Case.texts(case, Path(self.inbound_path)))
            return names

        case = self
        with mock.patch.object(Exchange, "start", start), self.assertLogs("hubc-tests", "WARNING") as log:
            one.log.warning("begin")
            names = one.start()
        self.assertEqual(one.root, str(self.root))
        self.assertFalse(Path(one.inbound_path).exists())
        self.assertEqual([record["filename"] for record in one.src_records], names)
        return names, texts, [record.getMessage() for record in log.records[1:]]

    def test_takes_the_folder_for_the_person_and_the_name_for_nothing(self) -> None:
        self.file(f"c1/inbound/sam-2elee/eve+hw1+{TIME}+abc/a.ipynb", "by sam")
        self.file(f"c1/inbound/sam-2elee/eve+hw1+{TIME}+abc/timestamp.txt", "2020-01-01 00:00:00 UTC")
        names, texts, said = self.collect()
        self.assertEqual((names, said), ([f"sam.lee+hw1+{TIME}+abc"], []))
        self.assertEqual(texts[f"{names[0]}/a.ipynb"], "by sam")
        self.assertEqual(texts[f"{names[0]}/timestamp.txt"], TIME)

    def test_gives_a_secret_where_there_is_none_that_could_be_one(self) -> None:
        good = "0123456789abcdef" * 4
        for n, secret in enumerate([good, "short", "x" * 64, None, "bytes"]):
            if secret == "bytes":
                self.file(f"c1/inbound/p{n}/p{n}+hw1+{TIME}/submission_secret.txt").write_bytes(b"\xff" * 32)
            elif secret is None:
                self.file(f"c1/inbound/p{n}/p{n}+hw1+{TIME}/x")
            else:
                self.file(f"c1/inbound/p{n}/p{n}+hw1+{TIME}/submission_secret.txt", secret)
        _, texts, _ = self.collect()
        found = [texts[f"p{n}+hw1+{TIME}+0/submission_secret.txt"] for n in range(5)]
        self.assertEqual(found[0], good)
        for secret in found[1:]:
            self.assertRegex(secret, "^[0-9a-f]{128}$")

    def test_leaves_out_what_nobody_handed_in_as_nbgrader_does(self) -> None:
        self.file("c1/inbound/ada/hw1/x")
        self.file("c1/inbound/ada/ada+hw1+2026-99-99 19:00:00 UTC/x")
        self.file(f"c1/inbound/A/A+hw1+{TIME}/x")
        names, _, said = self.collect()
        self.assertEqual(names, [])
        unnamed = "ada handed in something that is not named as nbgrader does: left out"
        self.assertEqual(said, [f"{self.root}/c1/inbound/A is no person's folder: left out", unnamed, unnamed])

    def test_takes_one_of_two_that_have_one_name(self) -> None:
        self.file(f"c1/inbound/ada/ada+hw1+{TIME}/x")
        self.file(f"c1/inbound/ada/ada+hw1+{TIME}+0/x")
        names, _, said = self.collect()
        self.assertEqual((names, said), ([f"ada+hw1+{TIME}+0"], []))

    def test_waits_for_no_pipe(self) -> None:
        def late(*_: object) -> None:
            raise AssertionError("it waits")

        self.addCleanup(signal.signal, signal.SIGALRM, signal.signal(signal.SIGALRM, late))
        self.addCleanup(signal.alarm, signal.alarm(10))
        folder = self.file(f"c1/inbound/ada/ada+hw1+{TIME}/x").parent.parent
        os.mkfifo(folder / f"ada+hw2+{TIME}")
        names, _, said = self.collect()
        self.assertEqual(names, [f"ada+hw1+{TIME}+0"])
        self.assertEqual([line[:36] for line in said], ["What ada handed in can't be collected"[:36]])

    def test_keeps_one_bad_piece_from_the_others(self) -> None:
        self.file(f"c1/inbound/ada/ada+hw1+{TIME}/x")
        bad = self.file(f"c1/inbound/eve/eve+hw1+{TIME}/a").parent
        (bad / "link").symlink_to("/etc/passwd")
        names, texts, said = self.collect()
        self.assertEqual(names, [f"ada+hw1+{TIME}+0"])
        self.assertEqual(
            said, ["What eve handed in can't be collected: 'link' is a link, or something else that is no file"]
        )
        self.assertFalse([path for path in texts if path.startswith("eve")])


class Taken(Case):
    def take(self, name: str = "work") -> dict[str, str]:
        copy = self.root / "copy"
        EXCHANGE.take_folder(str(self.root), name, copy)
        return self.texts(copy)

    def test_are_files_and_folders(self) -> None:
        self.file("work/a", "1")
        self.file("work/b/c/d", "2")
        self.assertEqual(self.take(), {"a": "1", "b/c/d": "2"})

    def test_is_below_no_link(self) -> None:
        self.file("real/work/x")
        (self.root / "linked").symlink_to(self.root / "real")
        with self.assertRaises(OSError):
            EXCHANGE.take_folder(str(self.root / "linked"), "work", self.root / "copy")

    def test_is_no_link(self) -> None:
        self.file("secret/x", "of another")
        work = self.file("work/a").parent
        (self.root / "linked").symlink_to(self.root / "secret")
        with self.assertRaises(OSError):
            self.take("linked")
        (work / "inner").symlink_to(self.root / "secret")
        with self.assertRaisesRegex(EXCHANGE.NotPlain, "'inner' is a link"):
            self.take()

    def test_is_no_pipe(self) -> None:
        work = self.file("work/a").parent
        os.mkfifo(work / "pipe")
        with self.assertRaisesRegex(EXCHANGE.NotPlain, "'pipe' is a link, or something else that is no file"):
            self.take()

    def test_is_not_what_came_in_the_place_of_a_file(self) -> None:
        work = self.file("work/a").parent
        os.mkfifo(work / "pipe")
        (work / "link").symlink_to(work / "a")
        folder = os.open(work, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        with self.assertRaisesRegex(EXCHANGE.NotPlain, "^'pipe' is no file$"):
            EXCHANGE.take_file(folder, "pipe", self.root / "copy")
        with self.assertRaises(OSError):
            EXCHANGE.take_file(folder, "link", self.root / "copy")

    def test_is_not_deeper_than_anybody_works(self) -> None:
        self.file("work/" + "f/" * 19 + "x")
        self.assertEqual(len(self.take()), 1)
        self.file("deep/" + "f/" * 20 + "x")
        with self.assertRaisesRegex(EXCHANGE.NotPlain, "^it has more than 20 folders inside one another$"):
            EXCHANGE.take_folder(str(self.root), "deep", self.root / "other")

    def test_leaves_nothing_open(self) -> None:
        self.file("work/a/b")
        before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else None
        self.take()
        if before is not None:
            self.assertEqual(len(os.listdir("/proc/self/fd")), before)


if __name__ == "__main__":
    unittest.main()
