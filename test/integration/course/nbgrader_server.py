"""A server of the hub, as compiled values make it: real mounts of real folders in a namespace, all as one user.

The paths of the pod lie below a folder of the test, so that nothing of the machine is written. A server sees the share
only through its mounts.
"""

import copy
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path


class Share:
    """The storage, and the servers of a hub on it."""

    def __init__(self, folder, values):
        self.folder, self.values = Path(folder), values
        self.data = self.folder / "share"
        self.data.mkdir(parents=True)

    def server(self, name, groups=()):
        return Server(self, name, groups)


class Server:
    def __init__(self, share, name, groups):
        self.share, self.name = share, name
        self.root = share.folder / "servers" / name
        storage = share.values["singleuser"]["storage"]
        home = {"mountPath": storage["homeMountPath"], "subPath": storage["static"]["subPath"]}
        self.mounts = {"home": home, **copy.deepcopy(storage["extraVolumeMounts"])}
        self.environment = dict(share.values["singleuser"]["extraEnv"])
        overrides = share.values["hub"]["config"]["KubeSpawner"]["group_overrides"]
        for override in (overrides[key] for key in sorted(overrides)):
            if set(override["groups"]) & set(groups):
                self.environment.update(override["spawner_override"].get("environment", {}))
                for key, mount in override["spawner_override"].get("volume_mounts", {}).items():
                    self.mounts.setdefault(key, {}).update(mount)
        self.home = self.path(storage["homeMountPath"])
        for file in share.values["singleuser"]["extraFiles"].values():
            path = self.path(file["mountPath"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.moved(file["stringData"] if "stringData" in file else json.dumps(file["data"])))

    def path(self, pod_path):
        return self.root / pod_path.lstrip("/")

    def moved(self, text):
        """The text with the pod's paths where this server has them."""
        for place in ("/srv/nbgrader", "/etc/hubc/nbgrader"):
            text = text.replace(place, str(self.path(place)))
        return text

    def folder_on_share(self, mount):
        # KubeSpawner's names, as test/integration/hub compares them with its own.
        escaped = self.name.replace("-", "-2d").replace(".", "-2e")
        return self.share.data / mount["subPath"].format(username=f"home-of-{escaped}", escaped_username=escaped)

    def run(self, command, cwd=None):
        """Runs a command in the server: the finished process, with all that it said in `stdout`."""
        script = ["set -e"]
        for mount in sorted(self.mounts.values(), key=lambda one: one["mountPath"]):
            source, target = self.folder_on_share(mount), self.path(mount["mountPath"])
            source.mkdir(parents=True, exist_ok=True)
            script += [f"mkdir -p {quote(target)}", f"mount --bind {quote(source)} {quote(target)}"]
            if mount.get("readOnly"):
                script.append(f"mount -o remount,bind,ro {quote(target)}")
        others = self.share.folder / "servers"
        keep = self.share.folder / "self"
        keep.mkdir(exist_ok=True)
        # The share and the other servers disappear; this one comes back from where it was kept.
        script += [
            f"mount --rbind {quote(self.root)} {quote(keep)}",
            f"mount -t tmpfs none {quote(self.share.data)}",
            f"mount -t tmpfs none {quote(others)}",
            f"mkdir -p {quote(self.root)}",
            f"mount --rbind {quote(keep)} {quote(self.root)}",
            f"cd {quote(self.path(cwd) if cwd else self.home)}",
            f"exec {' '.join(quote(word) for word in command)}",
        ]
        self.home.mkdir(parents=True, exist_ok=True)
        return subprocess.run(
            ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", "\n".join(script)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            env=self.variables(),
        )

    def variables(self):
        own = {name: self.moved(value) for name, value in self.environment.items() if isinstance(value, str)}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return {"PATH": path, "LANG": "C.UTF-8", "HOME": str(self.home), "JUPYTERHUB_USER": self.name, **own}


def quote(word):
    return shlex.quote(str(word))
