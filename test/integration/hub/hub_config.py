"""The configuration of the hub under test.

Compiled values as the chart applies them, then only what needs a cluster replaced.

Everything comes in the variable HUBC_TEST_HUB, as JSON: values, changes, secrets, folder, port, proxy, paper. With
`paper` a start writes down its pod, else it is a process on this machine.
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from load_values import apply_values, load_values

c = get_config()  # noqa: F821, traitlets offers it here
given = json.loads(os.environ["HUBC_TEST_HUB"])
values = load_values(given["values"], given["changes"])
# The Secret's volume is a folder here, so the constant Python piece runs unchanged.
values["custom"].setdefault("hubc", {})["secretsDirectory"] = given["secrets"]
port, folder = given["port"], given["folder"]
if given["paper"]:
    import paper_spawner

    paper_spawner.install(folder, port + 3)
apply_values(c, values)

if not given["paper"]:
    c.JupyterHub.spawner_class = "simple"
    c.SimpleLocalProcessSpawner.home_dir_template = folder + "/homes/{username}"
    c.Spawner.cmd = [os.path.join(os.path.dirname(sys.executable), "jupyterhub-singleuser")]
    c.Spawner.args = ["--allow-root", "--ServerApp.log_level=WARN"]
    c.Spawner.ip = "127.0.0.1"
    c.Spawner.default_url = ""
    c.Spawner.mem_limit = c.Spawner.mem_guarantee = None
c.Spawner.http_timeout = 90
c.Spawner.start_timeout = 90
c.JupyterHub.bind_url = f"http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = c.JupyterHub.hub_connect_url = f"http://127.0.0.1:{port + 1}"
c.ConfigurableHTTPProxy.should_start = True
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{port + 2}"
c.ConfigurableHTTPProxy.command = [given["proxy"]]
c.ConfigurableHTTPProxy.pid_file = folder + "/proxy.pid"
c.JupyterHub.db_url = f"sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = folder + "/cookie-secret"
c.JupyterHub.cleanup_servers = True
c.CryptKeeper.keys = ["00" * 32]
if "tornado_settings" not in c.JupyterHub:
    c.JupyterHub.tornado_settings = {"slow_spawn_timeout": 0}

# An outside eye for the checks, in place of the idle culler: it reads everything, and makes tokens for people.
observer = {
    "name": "observer",
    "scopes": ["admin:users", "read:groups", "list:groups", "admin:servers", "tokens", "read:roles"],
}
c.JupyterHub.services = [{"name": "observer", "api_token": "observer-token-0123456789abcdef"}]
c.JupyterHub.load_roles = [
    *(role for role in c.JupyterHub.load_roles if role["name"] != "jupyterhub-idle-culler"),
    {**observer, "services": ["observer"]},
]
