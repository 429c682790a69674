// Volumes of a pod, and of the values that become one, by what they hold: a name only joins a mount to its volume.

/** Volumes in place of their names, each once, and mounts by their paths. */
export function withVolumesByContent(node) {
  if (Array.isArray(node)) return node.map(withVolumesByContent);
  if (node === null || typeof node !== "object") return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withVolumesByContent(value)]));
  if (Array.isArray(inner.volumes) && Array.isArray(inner.containers)) return podByContent(inner);
  return inner.extraVolumes === undefined ? inner : valuesByContent(inner);
}

function podByContent(pod) {
  const held = contents(pod.volumes);
  const mounted = (containers) =>
    containers?.map((one) => ({ ...one, volumeMounts: mounts(one.volumeMounts, held) ?? [] })) ?? [];
  return {
    ...pod,
    volumes: once(held),
    containers: mounted(pod.containers),
    initContainers: mounted(pod.initContainers),
  };
}

function valuesByContent(values) {
  const held = contents(listed(values.extraVolumes));
  return {
    ...values,
    extraVolumes: once(held),
    extraVolumeMounts: mounts(listed(values.extraVolumeMounts), held) ?? [],
  };
}

function listed(value) {
  return Array.isArray(value) ? value : Object.values(value ?? {});
}

function contents(volumes) {
  return new Map(volumes.filter((one) => one !== null).map(({ name, ...content }) => [name, JSON.stringify(content)]));
}

function once(held) {
  return [...new Set(held.values())].sort();
}

function mounts(list, held) {
  const all = list?.filter((one) => one !== null).map((one) => ({ ...one, name: held.get(one.name) ?? one.name }));
  return all?.sort((a, b) => (JSON.stringify([a.mountPath, a]) < JSON.stringify([b.mountPath, b]) ? -1 : 1));
}
