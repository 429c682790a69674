// What can be wrong with a values file as YAML, before any of it means something.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const yamlSyntax = defineDiagnostic<{ problem: string }>({
  code: "yaml/syntax",
  language: "yaml",
  severity: "error",
  title: "A values file that helm can't read",
  why: "Helm stops at the first place that is not YAML, and deploys nothing.",
  wrong: "hub:\n\tdb:\n    type: sqlite-memory\n",
  right: "hub:\n  db:\n    type: sqlite-memory\n",
  message: ({ problem }) => `This is not YAML: ${problem}.`,
});

export const duplicateKey = defineDiagnostic<{ key: string; line: number }>({
  code: "yaml/duplicate-key",
  language: "yaml",
  severity: "error",
  title: "A key that stands twice in one map",
  why: "Helm keeps the last of them and says nothing, so that all that stands below the first is lost.",
  wrong: "hub:\n  db:\n    type: sqlite-memory\nhub:\n  concurrentSpawnLimit: 20\n",
  right: "hub:\n  db:\n    type: sqlite-memory\n  concurrentSpawnLimit: 20\n",
  message: ({ key, line }) =>
    `\`${key}\` stands here a second time: helm keeps this one and drops what line ${line} says. Put both together.`,
});

export const severalDocuments = defineDiagnostic({
  code: "yaml/several-documents",
  language: "yaml",
  severity: "error",
  title: "A values file of several documents",
  why: "Helm reads the first document of a values file and passes over the others without a word.",
  wrong: "hub:\n  concurrentSpawnLimit: 20\n---\nsingleuser:\n  startTimeout: 600\n",
  right: "hub:\n  concurrentSpawnLimit: 20\nsingleuser:\n  startTimeout: 600\n",
  message: () => "Helm reads only what stands above this line: put it all into one document, or into another file.",
});

export const notAMap = defineDiagnostic<{ found: string }>({
  code: "yaml/not-a-map",
  language: "yaml",
  severity: "error",
  title: "Values that are no map",
  why: "A values file maps keys of the chart to values; helm refuses anything else.",
  wrong: "- hub\n- singleuser\n",
  right: "hub: {}\nsingleuser: {}\n",
  message: ({ found }) => `A values file is a map of keys and values, not ${found}.`,
});
