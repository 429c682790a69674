// hubc init: begins a project that compiles. At a terminal it asks what it was not told.

import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { loadSources } from "../../node/load-sources.ts";
import { readText } from "../../node/read-text.ts";
import { makeFiles } from "../../node/write-sources.ts";
import { shellCommand } from "../../output/shell-script.ts";
import { closest } from "../../text/edit-distance.ts";
import { limits } from "../../text/limits.ts";
import { printJson } from "../../text/print-json.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { toChange, usualDomain } from "../init-hubs.ts";
import { isPlace, type Place, places, placeWords } from "../init-places.ts";
import { type InitFile, initFiles } from "../init-template.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, finishEarlier } from "../load-program.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const folder = resolve(io.cwd, parsed.positionals[0] ?? ".");
  const shown = relative(io.cwd, folder) || ".";
  await finishEarlier(folder);
  refuseProgram(folder, shown);
  const { name, place, domain } = await answers(parsed, folder, io);
  const all = initFiles({
    name,
    start: buildDate(undefined, io.now),
    place,
    domain: domain ?? usualDomain(place),
  });
  const files = all.filter((file) => !(file.mayBeThere && existsSync(join(folder, file.name))));
  const failure = await makeFiles(folder, files);
  if (failure !== undefined && "taken" in failure) {
    throw new CannotRun(
      `${failure.taken.join(", ")} ${failure.taken.length === 1 ? "is" : "are"} in ${shown} already. Nothing was written.`,
    );
  }
  if (failure !== undefined) throw new CannotRun(`${shown}: ${failure.problem}`);
  report({ parsed, io, folder, shown, all, files, change: toChange(place, domain !== undefined) });
  return exitCode.fine;
}

interface Made {
  readonly parsed: ParsedArguments;
  readonly io: Io;
  readonly folder: string;
  readonly shown: string;
  readonly all: readonly InitFile[];
  /** Those that were written. */
  readonly files: readonly InitFile[];
  /** What stands in hub.hub as an example. */
  readonly change: readonly string[];
}

function report({ parsed, io, folder, shown, all, files, change }: Made): void {
  const kept = all.filter((file) => !files.includes(file)).map(({ name }) => name);
  const written = files.map(({ name }) => name);
  if (parsed.values.get("format") === "json") {
    io.stdout(printJson({ version: 1, init: { folder: shown, written, kept, change } }));
    return;
  }
  const prefix = shown === "." ? "" : `${shown}/`;
  if (!parsed.switches.has("quiet")) io.stdout(written.map((name) => `wrote ${prefix}${name}\n`).join(""));
  for (const name of kept) io.note(keptLine(folder, name));
  if (change.length > 0)
    io.note(`Before you deploy, put your own values into ${prefix}hub.hub: ${change.join(", ")}\n`);
  io.note(
    `Next: ${shown === "." ? "" : `${shellCommand(["cd", shown.startsWith("-") ? `./${shown}` : shown])} && `}hubc build\n`,
  );
}

interface Answers {
  readonly name: string;
  readonly place: Place;
  /** Absent where nobody knows it yet. */
  readonly domain: string | undefined;
}

/** What the options say, and what a person at a terminal answers where they say nothing. */
async function answers({ values, positionals }: ParsedArguments, folder: string, io: Io): Promise<Answers> {
  const usual = suggestedName(folder);
  const given = values.get("name");
  const place = values.get("for");
  // Whoever says where it is to run is a script, or knows what they want.
  const ask = place === undefined && given === undefined && values.get("format") !== "json" ? io.ask : undefined;
  const name = given ?? (ask === undefined ? usual : await askName(ask, usual, positionals.length > 0));
  refuseName(name);
  const chosen = place !== undefined && isPlace(place) ? place : ask === undefined ? "laptop" : await askPlace(ask);
  const domain = values.get("domain") ?? (ask === undefined || chosen === "laptop" ? undefined : await askDomain(ask));
  if (domain !== undefined && !DOMAIN.test(domain)) {
    const host = hostIn(domain);
    const meant = DOMAIN.test(host) ? host : "hub.example.edu";
    throw new CannotRun(`--domain ${quoted(domain)}: a domain is the name of a host alone, such as ${meant}.`);
  }
  return { name, place: chosen, domain };
}

const DOMAIN = /^(?=.{1,200}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** The host of an address that was pasted. */
function hostIn(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "");
}

type Ask = (question: string) => Promise<string>;

async function askName(ask: Ask, usual: string, folderIsNamed: boolean): Promise<string> {
  if (folderIsNamed) return usual;
  let suggestion = usual;
  for (let before = ""; ; ) {
    const answer = (await ask(`${before}Name of the project [${suggestion}]: `)).trim();
    if (answer === "") return suggestion;
    if (isName(answer)) return answer;
    suggestion = nameFrom(answer) ?? usual;
    before = `A name is at most ${LONGEST} lower-case letters, digits and "-", and begins with a letter. `;
  }
}

async function askPlace(ask: Ask): Promise<Place> {
  const list = places.map((place, i) => `  ${i + 1}  ${place.padEnd(8)}  ${placeWords[place]}\n`).join("");
  for (let question = `Where will the hub run?\n${list}Number or word [1]: `; ; question = "Number or word [1]: ") {
    const answer = (await ask(question)).trim().toLowerCase();
    if (answer === "") return "laptop";
    const byNumber = /^[1-9]$/.test(answer) ? places[Number(answer) - 1] : undefined;
    const place = byNumber ?? closest(answer, places) ?? "";
    if (isPlace(place)) return place;
  }
}

async function askDomain(ask: Ask): Promise<string | undefined> {
  for (let question = "Domain of the hub, such as hub.example.edu [later]: "; ; ) {
    const answer = hostIn(await ask(question));
    if (answer === "" || answer === "later") return undefined;
    if (DOMAIN.test(answer)) return answer;
    question = "That is no name of a host. Domain, such as hub.example.edu [later]: ";
  }
}

/** A folder may have files of its own, but not a program, which the new files would join. @throws CannotRun where it has one. */
function refuseProgram(folder: string, shown: string): void {
  const programs = existsSync(folder) ? loadSources({ root: folder }).sources.files.map(({ path }) => path) : [];
  if (programs.length === 0) return;
  const named = `${programs.slice(0, 3).join(", ")}${programs.length > 3 ? ` and ${programs.length - 3} more` : ""}`;
  throw new CannotRun(`There is a program in ${shown} already: ${named}. Nothing was written.`);
}

/** What is said of a file that was there: it stays as it is. */
function keptLine(folder: string, name: string): string {
  const ignoresOut = /^\/?out\/?$/m.test(readText(join(folder, name), limits.sourceFile).text ?? "");
  if (name === ".gitignore" && !ignoresOut)
    return "kept .gitignore: add the line /out/ to it, so that what is compiled is not committed\n";
  return `kept ${name}, which was there\n`;
}

/** With a stage, a hub's name must fit the 63 characters of a label in a cluster, with room for what is put behind it. */
const LONGEST = 40;
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The folder's name, where it can be one. */
function suggestedName(folder: string): string {
  return nameFrom(basename(folder)) ?? "hub";
}

/** The name that words make; `undefined` where they make none. */
function nameFrom(words: string): string | undefined {
  const made = words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  return NAME.test(made) ? made : undefined;
}

function isName(name: string): boolean {
  return NAME.test(name) && name.length <= LONGEST;
}

/** @throws CannotRun where it is no name. */
function refuseName(name: string): void {
  if (isName(name)) return;
  const made = nameFrom(name);
  const meant = made === undefined ? "" : `, such as ${made}`;
  throw new CannotRun(
    `--name ${quoted(name)}: a name is at most ${LONGEST} lower-case letters, digits and "-", and begins with a letter${meant}.`,
  );
}
