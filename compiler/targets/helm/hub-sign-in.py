"""Signing in to this hub, where the authenticator's own options can't say it.

Written by hubc, the same for every hub. All it knows comes from the values under `custom.hubc.signIn`: secrets that the
authenticator takes only as options come from variables of the hub's pod; a domain is dropped from usernames; sign-in is
narrowed to organizations; people enter by the domain of an address that the sign-in vouches for; and what the sign-in
says of a person is turned into memberships of sources, which groups name.

It works as a class put in front of the hub's own authenticator, which keeps its settings and its hooks.
"""

import os
import re
import sys
from inspect import isawaitable
from pathlib import Path

from jupyterhub.app import JupyterHub
from z2jh import get_config

hubc_sign_in = get_config("custom.hubc.signIn", {}) or {}
hubc_lti = "https://purl.imsglobal.org/spec/lti/claim/"
# Roles in the course of the launch; a role in the whole institution is none in the course.
hubc_role_in_course = re.compile(
    r"http://purl\.imsglobal\.org/vocab/lis/v2/membership(?:/\w+)?#(\w+)|urn:lti:role:ims/lis/(\w+)(?:/\w+)?"
)


def hubc_end(message):
    """Ends the hub's start with one message."""
    sys.exit(f"hubc: {message}")


def hubc_secret(spec):
    """The value of a variable that the cluster fills from the release's Secret. Messages never hold it."""
    value = os.environ.get(spec["variable"], "").strip("\r\n")
    if len(value) < spec.get("shortest", 1):
        hubc_end(
            f"the variable {spec['variable']}, from the key {spec['key']!r} of the hub's Secret, must hold at least"
            f" {spec.get('shortest', 1)} characters."
        )
    return value


def hubc_claim(claims, name):
    """A claim by its name, or by the names on the way to it, joined by dots. None where there is none."""
    if name in claims:
        return claims[name]
    for part in name.split("."):
        claims = claims.get(part) if isinstance(claims, dict) else None
    return claims


def hubc_as_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value


def hubc_launch(state):
    """Of an LTI launch: the roles in its course, as words and as written, and the course."""
    written = state.get(f"{hubc_lti}roles")
    if written is None:
        written = (state.get("roles") or "").split(",")
    written = {role.strip() for role in written}
    matches = [hubc_role_in_course.fullmatch(role) for role in written]
    words = {word for match in matches if match for word in match.groups() if word}
    context = state.get(f"{hubc_lti}context") or {}
    return written | words, context.get("id") or state.get("context_id")


class HubcSignIn:
    """The rules above, at the places where JupyterHub asks its authenticator."""

    def check_allow_config(self):
        super().check_allow_config()
        if "firstPassword" in hubc_sign_in:
            self.hubc_make_admin_accounts(hubc_secret(hubc_sign_in["firstPassword"]))

    def hubc_make_admin_accounts(self, password):
        # Accounts belong to whoever asks for them first, so those of the admins are there from the start.
        signup, self.enable_signup = self.enable_signup, True
        for name in sorted(self.admin_users):
            if not self.user_exists(name) and not self.create_user(name, password):
                hubc_end(
                    f"can't make the account of the admin {name!r}: its password must be one that is hard to guess."
                )
        self.enable_signup = signup

    def get_authed_users(self):
        # Of NativeAuthenticator: a name on a list is not yet the person, so an admin approves each account.
        found = {name: self.get_user(name) for name in super().get_authed_users()}
        approved = {name for name, account in found.items() if account is not None and account.is_authorized}
        return approved | set(self.admin_users)

    def normalize_username(self, username):
        name = super().normalize_username(username)
        suffix = f"@{hubc_sign_in.get('stripDomain') or ''}"
        stripped = name.removesuffix(suffix) if len(suffix) > 1 and name.lower().endswith(suffix) else ""
        return stripped or name

    async def check_blocked_users(self, username, auth_model=None):
        passed = super().check_blocked_users(username, auth_model)
        passed = await passed if isawaitable(passed) else passed
        organizations = hubc_sign_in.get("within")
        if not passed or not organizations:
            return passed
        return bool(await self.hubc_memberships(auth_model, organizations))

    async def check_allowed(self, username, auth_model=None):
        allowed = super().check_allowed(username, auth_model)
        allowed = await allowed if isawaitable(allowed) else allowed
        return bool(allowed) or self.hubc_has_address(auth_model)

    def hubc_has_address(self, auth_model):
        rule = hubc_sign_in.get("addresses")
        if not rule or not auth_model:
            return False
        claims = self.hubc_claims(auth_model.get("auth_state") or {})
        if "verified" in rule and claims.get(rule["verified"]) is not True:
            return False
        address = claims.get(rule["claim"])
        domain = address.rpartition("@")[2].lower() if isinstance(address, str) and "@" in address else None
        return domain in rule["domains"]

    def hubc_claims(self, state):
        claims = hubc_claim(state, hubc_sign_in["claims"]) if hubc_sign_in.get("claims") else state
        return claims if isinstance(claims, dict) else {}

    async def update_auth_model(self, auth_model):
        # Of OAuthenticator: the place to ask the provider for more, at sign-in and when it is renewed.
        auth_model = await super().update_auth_model(auth_model)
        state = auth_model["auth_state"]
        asked = sorted({name for source in self.hubc_all_sources().values() for name in source.get("memberOf") or []})
        if hubc_sign_in.get("asks") == "github":
            state["hubc_member_of"] = await self.hubc_memberships(auth_model, asked)
        elif hubc_sign_in.get("asks") == "google":
            user = state[self.user_auth_state_key]
            known = user["domain"] in self.gsuite_administrator
            names = await self._fetch_member_groups(user["email"], user["domain"]) if known else []
            state["hubc_member_of"] = [f"{name}@{user['domain']}".lower() for name in names]
        elif hubc_sign_in.get("asks") == "canvas":
            state["hubc_member_of"] = state.get(self.auth_state_groups_key) or []
        return auth_model

    async def hubc_memberships(self, auth_model, wanted):
        """Of these organizations and teams of GitHub, those that hold the person."""
        state = auth_model["auth_state"]
        token, login = state["token_response"], state[self.user_auth_state_key]["login"]
        return [
            name
            for name in wanted
            if await self._check_membership_allowed_organizations(
                name, login, token["access_token"], token["token_type"]
            )
        ]

    async def get_user_groups(self, auth_state):
        # Of OAuthenticator. Its own groups count where Canvas gives them, or somebody configured where they stand.
        configured = any("auth_state_groups_key" in self.config.get(one.__name__, {}) for one in type(self).__mro__)
        if self.hubc_all_sources() and hubc_sign_in.get("asks") != "canvas" and not configured:
            return set()
        groups = super().get_user_groups(auth_state)
        return set(await groups if isawaitable(groups) else groups)

    def hubc_all_sources(self):
        return hubc_sign_in.get("sources") or {}

    def hubc_sources(self, auth_model):
        """{source: whether the person is in it}, without those of which this sign-in says nothing."""
        state = auth_model.get("auth_state")
        if not state:
            return {}
        said = {name: self.hubc_is_in(source, state) for name, source in self.hubc_all_sources().items()}
        return {name: is_in for name, is_in in said.items() if is_in is not None}

    def hubc_is_in(self, source, state):
        if "memberOf" in source:
            return set(source["memberOf"]) <= set(state.get("hubc_member_of") or [])
        if "role" in source:
            roles, course = hubc_launch(state)
            # A launch speaks for its own course.
            return None if source.get("context", course) != course else source["role"] in roles
        found = hubc_claim(self.hubc_claims(state), source["claim"])
        return source["value"] in map(hubc_as_text, found if isinstance(found, list) else [found])


for hubc_option in hubc_sign_in.get("options") or []:
    c[hubc_option["section"]][hubc_option["trait"]] = hubc_secret(hubc_option)  # noqa: F821, `c` is the configuration
if "consumer" in hubc_sign_in:
    c.LTI11Authenticator.consumers = {  # noqa: F821
        hubc_sign_in["consumer"]["name"]: hubc_secret(hubc_sign_in["consumer"])
    }
for hubc_key in hubc_sign_in.get("files") or []:
    hubc_path = Path(get_config("custom.hubc.secretsDirectory", "/etc/hubc/secrets")) / hubc_key
    if not hubc_path.is_file():
        hubc_end(f"the hub's Secret must have the key {hubc_key!r}, mounted at {hubc_path}.")
hubc_plain = JupyterHub.class_traits()["authenticator_class"].validate(None, c.JupyterHub.authenticator_class)  # noqa: F821
hubc_used = {
    "github": "update_auth_model get_user_groups _check_membership_allowed_organizations",
    "google": "update_auth_model get_user_groups _fetch_member_groups gsuite_administrator",
    "canvas": "update_auth_model get_user_groups auth_state_groups_key",
}
for hubc_name in hubc_used.get(hubc_sign_in.get("asks"), "check_allowed").split():
    if not hasattr(hubc_plain, hubc_name):
        hubc_end(f"{hubc_plain.__name__} has no {hubc_name}. Use the chart version this was made for.")
c.JupyterHub.authenticator_class = type(  # noqa: F821
    f"{hubc_plain.__name__}Extended", (HubcSignIn, hubc_plain), {"__module__": hubc_plain.__module__}
)
