// What a hub says beside who uses it: where its secrets live, copies of the homes, what it may cost.

import { defineBlock, type SettingDefinition, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { secretName } from "../values/forms.ts";
import { schedule } from "../values/moments.ts";
import { duration } from "../values/quantities.ts";
import { referenceTo } from "../values/references.ts";
import { choice, count, flag, text, textType } from "../values/scalars.ts";

export const budget = defineBlock({
  name: "budget",
  doc: "What the hub may cost, for the release's page, beside what its nodes are estimated to cost; as a gate, also for every change.",
  settings: {
    month: setting({ type: count, doc: "A month.", example: "4000", required: true }),
    currency: setting({
      type: textType({
        name: "currency",
        expected: "a currency",
        what: "a currency of three letters",
        accepts: (value) => /^[A-Z]{3}$/.test(value),
      }),
      doc: "The currency, by its three letters.",
      example: '"USD"',
      required: true,
    }),
    gate: flag("An estimate above it is an error, so that no change that costs more is merged."),
  },
});

export const backup = defineBlock({
  name: "backup",
  doc: "Copies of the homes: an archive a person, under `_backups/` of the storage that holds them, or of another one.",
  settings: {
    schedule: setting({
      type: schedule,
      doc: "When: a time of every day, or as cron writes it; in the project's time zone.",
      example: "03:00",
      required: true,
    }),
    keep: setting({
      type: duration,
      doc: "For how long a copy is kept. The newest is never removed.",
      example: "4w",
      default: 4 * 7 * 86400,
    }),
    storage: setting({
      type: referenceTo("storage"),
      doc: "Where the copies go: somewhere else outlives the loss of the homes' storage.",
      example: "archive",
      defaultDoc: "the storage of the homes",
    }),
  },
});

const shared = {
  name: setting({
    type: secretName,
    doc: "The Kubernetes Secret in the stage's namespace.",
    example: '"hubc-datahub"',
    defaultDoc: "`hubc-<hub>`",
  }),
  "fixed-keys": flag(
    "The hub's own keys are secrets too, instead of made by the chart: for deployments that render the chart without a cluster at hand, such as by Argo CD.",
  ),
} as const;

const filePath = textType({
  name: "path in the project",
  expected: 'the path of a file, such as `"secrets/prod.yaml"`',
  what: "a path from the project's folder to a YAML file: its parts are joined by `/`, none is empty, `.` or `..`",
  accepts: (value) =>
    /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*\.ya?ml$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value),
});

const recipient = (name: string, doc: string, pattern: RegExp, example: string): SettingDefinition<string> =>
  setting({
    type: textType({
      name,
      expected: `${name}, such as \`${example}\``,
      what: name,
      accepts: (value) => pattern.test(value),
    }),
    doc,
    example,
  });

const ageKey = textType({
  name: "age recipient",
  expected: 'an age recipient, such as `"age1…"`',
  what: "a public key of age: `age1` and letters and digits",
  accepts: (value) => /^age1[0-9a-z]{20,}$/.test(value),
});

export const secrets = {
  kubernetes: defineBlock({
    name: "secrets kubernetes",
    doc: "A Kubernetes Secret that somebody makes in the stage's namespace.",
    settings: shared,
  }),
  sops: defineBlock({
    name: "secrets sops",
    doc: "A file of the repository that sops encrypts, one for each stage: the Secret, with its keys readable and its values not.",
    settings: {
      ...shared,
      file: setting({
        type: filePath,
        doc: "The encrypted file, from the project's folder.",
        example: '"secrets/prod.yaml"',
        defaultDoc: "`secrets/<hub>-<stage>.yaml`",
      }),
      age: setting({
        type: listOf(ageKey),
        doc: "Who can decrypt it, by their public keys of age.",
        example: '["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"]',
      }),
      "gcp-kms": recipient(
        "a key of Google Cloud KMS",
        "The key of Google Cloud KMS that encrypts it.",
        /^projects\/[^/\s]+\/locations\/[^/\s]+\/keyRings\/[^/\s]+\/cryptoKeys\/[^/\s]+$/,
        '"projects/campus/locations/global/keyRings/hubs/cryptoKeys/sops"',
      ),
      "aws-kms": recipient(
        "an ARN of a key of AWS KMS",
        "The key of AWS KMS that encrypts it.",
        /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/\S+$/,
        '"arn:aws:kms:us-west-2:123456789012:key/5a1b"',
      ),
      "azure-key-vault": recipient(
        "the address of a key of Azure Key Vault",
        "The key of Azure Key Vault that encrypts it.",
        /^https:\/\/[a-z0-9-]+\.vault\.azure\.net\/keys\/[^/\s]+\/[^/\s]+$/,
        '"https://campus.vault.azure.net/keys/sops/5a1b"',
      ),
    },
    oneOf: [["age", "gcp-kms", "aws-kms", "azure-key-vault"]],
  }),
  external: defineBlock({
    name: "secrets external",
    doc: "A store that the External Secrets operator reads into the Secret.",
    settings: {
      ...shared,
      store: setting({ type: secretName, doc: "The store's name.", example: '"campus-vault"', required: true }),
      kind: setting({
        type: choice("cluster", "namespace"),
        doc: "The store is one for the whole cluster, or one in the stage's namespace.",
        example: "cluster",
        default: "cluster" as const,
      }),
      item: setting({
        type: text,
        doc: "The one item of the store that holds every secret as a property, by its key.",
        example: '"hubs/datahub"',
        defaultDoc: "each secret is an item of its own, under its path",
      }),
      prefix: setting({
        type: text,
        doc: "What stands in front of each secret's path in the store.",
        example: '"hubs/datahub/"',
        defaultDoc: "nothing",
      }),
      refresh: setting({
        type: duration,
        doc: "How often the store is asked again.",
        example: "1h",
        default: 3600,
      }),
    },
  }),
} as const;
