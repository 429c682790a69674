"""KubeSpawner without a cluster: a start writes down the pod that it would have asked Kubernetes for.

Everything before that is KubeSpawner's own: the form, the choice, the overrides, the manifest. In place of a pod there
is one small server in the hub's process that answers for everybody, so that JupyterHub takes the start for a success.
"""

import asyncio
import json
from pathlib import Path

import kubernetes_asyncio.client as kubernetes
import kubespawner
import kubespawner.spawner
from jupyterhub.spawner import Spawner
from tornado.web import Application, RequestHandler


class Answer(RequestHandler):
    def get(self):
        self.write({"version": "paper"})


class PaperSpawner(kubespawner.KubeSpawner):
    paper_folder = None
    paper_port = None
    paper_answers = None
    paper_running = set()

    async def _start(self):
        await self.load_user_options()
        pod = await self.get_pod_manifest()
        client = kubernetes.ApiClient()
        try:
            text = json.dumps(client.sanitize_for_serialization(pod), indent=1)
        finally:
            await client.close()
        (self.paper_folder / f"{self.user.name}--{self.name}.json").write_text(text, encoding="utf-8")
        if PaperSpawner.paper_answers is None:
            PaperSpawner.paper_answers = Application([(".*", Answer)]).listen(self.paper_port, "127.0.0.1")
        if (self.paper_folder / "slow").exists():
            await asyncio.sleep(3)
        self.paper_running.add(self._log_name)
        return f"http://127.0.0.1:{self.paper_port}"

    async def poll(self):
        return None if self._log_name in self.paper_running else 0

    async def stop(self, now=False):
        self.paper_running.discard(self._log_name)

    async def progress(self):
        async for event in Spawner.progress(self):
            yield event

    def load_state(self, state):
        Spawner.load_state(self, state)


def install(folder, port):
    """Makes the class that the values name the one above."""
    PaperSpawner.paper_folder, PaperSpawner.paper_port = Path(folder) / "pods", port
    PaperSpawner.paper_folder.mkdir(parents=True, exist_ok=True)
    # There is no cluster whose address could be read.
    kubespawner.spawner.load_config = lambda **_: None
    kubespawner.spawner.shared_client = lambda _: None
    kubespawner.KubeSpawner = PaperSpawner
