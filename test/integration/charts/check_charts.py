"""check_charts.py LIST [CHARTS]: loads values into the JupyterHub that is installed here.

LIST is a JSON file: [{version, release, path}]. Each release is a process of its own: the values become a configuration, as the chart of
that version applies them, by its own jupyterhub_config.py where CHARTS/<version> is a checkout of its repository, else by load_values.py.
JupyterHub then opens a database and loads roles, users and groups by it, the authenticator and KubeSpawner are made, and the pod of one
person is written. What JupyterHub does not recognize, or says as an error, fails.
"""

import asyncio
import json
import logging
import os
import sys
import tempfile
import traceback
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path[:0] = [str(here.parent / "hub"), str(here.parent / "hub/stand-in")]

import load_values  # noqa: E402
import pod_manifest  # noqa: E402  (with the packages that take long to import, once for all)
import yaml  # noqa: E402
from jupyterhub.app import JupyterHub  # noqa: E402
from tornado.httpclient import AsyncHTTPClient  # noqa: E402
from traitlets.config import Config  # noqa: E402

logging.disable(logging.NOTSET)


class Said(logging.Handler):
    """What the hub says that a right configuration does not lead to."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.found = []

    def emit(self, record):
        text = record.getMessage()
        if record.levelno >= logging.ERROR or "not recognized" in text or "No allow config" in text:
            self.found.append(text)


def configuration(version, values, charts):
    config = Config()
    if charts is None:
        load_values.apply_values(config, values, {}, version)
    else:
        apply_chart(config, values, Path(charts) / version / "jupyterhub/files/hub/jupyterhub_config.py")
    return config


def apply_chart(config, values, path):
    """Runs the chart's own file, with what it would find in the hub's pod."""
    get = load_values.reader(values)
    load_values.offer_z2jh(get, values)
    z2jh = sys.modules["z2jh"]
    z2jh.set_config_if_not_none = lambda section, trait, key: (
        setattr(section, trait, get(key)) if get(key) is not None else None
    )
    z2jh.get_secret_value = lambda key, default=None: "00" * 32 if key.startswith(("hub.config.", "hub.services.")) else default
    load_values.set_hub_environment(get, {})
    os.environ |= {"PROXY_API_SERVICE_HOST": "127.0.0.1", "PROXY_API_SERVICE_PORT": "8001"}
    os.environ |= {"HUB_SERVICE_PORT": "8081", "POD_NAMESPACE": "test", "HELM_RELEASE_NAME": "test"}
    os.environ |= {"PROXY_API": "proxy-api", "CONFIGPROXY_AUTH_TOKEN": "0" * 64}
    files = load_values.place_files(get("hub.extraFiles", {}))
    extra = values["hub"]["extraConfig"]
    for key, source in extra.items():
        extra[key] = source.replace(load_values.PYTHON_FOLDER, str(files) + load_values.PYTHON_FOLDER)
    # The hub's image has curl for requests, which is not tried here.
    AsyncHTTPClient.configure = lambda *_, **__: None
    names = {"c": config, "get_config": lambda: config, "__file__": str(path), "__name__": "jupyterhub_config"}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)


def defaults_of(version, charts):
    """The chart's defaults: its own, or what load_values.py knows of them."""
    if charts is None:
        return load_values.defaults_of(version)
    with open(Path(charts) / version / "jupyterhub/values.yaml", encoding="utf-8") as file:
        values = yaml.safe_load(file.read().replace("set-by-chartpress", version))
    return {**values, "Release": {"Name": "test", "Namespace": "test"}, "Chart": {"Name": "jupyterhub", "Version": version}}


def without_secret_lists(values):
    """Lists of people that stand in a Secret are not here."""
    hubc = values.get("custom", {}).get("hubc", {})
    for group in hubc.get("groups", {}).values():
        if group:
            group.pop("secretMembers", None)
    return values


async def load(version, path, charts):
    with open(path, encoding="utf-8") as file:
        written = yaml.safe_load(file)
    values = load_values.merge(defaults_of(version, charts), without_secret_lists(written))
    keys = tempfile.mkdtemp(prefix="hubc-secrets-")
    hubc = values["custom"].setdefault("hubc", {})
    hubc["secretsDirectory"] = keys
    for key in (hubc.get("signIn") or {}).get("files") or []:
        (Path(keys) / key).write_text("{}", encoding="utf-8")
    config = configuration(version, values, charts)
    config.JupyterHub.db_url = "sqlite://"
    config.CryptKeeper.keys = ["00" * 32]
    said = Said()
    JupyterHub.clear_instance()
    app = JupyterHub.instance(config=config)
    app.log.addHandler(said)
    app.log.propagate = False
    app.init_db()
    app.init_hub()
    app.init_oauth()
    await app.init_role_creation()
    await app.init_users()
    await app.init_groups()
    app.init_services()
    await app.init_api_tokens()
    await app.init_role_assignment()
    name = next(iter(hubc.get("admins") or []), "ada")
    await check_entry(app)
    options = {}
    entries = (hubc.get("servers") or {}).get("entries") or {}
    open_to = [(slug, entry) for slug, entry in entries.items() if "opens" not in (entry or {})]
    groups = sorted(hubc.get("groups") or {})
    if open_to:
        options = {"profile": open_to[0][0]}
    pod, _ = await pod_manifest.pod_manifest(config, name, groups, options)
    check_pod(pod["spec"], values)
    return said.found


NOBODY = {"name": "nobody-knows-them", "admin": None, "auth_state": {}, "groups": []}


async def check_entry(app):
    """Nobody enters whom nothing lets in; everybody where the values say so."""
    authenticator = app.authenticator
    sections = app.config.get("Authenticator", {})
    try:
        stranger = authenticator.check_allowed("nobody-knows-them", NOBODY)
        stranger = await stranger if hasattr(stranger, "__await__") else stranger
    except (AttributeError, TypeError, KeyError):
        return  # a class that asks the provider
    if bool(stranger) is not bool(sections.get("allow_all", False)):
        raise AssertionError(f"a stranger may {'' if stranger else 'not '}enter, and allow_all is {sections.get('allow_all')}")


def check_pod(spec, values):
    container = next(one for one in spec["containers"] if one["name"] == "notebook")
    names = {volume["name"] for volume in spec.get("volumes", [])}
    mounts = container.get("volumeMounts", [])
    paths = [mount["mountPath"] for mount in mounts]
    if not {mount["name"] for mount in mounts} <= names:
        raise AssertionError(f"a mount without its volume: {mounts}, {names}")
    if len(paths) != len(set(paths)):
        raise AssertionError(f"two mounts at one path: {paths}")
    home = values["singleuser"]["storage"]["homeMountPath"]
    if values["singleuser"]["storage"]["type"] != "none" and not any(path.startswith("/home") or path == home for path in paths):
        raise AssertionError(f"no home among {paths}")


def main():
    listed, charts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), (sys.argv[2:] or [None])[0]
    failed = 0
    for one in listed:
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            sys.stdout.flush()
            os._exit(run(one, charts))
        failed += os.waitpid(child, 0)[1] != 0
    print(f"{len(listed) - failed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed else 0)


def run(one, charts):
    title = f"chart {one['version']}: {one['program']}, {one['release']}"
    try:
        found = asyncio.run(load(one["version"], one["path"], charts))
    except (Exception, SystemExit) as problem:
        print(f"FAIL  {title}: {type(problem).__name__}: {problem}", flush=True)
        if os.environ.get("TRACE"):
            traceback.print_exc()
        return 1
    print(f"FAIL  {title}: {found[:3]}" if found else f"ok    {title}", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    main()
