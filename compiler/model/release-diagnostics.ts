// What is found while stages, windows and courses come together.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { firstOf } from "../text/first-of.ts";

/** A small program for the examples; `auth` is the body of `auth google { … }`. */
export function exampleHub(
  options: { readonly auth?: string; readonly hub?: string; readonly course?: string; readonly more?: string } = {},
): string {
  const auth = options.auth ?? '    hosted-domains = ["berkeley.edu"]\n';
  return `course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
${options.course ?? ""}}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
${options.hub ?? ""}  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
${auth}  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
${options.more ?? ""}`;
}

/** The example with another sign-in: `auth` is its whole block. */
export function exampleSignIn(auth: string, options: { readonly hub?: string; readonly more?: string } = {}): string {
  return exampleHub({ ...options, auth: "" }).replace(/ {2}auth google \{[^}]*\}\n/, auth);
}

/** The example with homes that many servers can mount. */
export function onShare(text: string): string {
  return text.replace(
    "storage dynamic homes { size = 5GiB }",
    'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/homes"\n}',
  );
}

/** The example on a cluster that is not on the same machine. */
export function onGke(text: string): string {
  return text.replace(
    "provider kind k { }",
    'provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n}',
  );
}

export const severalProjects = defineDiagnostic({
  code: "names/several-projects",
  severity: "error",
  title: "More than one `project`",
  why: "A project's settings hold for everything below its folder; two would contradict each other.",
  wrong: "project a { }\nproject b { }\n",
  right: "project a { }\n",
  message: () => "There is already a `project` here: a program has at most one.",
});

export const termOver = defineDiagnostic<{ courses: readonly string[]; hub: string; on: string; servers: string }>({
  code: "course/term-over",
  severity: "warning",
  title: "No course of a hub applies on this date",
  why: "The hub is built with the image and the resources of the courses that ended last, so that their people still reach their work: before the first term, of those that begin first. Roles and rights of staff hold in a course's term and grace only, and who gets a server is no other than in the term, unless the hub says `outside-terms = admins-only`.",
  wrong: exampleHub().replace("2026-08-26 .. 2026-12-18", "2020-08-26 .. 2020-12-18"),
  right: exampleHub(),
  message: ({ courses, hub, on, servers }) =>
    `On ${on} no course of hub \`${hub}\` applies; it is built as for ${firstOf(
      courses.map((one) => `\`${one}\``),
      5,
    )}, which ${courses.length > 1 ? "are" : "is"} the nearest. ${servers} Nobody has the rights of staff. Add the next term's course, or a longer \`grace\`.`,
});

const second = (more = "") =>
  `course d {\n  title = "D"\n  hub = h\n  image = img\n  term = 2026-08-26 .. 2026-12-18\n${more}}\n`;

export const severalCourses = defineDiagnostic<{ hub: string; courses: readonly string[]; said: boolean }>({
  code: "hub/several-courses",
  severity: "error",
  title: "Several courses on one hub, and nobody says who gets which",
  why: "Where courses share a hub, each person gets the courses whose `roster` holds them. Who is in a course without a roster isn't known: either everybody may choose it, which the hub says with `choose = by-choice`, or it needs a roster.",
  wrong: exampleHub({ more: second() }),
  right: exampleHub({ hub: "  choose = by-choice\n", more: second() }),
  message: ({ hub, courses, said }) =>
    `${firstOf(
      courses.map((one) => `\`${one}\``),
      5,
    )} on hub \`${hub}\` ${courses.length > 1 ? "have" : "has"} no \`roster\`${said ? ", so nobody would be in it" : ""}: give one, or write \`choose = by-choice\` where everybody may choose.`,
});
