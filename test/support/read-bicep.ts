// Reads the part of Bicep that the outputs use: resources whose members stand on a line each. (test/integration/formats has them read by
// two grammars of others.)

export interface BicepResource {
  readonly type: string;
  readonly api: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/** @throws Error for what is not of that part. */
export function readBicep(text: string): BicepResource[] {
  const blocks = text.matchAll(/^resource \w+ '([^'@]+)@([^']+)' = \{\n(.*?)^\}$/gms);
  return [...blocks].map(([, type = "", api = "", body = ""]) => ({ type, api, members: membersOf(`{\n${body}}`) }));
}

/** Made into JSON: keys and texts in double quotes, commas where a line ends. */
function membersOf(body: string): Readonly<Record<string, unknown>> {
  const quoted = body
    .replace(/'((?:[^'\\]|\\.)*)'/g, (_, inner: string) => JSON.stringify(inner.replace(/\\(.)/g, "$1")))
    .replace(/^( *)(\w+): /gm, '$1"$2": ')
    .replace('"parent": cluster', '"parent": "cluster"');
  const json = quoted.replace(/([^{[\n])\n(?= *[^ \]}])/g, "$1,\n");
  const read: unknown = JSON.parse(json);
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new Error(`no members: ${json}`);
  return { ...read };
}
