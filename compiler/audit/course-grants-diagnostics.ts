// What `hubc audit` finds in overrides for groups and courses, which the Python of umbrella charts reads.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const overrideAmount = defineDiagnostic<{ path: string; problem: string }>({
  code: "audit/override-amount",
  title: "Memory that can't be meant",
  why: "KubeSpawner takes a plain number as bytes, and Kubernetes starts no pod that is guaranteed more than its limit.",
  message: ({ path, problem }) => `\`${path}\` ${problem}.`,
});

export const overrideMount = defineDiagnostic<{ volume: string; suggestion: string | undefined }>({
  code: "audit/override-mount",
  title: "A mount of a volume that servers do not have",
  why: "Kubernetes starts no pod in which a mount names no volume, so nobody who gets the override has a server.",
  message: ({ volume, suggestion }) =>
    `No volume \`${volume}\` is there to mount${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const canvasGroup = defineDiagnostic<{ name: string }>({
  code: "audit/no-such-group",
  title: "A name that no group of Canvas can have",
  why: "CanvasOAuthenticator makes `course::ID`, `course::ID::enrollment_type::TYPE` and `course::ID::group::NAME`. A name of another form is nobody's, and what is granted to it nobody gets.",
  message: ({ name }) => `Nobody is ever in \`${name}\`: no group of Canvas has such a name.`,
});

export const otherCourse = defineDiagnostic<{ course: string; named: string }>({
  code: "audit/other-course",
  severity: "warning",
  title: "A grant for one course that names another",
  why: "The number of a course stands in the group, in paths and in comments. Where a new term changes one of them, people get folders or memory of another class.",
  message: ({ course, named }) =>
    `This stands under course ${course}, and names ${named}: is it the course of an earlier term?`,
});

export const pastDate = defineDiagnostic<{ date: string }>({
  code: "audit/past-date",
  severity: "warning",
  title: "A grant that was to end and is still there",
  why: "What a comment says ends by itself only if somebody takes it out.",
  message: ({ date }) => `A comment says that this ends on ${date}, which is past: take it out, or write a new date.`,
});

export const sharedThing = defineDiagnostic<{ what: string; value: string; hub: string }>({
  code: "audit/same-as-another-hub",
  title: "Two hubs with one disk or address",
  why: "A disk that two hubs mount mixes up people's homes, and an address leads to one of them. It comes from copying a hub's files.",
  message: ({ what, value, hub }) => `${what} \`${value}\` is that of the hub ${hub} too.`,
});

export const callbackElsewhere = defineDiagnostic<{ host: string; hosts: string }>({
  code: "audit/callback-elsewhere",
  title: "People come back to another address after sign-in",
  why: "The provider sends people to `oauth_callback_url`. If that is not an address of the hub, nobody gets in.",
  message: ({ host, hosts }) => `After sign-in people are sent to \`${host}\`, and the hub is at ${hosts}.`,
});

export const swappedVariable = defineDiagnostic<{ name: string; what: string }>({
  code: "audit/swapped-variable",
  severity: "warning",
  title: "A variable that holds what belongs in another",
  why: "An id where an address is wanted, or the other way round, comes from two lines that changed places.",
  message: ({ name, what }) => `\`${name}\` holds ${what}: did two lines change places?`,
});

export const unreadKey = defineDiagnostic<{ key: string; chart: string; suggestion: string | undefined }>({
  code: "audit/unread-key",
  severity: "warning",
  title: "Values that neither a part of the chart nor its templates read",
  why: "Helm takes every key at the top and says nothing where no chart reads it.",
  message: ({ key, chart, suggestion }) =>
    `The chart ${chart} has no part \`${key}\`, and none of its templates reads it${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const otherFolder = defineDiagnostic<{ written: string; read: string }>({
  code: "audit/other-folder",
  title: "A folder of a course of which staff write another than students read",
  why: "The two mounts have names that belong together and lead to two folders, so that what staff put there no student finds.",
  message: ({ written, read }) =>
    `Here staff write to \`${written}\`, and students of the course read \`${read}\`: name one folder in both.`,
});

export const closedProvider = defineDiagnostic<{ id: string }>({
  code: "audit/closed-provider",
  severity: "warning",
  title: "An identity provider by which nobody gets in",
  why: "Since OAuthenticator 16 a provider lets in nobody of its own: `allow_all` or `allowed_domains` says who, and whoever is listed by name may enter.",
  message: ({ id }) =>
    `Nobody but who is listed by name gets in by \`${id}\`: give it \`allow_all: true\` or \`allowed_domains\`.`,
});
