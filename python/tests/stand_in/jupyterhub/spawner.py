"""JupyterHub's spawner: what the hub's Python asks of it, without what it does."""

from collections.abc import AsyncIterator
from logging import Logger
from typing import Any


class Spawner:
    log: Logger
    user: Any
    handler: Any
    orm_spawner: Any
    user_options: dict[str, Any]
    _log_name: str

    async def get_options_form(self) -> str:
        return ""

    def run_pre_spawn_hook(self) -> Any: ...

    async def progress(self) -> AsyncIterator[dict[str, Any]]:
        yield {}
