// The limits of what is read. Nothing that somebody writes for use comes near one; what goes beyond is said, at the place where it
// does, so that no text makes a command hang, fill the memory or overflow the stack.

export const limits = {
  /** Bytes of one `.hub` file: ten thousand courses have four million. */
  sourceFile: 8 * 2 ** 20,

  /** Levels of brackets, maps and blocks in one another. Each level is some calls deep in the grammar and in whatever reads its tree. */
  nesting: 60,

  /** Characters of a line that can't be read, in which slips of other languages are looked for: the patterns go over it many times. */
  slipLine: 300,

  /** Names in one key path. Kubernetes objects and the chart go 20 levels deep. */
  keyPath: 50,

  /** Levels that constants in constants add up to, with the lists and maps around them: each is read inside of the one before. */
  constantDepth: 200,

  /** How often constants stand in one another, counted through: ten that hold the next one ten times come to ten thousand million. */
  constantsInConstant: 10_000,

  /** How often constants are filled in while one declaration is read. A list of a thousand people that all take one has a thousand. */
  filledIn: 100_000,

  /** Characters that constants add to the texts of one declaration. */
  filledInCharacters: 2 ** 24,

  /** Declarations that extend one another in a row. Each is merged onto the next, and every value knows all that it passed. */
  parents: 60,

  /** Members of one family: a class has some hundred teams. */
  family: 500,

  /** Characters of one text: Kubernetes keeps no Secret and no ConfigMap above 1 MiB (1.34, core/v1, `MaxSecretSize`). */
  text: 2 ** 20,

  /** Characters of the name of a block, as of an exam. */
  label: 100,

  /** Digits before the point of a number. More are not kept exactly by what reads JSON and YAML, which counts up to 2^53. */
  digits: 15,

  /** Bytes of one message of an editor. The largest file that is read, with every character escaped in JSON, stays below. */
  message: 128 * 2 ** 20,

  /** Levels of brackets in a pattern of a policy. */
  patternNesting: 50,

  /** Repetitions that a pattern may ask for, and steps that it may come to: it is tried at every character. */
  patternRepeats: 200,
  patternSteps: 5000,

  /** Levels of brackets in the marker of a Python package; pip's own reader overflows at some hundred. */
  markerNesting: 20,

  /** Parts that a YAML text may come to once every alias is what it stands for: a few lines can come to thousands of millions. */
  yamlParts: 200_000,

  /** Levels of maps and lists of a values file that exists. */
  yamlDepth: 200,

  /** Folders in one another in which values files are looked for. */
  folderDepth: 30,
} as const;
