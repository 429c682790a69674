"""Which server a start gives, and which it refuses."""

import unittest
from types import SimpleNamespace
from typing import Any

from jupyterhub import orm
from tornado.web import HTTPError

from hubc_hub import servers
from hubc_hub.data import HubData, ServersData
from tests.plain import Configuration, Database, PlainSpawner, asking, entry, run, spawner
from tests.test_profiles import EXAM, clock

BEFORE, DURING, AFTER = (clock(f"2026-12-{day}T00:30") for day in ("10", "11", "12"))
ENTRIES: ServersData = {
    "entries": {
        "data8": entry("Data 8", groups=["data8", "data8-staff"]),
        "logic": entry("Logic", groups=["logic"]),
        "data8.final": {**EXAM, "groups": ["data8", "data8-staff"]},
    }
}
CHOICE: HubData = {"servers": ENTRIES}
PEOPLE = {"data8": ["ada", "both"], "logic": ["both", "lea"], "data8-staff": ["tess"]}


class Case(unittest.TestCase):
    data = CHOICE

    def setUp(self) -> None:
        self.database = Database(["stranger"], PEOPLE)
        self.database.user("prof").admin = True

    def spawner(self, name: str, wanted: Any = None, **more: Any) -> Any:
        options = {} if wanted is None else {"profile": wanted}
        handler = asking(wanted) if more.pop("asks", False) else None
        made = spawner(more.pop("data", self.data), self.database, name, user_options=options, handler=handler, **more)
        made.orm_spawner.user_options = dict(options)
        return made

    def refusal(self, made: Any, call: Any = None) -> tuple[int, str]:
        with self.assertRaises(HTTPError) as refused:
            (call or made.run_pre_spawn_hook)()
        self.assertIs(made.hubc_refusal, refused.exception)
        self.assertEqual(
            (refused.exception.log_message, refused.exception.args[-1:]),
            ("%s", (made.hubc_refusal.jupyterhub_message,)),
        )
        return refused.exception.status_code, refused.exception.jupyterhub_message


class Asked(Case):
    """A form, a link or the API names a profile."""

    def test_for_what_is_theirs_people_get_it(self) -> None:
        for name, slug in (("ada", "data8"), ("lea", "logic"), ("both", "logic"), ("tess", "data8"), ("prof", "logic")):
            made = self.spawner(name, slug, asks=True, clock=BEFORE)
            made.run_pre_spawn_hook()
            self.assertEqual(made.user_options, {"profile": slug})
            self.assertIsNone(made.hubc_word)

    def test_for_what_is_not_they_are_refused(self) -> None:
        made = self.spawner("ada", "logic", asks=True, clock=BEFORE)
        self.assertEqual(self.refusal(made), (403, "ada is not in Logic. Choose among your own courses."))
        self.assertEqual(made.calls, [])
        self.assertEqual(self.database.commits, 0)
        self.assertEqual(made.handler.settings, {"failure_count": 1})

    def test_with_more_than_a_profile_they_get_the_profile_alone(self) -> None:
        made = self.spawner("ada", "data8", asks=True, clock=BEFORE)
        made.user_options["image"] = "another"
        made.run_pre_spawn_hook()
        self.assertEqual(made.user_options, {"profile": "data8"})

    def test_at_the_second_look_too(self) -> None:
        made = self.spawner("ada", "data8", asks=True, clock=BEFORE)
        made.run_pre_spawn_hook()
        made.user_options = {"profile": "logic"}
        status, _ = self.refusal(made, lambda: run(made.load_user_options()))
        self.assertEqual(status, 403)
        self.assertEqual([name for name, _ in made.calls], ["run_pre_spawn_hook"])

    def test_for_an_exam_ahead_they_are_told_when(self) -> None:
        made = self.spawner("ada", "data8.final", asks=True, clock=BEFORE)
        said = "Data 8: final is not open yet. It opens from 2026-12-10 22:00 to 2026-12-11 01:30 (UTC)."
        self.assertEqual(self.refusal(made), (403, said))
        # It must not start by itself when it opens.
        self.assertEqual(made.orm_spawner.user_options, {"profile": "data8"})
        self.assertEqual(self.database.commits, 1)

    def test_for_an_exam_in_its_hours_they_get_it(self) -> None:
        made = self.spawner("ada", "data8.final", asks=True, clock=DURING)
        made.run_pre_spawn_hook()
        self.assertEqual(made.user_options, {"profile": "data8.final"})

    def test_for_an_exam_that_is_over_they_are_told_when_it_was(self) -> None:
        made = self.spawner("ada", "data8.final", asks=True, clock=AFTER)
        said = "Data 8: final is over. It was open from 2026-12-10 22:00 to 2026-12-11 01:30 (UTC)."
        self.assertEqual(self.refusal(made), (403, said))
        self.assertEqual(made.orm_spawner.user_options, {"profile": "data8"})
        self.assertEqual(self.database.commits, 1)

    def test_for_an_exam_of_others_they_are_refused(self) -> None:
        made = self.spawner("lea", "data8.final", asks=True, clock=DURING)
        self.assertEqual(self.refusal(made)[1], "lea is not in Data 8: final. Choose among your own courses.")

    def test_for_what_is_gone_they_get_what_is_theirs(self) -> None:
        for wanted, word in (("old", "old is not open to ada now: this is Data 8."), (3, None)):
            made = self.spawner("ada", wanted, clock=BEFORE)
            made.handler = asking("old")
            made.run_pre_spawn_hook()
            self.assertEqual((made.user_options, made.hubc_word), ({"profile": "data8"}, word))

    def test_for_what_is_gone_they_choose_among_several(self) -> None:
        made = self.spawner("both", "old", asks=True, clock=BEFORE)
        self.assertEqual(self.refusal(made), (400, "Choose one of your courses: Data 8, Logic."))

    def test_by_the_body_of_a_request(self) -> None:
        made = self.spawner("ada", "logic", clock=BEFORE)
        for body, asks in ((b'{"profile": "logic"}', True), (b"{}", False), (None, False)):
            made.handler = asking(None, body)  # type: ignore[arg-type]
            self.assertIs(made.hubc_is_asked(), asks)

    def test_refusals_do_not_count_as_failures(self) -> None:
        for pending, count in ((True, 0), (False, 1)):
            made = self.spawner("ada", "logic", asks=True, clock=BEFORE)
            made._spawn_pending = pending
            self.refusal(made)
            self.assertEqual(made.handler.settings["failure_count"], count)
        made.handler.settings, made._spawn_pending = {}, True
        self.refusal(made)
        self.assertEqual(made.handler.settings, {"failure_count": -1})


class Remembered(Case):
    """JupyterHub brings again what was chosen last."""

    def test_a_course_starts_again(self) -> None:
        made = self.spawner("both", "logic", clock=BEFORE)
        made.run_pre_spawn_hook()
        self.assertEqual((made.user_options, made.hubc_word), ({"profile": "logic"}, None))
        self.assertEqual(self.database.commits, 0)

    def test_what_is_no_longer_theirs_gives_way_with_a_word(self) -> None:
        made = self.spawner("ada", "logic", clock=BEFORE)
        with self.assertLogs("hubc-tests", "INFO") as log:
            made.run_pre_spawn_hook()
        self.assertEqual(made.user_options, {"profile": "data8"})
        self.assertEqual(made.hubc_word, "Logic is not open to ada now: this is Data 8.")
        self.assertEqual(log.records[0].getMessage(), f"hubc: ada: {made.hubc_word}")
        # What it is now is remembered from now on.
        self.assertEqual(made.orm_spawner.user_options, {"profile": "data8"})
        self.assertEqual(self.database.commits, 1)

    def test_an_exam_gives_way_to_its_course(self) -> None:
        for now in (BEFORE, AFTER):
            made = self.spawner("prof", "data8.final", clock=now)
            made.run_pre_spawn_hook()
            self.assertEqual(made.user_options, {"profile": "data8"})
            self.assertEqual(made.hubc_word, "Data 8: final is not open to prof now: this is Data 8.")
        gone: HubData = {"servers": {"entries": {"a": entry("A"), "b": entry("B")}}}
        made = self.spawner("ada", "b.final", data=gone)
        made.run_pre_spawn_hook()
        self.assertEqual(made.user_options, {"profile": "b"})

    def test_what_gave_way_among_several_is_the_first(self) -> None:
        made = self.spawner("both", "old", clock=BEFORE)
        made.run_pre_spawn_hook()
        self.assertEqual(made.user_options, {"profile": "data8"})
        self.assertEqual(made.hubc_word, "old is not open to both now: this is Data 8.")

    def test_an_exam_is_never_started_unasked(self) -> None:
        alone: HubData = {"servers": {"entries": {"data8.final": EXAM}}}
        self.assertEqual(self.refusal(self.spawner("ada", "old", data=alone, clock=DURING))[0], 400)
        made = self.spawner("ada", clock=DURING)
        made.run_pre_spawn_hook()
        self.assertEqual(made.user_options, {"profile": "data8"})

    def test_nothing_is_the_only_course_or_a_question(self) -> None:
        made = self.spawner("ada", clock=BEFORE)
        made.run_pre_spawn_hook()
        self.assertEqual((made.user_options, made.hubc_word), ({"profile": "data8"}, None))
        self.assertEqual(self.database.commits, 0)
        self.assertEqual(self.refusal(self.spawner("both", clock=BEFORE))[0], 400)


class Within(unittest.TestCase):
    """What a person chooses within a profile: an image, by name or typed, and a size."""

    data: HubData = {
        "servers": {
            "entries": {
                "cpu": entry("CPU", profile=True, default=True, choices={"size": {"large": ["staff"]}}),
                "gpu": entry("GPU", profile=True, groups=["staff"]),
                "data8": entry("Data 8", groups=["data8"]),
                "data8.final": entry("Final", groups=["data8"], opens="2126-12-10T22:00", closes="2126-12-11T01:30"),
            },
        }
    }
    offered = (
        {
            "slug": "cpu",
            "profile_options": {
                "image": {
                    "display_name": "Image",
                    "choices": {"py": {}, "r": {}, "final": {}},
                    "unlisted_choice": {"enabled": True, "validation_regex": "^[a-z]+:[0-9]+$"},
                },
                "size": {"display_name": "Size", "choices": {"small": {}, "large": {}}},
            },
        },
        {"slug": "gpu", "profile_options": {"size": {"display_name": "Size", "choices": {"one": {}}}}},
        {"slug": "data8"},
        {"slug": "data8.final", "kubespawner_override": {"image": "final:7"}},
    )

    def setUp(self) -> None:
        self.database = Database(["ada", "prof"], {"staff": ["tess"], "data8": ["dana"]})
        self.database.user("prof").admin = True

    def started(self, name: str, options: dict[str, Any], *, asks: bool = True) -> Any:
        handler = asking(options.get("profile", "")) if asks else None
        made = spawner(self.data, self.database, name, user_options=options, handler=handler, offered=self.offered)
        made.orm_spawner.user_options = dict(options)
        made.run_pre_spawn_hook()
        run(made.load_user_options())
        return made

    def refused(self, name: str, options: dict[str, Any]) -> tuple[int, str]:
        with self.assertRaises(HTTPError) as found:
            self.started(name, options)
        return found.exception.status_code, found.exception.jupyterhub_message

    def test_what_is_offered_is_kept(self) -> None:
        for name, options in (
            ("ada", {"profile": "cpu", "image": "r", "size": "small"}),
            ("tess", {"profile": "cpu", "image": "py", "size": "large"}),
            ("prof", {"profile": "cpu", "size": "large"}),
            ("ada", {"profile": "cpu", "image--unlisted-choice": "own:1"}),
            ("tess", {"profile": "gpu", "size": "one"}),
        ):
            made = self.started(name, dict(options))
            self.assertEqual((made.user_options, made.hubc_word), (options, None))
            self.assertEqual(made.calls[-1], ("load_user_options", options))

    def test_what_is_not_offered_is_refused_by_hand(self) -> None:
        for name, options, word in (
            ("ada", {"size": "large"}, "large is no size of CPU for ada."),
            ("tess", {"size": "huge"}, "huge is no size of CPU for tess."),
            ("ada", {"image": "other"}, "other is no image of CPU for ada."),
            ("ada", {"image--unlisted-choice": "own:x"}, "own:x is no image of CPU for ada."),
            ("ada", {"image--unlisted-choice": "own:1\n"}, "own:1\n is no image of CPU for ada."),
            ("ada", {"size--unlisted-choice": "own:1"}, "own:1 is no size of CPU for ada."),
            ("ada", {"size": ["large"]}, "['large'] is no size of CPU for ada."),
        ):
            self.assertEqual(self.refused(name, {"profile": "cpu", **options}), (403, word))

    def test_an_image_of_an_exam_is_not_started_before_it(self) -> None:
        wanted = {"profile": "cpu", "image--unlisted-choice": "final:7"}
        for name in ("ada", "dana", "tess"):
            said = f"final:7 is an image of an exam that is not open to {name} now."
            self.assertEqual(self.refused(name, wanted), (403, said))
        made = self.started("ada", wanted, asks=False)
        self.assertEqual(made.user_options, {"profile": "cpu"})
        self.assertEqual(made.hubc_word, "final:7 is not open to ada now: this is the usual choice.")
        self.assertEqual(self.started("prof", dict(wanted)).user_options, wanted)
        # A choice is none, whatever it is called.
        named = {"profile": "cpu", "image": "final"}
        self.assertEqual(self.started("ada", dict(named)).user_options, named)
        self.assertEqual(
            self.refused("ada", {"profile": "cpu", "size": "final:7"})[1], "final:7 is no size of CPU for ada."
        )
        self.assertEqual(
            self.refused("ada", {"profile": "cpu", "image--unlisted-choice": "final:latest"})[1],
            "final:latest is no image of CPU for ada.",
        )

    def test_what_is_no_option_is_dropped(self) -> None:
        made = self.started("ada", {"profile": "cpu", "pool": "gpu"})
        self.assertEqual(made.user_options, {"profile": "cpu"})

    def test_a_profile_of_others_is_refused(self) -> None:
        said = "GPU is not for ada. Choose among what is offered."
        self.assertEqual(self.refused("ada", {"profile": "gpu"}), (403, said))
        self.assertEqual(
            self.refused("tess", {"profile": "data8"})[1], "tess is not in Data 8. Choose among your own courses."
        )

    def test_what_is_only_remembered_gives_way(self) -> None:
        made = self.started("ada", {"profile": "cpu", "image": "r", "size": "large"}, asks=False)
        self.assertEqual(made.user_options, {"profile": "cpu", "image": "r"})
        self.assertEqual(made.orm_spawner.user_options, {"profile": "cpu", "image": "r"})
        self.assertEqual(made.hubc_word, "large is not open to ada now: this is the usual choice.")
        made = self.started("ada", {"profile": "cpu", "image": "old", "size": "large"}, asks=False)
        self.assertEqual(made.hubc_word, "old, large is not open to ada now: this is the usual choice.")

    def test_nothing_is_the_default(self) -> None:
        for name in ("ada", "tess", "dana"):
            self.assertEqual(self.started(name, {}, asks=False).user_options, {"profile": "cpu"})

    def test_a_choice_without_a_profile_is_one_within_the_default(self) -> None:
        made = self.started("ada", {"size": "small"}, asks=False)
        self.assertEqual(made.user_options, {"profile": "cpu", "size": "small"})

    def test_the_default_stands_in_for_what_is_gone(self) -> None:
        made = self.started("ada", {"profile": "old", "size": "small"}, asks=False)
        self.assertEqual(made.user_options, {"profile": "cpu"})

    def test_what_was_asked_for_and_is_none_is_a_question(self) -> None:
        self.assertEqual(self.refused("tess", {"profile": "old"}), (400, "Choose one of these: CPU, GPU."))

    def test_the_form_shows_what_is_open(self) -> None:
        for name, slugs, sizes in (
            ("ada", ["cpu"], ["small"]),
            ("tess", ["cpu", "gpu"], ["small", "large"]),
            ("prof", ["cpu", "gpu", "data8", "data8.final"], ["small", "large"]),
        ):
            made = spawner(self.data, self.database, name, offered=self.offered)
            profiles = servers.shown(made)
            self.assertEqual([one["slug"] for one in profiles], slugs)
            self.assertEqual(list(profiles[0]["profile_options"]["size"]["choices"]), sizes)
            # Though one profile is open to ada, something is chosen within it.
            self.assertEqual(run(made.get_options_form()), "<form>")
        self.assertEqual(list(self.offered[0]["profile_options"]["size"]["choices"]), ["small", "large"])  # type: ignore[index]

    def test_whom_nothing_is_for(self) -> None:
        data: HubData = {"servers": {"entries": {"gpu": entry("GPU", profile=True, groups=["staff"])}}}
        made = spawner(data, self.database, "ada")
        with self.assertRaises(HTTPError) as found:
            made.run_pre_spawn_hook()
        said = "No server of this hub is for ada. Ask those who run it, then sign in again."
        self.assertEqual((found.exception.status_code, found.exception.jupyterhub_message), (403, said))


class Stranger(Case):
    def test_is_told_whom_to_ask(self) -> None:
        said = (
            "stranger is in none of the courses of this hub. If you take or teach one of them, ask its"
            " staff to put stranger on its list, then sign in again."
        )
        self.assertEqual(self.refusal(self.spawner("stranger", clock=BEFORE)), (403, said))

    def test_is_told_that_no_course_runs(self) -> None:
        for outside, whose in (("Data 8, Logic", "the people of Data 8, Logic"), ("", "its admins")):
            made = self.spawner("stranger", data={"servers": {**ENTRIES, "outsideTerms": outside}}, clock=BEFORE)
            said = f"No course is running on this hub now, and stranger is none of {whose}."
            self.assertEqual(self.refusal(made), (403, said))

    def test_sees_no_form(self) -> None:
        made = self.spawner("stranger", clock=BEFORE)
        self.assertEqual(self.refusal(made, lambda: run(made.get_options_form()))[0], 403)


class Form(Case):
    def form(self, made: Any) -> str:
        text: str = run(made.get_options_form())
        return text

    def test_asks_who_has_several(self) -> None:
        for last in (None, "logic"):
            self.assertEqual(self.form(self.spawner("both", last, clock=BEFORE)), "<form>")
        self.assertEqual(self.form(self.spawner("ada", "data8", clock=BEFORE)), "<form>")

    def test_says_what_is_not_open_any_more(self) -> None:
        data: HubData = {"servers": {"entries": {**ENTRIES["entries"], "x": entry("A <b> & C", groups=["none"])}}}
        word = "A &lt;b&gt; &amp; C is not open to both now. Choose again."
        made = self.spawner("both", "x", data=data, clock=BEFORE)
        self.assertEqual(self.form(made), f'<p class="alert alert-info">{word}</p><form>')

    def test_does_not_ask_who_has_one(self) -> None:
        self.assertEqual(self.form(self.spawner("lea", clock=BEFORE)), "")

    def test_says_again_why_another_was_refused(self) -> None:
        made = self.spawner("lea", "data8", asks=True, clock=BEFORE)
        self.refusal(made)
        with self.assertRaises(HTTPError) as refused:
            self.form(made)
        self.assertIs(refused.exception, made.hubc_refusal)

    def test_is_the_hubs_own_where_nothing_is_chosen(self) -> None:
        self.assertEqual(self.form(self.spawner("stranger", data={})), "<form>")

    def test_shows_people_their_own(self) -> None:
        listed = [{"slug": slug, "display_name": slug} for slug in ("logic", "data8", "data8.final")]
        found = {
            name: [one["slug"] for one in servers.shown(self.spawner(name, clock=BEFORE, offered=listed))]
            for name in ("ada", "lea", "both", "stranger", "prof")
        }
        self.assertEqual(found["ada"], ["data8", "data8.final"])
        self.assertEqual(found["lea"], ["logic"])
        self.assertEqual(found["both"], found["prof"])
        self.assertEqual((found["both"], found["stranger"]), (["logic", "data8", "data8.final"], []))


class Progress(Case):
    def messages(self, made: Any) -> list[Any]:
        async def collect() -> list[Any]:
            return [event async for event in made.progress()]

        return run(collect())

    def test_begins_with_the_word(self) -> None:
        made = self.spawner("ada", "logic", clock=BEFORE)
        self.assertEqual(self.messages(made), [{"message": "KubeSpawner's own"}])
        made.run_pre_spawn_hook()
        first, then = self.messages(made)
        self.assertEqual(first, {"progress": 0, "message": made.hubc_word})
        self.assertEqual(then, {"message": "KubeSpawner's own"})
        made.run_pre_spawn_hook()
        self.assertEqual(self.messages(made), [then])


class SharedAccount(Case):
    def test_has_what_its_members_have(self) -> None:
        data: HubData = {"servers": {**ENTRIES, "accounts": {"room": {"group": "team"}, "no": {"group": "gone"}}}}
        self.database.session.add(orm.Group(name="team", users=[self.database.user("ada"), self.database.user("tess")]))
        made = self.spawner("room", data=data, clock=BEFORE)
        self.assertEqual(made.hubc_choices(), ["data8", "data8.final"])
        self.assertEqual(self.spawner("no", data=data, clock=BEFORE).hubc_choices(), [])


class Applied(Case):
    data: HubData = {
        "servers": {
            "entries": {
                "data8": entry(
                    "Data 8",
                    staff=["data8-staff", "more"],
                    staffOverride={"staff": 1},
                    accountOverride={"collaborates": 1},
                    grader="grader-data8",
                    graderOverride={"grader": 1},
                    tolerations=["gpu"],
                    owner={"name": "own-home", "of": "data8"},
                ),
                "plain": entry("Plain"),
            },
            "accounts": {
                "grader-data8": {"course": "data8"},
                "room": {"group": "data8", "collaborates": True},
                "quiet": {"group": "data8"},
            },
        }
    }

    def applied(self, name: str, slug: str = "data8", **more: Any) -> Any:
        made = self.spawner(name, slug, **more)
        run(made.load_user_options())
        return made

    def test_staff_accounts_and_graders_get_theirs(self) -> None:
        found = {name: self.applied(name).overrides for name in ("ada", "tess", "room", "quiet", "grader-data8")}
        self.assertEqual(
            found,
            {
                "ada": [],
                "tess": [{"staff": 1}],
                "room": [{"collaborates": 1}],
                "quiet": [],
                "grader-data8": [{"grader": 1}],
            },
        )
        self.assertEqual(self.applied("room", "plain").overrides, [{}])

    def test_lists_of_the_hub_are_added_to(self) -> None:
        block = SimpleNamespace(name="block-cloud-metadata")
        own = {"name": "own-home", "of": "hub"}
        made = self.applied("ada", init_containers=[own, {"name": "other"}, block])
        self.assertEqual(made.tolerations, ["the hub's", "gpu"])
        self.assertEqual(made.init_containers, [{"name": "own-home", "of": "data8"}, {"name": "other"}, block])
        made = self.applied("ada", "plain", init_containers=[own, block])
        self.assertEqual((made.tolerations, made.init_containers), (["the hub's"], [own, block]))

    def test_after_what_kubespawner_takes_of_the_choice(self) -> None:
        made = self.spawner("ada", "gone")
        run(made.load_user_options())
        self.assertEqual(made.calls, [("load_user_options", {"profile": "data8"})])


class Raises(Case):
    data: HubData = {
        "servers": {
            "raises": {
                "data8": {"mem_guarantee": 12, "mem_limit": 6, "cpu_limit": 2, "cpu_guarantee": 0.5},
                "logic": {"mem_guarantee": 10, "mem_limit": 24},
            }
        }
    }

    def found(self, name: str, **more: Any) -> tuple[Any, ...]:
        made = self.spawner(name, cpu_limit=None, cpu_guarantee=None, **more)
        run(made.load_user_options())
        return made.mem_guarantee, made.mem_limit, made.cpu_limit, made.cpu_guarantee

    def test_are_the_largest_of_all_groups_each_for_itself(self) -> None:
        self.assertEqual(self.found("ada"), (12, 8, None, 0.5))
        self.assertEqual(self.found("lea"), (10, 24, None, None))
        self.assertEqual(self.found("both"), (12, 24, None, 0.5))
        self.assertEqual(self.found("both", mem_guarantee=16), (16, 24, None, 0.5))

    def test_are_for_members_alone(self) -> None:
        self.assertEqual(self.found("stranger"), (4, 8, None, None))
        self.assertEqual(self.found("both", data={}), (4, 8, None, None))


class WorkspaceHome(Case):
    data: HubData = {
        "workspaces": {"room": {}},
        "workspaceHomes": {"from": "{username}", "to": "_workspaces/{username}"},
    }

    def mounts(self) -> Any:
        return {"home": {"subPath": "{username}"}, "share": {"subPath": "shared"}, "none": {}}

    def test_is_apart_from_peoples(self) -> None:
        maker: Any = {"name": "own", "volumeMounts": [{"subPath": "{username}"}, {"subPath": "x"}]}
        block = SimpleNamespace(name="block")
        bare = {"name": "bare"}
        made = self.spawner("room", volume_mounts=self.mounts(), init_containers=[maker, bare, block])
        run(made.load_user_options())
        self.assertEqual(
            [mount.get("subPath") for mount in made.volume_mounts.values()], ["_workspaces/{username}", "shared", None]
        )
        found = [mount["subPath"] for mount in made.init_containers[0]["volumeMounts"]]
        self.assertEqual(found, ["_workspaces/{username}", "x"])
        self.assertEqual(made.pvc_name, "claim")
        # The values' own are everybody's.
        self.assertEqual(maker["volumeMounts"][0]["subPath"], "{username}")

    def test_where_mounts_are_a_list(self) -> None:
        made = self.spawner("room", volume_mounts=list(self.mounts().values()))
        run(made.load_user_options())
        self.assertEqual(made.volume_mounts[0], {"subPath": "_workspaces/{username}"})

    def test_is_a_claim_of_its_own(self) -> None:
        made = self.spawner("room", storage_pvc_ensure=True, volume_mounts=self.mounts())
        run(made.load_user_options())
        self.assertEqual(made.pvc_name, "workspace-claim-room")
        self.assertEqual(made.volume_mounts, self.mounts())

    def test_is_none_of_a_persons(self) -> None:
        for storage_pvc_ensure in (True, False):
            made = self.spawner("ada", storage_pvc_ensure=storage_pvc_ensure, volume_mounts=self.mounts())
            run(made.load_user_options())
            self.assertEqual((made.pvc_name, made.volume_mounts), ("claim", self.mounts()))

    def test_is_as_elsewhere_where_homes_are_not_shared(self) -> None:
        made = self.spawner("room", data={"workspaces": {"room": {}}}, volume_mounts=self.mounts())
        run(made.load_user_options())
        self.assertEqual(made.volume_mounts, self.mounts())


class NothingToChoose(Case):
    """The hub's own list of profiles, or none."""

    data: HubData = {}
    offered = (
        {
            "display_name": "Small",
            "profile_options": {"image": {"choices": {"py": {}, "r": {}}}, "size": {"choices": {"s": {}}}, "free": {}},
        },
        {"display_name": "Large"},
    )

    def started(self, options: dict[str, Any], profile_list: Any = offered, **more: Any) -> Any:
        made = self.spawner("ada", data={}, profile_list=profile_list, **more)
        made.user_options, made.orm_spawner.user_options = options, dict(options)
        run(made.run_pre_spawn_hook())
        return made

    def test_what_is_offered_stays(self) -> None:
        options = {"profile": "small", "image": "py", "other": "x"}
        made = self.started(dict(options))
        self.assertEqual((made.user_options, made.hubc_word), (options, None))
        self.assertEqual(made.calls, [("run_pre_spawn_hook", options)])
        self.assertEqual(self.database.commits, 0)
        self.assertEqual(self.started({}).user_options, {})

    def test_what_is_not_offered_is_forgotten(self) -> None:
        for gone in ("old", 3):
            made = self.started({"profile": gone, "image": "py"})
            self.assertEqual(made.user_options, {"image": "py"})
            self.assertEqual(made.hubc_word, f"{gone} is not offered now: this is the usual server.")
            self.assertEqual(made.orm_spawner.user_options, {"image": "py"})
        self.assertEqual(self.started({"profile": "small"}, profile_list=None).user_options, {})

    def test_nor_is_an_option_of_it(self) -> None:
        for gone in ("julia", ["py"]):
            made = self.started({"profile": "small", "image": gone})
            self.assertEqual(made.user_options, {"profile": "small"})
        made = self.started({"profile": "small", "size": "xl", "image": "julia"})
        self.assertEqual(made.hubc_word, "julia, xl is not offered now: this is the usual server.")
        made = self.started({"profile": "small", "free": "x"})
        self.assertEqual(made.user_options, {"profile": "small"})
        # Options of another profile are its own matter.
        self.assertEqual(self.started({"profile": "large", "image": "julia"}).hubc_word, None)

    def test_a_list_may_be_a_function(self) -> None:
        async def later(spawner: Any) -> Any:
            return [{"display_name": spawner.user.name}]

        self.assertEqual(self.started({"profile": "ada"}, later).user_options, {"profile": "ada"})
        self.assertEqual(self.started({"profile": "ada"}, lambda _: self.offered).user_options, {})

    def test_the_hubs_own_hook_runs_at_once_or_later(self) -> None:
        ran = []

        async def later() -> None:
            ran.append("later")

        self.started({}, hook=later)
        self.started({}, hook=lambda: ran.append("at once"))
        self.assertEqual(ran, ["later", "at once"])

    def test_before_kubespawner_takes_it_too(self) -> None:
        made = self.spawner("ada", data={}, profile_list=list(self.offered))
        made.user_options = {"profile": "old"}
        run(made.load_user_options())
        self.assertEqual(made.calls, [("load_user_options", {})])
        self.assertEqual(made.overrides, [])


class Configured(unittest.TestCase):
    def configured(self, data: HubData, profile_list: Any = (), base: type = PlainSpawner) -> Any:
        c = Configuration()
        c.JupyterHub.spawner_class = base
        servers.configure(c, data, profile_list)
        return c

    def test_a_spawner_that_lacks_what_is_used_ends_the_start_where_something_is_decided(self) -> None:
        class Bare:
            pass

        with self.assertRaises(SystemExit) as ended:
            self.configured({"servers": {"raises": {"g": {}}}}, base=Bare)
        self.assertEqual(
            str(ended.exception), "hubc: Bare has no _apply_overrides. Use the chart version this was made for."
        )
        self.assertIs(self.configured({}, base=Bare).JupyterHub.spawner_class, Bare)

    def test_values_that_do_not_fit_end_the_start(self) -> None:
        for listed in ([], [{"slug": "x"}], [{"slug": "data8"}, {}]):
            with self.assertRaises(SystemExit) as ended:
                self.configured(CHOICE, listed)
            said = "hubc: singleuser.profileList and custom.hubc.servers.entries don't name the same servers."
            self.assertEqual(str(ended.exception), said)
        self.configured(CHOICE, [{"slug": slug} for slug in ENTRIES["entries"]])
        self.configured({"servers": {"raises": {"g": {}}}}, [{"slug": "the hub's own"}])

    def test_the_form_is_the_hubs_own_where_nothing_is_chosen(self) -> None:
        c = self.configured({"servers": {"raises": {"g": {}}}})
        self.assertNotIn("KubeSpawner", c)
        self.assertTrue(issubclass(c.JupyterHub.spawner_class, servers.Servers))


if __name__ == "__main__":
    unittest.main()
