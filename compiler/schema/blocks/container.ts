// Containers that run beside every server: a database, or a program that people open through their server.

import { defineBlock, nested, setting } from "../block.ts";
import { commandOf } from "../values/command.ts";
import { listOf } from "../values/compounds.ts";
import { taggedImage } from "../values/forms.ts";
import { bytes, cpu, openRangeOf } from "../values/quantities.ts";
import { code, flag, numberType } from "../values/scalars.ts";

const environment = defineBlock({
  name: "container environment",
  doc: "Environment variables of the container.",
  settings: {},
  anySetting: setting({ type: code, doc: "The variable's value.", example: '"trust"' }),
});

export const container = defineBlock({
  name: "container",
  doc: "A container that runs beside every server, in its pod, from its start to its end: a database, or a program that people open through their server. The two reach each other at `localhost`.",
  settings: {
    image: setting({
      type: taggedImage,
      doc: "What it runs.",
      example: '"docker.io/library/postgres:16.4"',
      required: true,
    }),
    command: setting({
      type: commandOf(),
      doc: "The program that it runs.",
      example: '["postgres"]',
      defaultDoc: "that of the image",
    }),
    arguments: setting({
      type: listOf(code),
      doc: "What the program is given.",
      example: '["-c", "max_connections=20"]',
      defaultDoc: "those of the image",
    }),
    ports: setting({
      type: listOf(numberType({ name: "number", whole: true, from: 1, to: 65535 })),
      doc: "The ports that it listens at, for those who read the pod: whether they are named or not, the server reaches them.",
      example: "[5432]",
      defaultDoc: "none are named",
    }),
    home: flag("The person's home is mounted in it, where the server has it."),
    user: setting({
      type: numberType({ name: "number", whole: true, from: 0, to: 2 ** 31 - 1 }),
      doc: "The number of the account that it runs as.",
      example: "1000",
      defaultDoc: "that of the image",
    }),
    memory: setting({
      type: openRangeOf(bytes),
      doc: "What it is guaranteed beside the server, and the most that it may use.",
      example: "64MiB .. 512MiB",
      defaultDoc: "nothing is guaranteed, and there is no limit",
    }),
    cpu: setting({
      type: openRangeOf(cpu),
      doc: "The cores that it is guaranteed beside the server, and the most that it may use.",
      example: "0.01 .. 1",
      defaultDoc: "nothing is guaranteed, and there is no limit",
    }),
  },
  blocks: {
    environment: nested(environment, 'environment { POSTGRES_USER = "jovyan" }'),
  },
});
