"""What the checks of hubs with several courses share: people who choose, and the pods that they get."""

import html
import json
import re

import yaml
from hub_process import Browser, Hub
from load_values import merge

GIB = 1024**3

# Sign-in believes every name, so whatever is refused is refused by what was compiled.
BELIEVE_ALL = {
    "hub": {
        "config": {"JupyterHub": {"authenticator_class": "dummy"}, "Authenticator": {"allow_all": True}},
    }
}


class Campus:
    """A hub on paper, started from values with a test's changes."""

    def __init__(self, folder, values):
        self.hub = Hub(folder, values, paper=True)
        with open(values, encoding="utf-8") as file:
            self.values = yaml.safe_load(file)

    def use(self, values):
        """Other values on the same database, for the next start."""
        self.hub.values = str(values)
        with open(values, encoding="utf-8") as file:
            self.values = yaml.safe_load(file)

    def entries(self):
        """What can be chosen, by slug."""
        return (self.values["custom"]["hubc"].get("servers") or {}).get("entries") or {}

    def start(self, changes=None):
        self.hub.start(merge(BELIEVE_ALL, changes or {}))

    def student(self, name):
        return Student(self, name)


class Student(Browser):
    """Somebody at the hub's pages, with a token of all their rights for the API."""

    def __init__(self, campus, name):
        super().__init__(campus.hub, name)
        self.campus = campus
        token = campus.hub.api("POST", f"/users/{name}/tokens", json={"note": "test"}).json().get("token")
        self.headers_of_token = {"Authorization": f"token {token}"}

    def page(self, account=None, server="", query=""):
        """The page that starts a server: (status, text), redirects not followed."""
        path = "/".join(part for part in (account or self.name, server) if part)
        answer = self.get(f"{self.hub.url}/hub/spawn/{path}{query}", allow_redirects=False, timeout=30)
        return answer.status_code, html.unescape(answer.text)

    def offered(self, account=None):
        """The slugs that the form offers; None where it asks nothing."""
        status, text = self.page(account)
        if status == 302:
            return None
        return re.findall(r'name="profile"[^>]*?value="([^"]*)"', text)

    def post(self, url=None, profile=None, account=None, **more):
        """Sends the form with this choice, whether or not it was offered: (status, text)."""
        if url is not None:
            return super().post(url, **more)
        url = f"{self.hub.url}/hub/spawn/{account or self.name}"
        home = self.get(f"{self.hub.url}/hub/home", timeout=30)
        xsrf = re.search(r'(?:xsrf_token:\s*|name="_xsrf"\s+value=)"([^"]*)"', home.text)
        answer = super().post(
            url,
            params={"_xsrf": xsrf.group(1) if xsrf else ""},
            data={"profile": profile},
            headers={"Referer": url},
            allow_redirects=False,
            timeout=30,
        )
        return answer.status_code, html.unescape(answer.text)

    def ask(self, options=None, account=None, server=""):
        """Starts a server by the API: (status, text)."""
        path = f"/users/{account or self.name}/" + (f"servers/{server}" if server else "server")
        body = {} if options is None else {"json": options}
        answer = self.hub.api("POST", path, headers=self.headers_of_token, **body)
        return answer.status_code, answer.text

    def stop_server(self, account=None, server=""):
        path = f"/users/{account or self.name}/" + (f"servers/{server}" if server else "server")
        self.hub.api("DELETE", path, headers=self.headers_of_token)
        self.pod_path(account, server).unlink(missing_ok=True)

    def pod_path(self, account=None, server=""):
        return self.hub.folder / "pods" / f"{account or self.name}--{server}.json"

    def pod(self, account=None, server=""):
        """The pod that was asked for, or None where none was."""
        path = self.pod_path(account, server)
        if not self.hub.wait_for_server(account or self.name) and not path.exists():
            return None
        return Pod(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None

    def started(self, options=None, account=None, server=""):
        """Starts by the API and gives the pod; the server is stopped again."""
        status, text = self.ask(options, account, server)
        if status not in (201, 202):
            raise RuntimeError(f"{self.name} could not start {options}: {status} {text}")
        pod = self.pod(account, server)
        self.stop_server(account, server)
        return pod


class Pod:
    """A pod as Kubernetes would have received it."""

    def __init__(self, manifest):
        self.spec = manifest["spec"]
        self.container = next(one for one in self.spec["containers"] if one["name"] == "notebook")

    @property
    def image(self):
        return self.container["image"]

    def memory(self):
        return self.amounts("memory", int)

    def cpu(self):
        return self.amounts("cpu", float)

    def amounts(self, what, number):
        """(guarantee, limit), None where there is none."""
        resources = self.container["resources"]
        got = [resources.get(kind, {}).get(what) for kind in ("requests", "limits")]
        return tuple(None if one is None else number(one) for one in got)

    def mounts(self):
        """{path: (volume, folder in it, writable)}, without the files that every server has."""
        return {
            one["mountPath"]: (one["name"], one.get("subPath"), not one.get("readOnly", False))
            for one in self.container["volumeMounts"]
            if one["name"] != "files"
        }

    def paths(self):
        return [one["mountPath"] for one in self.container["volumeMounts"]]

    def volumes(self):
        return {one["name"] for one in self.spec["volumes"]}

    def environment(self):
        return {one["name"]: one.get("value") for one in self.container["env"]}

    def init(self):
        return [one["name"] for one in self.spec.get("initContainers", [])]
