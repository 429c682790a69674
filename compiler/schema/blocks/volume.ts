// Folders of every server, or of the hub's own pod, that are no storage of people's work: room that goes with the server, and what others put there.

import { defineBlock, setting } from "../block.ts";
import { absolutePath, secretName } from "../values/forms.ts";
import { bytes, orUnlimited } from "../values/quantities.ts";
import { choice, textType, truth } from "../values/scalars.ts";

const claimOfPerson = textType({
  name: "name of a claim",
  expected: "the name of a PersistentVolumeClaim",
  what: "a claim's name: lower-case letters, digits, `-` and `.`; `{username}` stands for the person",
  accepts: (value) => /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(value.replace("{username}", "x")),
});

/** Kubernetes refuses a `subPath` that begins with `/` (1.34, core/v1 validation). */
export function isPathInVolume(path: string): boolean {
  return path.split("/").every((part) => !/^\.{0,2}$|\s/.test(part));
}

const folderInVolume = textType({
  name: "path in a volume",
  expected: 'a path in the volume, such as `"2026"`',
  what: "a path in the volume: it does not begin with `/`, its parts are joined by `/`, and none is empty, `.` or `..`",
  accepts: isPathInVolume,
  meant: (value) => value.replace(/^\/+|\/+$/g, ""),
});

export const volume = defineBlock({
  name: "volume",
  doc: "A folder in every server, or in the hub's own pod, that holds nobody's work: room that goes with the server, or what others put there.",
  settings: {
    path: setting({
      type: absolutePath,
      doc: "Where it appears.",
      example: '"/scratch"',
      required: true,
    }),
    in: setting({
      type: choice("servers", "hub"),
      doc: "Where it is: in every server, or in the hub's own pod.",
      example: "hub",
      default: "servers" as const,
    }),
    scratch: setting({
      type: orUnlimited(bytes),
      doc: "Room on the node's disk, empty at the start and gone at the end: where more is written, the server is stopped. With `unlimited` nothing but the disk ends it.",
      example: "10GiB",
    }),
    memory: setting({
      type: orUnlimited(bytes),
      doc: "Such room in memory, which counts as the server's own: for `/dev/shm`, which is 64 MiB otherwise.",
      example: "2GiB",
    }),
    claim: setting({
      type: claimOfPerson,
      doc: "A PersistentVolumeClaim that somebody else makes in the namespace.",
      example: '"datasets"',
    }),
    "config-map": setting({
      type: secretName,
      doc: "A ConfigMap that somebody else makes: a file for each of its keys.",
      example: '"dask-config"',
    }),
    secret: setting({
      type: secretName,
      doc: "A Secret that somebody else makes: a file for each of its keys. Whoever is in the server can read them.",
      example: '"bucket-keys"',
    }),
    "node-folder": setting({
      type: absolutePath,
      doc: "A folder of the node. Every node has one of its own, unless each mounts the same; whoever may write there writes on the node.",
      example: '"/cvmfs"',
    }),
    folder: setting({
      type: folderInVolume,
      doc: "A folder in it, or a file of it, and nothing else.",
      example: '"2026"',
      defaultDoc: "all of it",
    }),
    "read-only": setting({
      type: truth,
      doc: "Nobody writes into it here.",
      example: "true",
      defaultDoc: "`false`; what a ConfigMap or a Secret holds nobody changes anyway",
    }),
  },
  oneOf: [["scratch", "memory", "claim", "config-map", "secret", "node-folder"]],
});
