// The one spelling of a path that `file("…")` names, and what of it can be judged without looking at the disk.

/** The path without `.` and `..`, relative to the project's root, or nothing where it leaves the project. */
export function assetPath(written: string): string | undefined {
  if (written.startsWith("/") || written.includes("\\") || written.includes("\0")) return undefined;
  const parts: string[] = [];
  for (const part of written.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The part of a path that hides the file: a name that begins with a dot. */
export function hiddenPart(path: string): string | undefined {
  return path.split("/").find((part) => part.startsWith("."));
}
