// A Dockerfile as an image: its base, the packages that its first lines install, the files of its folder, and the rest of its lines as they are.

import { baseImage } from "../../knowledge/base-images.ts";
import { holdsNoText } from "../../text/control-characters.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { type DockerLine, dockerLines } from "./docker-lines.ts";
import { type ImageDraft, leave } from "./image-draft.ts";
import {
  addNames,
  nameOf,
  readCondaLine,
  readCondaList,
  readEnvironmentFile,
  readPipLine,
  readRequirementsFile,
} from "./package-files.ts";
import { type Install, installsOf } from "./shell-packages.ts";

interface Reading {
  readonly draft: ImageDraft;
  /** What ARG and ENV have set so far. */
  readonly known: Map<string, string>;
  /** Files of the folder that were copied, by where. */
  readonly copied: Map<string, string>;
  /** Where WORKDIR leads; undefined before the first, where the base says it. */
  folder: string | undefined;
  /** The last USER; undefined before the first. */
  user: string | undefined;
  /** Whose a copied file is, where COPY says it. */
  readonly owners: Map<string, string>;
  /** The first kept line, which begins what may need each other; undefined before it. */
  kept: { readonly asRoot: boolean } | undefined;
}

export function readDockerfile(file: SourceFile, draft: ImageDraft): void {
  const lines = dockerLines(file.text);
  const from = lines?.filter(({ word }) => word === "FROM") ?? [];
  const [first] = from;
  if (lines === undefined || first === undefined || from.length > 1) {
    const why =
      lines === undefined ? "its lines go on otherwise" : `it has ${from.length} stages, and an image here has one`;
    leave(draft, nameOf(file), `${why}: have it built elsewhere, and name it by \`prebuilt\``);
    return;
  }
  const reading: Reading = {
    draft,
    known: new Map(),
    copied: new Map(),
    owners: new Map(),
    folder: undefined,
    user: undefined,
    kept: undefined,
  };
  for (const line of lines) {
    if (line.word === "FROM") readBase(line, reading);
    else readLine(line, reading);
  }
  setRights(reading);
}

/** `files` are root's and not run: what kept lines run, or what COPY gave to somebody, is made so before them. */
function setRights({ draft, copied, owners, kept }: Reading): void {
  const lines = draft.dockerfile.join("\n");
  const there = [...copied].filter(([path]) => kept !== undefined && draft.files.has(path));
  const run = there
    .filter(([path, source]) => lines.includes(path) && draft.read(source)?.text.startsWith("#!"))
    .map(([path]) => path);
  const commands = [
    ...(run.length === 0 ? [] : [`RUN chmod a+rx ${run.join(" ")}`]),
    ...there.flatMap(([path]) => (owners.has(path) ? [`RUN chown ${owners.get(path)} ${path}`] : [])),
  ];
  if (commands.length === 0) return;
  const { ids } = baseImage(draft.base ?? "");
  if (kept?.asRoot) draft.dockerfile.splice(1, 0, ...commands);
  else draft.dockerfile.unshift("USER root", ...commands, `USER ${ids.uid}`);
}

function readBase({ rest, line }: DockerLine, { draft, known }: Reading): void {
  const written = rest.replace(/^--platform=\S+\s+/, "").replace(/\s+as\s+\S+$/i, "");
  const base = filledIn(written, known);
  if (base === undefined) {
    leave(draft, `Dockerfile:${line}`, `\`${written}\` is filled in when it is built: write \`base\` yourself`);
    return;
  }
  draft.base = /[:@][^/]+$/.test(base) ? base : `${base}:latest`;
  const { known: isKnown, user, home } = baseImage(draft.base);
  if (!isKnown) return;
  for (const [name, value] of [
    ["NB_USER", user],
    ["HOME", home],
    ["CONDA_DIR", "/opt/conda"],
  ] as const)
    known.set(name, value);
}

function readLine(line: DockerLine, reading: Reading): void {
  const { word, rest } = line;
  if (word === "WORKDIR") reading.folder = absolute(filledIn(unquoted(rest), reading.known), reading);
  if (word === "COPY" || (word === "ADD" && !/https?:\/\//.test(rest))) copyFiles(line, reading);
  else if (word === "ARG") readArgument(line, reading);
  else if (word === "RUN" && makesAccount(rest, reading)) return;
  else if (word === "USER") {
    reading.user = rest;
    if (reading.kept !== undefined) keep(line, reading);
  } else if (reading.kept !== undefined) keep(line, reading);
  else if (word === "ENV" && readVariables(rest, reading)) return;
  else if (word === "RUN") {
    const installs = installsOf(rest);
    if (installs === undefined || !installs.every((install) => isReadable(install, reading))) keep(line, reading);
    else for (const one of installs) install(one, line, reading);
  } else keep(line, reading);
}

/** An image on a base without an account for people gets one, before its own lines. */
function makesAccount(rest: string, { draft }: Reading): boolean {
  return baseImage(draft.base ?? "").userMissing && /^(?:adduser|useradd)\s[^&|;]*$/.test(rest);
}

/** A build argument without a value here has that of its first line, above FROM. */
function readArgument({ rest, ...line }: DockerLine, reading: Reading): void {
  const [, name = "", value] = /^(\w+)(?:=(.*))?$/.exec(rest) ?? [];
  const plain = value === undefined ? reading.known.get(name) : filledIn(unquoted(value), reading.known);
  if (plain !== undefined) reading.known.set(name, plain);
  if (reading.draft.base === undefined) return;
  const text = value === undefined && plain !== undefined ? `ARG ${name}=${plain}` : line.text;
  // It has no effect alone, and kept lines may name it.
  reading.draft.dockerfile.push(text);
}

/** `ENV A=1 B=2` and `ENV A 1`, where nothing is filled in; false for others. */
function readVariables(rest: string, { draft, known }: Reading): boolean {
  const pairs = [...rest.matchAll(/(\w+)=("[^"\\]*"|'[^']*'|[^\s"'\\]+)(?=\s|$)/g)].map(
    ([, name = "", value = ""]) => [name, value] as const,
  );
  const [, one, text = ""] = /^(\w+)\s+([^=\s].*)$/.exec(rest) ?? [];
  const found = one === undefined ? pairs : [[one, text] as const];
  const length = one === undefined ? pairs.reduce((sum, [name, value]) => sum + name.length + value.length + 1, 0) : 0;
  if (found.length === 0 || rest.includes("$")) return false;
  if (one === undefined && length !== rest.replace(/\s+(?=(?:[^"']|"[^"]*"|'[^']*')*$)/g, "").length) return false;
  for (const [name, value] of found) {
    draft.env.set(name, unquoted(value));
    known.set(name, unquoted(value));
  }
  return true;
}

function copyFiles({ rest, line, text }: DockerLine, reading: Reading): void {
  const { draft, known, copied, owners } = reading;
  const place = `Dockerfile:${line}`;
  const words = rest.replace(/^(?:--(?:chown|chmod|link)(?:=\S+)?\s+)+/, "").split(/\s+/);
  const [, owner] = /(?:^|\s)--chown=(\S+)/.exec(rest) ?? [];
  const target = absolute(filledIn(words.at(-1) ?? "", known), reading);
  const sources = words.slice(0, -1);
  if (/^--|^\[|<</.test(words[0] ?? "") || sources.length === 0) {
    if (/^--from=\S+:/.test(words[0] ?? "")) keep({ text, comments: [] }, reading);
    else
      leave(
        draft,
        place,
        `\`${text.split("\n")[0]}\`: files of its folder are put into an image one by one, by \`files\``,
      );
    return;
  }
  for (const source of sources) {
    const found = copiesOf(source, { target, isFolder: sources.length > 1 }, draft);
    if (found === undefined)
      leave(
        draft,
        place,
        `\`${source}\` is copied to \`${words.at(-1)}\`: an image takes files of text, at most ${mostFiles} at once, to where a path that is written out leads`,
      );
    for (const [end, path] of found ?? []) {
      copied.set(end, path);
      if (owner !== undefined) owners.set(end, owner);
      draft.files.set(end, path);
    }
  }
}

/** A path as it lies below the folder of WORKDIR (Dockerfile reference, "WORKDIR"); undefined where that is not known. */
function absolute(path: string | undefined, { folder }: Reading): string | undefined {
  if (path === undefined || path.startsWith("/") || folder === undefined) return path;
  return `${folder.replace(/\/+$/, "")}/${path.replace(/^(?:\.\/)+|^\.$/, "")}`;
}

/** More are a repository of their own, which an image clones. */
const mostFiles = 50;

interface Target {
  /** Undefined where it is filled in by something unknown. */
  readonly target: string | undefined;
  readonly isFolder: boolean;
}

/** Where each file of a source of COPY comes to lie, and its path in the folder: of a folder all that lies below it (Dockerfile reference, "COPY"). */
function copiesOf(
  source: string,
  { target, isFolder }: Target,
  { folder }: ImageDraft,
): readonly (readonly [end: string, path: string])[] | undefined {
  if (target === undefined || !target.startsWith("/") || source.includes("$")) return undefined;
  const path = source.replace(/^(?:\.\/)+|\/+$/g, "").replace(/^\.$/, "");
  const below = target.replace(/\/*$/, "/");
  const base = path === "" ? "" : `${path}/`;
  const pattern = /[*?]/.test(path) ? globOf(path) : undefined;
  const pairs = folder.paths.flatMap((one): (readonly [string, string])[] => {
    if (one === path) return [[isFolder || target.endsWith("/") ? below + lastOf(one) : target, one]];
    if (pattern !== undefined) return pattern.test(one) ? [[below + lastOf(one), one]] : [];
    return one.startsWith(base) ? [[below + one.slice(base.length), one]] : [];
  });
  const isTaken = ([, one]: readonly [string, string]) => {
    const text = folder.read(one)?.text;
    return text !== undefined && !one.endsWith(".hub") && !holdsNoText(text);
  };
  return pairs.length > 0 && pairs.length <= mostFiles && pairs.every(isTaken) ? pairs : undefined;
}

/** `*` and `?` stand for characters of one name. */
function globOf(path: string): RegExp {
  const pattern = path
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, "[^/]*")
    .replace(/\?/g, "[^/]");
  return new RegExp(`^${pattern}$`);
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Is the file that it names one of the folder? */
function isReadable(install: Install, { copied, draft }: Reading): boolean {
  if (!("path" in install)) return true;
  const path = copied.get(install.path);
  return path !== undefined && draft.read(path) !== undefined;
}

function install(one: Install, { comments, line }: DockerLine, { draft, copied }: Reading): void {
  const place = `Dockerfile:${line}`;
  if ("path" in one) {
    const path = copied.get(one.path);
    const file = path === undefined ? undefined : draft.read(path);
    if (file === undefined) return;
    // Its packages are the image's, and nothing else reads it.
    draft.files.delete(one.path);
    if (one.from === "environment") readEnvironmentFile(file, draft);
    else if (one.from === "requirements") readRequirementsFile(file, draft);
    else readCondaList(file, draft);
    return;
  }
  draft.channels.push(...one.channels.filter((name) => name !== "conda-forge" && !draft.channels.includes(name)));
  one.names.forEach((text, i) => {
    const above = i === 0 ? comments.filter((comment) => comment !== "") : [];
    if (one.from === "pip") readPipLine(text, { comments: above, place }, draft);
    else if (one.from === "conda") readCondaLine(text, { comments: above, place }, draft);
    else addNames(draft, { ecosystem: "apt", text, comments: above, place });
  });
}

/** A line as it is, below its comments; before the first, who runs it. */
function keep({ text, comments }: Pick<DockerLine, "text" | "comments">, reading: Reading): void {
  const { draft, user } = reading;
  if (reading.kept === undefined) {
    const asRoot = user === undefined ? !baseImage(draft.base ?? "").endsAsUser : /^(?:root|0)$/.test(user);
    if (asRoot) draft.dockerfile.unshift("USER root");
    reading.kept = { asRoot };
  }
  draft.dockerfile.push(...comments.map((one) => `# ${one}`.trim()), text);
}

/** A text with `$NAME`, `${NAME}` and `${NAME:-else}` filled in; undefined where one is not known. */
function filledIn(text: string, known: ReadonlyMap<string, string>): string | undefined {
  const missing: string[] = [];
  const filled = text.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (image, name, otherwise, bare) => {
    const value = known.get(name ?? bare) ?? otherwise;
    if (value === undefined) missing.push(image);
    return value ?? "";
  });
  return missing.length === 0 ? filled : undefined;
}

function unquoted(text: string): string {
  return text.replace(/^"([^"]*)"$|^'([^']*)'$/, "$1$2");
}
