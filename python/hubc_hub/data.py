"""The values under `custom.hubc`, as hubc writes them. Every key may be absent; a key that is there holds no null."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

GetConfig = Callable[[str, Any], Any]
"""The chart's reader of values: a path with dots, and what it gives where nothing is there."""

AuthModel = dict[str, Any]
"""What a sign-in says of a person: JupyterHub's `name`, `auth_state`, `groups` and more."""

Profile = dict[str, Any]
"""An entry of KubeSpawner's `profile_list`."""

SECRETS_DIRECTORY = "/etc/hubc/secrets"


class GroupData(TypedDict, total=False):
    members: Sequence[str]
    secretMembers: Sequence[str]
    """Keys of the Secret, each a list of people."""
    sources: Sequence[str]
    """Groups that hold whom a source gave at their last sign-in."""


class WorkspaceData(TypedDict, total=False):
    group: str
    memberOf: Sequence[str]
    """The account's own groups: only for settings by group, such as real-time collaboration."""


class CourseData(TypedDict, total=False):
    people: str
    """The group of the course's people."""
    staff: Sequence[str]
    everyone: bool
    """Is everybody of the course's people who is not its staff and no admin?"""


class AllowedData(TypedDict, total=False):
    members: Sequence[str]
    """Groups whose members may sign in."""
    existing: bool
    """Whoever has an account on the hub may, too; nobody by that where it is not said."""


class SecretData(TypedDict, total=False):
    variable: str
    key: str
    """In the hub's Secret, for messages."""
    shortest: int
    """Characters."""
    section: str
    trait: str
    name: str
    """Of a consumer of LTI 1.1."""


class AddressData(TypedDict, total=False):
    claim: str
    verified: str
    """The claim that says whether the address is the person's."""
    domains: Sequence[str]


class SourceData(TypedDict, total=False):
    memberOf: Sequence[str]
    role: str
    context: str
    claim: str
    value: str


class SignInData(TypedDict, total=False):
    options: Sequence[SecretData]
    consumer: SecretData
    firstPassword: SecretData
    files: Sequence[str]
    stripDomain: str
    within: Sequence[str]
    """Organizations and teams of GitHub, one of which must hold whoever signs in."""
    addresses: AddressData
    asks: str
    """The provider that is asked for memberships: canvas, github or google."""
    sources: Mapping[str, SourceData]
    claims: str
    """Where in the authentication state the claims are."""


class EntryData(TypedDict, total=False):
    """What can be chosen, by its slug in `singleuser.profileList`. An exam's begins with its course's and a dot."""

    title: str
    profile: bool
    """Is it there always, and of no course?"""
    default: bool
    """Is it what starts where nothing is asked for?"""
    groups: Sequence[str]
    """Whose members may choose it; absent where everybody may."""
    choices: Mapping[str, Mapping[str, Sequence[str]]]
    """Of its `profile_options`, those that are for some people only: groups by option and choice."""
    opens: str
    closes: str
    staff: Sequence[str]
    staffOverride: dict[str, Any]
    accountOverride: dict[str, Any]
    grader: str
    graderOverride: dict[str, Any]
    tolerations: Sequence[Any]
    owner: dict[str, Any]
    """The container that makes folders the person's own, in place of the hub's usual one."""


class AccountData(TypedDict, total=False):
    group: str
    course: str
    """The one course that a grader's account has."""
    collaborates: bool


class ServersData(TypedDict, total=False):
    timezone: str
    entries: Mapping[str, EntryData]
    outsideTerms: str
    """Titles of the courses whose people have servers when no course runs; empty where only admins do."""
    accounts: Mapping[str, AccountData]
    raises: Mapping[str, Mapping[str, float]]
    """What a group's members get at least, by KubeSpawner's traits: bytes and cores."""


# "from" is a word of Python's.
HomesData = TypedDict("HomesData", {"from": str, "to": str})


class HubData(TypedDict, total=False):
    secretsDirectory: str
    secretName: str
    groups: Mapping[str, GroupData | None]
    workspaces: Mapping[str, WorkspaceData]
    accountPrefixes: Sequence[str]
    workspaceHomes: HomesData
    courses: Mapping[str, CourseData]
    admins: Sequence[str]
    allowed: AllowedData
    signIn: SignInData
    servers: ServersData
