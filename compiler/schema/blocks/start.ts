// How every server of a hub starts: what it runs, what runs beside it at its start, when its image is pulled, and as whom it speaks to the cluster.

import { defineBlock, setting } from "../block.ts";
import { commandOf } from "../values/command.ts";
import { choice, textType } from "../values/scalars.ts";

const account = textType({
  name: "service account",
  expected: 'the name of a service account, such as `"pangeo"`',
  what: "a service account's name: lower-case letters, digits and single `-`; `{username}` stands for the person",
  accepts: (value) => value.length <= 63 && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(value.replace("{username}", "x")),
});

export const start = defineBlock({
  name: "start",
  doc: "How every server starts.",
  settings: {
    command: setting({
      type: commandOf({ single: true }),
      doc: "The program that it runs, which has to start Jupyter's server for one person: where an image has a script of its own for that. Courses with `collaboration` run their own.",
      example: '["start-singleuser.sh"]',
      defaultDoc: "the chart's: `jupyterhub-singleuser`",
    }),
    after: setting({
      type: commandOf(),
      doc: "A command that runs in the server beside that program, as soon as it starts. Until it ends nobody gets in, and where it fails, the server is stopped.",
      example: '["/bin/sh", "-c", "cp -rn /opt/material ~/material"]',
      defaultDoc: "none",
    }),
    pull: setting({
      type: choice("always", "if-missing", "never"),
      doc: "When its image is pulled: at every start, where its tag moves; only where the node does not have it; or never, where images are brought to nodes by other means.",
      example: "if-missing",
      defaultDoc: "Kubernetes' way: `if-missing`, and `always` for an image with the tag `latest`",
    }),
    "service-account": setting({
      type: account,
      doc: "The account of the cluster whose rights it has there, which somebody else makes: what people run can do all that it may.",
      example: '"pangeo"',
      defaultDoc: "none: servers can ask nothing of the cluster",
    }),
  },
});
