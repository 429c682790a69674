"""Solves sets of conda lines on a channel with rattler: solve_on_conda.py CHANNEL < JOBS. A job is {"python": "3.13", "lines": [...]}; the answers, as JSON, are
{"versions": {name: version}} or {"reason": text} each, up to the first that does not solve. With --answers: exit code 0 where the channel answers, 3 where not."""

import asyncio
import json
import os
import sys

import rattler
from rattler.exceptions import GatewayError, SolverError

# What the bases of images have: a processor and a system library, of which packages may say that they need them.
VIRTUAL = [rattler.GenericVirtualPackage(rattler.PackageName(name), rattler.Version(version), rattler.BuildString("0"))
           for name, version in (("__unix", "0"), ("__linux", "5.10"), ("__glibc", "2.36"), ("__archspec", "1"))]
SECONDS_TO_ANSWER = 60


async def solve(channel, lines):
    specs = [rattler.MatchSpec(line, strict=True) for line in lines]
    return await rattler.solve([rattler.Channel(channel)], specs, platforms=["linux-64", "noarch"], virtual_packages=VIRTUAL)


async def answer(channel, job):
    try:
        records = await solve(channel, [f"python={job['python']}", *job["lines"]])
    except SolverError as error:
        return {"reason": " ".join(str(error).split())[:400]}
    return {"versions": {record.name.normalized: str(record.version) for record in records}}


async def answers_at_all(channel):
    try:
        await asyncio.wait_for(solve(channel, ["pip"]), SECONDS_TO_ANSWER)
    except (GatewayError, asyncio.TimeoutError):
        return 3
    return 0


async def answer_all(channel, jobs):
    answers = []
    for job in jobs:
        answers.append(await answer(channel, job))
        if "reason" in answers[-1]:
            break
    json.dump(answers, sys.stdout)
    return 0


def main(channel, *options):
    code = asyncio.run(answers_at_all(channel) if "--answers" in options else answer_all(channel, json.load(sys.stdin)))
    sys.stdout.flush()
    # rattler's own threads may still be at work, and the interpreter would take away what they hold (py-rattler 0.28.0 crashes).
    os._exit(code)


main(*sys.argv[1:])
