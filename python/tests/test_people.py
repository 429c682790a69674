"""The database at a start, who may sign in, and the groups that a sign-in gives."""

import asyncio
import tempfile
import unittest
from types import SimpleNamespace
from typing import Any
from unittest import mock

from jupyterhub import orm
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from tornado.web import HTTPError

from hubc_hub import people
from hubc_hub.data import HubData
from hubc_hub.people import People
from tests.plain import Configuration, Database, PlainAuthenticator, authenticator, run


def started(data: HubData, database: Database, **settings: Any) -> Any:
    """The authenticator of a hub that has begun to load its users."""
    made = authenticator(data, database, **settings)
    made.check_allow_config()
    return made


class Start(unittest.TestCase):
    def test_members_join_and_whoever_is_no_longer_listed_leaves(self) -> None:
        database = Database(["ada", "bob", "eve"], {"class": ["bob", "eve"], "elsewhere": ["bob"]})
        started({"groups": {"class": {"members": ["ada"]}, "new": {"members": ["bob"]}}}, database)
        self.assertEqual(database.groups_of("ada"), {"class"})
        self.assertEqual(database.groups_of("bob"), {"new", "elsewhere"})
        self.assertEqual(database.groups_of("eve"), set())
        self.assertEqual(database.commits, 1)

    def test_groups_are_known_as_hubcs_and_keep_what_else_is_said_of_them(self) -> None:
        database = Database()
        database.session.add(orm.Group(name="class", properties={"color": "red"}))
        started({"groups": {"class": {}, "empty": {}}}, database)
        self.assertEqual(database.group("class").properties, {"color": "red", "hubc": True})
        self.assertEqual(database.group("empty").properties, {"hubc": True})

    def test_a_group_that_is_no_longer_declared_is_emptied(self) -> None:
        database = Database(["ada", "bob"], {"hubc:course:old": ["ada"], "elsewhere": ["ada"], "other": []})
        database.session.add(orm.Group(name="old", users=[database.user("ada")], properties={"hubc": True, "x": 1}))
        database.group("other").properties = {"y": 2}
        started({"groups": {"class": {"members": ["bob"]}}}, database)
        self.assertEqual(database.groups_of("ada"), {"elsewhere"})
        self.assertEqual(database.group("old").properties, {"x": 1})
        self.assertEqual(database.group("hubc:course:old").properties, {})
        self.assertEqual(database.group("other").properties, {"y": 2})
        self.assertEqual(database.groups()["class"], {"bob"})

    def test_a_group_that_was_hubcs_and_is_not_is_left_alone_from_then_on(self) -> None:
        database = Database(["ada"])
        database.session.add(orm.Group(name="old", properties={"hubc": True}))
        started({}, database)
        database.group("old").users = [database.user("ada")]
        started({}, database)
        self.assertEqual(database.groups_of("ada"), {"old"})

    def test_whoever_is_no_longer_admin_loses_the_role_and_nothing_else(self) -> None:
        database = Database(["prof", "ada", "eve", "bob"])
        role, other = orm.Role(name="admin"), orm.Role(name="user")
        for name, roles, admin in (
            ("prof", [role, other], True),
            ("ada", [role, other], True),
            ("eve", [role], False),
            ("bob", [other], True),
        ):
            database.user(name).roles, database.user(name).admin = roles, admin
        made = started({"admins": ["Prof"]}, database)
        found = {name: [one.name for one in database.user(name).roles] for name in ("prof", "ada", "eve", "bob")}
        self.assertEqual(found, {"prof": ["admin", "user"], "ada": ["user"], "eve": [], "bob": ["user"]})
        self.assertEqual([database.user(name).admin for name in found], [True, False, False, False])
        self.assertEqual(made.admin_users, {"prof"})
        self.assertEqual(made.calls, ["check_allow_config"])

    def test_ends_without_a_database(self) -> None:
        made = authenticator({})
        made.parent = SimpleNamespace()
        with self.assertRaises(SystemExit) as ended:
            made.check_allow_config()
        said = "hubc: this JupyterHub has no database at this point. Use the chart version this was made for."
        self.assertEqual(str(ended.exception), said)

    def test_secret_lists_are_read_before(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/class", "w") as secret:
                secret.write("ada\n")
            data: HubData = {"secretsDirectory": folder, "groups": {"class": {"secretMembers": ["class"]}}}
            made = authenticator(data, database := Database(["ada"]))
        made.check_allow_config()
        self.assertEqual(database.groups_of("ada"), {"class"})


class Workspaces(unittest.TestCase):
    data: HubData = {"workspaces": {"Room": {"memberOf": ["rooms"]}}, "groups": {"class": {"members": ["ada"]}}}

    def test_are_noted_and_join_their_own_groups(self) -> None:
        database = Database()
        started(self.data, database)
        self.assertEqual(database.group("hubc:accounts").properties, {"accounts": ["room"]})
        database.user("room")
        started(self.data, database)
        self.assertEqual(database.groups_of("room"), {"rooms"})

    def test_one_by_the_name_of_a_person_ends_the_start(self) -> None:
        database = Database(["room"])
        with self.assertRaises(SystemExit) as ended:
            started(self.data, database)
        self.assertEqual(
            str(ended.exception),
            "hubc: the workspace 'room' has the name of a person of this hub: somebody signed in by it, or an admin added"
            " it. Its members would get that person's rights and files. Give the workspace another account, or delete the"
            " user on the admin page of the hub as it was, if it never was a person.",
        )
        self.assertEqual(database.commits, 0)

    def test_one_that_an_earlier_build_made_may_come_back(self) -> None:
        database = Database()
        started(self.data, database)
        database.user("room")
        gone = started({"groups": {}}, database)
        self.assertTrue(gone.hubc_roster.is_account("room"))
        self.assertEqual(database.group("hubc:accounts").properties, {"accounts": ["room"]})
        started(self.data, database)

    def test_one_is_known_by_its_role_too(self) -> None:
        database = Database(["room", "ada"])
        usual = orm.Role(name="user")
        database.user("room").roles, database.user("ada").roles = [usual, orm.Role(name="hubc-workspaces")], [usual]
        made = started(self.data, database)
        self.assertEqual(database.group("hubc:accounts").properties, {"accounts": ["room"]})
        self.assertFalse(made.hubc_roster.is_account("ada"))

    def test_what_else_is_said_of_them_stays(self) -> None:
        database = Database()
        database.session.add(orm.Group(name="hubc:accounts", properties={"accounts": ["old"], "note": "x"}))
        started(self.data, database)
        self.assertEqual(database.group("hubc:accounts").properties, {"accounts": ["old", "room"], "note": "x"})

    def test_are_users_from_the_first_day(self) -> None:
        c = Configuration()
        c.JupyterHub.authenticator_class, c.JupyterHub.load_roles = PlainAuthenticator, ["another"]
        people.configure(c, {"workspaces": {"b": {}, "a": {}}})
        self.assertEqual(c.JupyterHub.load_roles[0], "another")
        role = c.JupyterHub.load_roles[1]
        self.assertEqual(
            role,
            {
                "name": "hubc-workspaces",
                "description": "The shared accounts of this hub",
                "scopes": ["read:users:name!user"],
                "users": ["a", "b"],
            },
        )

    def test_make_no_role_where_there_are_none(self) -> None:
        c = Configuration()
        c.JupyterHub.authenticator_class, c.JupyterHub.load_roles = PlainAuthenticator, []
        people.configure(c, {})
        self.assertEqual(c.JupyterHub.load_roles, [])
        self.assertTrue(issubclass(c.JupyterHub.authenticator_class, People))


class Join(unittest.TestCase):
    def test_says_whether_it_changed_anything(self) -> None:
        database = Database(["ada"])
        made = started({"groups": {"class": {"members": ["ada"]}}}, database)
        self.assertIs(people.join(database.session, database.user("ada"), made.hubc_roster), False)
        database.user("ada").groups = []
        self.assertIs(people.join(database.session, database.user("ada"), made.hubc_roster), True)


class MayEnter(unittest.TestCase):
    listed: HubData = {
        "admins": ["prof"],
        "groups": {"class": {"members": ["ada"]}, "ta": {"members": ["tess"]}, "away": {"members": ["eve"]}},
        "allowed": {"members": ["class", "unknown"]},
    }

    def test_the_listed_and_the_admins_alone(self) -> None:
        made = started(self.listed, Database(), allowed_users={"written"})
        self.assertEqual(made.allowed_users, {"written", "prof", "ada"})
        self.assertFalse(made.allow_all or made.allow_existing_users)
        self.assertTrue(made.any_allow_config)
        for name, may in (("ada", True), ("prof", True), ("written", True), ("tess", False), ("eve", False)):
            self.assertIs(run(made.check_allowed(name, {})), may, name)

    def test_whoever_has_an_account_where_that_is_said(self) -> None:
        said: HubData = {**self.listed, "allowed": {"members": ["class"], "existing": True}}
        self.assertTrue(started(said, Database()).allow_existing_users)

    def test_as_the_authenticator_says_where_there_is_no_list(self) -> None:
        made = started({"groups": {"class": {"members": ["ada"]}}}, Database())
        self.assertTrue(made.allow_all and made.allow_existing_users)
        self.assertFalse(made.any_allow_config)
        self.assertEqual(made.allowed_users, set())
        self.assertFalse(run(made.check_allowed("ada", {})))

    def test_whom_the_authenticator_lets_in_at_once_or_later(self) -> None:
        for waits in (False, True):
            for allows in (False, True):
                made = started({}, Database(), allows=allows, waits=waits)
                self.assertIs(run(made.check_allowed("ada", {})), allows)

    def test_whom_a_list_of_open_courses_holds(self) -> None:
        data: HubData = {
            "courses": {"c": {"people": "hubc:course:c", "everyone": True}},
            "allowed": {"members": ["hubc:course:c"]},
        }
        self.assertTrue(run(started(data, Database()).check_allowed("anybody", {})))

    def test_nobody_as_a_workspace(self) -> None:
        data: HubData = {"workspaces": {"room": {}}, "accountPrefixes": ["shared-"]}
        made = started(data, Database())
        for name in ("room", "shared-x"):
            with self.assertRaises(HTTPError) as refused, self.assertLogs("hubc-tests", "WARNING") as log:
                run(made.run_post_auth_hook(None, {"name": name}))
            said = "%s is a shared workspace. Sign in as yourself, then open it from there."
            problem = refused.exception
            self.assertEqual((problem.status_code, problem.log_message, problem.args), (403, said, (name,)))
            self.assertEqual(log.records[0].getMessage(), f"hubc: refused a sign-in as the workspace {name}")
        self.assertEqual(run(made.run_post_auth_hook(None, {"name": "ada"})), {"name": "ada"})

    def test_nobody_whom_a_hook_refuses_or_renames_to_a_workspace(self) -> None:
        made = started({"workspaces": {"room": {}}}, Database(), hook=lambda auth_model: None)
        self.assertIsNone(run(made.run_post_auth_hook(None, {"name": "ada"})))
        made.hook = lambda auth_model: {}
        self.assertEqual(run(made.run_post_auth_hook(None, {"name": "ada"})), {})
        made.hook = lambda auth_model: {**auth_model, "name": "room"}
        with self.assertRaises(HTTPError):
            run(made.run_post_auth_hook(None, {"name": "ada"}))


class NewUsers(unittest.TestCase):
    def test_join_their_groups_at_once(self) -> None:
        for waits in (False, True):
            database = Database()
            made = started({"groups": {"class": {"members": ["ada"]}}}, database, waits=waits)
            before = database.commits
            run(made.add_user(database.user("ada")))
            self.assertEqual(database.groups_of("ada"), {"class"})
            self.assertEqual(made.calls[-1], ("add_user", "ada"))
            self.assertEqual((database.commits, made.answered_later), (before + 1, 1 if waits else 0))
            run(made.add_user(SimpleNamespace(name="ada", orm_user=database.user("ada"))))
            self.assertEqual(database.commits, before + 1)

    def test_join_a_group_that_is_there(self) -> None:
        database = Database()
        made = started({"groups": {"class": {"members": ["ada"]}, "ta": {"members": ["ada"]}}}, database)
        database.group("class").name = "renamed by an admin"
        run(made.add_user(database.user("ada")))
        self.assertEqual(database.groups_of("ada"), {"ta"})


class Renewed(unittest.TestCase):
    def test_a_workspace_never_expires(self) -> None:
        made = started({"workspaces": {"room": {}}}, Database(), renewed=False)
        self.assertIs(run(made.refresh_user(SimpleNamespace(name="room"))), True)
        self.assertIs(run(made.refresh_user(SimpleNamespace(name="ada"))), False)

    def test_the_authenticator_is_asked_with_all_it_is_given(self) -> None:
        for waits in (False, True):
            made = started({}, Database(), waits=waits)
            self.assertIs(run(made.refresh_user(SimpleNamespace(name="ada"), "handler", force=True)), True)
            self.assertEqual(made.calls[-1], ("refresh_user", "ada", "handler", {"force": True}))

    def test_groups_are_those_of_a_sign_in(self) -> None:
        data: HubData = {"groups": {"class": {"members": ["ada"]}}}
        made = started(data, Database(), renewed={"name": "ada", "groups": ["own"]}, manage_groups=True)
        self.assertEqual(run(made.refresh_user(SimpleNamespace(name="ada")))["groups"], ["class", "own"])


class GroupsOfASignIn(unittest.TestCase):
    data: HubData = {"groups": {"class": {"members": ["ada"]}, "ta": {}}}

    def groups(self, made: Any, auth_model: dict[str, Any]) -> Any:
        return run(made.run_post_auth_hook(None, auth_model)).get("groups")

    def test_are_its_own_and_the_declared_ones(self) -> None:
        made = started(self.data, Database(), manage_groups=True)
        self.assertEqual(self.groups(made, {"name": "ada", "groups": ["own", "ta", "hubc:x"]}), ["class", "own"])

    def test_stay_as_they_are_where_it_manages_none(self) -> None:
        made = started(self.data, Database())
        self.assertEqual(self.groups(made, {"name": "ada", "groups": ["ta"]}), ["ta"])
        made = started(self.data, Database(), manage_groups=True)
        self.assertIsNone(self.groups(made, {"name": "ada"}))


class Sources(unittest.TestCase):
    """Groups from sign-in: what it says now, else what an earlier one said."""

    data: HubData = {
        "groups": {"class": {"sources": ["hubc:s", "hubc:t"]}, "closed": {"sources": ["hubc:t"]}},
        "allowed": {"members": ["class"]},
        "signIn": {
            "sources": {"hubc:s": {"claim": "course", "value": "7"}, "hubc:t": {"role": "Learner", "context": "t"}}
        },
    }

    def setUp(self) -> None:
        self.database = Database(["ada", "bob"], {"hubc:s": ["ada"], "hubc:t": ["bob"]})
        self.made = started(self.data, self.database, manage_groups=True)

    def sources(self, name: str, state: Any) -> set[str]:
        found: set[str] = self.made.hubc_sources_of(name, {"name": name, "auth_state": state})
        return found

    def test_are_kept_over_a_start(self) -> None:
        self.assertEqual(self.database.groups_of("ada"), {"hubc:s", "class"})
        self.assertEqual(self.database.groups_of("bob"), {"hubc:t", "class", "closed"})

    def test_a_sign_in_says_who_is_in_and_who_is_not(self) -> None:
        self.assertEqual(self.sources("new", {"course": 7}), {"hubc:s"})
        self.assertEqual(self.sources("ada", {"course": 8}), set())

    def test_where_it_says_nothing_the_earlier_one_counts(self) -> None:
        # The launch is of another course than that of hubc:t.
        self.assertEqual(
            self.sources("bob", {"course": 7, "roles": "Learner", "context_id": "u"}), {"hubc:s", "hubc:t"}
        )
        self.assertEqual(self.sources("ada", {"course": 7, "roles": "", "context_id": "t"}), {"hubc:s"})
        self.assertEqual(self.sources("ada", None), {"hubc:s"})
        self.assertEqual(self.made.hubc_sources_of("ada", None), set())

    def test_of_a_list_let_in(self) -> None:
        state = {"auth_state": {"course": 7}}
        self.assertTrue(run(self.made.check_allowed("new", state)))
        self.assertFalse(run(self.made.check_allowed("new", {"auth_state": {"course": 8}})))
        self.assertFalse(run(self.made.check_allowed("new", None)))

    def test_become_groups(self) -> None:
        hook = self.made.run_post_auth_hook
        model = run(hook(None, {"name": "new", "auth_state": {"course": 7}}))
        self.assertEqual(model["groups"], ["class", "hubc:s"])
        model = run(hook(None, {"name": "new", "groups": ["own", "hubc:s", "hubc:t"], "auth_state": {"course": 8}}))
        self.assertEqual(model["groups"], ["own"])


class KeptOnTheAdminPage(unittest.TestCase):
    """A group that is a source by its own name: the admin page fills it, beside its list, and sign-in says nothing of it."""

    data: HubData = {
        "groups": {
            "lab": {"members": ["ada"], "sources": ["lab"]},
            "listed": {"members": ["ada"]},
            "hubc:course:c": {"members": ["ada"], "sources": ["lab"]},
        },
        "allowed": {"members": ["lab"]},
    }

    def setUp(self) -> None:
        self.database = Database(["ada", "bob", "eve"], {"lab": ["bob"], "listed": ["bob", "eve"]})
        self.made = started(self.data, self.database)

    def test_who_was_added_there_stays_over_a_start_and_gets_what_the_group_gives(self) -> None:
        self.assertEqual(self.database.groups_of("bob"), {"lab", "hubc:course:c"})

    def test_who_is_listed_is_in_it_too(self) -> None:
        self.assertEqual(self.database.groups_of("ada"), {"lab", "listed", "hubc:course:c"})

    def test_other_groups_stay_exact(self) -> None:
        self.assertEqual(self.database.groups_of("eve"), set())

    def test_who_was_added_may_sign_in(self) -> None:
        for name, may in (("bob", True), ("eve", False)):
            self.assertEqual(asyncio.run(self.made.check_allowed(name, {"name": name, "auth_state": None})), may, name)


class OtherJupyterHub(unittest.TestCase):
    def test_one_that_lacks_what_is_used_ends_the_start(self) -> None:
        c = Configuration()
        c.JupyterHub.authenticator_class, c.JupyterHub.load_roles = PlainAuthenticator, []
        used = [
            (Authenticator, "check_allowed"),
            (Authenticator, "refresh_user"),
            (JupyterHub, "load_roles"),
            (orm.User, "roles"),
            (orm.Group, "find"),
        ]
        for owner, name in used:
            bare = type(
                owner.__name__, (), {one: None for one in dir(owner) if not one.startswith("_") and one != name}
            )
            place = orm if owner in (orm.Group, orm.User) else people
            with mock.patch.object(place, owner.__name__, bare), self.assertRaises(SystemExit) as ended:
                people.configure(c, {})
            self.assertEqual(
                str(ended.exception),
                f"hubc: {owner.__name__} has no {name}. Use the chart version this was made for.",
            )
        self.assertIs(c.JupyterHub.authenticator_class, PlainAuthenticator)


if __name__ == "__main__":
    unittest.main()
