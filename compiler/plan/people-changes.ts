// Who gains and loses what, in sentences.

import { bytesIn } from "../knowledge/byte-specification.ts";
import { andList } from "../text/and-list.ts";
import { changeWords, mostNames, said, shortened, textOf, whoGets } from "./change-words.ts";
import { type FactChange, gainsAndLosses, listOf, type SubjectChange } from "./compare-facts.ts";
import { capital } from "./fact-words.ts";
import { everybodyWithin, keptCourses, type ProgramFacts, type Subject } from "./facts.ts";
import { placedBy } from "./hub-facts.ts";
import { added, enterWords, removed, serverName, serversName } from "./new-and-gone.ts";
import type { PlanChange, PlanWeight } from "./plan.ts";

/** Of hubs, courses, profiles and groups; images are told by their packages. */
export function peopleChanges(compared: readonly SubjectChange[], [before, after]: Sides): readonly PlanChange[] {
  return compared.flatMap((change) => {
    if (change.kind === "added") return added(change.after, before);
    if (change.kind === "removed") return removed(change.before, after);
    const told = change.changes.map((one) => withoutTold(one, [before, after]));
    return told.flatMap((one) => sentencesOf(one, change)).concat(serverSentences(change));
  });
}

/** The facts of the program before and after. */
type Sides = readonly [before: ProgramFacts, after: ProgramFacts];

/** Of a hub's courses those that are in both programs: one that is new or gone has a sentence of its own. */
function withoutTold(change: FactChange, sides: Sides): FactChange {
  if (change.key !== "courses") return change;
  const [had, has] = sides.map(
    ({ subjects }) => new Set(subjects.flatMap(({ kind, name }) => (kind === "course" ? [name] : []))),
  );
  const inBoth = (names: FactChange["before"]) => listOf(names).filter((name) => had?.has(name) && has?.has(name));
  return { ...change, before: inBoth(change.before), after: inBoth(change.after) };
}

/** What is said of a set that gains or loses. */
interface SetWords {
  readonly gained: (who: string, name: string, are: string) => string;
  readonly lost: (who: string, name: string, are: string) => string;
  /** How serious a gain and a loss are. */
  readonly weights: readonly [PlanWeight, PlanWeight];
}

const sets: Readonly<Record<string, SetWords>> = {
  "hub admins": {
    gained: (who, _, are) => `${who} ${are} admin now, and may do everything.`,
    lost: (who, _, are) => `${who} ${are} admin no more.`,
    weights: ["warning", "note"],
  },
  "hub enter": {
    gained: (who) => `May enter now: ${who}.`,
    lost: (who) => `May enter no more, unless otherwise let in: ${who}.`,
    weights: ["note", "warning"],
  },
  "hub within": {
    gained: (who) => `Sign-in takes people of ${who} now.`,
    lost: (who) => `Sign-in does not take people of ${who} any more.`,
    weights: ["warning", "warning"],
  },
  "hub blocked": {
    gained: (who) => `${who} can't sign in any more: blocked.`,
    lost: (who) => `${who} can sign in again: no longer blocked.`,
    weights: ["warning", "note"],
  },
  "hub undecided": {
    gained: (who) => `Python decides ${who} when the hub runs: who may enter is not known from the program.`,
    lost: (who) => `Python does not decide ${who} any more.`,
    weights: ["warning", "note"],
  },
  "hub courses": {
    gained: (who, _, are) => `${who} ${are} on the hub on this date, and not before.`,
    lost: (who, _, are) => `${who} ${are} off the hub on this date: people lose these servers, and staff their rights.`,
    weights: ["note", "warning"],
  },
  "group members": {
    gained: (who, name, are) => `${who} ${are} in ${name} now.`,
    lost: (who, name, are) => `${who} ${are} in ${name} no more.`,
    weights: ["note", "note"],
  },
  "group may": {
    gained: (who, name) => `Members of ${name} may now: ${who}.`,
    lost: (who, name) => `Members of ${name} may no more: ${who}.`,
    weights: ["warning", "note"],
  },
  "course staff": {
    gained: (who, name, are) => `${who} ${are} staff of ${name} now: members reach the servers of its people.`,
    lost: (who, name, are) => `${who} ${are} staff of ${name} no more.`,
    weights: ["warning", "note"],
  },
};

/** Keys of a course that say who gets it: told with both sides, since nobody named is everybody. */
const rosters = new Set(["course for", "profile for"]);

/** Told elsewhere, as places are. */
const elsewhere = new Set(["for people", keptCourses]);

function sentencesOf(change: FactChange, { before, after }: Changed): PlanChange[] {
  const subject = after;
  const key = `${subject.kind} ${change.key}`;
  if (subject.kind === "image" || elsewhere.has(change.key) || placedBy(change.key) !== undefined) return [];
  if (key === "hub enter" && listOf(change.after).some((who) => who.startsWith("everybody")))
    return [opened(change, { before, after })];
  if (rosters.has(key)) return [roster(change, subject)];
  if (key === "hub within" && (change.before === undefined || change.after === undefined))
    return isNarrowed(before) === isNarrowed(after) ? [within(change, subject)] : [];
  if (key === "hub courses") return coursesOff(change, after);
  if (key === "hub admins" && change.after === undefined) return [noAdmins(change, subject)];
  const words = Object.hasOwn(sets, key) ? sets[key] : undefined;
  if (words !== undefined)
    return setSentences(key === "hub enter" ? entryChange({ before, after }) : change, subject, words);
  return hubSentences(change, subject);
}

/** Is it said by who may enter which institutions it takes? */
function isNarrowed({ facts }: Subject): boolean {
  return listOf(facts["enter"]).includes(everybodyWithin);
}

function entryChange({ before, after }: Pick<Changed, "before" | "after">): FactChange {
  return { key: "enter", before: enterWords(before), after: enterWords(after) };
}

/** A course whose term is over is off the hub, and people may keep its server until another's begins. */
function coursesOff(change: FactChange, after: Subject): PlanChange[] {
  const kept = listOf(after.facts[keptCourses]);
  const over = gainsAndLosses(change).lost.filter((name) => kept.includes(name));
  const words = sets["hub courses"];
  const rest = { ...change, before: listOf(change.before).filter((name) => !over.includes(name)) };
  const text = `${andList(shortened(over))} ${isMany(over) ? "are" : "is"} off the hub on this date: staff lose their rights. No course has its term, so people keep ${isMany(over) ? "these servers" : "its server"}.`;
  return [
    ...(over.length === 0 ? [] : [said(after, { code: "hub-courses-over", weight: "warning", text })]),
    ...(words === undefined ? [] : setSentences(rest, after, words)),
  ];
}

/** Who is in "everybody" depends on the sign-in, so that one everybody can't be held against another. */
function opened({ before: was }: FactChange, { before, after }: Pick<Changed, "before" | "after">): PlanChange {
  const now = textOf(enterWords(after));
  const wasOpen = listOf(was).some((who) => who.startsWith("everybody"));
  const isWider = isNarrowed(before) && !isNarrowed(after) && before.facts["sign-in"] === after.facts["sign-in"];
  const words = wasOpen && !isWider ? "May enter now" : "Open to many more";
  const text = `${words}: ${now}. ${was === undefined ? "Until now nobody might" : `Until now: ${textOf(enterWords(before))}`}.`;
  const code = wasOpen && !isWider ? "access-otherwise-open" : "access-opened";
  return said(after, { code, weight: "warning", text });
}

/** Where no institution is named, a sign-in takes whom it knows. */
function within({ before, after }: FactChange, subject: Subject): PlanChange {
  const text =
    before === undefined
      ? `Sign-in takes nobody but people of ${textOf(after)} now.`
      : `Sign-in takes others than people of ${textOf(before)} now, too: everybody whom it knows.`;
  return said(subject, { code: `hub-within-${before === undefined ? "gained" : "lost"}`, weight: "warning", text });
}

function noAdmins({ before }: FactChange, subject: Subject): PlanChange {
  const text = `Nobody is admin any more, and ${textOf(before)} ${listOf(before).length > 1 ? "were" : "was"}.`;
  return said(subject, { code: "hub-admins-none", weight: "warning", text });
}

function roster({ before, after }: FactChange, subject: Subject): PlanChange {
  const words = (value: FactChange["before"]) =>
    whoGets({ ...subject, facts: value === undefined ? {} : { for: value } });
  return said(subject, {
    code: `${subject.kind}-roster`,
    weight: "warning",
    text: `${serverName(subject)} is for ${words(after)}, and was for ${words(before)}.`,
  });
}

function setSentences(change: FactChange, subject: Subject, words: SetWords): PlanChange[] {
  const { gained, lost } = gainsAndLosses(change);
  const one = (who: readonly string[], how: "gained" | "lost", weight: PlanWeight): PlanChange[] =>
    who.length === 0
      ? []
      : [
          said(subject, {
            code: `${subject.kind}-${change.key}-${how}`.replaceAll(" ", "-"),
            weight,
            text: begun(words[how](andList(shortened(who)), subject.name, isMany(who) ? "are" : "is")),
            details: who.length > mostNames ? [`${andList(who)}.`] : [],
          }),
        ];
  return [...one(gained, "gained", words.weights[0]), ...one(lost, "lost", words.weights[1])];
}

/** People's names stay as they are written. */
function begun(text: string): string {
  return /^(?:the secret list|whoever|whom|everybody|members of|people with) /.test(text) ? capital(text) : text;
}

function isMany(who: readonly string[]): boolean {
  return who.length > 1 || who.some((one) => /^(?:people|members) /.test(one));
}

/** What else a hub, a group or a course says; a server's size is said in one sentence by `serverSentences`. */
function hubSentences(change: FactChange, subject: Subject): PlanChange[] {
  const { kind, name } = subject;
  const { key } = change;
  if (kind === "course" || kind === "profile") return [];
  const about = kind === "hub" ? "" : `${kind} ${name}: `;
  const code = `${kind}-${key}`.replaceAll(" ", "-");
  const isLost = losing.has(key) || (key === "backup" && change.after === undefined);
  const weight: PlanWeight = isLost ? "warning" : "note";
  const section = ofMachines.has(key) ? "running" : "people";
  return [{ ...said(subject, { code, weight, text: `${capital(`${about}${changeWords(change)}`)}.` }), section }];
}

/** What a hub is made of, by which people meet nothing else. */
const ofMachines = new Set([
  "chart",
  "umbrella chart",
  "values of the umbrella chart",
  "values of its own",
  "hub image",
  "own pods",
  "pools",
  "room kept free",
  "user-scheduler",
  "pod-priority",
  "images are pulled ahead",
  "images of servers are pulled",
  "class of the database",
  "database size",
  "what holds the secrets",
  "debug log",
  "backup",
  "budget",
  "left out",
]);

/** Changes by which somebody can lose something. */
const losing = new Set(["sign-in", "address", "who gets a server", "mounts"]);

// What a person's server becomes: one sentence for all that changes of it.

type Changed = Extract<SubjectChange, { kind: "changed" }>;

/** What a running server keeps until it stops. */
const ofServer = [
  "image",
  "memory",
  "cpu",
  "gpu",
  "pool",
  "environment",
  "folders",
  "git's sign-in",
  "opens",
  "collaboration",
  "sizes",
  "images",
  "any image",
];

const told = new Set(["for", "staff"]);

/** Of a course or a profile. */
function serverSentences({ after, changes }: Changed): PlanChange[] {
  if (after.kind !== "course" && after.kind !== "profile") return [];
  const server = changes.filter(({ key }) => ofServer.includes(key));
  const rest = changes.filter(({ key }) => !ofServer.includes(key) && !told.has(key));
  const less = server.some(isLess);
  const sizes =
    server.length === 0
      ? []
      : [
          said(after, {
            code: `${after.kind}-server`,
            weight: less ? "warning" : "note",
            text: `${serversName(after)}, for ${whoGets(after)}: ${server.map(changeWords).join("; ")}.`,
            details: [keepsOld],
          }),
        ];
  return [
    ...sizes,
    ...rest.map((change) =>
      said(after, {
        code: `${after.kind}-${change.key}`.replaceAll(" ", "-"),
        weight: moving.has(change.key) ? "warning" : "note",
        text: `${capital(`${after.kind} ${after.name}: ${changeWords(change)}`)}.`,
      }),
    ),
  ];
}

const keepsOld = "Servers that run go on as they are until they stop; only then people get the new one.";

/** Who took the course where it was finds it elsewhere, or on other days. */
const moving = new Set(["hub", "term"]);

/** Is there less of something than was? */
function isLess({ key, before, after }: FactChange): boolean {
  if (key === "gpu") return Number(before ?? 0) > Number(after ?? 0);
  if (key !== "memory" || typeof before !== "string" || typeof after !== "string") return false;
  const least = (words: string) =>
    words.split(" to ").map((part) => bytesIn(part.replace(" ", "").replace("iB", "")) ?? 0);
  return least(before).some((amount, i) => amount > (least(after)[i] ?? least(after)[0] ?? 0));
}
