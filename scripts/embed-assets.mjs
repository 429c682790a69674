// Files that become part of the program: .hub, .py, .sh and .txt as text, .hbs as templates compiled ahead of time, and, where `?raw` asks for
// it, .json as text, so that tables are read only when they are needed (Vite knows `?raw` by itself). `virtual:diagnostic-examples` is all examples of
// diagnostics in one module, so that they are read where something is explained, and nowhere else.
// One reading of each kind, offered to the bundler and to the test runner.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const examplesFolder = fileURLToPath(new URL("../docs/diagnostics", import.meta.url));
const exampleFile = /^([a-z]+)[/\\]([a-z0-9-]+)\.(wrong|right)\.(hub|yaml)$/;

/** The examples of diagnostics, `AREA/NAME.wrong.hub` and `AREA/NAME.right.hub`, as one object by code. @throws where a file has another name or its pair is missing. */
export function diagnosticExamples(folder = examplesFolder) {
  const examples = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!path.includes(".")) continue;
    const [, area, name, side, language] = exampleFile.exec(path) ?? [];
    if (side === undefined)
      throw new Error(`docs/diagnostics/${path} is not named AREA/NAME.wrong.hub or AREA/NAME.right.hub`);
    const code = `${area}/${name}`;
    examples[code] = { language, ...examples[code], [side]: readFileSync(join(folder, path), "utf8") };
  }
  for (const [code, { language, ...sides }] of Object.entries(examples))
    for (const side of ["wrong", "right"])
      if (sides[side] === undefined)
        throw new Error(
          `docs/diagnostics/${code}.${side}.${language} is missing: each code has a wrong and a right example`,
        );
  return examples;
}

function examplesModule() {
  return `export default ${JSON.stringify(diagnosticExamples())};`;
}

const compactJson = (path) => JSON.stringify(JSON.parse(readFileSync(path, "utf8")));

function toModule(path) {
  const text = readFileSync(path, "utf8");
  if (!path.endsWith(".hbs")) return `export default ${JSON.stringify(text)};`;
  const template = Handlebars.precompile(text, { strict: true, noEscape: !path.endsWith(".html.hbs") });
  return `import Handlebars from "handlebars/runtime.js";\nexport default Handlebars.template(${template});`;
}

/** For the bundler, and for the test runner, which takes the same plugins. */
export const embedAssets = {
  name: "embed-assets",
  enforce: "pre",
  resolveId: (id) => (id === "virtual:diagnostic-examples" ? "\0diagnostic-examples" : undefined),
  load: (id) => {
    const code = id === "\0diagnostic-examples" ? examplesModule() : embedded(id);
    return code === undefined ? undefined : { code, moduleType: "js" };
  },
};

function embedded(id) {
  if (id.endsWith(".json?raw")) return `export default ${JSON.stringify(compactJson(id.replace(/\?raw$/, "")))};`;
  return /\.(hub|py|sh|txt|hbs)$/.test(id) ? toModule(id) : undefined;
}
