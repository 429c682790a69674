// Groups as sign-in makes them: a declaration for each, by where its people come from.

import { authenticators } from "../../knowledge/authenticators.ts";
import type { JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { type Recognising, textAt, valueAt } from "../piece.ts";
import { nameFrom } from "../print-data.ts";
import { variantOf } from "./sign-in-variant.ts";

interface Source {
  readonly name: string;
  readonly from: string;
}

/** The group of the program that is a group of JupyterHub's; undefined where no sign-in of the hub makes one of that name. */
export function groupNamed(
  name: string,
  recognising: Pick<Recognising, "values" | "declarations">,
): string | undefined {
  const { values, declarations } = recognising;
  const source = sourceOf(name, variantOf(values), values);
  return source && declarations.declare("group", nameFrom(source.name), `from ${source.from}`);
}

/** All of some groups, or none. */
export function groupsNamed(
  names: readonly string[],
  recognising: Pick<Recognising, "values" | "declarations">,
): readonly string[] | undefined {
  const found = names.map((name) => groupNamed(name, recognising));
  const known = found.filter((one) => one !== undefined);
  return known.length === names.length ? [...new Set(known)] : undefined;
}

function sourceOf(name: string, variant: string | undefined, values: JsonMap): Source | undefined {
  if (variant === "canvas") return ofCanvas(name);
  if (variant === "github") return ofGitHub(name);
  if (variant === "google")
    return /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(name) ? { name, from: `google { email = ${quote(name)} }` } : undefined;
  const claim =
    variant !== undefined && authenticators[variant]?.gives.includes("claim") ? claimOf(values, variant) : undefined;
  return claim === undefined ? undefined : { name, from: `claim { name = ${quote(claim)}  value = ${quote(name)} }` };
}

/** canvasoauthenticator d66662a, README.md. */
function ofCanvas(name: string): Source | undefined {
  const [, course, role] =
    /^course::(\d+)(?:::enrollment_type::(teacher|ta|student|observer|designer))?$/.exec(name) ?? [];
  if (course !== undefined)
    return {
      name: `course-${course}${role === undefined ? "" : `-${role}`}`,
      from: `canvas { course = ${course}${role === undefined ? "" : `  role = ${role}`} }`,
    };
  const [, of, group] = /^course::(\d+)::group::(\S.*)$/.exec(name) ?? [];
  return of === undefined || group === undefined
    ? undefined
    : { name: `${group}-${of}`, from: `canvas { course = ${of}  group = ${quote(group)} }` };
}

/** `organization:team` (oauthenticator 17.4, github.py). */
function ofGitHub(name: string): Source | undefined {
  const [, organization, team] = /^([A-Za-z0-9][A-Za-z0-9-]*)(?::([A-Za-z0-9._-]+))?$/.exec(name) ?? [];
  if (organization === undefined) return undefined;
  return {
    name: team === undefined ? organization : `${organization}-${team}`,
    from: `github { organization = ${quote(organization)}${team === undefined ? "" : `  team = ${quote(team)}`} }`,
  };
}

/** The claim that says who is in which group, inside of the claims of the sign-in. */
function claimOf(values: JsonMap, variant: string): string | undefined {
  const authenticator = authenticators[variant];
  const sections = [authenticator?.section ?? "", "OAuthenticator", "Authenticator"];
  for (const section of sections) {
    const key = textAt(values, `hub.config.${section}.auth_state_groups_key`);
    if (key !== undefined) return key.replace(new RegExp(`^${authenticator?.claims ?? ""}\\.`), "");
    const older = valueAt(values, `hub.config.${section}.claim_groups_key`);
    if (typeof older === "string" && older !== "") return older;
  }
  return undefined;
}
