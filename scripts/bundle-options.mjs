// How the compiler is bundled, wherever the bundle goes: ECMAScript modules for the oldest Node that is supported, a chunk for
// what is loaded when it is needed, and the standard library embedded.

import { fileURLToPath } from "node:url";
import { embedAssets } from "./embed-assets.mjs";

export const bundleOptions = {
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  legalComments: "linked",
  logLevel: "warning",
  // The protocol's library is written with `require`, also for what is part of Node.
  banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
  // node-fetch, which the library of Kubernetes brings, asks for this in vain, and its part `punycode` makes newer Nodes warn.
  alias: { "whatwg-url": fileURLToPath(new URL("global-url.mjs", import.meta.url)) },
  plugins: [embedAssets.esbuild()],
};
