// Words that templates and guides leave where the reader's own value belongs.

/**
 * The placeholder in a value; undefined where there is none. Only what nobody means as a value: words in capitals, words that ask for a change, words
 * between `<` and `>`, and `your-…` where a name or an address belongs. Sources: the example values of the JupyterHub chart, of Helm charts and
 * of cloud guides, looked through 2026-11.
 */
export function placeholderIn(value: string): string | undefined {
  if (value.length > 300 || !hint.test(value)) return undefined;
  const plain = value.trim();
  return anywhere.exec(value)?.[0] ?? alone.exec(plain)?.[0] ?? (/\s/.test(plain) ? undefined : inName(plain));
}

/** Every placeholder has one of these: nearly all values have none, and are asked once. */
const hint =
  /chang|replac|fill|your|insert|enter|put|add|todo|fixme|tbd|xxx|<|[-_](?:id|name|secret)|[/:](?:example|my-?org|org|owner|user)/i;

const anywhere =
  /(?<![A-Za-z0-9])(?:CHANGE[-_ ]?ME|REPLACE[-_ ]?(?:ME|THIS)|FILL[-_ ]?(?:ME|THIS)?[-_ ]?IN|YOUR[-_][A-Z0-9]+(?:[-_][A-Z0-9]+)*|INSERT[-_][A-Z0-9]+(?:[-_][A-Z0-9]+)*)(?![A-Za-z0-9])|<(?:your|my|the|replace|insert|enter|fill|change|todo)\b[^<>]{0,60}>|^\s*(?:TODO|FIXME|TBD)(?=:)/;

const things =
  "project|domain|org|organi[sz]ation|company|institution|university|school|department|hub|host|hostname|server|site|registry|repo|repository|bucket|cluster|region|zone|account|tenant|subscription|client|app|application|team|user|username|name|email|address|password|token|secret|key|id|url|github|gitlab|canvas|google|azure|aws|gcp|course|image";

/** `your-project-id`: a thing of the reader's, and what of it. */
const yours = `your[-_](?:${things})(?:[-_](?:${things}))*`;

const alone = new RegExp(
  [
    "^(?:TODO|TBD|FIXME|X{3,8}(?:[-_.]X{3,8})*|change[-_ ]?me|replace[-_ ]?me|<[a-z][a-z0-9 _-]*>)$",
    `^${yours}$`,
    "^(?:insert|replace|enter|put|fill|add)[-_](?:with[-_]|in[-_])?(?:your|here|this|me|yours)(?:[-_][a-z0-9]+)*$",
    "^(?:MY[-_])?(?:PROJECT|CLIENT|TENANT|SUBSCRIPTION|ACCOUNT|CLUSTER)[-_](?:ID|NAME|SECRET)$",
  ].join("|"),
  "i",
);

/** In a name or an address, which holds no blanks. */
function inName(value: string): string | undefined {
  const changed = /(?<![a-z0-9])(?:change[-_]?me|replace[-_]?me)(?![a-z0-9])/i.exec(value)?.[0];
  return changed ?? inAngles(value) ?? inAddress(value);
}

/** `hub.<domain>`, but neither a tag of HTML nor a group of a pattern. */
function inAngles(value: string): string | undefined {
  if (value.includes("</")) return undefined;
  const [found, word = ""] = /(?<![?P\\])<([a-z][a-z0-9_-]*)>/i.exec(value) ?? [];
  return /^(?:a|b|i|u|p|br|hr|em|h[1-6]|li|ul|ol|td|tr|th|code|pre|span|div|strong|small|img)$/i.test(word)
    ? undefined
    : found;
}

/** Of a host, a mail address, or a registry's path: `hub.your-domain.edu`, `ghcr.io/your-org/lab`, `user@xxx.edu`. */
function inAddress(value: string): string | undefined {
  if (!/^(?:[a-z]+:\/\/|[^/@]*@)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,}(?=[/:]|$)/i.test(value)) return undefined;
  return ofAddress.exec(value)?.[0] ?? ofOwner.exec(value)?.[0] ?? asPart.exec(value)?.[0];
}

/** As a whole part of an address, in capitals: `zoom.us/j/TODO`, `?course=XXXXX`. */
const asPart = /(?<=[/=])(?:TODO|FIXME|TBD|X{4,12})(?=[/?#&]|$)/;

const ofAddress = new RegExp(
  `(?<=^|[/@.])(?:${yours}|your(?:domain|hub|host|university|school|org|organi[sz]ation|company|site)(?=\\.)|x{3,8}(?=[@.]))(?=[/@.:]|$)`,
  "i",
);

/**
 * Who owns a repository or an image, as guides write it: `github.com/example/materials`, `ghcr.io/OWNER/lab`. `org` and `user` are accounts of
 * somebody's, so they count in capitals alone.
 */
const ofOwner =
  /(?<=^(?:https?:\/\/|git@|ssh:\/\/git@)?(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|ghcr\.io|quay\.io|docker\.io)[/:])(?:[Ee]xample|EXAMPLE|example-?org|[Mm]y-?[Oo]rg|MY[-_]?ORG|(?:ORG|OWNER|USER)(?:[-_]?NAME)?|ORGANI[SZ]ATION|owner|username|org-?name)(?=\/|$)/;
