"""Stands in for mamba, micromamba and conda while the images are built: it takes the commands that their help names, reads environment.yml
more strictly than they do, and lets rattler, which is pixi's library, solve and install from a channel of our own. What it is asked for and
the real ones do not know, it refuses too."""

import argparse
import asyncio
import json
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "python"))
import rattler  # noqa: E402
import yaml  # noqa: E402


def arguments(tool, words):
    parser = argparse.ArgumentParser(prog=tool, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    clean = commands.add_parser("clean", allow_abbrev=False)
    for option in ("--all", "--force-pkgs-dirs", "--yes"):
        clean.add_argument(option, action="store_true", required=True)
    if tool == "micromamba":
        for name in ("create", "install"):
            add_file(commands.add_parser(name, allow_abbrev=False)).add_argument("--yes", action="store_true", required=True)
    else:
        # Neither mamba 1 nor conda knows `--yes` here.
        env = commands.add_parser("env", allow_abbrev=False).add_subparsers(dest="verb", required=True)
        add_file(env.add_parser("update", allow_abbrev=False))
    return parser.parse_args(words)


def add_file(parser):
    parser.add_argument("--name", required=True)
    parser.add_argument("--file", required=True)
    return parser


def refuse(message):
    sys.exit(f"stand-in: {message}")


def read_environment(path):
    """The channels, the conda lines and the pip lines of a file that is an environment.yml as CEP 24 has it."""
    with open(path, encoding="utf-8") as file:
        data = yaml.safe_load(file)
    if not isinstance(data, dict) or set(data) != {"name", "channels", "dependencies"}:
        refuse(f"{path} has other keys than name, channels and dependencies")
    if not isinstance(data["name"], str) or not isinstance(data["channels"], list) or not isinstance(data["dependencies"], list):
        refuse(f"{path}: name is to be a text, channels and dependencies are to be lists")
    conda, pip = [], []
    for line in data["dependencies"]:
        if isinstance(line, str):
            conda.append(rattler.MatchSpec(line, strict=True))
        elif isinstance(line, dict) and set(line) == {"pip"} and all(isinstance(one, str) for one in line["pip"]):
            pip.extend(line["pip"])
        else:
            refuse(f"{path}: {line!r} is no dependency")
    if pip and "pip" not in [str(spec.name.normalized) for spec in conda]:
        refuse(f"{path} has pip lines and does not ask for pip")
    channels = data["channels"]
    if "nodefaults" not in channels and "defaults" not in channels:
        refuse(f"{path} leaves it to the client whether Anaconda's channels are used")
    return [one for one in channels if one != "nodefaults"], conda, pip


def channel_url(name):
    """conda's `channel_alias`: where channels that are named and not addressed are found."""
    alias = os.environ.get("STAND_IN_URL") or (HERE / "url.txt").read_text().strip()
    return name if "://" in name else f"{alias}/{name}"


async def solve(path, pinned=()):
    """The records that rattler chooses for the file, within what the environment pins, as conda and mamba do."""
    channels, conda, _ = read_environment(path)
    # What the base images have: a processor and a system library, of which packages may say that they need them.
    virtual = [rattler.GenericVirtualPackage(rattler.PackageName(name), rattler.Version(version), rattler.BuildString("0"))
               for name, version in (("__unix", "0"), ("__linux", "5.10"), ("__glibc", "2.36"))]
    return await rattler.solve(
        [rattler.Channel(channel_url(name)) for name in channels], conda, platforms=["linux-64", "noarch"], virtual_packages=virtual,
        constraints=[rattler.MatchSpec(line) for line in pinned])


def prefix_of(name):
    root = os.environ.get("MAMBA_ROOT_PREFIX") or os.environ.get("CONDA_DIR") or refuse("nothing says where environments are")
    return pathlib.Path(root) if name == "base" else pathlib.Path(root) / "envs" / name


def install(path, name, create):
    prefix = prefix_of(name)
    if create == (prefix / "conda-meta").exists():
        refuse(f"the environment {name} {'is there already' if create else 'is not there'}")
    pinned = prefix / "conda-meta" / "pinned"
    lines = pinned.read_text().splitlines() if pinned.exists() else []
    records = asyncio.run(solve(path, lines))
    chosen = {record.name.normalized: record for record in records}
    for line in lines:
        spec = rattler.MatchSpec(line)
        found = chosen.get(spec.name.normalized)
        if found is not None and not spec.matches(found):
            refuse(f"{pinned} keeps {found.name.normalized} {found.version} out: {line}")
    prefix.mkdir(parents=True, exist_ok=True)
    kept = os.environ.get("CONDA_PKGS_DIRS")
    cache = pathlib.Path(kept) if kept else pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / "stand-in-packages"
    asyncio.run(rattler.install(records, prefix, cache_dir=cache, show_progress=False))
    if not kept:
        shutil.rmtree(cache, ignore_errors=True)
    print("stand-in: installed " + " ".join(sorted(f"{name}-{record.version}" for name, record in chosen.items())))
    _, _, pip = read_environment(path)
    read_pip_lines(pip)
    if (HERE / "from-pypi.json").exists():
        install_from_pypi(prefix, chosen, pip)


def read_pip_lines(lines):
    """pip's own reader, which says what is wrong with a line."""
    requirements = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / "stand-in-requirements.txt"
    requirements.write_text("".join(f"{line}\n" for line in lines))
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(HERE / 'python')!r})\n"
        "from pip._internal.network.session import PipSession\n"
        "from pip._internal.req.constructors import install_req_from_parsed_requirement as read\n"
        "from pip._internal.req.req_file import parse_requirements\n"
        "print(*[read(line).req or read(line).link for line in parse_requirements(sys.argv[1], session=PipSession())], sep='\\n')\n"
    )
    read = subprocess.run([sys.executable, "-c", program, str(requirements)], stdout=subprocess.PIPE, text=True, check=True).stdout.split("\n")
    if len([one for one in read if one]) != len(lines):
        refuse(f"pip reads {read} where {lines} was meant")
    requirements.unlink()


def install_from_pypi(prefix, chosen, pip):
    """For the smoke test: conda's packages under their names on PyPI, in the versions that were chosen, and pip's lines as they are."""
    names = json.loads((HERE / "from-pypi.json").read_text())
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not str(chosen["python"].version).startswith(f"{python}."):
        refuse(f"the stand-in has Python {python}, the environment {chosen['python'].version}")
    # What conda chose is a build of our own; its series is what was asked for.
    series = {name: ".".join(str(record.version).split(".")[:2]) for name, record in chosen.items()}
    lines = [f"{on_pypi}=={series[name]}.*" for name, on_pypi in names.items() if name in series]
    environment = {**os.environ, "PIP_NO_CACHE_DIR": "0", "PIP_CACHE_DIR": str(HERE / "pip-cache"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [str(prefix / "bin" / "python"), "-m", "pip", "install", "--quiet", "--only-binary=:all:", "--prefer-binary", *lines, *pip]
    subprocess.run(command, env=environment, check=True)


def main():
    tool, *words = sys.argv[1:]
    given = arguments(tool, words)
    if given.command == "clean":
        return
    create = given.command == "create"
    install(given.file, given.name, create)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    sys.stderr.flush()
    # As in solve.py: rattler's own threads may still be at work.
    os._exit(0)
