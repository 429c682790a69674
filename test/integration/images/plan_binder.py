"""Prints what repo2docker takes a folder for, and the Dockerfile that it would build."""

import os
import sys

from repo2docker.app import Repo2Docker

app = Repo2Docker()
os.chdir(sys.argv[1])
for kind in app.buildpacks:
    pack = kind(base_image=app.base_image)
    if pack.detect():
        break
pack.platform = "linux/amd64"
print(type(pack).__name__)
print(pack.render())
