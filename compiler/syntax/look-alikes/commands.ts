// Commands that install packages, pasted where a block of packages is meant.

import type { LookAlike } from "./look-alike.ts";

const command =
  /^(\s*)(?:[!%$]\s*)?(?:RUN\s+)?(?:(?:sudo\s+)?apt(?:-get)?\s+update\s*(?:-\w+\s*)?&&\s*)?(?:sudo\s+)?(?:(?:python3?|py)\s+-m\s+)?(pip3?|uv pip|conda|mamba|apt|apt-get)\s+install\s+(.+)$/;

/** Flags that say how to install, and nothing of what: they may go. */
const aboutHow = /^(?:-[yqU]+|--(?:yes|quiet|upgrade|user|no-cache-dir|no-install-recommends|break-system-packages))$/;
const channel = /(?:^|\s)(?:-c|--channel)[\s=]+([\w-]+)(?=\s|$)/g;

/** `!pip install altair`, `conda install -c conda-forge altair`: a block of the same packages. A flag that says what to install stays to its author. */
export const installCommand: LookAlike = (line) => {
  const [, indent = "", tool = "", rest = ""] = command.exec(line) ?? [];
  const kind = /pip/.test(tool) ? "pip" : /apt/.test(tool) ? "apt" : "conda";
  const channels = kind === "conda" ? Array.from(rest.matchAll(channel), ([, name = ""]) => name) : [];
  const words = (kind === "conda" ? rest.replace(channel, "") : rest).trim().split(/\s+/);
  const packages = words.filter((word) => !aboutHow.test(word));
  if (rest === "" || packages.length === 0 || packages.some((word) => /^[-.]/.test(word))) return undefined;
  const lines = packages.map((name) => `${indent}  ${name.replace(/^["']|["']$/g, "")}`);
  const others = channels.filter((name) => name !== "conda-forge");
  const setting = [...others, "conda-forge"].map((name) => `"${name}"`).join(", ");
  const first = others.length === 0 ? "" : `${indent}channels = [${setting}]\n`;
  return {
    text: `${first}${indent}${kind} {\n${lines.join("\n")}\n${indent}}`,
    message: `Packages stand in a block, \`${kind} { ${packages[0]} }\`, and not in a command.`,
    certain: false,
  };
};

/** `install.packages("dplyr")`, `library(dplyr)`. */
export const rCommand: LookAlike = (line) => {
  const [, indent = "", inside = ""] =
    /^(\s*)(?:install\.packages|library|require)\((?:c\()?([^()]*)\)?\)\s*;?$/.exec(line) ?? [];
  const packages = inside.split(",").map((name) => name.trim().replace(/^["']|["']$/g, ""));
  if (inside === "" || packages.some((name) => !/^[A-Za-z][\w.]*$/.test(name))) return undefined;
  const lines = packages.map((name) => `${indent}  ${name}`);
  return {
    text: `${indent}cran {\n${lines.join("\n")}\n${indent}}`,
    message: `Packages of R stand in a block, \`cran { ${packages[0]} }\`.`,
    certain: false,
  };
};

/** `pip: altair, pandas`, `pip = altair`, `pip(altair)`: packages on the line of their block's name. */
export const packagesLine: LookAlike = (line) => {
  const [, indent = "", kind = "", inside = ""] =
    /^(\s*)(pip|conda|apt|cran)\s*(?::=|[:=(])\s*([^\s:=(].*?)\s*\)?\s*$/.exec(line) ?? [];
  const words = inside.replace(/^\[(.*)\]$/, "$1").split(/\s*[,;]\s*|\s+/);
  const packages = words.map((word) => word.replace(/^["']|["']$/g, "")).filter((word) => word !== "");
  if (packages.length === 0 || packages.some((name) => !/^[A-Za-z][\w.=<>!~*[\]-]*$/.test(name))) return undefined;
  const lines = packages.map((name) => `${indent}  ${name}`);
  return {
    text: `${indent}${kind} {\n${lines.join("\n")}\n${indent}}`,
    message: `Packages stand in a block, one a line: \`${kind} { ${packages[0]} }\`.`,
    certain: true,
  };
};

/** `packages { altair }`: each kind of package has a block of its own. */
export const packagesBlock: LookAlike = (line) => {
  const [, indent = "", word = "", rest = ""] =
    /^(\s*)(packages|dependencies|libraries|requirements|modules|python|install)\s*(\{.*\S.*)$/.exec(line) ?? [];
  if (word === "") return undefined;
  return {
    text: `${indent}conda ${rest}`,
    message: `There is no block \`${word}\`: packages stand in \`conda { }\`, \`pip { }\`, \`apt { }\` or \`cran { }\`.`,
    certain: false,
  };
};
