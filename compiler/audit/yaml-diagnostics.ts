// What can be wrong with a values file as YAML, before any of it means something.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const yamlSyntax = defineDiagnostic<{ problem: string }>({
  code: "yaml/syntax",
  title: "A values file that helm can't read",
  why: "Helm stops at the first place that is not YAML, and deploys nothing.",
  message: ({ problem }) => `This is not YAML: ${problem}.`,
});

export const duplicateKey = defineDiagnostic<{ key: string; line: number }>({
  code: "yaml/duplicate-key",
  title: "A key that stands twice in one map",
  why: "Helm keeps the last of them and says nothing, so that all that stands below the first is lost.",
  message: ({ key, line }) =>
    `\`${key}\` stands here a second time: helm keeps this one and drops what line ${line} says. Put both together.`,
});

export const severalDocuments = defineDiagnostic({
  code: "yaml/several-documents",
  title: "A values file of several documents",
  why: "Helm reads the first document of a values file and passes over the others without a word.",
  message: () => "Helm reads only what stands above this line: put it all into one document, or into another file.",
});

export const notAMap = defineDiagnostic<{ found: string }>({
  code: "yaml/not-a-map",
  title: "Values that are no map",
  why: "A values file maps keys of the chart to values; helm refuses anything else.",
  message: ({ found }) => `A values file is a map of keys and values, not ${found}.`,
});
