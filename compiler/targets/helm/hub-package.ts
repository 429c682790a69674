// The hub's Python: a package of files in the hub's pod, and the piece of configuration that calls it.

import init from "../../../python/hubc_hub/__init__.py";
import data from "../../../python/hubc_hub/data.py";
import people from "../../../python/hubc_hub/people.py";
import profiles from "../../../python/hubc_hub/profiles.py";
import roster from "../../../python/hubc_hub/roster.py";
import servers from "../../../python/hubc_hub/servers.py";
import signIn from "../../../python/hubc_hub/sign_in.py";
import starting from "../../../python/hubc_hub/starting.py";
import { pythonFolder } from "../../knowledge/chart.ts";
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
export const hubPiece = "90-hubc";

/** `hub.extraConfig`: what hubc adds to it. */
export const hubConfiguration: Readonly<Record<string, YamlData>> = {
  [hubPiece]: [
    "import sys",
    "",
    `sys.path.append("${pythonFolder}")`,
    "import hubc_hub",
    "from z2jh import get_config",
    "",
    "hubc_hub.configure(c, get_config)",
    "",
  ].join("\n"),
};

/** `hub.extraFiles`: the hub's own files, and the package, the same for every hub. */
export function hubFiles(own: Readonly<Record<string, YamlData>>): YamlData {
  const code = Object.entries(modules).map(
    ([name, text]) =>
      [`hubc-${name}.py`, { mountPath: `${pythonFolder}/hubc_hub/${name}.py`, stringData: text }] as const,
  );
  const note = "Code from here on, the same for every hub: what it reads stands above, under `custom.hubc`.";
  if (Object.keys(own).length === 0) return withComment(Object.fromEntries(code), note);
  const [[first, module] = ["", {}], ...others] = code;
  return { ...own, [first]: withComment(module, note), ...Object.fromEntries(others) };
}
