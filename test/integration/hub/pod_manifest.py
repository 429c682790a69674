"""The pod that KubeSpawner would ask Kubernetes for, made from compiled values without a cluster."""

import json
import logging
import sys
from inspect import isawaitable
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import kubernetes_asyncio.client as kubernetes
from jupyterhub import orm
from jupyterhub.objects import Hub
from jupyterhub.roles import create_role, get_default_roles
from jupyterhub.user import User
from kubespawner import KubeSpawner
from load_values import apply_values, merge
from traitlets.config import Config

logging.disable(logging.INFO)  # the empty database tells how it is made


def configuration(values):
    """The traitlets configuration of these values, without the people: their lists are not needed for a pod."""
    config = Config()
    # Canvas's class, which is in no registry.
    sys.path.append(str(Path(__file__).resolve().parent / "stand-in"))
    groups = {name: {**(group or {}), "secretMembers": []} for name, group in values["custom"]["hubc"]["groups"].items()}
    apply_values(config, merge(values, {"custom": {"hubc": {"groups": groups}}}))
    return config


async def pod_manifest(config, name, groups=(), options=None):
    """(pod, claim or None) as Kubernetes would receive them, for a user in `groups` who chose `options` in the form."""
    spawner = make_spawner(config, name, groups)
    spawner.user_options = options or {}
    request = SimpleNamespace(arguments={}, body=json.dumps(options or {}).encode())
    spawner.handler = SimpleNamespace(request=request, settings={})
    # JupyterHub 4 has none; there the hub's own class applies them.
    if hasattr(spawner, "apply_group_overrides"):
        await spawner.apply_group_overrides()
    await spawner.load_user_options()
    hook = spawner.run_pre_spawn_hook()
    if isawaitable(hook):
        await hook
    pod = await spawner.get_pod_manifest()
    claim = spawner.get_pvc_manifest() if spawner.storage_pvc_ensure else None
    client = kubernetes.ApiClient()
    try:
        return client.sanitize_for_serialization(pod), client.sanitize_for_serialization(claim)
    finally:
        await client.close()


def make_spawner(config, name, groups):
    db = orm.new_session_factory("sqlite:///:memory:")()
    for role in get_default_roles():
        create_role(db, role)
    orm_user = orm.User(name=name)
    db.add(orm_user)
    for group in groups:
        db.add(orm.Group(name=group, users=[orm_user]))
    orm_spawner = orm.Spawner(name="", user=orm_user)
    db.add(orm_spawner)
    db.commit()
    chosen = config.JupyterHub.spawner_class
    # The hub's Python puts a class of its own in front of it.
    spawner_class = KubeSpawner if isinstance(chosen, str) else chosen
    settings = {"config": config, "spawner_class": spawner_class, "base_url": "/", "hub": Hub(), "oauth_provider": None}
    # There is no cluster whose address could be read.
    with mock.patch("kubespawner.spawner.load_config"), mock.patch("kubespawner.spawner.shared_client"):
        return spawner_class(
            _mock=True,
            config=config,
            hub=Hub(connect_url="http://hub:8081", base_url="/hub/"),
            user=User(orm_user, settings=settings),
            orm_spawner=orm_spawner,
            db=db,
            api_token="a-token",
            oauth_client_id="jupyterhub-user-test",
            public_url="",
            cookie_options={},
            authenticator=None,
        )


if __name__ == "__main__":
    # pod_manifest.py VALUES USER [GROUP…]: prints the pod, for a person who wants to look at it.
    import asyncio

    from load_values import load_values

    made, _ = asyncio.run(pod_manifest(configuration(load_values(sys.argv[1])), sys.argv[2], sys.argv[3:]))
    print(json.dumps(made, indent=1, sort_keys=True))
