// Files that become part of the program: .hub and .py as text, .hbs as templates compiled ahead of time.
// One reading of each kind, offered to the bundler and to the test runner.

import { readFileSync } from "node:fs";
import Handlebars from "handlebars";

function toModule(path) {
  const text = readFileSync(path, "utf8");
  if (!path.endsWith(".hbs")) return `export default ${JSON.stringify(text)};`;
  const template = Handlebars.precompile(text, { strict: true, noEscape: true });
  return `import Handlebars from "handlebars/runtime.js";\nexport default Handlebars.template(${template});`;
}

export const embedAssets = {
  esbuild: () => ({
    name: "embed-assets",
    setup(build) {
      build.onLoad({ filter: /\.(hub|py|hbs)$/ }, ({ path }) => ({
        contents: toModule(path),
        loader: "js",
        resolveDir: process.cwd(),
      }));
    },
  }),
  vite: () => ({
    name: "embed-assets",
    enforce: "pre",
    load: (id) => (/\.(hub|py|hbs)$/.test(id) ? toModule(id) : undefined),
  }),
};
