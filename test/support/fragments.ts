// The program that a fragment of a document stands in: a fragment is some declarations, or lines of the body of one, and everything
// else is declared here.

import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

interface Around {
  /** Kind, variant and name. */
  readonly header: string;
  /** Settings and blocks of the body, by their names. */
  readonly body: Readonly<Record<string, string>>;
}

const around: readonly Around[] = [
  {
    header: "course data8",
    body: {
      title: 'title = "Foundations of Data Science"',
      hub: "hub = datahub",
      image: "image = data8",
      term: "term = 2026-08-26 .. 2026-12-18",
    },
  },
  {
    header: "image data8 extends std.scipy",
    body: { pip: "pip {\n  datascience==0.17.6\n  nbgitpuller==1.3.0\n  okpy==1.18.1\n}" },
  },
  { header: "image other extends data8", body: {} },
  { header: "group data8-staff", body: { members: 'members = secret("data8/staff")' } },
  {
    header: "hub datahub",
    body: {
      provider: "provider = berkeley",
      homes: "homes = homes",
      domain: 'domain = "datahub.berkeley.edu"',
      https: 'https { letsencrypt = "help@berkeley.edu" }',
      auth: 'auth google {\n  hosted-domains = ["berkeley.edu"]\n  client-id = secret("google/client-id")\n  client-secret = secret("google/client-secret")\n}',
    },
  },
  {
    header: "provider gke berkeley",
    body: {
      project: 'project = "p"',
      region: 'region = "us-central1"',
      cluster: 'cluster = "c"',
      core: 'pool core { machine = "n2-standard-4"  nodes = 1..3 }',
      users: 'pool users { machine = "n2-highmem-8"  nodes = 0..40 }',
    },
  },
  { header: "storage filestore homes", body: { server: 'server = "10.0.0.2"', share: 'share = "homes"' } },
  {
    header: "project campus",
    body: { registry: 'registry = "ghcr.io/campus/hubs"', operators: 'operators = ["@campus/hub-team"]' },
  },
];

/** A whole program with the declarations of `fragment`, which take the places of those of their names. */
export function withDeclarations(fragment: string): string {
  const { declarations } = parse(createSourceFile("fragment.hub", fragment), () => {});
  const own = new Set(
    declarations.map(({ keyword, name }) => (keyword.text === "project" ? "project" : `${keyword.text} ${name?.text}`)),
  );
  const rest = around.filter((one) => !own.has(nameOf(one)));
  // People of a Canvas course are known where people sign in with Canvas.
  const signIn = /\bfrom canvas\b/.test(fragment) ? { auth: canvasSignIn } : {};
  const signedIn = (one: Around) =>
    nameOf(one) === "hub datahub" ? { ...one, body: { ...one.body, ...signIn } } : one;
  return [fragment, ...rest.map((one) => declaration(signedIn(one), ""))].join("\n");
}

const canvasSignIn =
  'auth canvas {\n  url = "https://bcourses.berkeley.edu"\n  client-id = secret("canvas/client-id")\n  client-secret = secret("canvas/client-secret")\n  strip-domain = "berkeley.edu"\n  allow = everyone\n}';

/** A whole program with `lines` in the body of its declaration of `kind`; what they set takes the place of what it sets. */
export function withBodyLines(kind: string, lines: string): string {
  const holder = around.find(({ header }) => header.startsWith(`${kind} `));
  if (holder === undefined) throw new Error(`no declaration of ${kind} to put lines into`);
  // An ingress ends TLS in place of the hub.
  const ends = (key: string) =>
    (key === "https" && /^ingress\b/m.test(lines)) || new RegExp(`^${key}(?![-\\w])`, "m").test(lines);
  const kept = Object.fromEntries(Object.entries(holder.body).filter(([key]) => !ends(key)));
  const program = withDeclarations(declaration({ header: holder.header, body: kept }, lines));
  // An area has a file of its own.
  const folder = /^area\b[^}]*\bfolder\s*=\s*"([^"]+)"/m.exec(lines)?.[1];
  return folder === undefined ? program : `# file ${folder}/empty.hub\n# file campus.hub\n${program}`;
}

function nameOf({ header }: Around): string {
  const [kind = "", ...words] = header.replace(/ extends .*/, "").split(" ");
  return kind === "project" ? "project" : `${kind} ${words.at(-1)}`;
}

function declaration({ header, body }: Around, lines: string): string {
  return `${header} {\n${lines}\n${Object.values(body).join("\n")}\n}\n`;
}
