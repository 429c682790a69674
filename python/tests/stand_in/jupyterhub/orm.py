"""Users, groups and roles in memory, with the names and the behaviour of JupyterHub's database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

Row = TypeVar("Row", bound="Base")


class Base:
    # Columns are there without a row.
    name = ""


class Role(Base):
    def __init__(self, name: str) -> None:
        self.name = name


class Group(Base):
    properties: dict[str, Any] | None = None

    def __init__(self, name: str, users: Sequence[User] = (), properties: dict[str, Any] | None = None) -> None:
        self.name = name
        self.properties = properties
        self.members: list[User] = []
        self.users = list(users)

    @property
    def users(self) -> list[User]:
        return list(self.members)

    @users.setter
    def users(self, users: Sequence[User]) -> None:
        for user in self.members:
            user.joined.remove(self)
        for user in users:
            user.joined.append(self)
        self.members = list(users)

    @classmethod
    def find(cls, db: Session, name: str) -> Group | None:
        return db.query(cls).filter_by(name=name).first()


class User(Base):
    admin = False
    roles: Sequence[Role] = ()

    def __init__(self, name: str, admin: bool = False, roles: Sequence[Role] = ()) -> None:
        self.name = name
        self.admin = admin
        self.roles = list(roles)
        self.joined: list[Group] = []

    @property
    def groups(self) -> list[Group]:
        return list(self.joined)

    @groups.setter
    def groups(self, groups: Sequence[Group]) -> None:
        for group in self.joined:
            group.members.remove(self)
        for group in groups:
            group.members.append(self)
        self.joined = list(groups)


class Query(Generic[Row]):
    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def filter_by(self, *, name: str) -> Query[Row]:
        return Query([row for row in self.rows if row.name == name])

    def first(self) -> Row | None:
        return self.rows[0] if self.rows else None


class Session:
    def __init__(self) -> None:
        self.rows: list[Base] = []

    def add(self, row: Base) -> None:
        if row not in self.rows:
            self.rows.append(row)

    def query(self, kind: type[Row]) -> Query[Row]:
        return Query([row for row in self.rows if isinstance(row, kind)])

    def commit(self) -> None:
        pass


def new_session_factory(url: str) -> Callable[[], Session]:
    return Session
