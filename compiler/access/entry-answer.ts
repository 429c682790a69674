// May a person enter a release, and are they admin there: by its rule of entry, as the hub reads it in the end.

import { type Entry, type LetIn, letInWords, nameIn } from "../model/entry.ts";
import { nbgraders } from "../model/nbgrader.ts";
import type { Release } from "../model/release.ts";
import { andList } from "../text/and-list.ts";
import { type Answer, anyOf, no, onlyTheHubKnows, yes } from "./answer.ts";
import type { Membership, Subject } from "./membership.ts";

/** What is asked: of whom, on which release. */
export interface Asked {
  readonly subject: Subject;
  readonly release: Release;
  readonly entry: Entry;
  readonly isIn: Membership;
}

/** Whoever signs in by this name, or as somebody of these groups. Python may let in and keep out anybody. */
export function mayEnter(asked: Asked): Answer {
  const { release, entry } = asked;
  const out = shutOut(asked);
  if (out !== undefined) return out;
  if (entry.undecided.length > 0)
    return onlyTheHubKnows(`a piece of Python decides ${andList(entry.undecided)} when the hub runs`);
  const otherwise =
    entry.how === "elsewhere"
      ? onlyTheHubKnows("the sign-in's own configuration decides who may enter", release.auth.span)
      : no(ruleWords(entry), release.auth.allow.span);
  return anyOf([isAdmin(asked), ...rules(asked)], otherwise);
}

/** Admins by name; others may be by rules that only the hub can apply. */
export function isAdmin({ subject, release, entry }: Asked): Answer {
  const admins = andList(release.admins.map(({ value }) => value));
  const others = entry.alsoAdmins.map((one) =>
    onlyTheHubKnows(`the hub's own configuration makes admins of ${letInWords(one)}`),
  );
  const place = release.admins[0]?.span ?? release.span;
  const otherwise = no(admins === "" ? "there are no admins" : `the admins are ${admins}`, place);
  if (subject.kind === "member") return anyOf(others, otherwise);
  const name = nameIn(release, subject.name);
  const listed = release.admins.find(({ value }) => nameIn(release, value) === name);
  return listed === undefined ? anyOf(others, otherwise) : yes(`${name} is among the admins`, listed.span);
}

/** The shared accounts of a release: nobody signs in as one. */
function accountsOf(release: Release): readonly string[] {
  const workspaces = release.groups.flatMap(({ workspace }) =>
    workspace === undefined ? [] : [workspace.account.value],
  );
  return [...workspaces, ...nbgraders(release).map(({ account }) => account)];
}

/** Who can't enter, whatever the rules say. */
function shutOut({ subject, release, entry }: Asked): Answer | undefined {
  if (subject.kind === "member") return undefined;
  const name = nameIn(release, subject.name);
  if (accountsOf(release).includes(name)) return no(`${name} is a shared account: nobody signs in as it`);
  if (entry.blocked.includes(name)) return no(`${name} is blocked`);
  const domain = domainOf(name);
  const isOther = domain !== undefined && !entry.within.some((one) => isWithin(domain, one.toLowerCase()));
  if (release.auth.variant === "google" && entry.within.length > 0 && isOther)
    return no(`the sign-in lets in only ${andList(entry.within)}`, release.auth.span);
  return undefined;
}

function rules({ subject, release, entry, isIn }: Asked): readonly Answer[] {
  const { allow } = release.auth;
  if (entry.how === "everyone") return [yes("everybody who can sign in may", allow.span)];
  if (entry.how === "narrowed") return [yes(`everybody of ${andList(entry.within)} may`, allow.span)];
  const groups = entry.groups.map((group): Answer => {
    const member = isIn(group);
    const because = member.holds === true ? `members of ${group} may` : member.because;
    const named = allow.groups.flatMap(({ value, span }) => (value === group ? [span] : []));
    return { ...member, because, places: [...member.places, ...named] };
  });
  return [
    ...groups,
    ...byName(subject, { release, entry }),
    ...byAddress(subject, { release, entry }),
    ...entry.also.map(alsoLetIn),
  ];
}

type OnRelease = Pick<Asked, "release" | "entry">;

function byName(subject: Subject, { release, entry }: OnRelease): readonly Answer[] {
  if (subject.kind === "member") return [];
  const name = nameIn(release, subject.name);
  if (!entry.people.some((one) => nameIn(release, one) === name)) return [];
  const said = release.auth.allow.people.find(({ value }) => nameIn(release, value) === name);
  return [yes(`${name} is listed`, said?.span ?? release.auth.allow.span)];
}

function byAddress(subject: Subject, { release, entry }: OnRelease): readonly Answer[] {
  const { domains } = entry;
  if (domains.length === 0) return [];
  const place = release.auth.allow.domains[0]?.span ?? release.auth.allow.span;
  const rule = `people with an address at ${andList(domains)} may`;
  const domain = subject.kind === "person" ? domainOf(subject.name) : undefined;
  if (domain === undefined) return [onlyTheHubKnows(rule, place)];
  return domains.some((one) => one.toLowerCase() === domain.toLowerCase()) ? [yes(rule, place)] : [];
}

function alsoLetIn(one: LetIn): Answer {
  const who = letInWords(one);
  return onlyTheHubKnows(one.names.length === 0 ? `${who} may` : `the hub's own configuration lets in ${who}`);
}

function ruleWords({ people, groups, domains }: Entry): string {
  const who = [...people, ...groups.map((group) => `members of ${group}`), ...domains.map((one) => `people of ${one}`)];
  return who.length === 0 ? "only the admins may" : `only ${andList(who)} and the admins may`;
}

function domainOf(name: string): string | undefined {
  return name.includes("@") ? name.slice(name.lastIndexOf("@") + 1) : undefined;
}

function isWithin(domain: string, hosted: string): boolean {
  return domain === hosted || domain.endsWith(`.${hosted}`);
}
