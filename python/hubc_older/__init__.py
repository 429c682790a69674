"""What hubc_hub needs of a JupyterHub and a KubeSpawner that are older than those it was made for, as the charts before 4.3 have them.

A chart before 4.3 gives KubeSpawner volumes and mounts as lists, which an override would replace, and the home with them; here they
become maps, which it adds to. Chart 3.3 has JupyterHub 4 and KubeSpawner 6, which know no maps there, no `group_overrides`, no
`{escaped_username}`, and no rule that nobody may enter unless something lets them in: that is made up for, by the words of the later
versions, so that the same values mean the same.
"""

import json
from typing import Any

from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from jupyterhub.spawner import Spawner
from kubespawner import KubeSpawner
from sqlalchemy.orm import configure_mappers
from traitlets import Bool, Dict, List, Union

from hubc_hub.starting import put_in_front


def configure(c: Any, get_config: Any) -> None:
    """Changes the hub's configuration `c`, after the chart has written it and before hubc_hub does."""
    if not hasattr(Spawner, "apply_group_overrides"):
        put_in_front(c, "spawner", OlderSpawner)
    if not hasattr(Authenticator, "check_allow_config"):
        put_in_front(c, "authenticator", OlderAuthenticator)
        ask_first()
        # Users have their groups by a relation that is made when it is first needed.
        configure_mappers()
    overrides = [
        get_config("singleuser.profileList", None),
        get_config("custom.hubc.servers", None),
        get_config("hub.config.KubeSpawner.group_overrides", None),
        get_config("hub.config.Spawner.group_overrides", None),
    ]
    written = json.dumps(overrides)
    if '"volumes"' in written or '"volume_mounts"' in written:
        as_maps(c.KubeSpawner, get_config)


def as_maps(spawner: Any, get_config: Any) -> None:
    """Volumes and mounts by the keys that chart 4.3 gives them, where hubc has given them none."""
    volumes, mounts = spawner.get("volumes") or [], spawner.get("volume_mounts") or []
    if isinstance(volumes, list):
        spawner.volumes = {volume["name"]: volume for volume in volumes}
    if isinstance(mounts, list):
        extra = get_config("singleuser.storage.extraVolumeMounts", None) or []
        keys = get_config("custom.hubc.mountKeys", None) or []
        own, added = mounts[: len(mounts) - len(extra)], mounts[len(mounts) - len(extra) :]
        found = {}
        files = 0
        for mount in own:
            is_file = mount["name"] == "files"
            found[f"{files}-files" if is_file else mount["name"]] = mount
            files += is_file
        for index, mount in enumerate(added):
            found[keys[index] if index < len(keys) else f"{index}-{mount['name']}"] = mount
        spawner.volume_mounts = found


def ask_first() -> None:
    """Has JupyterHub ask its authenticator before it loads users, as it does since 5.0."""
    Authenticator.check_allow_config = lambda self: None
    load_users = JupyterHub.init_users

    async def init_users(self: Any) -> None:
        self.authenticator.check_allow_config()
        await load_users(self)

    JupyterHub.init_users = init_users


class OlderAuthenticator(Authenticator):
    """The rules of JupyterHub 5: nobody may enter unless something lets them in, and who is known is not let in by that."""

    allow_all = Bool(False, config=True, help="Everybody who can sign in may enter.")
    allow_existing_users = Bool(False, config=True, help="Users of the hub's database may enter.")
    any_allow_config = Bool(False, config=True, help="Something lets people in that JupyterHub does not see.")

    def check_allowed(self, username: str, authentication: Any = None) -> Any:
        # OAuthenticator has the rules by itself, since 16.
        if hasattr(super(), "update_auth_model"):
            return super().check_allowed(username, authentication)
        if self.allow_all:
            return True
        return bool(self.allowed_users) and super().check_allowed(username, authentication)

    def add_user(self, user: Any) -> Any:
        before = set(self.allowed_users)
        added = super().add_user(user)
        if not self.allow_existing_users:
            self.allowed_users = before
        return added


class OlderSpawner(KubeSpawner):
    """Maps of volumes, overrides by group, and the fields of KubeSpawner 7."""

    volumes = Union([List(), Dict()], config=True)
    volume_mounts = Union([List(), Dict()], config=True)
    group_overrides = Dict(config=True)

    def _expand_user_properties(self, template: str) -> str:
        # What KubeSpawner 7 calls escaped is all that 6 has.
        for name in ("username", "servername"):
            template = template.replace(f"{{escaped_{name}}}", f"{{{name}}}")
        return super()._expand_user_properties(template)

    async def load_user_options(self) -> None:
        groups = {group.name for group in self.user.groups}
        for _, override in sorted(self.group_overrides.items()):
            if groups & set(override["groups"]):
                self._apply_overrides(override["spawner_override"])
        await super().load_user_options()

    async def get_pod_manifest(self) -> Any:
        # KubeSpawner 6 takes lists alone.
        kept = self.volumes, self.volume_mounts
        self.volumes, self.volume_mounts = map(as_list, kept)
        try:
            return await super().get_pod_manifest()
        finally:
            self.volumes, self.volume_mounts = kept


def as_list(found: Any) -> list[Any]:
    return [found[key] for key in sorted(found)] if isinstance(found, dict) else list(found)
