"""Who is in which group."""

import logging
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from hubc_hub.data import HubData
from hubc_hub.roster import Names, Roster, fold, read_groups, read_list

LOG = logging.getLogger("hubc-tests")
NAMES = cast(
    Names,
    SimpleNamespace(log=LOG, normalize_username=str.lower, validate_username=lambda name: " " not in name),
)


def roster(data: HubData) -> Roster:
    return Roster(data, read_groups(data), NAMES)


class SecretLists(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.data: HubData = {"secretsDirectory": folder.name, "secretName": "people-of-h"}

    def read(self, content: bytes) -> list[tuple[str, str]]:
        (self.folder / "class").write_bytes(content)
        return read_list(self.data, "class")

    def test_a_name_a_line_without_comments_and_empty_lines(self) -> None:
        read = self.read(b"\xef\xbb\xbfada\r\n\n  bob  # since October\n# eve\n")
        self.assertEqual(read, [("secret list class, line 1", "ada"), ("secret list class, line 3", "bob")])

    def test_one_that_is_missing_ends_the_start_and_says_what_it_must_be(self) -> None:
        with self.assertRaises(SystemExit) as ended:
            read_list(self.data, "class")
        self.assertEqual(
            str(ended.exception),
            "hubc: can't read the list of people 'class' (FileNotFoundError). The Kubernetes Secret 'people-of-h' must have"
            f" the key 'class': text with a user name a line, mounted at {self.folder}/class.",
        )

    def test_one_that_is_no_text_ends_the_start_without_saying_what_it_holds(self) -> None:
        with self.assertRaises(SystemExit) as ended:
            self.read(b"ada\n\xff")
        self.assertIn("UnicodeDecodeError", str(ended.exception))
        self.assertNotIn("ada", str(ended.exception))

    def test_they_lie_where_the_values_say_or_where_hubc_mounts_them(self) -> None:
        with self.assertRaises(SystemExit) as ended:
            read_list({}, "class")
        self.assertIn("The Kubernetes Secret 'of this hub' must", str(ended.exception))
        self.assertIn("mounted at /etc/hubc/secrets/class.", str(ended.exception))

    def test_a_group_has_what_is_written_and_what_is_secret(self) -> None:
        (self.folder / "one").write_text("bob\n")
        (self.folder / "two").write_text("eve\nida\n")
        data: HubData = {
            **self.data,
            "groups": {"class": {"members": ["ada"], "secretMembers": ["one", "two"]}, "none": None, "empty": {}},
        }
        read = {group: [name for _, name in listed] for group, listed in read_groups(data).items()}
        self.assertEqual(read, {"class": ["ada", "bob", "eve", "ida"], "none": [], "empty": []})
        self.assertEqual(read_groups(data)["class"][0][0], "members of class")
        self.assertEqual(read_groups({}), {})


class Fold(unittest.TestCase):
    def test_spellings_that_look_alike_are_one(self) -> None:
        for written in ("Team-A", " team-a", "ｔｅａｍ-a"):
            self.assertEqual(fold(written), "team-a")
        self.assertEqual(fold("STRASSE"), fold("straße"))
        self.assertNotEqual(fold("team-a"), fold("team-b"))


class Lists(unittest.TestCase):
    def warnings(self, data: HubData) -> tuple[Roster, list[str]]:
        with self.assertLogs(LOG, "WARNING") as log:
            made = roster(data)
        return made, [record.getMessage() for record in log.records]

    def test_hold_names_as_sign_in_gives_them(self) -> None:
        made = roster({"admins": ["Prof"], "groups": {"class": {"members": ["Ada", "bob"]}}})
        self.assertEqual((made.admins, made.listed), ({"prof"}, {"class": {"ada", "bob"}}))
        self.assertEqual(made.declared, {"class"})

    def test_leave_out_what_is_no_user_name_and_what_is_a_workspace(self) -> None:
        made, said = self.warnings(
            {
                "admins": ["Shared-X", "prof"],
                "accountPrefixes": ["shared-"],
                "groups": {"class": {"members": ["a b", "Room", "ada"]}},
                "workspaces": {"room": {}},
            }
        )
        self.assertEqual((made.admins, made.listed), ({"prof"}, {"class": {"ada"}}))
        self.assertEqual(
            said,
            [
                "hubc: admins: left out, since a workspace is not a person",
                "hubc: members of class: left out, since it can't be a user name",
                "hubc: members of class: left out, since a workspace is not a person",
            ],
        )


class Accounts(unittest.TestCase):
    def test_are_refused_in_every_spelling(self) -> None:
        made = roster({"workspaces": {"Team-Room": {}}, "accountPrefixes": ["Grader-"]})
        self.assertEqual(made.workspaces, {"team-room": set()})
        for name in ("team-room", "TEAM-ROOM", "Team-Room", "ｔeam-room", "grader-x", "GRADER-data8"):
            self.assertTrue(made.is_account(name), name)
        for name in ("team", "team-room2", "my-grader-x", "graderx"):
            self.assertFalse(made.is_account(name), name)

    def test_are_none_where_there_is_no_workspace(self) -> None:
        self.assertFalse(roster({}).is_account("ada"))

    def test_are_refused_as_written_where_sign_in_gives_another_form(self) -> None:
        names: Any = SimpleNamespace(
            log=LOG, normalize_username=lambda name: name.removesuffix("@b.edu"), validate_username=bool
        )
        made = Roster({"workspaces": {"room@b.edu": {}}}, {}, names)
        self.assertTrue(made.is_account("room@b.edu"))
        self.assertTrue(made.is_account("room"))


COURSES: HubData = {
    "admins": ["prof"],
    "groups": {
        "ta": {"members": ["tess"]},
        "class": {"members": ["ada"]},
        "by-source": {"sources": ["hubc:canvas:7", "hubc:canvas:8"]},
        "none": None,
    },
    "courses": {
        "open": {"people": "hubc:course:open", "staff": ["ta", "course::7::ta"], "everyone": True},
        "closed": {"people": "class", "staff": ["ta"], "everyone": False},
        "without-staff": {"people": "hubc:course:w", "everyone": True},
    },
    "workspaces": {"room": {"memberOf": ["hubc:collaboration"]}, "bare": {}},
}


class Groups(unittest.TestCase):
    def setUp(self) -> None:
        self.roster = roster(COURSES)

    def test_are_declared_where_somebody_can_be_in_them(self) -> None:
        self.assertEqual(
            self.roster.declared,
            {"ta", "class", "by-source", "none", "hubc:course:open", "hubc:course:w", "hubc:collaboration"}
            | {"hubc:canvas:7", "hubc:canvas:8"},
        )

    def test_of_a_course_with_a_list_come_from_the_list(self) -> None:
        data: HubData = {"courses": {"c": {"people": "list", "everyone": False}, "d": {"people": "other"}}}
        self.assertEqual(roster(data).declared, set())

    def test_everybody_is_of_an_open_course_but_its_staff_and_admins(self) -> None:
        found = {name: self.roster.groups_of(name, set(), set()) for name in ("ada", "stranger", "tess", "prof")}
        self.assertEqual(found["ada"], {"class", "hubc:course:open", "hubc:course:w"})
        self.assertEqual(found["stranger"], {"hubc:course:open", "hubc:course:w"})
        self.assertEqual(found["tess"], {"ta", "hubc:course:w"})
        self.assertEqual(found["prof"], set())

    def test_staff_may_come_from_the_sign_ins_own_groups(self) -> None:
        self.assertEqual(self.roster.groups_of("gil", {"course::7::ta"}, set()), {"hubc:course:w"})

    def test_a_source_is_a_group_and_fills_those_that_name_it(self) -> None:
        found = self.roster.groups_of("gil", set(), {"hubc:canvas:8"})
        self.assertEqual(found, {"hubc:canvas:8", "by-source", "hubc:course:open", "hubc:course:w"})

    def test_a_workspace_has_its_own_alone(self) -> None:
        self.assertEqual(self.roster.groups_of("room", {"ta"}, {"hubc:canvas:8"}), {"hubc:collaboration"})
        self.assertEqual(self.roster.groups_of("bare", set(), set()), set())
        self.assertEqual(self.roster.all_groups_of("room", {"class", "elsewhere"}), {"hubc:collaboration"})

    def test_what_the_hub_says_counts_for_groups_that_are_not_declared_and_for_sources(self) -> None:
        found = self.roster.all_groups_of("ada", {"elsewhere", "ta", "hubc:course:open", "hubc:old", "hubc:canvas:7"})
        self.assertEqual(
            found, {"elsewhere", "class", "hubc:canvas:7", "by-source", "hubc:course:open", "hubc:course:w"}
        )

    def test_staff_by_a_group_that_is_not_declared(self) -> None:
        self.assertEqual(self.roster.all_groups_of("gil", {"course::7::ta"}), {"course::7::ta", "hubc:course:w"})

    def test_no_sign_in_gives_a_group_of_hubcs_own(self) -> None:
        self.assertEqual(self.roster.all_groups_of("prof", {"hubc:grader:open"}), set())


if __name__ == "__main__":
    unittest.main()
