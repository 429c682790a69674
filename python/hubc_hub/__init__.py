"""What a JupyterHub does for hubc: exact groups and admins, sources of groups at sign-in, and who may start which server.

Written by hubc, the same for every hub. All it knows comes from the values under `custom.hubc`, from `singleuser.profileList`,
and from files and variables of the hub's pod that a Kubernetes Secret fills. It works as classes put in front of the hub's own
spawner and authenticator, which keep their settings and their hooks. Nothing happens before `configure` is called.
"""

from typing import Any

from hubc_hub import people, servers, sign_in
from hubc_hub.data import GetConfig, HubData


def configure(c: Any, get_config: GetConfig) -> None:
    """Changes the hub's configuration `c` by what `get_config`, of the chart's z2jh.py, says of the values."""
    data: HubData = get_config("custom.hubc", None) or {}
    servers.configure(c, data, get_config("singleuser.profileList", None) or [])
    # Before people.py: it adds to what its class hears from sign-in.
    if "signIn" in data:
        sign_in.configure(c, data)
    people.configure(c, data)
