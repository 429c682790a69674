// Every value that a piece of Python gives to a name: a variable, an item such as `os.environ["A"]`, a key of a dict, an argument.

import { append } from "../../text/many.ts";
import { matchAt } from "./python-literal.ts";
import { isStringStart, skipString } from "./python-string.ts";

export interface PythonAssignment {
  readonly name: string;
  /** Where the expression begins. */
  readonly valueStart: number;
}

export function pythonAssignments(text: string): readonly PythonAssignment[] {
  const found: PythonAssignment[] = [];
  const cursor = { text, at: 0, problem: undefined };
  while (cursor.at < text.length) {
    const { at } = cursor;
    if (text[at] === "#") cursor.at = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    else if (isStringStart(text, at)) {
      skipString(cursor);
      append(found, byText(text, at, cursor.at));
    } else {
      const name = matchAt(/[A-Za-z_]\w*/y, text, at)?.[0];
      const after = name === undefined ? null : matchAt(/[ \t]*(?::[ \t]*[\w.[\], ]+)?=(?!=)/y, text, at + name.length);
      if (name !== undefined && after !== null) found.push({ name, valueStart: at + name.length + after[0].length });
      cursor.at += name?.length ?? 1;
    }
  }
  return found;
}

/** `"A": …`, `["A"] = …`, `setdefault("A", …)`, `putenv("A", …)`. */
function byText(text: string, start: number, end: number): PythonAssignment[] {
  const name = /^["']([A-Za-z_][\w-]*)["']$/.exec(text.slice(start, end))?.[1];
  const after = name && matchAt(/\s*:|[ \t]*\][ \t]*=(?!=)|\s*,/y, text, end);
  if (!name || !after) return [];
  const isArgument =
    after[0].endsWith(",") &&
    !/(?:setdefault|putenv|__setitem__)\(\s*$/.test(text.slice(Math.max(0, start - 30), start));
  return isArgument ? [] : [{ name, valueStart: end + after[0].length }];
}
