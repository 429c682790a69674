"""Applies compiled values to a JupyterHub configuration, as chart 4.4.0 does inside the hub.

The chart's files are not in any package registry, so its rules are written here anew: which value sets which option,
in which order, and what `hub.extraConfig` finds. Only what a cluster would add (addresses, the proxy's token, generated
secrets) is left to the caller.
"""

import atexit
import copy
import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType

import kubernetes_asyncio.client as kubernetes
import yaml

# The chart's defaults for the values read below.
CHART_DEFAULTS = yaml.safe_load("""
Release: {Name: test, Namespace: test}
Chart: {Name: jupyterhub, Version: 4.4.0}
custom: {}
imagePullSecret: {create: false, automaticReferenceInjection: true}
imagePullSecrets: []
debug: {enabled: false}
cull: {enabled: true, users: false, adminUsers: true, removeNamedServers: false, timeout: 3600}
hub:
  config: {JupyterHub: {admin_access: true, authenticator_class: dummy}}
  baseUrl: /
  concurrentSpawnLimit: 64
  consecutiveFailureLimit: 5
  extraConfig: {}
  extraFiles: {}
  extraEnv: {}
  services: {}
  loadRoles: {}
scheduling:
  userScheduler: {enabled: true}
  podPriority: {enabled: false}
  userPods:
    tolerations:
    - {key: hub.jupyter.org/dedicated, operator: Equal, value: user, effect: NoSchedule}
    - {key: hub.jupyter.org_dedicated, operator: Equal, value: user, effect: NoSchedule}
    nodeAffinity: {matchNodePurpose: prefer}
singleuser:
  image: {name: quay.io/jupyterhub/k8s-singleuser-sample, tag: 4.4.0, pullPolicy: null, pullSecrets: []}
  networkTools: {image: {name: quay.io/jupyterhub/k8s-network-tools, tag: 4.4.0}}
  cmd: jupyterhub-singleuser
  events: true
  startTimeout: 300
  uid: 1000
  fsGid: 100
  allowPrivilegeEscalation: false
  cpu: {limit: null, guarantee: null}
  memory: {limit: null, guarantee: 1G}
  extraLabels: {hub.jupyter.org/network-access-hub: "true"}
  extraTolerations: []
  initContainers: []
  extraFiles: {}
  cloudMetadata: {blockWithIptables: true, ip: 169.254.169.254}
  storage:
    type: dynamic
    capacity: 10Gi
    homeMountPath: /home/jovyan
    extraVolumes: []
    extraVolumeMounts: []
    dynamic: {storageAccessModes: [ReadWriteOnce], volumeNameTemplate: "volume-{user_server}"}
    static: {subPath: "{username}"}
""")

# value under `hub` -> option of JupyterHub
HUB_OPTIONS = {
    "concurrentSpawnLimit": "concurrent_spawn_limit",
    "activeServerLimit": "active_server_limit",
    "baseUrl": "base_url",
    "allowNamedServers": "allow_named_servers",
    "namedServerLimitPerUser": "named_server_limit_per_user",
    "authenticatePrometheus": "authenticate_prometheus",
    "redirectToServer": "redirect_to_server",
    "shutdownOnLogout": "shutdown_on_logout",
    "templatePaths": "template_paths",
    "templateVars": "template_vars",
}

# value under `singleuser` -> option of KubeSpawner
SPAWNER_OPTIONS = {
    "podNameTemplate": "pod_name_template",
    "startTimeout": "start_timeout",
    "image.pullPolicy": "image_pull_policy",
    "events": "events_enabled",
    "extraLabels": "extra_labels",
    "extraAnnotations": "extra_annotations",
    "uid": "uid",
    "fsGid": "fs_gid",
    "serviceAccountName": "service_account",
    "nodeSelector": "node_selector",
    "extraNodeAffinity.required": "node_affinity_required",
    "extraNodeAffinity.preferred": "node_affinity_preferred",
    "extraPodAffinity.required": "pod_affinity_required",
    "extraPodAffinity.preferred": "pod_affinity_preferred",
    "extraPodAntiAffinity.required": "pod_anti_affinity_required",
    "extraPodAntiAffinity.preferred": "pod_anti_affinity_preferred",
    "memory.limit": "mem_limit",
    "memory.guarantee": "mem_guarantee",
    "cpu.limit": "cpu_limit",
    "cpu.guarantee": "cpu_guarantee",
    "extraResource.limits": "extra_resource_limits",
    "extraResource.guarantees": "extra_resource_guarantees",
    "extraEnv": "environment",
    "profileList": "profile_list",
    "extraPodConfig": "extra_pod_config",
    "lifecycleHooks": "lifecycle_hooks",
    "initContainers": "init_containers",
    "extraContainers": "extra_containers",
    "storage.extraLabels": "storage_extra_labels",
}


def load_values(path, changes=None):
    """The values of a file over the chart's defaults, with a test's own changes on top."""
    with open(path, encoding="utf-8") as file:
        return merge(merge(copy.deepcopy(CHART_DEFAULTS), yaml.safe_load(file)), changes or {})


def merge(base, over):
    """Helm's merge: maps merge, anything else replaces."""
    if not isinstance(base, dict) or not isinstance(over, dict):
        return over
    return {**base, **{key: merge(base.get(key), value) for key, value in over.items()}}


def defaults_of(version):
    """The defaults of a version of the chart, as far as they are read here (values.yaml of each; the newest above)."""
    values = copy.deepcopy(CHART_DEFAULTS)
    values["Chart"]["Version"] = version
    for image in (values["singleuser"]["image"], values["singleuser"]["networkTools"]["image"]):
        image["tag"] = version
    if is_before(version, "4.0.0"):
        values["singleuser"]["storage"]["dynamic"] |= {
            "pvcNameTemplate": "claim-{username}{servername}",
            "volumeNameTemplate": "volume-{username}{servername}",
        }
    return values


def is_before(version, other):
    return [int(part) for part in version.split(".")] < [int(part) for part in other.split(".")]


def apply_values(c, values, kubernetes_secrets=None, version="4.4.0"):
    """Sets the options of the configuration `c`; `kubernetes_secrets` ({key: value}) answers `secretKeyRef`."""
    get = reader(values)
    offer_z2jh(get, values)
    set_hub_environment(get, kubernetes_secrets or {})
    c.JupyterHub.spawner_class = "kubespawner.KubeSpawner"
    for value, option in HUB_OPTIONS.items():
        if get(f"hub.{value}") is not None:
            setattr(c.JupyterHub, option, get(f"hub.{value}"))
    c.Spawner.consecutive_failure_limit = get("hub.consecutiveFailureLimit")
    apply_pod(c, get)
    apply_storage(c, get)
    if is_before(version, "4.3.0"):
        # Lists, in the order in which the chart appends to them (jupyterhub_config.py, 3.3.8 to 4.2.0).
        c.KubeSpawner.volumes = list(c.KubeSpawner.volumes.values())
        c.KubeSpawner.volume_mounts = list(c.KubeSpawner.volume_mounts.values())
    apply_services_and_roles(c, get)
    apply_command(c, get)
    if get("debug.enabled"):
        c.JupyterHub.log_level = "DEBUG"
        c.Spawner.debug = True
    for section, options in get("hub.config", {}).items():
        dropped = {"proxy_auth_token", "cookie_secret", "services"} if section == "JupyterHub" else set()
        c[section].update({option: value for option, value in (options or {}).items() if option not in dropped})
    files = place_files(get("hub.extraFiles", {}))
    for key, source in sorted(get("hub.extraConfig", {}).items()):
        source = source.replace(PYTHON_FOLDER, str(files) + PYTHON_FOLDER)
        exec(compile(source, f"hub.extraConfig.{key}", "exec"), EXTRA_CONFIG_NAMES | {"c": c, "get_config": get})


EXTRA_CONFIG_NAMES = {"os": os, "sys": sys}
PYTHON_FOLDER = "/etc/hubc/python"


def place_files(files):
    """The hub's files at their paths, below a folder of their own: nothing of the machine is written."""
    root = Path(tempfile.mkdtemp(prefix="hubc-files-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    for file in files.values():
        path = root / file["mountPath"].lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["stringData"], encoding="utf-8")
    return root


def reader(values):
    def get_config(key, default=None):
        value = values
        for part in key.split("."):
            if not isinstance(value, dict) or part not in value:
                return default
            value = value[part]
        return value

    return get_config


def offer_z2jh(get, values):
    module = ModuleType("z2jh")
    module.get_config = get
    module.get_name = lambda name: name
    module.get_name_env = lambda name, suffix="": name.upper().replace("-", "_") + suffix
    module.get_secret_value = lambda key, default=None: default
    sys.modules["z2jh"] = module


def set_hub_environment(get, kubernetes_secrets):
    for name, value in get("hub.extraEnv", {}).items():
        if isinstance(value, dict):
            reference = value.get("valueFrom", {}).get("secretKeyRef", {}).get("key", "")
            value = value.get("value", kubernetes_secrets.get(reference, f"test-value-of-{reference}-0123456789abcdef"))
        os.environ[name] = str(value)


def apply_pod(c, get):
    spawner = c.KubeSpawner
    for value, option in SPAWNER_OPTIONS.items():
        if get(f"singleuser.{value}") is not None:
            setattr(spawner, option, get(f"singleuser.{value}"))
    spawner.image = f"{get('singleuser.image.name')}:{get('singleuser.image.tag')}"
    secrets = list(get("imagePullSecrets", [])) + list(get("singleuser.image.pullSecrets") or [])
    if get("imagePullSecret.create") and get("imagePullSecret.automaticReferenceInjection"):
        secrets.insert(0, "image-pull-secret")
    if secrets:
        spawner.image_pull_secrets = [secret if isinstance(secret, str) else secret["name"] for secret in secrets]
    if get("scheduling.userScheduler.enabled"):
        spawner.scheduler_name = "user-scheduler"
    if get("scheduling.podPriority.enabled"):
        spawner.priority_class_name = "default-priority"
    spawner.tolerations = get("scheduling.userPods.tolerations", []) + (get("singleuser.extraTolerations") or [])
    spawner.allow_privilege_escalation = get("singleuser.allowPrivilegeEscalation")
    node = {"matchExpressions": [{"key": "hub.jupyter.org/node-purpose", "operator": "In", "values": ["user"]}]}
    purpose = get("scheduling.userPods.nodeAffinity.matchNodePurpose")
    if purpose == "require":
        spawner.node_affinity_required = (get("singleuser.extraNodeAffinity.required") or []) + [node]
    elif purpose == "prefer":
        term = {"weight": 100, "preference": node}
        spawner.node_affinity_preferred = (get("singleuser.extraNodeAffinity.preferred") or []) + [term]


def apply_storage(c, get):
    storage = get("singleuser.storage")
    volumes, mounts = {}, {}
    if storage["type"] == "dynamic":
        dynamic = storage["dynamic"]
        c.KubeSpawner.storage_pvc_ensure = True
        c.KubeSpawner.storage_capacity = storage["capacity"]
        c.KubeSpawner.storage_access_modes = dynamic["storageAccessModes"]
        for value, option in (("pvcNameTemplate", "pvc_name_template"), ("storageClass", "storage_class")):
            if dynamic.get(value) is not None:
                setattr(c.KubeSpawner, option, dynamic[value])
        name = dynamic["volumeNameTemplate"]
        volumes[name] = {"name": name, "persistentVolumeClaim": {"claimName": "{pvc_name}" if dynamic.get("pvcNameTemplate") is None else dynamic["pvcNameTemplate"]}}
        mounts[name] = {"mountPath": storage["homeMountPath"], "name": name, "subPath": dynamic.get("subPath")}
    elif storage["type"] == "static":
        volumes["home"] = {"name": "home", "persistentVolumeClaim": {"claimName": storage["static"]["pvcName"]}}
        mounts["home"] = {
            "mountPath": storage["homeMountPath"],
            "name": "home",
            "subPath": storage["static"]["subPath"],
        }
    add_files(get("singleuser.extraFiles") or {}, volumes, mounts)
    extra_volumes, extra_mounts = storage.get("extraVolumes") or {}, storage.get("extraVolumeMounts") or {}
    if isinstance(extra_volumes, list):
        extra_volumes = {volume["name"]: volume for volume in extra_volumes}
    if isinstance(extra_mounts, list):
        extra_mounts = {f"{index}-{mount['name']}": mount for index, mount in enumerate(extra_mounts)}
    c.KubeSpawner.volumes = {**volumes, **extra_volumes}
    c.KubeSpawner.volume_mounts = {**mounts, **extra_mounts}


def add_files(files, volumes, mounts):
    if not files:
        return
    items = []
    for index, (key, file) in enumerate(files.items()):
        item = {"key": key, "path": key}
        if file.get("mode") is not None:
            item["mode"] = file["mode"]
        items.append(item)
        mounts[f"{index}-files"] = {"mountPath": file["mountPath"], "subPath": key, "name": "files"}
    volumes["files"] = {"name": "files", "secret": {"secretName": "singleuser", "items": items}}


def apply_services_and_roles(c, get):
    c.JupyterHub.services, c.JupyterHub.load_roles = [], []
    if get("cull.enabled"):
        scopes = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
        c.JupyterHub.load_roles.append(
            {
                "name": "jupyterhub-idle-culler",
                "scopes": scopes + (["admin:users"] if get("cull.users") else []),
                "services": ["jupyterhub-idle-culler"],
            }
        )
        c.JupyterHub.services.append({"name": "jupyterhub-idle-culler", "command": ["true"]})
    for key, service in get("hub.services", {}).items():
        c.JupyterHub.services.append({"name": key, **{k: v for k, v in service.items() if k != "apiToken"}})
    for key, role in get("hub.loadRoles", {}).items():
        c.JupyterHub.load_roles.append({"name": key, **copy.deepcopy(role)})


def apply_command(c, get):
    cmd = get("singleuser.cmd")
    c.Spawner.cmd = cmd if isinstance(cmd, list) else ([cmd] if cmd else [])
    if get("singleuser.defaultUrl"):
        c.Spawner.default_url = get("singleuser.defaultUrl")
    if get("singleuser.cloudMetadata.blockWithIptables"):
        image = get("singleuser.networkTools.image")
        # An object as the chart makes it, not a dictionary as values have it.
        block = kubernetes.V1Container(
            name="block-cloud-metadata",
            image=f"{image['name']}:{image['tag']}",
            command=["iptables", "--append", "OUTPUT", "--destination", get("singleuser.cloudMetadata.ip"), "--jump", "DROP"],
            security_context=kubernetes.V1SecurityContext(
                run_as_user=0, privileged=True, capabilities=kubernetes.V1Capabilities(add=["NET_ADMIN"])
            ),
        )
        c.KubeSpawner.init_containers = list(get("singleuser.initContainers") or []) + [block]
