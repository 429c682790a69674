// What stands after a name that asks for a secret, `client-secret = …`, in a program's text as it is: also on a line that can't be
// read, in a comment, without quotes or with one that never closes. It tells what to hide, not what is wrong.

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The values of settings that are secrets by their name, where they are written down. In order. */
export function secretsByName(text: string): readonly Stretch[] {
  return [...text.matchAll(setting)].flatMap((match) => {
    const written = match.groups?.["value"] ?? "";
    const end = match.index + match[0].length;
    const start = end - written.length;
    const value = written.trimEnd();
    if (isReference(value)) return [];
    const quoted = /^["']((?:[^"'\\]|\\.)*)/.exec(value)?.[1];
    const literal = quoted ?? unquoted(value);
    const at = start + (quoted === undefined ? 0 : 1);
    return literal === undefined || literal === "" ? [] : [{ start: at, end: at + literal.length }];
  });
}

/** Settings of the vocabulary that take a secret, variables of the environment, keys of the chart, traits and their like. */
const setting =
  /(?:[Ss]ecret|SECRET|[Pp]assword|PASSWORD|[Pp]asswd|PASSWD|[Tt]oken|TOKEN|[Aa]pi[_-]?[Kk]ey|API_KEY|[Aa]ccess[_-]?[Kk]ey|ACCESS_KEY|[Pp]rivate[_-]?[Kk]ey|PRIVATE_KEY)"?[ \t]*=(?!=)[ \t]*(?<value>[^\n\r]+)/g;

/** `secret("path/key")`, a `file("…")`, the name of a constant, a number, a truth. */
function isReference(value: string): boolean {
  return (
    /^(?:secret|file|[a-z]+)\(\s*"[a-z0-9._-]*\/[a-z0-9._/-]*"\s*\)/.test(value) ||
    /^file\(/.test(value) ||
    /^(?:[a-z][a-z-]*|-?\d{1,6})\s*(?:$|[#},])/.test(value) ||
    /^["']?(?:\$\{|\$|<|\{)/.test(value)
  );
}

/** What stands there up to a comment or the end of the block. */
function unquoted(value: string): string | undefined {
  const call = /^[A-Za-z_.]+\(\s*["']?([^"')]*)/.exec(value)?.[1];
  if (call !== undefined) return undefined;
  return /^[^#{}[\]]*/.exec(value)?.[0].trim();
}
