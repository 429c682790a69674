"""Runs the tests with one module changed, each time in a process of its own."""

import ast
import asyncio.runners
import importlib
import importlib.metadata
import os
import signal
import sys
import tempfile
import unittest
import unittest.mock
import warnings
import zoneinfo
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TypeVar

TOP = Path(__file__).parent.parent
LONGEST = 60
"""Seconds, for a change that never ends."""

Case = TypeVar("Case")

# What the tests import besides, which is then read once for all.
BESIDES = [asyncio.runners, importlib.metadata, tempfile, unittest.mock, zoneinfo]
BESIDES += [importlib.import_module(f"jupyterhub.{name}") for name in ("app", "auth", "orm", "spawner")]
BESIDES += [importlib.import_module("tornado.web")]


@cache
def source_of(module: str) -> str:
    path = TOP / module.replace(".", "/")
    return (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")


def is_found(module: str, changed: ast.Module) -> bool:
    """Does some test fail? Ends the process in which it is asked."""
    usual = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, name: str) -> object:
        return compile(changed, f"{module}.py", "exec") if name == module else usual(self, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]
    # That of the module goes first: it finds most, and the first that is found is enough.
    tests = sorted(
        (TOP / "tests").glob("test_*.py"), key=lambda path: not module.endswith(path.stem.removeprefix("test_"))
    )
    try:
        for path in tests:
            suite = unittest.defaultTestLoader.loadTestsFromName(f"tests.{path.stem}")
            with open(os.devnull, "w") as nowhere:
                result = unittest.TextTestRunner(nowhere, failfast=True).run(suite)
            if not result.wasSuccessful():
                return True
    except (Exception, SystemExit):
        return True
    return False


def not_found(cases: Iterable[tuple[Case, str, ast.Module]]) -> Iterator[Case]:
    """Of changes (what is said of one, its module, the module's tree), those that no test finds. As many at once as there are cores."""
    running: dict[int, Case] = {}
    for case, module, changed in cases:
        if len(running) >= (os.cpu_count() or 1):
            yield from ended(running)
        running[start(lambda module=module, changed=changed: is_found(module, changed))] = case  # type: ignore[misc]
    while running:
        yield from ended(running)


def start(ask: Callable[[], bool]) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        signal.alarm(LONGEST)
        warnings.simplefilter("ignore")
        # Nothing of the parent's is left to do in the child, whatever happened there.
        os._exit(1 if ask() else 0)
    return child


def ended(running: dict[int, Case]) -> Iterator[Case]:
    """Waits for one of them."""
    child, status = os.wait()
    case = running.pop(child)
    if status == 0:
        yield case
