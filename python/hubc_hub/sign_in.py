"""Signing in to this hub, where the authenticator's own options can't say it.

Secrets that the authenticator takes only as options come from variables of the hub's pod; a domain is dropped from usernames;
sign-in is narrowed to organizations; people enter by the domain of an address that the sign-in vouches for; and what the sign-in
says of a person is turned into memberships of sources, which groups name.
"""

import os
import re
from collections.abc import Mapping, Sequence
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyterhub.auth import Authenticator

from hubc_hub.data import SECRETS_DIRECTORY, AuthModel, HubData, SecretData, SignInData, SourceData
from hubc_hub.starting import check_has, chosen_class, put_in_front, stop

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
# Roles in the course of the launch; a role in the whole institution is none in the course.
ROLE_IN_COURSE = re.compile(
    r"http://purl\.imsglobal\.org/vocab/lis/v2/membership(?:/\w+)?#(\w+)|urn:lti:role:ims/lis/(\w+)(?:/\w+)?"
)
USED = {
    "github": "update_auth_model get_user_groups _check_membership_allowed_organizations",
    "google": "update_auth_model get_user_groups _fetch_member_groups gsuite_administrator",
    "canvas": "update_auth_model get_user_groups auth_state_groups_key",
}
"""What is used of the authenticators that are asked for memberships (oauthenticator 17.4, canvasoauthenticator 12fcbbb)."""

if TYPE_CHECKING:

    class Base(Authenticator):
        """What is used of the class behind it, which is an OAuthenticator or a NativeAuthenticator where that is asked for."""

        enable_signup: bool
        auth_state_groups_key: str
        user_auth_state_key: str
        gsuite_administrator: Mapping[str, str]

        def user_exists(self, username: str) -> bool: ...

        def create_user(self, username: str, password: str) -> Any: ...

        def get_user(self, username: str) -> Any: ...

        def get_authed_users(self) -> set[str]: ...

        async def update_auth_model(self, auth_model: AuthModel) -> AuthModel: ...

        def get_user_groups(self, auth_state: Mapping[str, Any]) -> Any: ...

        async def _check_membership_allowed_organizations(
            self, org: str, username: str, access_token: str, token_type: str
        ) -> bool: ...

        async def _fetch_member_groups(self, email: str, domain: str) -> Sequence[str]: ...

else:
    Base = object


def configure(c: Any, data: HubData) -> None:
    """Gives the authenticator its secrets, and puts the rules in front of it. Stops where something that it needs is missing."""
    sign_in = data["signIn"]
    for option in sign_in.get("options") or []:
        c[option["section"]][option["trait"]] = read_secret(option)
    if "consumer" in sign_in:
        c.LTI11Authenticator.consumers = {sign_in["consumer"]["name"]: read_secret(sign_in["consumer"])}
    for key in sign_in.get("files") or []:
        path = Path(data.get("secretsDirectory", SECRETS_DIRECTORY)) / key
        if not path.is_file():
            stop(f"the hub's Secret must have the key {key!r}, mounted at {path}.")
    asks = sign_in.get("asks", "")
    check_has(chosen_class(c, "authenticator"), USED.get(asks, "check_allowed"))
    put_in_front(c, "authenticator", SignIn, hubc_sign_in=sign_in)


def read_secret(spec: SecretData) -> str:
    """The value of a variable that the cluster fills from the release's Secret. Messages never hold it."""
    value = os.environ.get(spec["variable"], "").strip("\r\n")
    shortest = spec.get("shortest", 1)
    if len(value) < shortest:
        stop(
            f"the variable {spec['variable']}, from the key {spec['key']!r} of the hub's Secret, must hold at least"
            f" {shortest} characters."
        )
    return value


def claim_at(claims: Any, name: str) -> Any:
    """A claim by its name, or by the names on the way to it, joined by dots. None where there is none."""
    if name in claims:
        return claims[name]
    for part in name.split("."):
        claims = claims.get(part) if isinstance(claims, dict) else None
    return claims


def as_text(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value


def launch_of(state: Mapping[str, Any]) -> tuple[set[str], str | None]:
    """Of an LTI launch: the roles in its course, as words and as written, and the course."""
    written = state.get(f"{LTI}roles")
    if written is None:
        written = (state.get("roles") or "").split(",")
    roles = {role.strip() for role in written}
    matches = [ROLE_IN_COURSE.fullmatch(role) for role in roles]
    words = {word for match in matches if match for word in match.groups() if word}
    context = state.get(f"{LTI}context") or {}
    return roles | words, context.get("id") or state.get("context_id")


class SignIn(Base):
    """The rules, at the places where JupyterHub and the authenticators of the hub's image ask."""

    hubc_sign_in: SignInData

    def check_allow_config(self) -> None:
        super().check_allow_config()
        if "firstPassword" in self.hubc_sign_in:
            self.hubc_make_admin_accounts(read_secret(self.hubc_sign_in["firstPassword"]))

    def hubc_make_admin_accounts(self, password: str) -> None:
        # Accounts belong to whoever asks for them first, so those of the admins are there from the start.
        signup, self.enable_signup = self.enable_signup, True
        for name in sorted(self.admin_users):
            if not self.user_exists(name) and not self.create_user(name, password):
                stop(f"can't make the account of the admin {name!r}: its password must be one that is hard to guess.")
        self.enable_signup = signup

    def get_authed_users(self) -> set[str]:
        # Of NativeAuthenticator: a name on a list is not yet the person, so an admin approves each account.
        found = {name: self.get_user(name) for name in super().get_authed_users()}
        approved = {name for name, account in found.items() if account is not None and account.is_authorized}
        return approved | set(self.admin_users)

    def normalize_username(self, username: str) -> str:
        name = super().normalize_username(username)
        domain = self.hubc_sign_in.get("stripDomain")
        if not domain or not name.lower().endswith(f"@{domain}"):
            return name
        return name[: -len(f"@{domain}")] or name

    async def check_blocked_users(self, username: str, auth_model: AuthModel | None = None) -> bool:
        passed = super().check_blocked_users(username, auth_model)
        passed = await passed if isawaitable(passed) else passed
        organizations = self.hubc_sign_in.get("within")
        if not passed or not organizations:
            return bool(passed)
        return auth_model is not None and bool(await self.hubc_memberships(auth_model, organizations))

    async def check_allowed(self, username: str, auth_model: AuthModel | None = None) -> bool:
        allowed = super().check_allowed(username, auth_model)
        allowed = await allowed if isawaitable(allowed) else allowed
        return bool(allowed) or self.hubc_has_address(auth_model)

    def hubc_has_address(self, auth_model: AuthModel | None) -> bool:
        rule = self.hubc_sign_in.get("addresses")
        if not rule or not auth_model:
            return False
        claims = self.hubc_claims(auth_model.get("auth_state") or {})
        if "verified" in rule and claims.get(rule["verified"]) is not True:
            return False
        address = claims.get(rule["claim"])
        domain = address.rpartition("@")[2].lower() if isinstance(address, str) and "@" in address else None
        return domain in rule["domains"]

    def hubc_claims(self, state: Mapping[str, Any]) -> Mapping[str, Any]:
        place = self.hubc_sign_in.get("claims")
        claims = claim_at(state, place) if place else state
        return claims if isinstance(claims, dict) else {}

    async def update_auth_model(self, auth_model: AuthModel) -> AuthModel:
        # Of OAuthenticator: the place to ask the provider for more, at sign-in and when it is renewed.
        auth_model = await super().update_auth_model(auth_model)
        state = auth_model["auth_state"]
        asks = self.hubc_sign_in.get("asks")
        if asks == "github":
            wanted = {name for source in self.hubc_all_sources().values() for name in source.get("memberOf") or []}
            state["hubc_member_of"] = await self.hubc_memberships(auth_model, sorted(wanted))
        elif asks == "google":
            user = state[self.user_auth_state_key]
            known = user["domain"] in self.gsuite_administrator
            names = await self._fetch_member_groups(user["email"], user["domain"]) if known else []
            state["hubc_member_of"] = [f"{name}@{user['domain']}".lower() for name in names]
        elif asks == "canvas":
            state["hubc_member_of"] = state.get(self.auth_state_groups_key) or []
        return auth_model

    async def hubc_memberships(self, auth_model: AuthModel, wanted: Sequence[str]) -> list[str]:
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

    async def get_user_groups(self, auth_state: Mapping[str, Any]) -> set[str]:
        # Of OAuthenticator. Its own groups count where Canvas gives them, or somebody configured where they stand.
        configured = any("auth_state_groups_key" in self.config.get(one.__name__, {}) for one in type(self).__mro__)
        if self.hubc_all_sources() and self.hubc_sign_in.get("asks") != "canvas" and not configured:
            return set()
        groups = super().get_user_groups(auth_state)
        return set(await groups if isawaitable(groups) else groups)

    def hubc_all_sources(self) -> Mapping[str, SourceData]:
        return self.hubc_sign_in.get("sources") or {}

    def hubc_sources(self, auth_model: AuthModel) -> dict[str, bool]:
        """{source: whether the person is in it}, without those of which this sign-in says nothing."""
        state = auth_model.get("auth_state")
        if not state:
            return {}
        said = {name: self.hubc_is_in(source, state) for name, source in self.hubc_all_sources().items()}
        return {name: is_in for name, is_in in said.items() if is_in is not None}

    def hubc_is_in(self, source: SourceData, state: Mapping[str, Any]) -> bool | None:
        if "memberOf" in source:
            return set(source["memberOf"]) <= set(state.get("hubc_member_of") or [])
        if "role" in source:
            roles, course = launch_of(state)
            # A launch speaks for its own course.
            return None if source.get("context", course) != course else source["role"] in roles
        found = claim_at(self.hubc_claims(state), source["claim"])
        return source["value"] in map(as_text, found if isinstance(found, list) else [found])
