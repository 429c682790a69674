// What can be wrong with an expectation itself, and what `hubc test` finds.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

/** Of one requirement, in all situations in which it is alike. */
export interface FailedRequirement {
  readonly expectation: string;
  readonly requires: string;
  /** Clauses: "`server.memory.to` is `2GiB`". */
  readonly causes: readonly string[];
  /** Why facts are as they are, as clauses. */
  readonly reasons: readonly string[];
  /** Of whom: `a member of data8-staff`. */
  readonly who: string;
  /** On which days and in which stages: `on 2026-10-16, in datahub-prod`. */
  readonly where: string;
  readonly message: string | undefined;
}

export const failed = defineDiagnostic<FailedRequirement>({
  code: "expect/failed",
  title: "An expectation that does not hold",
  why: "Whoever wrote the expectation relies on it. Change what decided it, which is shown beside, or the expectation, where it is no longer meant.",
  message: ({ expectation, requires, causes, reasons, who, where, message }) => {
    const since = reasons.length === 0 ? "" : `, since ${reasons.join("; ")}`;
    const said = message === undefined ? "" : ` ${message}`;
    return `${causes.join(", ")} ${where}${since}: \`${expectation}\` requires \`${requires}\` for ${who}.${said}`;
  },
});

export const notKnown = defineDiagnostic<Omit<FailedRequirement, "causes">>({
  code: "expect/not-known",
  title: "An expectation of which nothing here can tell whether it holds",
  why: "A secret list, a sign-in or Python decides it when the hub runs. Ask of a group rather than of a name, or of what the program itself decides.",
  message: ({ expectation, requires, reasons, who, where }) =>
    `Nothing here tells whether \`${requires}\` holds for ${who} ${where}, as \`${expectation}\` requires: ${reasons.join("; ")}.`,
});

export const whichHub = defineDiagnostic<{ hubs: readonly string[] }>({
  code: "expect/which-hub",
  title: "An expectation about no hub",
  why: "What people get is on a hub. Name it by `hub`, or a `course`, which is on one.",
  message: ({ hubs }) =>
    hubs.length === 0
      ? "There is no hub here, so nobody gets anything: an expectation needs one."
      : `Say by \`hub\` or \`course\` which hub it is about: there is ${hubs.map((hub) => `\`${hub}\``).join(", ")}.`,
});

export const courseElsewhere = defineDiagnostic<{ course: string; hub: string; other: string }>({
  code: "expect/course-elsewhere",
  title: "An expectation about a course and another hub",
  why: "A course is on one hub. Leave out `hub`, or name the course's.",
  message: ({ course, hub, other }) => `Course \`${course}\` is on the hub \`${hub}\`, not on \`${other}\`.`,
});

export const externalHub = defineDiagnostic<{ hub: string }>({
  code: "expect/external-hub",
  title: "An expectation about a hub that somebody else runs",
  why: "Who may enter there, what servers are and what they cost, those decide who run it: nothing here can tell.",
  message: ({ hub }) => `Somebody else runs the hub \`${hub}\`: nothing here can tell what people get there.`,
});

export const unknownStage = defineDiagnostic<{
  stage: string;
  hub: string;
  stages: readonly string[];
  suggestion: string | undefined;
}>({
  code: "expect/unknown-stage",
  title: "An expectation about a stage that the hub does not have",
  why: "On a stage that is not there nothing could be checked, and nobody would notice.",
  message: ({ stage, hub, stages, suggestion }) =>
    `The hub \`${hub}\` has no stage \`${stage}\`${suggestion === undefined ? `: there is ${stages.map((one) => `\`${one}\``).join(", ")}.` : `: did you mean \`${suggestion}\`?`}`,
});

export const twoPeople = defineDiagnostic({
  code: "expect/two-people",
  title: "An expectation about a person and about a group",
  why: "Which groups a person is in, the groups say. Leave out one of the two.",
  message: () => "An expectation is about a `person` or about members of a `group`: leave out one of the two.",
});
