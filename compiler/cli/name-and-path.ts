// The arguments `[NAME] [PATH]` of commands that show one thing of a program, or all of them.

/** A lone word that can't be a name, such as `.` or `courses/data8`, is the path. */
export function nameAndPath([first, second]: readonly string[]): {
  readonly name: string | undefined;
  readonly path: string | undefined;
} {
  const isPath = first !== undefined && second === undefined && !/^[A-Za-z][A-Za-z0-9_-]*$/.test(first);
  return isPath ? { name: undefined, path: first } : { name: first, path: second };
}
