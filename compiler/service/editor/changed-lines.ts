// The difference of two texts by lines, as small as it is cheap to find: equal lines at both ends are set aside, and what lies
// between is compared line by line where it is not too long for that.

/** The lines `from` up to, not including, `to` (from 0) give way to `lines`, each with its line end. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Comparing takes the product of the two lengths; above this many steps the whole middle is one change. */
const MOST_STEPS = 4_000_000;

/** The changes that make `after` out of `before`, in order, with at least one equal line between two. */
export function changedLines(before: string, after: string): readonly LineChange[] {
  const old = linesOf(before);
  const next = linesOf(after);
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start++;
  let [oldEnd, nextEnd] = [old.length, next.length];
  while (oldEnd > start && nextEnd > start && old[oldEnd - 1] === next[nextEnd - 1]) {
    oldEnd--;
    nextEnd--;
  }
  if (start === oldEnd && start === nextEnd) return [];
  const middle = { old: old.slice(start, oldEnd), next: next.slice(start, nextEnd) };
  if (middle.old.length * middle.next.length > MOST_STEPS) return [{ from: start, to: oldEnd, lines: middle.next }];
  return compare(middle.old, middle.next).map(({ from, to, lines }) => ({ from: from + start, to: to + start, lines }));
}

/** By a longest common subsequence of lines. */
function compare(old: readonly string[], next: readonly string[]): LineChange[] {
  const width = next.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let k = next.length - 1; k >= 0; k--) {
      const [down, right] = [longest[(i + 1) * width + k] ?? 0, longest[i * width + k + 1] ?? 0];
      longest[i * width + k] = old[i] === next[k] ? (longest[(i + 1) * width + k + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  const changes: { from: number; to: number; lines: string[] }[] = [];
  const changeAt = (line: number) => {
    const last = changes.at(-1);
    if (last !== undefined && last.to === line) return last;
    const fresh = { from: line, to: line, lines: [] };
    changes.push(fresh);
    return fresh;
  };
  let [i, k] = [0, 0];
  while (i < old.length || k < next.length) {
    const line = next[k];
    if (i < old.length && old[i] === line) {
      i++;
      k++;
      continue;
    }
    const change = changeAt(i);
    const skipsOld =
      line === undefined ||
      (i < old.length && (longest[(i + 1) * width + k] ?? 0) >= (longest[i * width + k + 1] ?? 0));
    if (skipsOld) change.to = ++i;
    else {
      change.lines.push(line);
      k++;
    }
  }
  return changes;
}

/** The lines of a text, each with its line end. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}
