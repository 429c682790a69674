// Settings that a text writes down, as files of programs do and addresses of databases: `password = hunter2` on a line, or
// `host=db user=lab password=hunter2` on one. Prose is none: a line counts where nothing but settings stands on it.

import { isHarmlessValue, isSecretKey, isSecretName } from "./secret-names.ts";

/** A setting whose name says that its value is a secret. Offsets of the value, UTF-16. */
export interface SecretSetting {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Does a variable hold a secret in clear, as its name says, or a setting in its value? */
export function isSecretVariable(name: string, value: string): boolean {
  return isSecretName(name) ? !isHarmlessValue(value) : secretSettings(value).length > 0;
}

/** Those in a text, in order. */
export function secretSettings(text: string): readonly SecretSetting[] {
  const secrets: SecretSetting[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    // A `&` parts settings, as in the query of an address, or belongs to a value.
    const ofLine = separators.map((separator) => settingsOf(line, separator)).find((ones) => ones.length > 0) ?? [];
    secrets.push(...ofLine.map(({ name, start, end }) => ({ name, start: index + start, end: index + end })));
  }
  return secrets;
}

const setting =
  /(?:export[ \t]+|set[ \t]+|--?)?["']?(?<name>[A-Za-z][\w.-]*)["']?[ \t]*(?::=|[:=])[ \t]*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^"'\s#;,]+))/dy;
const settingOfQuery = /(?<name>[A-Za-z][\w.-]*)=(?<bare>[^"'\s#;,&]*)/dy;
const separators = [
  { setting, between: /[ \t]*[,;][ \t]*|[ \t]+/y },
  { setting: settingOfQuery, between: /&/y },
];

/** All of them, where the line holds nothing else; its list mark, braces, last comma and comment aside. */
function settingsOf(line: string, { setting, between }: (typeof separators)[number]): SecretSetting[] {
  const secrets: SecretSetting[] = [];
  let at = /^[ \t]*(?:-[ \t]+)?\{?[ \t]*/.exec(line)?.[0].length ?? 0;
  for (;;) {
    setting.lastIndex = at;
    const match = setting.exec(line);
    if (match === null) return [];
    const { name = "", double, single, bare } = match.groups ?? {};
    const value = double ?? single ?? bare ?? "";
    const [start, end] = match.indices?.groups?.[
      double !== undefined ? "double" : single !== undefined ? "single" : "bare"
    ] ?? [0, 0];
    if (isSecretKey(name.split(".").at(-1) ?? "") && !isHarmlessValue(value) && !isCode(value))
      secrets.push({ name, start, end });
    at += match[0].length;
    if (/^[ \t]*[,;]?[ \t]*\}?[,;]?[ \t]*(?:(?:#|[ \t];).*)?$/.test(line.slice(at))) return secrets;
    between.lastIndex = at;
    const separator = between.exec(line);
    if (separator === null) return [];
    at += separator[0].length;
  }
}

/** What a program works out: `os.environ["X"]`, `get()`, `settings.password`. */
function isCode(value: string): boolean {
  return (
    /[()[\]|]/.test(value) ||
    /^(?:str|int|bool|float|bytes|string|number|boolean|object|any)$/i.test(value) ||
    /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value)
  );
}
