// References to declarations, and to secrets.

import type { ValueNode } from "../../syntax/tree.ts";
import { append } from "../../text/many.ts";
import { badSecretPath, secretAsPath, secretLiteral } from "../secret-diagnostics.ts";
import { type Item, type Target, type Unknown, unknown, type ValueReader, type ValueType } from "../value-type.ts";
import { listMeant } from "./meant-value.ts";
import { code, contents, quote, text, textOf, wrong, wrongButFor } from "./scalars.ts";

/** A reference to one declaration of `kind`, or to a named block inside one (`pool`). */
export function referenceTo(kind: string): ValueType<Target> {
  return {
    name: kind,
    expected: `the name of a ${kind}`,
    shape: { kind: "reference", to: kind },
    read: (node, reader) => {
      const found = reader.targets(node, kind, { single: true });
      return found === unknown ? unknown : (found[0] ?? unknown);
    },
    print: (target) => (target.part === undefined ? target.name : `${target.name}.${target.part}`),
  };
}

/** A text of that type, or a reference to a declaration of `kind`. */
export function orReference(of: ValueType<string>, kind: string): ValueType<string | Target> {
  const reference = referenceTo(kind);
  const type: ValueType<string | Target> = {
    name: `${kind}, or ${of.name}`,
    expected: `${reference.expected}, or ${of.expected}`,
    shape: { kind: "either", of: [reference.shape, of.shape] },
    ...(of.use === undefined ? {} : { use: of.use }),
    read: (node, reader) => {
      if (node.kind !== "path") return of.read(node, reader);
      return reader.constant(node, type) ?? reference.read(node, reader);
    },
    print: (value) => (typeof value === "string" ? of.print(value) : reference.print(value)),
  };
  return type;
}

/** References to any number of declarations of `kind`: a name, a family, or a list of them. */
export function referencesTo(kind: string): ValueType<readonly Item<Target>[]> {
  return {
    name: `${kind}, or list of ${kind}`,
    expected: `the name of a ${kind}, or a list of them`,
    shape: { kind: "list", of: { kind: "reference", to: kind } },
    read: (node, reader) => {
      const items: Item<Target>[] = [];
      for (const item of node.kind === "list" ? node.items : [node]) {
        const found = reader.targets(item, kind);
        if (found === unknown) return unknown;
        append(
          items,
          found.map((value) => ({ value, file: reader.file, start: item.start, end: item.end })),
        );
      }
      return items;
    },
    print: (items) => `[${items.map(({ value }) => value.name).join(", ")}]`,
    of: referenceTo(kind),
  };
}

/** A secret by its name; its value never reaches the compiler. */
export interface SecretReference {
  readonly kind: "secret";
  /** As written: segments joined by `/`. */
  readonly path: string;
  /** The key in a Kubernetes Secret: the path with `.` for `/`. */
  readonly key: string;
}

const pathForm = /^[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/;

/**
 * One word of letters and digits that change places, or a long number in hexadecimal: `hunter2hunter2` is a password, while paths
 * are words, joined by `/`, `-`, `_` and `.`, perhaps with a number or a year.
 */
function isValueLike(path: string): boolean {
  if (/^[0-9a-f]{32,}$/.test(path)) return true;
  const word = path.replace(/20\d\d/, "");
  return /^[a-z0-9]{12,}$/.test(path) && (word.match(/[a-z](?=\d)|\d(?=[a-z])/g) ?? []).length >= 3;
}

function readSecret(node: ValueNode, reader: ValueReader): SecretReference | Unknown {
  if (node.kind !== "call" || node.name.text !== "secret") return wrong(node, reader, secret.expected);
  const { argument } = node;
  if (argument.kind === "unreadable") return unknown;
  if (argument.kind !== "text") {
    const written = reader.file.text.slice(argument.start, argument.end);
    const fixes = pathForm.test(written) ? [reader.offer("Put it in quotes", argument, `"${written}"`)] : [];
    return reader.say(badSecretPath, { found: "This" }, argument, { fixes });
  }
  const path = textOf(argument, reader);
  if (path === unknown) return unknown;
  if (!pathForm.test(path)) return reader.say(badSecretPath, { found: `\`${path}\`` }, argument);
  if (isValueLike(path)) return reader.say(secretAsPath, {}, argument, { hidden: [path] });
  return { kind: "secret", path, key: path.replaceAll("/", ".") };
}

export const secret: ValueType<SecretReference> = {
  name: "secret",
  expected: 'a secret, such as `secret("google/client-secret")`',
  shape: { kind: "scalar" },
  read: (node, reader) => {
    const constant = node.kind === "path" ? reader.constant(node, secret) : undefined;
    if (constant !== undefined) return constant;
    if (node.kind === "unreadable") return unknown;
    if (node.kind === "call") return readSecret(node, reader);
    const path = "app/client-secret";
    const fixes = [reader.offer("Refer to a secret", node, `secret("${path}")`)];
    return reader.say(secretLiteral, { suggestion: path }, node, { fixes });
  },
  print: ({ path }) => `secret(${quote(path)})`,
};

/** A text of that type, or the secret that holds one. */
function orSecret(of: ValueType<string>): ValueType<string | SecretReference> {
  const type: ValueType<string | SecretReference> = {
    name: "text or secret",
    expected: 'a text, or `secret("…")`',
    shape: { kind: "either", of: [of.shape, secret.shape] },
    ...(of.use === undefined ? {} : { use: of.use }),
    read: (node, reader) => {
      if (node.kind === "call" && node.name.text === "secret") return readSecret(node, reader);
      if (node.kind === "path") {
        const constant = reader.constant(node, type);
        if (constant !== undefined) return constant;
      }
      return of.read(node, reader);
    },
    print: (value) => (typeof value === "string" ? of.print(value) : secret.print(value)),
  };
  return type;
}

/** A name, or the secret that holds one. */
export const textOrSecret: ValueType<string | SecretReference> = orSecret(text);

/** What a program reads, or the secret that holds it. */
export const codeOrSecret: ValueType<string | SecretReference> = orSecret(code);

/** All that a file may hold, or a secret. */
export const contentsOrSecret: ValueType<string | SecretReference> = orSecret(contents);

/** People, listed or in a secret list: `["ada"]`, `secret("data8/staff")`, or a list of both. */
export const people: ValueType<readonly Item<string | SecretReference>[]> = {
  name: "list of text, or secret",
  expected: 'a list of usernames, or `secret("…")`',
  shape: { kind: "list", of: textOrSecret.shape },
  read: (node, reader) => {
    const constant = node.kind === "path" ? reader.constant(node, people) : undefined;
    if (constant !== undefined) return constant;
    const items: Item<string | SecretReference>[] = [];
    if (node.kind !== "list" && node.kind !== "call")
      return wrongButFor(node, reader, { expected: people.expected, fixes: listMeant(node, reader) });
    for (const item of node.kind === "list" ? node.items : [node]) {
      const value = item.kind === "call" ? readSecret(item, reader) : username.read(item, reader);
      if (value === unknown) return unknown;
      items.push({ value, file: reader.file, start: item.start, end: item.end });
    }
    return items;
  },
  print: (items) => `[${items.map(({ value }) => textOrSecret.print(value)).join(", ")}]`,
  of: textOrSecret,
};

const username: ValueType<string> = {
  ...text,
  name: "username",
  read: (node, reader) => text.read(node, reader),
};
