// What stands after a name that asks for a secret, `client-secret = …`, in a program's text as it is: also on a line that can't be
// read, without quotes or with one that never closes. It tells what to hide, not what is wrong.

import { isNameOfSecret } from "../knowledge/secret-names.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Of every setting that is a secret by its name, what is written in place of a reference, to the end of the line. In order. */
export function secretsByName(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const search = new RegExp(setting.source, setting.flags);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    if (match[0] === "") search.lastIndex++;
    const written = match.groups?.["value"] ?? "";
    if (written === "") continue;
    const end = match.index + match[0].length;
    const start = end - written.length;
    // Another setting of the line may hold a secret.
    if (isReference(written)) {
      search.lastIndex = start + 1;
      continue;
    }
    const code = computed.exec(written)?.[0];
    if (code !== undefined) {
      stretches.push(...textsIn(code, start));
      search.lastIndex = start + code.length;
      continue;
    }
    // A text that ends, before something that can't belong to it, is all of the secret.
    const secret = closedText.exec(written)?.[1];
    if (secret !== undefined) {
      if (!isNameOfSecret(secret)) stretches.push({ start: start + 1, end: start + 1 + secret.length });
      search.lastIndex = start + secret.length + 2;
      continue;
    }
    const closing = /[\s}]*$/.exec(written)?.[0].length ?? 0;
    stretches.push({ start, end: end - closing });
  }
  return stretches;
}

/** Then the line ends, or goes on with words alone, or with another setting or block. */
const closedText = /^"([^"\\]+)"(?=[\s}#]*$|[ \t]+[A-Za-z][^"'“`(+]*$|[ \t,}]+"?[A-Za-z][\w.-]*"?[ \t]*[={])/;

/** What a program works out: `os.environ["X"]`, `await get_token(user)`, `user.token`. A text in it may be a secret, and its names are none. */
const computed =
  /^(?:await[ \t]+)?(?:(?:[A-Za-z_]+\.)*[A-Za-z_]+(?:[([](?:[A-Za-z_.,=:([\] \t-]|"[^"\\\r\n]*"|'[^'\\\r\n]*')*[)\]])+|[a-z_]+(?:\.[a-z_]+)+)(?=[ \t]*(?:$|[#,;)\]}:.]))/;

/** The texts in a line of code, but for those by which something is looked up: `state["access_token"]`, `state.get("access_token")`. */
function textsIn(code: string, at: number): readonly Stretch[] {
  return [...code.matchAll(/(["'])((?:[^"'\\]|\\.)*)\1?/g)].flatMap(({ 2: text = "", index }) => {
    const isKey = /(?:\w\[|\.get\(|\bgetenv\()[ \t]*$/.test(code.slice(0, index));
    return text === "" || isKey || isNameOfSecret(text)
      ? []
      : [{ start: at + index + 1, end: at + index + 1 + text.length }];
  });
}

/** The words of a stretch, each of which a message may repeat by itself. */
export function wordsOf(written: string): readonly string[] {
  return written.match(/[^\s"'`“”()[\]{},=]{6,}/g) ?? [];
}

/** Names as people write them, with the usual slips. `secret` alone, `existingSecret` and `imagePullSecret` name a Secret. */
const asksForSecret =
  /(?:(?<!xisting|Pull|xisting-|pull-)(?<=[A-Za-z][_-]?)(?:s(?:ecret|ecert|ercet|ecrt|ecet|ceret|cret|erect)|Se?cret|SECRET)|[Pp]ass?word|PASSWORD|[Pp]asswd|PASSWD|[Tt]oken|TOKEN|[Aa]pi[_-]?[Kk]ey|API_KEY|[Aa]ccess[_-]?[Kk]ey|ACCESS_KEY|[Pp]rivate[_-]?[Kk]ey|PRIVATE_KEY)/
    .source;

/** `name =` and `client_name:` anywhere in a line; at its beginning, and in a map of YAML, also `name:`, `name {` and `name` alone before its value. */
const setting = new RegExp(
  `(?:${asksForSecret}"?[ \\t]*[-+]?={1,2}|(?:^|[{,])[ \\t]*"?[A-Za-z_-]*${asksForSecret}"?(?:[ \\t]*[:{]|(?=[ \\t]+["'“]))|[A-Za-z][_-]${asksForSecret}"?[ \\t]*:(?![:/]))[ \\t]*(?<value>(?:"""[^"]*(?:"""|$)|[^\\n\\r])*)`,
  "gm",
);

/** `secret("path/key")` as it ought to be, a file, the name of a constant, a count, a truth; not a value that only begins so. */
function isReference(value: string): boolean {
  return (
    /^secret\(\s*"(?:[a-z0-9._-]+(?:\/[a-z0-9._-]+)+|[a-z._-]+)"\s*\)\s*(?:$|[#}]|[a-z])/.test(value) ||
    /^file\("[^"]*"\)\s*(?:$|[#}])/.test(value) ||
    /^(?:[a-z_][a-z_-]*|-?\d{1,6})\s*(?:$|[#}])/.test(value) ||
    /^(?:None|True|False|str|bytes|int|bool|dict)\b(?!-)/.test(value) ||
    /^["']?(?:\$\{[a-z-]+\}|<[^>]*>)["']?\s*(?:$|[#}])/.test(value) ||
    (/^""/.test(value) && !/^"""/.test(value))
  );
}
