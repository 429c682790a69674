"""Makes a small conda channel and a small CRAN out of nothing: make_channel.py TABLE FOLDER. The packages hold one file each, some a program, too; names, versions
and what they need are as on conda-forge, so that what is solved against it would be solved there too."""

import bz2
import gzip
import hashlib
import io
import json
import pathlib
import sys
import tarfile

# The day that all files are from.
MOMENT = 1_788_000_000


def tar(files, programs=()):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode, info.mtime = len(data), 0o755 if name in programs else 0o644, MOMENT
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def package(name, version, depends, programs):
    """A noarch package of one file and these programs, as .tar.bz2."""
    contents = {f"share/small-channel/{name}.txt": f"{name} {version}\n".encode(),
                **{path: "".join(f"{line}\n" for line in lines).encode() for path, lines in programs.items()}}
    index = {"name": name, "version": version, "build": "0", "build_number": 0, "depends": depends, "arch": None, "platform": None,
             "subdir": "noarch", "noarch": "generic", "timestamp": MOMENT * 1000, "license": "BSD-3-Clause"}
    paths = {"paths": [{"_path": path, "path_type": "hardlink", "sha256": hashlib.sha256(content).hexdigest(), "size_in_bytes": len(content)}
                       for path, content in contents.items()], "paths_version": 1}
    files = {"info/index.json": json.dumps(index).encode(), "info/paths.json": json.dumps(paths).encode(),
             "info/files": "".join(f"{path}\n" for path in contents).encode(), **contents}
    return index, bz2.compress(tar(files, programs))


def conda_channel(table, programs, folder):
    packages = {}
    noarch = folder / "noarch"
    noarch.mkdir(parents=True)
    for entry in table:
        name, version, *depends = entry
        index, data = package(name, version, depends, programs.get(name, {}))
        file = f"{name}-{version}-0.tar.bz2"
        (noarch / file).write_bytes(data)
        packages[file] = {**{key: value for key, value in index.items() if value is not None}, "size": len(data),
                          "md5": hashlib.md5(data).hexdigest(), "sha256": hashlib.sha256(data).hexdigest()}
    write_repodata(noarch, "noarch", packages)
    (folder / "linux-64").mkdir()
    write_repodata(folder / "linux-64", "linux-64", {})


def write_repodata(folder, subdir, packages):
    repodata = {"info": {"subdir": subdir}, "packages": packages, "packages.conda": {}, "removed": [], "repodata_version": 1}
    (folder / "repodata.json").write_text(json.dumps(repodata, indent=1))


def cran(packages, folder):
    contrib = folder / "src" / "contrib"
    contrib.mkdir(parents=True)
    described = []
    for name, (version, code, *more) in packages.items():
        description = f"Package: {name}\nVersion: {version}\nTitle: Stand-In\nDescription: Stands in for {name}.\nLicense: BSD_3_clause\nAuthor: hubc\nMaintainer: hubc <hubc@example.org>\n"
        exports = sorted(line.split(" <-")[0] for line in code if " <- function" in line)
        files = {f"{name}/DESCRIPTION": description.encode(), f"{name}/NAMESPACE": "".join(f"export({one})\n" for one in exports).encode(),
                 f"{name}/R/all.R": "".join(f"{line}\n" for line in code).encode(),
                 **{f"{name}/{path}": "".join(f"{line}\n" for line in lines).encode() for one in more for path, lines in one.items()}}
        data = gzip.compress(tar(files), mtime=0)
        (contrib / f"{name}_{version}.tar.gz").write_bytes(data)
        described.append(f"Package: {name}\nVersion: {version}\nLicense: BSD_3_clause\nMD5sum: {hashlib.md5(data).hexdigest()}\nNeedsCompilation: no\n")
    (contrib / "PACKAGES").write_text("\n".join(described))


def main():
    table, folder = json.loads(pathlib.Path(sys.argv[1]).read_text()), pathlib.Path(sys.argv[2])
    for name, packages in table["conda"].items():
        conda_channel(packages, table["programs"], folder / name)
    cran(table["cran"], folder / "cran")


main()
