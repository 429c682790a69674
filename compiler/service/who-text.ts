// Who may do what on a hub, in words for a terminal: sentences that a course's staff can read out.

import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import { choiceSentences } from "../model/choice-words.ts";
import { type Entry, letInWords } from "../model/entry.ts";
import { sourceWords } from "../model/group-sources.ts";
import { shownAddress } from "../model/hub-address.ts";
import { serversForWords } from "../model/servers-for.ts";
import { andList } from "../text/and-list.ts";
import type { GroupPeople, PeopleOfHubs, ReleasePeople, RolePeople, StaffReach } from "./who.ts";
import { PAGE_WIDTH, wrapText } from "./wrap-text.ts";

/** A part for each release. */
export function whoText({ releases, external }: PeopleOfHubs, palette: Palette = plainPalette): string {
  if (releases.length + external.length === 0) return "There is no hub here.\n";
  const parts = releases.map((releasePeople) => {
    const title = palette.strong(`${releasePeople.release.name}, ${shownAddress(releasePeople.release)}`);
    return [title, ...sentences(releasePeople).flatMap((sentence) => indented(sentence))].join("\n");
  });
  const elsewhere = external.map((hub) =>
    [
      palette.strong(`${hub.name}, ${shownAddress(hub)}`),
      ...indented(
        "Somebody else runs this hub: who may sign in and do what there, they decide, and nothing here says it.",
      ),
    ].join("\n"),
  );
  return `${[...parts, ...elsewhere].join("\n\n")}\n`;
}

function indented(sentence: string): readonly string[] {
  return sentence === "" ? [""] : wrapText(sentence, PAGE_WIDTH - 2).map((line) => `  ${line}`);
}

function sentences(who: ReleasePeople): readonly string[] {
  const { admins, staff, workspaces, groups } = who;
  const inTwo = staff.length > 1 ? [severalCourses] : [];
  return [
    ...leftOutWords(who.leftOut ?? []),
    ...enterWords(who),
    ...outsideWords(who),
    ...who.renamed.map(
      ({ from, to }) =>
        `Whoever signs in as ${from} is ${to} here, with all that ${to} may do: the hub's own configuration says so.`,
    ),
    ...(who.servers.outsideTerms ? ["No course applies on this date, so nobody has the rights of staff."] : []),
    serversForWords(who.servers),
    ...choiceSentences(who.release),
    admins.length === 0 ? "There are no admins." : `${andList(admins)} ${are(admins)} admin and may do everything.`,
    ...staff.map(staffWords),
    ...inTwo,
    ...workspaces.map(
      ({ account, group }) =>
        `Members of ${group} may list, start, stop and enter the workspace ${account}. Nobody can sign in as ${account}.`,
    ),
    ...groups
      .filter(({ may }) => may.length > 0)
      .map(({ name, may }) => `Members of ${name} also have ${andList(may)}.`),
    ...(who.roles ?? []).map(roleWords),
    ...(groups.length === 0 ? [] : ["", ...groups.map(groupWords), leavingWords(who)]),
  ];
}

/** What comes before all that a hub without some of its values does not do. */
export function leftOutWords(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  return [
    `\`leave-out-values\` takes away ${andList(paths.map((path) => `\`${path}\``))}, by which this is so: what follows holds only as far as the hub's own \`values\`, \`config\` and \`python\` say it again.`,
    "",
  ];
}

const severalCourses =
  "A person has one home: staff reach the servers of people in their course even where those work for another. Full separation is two hubs.";

function enterWords({ signIn, enter, admins }: ReleasePeople): readonly string[] {
  const within = enter.within.length === 0 ? "" : ` within ${andList(enter.within)}`;
  const by = `People sign in by \`auth ${signIn}\`${within}.`;
  return [`${by} ${ruleWords(enter, admins)}`, ...furtherWords(enter)];
}

function outsideWords({ outside, enter }: ReleasePeople): readonly string[] {
  if (outside.length === 0) return [];
  return [
    `${andList(outside)} can't sign in, whatever else is said: the sign-in lets in only ${andList(enter.within)}.`,
  ];
}

function ruleWords(enter: Entry, admins: readonly string[]): string {
  const named = [...enter.people, ...enter.also.map(letInWords)];
  if (enter.how === "elsewhere") return elsewhereWords(named, admins);
  if (enter.how !== "listed") {
    const all = enter.how === "everyone" ? "Everybody who can may enter." : "All of them may enter.";
    return named.length === 0 ? all : `${all} So may ${andList(named)}, by the hub's own configuration.`;
  }
  const who = [
    ...named,
    ...enter.groups.map((group) => `members of ${group}`),
    ...enter.domains.map((domain) => `people with an address at ${domain}`),
    ...(admins.length > 0 ? ["the admins"] : []),
  ];
  const rule = !enter.byRule
    ? ""
    : named.length === 0
      ? " Nothing else is written, so these are the rosters, the staff and the admins."
      : " These are the rosters, the staff and the admins, and whom the hub's own configuration adds.";
  return `${who.length === 0 ? "Nobody may enter." : `Only ${andList(who)} may enter.`}${rule}`;
}

function elsewhereWords(named: readonly string[], admins: readonly string[]): string {
  const known = [...named, ...(admins.length > 0 ? ["the admins"] : [])];
  const others = "The sign-in's own configuration decides who may enter, which no setting says.";
  return known.length === 0 ? others : `${others} Among them are ${andList(known)}.`;
}

function furtherWords({ alsoAdmins, blocked, undecided }: Entry): readonly string[] {
  return [
    ...alsoAdmins.map((one) => `The hub's own configuration makes admins of ${letInWords(one)}.`),
    ...(blocked.length === 0 ? [] : [`${andList(blocked)} can't sign in, whatever else is said: they are blocked.`]),
    ...(undecided.length === 0
      ? []
      : [
          `A piece of Python decides ${andList(undecided)} when the hub runs, so that more or fewer people may enter than this says.`,
        ]),
  ];
}

function staffWords({ course, staff, roster }: StaffReach): string {
  const whose =
    roster.length > 0 ? `of members of ${andList(roster)}` : "of everybody who signs in, but staff and admins";
  return `Staff of ${course} (${andList(staff)}) see the admin page, and list, start, stop and enter the servers ${whose}.`;
}

function roleWords({ role, users, groups, scopes }: RolePeople): string {
  const people = [...users, ...groups.map((group) => `members of ${group}`)];
  if (people.length === 0) return `Everybody who signs in also has ${andList(scopes)}.`;
  const have = people.length === 1 && users.length === 1 ? "has" : "have";
  return `By the role ${role}, ${andList(people)} also ${have} ${andList(scopes)}.`;
}

function groupWords({ name, members, secretLists, sources, adminPage }: GroupPeople): string {
  const people = [
    ...members,
    ...secretLists.map((path) => `those in the secret list ${path}`),
    ...sources.map(sourceWords),
    ...(adminPage ? ["whoever is added on the hub's admin page"] : []),
  ];
  return people.length === 0 ? `${name} has no members.` : `${name} is ${andList(people)}.`;
}

function leavingWords({ renewed, enter }: ReleasePeople): string {
  const keepsComing = enter.also.some(({ trait }) => trait === "allow_existing_users");
  const listed = keepsComing
    ? "Who is no longer listed is out of the groups when the hub next starts, and may still enter"
    : "Who is no longer listed is out when the hub next starts";
  if (renewed === "at-start") return `${listed}.`;
  return renewed === "within-minutes"
    ? `${listed}; who leaves at the source is out within minutes of their next step.`
    : `${listed}; who leaves at the source is out at their next sign-in.`;
}

function are(names: readonly string[]): string {
  return names.length === 1 ? "is" : "are";
}
