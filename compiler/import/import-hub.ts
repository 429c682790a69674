// One hub as a program: what the recognisers say, the rest in the words of the chart, compiled and compared until nothing differs that can
// be said the same.

import { check } from "../check.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Json } from "../knowledge/json-schema.ts";
import { type ChartLeaf, isAtOrBelow, liesIn } from "../model/chart-leaf.ts";
import { printPath } from "../schema/values/chart-data.ts";
import { valuesOfRelease } from "../targets/values-of-release.ts";
import type { Day } from "../text/calendar.ts";
import { createSourceFile, positionAt } from "../text/source-file.ts";
import type { ClusterPool } from "./cluster-pools.ts";
import { withComments } from "./comments.ts";
import { compareValues, type ValuesComparison, valueAtPath } from "./compare-values.ts";
import type { Environment } from "./environment.ts";
import { isClass } from "./meaning.ts";
import { pastStatements, umbrellaPiece } from "./past.ts";
import { block, type Declarations, merged, type Piece, printStatements, type Statement, set } from "./piece.ts";
import { providersRenamed } from "./recognise/identity-providers.ts";
import { entryPiece, leafPiece } from "./recognise/profile-entry.ts";
import { groupsPiece } from "./recognise/profile-server.ts";
import { profilesPiece } from "./recognise/profiles.ts";
import { recognisers } from "./recognise/recognisers.ts";
import { lastLevel, namesOfPeople, signInPiece } from "./recognise/sign-in.ts";
import { textsOf, withoutLeaves } from "./unseen-leaves.ts";
import { usualPieces } from "./usual-values.ts";

/** A value of today that the program can't have, and why. */
export interface Dropped {
  readonly path: readonly string[];
  readonly why: string;
}

export interface ImportedHub {
  readonly environment: Environment;
  /** The body of the hub, without its stage. */
  readonly statements: readonly Statement[];
  readonly pieces: readonly Piece[];
  readonly dropped: readonly Dropped[];
  readonly comparison: ValuesComparison | undefined;
  /** Errors that could not be written around. */
  readonly errors: readonly Diagnostic[];
}

export interface Program {
  readonly declarations: Declarations;
  /** The text of the project, and of the declarations that a hub's text uses. */
  readonly surroundings: (text: string) => string;
  readonly provider: string;
  readonly pools: readonly ClusterPool[];
  /** What the hub is called in it. */
  readonly name: string;
  readonly callbackHost: string | undefined;
  readonly on: Day;
}

/** A hub with one stage; alone, it is nobody's trial. */
export function hubBlock(
  { environment, statements }: Pick<ImportedHub, "environment" | "statements">,
  name: string,
): Statement {
  return block(
    `hub ${name}`,
    [
      ...statements,
      stageBlock(environment, name, environment.place.stage === "prod" ? [] : [set("for", "people", "stage")]),
    ],
    "hub",
  );
}

/** Names that exist stay, and so do homes: a trial on the homes of others would lie in a folder of its own. */
export function stageBlock({ place }: Environment, hub: string, body: readonly Statement[]): Statement {
  const isOther = place.release !== undefined && place.release !== `${hub}-${place.stage}`;
  const names = isOther
    ? ["release", "namespace"].map((head) => set(head, JSON.stringify(place.release), "stage"))
    : [];
  return block(
    `stage ${place.stage}`,
    [...names, ...body],
    "stage",
    place.release === undefined ? [releaseUnknown] : [],
  );
}

const releaseUnknown =
  "What helm calls the release stands in no values file: say it by `release` and `namespace`, or a second hub comes up beside the one that runs.";

interface Attempt {
  /** Pieces that did not come out right. */
  readonly refused: Set<string>;
  /** Paths of the chart that hubc is told not to write. */
  readonly leftOut: Map<string, readonly string[]>;
  readonly dropped: Map<string, Dropped>;
  /** Leaves of the chart that no piece may see: what looks like a secret, where it can't be taken back with what says it. */
  readonly unseen: Set<ChartLeaf>;
}

const mostAttempts = 40;

export function importHub(environment: Environment, program: Program): ImportedHub {
  const leftOut = new Map(imageOfHubBelow(environment).map((path) => [path.join("\0"), path]));
  const attempt: Attempt = { refused: new Set(), leftOut, dropped: new Map(), unseen: new Set() };
  let last: ImportedHub | undefined;
  for (let i = 0; i < mostAttempts; i++) {
    const { hub, isSettled } = tryOnce(environment, program, attempt);
    last = hub;
    if (isSettled) break;
  }
  if (last === undefined) throw new Error("invariant: there is at least one attempt");
  return last;
}

/** Where a chart around this one says which image the hub runs, hubc is told from the start to write none. */
function imageOfHubBelow({ below, own, key }: Environment): readonly (readonly string[])[] {
  const paths = ["name", "tag"].map((part) => ["hub", "image", part]);
  const isIn = (values: Json, path: readonly string[]) => valueAtPath(values, [...key, ...path]) !== undefined;
  return paths.every((path) => isIn(below, path) && !isIn(own, path)) ? paths : [];
}

function tryOnce(environment: Environment, program: Program, attempt: Attempt) {
  const { refused, dropped } = attempt;
  const { declarations, pools, provider, callbackHost } = program;
  const isDropped = (path: readonly string[]) => dropped.has(path.join("\0"));
  const values = withoutLeaves(environment.today, attempt.unseen);
  const recognising = { environment, values, declarations, pools, provider, callbackHost, refused, isDropped };
  const said = recognisers
    .flatMap((recognise) => recognise(recognising))
    .filter((piece, _, all) => isWanted(piece, environment, refused) || isNeeded(piece, all, refused))
    .map((piece) => withComments(piece, environment));
  const pieces = [...said, ...usualPieces(recognising, said)];
  const statements = bodyOf(environment, { pieces, attempt, provider });
  const printed = printStatements([hubBlock({ environment, statements }, program.name)]);
  const file = createSourceFile("hub.hub", printed.text);
  const sources = {
    files: [createSourceFile("around.hub", program.surroundings(printed.text)), file],
    assets: new Map(),
  };
  const { diagnostics, model } = check(sources, { on: program.on });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const hub = { environment, statements, pieces, dropped: [...dropped.values()], comparison: undefined, errors };
  if (model === undefined) {
    const owned = errors.map((error) => {
      const line = positionAt(error.span.file, error.span.start).line - 1;
      const piece = error.span.file === file ? printed.pieces[line] : userOf(error, pieces);
      return { error, piece: piece ?? "" };
    });
    // What is wrong with a value past the words may come of a word that is taken back.
    const isPast = ({ piece }: { readonly piece: string }) => piece.startsWith("past ");
    const mend = (some: typeof owned) =>
      some.map(({ error, piece }) => mendError(error, piece, { environment, attempt, pieces })).some(Boolean);
    const isChanged = mend(owned.filter((one) => !isPast(one))) || mend(owned.filter(isPast));
    return { hub, isSettled: !isChanged };
  }
  const [release] = model.releases;
  if (release === undefined) return { hub, isSettled: true };
  const comparison = compareValues({ ...environment, chartKey: environment.key }, valuesOfRelease(release, model));
  const changed = mendDifferences(comparison, { environment, attempt, pieces });
  return { hub: { ...hub, comparison }, isSettled: !changed };
}

interface Said {
  readonly pieces: readonly Piece[];
  readonly attempt: Attempt;
  readonly provider: string;
}

/** The body of the hub: what the pieces say, and past them all else. */
function bodyOf(
  environment: Environment,
  { pieces, attempt: { leftOut, dropped }, provider }: Said,
): readonly Statement[] {
  const claims = pieces.flatMap((piece) => piece.claims);
  const isSaid = liesIn(claims);
  const rest = environment.leaves.filter(({ path }) => !isSaid(path) && !dropped.has(path.join("\0")));
  const paths = [...leftOut.values()].map(printPath);
  const additions = additionsFor(pieces);
  return merged([
    set("provider", provider, "provider"),
    ...pieces.flatMap((piece) => piece.statements),
    ...(additions.length === 0 ? [] : [set("leave-out", `[${additions.join(", ")}]`, "leave-out")]),
    ...(paths.length === 0 ? [] : [set("leave-out-values", JSON.stringify([...new Set(paths)].sort()), "leave-out")]),
    ...umbrellaOf(environment, dropped),
    ...pastStatements(rest, {
      cut: [...dropped.values()].map(({ path }) => path.slice(environment.key.length)),
      renamed: (path) => providersRenamed(path, { chart: environment.chart, claims }),
    }),
  ]);
}

/** Profiles that name no image have the hub's. */
function isNeeded({ name }: Piece, all: readonly Piece[], refused: ReadonlySet<string>): boolean {
  return name === "image" && !refused.has(name) && all.some((piece) => piece.name === profilesPiece);
}

/** What hubc would add by itself, and a hub of today has not. */
function additionsFor(pieces: readonly Piece[]): readonly string[] {
  const usual = ["home-owner", "server-settings", "server-ids", "exact-people"];
  const own = usual.filter((addition) => !pieces.some(({ name }) => name === addition));
  return pieces.some(({ name }) => name === profilesPiece) ? [...own, "choice-rules"] : own;
}

/** The piece that uses the declaration which an error is about. */
function userOf({ span }: Diagnostic, pieces: readonly Piece[]): string | undefined {
  const [, name] =
    /(?:^|\n)[a-z-]+(?: [a-z-]+)? ([a-z0-9-]+) \{\n(?:(?!\n\}\n)[\s\S])*$/.exec(span.file.text.slice(0, span.start)) ??
    [];
  if (name === undefined) return undefined;
  const use = new RegExp(`(?:= |\\[|, )${name}(?![\\w-])`);
  return pieces.find(({ statements }) => use.test(printStatements(statements).text))?.name;
}

/** Pieces that say something of the hub's own, and those that every hub needs. */
function isWanted(
  { name, claims, secrets = [] }: Piece,
  { leaves }: Environment,
  refused: ReadonlySet<string>,
): boolean {
  if (name.startsWith(signInPiece) || name === "homes" || name === "domain") return true;
  if (refused.has(name)) return false;
  if (secrets.length > 0) return true;
  return leaves.some(({ path }) => claims.some((claim) => isAtOrBelow(path, claim)));
}

function umbrellaOf({ place, key, others }: Environment, dropped: Attempt["dropped"]): readonly Statement[] {
  if (key.length === 0) return [];
  const kept = others.filter(({ path }) => !dropped.has(umbrellaPiece(path)));
  const values = pastStatements(kept, { place: "umbrella" }).flatMap((statement) =>
    statement.kind === "block" ? [{ ...statement, head: "values" }] : [],
  );
  const settings = [
    set("chart", JSON.stringify(place.chart ?? "chart"), "umbrella"),
    ...(key.join(".") === "jupyterhub" ? [] : [set("key", JSON.stringify(key.join(".")), "umbrella")]),
  ];
  return [block("umbrella", [...settings, ...values], "umbrella")];
}

interface Mending {
  readonly pieces: readonly Piece[];
  readonly environment: Environment;
  readonly attempt: Attempt;
}

/** Takes back what an error is about. Was there anything to take back? */
function mendError(error: Diagnostic, piece: string, { environment, attempt, pieces }: Mending): boolean {
  const named = pathNamed(error.message);
  if (error.code === "values/clash" && named !== undefined && isClass(named)) return refuse(signInOf(pieces), attempt);
  if (error.code === "values/clash" && named !== undefined && leaveOut(named, attempt)) return true;
  if (piece.startsWith("umbrella ")) {
    const path = JSON.parse(piece.slice("umbrella ".length)) as string[]; // as umbrellaPiece wrote it
    attempt.dropped.set(piece, { path, why: error.message });
    return true;
  }
  if (piece.startsWith("past ")) {
    const path = JSON.parse(piece.slice("past ".length)) as string[]; // as pastStatements wrote it
    if (error.code === "values/clash" && !isOfHubc(path)) return leaveOut(path, attempt, { shorter: true });
    // What is wrong with a part of a list need not take all of it.
    const inner = named !== undefined && named.length > path.length && isAtOrBelow(named, path) ? named : path;
    const key = (attempt.dropped.has(inner.join("\0")) ? path : inner).join("\0");
    if (attempt.dropped.has(key)) return false;
    attempt.dropped.set(key, { path: [...environment.key, ...key.split("\0")], why: error.message });
    return true;
  }
  if (error.code === "hub/username-form" && dropName(error, { environment, attempt, pieces })) return true;
  if (error.code === "profile/no-open-size" && piece.startsWith(entryPiece) && refuse(`sizes of ${piece}`, attempt))
    return true;
  if (piece === "leave-out" && error.message.includes("choice-rules") && refuse(groupsPiece, attempt)) return true;
  const refused = piece.startsWith(entryPiece) ? profilesPiece : piece === "leave-out" ? signInOf(pieces) : piece;
  return refuse(refused, attempt) || dropSecret(error, { environment, attempt, pieces });
}

/** What looks like a secret is not written, even where a hub needs something in its place: it gets what hubs have by themselves. */
function dropSecret({ code, hidden = [], message }: Diagnostic, { environment, attempt }: Mending): boolean {
  if (!code.startsWith("secret/")) return false;
  const leaves = environment.leaves.filter(
    (leaf) => !attempt.unseen.has(leaf) && hidden.some((text) => textsOf(leaf).some((one) => one.includes(text))),
  );
  for (const leaf of leaves) {
    attempt.unseen.add(leaf);
    attempt.dropped.set(leaf.path.join("\0"), { path: [...environment.key, ...leaf.path], why: message });
  }
  return leaves.length > 0;
}

/** A name that is nobody's goes, and not the whole list. */
function dropName({ message }: Diagnostic, { environment, attempt }: Mending): boolean {
  const [, name] = /^`([^`]+)`/.exec(message) ?? [];
  const places = namesOfPeople(environment.today).filter(
    (path) => String(valueAtPath(environment.today, path)).toLowerCase() === name?.toLowerCase(),
  );
  const known = places.filter((path) => !attempt.dropped.has(path.join("\0")));
  for (const path of known) attempt.dropped.set(path.join("\0"), { path: [...environment.key, ...path], why: message });
  return known.length > 0;
}

/** The first path that a message names: `singleuser.profileList[0].kubespawner_override.default`. */
function pathNamed(message: string): readonly string[] | undefined {
  const [, text] = /`((?:[A-Za-z_][\w-]*)(?:\.(?:[A-Za-z0-9_-]+|"[^"`]+")|\[\d+\])+)`/.exec(message) ?? [];
  return text?.match(/"[^"]+"|[^.[\]"]+/g)?.map((part) => part.replaceAll('"', ""));
}

/** What is left out may be what the sign-in needs: less is said of it then. */
function signInOf(pieces: readonly Piece[]): string {
  return pieces.find(({ name }) => name.startsWith(signInPiece))?.name ?? "";
}

function refuse(piece: string, { refused }: Attempt): boolean {
  if (piece === "" || refused.has(piece) || piece === `${signInPiece} ${lastLevel}`) return false;
  refused.add(piece);
  return true;
}

/** hubc is told not to write what stands at a path; with `shorter`, at the next shorter one that it was not told of. */
function leaveOut(path: readonly string[], { leftOut }: Attempt, { shorter = false } = {}): boolean {
  // Of a list no item can be left out.
  const at = path.findIndex((key, i) => /^\d+$|["\\\n]/.test(key) || (i === 0 && !/^[A-Za-z][\w-]*$/.test(key)));
  let known = at >= 0 ? path.slice(0, at) : path;
  while (shorter && known.length > 2 && leftOut.has(known.join("\0"))) known = known.slice(0, -1);
  if (known.length < 2 || isOfHubc(known) || leftOut.has(known.join("\0"))) return false;
  leftOut.set(known.join("\0"), known);
  return true;
}

function mendDifferences(comparison: ValuesComparison, { environment, attempt, pieces }: Mending): boolean {
  const { key } = environment;
  let isChanged = false;
  const inChart = (path: readonly (string | number)[]) => path.slice(key.length).map(String);
  const isOfChart = (path: readonly (string | number)[]) => key.every((part, i) => path[i] === part);
  const ownerOf = (path: readonly string[]) =>
    pieces.find(({ claims }) => claims.some((claim) => isAtOrBelow(path, claim) || isAtOrBelow(claim, path)));
  const isDropped = liesIn([...attempt.dropped.values()].map((one) => one.path));
  for (const { path } of [...comparison.different, ...comparison.missing]) {
    if (isDropped(path.map(String)) || isElsewhere(inChart(path), pieces)) continue;
    if (!isOfChart(path)) continue;
    const owner = ownerOf(inChart(path));
    if (owner !== undefined && isWrong(owner) && takeBack(owner, inChart(path), attempt)) isChanged = true;
  }
  if (isChanged) return true;
  const isPast = (path: readonly string[]) => environment.leaves.some((leaf) => isAtOrBelow(path, leaf.path));
  const secrets = pieces.flatMap((piece) => piece.secrets ?? []).map((path) => path.slice(key.length));
  const isSecret = (path: readonly string[]) => isOfSecret(path, secrets) && secrets.length > 0;
  for (const { path } of [...comparison.different, ...comparison.added]) {
    const inner = inChart(path);
    if (!isOfChart(path) || isPast(inner) || isSecret(inner)) continue;
    if (isClass(inner) ? refuse(signInOf(pieces), attempt) : leaveOut(inner, attempt)) isChanged = true;
  }
  return isChanged;
}

/** What hubc's own Python reads, which no program says or leaves out. */
function isOfHubc([first, second]: readonly string[]): boolean {
  return first === "custom" && second === "hubc";
}

/** Of a piece that can say some of its values in the words of the chart, only the value that came out different. */
function takeBack({ name, past }: Piece, path: readonly string[], attempt: Attempt): boolean {
  const isLeft = past?.some((one) => isAtOrBelow(path, one)) === true;
  return past !== undefined && !isLeft
    ? refuse(leafPiece(path), attempt) || refuse(name, attempt)
    : refuse(name, attempt);
}

/** What takes the place of something encrypted: the hub's own variables for its application, and whatever the program names a secret for. */
export function isOfSecret(path: readonly (string | number)[], secrets: readonly (readonly string[])[] = []): boolean {
  if (path[0] === "hub" && path[1] === "extraEnv" && String(path[2]).startsWith("OAUTH_CLIENT_")) return true;
  return secrets.some((one) => isAtOrBelow(path.map(String), one));
}

/** Is what stands at a path said by a piece that the chart has at another place? */
export function isElsewhere(path: readonly string[], pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.isElsewhere && piece.claims.some((claim) => isAtOrBelow(path, claim)));
}

/** Everything that a hub needs stays, and what it writes too much is left out. */
function isWrong({ name }: Piece): boolean {
  return name !== "domain" && name !== "homes";
}
