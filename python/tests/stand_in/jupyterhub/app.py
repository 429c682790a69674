"""JupyterHub's application, of which only the names of some members are asked for."""


class JupyterHub:
    authenticator_class: type
    load_roles: list[object]

    def init_db(self) -> None: ...


# Traits are there without a value.
JupyterHub.authenticator_class = type
JupyterHub.load_roles = []
