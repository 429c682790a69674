// What one person gets on hubs, in words for a terminal.

import { type Answer, isKnown, type Known, type Several } from "../access/answer.ts";
import type { Subject } from "../access/membership.ts";
import type { PersonAccess } from "../access/person-access.ts";
import type { Reach, Whose } from "../access/reach.ts";
import type { ServerAccess } from "../access/server-access.ts";
import type { Mount } from "../access/server-contents.ts";
import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import { shownAddress } from "../model/hub-address.ts";
import { leftOutOfAccess } from "../model/left-out.ts";
import type { Range } from "../model/model.ts";
import type { Variable } from "../model/server.ts";
import { readableBytes } from "../output/quantities.ts";
import { andList } from "../text/and-list.ts";
import { printDate, printHours } from "../text/calendar.ts";
import type { PersonOnHubs } from "./who-person.ts";
import { leftOutWords } from "./who-text.ts";
import { PAGE_WIDTH, wrapRows, wrapText } from "./wrap-text.ts";

/** A part for each release. */
export function personText({ on, subject, releases, external }: PersonOnHubs, palette: Palette = plainPalette): string {
  if (releases.length + external.length === 0) return "There is no hub here.\n";
  const who = subjectWords(subject);
  const parts = releases.map((personAccess) => {
    const title = palette.strong(
      `${personAccess.release.name}, ${shownAddress(personAccess.release)}, on ${printDate(on)}: ${who}`,
    );
    const leftOut = leftOutWords(leftOutOfAccess(personAccess.release)).flatMap(paragraph);
    return [title, ...leftOut, ...lines(personAccess, who, palette)].join("\n");
  });
  const elsewhere = external.map(({ name }) =>
    [
      palette.strong(name),
      ...paragraph("Somebody else runs this hub: what people get there, they decide, and nothing here says it."),
    ].join("\n"),
  );
  return `${[...parts, ...elsewhere].join("\n\n")}\n`;
}

/** `ada`, `a member of data8-staff`. */
function subjectWords(subject: Subject): string {
  if (subject.kind === "person") return subject.name;
  return subject.groups.length === 0 ? "somebody in no group" : `a member of ${andList(subject.groups)}`;
}

function lines(access: PersonAccess, who: string, palette: Palette): readonly string[] {
  const { enter, admin, servers, reach, accounts, scopes } = access;
  const may = `${enter.holds === false ? "may not enter" : enter.holds === true ? "may enter" : "may or may not enter"}`;
  const first = paragraph(`${access.subject.kind === "person" ? who : capital(who)} ${may}: ${reasonOf(enter)}.`);
  if (enter.holds === false) return first;
  const byHub = reach.filter(({ answer }) => answer.holds === "unknown");
  const sure = reach.filter(({ answer }) => answer.holds === true);
  return [
    ...first,
    ...paragraph(`${adminWords(admin)}.`),
    ...groupLines(access),
    ...servers.flatMap((server) => ["", ...serverLines(server, palette)]),
    ...(servers.length === 0 ? paragraph("No server is theirs on this date.") : []),
    "",
    ...paragraph(
      sure.length === 0 ? "They reach nobody's servers but their own." : `They reach ${andList(sure.map(reachWords))}.`,
    ),
    ...byHub.flatMap((one) =>
      paragraph(`Whether they reach ${reachWords(one)}, only the hub knows: ${one.answer.because}.`),
    ),
    ...accounts.flatMap((one) => paragraph(accountWords(one))),
    ...(scopes.length > 0 ? paragraph(`They also have ${andList(scopes)}.`) : []),
  ];
}

function reasonOf({ holds, because }: Answer): string {
  return holds === "unknown" ? `only the hub knows, since ${because}` : because;
}

function adminWords({ holds, because }: Answer): string {
  if (holds === true) return `They are admin and may do everything: ${because}`;
  return holds === false ? `They are no admin: ${because}` : `Whether they are admin, only the hub knows: ${because}`;
}

/** A person's groups, and those of which only the hub knows; for a group that is asked about, nothing new. */
function groupLines({ subject, groups }: PersonAccess): readonly string[] {
  if (subject.kind === "member") return [];
  const surely = groups.filter(({ answer }) => answer.holds === true).map(({ name }) => name);
  const open = groups.filter(({ answer }) => answer.holds === "unknown");
  return [
    ...paragraph(surely.length === 0 ? "No list that can be read here names them." : `They are in ${andList(surely)}.`),
    ...open.flatMap(({ name, answer }) =>
      paragraph(
        `Whether they are in ${name}, only the hub knows: ${answer.because}. \`--as group:${name}\` says what its members get.`,
      ),
    ),
  ];
}

function serverLines(access: ServerAccess, palette: Palette): readonly string[] {
  const { server, exam, answer, mounts, variables, sizes, images } = access;
  const title = palette.strong(
    exam === undefined ? `${server.of} ${server.name}` : `exam ${exam.name} of ${server.name}`,
  );
  const only = answer.holds === "unknown" ? ", if they are among its people: only the hub knows" : "";
  const open = [...new Set([mounts.open, variables.open].flatMap((one) => one ?? []).map((one) => one.notKnown))];
  const rows: (readonly [string, string])[] = [
    ...(exam === undefined ? [] : [["open", `from ${printHours(exam.at.value)}`] as const]),
    ["image", known(access.image, String)],
    ["memory", known(access.memory, (value) => amountWords(value, readableBytes))],
    ["cpu", known(access.cpu, (value) => amountWords(value, (cores) => countOf(cores)))],
    ...(access.gpu.value > 0 ? [["gpu", String(access.gpu.value)] as const] : []),
    ...(access.pool === undefined ? [] : [["pool", known(access.pool, ({ name }) => name)] as const]),
    ["opens with", known(access.opensWith, String)],
    ...mountRows(mounts),
    ...variables.items.map((variable) => ["variable", variableWords(variable)] as const),
    ...(sizes.length > 0 ? [["sizes", sizes.join(", ")] as const] : []),
    ...(images.length > 1 ? [["images", images.join(", ")] as const] : []),
    ...open.map((one) => ["and", `${one}.`] as const),
  ];
  return [`  ${title}${only}`, ...wrapRows(rows).map((line) => `  ${line}`)];
}

function known<T>(fact: Known<T>, print: (value: T) => string): string {
  return isKnown(fact) ? print(fact.value) : `not known here: ${fact.notKnown}`;
}

function amountWords({ from, to }: Range<number>, print: (amount: number) => string): string {
  return `${print(from)} guaranteed, ${to === Number.POSITIVE_INFINITY ? "no limit" : `up to ${print(to)}`}`;
}

function countOf(cores: number): string {
  return cores === 1 ? "1 core" : `${cores} cores`;
}

function mountRows({ items }: Several<Mount>): readonly (readonly [string, string])[] {
  return items.map(({ path, storage, folder, readOnly }) => [
    "mounts",
    `${path} ${readOnly ? "read-only" : "to write"}, ${folder} of ${storage}`,
  ]);
}

/** A secret is named, never shown. */
function variableWords({ name, value: { value } }: Variable): string {
  return typeof value === "string" ? `${name} = ${value}` : `${name}, the secret ${value.path}`;
}

function reachWords({ whose, as }: Reach): string {
  return `${whoseWords(whose)} (${as})`;
}

function whoseWords({ kind, name }: Whose): string {
  switch (kind) {
    case "everybody":
      return "everybody's servers";
    case "course":
      return `the servers of the people of ${name}`;
    case "group":
      return `the servers of members of ${name}`;
    case "user":
      return `the servers of ${name}`;
  }
}

function accountWords({ whose, as, answer }: Reach): string {
  const account = `the shared account ${whose.name} (${as})`;
  return answer.holds === true
    ? `They may start and enter ${account}.`
    : `Whether they may start ${account}, only the hub knows: ${answer.because}.`;
}

function capital(text: string): string {
  return text === "" ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function paragraph(text: string): readonly string[] {
  return wrapText(text, PAGE_WIDTH - 2).map((line) => `  ${line}`);
}
