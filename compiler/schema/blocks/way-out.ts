// The way out of the vocabulary. This version reads and refuses it: nothing a hub depends on is passed over.

import { type BlockUseDefinition, defineBlock } from "../block.ts";

const free = (name: string, doc: string) => defineBlock({ name, doc, settings: {}, free: true });

/** Blocks that set chart values, configuration traits and Python directly. */
export const wayOut = {
  values: {
    label: "none",
    schema: free("values", "Values of the JupyterHub chart, by their paths."),
    doc: "Sets any value of the JupyterHub chart.",
    example: "values { singleuser.networkPolicy.enabled = false }",
    status: "unsupported",
  },
  config: {
    label: "none",
    schema: free("config", "Traits of `hub.config`, by class."),
    doc: "Sets any trait of `hub.config`.",
    example: "config { KubeSpawner.start_timeout = 600 }",
    status: "unsupported",
  },
  python: {
    label: "none",
    schema: free("python", "Pieces of hub configuration in Python, by name."),
    doc: "Adds pieces of hub configuration in Python, in order of their names.",
    example: 'python { "10-banner" = "c.JupyterHub.template_vars = {}" }',
    status: "unsupported",
  },
} as const satisfies Readonly<Record<string, BlockUseDefinition>>;
