// The way out of the vocabulary: values of the chart, traits and Python as one writes them oneself, checked but not interpreted.

import { type BlockUseDefinition, defineBlock } from "../block.ts";

const free = (name: string, doc: string, root: readonly string[]) =>
  defineBlock({ name, doc, settings: {}, free: root });

/** Blocks that set chart values, configuration traits and Python directly. */
export const wayOut = {
  values: {
    label: "none",
    schema: free("values", "Values of the JupyterHub chart, by their paths.", []),
    doc: "Sets any value of the JupyterHub chart.",
    example: "values { singleuser.networkPolicy.enabled = false }",
  },
  config: {
    label: "none",
    schema: free("config", "Traits of `hub.config`, by class.", ["hub", "config"]),
    doc: "Sets any trait of `hub.config`.",
    example: "config { KubeSpawner.start_timeout = 600 }",
  },
  python: {
    label: "none",
    schema: free("python", "Pieces of hub configuration in Python, by name.", ["hub", "extraConfig"]),
    doc: "Adds pieces of hub configuration in Python, in order of their names.",
    example: 'python { "10-banner" = "c.JupyterHub.template_vars = {}" }',
  },
  custom: {
    label: "none",
    schema: free("custom", "Data for Python of the hub's own, by their paths.", ["custom"]),
    doc: 'Data that the chart hands on as it is, for Python of the hub\'s own: `z2jh.get_config("custom.org.name")`.',
    example: 'custom { org.name = "Campus" }',
  },
} as const satisfies Readonly<Record<string, BlockUseDefinition>>;
