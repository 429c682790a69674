// What can be wrong with Kubernetes objects of one's own.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const unreadableManifest = defineDiagnostic<{ reason: string; place: string }>({
  code: "manifest/unreadable",
  title: "Objects that are no YAML",
  why: "`kubectl apply` stops at a file that it can't read, and what comes after it is not applied.",
  message: ({ reason, place }) => `This is no YAML: ${reason} (${place}).`,
});

export const noObject = defineDiagnostic<{ needs: string; place: string }>({
  code: "manifest/no-object",
  title: "A document that is no Kubernetes object",
  why: "An object has an `apiVersion`, a `kind` and a name of lower-case letters, digits, `-` and `.`; without them the cluster refuses it.",
  message: ({ needs, place }) => `The object ${place} needs ${needs}.`,
});

export const otherNamespace = defineDiagnostic<{ object: string; namespace: string; release: string; place: string }>({
  code: "manifest/other-namespace",
  title: "An object in another namespace than its release",
  why: "Each stage of a hub has a namespace of its own. An object that names another one would be shared by stages, or be somebody else's.",
  message: ({ object, namespace, release, place }) =>
    `${object} is in the namespace \`${namespace}\` (${place}), and the release is in \`${release}\`. Leave the namespace out: the release's own is then used.`,
});

export const sameObject = defineDiagnostic<{ object: string; by: "hubc" | "manifest" | "release"; place: string }>({
  code: "manifest/same-object",
  title: "One object written twice",
  why: "Of two objects of one kind and name the cluster keeps the one that is applied last.",
  message: ({ object, by, place }) =>
    by === "hubc"
      ? `${object} (${place}) is one that hubc writes itself: take it away.`
      : by === "manifest"
        ? `${object} (${place}) is there twice: keep one.`
        : `${object} (${place}) belongs to the whole cluster, and another release on it brings one of that name: name it in one stage of one hub.`,
});

export const secretData = defineDiagnostic<{ object: string; place: string }>({
  code: "manifest/secret-data",
  title: "A Secret with its values",
  why: "What stands in a file of the repository is read by everybody who has it, for ever; base64 hides nothing.",
  message: ({ object, place }) =>
    `${object} (${place}) holds its values: make it with \`kubectl create secret\`, or write an object that brings it, such as an ExternalSecret.`,
});

export const unknownKind = defineDiagnostic<{ problem: string; place: string }>({
  code: "manifest/unknown-kind",
  title: "A kind that Kubernetes does not have",
  why: "`kubectl apply` stops at an object of a kind that the cluster does not know. Kinds that others bring are of a group of their own, with a dot in its name.",
  message: ({ problem, place }) => `${problem} (${place}).`,
});

export const unfitField = defineDiagnostic<{ object: string; problem: string; place: string }>({
  code: "manifest/unfit-field",
  title: "An object that Kubernetes does not take as it is",
  why: "Kubernetes 1.34 refuses an object with a field that its kind does not have, or with a value of another type. In YAML `yes`, `1` and `1.5` are no texts: a label or a variable that is meant as one stands in quotes.",
  message: ({ object, problem, place }) => `${problem} (${object}, ${place}).`,
});
