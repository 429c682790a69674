"""The people of this hub: who is in which group, who is admin, and which accounts are shared workspaces.

Written by hubc, the same for every hub. All it knows comes from the values under `custom.hubc` and from lists of
people in a mounted Kubernetes Secret; where groups come from sign-in, hub-sign-in.py adds what each sign-in says. Roles
are plain values in `hub.loadRoles`. Plain values alone can only add people, so this makes it exact: at each start of
the hub, whoever is no longer listed leaves the groups declared here, is no longer admin and, where sign-in is by list,
can't sign in. Nobody can sign in as a workspace, whatever the sign-in allows.

It works as a class put in front of the hub's own authenticator, which keeps its settings and its hooks.
"""

import sys
import unicodedata
from importlib.metadata import entry_points
from inspect import isawaitable
from pathlib import Path

from jupyterhub import orm
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from tornado.web import HTTPError
from traitlets.utils.importstring import import_item
from z2jh import get_config

hubc_data = get_config("custom.hubc", {}) or {}
hubc_workspace_role = "hubc-workspaces"
# Every group that hubc makes begins so. What sign-in gives under such a name is no group.
hubc_namespace = "hubc:"
# Which accounts were made for workspaces, also by earlier builds, is kept as a property of this group.
hubc_accounts_group = f"{hubc_namespace}accounts"


def hubc_stop(message):
    """Ends the hub's start with one message."""
    sys.exit(f"hubc: {message}")


def hubc_check_jupyterhub():
    """Stops unless this JupyterHub has all that is used below, so that a newer one can't silently drop a rule."""
    used = {
        Authenticator: "add_user check_allow_config check_allowed normalize_username refresh_user run_post_auth_hook"
        " validate_username",
        JupyterHub: "authenticator_class init_db load_roles",
        orm.User: "admin groups name roles",
        orm.Group: "find name properties users",
    }
    for owner, names in used.items():
        for name in names.split():
            if not hasattr(owner, name):
                hubc_stop(f"this JupyterHub has no {owner.__name__}.{name}. Use the chart version this was made for.")


def hubc_read_list(key):
    """The (source, name) pairs of a secret list: a user name a line, `#` comments. Messages never hold a name."""
    path = Path(hubc_data.get("secretsDirectory", "/etc/hubc/secrets")) / key
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        secret = hubc_data.get("secretName", "of this hub")
        hubc_stop(
            f"can't read the list of people {key!r} ({type(problem).__name__}). The Kubernetes Secret {secret!r}"
            f" must have the key {key!r}: text with a user name a line, mounted at {path}."
        )
    names = ((number, line.split("#", 1)[0].strip()) for number, line in enumerate(lines, start=1))
    return [(f"secret list {key}, line {number}", name) for number, name in names if name]


def hubc_read_group(group, spec):
    listed = [(f"members of {group}", name) for name in spec.get("members") or []]
    return listed + [pair for key in spec.get("secretMembers") or [] for pair in hubc_read_list(key)]


def hubc_fold(name):
    """One form for all spellings that a person could take for the same name."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


class HubcRoster:
    """What the values and the secret lists say, in the form of names that this hub's sign-in gives."""

    def __init__(self, authenticator, lists):
        self.authenticator = authenticator
        clean = authenticator.normalize_username
        spaces = hubc_data.get("workspaces") or {}
        # A workspace's own groups: only for settings by group, such as real-time collaboration.
        self.workspaces = {clean(account): set(spec.get("memberOf") or []) for account, spec in spaces.items()}
        self.refused = {hubc_fold(name) for account in spaces for name in (account, clean(account))}
        self.prefixes = tuple(hubc_fold(prefix) for prefix in hubc_data.get("accountPrefixes") or [])
        self.courses = list((hubc_data.get("courses") or {}).values())
        self.admins = self.people([("admins", name) for name in hubc_data.get("admins") or []])
        self.listed = {group: self.people(pairs) for group, pairs in lists.items()}
        open_groups = {course["people"] for course in self.courses if course.get("everyone")}
        # A source is a group too: who is in it was said by their last sign-in. A source that changes is another one.
        self.sources = {group: set((spec or {}).get("sources") or []) for group, spec in hubc_groups.items()}
        self.source_names = set().union(*self.sources.values())
        self.declared = set(self.listed) | open_groups | set().union(*self.workspaces.values()) | self.source_names

    def people(self, pairs):
        """The usable names of a list. One that can't be a user name, or is a workspace, is left out with a warning."""
        names = set()
        for source, written in pairs:
            name = self.authenticator.normalize_username(written)
            if self.is_account(name):
                self.authenticator.log.warning("hubc: %s: left out, since a workspace is not a person", source)
            elif not self.authenticator.validate_username(name):
                self.authenticator.log.warning("hubc: %s: left out, since it can't be a user name", source)
            else:
                names.add(name)
        return names

    def is_account(self, name):
        """Is it a shared account's name, or one of those that are kept for such accounts?"""
        folded = hubc_fold(name)
        return folded in self.refused or folded.startswith(self.prefixes)

    def groups_of(self, name, other_groups, sources):
        """The declared groups that hold this user, who is in `sources`, and in `other_groups` of the sign-in's own."""
        if name in self.workspaces:
            return self.workspaces[name]
        groups = set(sources) | {group for group, names in self.listed.items() if name in names}
        groups |= {group for group, needed in self.sources.items() if needed & set(sources)}
        for course in self.courses:
            is_staff = set(course.get("staff") or []) & (groups | set(other_groups))
            if course.get("everyone") and not is_staff and name not in self.admins:
                groups.add(course["people"])
        return groups

    def all_groups_of(self, name, current):
        """All groups of this user. What the hub or the sign-in says counts for sources and undeclared groups only."""
        given = {group for group in current if not group.startswith(hubc_namespace)}
        other = set() if name in self.workspaces else given - self.declared
        return other | self.groups_of(name, other, set(current) & self.source_names)


def hubc_settle(authenticator, roster):
    """Makes the database say what the roster says, before JupyterHub loads users, groups and role assignments."""
    db = getattr(authenticator.parent, "db", None)
    if db is None:
        hubc_stop("this JupyterHub has no database at this point. Use the chart version this was made for.")
    hubc_claim_accounts(db, roster)
    groups = {name: orm.Group.find(db, name) or orm.Group(name=name) for name in roster.declared}
    for group in groups.values():
        group.properties = {**(group.properties or {}), "hubc": True}
        db.add(group)
    for group in db.query(orm.Group):
        is_ours = (group.properties or {}).get("hubc") or group.name.startswith(hubc_namespace)
        if is_ours and group.name not in groups:
            group.users = []
            group.properties = {key: value for key, value in group.properties.items() if key != "hubc"}
    for user in db.query(orm.User):
        hubc_join(db, user, roster)
        role_names = {role.name for role in user.roles}
        if user.name not in roster.admins and (user.admin or "admin" in role_names):
            user.admin = False
            user.roles = [role for role in user.roles if role.name != "admin"]
    db.commit()


def hubc_claim_accounts(db, roster):
    """Stops on a workspace whose name is a person's in this hub; notes all workspaces, so that they can come and go."""
    record = orm.Group.find(db, hubc_accounts_group) or orm.Group(name=hubc_accounts_group)
    known = set((record.properties or {}).get("accounts") or [])
    for user in db.query(orm.User):
        if hubc_workspace_role in {role.name for role in user.roles}:
            known.add(user.name)
    for account in sorted(set(roster.workspaces) - known):
        if db.query(orm.User).filter_by(name=account).first() is not None:
            hubc_stop(
                f"the workspace {account!r} has the name of a person of this hub: somebody signed in by it, or an admin"
                " added it. Its members would get that person's rights and files. Give the workspace another account, or"
                " delete the user on the admin page of the hub as it was, if it never was a person."
            )
    roster.refused |= {hubc_fold(name) for name in known}
    record.properties = {**(record.properties or {}), "accounts": sorted(known | set(roster.workspaces))}
    db.add(record)


def hubc_join(db, user, roster):
    """Puts a user into exactly the declared groups that hold them; other groups stay. True where that was a change."""
    current = {group.name for group in user.groups}
    wanted = roster.all_groups_of(user.name, current)
    if wanted == current:
        return False
    found = [orm.Group.find(db, name) for name in sorted(wanted)]
    # A group that somebody deleted on the admin page comes back at the next start.
    user.groups = [group for group in found if group is not None]
    return True


class HubcPeople:
    """The rules above, at the places where JupyterHub asks its authenticator."""

    def check_allow_config(self):
        # The first that JupyterHub asks when it starts to load users: the database is open, the roles exist.
        self.hubc_roster = roster = HubcRoster(self, hubc_lists)
        self.admin_users = set(roster.admins)
        if "allowed" in hubc_data:
            allowed = [roster.listed.get(group, set()) for group in hubc_data["allowed"].get("members") or []]
            self.allow_all = self.allow_existing_users = False
            # What check_allowed adds below is a rule too, though it is none of the options that JupyterHub looks for.
            self.any_allow_config = True
            self.allowed_users = set(self.allowed_users).union(roster.admins, *allowed)
        hubc_settle(self, roster)
        super().check_allow_config()

    async def check_allowed(self, username, auth_model=None):
        allowed = super().check_allowed(username, auth_model)
        if await allowed if isawaitable(allowed) else allowed:
            return True
        groups = self.hubc_roster.groups_of(username, set(), self.hubc_sources_of(username, auth_model))
        return bool(groups & set((hubc_data.get("allowed") or {}).get("members") or []))

    async def add_user(self, user):
        # Everybody new comes through here: at a first sign-in, and at the start for each user there is.
        added = super().add_user(user)
        if isawaitable(added):
            await added
        if hubc_join(self.parent.db, getattr(user, "orm_user", user), self.hubc_roster):
            self.parent.db.commit()

    async def run_post_auth_hook(self, handler, auth_model):
        # The last step of a sign-in, after every allow rule and after a hook set elsewhere, which may change the name.
        auth_model = await super().run_post_auth_hook(handler, auth_model)
        if not auth_model:
            return auth_model
        name = auth_model["name"]
        if self.hubc_roster.is_account(name):
            self.log.warning("hubc: refused a sign-in as the workspace %s", name)
            raise HTTPError(403, "%s is a shared workspace. Sign in as yourself, then open it from there.", name)
        return self.hubc_with_groups(name, auth_model)

    async def refresh_user(self, user, handler=None, **kwargs):
        if user.name in self.hubc_roster.workspaces:
            # It never signed in, so there is nothing to renew; "expired" would keep its members from starting it.
            return True
        answer = super().refresh_user(user, handler, **kwargs)
        answer = await answer if isawaitable(answer) else answer
        return self.hubc_with_groups(user.name, answer) if isinstance(answer, dict) else answer

    def hubc_sources_of(self, name, auth_model):
        """The sources that hold a person: as this sign-in says, or, where it says nothing, as an earlier one did."""
        known = self.hubc_roster.source_names
        if not known or not auth_model:
            return set()
        said = self.hubc_sources(auth_model)
        user = self.parent.db.query(orm.User).filter_by(name=name).first()
        before = {group.name for group in user.groups} if user else set()
        return {source for source, is_in in said.items() if is_in} | ((before & known) - set(said))

    def hubc_with_groups(self, name, auth_model):
        # Where sign-in manages groups, JupyterHub replaces a user's groups by this list.
        roster, groups = self.hubc_roster, auth_model.get("groups")
        if groups is None and roster.source_names:
            # A class that gives no groups by itself, where the rules in front of it do.
            groups = []
        if self.manage_groups and groups is not None:
            current = (set(groups) - roster.source_names) | self.hubc_sources_of(name, auth_model)
            auth_model["groups"] = sorted(roster.all_groups_of(name, current))
        return auth_model


def hubc_authenticator_class(chosen):
    """The class that the values name: by a short name such as "google", or by "package.module.Class"."""
    if isinstance(chosen, type):
        return chosen
    if not isinstance(chosen, str):
        hubc_stop("hub.config.JupyterHub.authenticator_class isn't set.")
    for entry in entry_points(group="jupyterhub.authenticators"):
        if entry.name.lower() == chosen.lower():
            return entry.load()
    return import_item(chosen)


hubc_check_jupyterhub()
# Read once, here: a list that is missing stops the hub before it has changed anything.
hubc_groups = hubc_data.get("groups") or {}
hubc_lists = {group: hubc_read_group(group, spec or {}) for group, spec in hubc_groups.items()}
hubc_base = hubc_authenticator_class(c.JupyterHub.authenticator_class)  # noqa: F821, `c` is the hub's configuration
c.JupyterHub.authenticator_class = type(  # noqa: F821
    f"{hubc_base.__name__}OfHubc", (HubcPeople, hubc_base), {"__module__": hubc_base.__module__}
)
if hubc_data.get("workspaces"):
    # JupyterHub makes the users that a role names, so members can start a workspace from the first day. The role gives
    # what every user has.
    c.JupyterHub.load_roles.append(  # noqa: F821
        {
            "name": hubc_workspace_role,
            "description": "The shared accounts of this hub",
            "scopes": ["read:users:name!user"],
            "users": sorted(hubc_data["workspaces"]),
        }
    )
