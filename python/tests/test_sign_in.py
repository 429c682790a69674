"""What a sign-in says of a person, and who may enter by it."""

import os
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

from hubc_hub import sign_in
from hubc_hub.data import HubData, SignInData
from hubc_hub.sign_in import SignIn
from tests.plain import Configuration, PlainAuthenticator, authenticator, run

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
CONTEXT_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership"


class OAuth(PlainAuthenticator):
    """As an OAuthenticator: what it is told, and what it asks of GitHub or Google."""

    user_auth_state_key = "github_user"
    auth_state_groups_key = "canvas_groups"
    gsuite_administrator = {"b.edu": "root"}
    member_of = ("org", "org:team")
    groups: Any = ("own",)

    async def update_auth_model(self, auth_model: Any) -> Any:
        self.calls.append("update_auth_model")
        return auth_model

    def get_user_groups(self, auth_state: Any) -> Any:
        return self.answer(set(self.groups))

    async def _check_membership_allowed_organizations(self, org: str, login: str, token: str, kind: str) -> bool:
        self.calls.append((org, login, token, kind))
        return org in self.member_of

    async def _fetch_member_groups(self, email: str, domain: str) -> Any:
        return [f"TAs-of-{email}"]


def made(rules: SignInData, base: type = OAuth, **settings: Any) -> Any:
    return authenticator({"signIn": rules}, rules=(SignIn,), base=base, **settings)


def github(login: str = "ada") -> dict[str, Any]:
    token = {"access_token": "secret", "token_type": "bearer"}
    return {"auth_state": {"token_response": token, "github_user": {"login": login}}}


class Secrets(unittest.TestCase):
    def configured(self, rules: SignInData, variables: dict[str, str], **data: Any) -> Any:
        c = Configuration()
        c.JupyterHub.authenticator_class = OAuth
        whole: HubData = {"signIn": rules, **data}  # type: ignore[typeddict-item]
        with mock.patch.dict(os.environ, variables):
            sign_in.configure(c, whole)
        return c

    def refusal(self, *given: Any, **data: Any) -> str:
        with self.assertRaises(SystemExit) as ended:
            self.configured(*given, **data)
        return str(ended.exception)

    def test_become_options(self) -> None:
        option: Any = {"section": "LDAPAuthenticator", "trait": "password", "variable": "HUBC_P", "key": "p"}
        c = self.configured({"options": [option]}, {"HUBC_P": "pass word\r\n"})
        self.assertEqual(c.LDAPAuthenticator, {"password": "pass word"})
        self.assertTrue(issubclass(c.JupyterHub.authenticator_class, SignIn))
        self.assertNotIn("LTI11Authenticator", c)

    def test_of_a_consumer(self) -> None:
        consumer: Any = {"name": "campus", "variable": "HUBC_C", "key": "c"}
        c = self.configured({"consumer": consumer}, {"HUBC_C": "x"})
        self.assertEqual(c.LTI11Authenticator.consumers, {"campus": "x"})

    def test_that_are_missing_or_short_end_the_start_unsaid(self) -> None:
        option: Any = {"section": "A", "trait": "t", "variable": "HUBC_P", "key": "a.p"}
        said = "hubc: the variable HUBC_P, from the key 'a.p' of the hub's Secret, must hold at least {} characters."
        self.assertEqual(self.refusal({"options": [option]}, {}), said.format(1))
        self.assertEqual(self.refusal({"options": [option]}, {"HUBC_P": "\n"}), said.format(1))
        long: Any = {**option, "shortest": 8}
        self.assertEqual(self.refusal({"options": [long]}, {"HUBC_P": "1234567"}), said.format(8))
        self.assertEqual(self.configured({"options": [long]}, {"HUBC_P": "12345678"}).A.t, "12345678")

    def test_in_files_must_be_there(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "here").write_text("{}")
            self.configured({"files": ["here"]}, {}, secretsDirectory=folder)
            said = f"hubc: the hub's Secret must have the key 'gone', mounted at {folder}/gone."
            self.assertEqual(self.refusal({"files": ["here", "gone"]}, {}, secretsDirectory=folder), said)
        self.assertIn("mounted at /etc/hubc/secrets/gone.", self.refusal({"files": ["gone"]}, {}))

    def test_an_authenticator_that_lacks_what_is_asked_ends_the_start(self) -> None:
        c = Configuration()
        for asks, lacks in (
            ("github", "update_auth_model"),
            ("google", "update_auth_model"),
            ("canvas", "update_auth_model"),
        ):
            c.JupyterHub.authenticator_class = PlainAuthenticator
            with self.assertRaisesRegex(SystemExit, f"PlainAuthenticator has no {lacks}"):
                sign_in.configure(c, {"signIn": {"asks": asks}})
            c.JupyterHub.authenticator_class = OAuth
            sign_in.configure(c, {"signIn": {"asks": asks}})
        c.JupyterHub.authenticator_class = object
        with self.assertRaisesRegex(SystemExit, "object has no check_allowed"):
            sign_in.configure(c, {"signIn": {}})


class Claims(unittest.TestCase):
    def test_are_found_by_name_or_on_the_way(self) -> None:
        claims = {"a.b": 1, "a": {"b": {"c": 2}}, "x": 3}
        found = [sign_in.claim_at(claims, name) for name in ("a.b", "a.b.c", "x", "x.y", "a.z", "z")]
        self.assertEqual(found, [1, 2, 3, None, None, None])

    def test_are_compared_as_text(self) -> None:
        self.assertEqual(list(map(sign_in.as_text, [True, False, 7, "7", None])), ["true", "false", "7", "7", None])

    def test_of_a_launch_are_the_roles_in_its_course(self) -> None:
        state = {
            f"{LTI}roles": [
                f"{CONTEXT_ROLE}#Learner",
                f"{CONTEXT_ROLE}/Instructor#TeachingAssistant",
                "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor",
                f"{CONTEXT_ROLE}#Mentor#x",
            ],
            f"{LTI}context": {"id": "c1"},
        }
        roles, course = sign_in.launch_of(state)
        self.assertEqual(roles - set(state[f"{LTI}roles"]), {"Learner", "TeachingAssistant"})
        self.assertEqual(roles & set(state[f"{LTI}roles"]), set(state[f"{LTI}roles"]))
        self.assertEqual(course, "c1")

    def test_of_an_old_launch_stand_in_one_text(self) -> None:
        state = {"roles": "urn:lti:role:ims/lis/Instructor/GuestInstructor, Learner", "context_id": "c2"}
        roles, course = sign_in.launch_of(state)
        self.assertEqual(roles, {"Instructor", "Learner", "urn:lti:role:ims/lis/Instructor/GuestInstructor"})
        self.assertEqual(course, "c2")
        self.assertEqual(sign_in.launch_of({"roles": None}), ({""}, None))


class InSource(unittest.TestCase):
    def is_in(self, source: Any, state: Any, **rules: Any) -> Any:
        sources: Any = {"sources": {"s": source}, **rules}
        return made(sources).hubc_sources({"auth_state": state}).get("s")

    def test_members_are_in_all_that_is_asked(self) -> None:
        source = {"memberOf": ["a", "b"]}
        self.assertIs(self.is_in(source, {"hubc_member_of": ["a", "b", "c"]}), True)
        self.assertIs(self.is_in(source, {"hubc_member_of": ["b", "a"]}), True)
        self.assertIs(self.is_in(source, {"hubc_member_of": ["a"]}), False)
        self.assertIs(self.is_in(source, {"x": 1}), False)

    def test_a_launch_speaks_for_its_own_course(self) -> None:
        source = {"role": "Learner", "context": "c1"}
        self.assertIs(self.is_in(source, {"roles": "Learner", "context_id": "c1"}), True)
        self.assertIs(self.is_in(source, {"roles": "Instructor", "context_id": "c1"}), False)
        self.assertIsNone(self.is_in(source, {"roles": "Learner", "context_id": "c2"}))
        self.assertIs(self.is_in({"role": "Learner"}, {"roles": "Learner", "context_id": "c2"}), True)

    def test_a_claim_is_a_value_or_a_list_with_it(self) -> None:
        source = {"claim": "course", "value": "7"}
        for claim, is_in in ((7, True), ("7", True), ([6, 7], True), (8, False), ([], False), (None, False)):
            self.assertIs(self.is_in(source, {"course": claim}), is_in, claim)
        self.assertIs(self.is_in(source, {"oauth_user": {"course": 7}}, claims="oauth_user"), True)
        self.assertIs(self.is_in(source, {"course": 7}, claims="oauth_user"), False)
        self.assertIs(self.is_in(source, {"oauth_user": "text"}, claims="oauth_user"), False)

    def test_without_a_state_nothing_is_said(self) -> None:
        rules: SignInData = {"sources": {"s": {"claim": "x", "value": "y"}}}
        self.assertEqual(made(rules).hubc_sources({"name": "ada"}), {})
        self.assertEqual(made({}).hubc_sources({"auth_state": {"x": "y"}}), {})


class Addresses(unittest.TestCase):
    rules: SignInData = {"addresses": {"claim": "email", "verified": "email_verified", "domains": ["b.edu"]}}

    def enters(self, state: Any, rules: Any = None, **settings: Any) -> Any:
        return run(made(rules or self.rules, **settings).check_allowed("ada", state and {"auth_state": state}))

    def test_let_in_by_their_domain(self) -> None:
        for address, may in (
            ("ada@b.edu", True),
            ("ada@B.EDU", True),
            ("@b.edu@b.edu", True),
            ("ada@x.b.edu", False),
            ("b.edu@evil.org", False),
            ("b.edu", False),
            (None, False),
            (["ada@b.edu"], False),
        ):
            self.assertIs(self.enters({"email": address, "email_verified": True}), may, address)

    def test_that_nobody_vouches_for_do_not(self) -> None:
        for verified in (False, None, "true", 1):
            self.assertIs(self.enters({"email": "ada@b.edu", "email_verified": verified}), False, verified)
        plain: SignInData = {"addresses": {"claim": "email", "domains": ["b.edu"]}}
        self.assertIs(self.enters({"email": "ada@b.edu"}, plain), True)

    def test_of_no_sign_in_do_not(self) -> None:
        self.assertIs(self.enters(None), False)
        self.assertIs(run(made(self.rules).check_allowed("ada", {"name": "ada"})), False)
        self.assertIs(self.enters({"email": "ada@b.edu", "email_verified": True}, {"claims": ""}), False)

    def test_are_asked_after_the_authenticator(self) -> None:
        for waits in (True, False):
            self.assertIs(self.enters({"email": "ada@x.org"}, allows=True, waits=waits), True)
            self.assertIs(self.enters({"email": "ada@x.org"}, waits=waits), False)


class Domain(unittest.TestCase):
    def test_is_dropped_from_names_that_have_it(self) -> None:
        clean = made({"stripDomain": "b.edu"}).normalize_username
        found = [clean(name) for name in ("Ada@b.edu", "ada@B.edu", "ada@x.b.edu", "ada", "@b.edu", "ab.edu")]
        self.assertEqual(found, ["ada", "ada", "ada@x.b.edu", "ada", "@b.edu", "ab.edu"])

    def test_is_dropped_in_any_case(self) -> None:
        class AsWritten(OAuth):
            def normalize_username(self, username: str) -> str:
                return username

        clean = made({"stripDomain": "b.edu"}, base=AsWritten).normalize_username
        self.assertEqual([clean(name) for name in ("Ada@B.edu", "Ada@x.org")], ["Ada", "Ada@x.org"])

    def test_stays_where_none_is_said(self) -> None:
        self.assertEqual([made({}).normalize_username(name) for name in ("ada@b.edu", "ada@")], ["ada@b.edu", "ada@"])


class Within(unittest.TestCase):
    def passes(self, organizations: Any, auth_model: Any = None, **settings: Any) -> Any:
        rules: SignInData = {"within": organizations} if organizations else {}
        return run(made(rules, **settings).check_blocked_users("ada", auth_model))

    def test_lets_members_of_one_pass(self) -> None:
        for waits in (True, False):
            self.assertIs(self.passes(["x", "org"], github(), waits=waits), True)
            self.assertIs(self.passes(["x", "y"], github(), waits=waits), False)

    def test_keeps_out_the_blocked_and_whoever_did_not_sign_in(self) -> None:
        self.assertIs(self.passes(["org"], github(), passes=False), False)
        self.assertIs(self.passes(["org"], github(), passes=False, waits=True), False)
        self.assertIs(self.passes(None, None, passes=False, waits=True), False)
        self.assertIs(self.passes(["org"], None), False)
        self.assertIs(self.passes(None, None), True)
        self.assertIs(self.passes(None, None, passes=False), False)

    def test_asks_github_as_the_person(self) -> None:
        one = made({"within": ["org"]})
        run(one.check_blocked_users("another", github("ada")))
        self.assertEqual(one.calls, [("org", "ada", "secret", "bearer")])


class Asked(unittest.TestCase):
    def member_of(self, rules: SignInData, state: Any, **settings: Any) -> Any:
        one = made(rules, **settings)
        model = run(one.update_auth_model({"auth_state": state}))
        self.assertEqual(one.calls[0], "update_auth_model")
        return model["auth_state"].get("hubc_member_of")

    def test_github_for_all_that_is_named_once(self) -> None:
        sources: Any = {"s": {"memberOf": ["org:team", "z"]}, "t": {"memberOf": ["org", "z"]}, "c": {"claim": "x"}}
        one = made({"asks": "github", "sources": sources})
        model = run(one.update_auth_model(github()))
        self.assertEqual(model["auth_state"]["hubc_member_of"], ["org", "org:team"])
        self.assertEqual([call[0] for call in one.calls[1:]], ["org", "org:team", "z"])

    def test_google_where_its_domain_has_an_administrator(self) -> None:
        for domain, groups in (("b.edu", ["tas-of-ada@b.edu@b.edu"]), ("x.org", [])):
            state = {"google_user": {"email": f"ada@{domain}", "domain": domain}}
            found = self.member_of({"asks": "google"}, state, user_auth_state_key="google_user")
            self.assertEqual(found, groups)

    def test_canvas_by_the_groups_that_its_class_made(self) -> None:
        self.assertEqual(self.member_of({"asks": "canvas"}, {"canvas_groups": ["course::7"]}), ["course::7"])
        self.assertEqual(self.member_of({"asks": "canvas"}, {"x": 1}), [])

    def test_nobody_else(self) -> None:
        self.assertIsNone(self.member_of({}, {"canvas_groups": ["course::7"]}))

    def test_groups_of_its_own_count_where_somebody_asked_for_them(self) -> None:
        sources: Any = {"s": {"claim": "x", "value": "y"}}
        for waits in (True, False):
            cases: Any = (
                ({}, {}, {"own"}),
                ({"sources": sources}, {}, set()),
                ({"sources": sources, "asks": "canvas"}, {}, {"own"}),
                ({"sources": sources}, {"OAuth": {"auth_state_groups_key": "x"}}, {"own"}),
                ({"sources": sources}, {"OAuth": {"scope": []}, "Other": {"auth_state_groups_key": "x"}}, set()),
            )
            for rules, config, groups in cases:
                one = made(rules, config=config, waits=waits)
                self.assertEqual(run(one.get_user_groups({})), groups)


class Native(PlainAuthenticator):
    """As NativeAuthenticator: accounts with passwords, which an admin approves."""

    def __init__(self, db: Any, **settings: Any) -> None:
        self.accounts = {"ada": True, "bob": False, "prof": True}
        self.enable_signup = False
        super().__init__(db, **settings)

    def user_exists(self, name: str) -> bool:
        return name in self.accounts

    def create_user(self, name: str, password: str) -> bool:
        self.calls.append((name, password, self.enable_signup))
        return password != "password"

    def get_user(self, name: str) -> Any:
        return SimpleNamespace(is_authorized=self.accounts[name]) if name in self.accounts else None

    def get_authed_users(self) -> set[str]:
        return {"ada", "bob", "eve"}


class Accounts(unittest.TestCase):
    rules: SignInData = {"firstPassword": {"variable": "HUBC_ADMIN_PASSWORD", "key": "p"}}

    def started(self, password: str, rules: SignInData, **settings: Any) -> Any:
        data: HubData = {"signIn": rules, "admins": ["prof", "zoe", "abe"]}
        one = authenticator(data, base=Native, **settings)
        with mock.patch.dict(os.environ, {"HUBC_ADMIN_PASSWORD": password}):
            one.check_allow_config()
        return one

    def test_of_admins_are_there_from_the_start(self) -> None:
        for open_to_all in (False, True):
            one = self.started("a-good-one", self.rules, enable_signup=open_to_all)
            self.assertEqual(
                one.calls, ["check_allow_config", ("abe", "a-good-one", True), ("zoe", "a-good-one", True)]
            )
            self.assertIs(one.enable_signup, open_to_all)
        self.assertEqual(self.started("", {}).calls, ["check_allow_config"])

    def test_that_cannot_be_made_end_the_start_without_the_password(self) -> None:
        with self.assertRaises(SystemExit) as ended:
            self.started("password", self.rules)
        said = "hubc: can't make the account of the admin 'abe': its password must be one that is hard to guess."
        self.assertEqual(str(ended.exception), said)
        with self.assertRaisesRegex(SystemExit, "the variable HUBC_ADMIN_PASSWORD"):
            self.started("", self.rules)

    def test_on_a_list_must_be_approved(self) -> None:
        self.assertEqual(self.started("", {}).get_authed_users(), {"ada", "prof", "zoe", "abe"})


if __name__ == "__main__":
    unittest.main()
