// What a solver that failed has to say, out of all that it printed: the conflict, and not the stack of the program that found it.

import { withoutLogin } from "../lock/git-address.ts";

/** At most twelve lines, without names and passwords in addresses. */
export function solverComplaint(printed: string): readonly string[] {
  const lines = withoutLogin(printed)
    .split(/\r?\n/)
    .map((line) => line.trimEnd().slice(0, LONGEST_LINE))
    .filter((line) => line !== "");
  const conflict = lines.findIndex((line) => line.startsWith("Could not lock the environment"));
  if (conflict < 0) return withoutStacks(lines).slice(-MOST_LINES);
  const rest = lines.slice(conflict);
  const end = rest.findIndex((line) => /^\s+Command:|^Traceback \(/.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).slice(0, MOST_LINES);
}

/** Conflicts are explained over several lines. */
const MOST_LINES = 12;
const LONGEST_LINE = 400;

/** Without Python's stacks, whose last line, the only one that is not indented, says what happened. */
function withoutStacks(lines: readonly string[]): readonly string[] {
  let inStack = false;
  return lines.filter((line) => {
    if (line.startsWith("Traceback (")) {
      inStack = true;
      return false;
    }
    if (inStack && /^\s/.test(line)) return false;
    inStack = false;
    return true;
  });
}
