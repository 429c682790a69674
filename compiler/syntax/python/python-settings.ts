// What a piece of Python sets of the hub's configuration: lines such as `c.KubeSpawner.mem_limit = "2G"`.

/** One trait that a piece sets or changes. */
export interface PythonSetting {
  readonly className: string;
  readonly trait: string;
  /** What it is set to, where that is a plain value; absent where only the hub knows. */
  readonly value: string | number | boolean | null | undefined;
}

const assignment =
  /^([ \t]*)c\.([A-Za-z_]\w*)\.([A-Za-z_]\w*)[ \t]*(=(?!=)|[-+|]=|\.(?:update|append|extend|insert|clear|pop)\()(.*)$/gm;

/** In the order of the piece. A line within a text is taken for one too: what follows from it is left unsaid, never said wrongly. */
export function pythonSettings(text: string): PythonSetting[] {
  return [...text.matchAll(assignment)].map(([, indent, className = "", trait = "", operator, rest = ""]) => ({
    className,
    trait,
    value: indent === "" && operator === "=" ? plainValue(rest.replace(/\s+#.*$/, "").trim()) : undefined,
  }));
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ["True", true],
  ["False", false],
  ["None", null],
]);

function plainValue(written: string): PythonSetting["value"] {
  const word = words.get(written);
  if (word !== undefined) return word;
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return Number(written);
  return /^(["'])([^"'\\]*)\1$/.exec(written)?.[2];
}
