import { defineBlock, type SettingDefinition, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { absolutePath, host, personPath, secretName, sharePath } from "../values/forms.ts";
import { bytes } from "../values/quantities.ts";
import { choice, flag, text, truth } from "../values/scalars.ts";

const shared = {
  mount: setting({
    type: absolutePath,
    doc: "Where it appears in a person's server.",
    example: '"/home/jovyan"',
    defaultDoc: "the image's `home`",
  }),
  path: setting({
    type: personPath,
    doc: "One person's folder in it: `{username}` is JupyterHub's safe name, `{escaped_username}` the one of folders from before chart 4.",
    example: '"{username}"',
    default: "{username}",
  }),
  size: setting({
    type: bytes,
    doc: "How much it holds; for `dynamic` and `memory`, for each person.",
    example: "10GiB",
  }),
  keep: setting({ type: truth, doc: "Never deleted with the release.", example: "true", default: true }),
} as const;

const required = (doc: string, example: string): SettingDefinition<string> =>
  setting({ type: text, doc, example, required: true });

function variant<const S extends Readonly<Record<string, SettingDefinition<unknown>>>>(
  name: string,
  doc: string,
  settings: S,
  oneOf: readonly (readonly string[])[] = [],
) {
  return defineBlock({ name: `storage ${name}`, doc, settings: { ...shared, ...settings }, oneOf });
}

export const storage = {
  nfs: variant("nfs", "A folder that a file server exports.", {
    server: setting({ type: host, doc: "The file server.", example: '"10.0.0.2"', required: true }),
    export: setting({ type: sharePath, doc: "The exported folder.", example: '"/homes"', required: true }),
    options: setting({ type: listOf(text), doc: "Mount options.", example: '["noatime"]' }),
  }),
  filestore: variant(
    "filestore",
    "A share of Google Filestore.",
    {
      server: setting({ type: host, doc: "The address of an instance that exists.", example: '"10.185.238.42"' }),
      share: setting({ type: sharePath, doc: "The share, and a folder in it.", example: '"shares/data8"' }),
      tier: setting({
        type: choice("basic-hdd", "basic-ssd", "zonal", "regional", "enterprise"),
        doc: "Makes an instance of this tier, of the `size` given, for each stage; instead of `server` and `share`.",
        example: "zonal",
      }),
    },
    [
      ["server", "tier"],
      ["share", "tier"],
    ],
  ),
  "azure-files": variant("azure-files", "A share of Azure Files.", {
    account: required("The storage account.", '"campushub"'),
    share: required("The share.", '"homes"'),
    protocol: setting({
      type: choice("nfs", "smb"),
      doc: "How it is mounted. SMB has no POSIX locks and links.",
      example: "nfs",
      default: "nfs",
    }),
  }),
  efs: variant("efs", "Amazon Elastic File System.", {
    filesystem: required("The file system's id.", '"fs-0123456789abcdef0"'),
  }),
  dynamic: variant(
    "dynamic",
    "A volume for each person, made by the cluster.",
    {
      class: setting({
        type: text,
        doc: "The storage class.",
        example: '"standard-rwo"',
        defaultDoc: "the cluster's default class",
      }),
    },
    [["size"]],
  ),
  "host-path": variant("host-path", "A folder on a machine of one's own.", {
    directory: setting({ type: absolutePath, doc: "The folder.", example: '"/srv/homes"', required: true }),
    host: setting({
      type: text,
      doc: "The machine that has the folder, by the name of its node: servers and copies of the homes run there and nowhere else.",
      example: '"lab-1"',
      defaultDoc: "the only machine for people",
    }),
    "on-every-host": flag(
      "Every machine has one and the same folder there, for instance because each mounts it from a file server.",
    ),
  }),
  claim: variant(
    "claim",
    "A PersistentVolumeClaim that somebody else makes in the stage's namespace, and that many nodes can mount.",
    {
      name: setting({
        type: secretName,
        doc: "The claim's name.",
        example: '"home-nfs"',
        defaultDoc: "that of the storage",
      }),
      namespace: setting({
        type: secretName,
        doc: "The namespace that it lies in, where only one has it: stages that live in another can't mount it, which is then said.",
        example: '"datahub-prod"',
        defaultDoc: "each stage's own: the claim is in each of them",
      }),
    },
  ),
  memory: variant("memory", "Nothing persists, on purpose.", {}, [["size"]]),
};
