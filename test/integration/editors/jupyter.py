"""JupyterLab's way to a language server: jupyter-lsp reads the configuration of docs/editors.md, starts the server and hands messages on."""

import asyncio
import json
import os
import sys

from jupyter_lsp import LanguageServerManager
from jupyter_lsp.schema import LANGUAGE_SERVER_SPEC
from tornado.websocket import WebSocketHandler

BROKEN = "course data8 { memory = 2Gi }\n"


class Page(WebSocketHandler):
    """The end of a page's connection, without the connection: it keeps what it is to send to the page."""

    language_server = "hubc"

    def __init__(self):  # no request has made it
        self.received = asyncio.Queue()

    def write_message(self, message, binary=False):
        self.received.put_nowait(json.loads(message))

    async def until(self, holds):
        while True:
            message = await asyncio.wait_for(self.received.get(), 60)
            if holds(message):
                return message


async def main(path):
    with open(path, encoding="utf-8") as file:
        spec = json.load(file)["LanguageServerManager"]["language_servers"]["hubc"]
    problems = [problem.message for problem in LANGUAGE_SERVER_SPEC.iter_errors(spec)]
    spec["argv"] = [os.environ["NODE"], os.environ["HUBC"], *spec["argv"][1:]]
    manager = LanguageServerManager(language_servers={"hubc": spec}, autodetect=False)
    manager.initialize()
    page = Page()
    manager.subscribe(page)
    send = lambda message: manager.on_client_message(json.dumps({"jsonrpc": "2.0", **message}), page)
    await send({"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}})
    answer = await page.until(lambda message: message.get("id") == 1)
    await send({"method": "initialized", "params": {}})
    document = {"uri": "file:///nowhere/a.hub", "languageId": "hub", "version": 1, "text": BROKEN}
    await send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    told = await page.until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
    codes = [one["code"] for one in told["params"]["diagnostics"]]
    print(json.dumps({"problems": problems, "server": answer["result"]["serverInfo"]["name"], "codes": codes}))
    sys.stdout.flush()
    manager.unsubscribe(page)


asyncio.run(main(sys.argv[1]))
