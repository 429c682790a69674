// The hub's Python: a package of files in the hub's pod, and the piece of configuration that calls it.

import init from "../../../python/hubc_hub/__init__.py";
import data from "../../../python/hubc_hub/data.py";
import people from "../../../python/hubc_hub/people.py";
import profiles from "../../../python/hubc_hub/profiles.py";
import roster from "../../../python/hubc_hub/roster.py";
import servers from "../../../python/hubc_hub/servers.py";
import signIn from "../../../python/hubc_hub/sign_in.py";
import starting from "../../../python/hubc_hub/starting.py";
import older from "../../../python/hubc_older/__init__.py";
import { pythonFolder } from "../../knowledge/chart.ts";
import type { Chart } from "../../knowledge/charts/charts.ts";
import { hasMountMaps } from "../../knowledge/charts/differences.ts";
import { withComment, type YamlData } from "../../output/yaml-tree.ts";

/** The modules, in the order in which one that reads them meets them. */
const modules: Readonly<Record<string, string>> = {
  __init__: init,
  data,
  starting,
  roster,
  people,
  sign_in: signIn,
  profiles,
  servers,
};

/** The name of the piece: pieces with an earlier name run before hubc's Python, those with a later one after it. */
const hubPiece = "90-hubc";

/** `hub.extraConfig`: what hubc adds to it. */
export function hubConfiguration(chart: Chart): Readonly<Record<string, YamlData>> {
  const packages = hasMountMaps(chart) ? ["hubc_hub"] : ["hubc_older", "hubc_hub"];
  const lines = [
    "import sys",
    "",
    `sys.path.append("${pythonFolder}")`,
    ...packages.toReversed().map((name) => `import ${name}`),
    "from z2jh import get_config",
    "",
    ...packages.map((name) => `${name}.configure(c, get_config)`),
    "",
  ];
  return { [hubPiece]: lines.join("\n") };
}

/** `hub.extraFiles`: the hub's own files, the package, the same for every hub, and what it needs beside it in an older chart. */
export function hubFiles(chart: Chart, own: Readonly<Record<string, YamlData>>): YamlData {
  const code = Object.entries(modules).map(([name, text]) => fileAt(`hubc-${name}.py`, `hubc_hub/${name}.py`, text));
  if (!hasMountMaps(chart)) code.push(fileAt("hubc-older.py", "hubc_older/__init__.py", older));
  const note = "Code from here on, the same for every hub: what it reads stands above, under `custom.hubc`.";
  if (Object.keys(own).length === 0) return withComment(Object.fromEntries(code), note);
  const [[first, module] = ["", {}], ...others] = code;
  return { ...own, [first]: withComment(module, note), ...Object.fromEntries(others) };
}

function fileAt(key: string, path: string, text: string): readonly [string, YamlData] {
  return [key, { mountPath: `${pythonFolder}/${path}`, stringData: text }];
}
