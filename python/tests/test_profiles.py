"""Who may choose which course, and when exams are open."""

import unittest
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Any

from jupyterhub import orm

from hubc_hub.data import ServersData
from hubc_hub.profiles import Profiles, course_of, may_type, split_image
from tests.plain import Database, entry

EXAM = entry("Data 8: final", opens="2026-12-10T22:00", closes="2026-12-11T01:30")


def clock(text: str) -> Any:
    """A clock that stands still, at a time in the zone that is asked for."""
    return lambda zone: datetime.fromisoformat(text).replace(tzinfo=zone)


class Hours(unittest.TestCase):
    data: ServersData = {
        "timezone": "America/Los_Angeles",
        "entries": {"data8": entry("Data 8"), "data8.final": EXAM},
    }

    def at(self, text: str) -> tuple[bool, bool]:
        """Is the exam ahead, and is it over?"""
        profiles = Profiles(self.data, clock(text))
        return profiles.is_ahead("data8.final"), profiles.is_over("data8.final")

    def test_an_exam_opens_and_closes_to_the_minute(self) -> None:
        self.assertEqual(self.at("2026-12-10T21:59:59"), (True, False))
        self.assertEqual(self.at("2026-12-10T22:00"), (False, False))
        self.assertEqual(self.at("2026-12-11T01:29:59"), (False, False))
        self.assertEqual(self.at("2026-12-11T01:30"), (False, True))

    def test_in_the_time_zone_of_the_project(self) -> None:
        seen: list[tzinfo] = []

        def utc(zone: tzinfo) -> datetime:
            seen.append(zone)
            return datetime.fromisoformat("2026-12-11T06:00:00+00:00")

        profiles = Profiles(self.data, utc)
        self.assertFalse(profiles.is_ahead("data8.final"))
        self.assertEqual([str(zone) for zone in seen], ["America/Los_Angeles"])
        self.assertEqual(str(Profiles({}).zone), "UTC")

    def test_a_course_has_none(self) -> None:
        profiles = Profiles(self.data, clock("2030-01-01T00:00"))
        found = profiles.is_exam("data8"), profiles.is_ahead("data8"), profiles.is_over("data8")
        self.assertEqual(found, (False, False, False))
        self.assertTrue(profiles.is_exam("data8.final"))

    def test_are_said_with_the_day_where_it_is_another(self) -> None:
        profiles = Profiles(self.data)
        self.assertEqual(
            profiles.hours("data8.final"), "from 2026-12-10 22:00 to 2026-12-11 01:30 (America/Los_Angeles)"
        )
        short = entry("x", opens="2026-12-10T19:00", closes="2026-12-10T21:30")
        self.assertEqual(Profiles({"entries": {"x": short}}).hours("x"), "from 2026-12-10 19:00 to 21:30 (UTC)")

    def test_a_zone_that_the_image_does_not_know_ends_the_start(self) -> None:
        for zone in ("Nowhere/At_All", "/etc"):
            with self.assertRaises(SystemExit) as ended:
                Profiles({"timezone": zone})
            self.assertEqual(
                str(ended.exception), f"hubc: this hub's image doesn't know the time zone {zone!r} of the project."
            )


class Names(unittest.TestCase):
    def test_an_exam_is_named_after_its_course(self) -> None:
        self.assertEqual([course_of("data8.final"), course_of("data8"), course_of("")], ["data8", "data8", ""])

    def test_a_title_is_known_or_the_slug(self) -> None:
        profiles = Profiles({"entries": {"a": entry("A course")}})
        self.assertEqual([profiles.title("a"), profiles.title("gone")], ["A course", "gone"])

    def test_there_may_be_nothing_to_choose(self) -> None:
        self.assertFalse(Profiles({}))
        self.assertTrue(Profiles({"entries": {"a": entry("A")}}))


class Open(unittest.TestCase):
    data: ServersData = {
        "entries": {
            "everybody": entry("E"),
            "one": entry("One", groups=["one", "staff"]),
            "two": entry("Two", groups=["two"]),
            "nobody": entry("N", groups=[]),
            "two.final": {**EXAM, "groups": ["two"]},
        },
        "accounts": {"grader-two": {"course": "two"}, "room": {"group": "team"}, "lab": {"group": "two"}},
    }

    def open_to(self, name: str, groups: Sequence[str] = (), at: str = "2026-10-01T00:00", **more: Any) -> list[str]:
        database = Database([name], {group: [name] for group in groups})
        database.user(name).admin = more.get("admin", False)
        members: Sequence[orm.User] = more.get("members", ())
        asked: list[str] = []

        def group_members(group: str) -> Sequence[orm.User]:
            asked.append(group)
            return members

        found = Profiles(self.data, clock(at)).open_to(database.user(name), group_members)
        self.assertEqual(asked, more.get("asks", []))
        return found

    def test_to_the_people_of_a_course_in_the_order_of_the_values(self) -> None:
        self.assertEqual(self.open_to("ada"), ["everybody"])
        self.assertEqual(self.open_to("ada", ["one", "x"]), ["everybody", "one"])
        self.assertEqual(self.open_to("ada", ["two", "staff"]), ["everybody", "one", "two", "two.final"])

    def test_to_an_admin_all(self) -> None:
        self.assertEqual(self.open_to("prof", admin=True), ["everybody", "one", "two", "nobody", "two.final"])

    def test_but_exams_that_are_over(self) -> None:
        self.assertEqual(self.open_to("ada", ["two"], at="2026-12-12T00:00"), ["everybody", "two"])

    def test_to_a_grader_its_course_alone(self) -> None:
        self.assertEqual(self.open_to("grader-two", ["one"]), ["two"])
        self.assertEqual(self.open_to("grader-two", admin=True), ["two"])

    def test_to_a_shared_account_what_names_its_group(self) -> None:
        self.assertEqual(self.open_to("lab", asks=["two"]), ["everybody", "two", "two.final"])

    def test_or_else_what_every_member_may_choose(self) -> None:
        database = Database(["a", "b"], {"one": ["a", "b"], "two": ["b"]})
        a, b = database.user("a"), database.user("b")
        self.assertEqual(self.open_to("room", asks=["team"], members=[a, b]), ["everybody", "one"])
        self.assertEqual(self.open_to("room", asks=["team"], members=[b]), ["everybody", "one", "two", "two.final"])
        self.assertEqual(self.open_to("room", asks=["team"]), ["everybody"])
        # What names the account's group is enough: its members' other courses are theirs.
        self.assertEqual(self.open_to("lab", asks=["two"], members=[a]), ["everybody", "two", "two.final"])


if __name__ == "__main__":
    unittest.main()


class Offered(unittest.TestCase):
    """The choices within what may be chosen."""

    data: ServersData = {
        "entries": {
            "cpu": entry("CPU", choices={"size": {"large": ["staff"], "odd": ["x"]}}),
            "data8": entry("Data 8"),
        },
        "accounts": {"room": {"group": "staff"}, "grader-data8": {"course": "data8"}},
    }
    offered = (
        {"slug": "cpu", "profile_options": {"size": {"choices": {"small": {}, "large": {}, "odd": {}}}}},
        {"slug": "data8"},
    )

    def sizes(self, name: str, groups: Sequence[str] = ()) -> list[str]:
        database = Database([name], {group: [name] for group in groups})
        profiles = Profiles(self.data, profile_list=self.offered)
        (found,) = profiles.offered_to(database.user(name), ["cpu"])
        return list(found["profile_options"]["size"]["choices"])

    def test_are_those_of_a_person_and_of_an_account_its_group_s(self) -> None:
        self.assertEqual(self.sizes("ada"), ["small"])
        self.assertEqual(self.sizes("ada", ["staff"]), ["small", "large"])
        self.assertEqual(self.sizes("room"), ["small", "large"])
        self.assertEqual(self.sizes("room", ["x"]), ["small", "large"])
        self.assertEqual(self.sizes("grader-data8", ["staff"]), ["small"])

    def test_there_are_only_where_an_entry_has_options(self) -> None:
        profiles = Profiles(self.data, profile_list=self.offered)
        self.assertEqual([profiles.has_options(slug) for slug in ("cpu", "data8")], [True, False])

    def test_may_be_typed_where_the_option_says_so(self) -> None:
        self.assertIs(may_type({"unlisted_choice": {"enabled": True}}, "own:1"), True)
        self.assertIs(may_type({"unlisted_choice": {"enabled": False}}, "own:1"), False)
        self.assertIs(may_type({}, "own:1"), False)


class ExamImages(unittest.TestCase):
    """What is typed starts no exam's image before the exam, whoever may type."""

    data: ServersData = {
        "timezone": "America/Los_Angeles",
        "entries": {
            "data8": entry("Data 8"),
            "data8.final": EXAM,
            "data8.quiz": entry("Data 8: quiz", opens="2026-12-01T10:00", closes="2026-12-01T11:00"),
        },
    }
    offered = (
        {"slug": "data8", "kubespawner_override": {"image": "ghcr.io/campus/data8:1"}},
        {
            "slug": "data8.final",
            "kubespawner_override": {"image": "ghcr.io/campus/final:7"},
            "profile_options": {
                "image": {"choices": {"r": {"kubespawner_override": {"image": "ghcr.io/campus/data8:exam"}}, "x": {}}}
            },
        },
        {"slug": "data8.quiz", "kubespawner_override": {"image": "ghcr.io/campus/data8:1"}},
    )

    def is_exam_image(self, typed: str, now: str = "2026-12-10T12:00", slugs: Sequence[str] = ()) -> bool:
        profiles = Profiles(self.data, clock(now), self.offered)
        return profiles.is_exam_image(typed, slugs or ["data8", "data8.final"])

    def test_are_known_by_any_name_and_tag(self) -> None:
        for typed in (
            "ghcr.io/campus/final:7",
            "GHCR.io/campus/final:7",
            "ghcr.io:443/campus/final:7",
            "mirror.campus.edu/campus/final:7",
            "ghcr.io/campus/final:latest",
            "ghcr.io/campus/final@sha256:12",
            "ghcr.io/campus/final",
            "campus/final:7",
            "ghcr.io/campus/data8:exam",
            "ghcr.io/campus/data8@sha256:12",
            "ghcr.io/campus/data8:1@sha256:12",
        ):
            with self.subTest(typed):
                self.assertIs(self.is_exam_image(typed), True)

    def test_are_not_those_of_courses_and_of_others(self) -> None:
        for typed in (
            "ghcr.io/campus/data8:1",
            "ghcr.io/campus/data8:2",
            "ghcr.io/campus/finals:7",
            "quay.io/jupyter/scipy-notebook:2026-01-05",
            "quay.io/jupyter/scipy-notebook@sha256:12",
        ):
            with self.subTest(typed):
                self.assertIs(self.is_exam_image(typed), False)

    def test_are_open_with_the_exam_to_its_people(self) -> None:
        typed = "ghcr.io/campus/final:7"
        self.assertIs(self.is_exam_image(typed, "2026-12-10T22:30"), False)
        self.assertIs(self.is_exam_image(typed, "2026-12-10T22:30", ["data8"]), True)
        self.assertIs(self.is_exam_image("ghcr.io/campus/final:latest", "2026-12-10T22:30"), False)

    def test_names_are_split_into_path_and_tag(self) -> None:
        for typed, parts in (
            ("python", ("python", "")),
            ("library/python:3", ("python", "3")),
            ("docker.io/library/python:3", ("python", "3")),
            ("localhost/a:1", ("a", "1")),
            ("localhost:5000/a/b:1", ("a/b", "1")),
            ("org/a", ("org/a", "")),
            ("h.edu/a@sha256:1", ("a", "")),
            ("h.edu/a:T@sha256:1", ("a", "t")),
        ):
            self.assertEqual(split_image(typed), parts)
