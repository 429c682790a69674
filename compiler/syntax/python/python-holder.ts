// Where a piece of Python names a part of the hub's configuration: `c`, `c.Authenticator`, `c["Authenticator"].allowed_users["k"]`,
// `getattr(c, "Authenticator")`, `get_config().Authenticator`.

import { matchAt } from "./python-literal.ts";
import type { PythonHolder } from "./python-names.ts";

export interface HeldPlace {
  readonly holder: PythonHolder;
  /** The offset behind it. */
  readonly end: number;
}

/** The part that the name at an offset stands for, without what follows it. */
export function holderAt(text: string, at: number, names: ReadonlyMap<string, PythonHolder>): HeldPlace | undefined {
  const call = matchAt(/get_config\(\s*\)/y, text, at);
  if (call !== null) return { holder: { kind: "config" }, end: at + call[0].length };
  const getter = matchAt(/getattr\(\s*/y, text, at);
  if (getter !== null) return gotten(text, at + getter[0].length, names);
  const name = matchAt(/[A-Za-z_]\w*/y, text, at)?.[0];
  const holder = name === undefined ? undefined : names.get(name);
  return holder && name !== undefined ? { holder, end: at + name.length } : undefined;
}

/** `c, "Authenticator")`. */
function gotten(text: string, at: number, names: ReadonlyMap<string, PythonHolder>): HeldPlace | undefined {
  const first = holderAt(text, at, names);
  const found = first && followHolder(text, first);
  const rest = found && matchAt(/\s*,\s*(["'])([A-Za-z_]\w*)\1\s*\)/y, text, found.end);
  if (!rest || found.holder === undefined) return undefined;
  const holder = memberOf(found.holder, rest[2] ?? "", "dot");
  return holder && { holder, end: found.end + rest[0].length };
}

/**
 * The part with all its members, up to a method or to what is done with it; without a holder where a member of the configuration or of a class
 * is worked out. `known part`: as far as it is written out.
 */
export function followHolder(
  text: string,
  from: HeldPlace,
  how: "all" | "known part" = "all",
): { readonly holder: PythonHolder | undefined; readonly end: number } {
  let { holder, end } = from;
  for (;;) {
    const named = matchAt(
      /[ \t]*(?:\.[ \t]*([A-Za-z_]\w*)(?![\w(]|[ \t]+\()|\[[ \t]*(["'])([^"'\\\n]*)\2[ \t]*\])/y,
      text,
      end,
    );
    if (named !== null) {
      const next = memberOf(holder, named[1] ?? named[3] ?? "", named[1] === undefined ? "item" : "dot");
      if (next === undefined) return { holder, end };
      holder = next;
      end += named[0].length;
      continue;
    }
    const opened = matchAt(/[ \t]*\[/y, text, end);
    const close = opened === null ? undefined : closingBracket(text, end + opened[0].length - 1);
    if (close === undefined || how === "known part") return { holder, end };
    if (holder.kind !== "trait") return { holder: undefined, end: close };
    holder = { ...holder, keys: undefined };
    end = close;
  }
}

/** Classes begin with a capital letter (traitlets 5, Config). */
function memberOf(holder: PythonHolder, name: string, how: "dot" | "item"): PythonHolder | undefined {
  if (holder.kind === "config") return /^[A-Z]\w*$/.test(name) ? { kind: "class", className: name } : undefined;
  if (holder.kind === "class")
    return /^[A-Za-z_]\w*$/.test(name)
      ? { kind: "trait", className: holder.className, trait: name, keys: [] }
      : undefined;
  if (how === "dot") return undefined;
  return { ...holder, keys: holder.keys && [...holder.keys, name] };
}

/** The offset behind the bracket that closes the one at an offset; nothing where the piece ends before. Texts are passed over roughly. */
export function closingBracket(text: string, at: number): number | undefined {
  let depth = 0;
  const parts = /[([{]|[)\]}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g;
  parts.lastIndex = at;
  for (let match = parts.exec(text); match !== null; match = parts.exec(text)) {
    if (/^[([{]/.test(match[0])) depth++;
    else if (/^[)\]}]/.test(match[0])) depth--;
    if (depth === 0 && /^[)\]}]/.test(match[0])) return parts.lastIndex;
  }
  return undefined;
}
