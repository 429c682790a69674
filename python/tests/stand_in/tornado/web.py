"""Tornado's error for HTTP, with what JupyterHub adds to it."""

from typing import Any


class HTTPError(Exception):
    jupyterhub_message: str

    def __init__(self, status_code: int, log_message: str | None = None, *args: Any) -> None:
        super().__init__(status_code, log_message, *args)
        self.status_code = status_code
        self.log_message = log_message
        self.args = args
