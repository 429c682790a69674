"""check_pod.py VALUES: what a student, a team and the admin of Stat 159 get from KubeSpawner."""

import asyncio
import sys

from load_values import load_values
from pod_manifest import configuration, pod_manifest
from report import Report

GIB = 1024**3

report = Report()
check = report.check
values = load_values(sys.argv[1])
config = configuration(values)
data = values["custom"]["hubc"]


def pod_of(name, groups=()):
    pod, _ = asyncio.run(pod_manifest(config, name, groups))
    return pod["spec"]


def notebook(spec):
    return next(container for container in spec["containers"] if container["name"] == "notebook")


def home(spec):
    path = values["singleuser"]["storage"]["homeMountPath"]
    return [mount for mount in notebook(spec)["volumeMounts"] if mount["mountPath"] == path]


course = next(iter(data["courses"].values()))
account, space = sorted(data["workspaces"].items())[0]
student, team, admin = (
    pod_of("ada", [course["people"]]),
    pod_of(account, space.get("memberOf", [])),
    pod_of(data["admins"][0], course["staff"]),
)

for who, spec in (("a student", student), ("a team", team), ("an admin", admin)):
    container = notebook(spec)
    resources = container["resources"]
    check(f"{who} is guaranteed 4 GiB", int(resources["requests"]["memory"]), 4 * GIB)
    check(f"{who} may use 8 GiB", int(resources["limits"]["memory"]), 8 * GIB)
    check(f"{who} is guaranteed half a CPU", float(resources["requests"]["cpu"]), 0.5)
    check(f"{who} may use four", float(resources["limits"]["cpu"]), 4.0)
    image = values["singleuser"]["image"]
    check(f"{who} gets the course's image", container["image"], f"{image['name']}:{image['tag']}")
    check(f"the server of {who} starts JupyterHub's program", container["args"][0], "jupyterhub-singleuser")
    check(f"it turns collaboration on for {who}", "--LabApp.collaborative=true" in container["args"])
    check(
        f"it keeps the edits of {who} off NFS", "--YDocExtension.ystore_class=tmpystore.TmpYStore" in container["args"]
    )
    check(f"{who} has one home", len(home(spec)), 1)
    names = {volume["name"] for volume in spec["volumes"]}
    check(f"every mount of {who} has its volume", {mount["name"] for mount in container["volumeMounts"]} <= names)
    paths = [mount["mountPath"] for mount in container["volumeMounts"]]
    check(f"no path is mounted twice for {who}", len(paths), len(set(paths)))
    check(f"no account of Kubernetes is in the pod of {who}", spec.get("automountServiceAccountToken"), False)

check("the image isn't the chart's sample", "k8s-singleuser-sample" in notebook(student)["image"], False)
sub_paths = [home(spec)[0].get("subPath", "") for spec in (student, team, admin)]
check("the student's home is their own folder", sub_paths[0], lambda path: path.split("/")[-1] == "ada")
check("the team's home is the team's", sub_paths[1], lambda path: path.split("/")[-1] == account)
check("no two share a home", len(set(sub_paths)), 3)

# Groups that raise what their members get, beside a list of profiles that is the hub's own.
raising = load_values(
    sys.argv[1],
    {
        "custom": {"hubc": {"servers": {"raises": {"large": {"mem_guarantee": 12 * GIB, "mem_limit": 24 * GIB}}}}},
        "singleuser": {
            "profileList": [
                {"display_name": "Small", "kubespawner_override": {"mem_guarantee": "1G", "mem_limit": "2G"}},
                {"display_name": "Huge", "kubespawner_override": {"mem_limit": "48G"}},
            ]
        },
    },
)


def memory(groups, profile):
    pod, _ = asyncio.run(pod_manifest(configuration(raising), "ada", groups, {"profile": profile}))
    resources = notebook(pod["spec"])["resources"]
    return int(resources["requests"]["memory"]) // GIB, int(resources["limits"]["memory"]) // GIB


check("a profile of the hub's own gives its memory", memory([], "small"), (1, 2))
check("a group raises it for its members", memory(["large"], "small"), (12, 24))
check("and leaves more as it is", memory(["large"], "huge"), (12, 48))
report.end()
