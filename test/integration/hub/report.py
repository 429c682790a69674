"""Prints one line a check and counts them; `end` prints the sum and exits with 1 where a check failed."""

import sys


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, what, got, want=True):
        """`want` is the value that `got` must equal, or a function that says whether `got` is right."""
        right = want(got) if callable(want) else got == want
        self.passed, self.failed = self.passed + right, self.failed + (not right)
        print(f"ok    {what}" if right else f"FAIL  {what}: got {got!r}", flush=True)
        return right

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        sys.exit(1 if self.failed else 0)
