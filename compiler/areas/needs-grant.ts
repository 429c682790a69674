import { defineDiagnostic } from "../diagnostics/diagnostic.ts";
import { decidesWhatRuns } from "../knowledge/loader-variables.ts";
import { systemPathAt } from "../knowledge/system-paths.ts";
import type { Area } from "../model/areas.ts";
import { type Block, writtenName } from "../model/block.ts";
import type { Sourced } from "../model/sourced.ts";
import type { Grant } from "../schema/grants.ts";
import { unknown } from "../schema/value-type.ts";
import { lookUp } from "../text/look-up.ts";
import type { Span } from "../text/span.ts";
import { type Areas, type InArea, isWrittenInArea, refuse } from "./area-check.ts";

export const needsGrant = defineDiagnostic<{ what: string; area: string; grant: Grant; why: string }>({
  code: "area/needs-grant",
  title: "Something that an area may do only where the operators grant it",
  why: "Scopes, shared accounts, root, mounts outside the home, variables that decide what programs load, GPUs and larger servers reach beyond the course, or cost what others pay. The operators say in the area's `grants` which of them it has.",
  message: ({ what, area, grant, why }) =>
    `${what} needs the grant \`${grant}\`, which the area \`${area}\` does not have: ${why}. Operators give it by \`grants\` of the area.`,
});

const reasons: Readonly<Record<Grant, string>> = {
  scopes: "scopes of JupyterHub reach everybody on the hub",
  workspaces: "an account that several people enter is one more account of the hub",
  sizes: "it raises its members' servers in every course of the hub",
  people: "a roster gives its people's homes to the course's staff",
  root: "it is done as root, or among the system's files",
  variables: "it decides what every program of a server loads",
  mounts: "it is outside of the home",
  gpu: "GPUs cost what others pay",
  allowances: "an error is for its author to mend",
  "any-image": "whoever types an image's name starts any that the cluster can pull",
};

/** What the message about a missing grant says. */
export function needOf(what: string, grant: Grant, { name }: Area): Parameters<typeof needsGrant.message>[0] {
  return { what, area: name, grant, why: reasons[grant] };
}

/** What reaches beyond the course is granted, in every situation. */
export function checkGrants({ area, declaration, situations }: InArea, context: Areas): void {
  const always = declaration.kind === "group"; // its rights go to whomever the area lists, whoever wrote them
  for (const block of situations) {
    for (const need of needsIn(block)) {
      if (area.grants.has(need.grant) || !(always || isWrittenInArea(need.span.file, context.areas))) continue;
      const parameters = needOf(need.what, need.grant, area);
      context.report(refuse({ definition: needsGrant, parameters }, area, need.span));
    }
  }
}

interface Need {
  readonly what: string;
  readonly grant: Grant;
  readonly span: Span;
}

function needsIn(block: Block): Need[] {
  const own = [...block.settings].flatMap(([key, value]) => (value === unknown ? [] : needsOf(block, key, value)));
  const inner = block.blocks.flatMap((one) => {
    const grant = block.schema.blocks[one.key]?.grant;
    const needed: Need[] = grant === undefined ? [] : [{ what: `\`${writtenName(one)}\``, grant, span: one.span }];
    return [...needed, ...needsIn(one)];
  });
  return [...own, ...inner];
}

/** What the vocabulary says of the setting, and what its value says. */
function needsOf(block: Block, key: string, { value, span }: Sourced<unknown>): Need[] {
  const grant = lookUp(block.schema.settings, key)?.grant;
  if (grant !== undefined && value !== 0 && value !== false) return [{ what: `\`${key}\``, grant, span }];
  const needed = grantByValue(block.schema.name, key, value);
  return needed === undefined ? [] : [{ ...needed, span }];
}

function grantByValue(holder: string, key: string, value: unknown): Omit<Need, "span"> | undefined {
  switch (`${holder}.${key}`) {
    case "shared.path":
    case "image.home":
      return typeof value === "string" && value.startsWith("/") && !isHome(value)
        ? { what: `\`${key} = "${value}"\``, grant: "mounts" }
        : undefined;
    default:
  }
  if ((holder === "env" || holder === "environment") && decidesWhatRuns(key))
    return { what: `The variable \`${key}\``, grant: "variables" };
  if (holder === "files" && isSystemFile(key)) return { what: `The file \`${key}\``, grant: "root" };
  return undefined;
}

function isHome(path: string): boolean {
  return /^\/home\/[^/]/.test(path);
}

/** Jupyter's own folders for configuration and data hold what a course's image is made for. */
function isSystemFile(path: string): boolean {
  if (/^\/+(?:etc|usr\/local\/etc|usr\/local\/share|usr\/share)\/+jupyter\//.test(path) && !path.includes(".."))
    return false;
  return systemPathAt(path) !== undefined;
}
