"""Starts and stops the hub under test, and talks to it over HTTP as a browser and as the REST API's client."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import requests

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OBSERVER = {"Authorization": "token observer-token-0123456789abcdef"}

# A run that is ended from outside still stops its hub.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def free_port():
    """(port, reservation): the first of four free ports in a row, the proxy's, the hub's, the proxy's API's and that of
    servers on paper. The reservation is a port of its own that is held, so that two runs at once never get the same."""
    for port in range(18000, 19000, 10):
        reservation = socket.socket()
        try:
            reservation.bind(("127.0.0.1", port + 9))
        except OSError:
            reservation.close()
            continue
        if all(is_free(port + offset) for offset in range(4)):
            return port, reservation
        reservation.close()
    raise RuntimeError("no free port between 18000 and 19000")


def is_free(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


class Hub:
    """One hub on 127.0.0.1. Its folder keeps the database and the secret lists from one start to the next."""

    def __init__(self, folder, values, paper=False):
        self.folder, self.values, self.paper = Path(folder).resolve(), str(Path(values).resolve()), paper
        self.port, self.reservation = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.secrets = self.folder / "secrets"
        self.secrets.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / "hub.log"
        self.process = None

    def write_list(self, key, text):
        (self.secrets / key).write_text(text, encoding="utf-8")

    def launch(self, changes=None):
        given = {
            "values": self.values,
            "changes": changes or {},
            "secrets": str(self.secrets),
            "folder": str(self.folder),
            "port": self.port,
            "paper": self.paper,
            "proxy": str(ROOT / ".cache/proxy/node_modules/.bin/configurable-http-proxy"),
        }
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "-f", str(HERE / "hub_config.py")],
                cwd=self.folder,
                env={**os.environ, "HUBC_TEST_HUB": json.dumps(given)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def start(self, changes=None):
        """Starts the hub and waits for its API."""
        self.launch(changes)
        for _ in range(240):
            if self.process.poll() is not None:
                raise RuntimeError(f"the hub ended:\n{self.log_text()[-3000:]}")
            try:
                if requests.get(f"{self.url}/hub/api/", timeout=2).status_code == 200:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.25)
        raise RuntimeError(f"the hub did not answer:\n{self.log_text()[-3000:]}")

    def answers(self):
        """Does it run, and answer?"""
        try:
            return self.process.poll() is None and self.api("GET", "/").status_code == 200
        except requests.RequestException:
            return False

    def fail_to_start(self, changes=None):
        """Starts a hub that should stop by itself: (exit code, log)."""
        self.launch(changes)
        try:
            return self.process.wait(timeout=60), self.log_text()
        except subprocess.TimeoutExpired:
            self.stop()
            return None, self.log_text()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for _ in range(40):
            if is_free(self.port) and is_free(self.port + 2):
                return
            time.sleep(0.25)

    def log_text(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def api(self, method, path, headers=None, **more):
        return requests.request(method, f"{self.url}/hub/api{path}", headers=headers or OBSERVER, timeout=60, **more)

    def groups(self):
        """{group: names}, as the hub has it."""
        return {group["name"]: set(group["users"]) for group in self.api("GET", "/groups?limit=200").json()}

    def users(self):
        return {user["name"]: user for user in self.api("GET", "/users?limit=200").json()}

    def wait_for_server(self, name, up=True):
        for _ in range(240):
            servers = self.api("GET", f"/users/{name}").json().get("servers", {})
            if up and servers.get("", {}).get("ready"):
                return True
            if not up and not servers:
                return True
            time.sleep(0.25)
        return False


class Browser(requests.Session):
    """A person's browser: signs in by the hub's own form."""

    def __init__(self, hub, name, password="a-password"):
        super().__init__()
        self.hub, self.name = hub, name
        page = self.get(f"{hub.url}/hub/login", timeout=30)
        found = re.search(r'name="_xsrf"\s+value="([^"]*)"', page.text)
        self.answer = self.post(
            f"{hub.url}/hub/login",
            data={"username": name, "password": password, "_xsrf": found.group(1) if found else ""},
            headers={"Referer": f"{hub.url}/hub/login"},
            allow_redirects=False,
            timeout=30,
        )

    def who(self):
        """The user the hub takes this browser for, or None."""
        answer = self.get(f"{self.hub.url}/hub/api/user", headers={"Referer": f"{self.hub.url}/hub/"}, timeout=30)
        return answer.json()["name"] if answer.status_code == 200 else None

    def opens(self, account):
        """Whether this browser gets into an account's server, through the hub's OAuth as from a link."""
        page = self.get(f"{self.hub.url}/user/{account}/api/contents", timeout=30)
        if page.status_code == 200:
            return True
        page = self.get(f"{self.hub.url}/user/{account}/files/nothing", timeout=30)
        if "Authorize access" in page.text:
            xsrf = re.search(r'name="_xsrf"\s+value="([^"]*)"', page.text)
            self.post(
                page.url, data={"_xsrf": xsrf.group(1) if xsrf else ""}, headers={"Referer": page.url}, timeout=30
            )
        return self.get(f"{self.hub.url}/user/{account}/api/contents", timeout=30).status_code == 200


class Person:
    """Somebody who signed in, with a token of all their rights for the REST API."""

    def __init__(self, hub, name, browser=None):
        self.hub, self.name = hub, name
        self.browser = browser or Browser(hub, name)
        token = hub.api("POST", f"/users/{name}/tokens", json={"note": "test"})
        self.headers = {"Authorization": f"token {token.json().get('token')}"}

    def api(self, method, path, **more):
        return self.hub.api(method, path, headers=self.headers, **more)

    def lists(self):
        answer = self.api("GET", "/users?limit=200&include_stopped_servers=1")
        return {user["name"]: user for user in answer.json()} if answer.status_code == 200 else {}

    def start(self, account):
        return self.api("POST", f"/users/{account}/server").status_code in (201, 202, 400)  # 400: it runs already

    def stop(self, account):
        return self.api("DELETE", f"/users/{account}/server").status_code in (202, 204)

    def reads(self, account):
        """Whether the account's server answers this person's token."""
        url = f"{self.hub.url}/user/{account}/api/contents"
        return requests.get(url, headers=self.headers, timeout=30, allow_redirects=False).status_code == 200
