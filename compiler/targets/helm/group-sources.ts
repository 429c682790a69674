// Where a group's people come from at sign-in, as names and data that python/hubc_hub/sign_in.py evaluates.

import type { GroupSource } from "../../model/group-sources.ts";
import type { Release } from "../../model/release.ts";
import { groupNamespace } from "../../model/reserved-names.ts";
import { namesAtSignIn } from "../../model/sign-in-group.ts";
import { sha256Hex } from "../../output/digest.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { from } from "./release-context.ts";

/** The JupyterHub group that holds whom a source gave at their last sign-in. It says all of the source, so that another is another group. */
export function nameOfSource(source: GroupSource): string {
  switch (source.kind) {
    case "canvas":
      return joined("canvas", source.course.value, source.role?.value, source.group && `group ${source.group.value}`);
    case "github":
      return joined("github", source.organization.value.toLowerCase(), source.team?.value.toLowerCase());
    case "google":
      return joined("google", source.email.value.toLowerCase());
    case "lti":
      return joined("lti", source.role.value, source.context?.value);
    case "claim":
      return joined("claim", source.name.value, source.value.value);
  }
}

/** Parts never run into one another; a name that no database would hold is cut, and its digest kept. */
function joined(...parts: readonly (string | number | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined).map((part) => String(part));
  const name = `${groupNamespace}${said.map((part) => part.replaceAll("%", "%25").replaceAll(":", "%3A")).join(":")}`;
  return name.length <= longestName ? name : `${name.slice(0, longestName - 17)}:${sha256Hex(name).slice(0, 16)}`;
}

/** Characters of a group's name in the hub's database (jupyterhub 5.5, orm.py). */
const longestName = 255;

/** `custom.hubc.signIn.sources`: every source of the release's groups, once. */
export function groupSources(release: Release): YamlData {
  const sources = release.groups.flatMap((group) => group.sources);
  if (sources.length === 0) return undefined;
  return Object.fromEntries(
    sources.map((source) => [nameOfSource(source), withOrigin(sourceData(source), source.span)]),
  );
}

function sourceData(source: GroupSource): YamlData {
  switch (source.kind) {
    case "canvas":
      return { memberOf: namesAtSignIn(source).map((name) => withOrigin(name, source.course.span)) };
    case "github":
      return {
        memberOf: namesAtSignIn(source).map((name) => withOrigin(name.toLowerCase(), source.organization.span)),
      };
    case "google":
      return { memberOf: [from(source.email, source.email.value.toLowerCase())] };
    case "lti":
      return { role: from(source.role), context: source.context && from(source.context) };
    case "claim":
      return { claim: from(source.name), value: from(source.value) };
  }
}
