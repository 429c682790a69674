// What is in one of two programs alone, in sentences: hubs, their stages, courses, profiles and groups. And how each is called.

import { said, textOf, whoGets } from "./change-words.ts";
import { listOf } from "./compare-facts.ts";
import { capital } from "./fact-words.ts";
import { everybodyWithin, ownServer, type ProgramFacts, type Subject } from "./facts.ts";
import type { PlanChange } from "./plan.ts";

/** `before`: the facts of the program that has it not. */
export function added(subject: Subject, before: ProgramFacts): PlanChange[] {
  const { kind, name, facts } = subject;
  const line = (key: string, words: string) => (facts[key] === undefined ? [] : [`${words} ${textOf(facts[key])}.`]);
  switch (kind) {
    case "hub":
      return [
        said(subject, {
          code: "hub-added",
          text: `${hubWords(subject, before)} is new.`,
          details: [
            ...line("address", "It is at"),
            ...(facts["within"] === undefined
              ? line("enter", "May enter:")
              : [`May enter: ${textOf(enterWords(subject))}.`]),
            ...line("admins", "Admins:"),
            ...line("courses", "Courses:"),
          ],
        }),
      ];
    case "course":
    case "profile":
      return [
        said(subject, {
          code: `${kind}-added`,
          text: `${serverName(subject)} is new, for ${whoGets(subject)}${facts["term"] === undefined ? "" : `, ${textOf(facts["term"])}`}.`,
          details: [
            ...line("image", "Image:"),
            ...line("memory", "Memory:"),
            ...line("cpu", "CPU:"),
            ...line("gpu", "GPUs:"),
            ...line("staff", "Staff:"),
          ],
        }),
      ];
    case "group":
      return [
        said(subject, {
          code: "group-added",
          text: `The group ${name} is new: ${facts["members"] === undefined ? "nobody yet" : textOf(facts["members"])}.`,
          details: [...line("may", "Its members may"), ...line("workspace", "It shares the account")],
          weight: facts["may"] === undefined ? "note" : "warning",
        }),
      ];
    case "image":
      return [];
  }
}

/** `after`: the facts of the program that has it not. */
export function removed(subject: Subject, after: ProgramFacts): PlanChange[] {
  const { kind, name, facts } = subject;
  if (kind === "image" || isOfWhole(subject, after)) return [];
  const account = facts["workspace"];
  const workspace =
    account === undefined ? "" : ` Nobody shares the account ${textOf(account)} any more; its home stays where it is.`;
  const texts: Readonly<Record<typeof kind, string>> = {
    hub: `${hubWords(subject, after)} is gone from the program. What runs goes on until somebody uninstalls it, and nothing deploys it any more.`,
    course: `The course ${name} is gone: ${whoGets(subject)} can't start its server any more${facts["staff"] === undefined ? "" : `, and ${textOf(facts["staff"])} reach nobody's any more`}.`,
    profile: `${serverName(subject)} is gone: ${whoGets(subject)} can't start it any more.`,
    group: `The group ${name} is gone${facts["members"] === undefined ? "" : `, with ${textOf(facts["members"])}`}.${workspace}`,
  };
  return [said(subject, { code: `${kind}-removed`, text: texts[kind], weight: "warning" })];
}

/** A stage of a hub, by what the other program has of the hub. */
function hubWords({ name, stage }: Subject, { subjects }: ProgramFacts): string {
  const isThere = subjects.some((subject) => subject.kind === "hub" && subject.name === name);
  return isThere && stage !== undefined ? `The stage ${stage} of the hub ${name}` : `The hub ${name}`;
}

/** Of a server of a stage that is only in one of the programs: the stage's own sentence says enough. */
function isOfWhole({ kind, hubs, stage }: Subject, { subjects }: ProgramFacts): boolean {
  return (
    kind === "profile" &&
    !subjects.some((other) => other.kind === "hub" && other.name === hubs[0] && other.stage === stage)
  );
}

/** `The course data8`; a hub's own server has no other name than that. */
export function serverName({ kind, name }: Subject): string {
  return name === ownServer ? capital(name) : `The ${kind} ${name}`;
}

export function serversName({ kind, name }: Subject): string {
  return name === ownServer ? "The hub's own servers" : `Servers of the ${kind} ${name}`;
}

/** Who may enter, with the institutions by name. */
export function enterWords({ facts }: Subject): readonly string[] {
  const institutions = `everybody of ${textOf(facts["within"])}`;
  return listOf(facts["enter"]).map((who) => (who === everybodyWithin ? institutions : who));
}
