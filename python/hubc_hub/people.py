"""The people of this hub, made exact: who is in which group, who is admin, and which accounts are shared workspaces.

Roles are plain values in `hub.loadRoles`, and plain values alone can only add people. So at each start of the hub, whoever is no
longer listed leaves the groups declared here, is no longer admin and, where sign-in is by list, can't sign in. Nobody can sign in as
a workspace, whatever the sign-in allows. Where groups come from sign-in, sign_in.py tells what each sign-in says.
"""

from collections.abc import Mapping, Sequence
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from jupyterhub import orm
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from tornado.web import HTTPError

from hubc_hub.data import AuthModel, HubData
from hubc_hub.roster import NAMESPACE, Listed, Roster, fold, read_groups
from hubc_hub.starting import check_has, put_in_front, stop

WORKSPACE_ROLE = "hubc-workspaces"
ACCOUNTS_GROUP = f"{NAMESPACE}accounts"
"""The group whose properties say which accounts were made for workspaces, also by earlier builds."""

if TYPE_CHECKING:

    class Base(Authenticator):
        """What people.py asks of the class behind it: the hub's own, or that with the rules of sign_in.py."""

        def hubc_sources(self, auth_model: AuthModel) -> dict[str, bool]: ...

else:
    Base = object


def configure(c: Any, data: HubData) -> None:
    """Puts the rules in front of the hub's authenticator, and makes the accounts of workspaces."""
    check_has(
        Authenticator,
        "add_user check_allow_config check_allowed normalize_username refresh_user run_post_auth_hook validate_username",
    )
    check_has(JupyterHub, "authenticator_class init_db load_roles")
    check_has(orm.User, "admin groups name roles")
    check_has(orm.Group, "find name properties users")
    # Read once, here: a list that is missing stops the hub before it has changed anything.
    put_in_front(c, "authenticator", People, hubc_data=data, hubc_lists=read_groups(data))
    if data.get("workspaces"):
        # JupyterHub makes the users that a role names, so members can start a workspace from the first day. The role gives
        # what every user has.
        c.JupyterHub.load_roles.append(
            {
                "name": WORKSPACE_ROLE,
                "description": "The shared accounts of this hub",
                "scopes": ["read:users:name!user"],
                "users": sorted(data["workspaces"]),
            }
        )


def settle(db: orm.Session, roster: Roster) -> None:
    """Makes the database say what the roster says, before JupyterHub loads users, groups and role assignments."""
    claim_accounts(db, roster)
    groups = {name: orm.Group.find(db, name) or orm.Group(name=name) for name in roster.declared}
    for group in groups.values():
        group.properties = {**(group.properties or {}), "hubc": True}
        db.add(group)
    for group in db.query(orm.Group):
        is_ours = (group.properties or {}).get("hubc") or group.name.startswith(NAMESPACE)
        if is_ours and group.name not in groups:
            group.users = []
            group.properties = {key: value for key, value in (group.properties or {}).items() if key != "hubc"}
    for user in db.query(orm.User):
        join(db, user, roster)
        if user.name not in roster.admins and (user.admin or "admin" in {role.name for role in user.roles}):
            user.admin = False
            user.roles = [role for role in user.roles if role.name != "admin"]
    db.commit()


def claim_accounts(db: orm.Session, roster: Roster) -> None:
    """Stops on a workspace whose name is a person's in this hub; notes all workspaces, so that they can come and go."""
    record = orm.Group.find(db, ACCOUNTS_GROUP) or orm.Group(name=ACCOUNTS_GROUP)
    known = set((record.properties or {}).get("accounts") or [])
    for user in db.query(orm.User):
        if WORKSPACE_ROLE in {role.name for role in user.roles}:
            known.add(user.name)
    for account in sorted(set(roster.workspaces) - known):
        if db.query(orm.User).filter_by(name=account).first() is not None:
            stop(
                f"the workspace {account!r} has the name of a person of this hub: somebody signed in by it, or an admin"
                " added it. Its members would get that person's rights and files. Give the workspace another account, or"
                " delete the user on the admin page of the hub as it was, if it never was a person."
            )
    roster.refused |= {fold(name) for name in known}
    record.properties = {**(record.properties or {}), "accounts": sorted(known | set(roster.workspaces))}
    db.add(record)


def join(db: orm.Session, user: orm.User, roster: Roster) -> bool:
    """Puts a user into exactly the declared groups that hold them; other groups stay. True where that was a change."""
    current = {group.name for group in user.groups}
    wanted = roster.all_groups_of(user.name, current)
    if wanted == current:
        return False
    found = [orm.Group.find(db, name) for name in sorted(wanted)]
    # A group that somebody deleted on the admin page comes back at the next start.
    user.groups = [group for group in found if group is not None]
    return True


class People(Base):
    """The rules, at the places where JupyterHub asks its authenticator."""

    hubc_data: HubData
    hubc_lists: Mapping[str, Sequence[Listed]]
    hubc_roster: Roster

    def check_allow_config(self) -> None:
        # The first that JupyterHub asks when it starts to load users: the database is open, the roles exist.
        self.hubc_roster = roster = Roster(self.hubc_data, self.hubc_lists, self)
        self.admin_users = set(roster.admins)
        if "allowed" in self.hubc_data:
            allowed = [roster.listed.get(group, set()) for group in self.hubc_allowed_groups()]
            self.allow_all = False
            self.allow_existing_users = bool(self.hubc_data["allowed"].get("existing"))
            # What check_allowed adds below is a rule too, though it is none of the options that JupyterHub looks for.
            self.any_allow_config = True
            self.allowed_users = set(self.allowed_users).union(roster.admins, *allowed)
        db = getattr(self.parent, "db", None)
        if db is None:
            stop("this JupyterHub has no database at this point. Use the chart version this was made for.")
        settle(db, roster)
        super().check_allow_config()

    def hubc_allowed_groups(self) -> set[str]:
        return set((self.hubc_data.get("allowed") or {}).get("members") or [])

    async def check_allowed(self, username: str, auth_model: AuthModel | None = None) -> bool:
        allowed = super().check_allowed(username, auth_model)
        if await allowed if isawaitable(allowed) else allowed:
            return True
        groups = self.hubc_roster.groups_of(username, set(), self.hubc_sources_of(username, auth_model))
        return bool(groups & self.hubc_allowed_groups())

    async def add_user(self, user: Any) -> None:
        # Everybody new comes through here: at a first sign-in, and at the start for each user there is.
        added = super().add_user(user)
        if isawaitable(added):
            await added
        if join(self.parent.db, getattr(user, "orm_user", user), self.hubc_roster):
            self.parent.db.commit()

    async def run_post_auth_hook(self, handler: Any, auth_model: AuthModel | None) -> AuthModel | None:
        # The last step of a sign-in, after every allow rule and after a hook set elsewhere, which may change the name.
        auth_model = await super().run_post_auth_hook(handler, auth_model)
        if not auth_model:
            return auth_model
        name = auth_model["name"]
        if self.hubc_roster.is_account(name):
            self.log.warning("hubc: refused a sign-in as the workspace %s", name)
            raise HTTPError(403, "%s is a shared workspace. Sign in as yourself, then open it from there.", name)
        return self.hubc_with_groups(name, auth_model)

    async def refresh_user(self, user: Any, handler: Any = None, **kwargs: Any) -> bool | AuthModel:
        if user.name in self.hubc_roster.workspaces:
            # It never signed in, so there is nothing to renew; "expired" would keep its members from starting it.
            return True
        answer = super().refresh_user(user, handler, **kwargs)
        answer = await answer if isawaitable(answer) else answer
        return self.hubc_with_groups(user.name, answer) if isinstance(answer, dict) else answer

    def hubc_sources_of(self, name: str, auth_model: AuthModel | None) -> set[str]:
        """The sources that hold a person: as this sign-in says, or, where it says nothing, as an earlier one did."""
        known = self.hubc_roster.source_names
        if not known or not auth_model:
            return set()
        # Without rules of sign-in the only sources are groups that the admin page fills, of which a sign-in says nothing.
        said = self.hubc_sources(auth_model) if self.hubc_data.get("signIn") else {}
        user = self.parent.db.query(orm.User).filter_by(name=name).first()
        before = {group.name for group in user.groups} if user else set()
        return {source for source, is_in in said.items() if is_in} | ((before & known) - set(said))

    def hubc_with_groups(self, name: str, auth_model: AuthModel) -> AuthModel:
        # Where sign-in manages groups, JupyterHub replaces a user's groups by this list.
        roster, groups = self.hubc_roster, auth_model.get("groups")
        if groups is None and roster.source_names:
            # A class that gives no groups by itself, where the rules in front of it do.
            groups = []
        if self.manage_groups and groups is not None:
            current = (set(groups) - roster.source_names) | self.hubc_sources_of(name, auth_model)
            auth_model["groups"] = sorted(roster.all_groups_of(name, current))
        return auth_model
