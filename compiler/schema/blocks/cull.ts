import { defineBlock, setting } from "../block.ts";
import { duration } from "../values/quantities.ts";
import { truth } from "../values/scalars.ts";

export const cull = defineBlock({
  name: "cull",
  doc: "When servers are stopped.",
  settings: {
    enabled: setting({
      type: truth,
      doc: "Servers are stopped. `cull = none` is short for `cull { enabled = false }`: they run until somebody stops them.",
      example: "true",
      default: true,
    }),
    idle: setting({ type: duration, doc: "After this long without activity.", example: "1h", default: 3600 }),
    "max-age": setting({
      type: duration,
      doc: "However active, after this long.",
      example: "12h",
      defaultDoc: "never",
    }),
    every: setting({
      type: duration,
      doc: "How often servers are looked at.",
      example: "5min",
      defaultDoc: "10 minutes, or `idle` where that is shorter",
    }),
    "remove-named": setting({
      type: truth,
      doc: "A named server that is stopped is taken off its person's list, too. Files stay.",
      example: "true",
      default: false,
    }),
    kernels: setting({
      type: duration,
      doc: "Kernels in a server are stopped after this long without activity, which frees their memory and lets the server become idle.",
      example: "20min",
      defaultDoc: "as long as `idle`",
    }),
    "connected-kernels": setting({
      type: truth,
      doc: "Kernels are stopped though a browser still shows their notebook.",
      example: "true",
      default: false,
    }),
  },
});
