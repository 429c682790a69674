// Files that become part of the program: .hub, .py and .sh as text, .hbs as templates compiled ahead of time, and, where `?raw` asks for
// it, .json as text, so that tables are read only when they are needed (Vite knows `?raw` by itself).
// One reading of each kind, offered to the bundler and to the test runner.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Handlebars from "handlebars";

function toModule(path) {
  const text = readFileSync(path, "utf8");
  if (!path.endsWith(".hbs")) return `export default ${JSON.stringify(text)};`;
  const template = Handlebars.precompile(text, { strict: true, noEscape: !path.endsWith(".html.hbs") });
  return `import Handlebars from "handlebars/runtime.js";\nexport default Handlebars.template(${template});`;
}

export const embedAssets = {
  esbuild: () => ({
    name: "embed-assets",
    setup(build) {
      build.onLoad({ filter: /\.(hub|py|sh|hbs)$/ }, ({ path }) => ({
        contents: toModule(path),
        loader: "js",
        resolveDir: dirname(path),
      }));
      build.onResolve({ filter: /\.json\?raw$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace(/\?raw$/, "")),
        namespace: "raw",
      }));
      build.onLoad({ filter: /./, namespace: "raw" }, ({ path }) => ({
        contents: JSON.stringify(JSON.parse(readFileSync(path, "utf8"))),
        loader: "text",
      }));
    },
  }),
  vite: () => ({
    name: "embed-assets",
    enforce: "pre",
    load: (id) => (/\.(hub|py|sh|hbs)$/.test(id) ? toModule(id) : undefined),
  }),
};
