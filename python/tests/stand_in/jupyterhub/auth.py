"""JupyterHub's authenticator: what the hub's Python asks of it, without what it does."""

from logging import Logger
from typing import Any


class Authenticator:
    log: Logger
    parent: Any
    config: Any
    admin_users: set[str]
    allowed_users: set[str]
    allow_all: bool
    allow_existing_users: bool
    any_allow_config: bool
    manage_groups: bool

    def check_allow_config(self) -> None: ...

    def normalize_username(self, username: str) -> str:
        return username.lower()

    def validate_username(self, username: str) -> bool:
        return bool(username)

    def check_allowed(self, username: str, auth_model: dict[str, Any] | None = None) -> Any: ...

    def check_blocked_users(self, username: str, auth_model: dict[str, Any] | None = None) -> Any: ...

    def add_user(self, user: Any) -> Any: ...

    async def run_post_auth_hook(self, handler: Any, auth_model: dict[str, Any] | None) -> dict[str, Any] | None: ...

    def refresh_user(self, user: Any, handler: Any = None, **kwargs: Any) -> Any: ...
