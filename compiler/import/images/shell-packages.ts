// Commands of a Dockerfile that do nothing but install packages, in the forms in which people write them.

/** What one command installs. */
export type Install =
  | { readonly from: "apt" | "conda" | "pip"; readonly names: readonly string[]; readonly channels: readonly string[] }
  | { readonly from: "environment" | "requirements" | "conda-list"; readonly path: string };

/** What the commands of a RUN install; undefined where they do anything else. */
export function installsOf(rest: string): readonly Install[] | undefined {
  const commands = commandsIn(rest.replace(/^(?:--mount=type=cache\S*\s+)+/, ""));
  const found = commands?.map((words) => installOf(words));
  if (found === undefined || found.some((one) => one === undefined)) return undefined;
  const installs = found.flatMap((one) => one ?? []);
  return installs.length === 0 ? undefined : installs;
}

/** The words of each command, joined by `&&` or `;`; undefined where there is more to the line than commands and words. */
function commandsIn(text: string): readonly (readonly string[])[] | undefined {
  const plain = text.replace(/\s[12]?>\s*\/dev\/null\b|\s2>&1/g, " ");
  const commands: string[][] = [[]];
  const token = /\s*(?:(&&|;)|((?:[^\s"'\\;&|<>()`]|"[^"\\`]*"|'[^']*')+))/y;
  let at = 0;
  while (at < plain.trimEnd().length) {
    token.lastIndex = at;
    const match = token.exec(plain);
    if (match === null) return undefined;
    const [, join, word] = match;
    if (join !== undefined) commands.push([]);
    else if (word !== undefined) commands.at(-1)?.push(word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
    at = token.lastIndex;
  }
  return commands.filter((words) => words.length > 0);
}

/** What a command installs: nothing for one that only tidies up; undefined for any other. */
function installOf(words: readonly string[]): readonly Install[] | undefined {
  const [tool = "", ...rest] = words.filter((word, i) => !(i === 0 && /^DEBIAN_FRONTEND=\w+$/.test(word)));
  const name = tool.replace(/^\/opt\/conda\/bin\//, "");
  if (name === "apt-get" || name === "apt") return fromApt(rest);
  if (name === "pip" || name === "pip3") return fromPip(rest);
  if (/^python3?$/.test(name) && rest[0] === "-m" && rest[1] === "pip") return fromPip(rest.slice(2));
  if (name === "conda" || name === "mamba") return fromConda(rest);
  if (name === "fix-permissions") return [];
  const tidies =
    /^(?:\/var\/lib\/apt\/lists\/\*|\/var\/cache\/apt\/\S*|\/tmp\/\*|~?\/(?:root|home\/jovyan)?\/?\.cache\S*)$/;
  return name === "rm" && rest.every((word) => /^-[rf]+$/.test(word) || tidies.test(word)) ? [] : undefined;
}

function fromApt(words: readonly string[]): readonly Install[] | undefined {
  const plain = words.filter((word) => !/^-(?:[yq]+|-yes|-quiet|-assume-yes|-no-install-recommends)$/.test(word));
  const [action, ...names] = plain;
  if (/^(?:update|clean|autoclean|autoremove)$/.test(action ?? "")) return [];
  return action === "install" && areNames(names) ? [{ from: "apt", names, channels: [] }] : undefined;
}

function fromPip(words: readonly string[]): readonly Install[] | undefined {
  const plain = words.filter((word) => !/^-(?:[qU]|-no-cache(?:-dir)?|-quiet|-upgrade)$/.test(word));
  const [action, ...rest] = plain;
  if (action !== "install") return action === "cache" ? [] : undefined;
  const at = rest.findIndex((word) => word === "-r" || word === "--requirement");
  const path = at < 0 ? undefined : rest[at + 1];
  const names = path === undefined ? rest : rest.toSpliced(at, 2);
  if (names.length > 0 && !areNames(names)) return undefined;
  return [
    ...(path === undefined ? [] : [{ from: "requirements", path } as const]),
    ...(names.length === 0 ? [] : [{ from: "pip", names, channels: [] } as const]),
  ];
}

function fromConda(words: readonly string[]): readonly Install[] | undefined {
  const [action, ...rest] = words;
  if (action === "clean") return [];
  const isUpdate = action === "env" && rest[0] === "update";
  if (action !== "install" && !isUpdate) return undefined;
  const channels: string[] = [];
  const names: string[] = [];
  let path: string | undefined;
  for (let i = isUpdate ? 1 : 0; i < rest.length; i++) {
    const word = rest[i] ?? "";
    if (/^-(?:[yq]+|-yes|-quiet|-freeze-installed)$/.test(word)) continue;
    const value = rest[i + 1];
    if (!word.startsWith("-")) names.push(word);
    else if (value === undefined) return undefined;
    else if (word === "-c" || word === "--channel") channels.push(value);
    else if (word === "-f" || word === "--file") path = value;
    else if (!(/^(?:-n|--name)$/.test(word) && value === "base")) return undefined;
    if (word.startsWith("-")) i++;
  }
  if (path !== undefined)
    return names.length > 0 ? undefined : [{ from: isUpdate ? "environment" : "conda-list", path }];
  return !isUpdate && areNames(names) ? [{ from: "conda", names, channels }] : undefined;
}

/** Neither options nor what the shell or Docker fills in. */
function areNames(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => !/^-|[$*]|^\.{0,2}\//.test(word));
}
