// What can be wrong with the blocks that go past the vocabulary: `values`, `config` and `python`.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

/** A problem after the name of its value; one that ends with a question is a sentence already. */
const problemWords = ({ path, problem }: { readonly path: string; readonly problem: string }) =>
  `\`${path}\` ${problem}${problem.endsWith("?") ? "" : "."}`;

/** A version of the chart that the project names, and a later one that has what this one lacks. */
export interface LaterChart {
  readonly named: string;
  readonly later: string;
}

const inLater = ({ named, later }: LaterChart) =>
  `in the chart \`${named}\`, which the project names: \`${later}\` has it.`;

export const unknownKey = defineDiagnostic<{
  path: string;
  within: string;
  suggestion: string | undefined;
  chart?: LaterChart | undefined;
}>({
  code: "values/unknown-key",
  title: "A key that the chart does not know",
  why: "Helm refuses values with a key that the chart's schema does not have, so that nothing at all is deployed.",
  message: ({ path, within, suggestion, chart }) =>
    chart !== undefined
      ? `There is no \`${path}\` ${inLater(chart)}`
      : `The chart knows no \`${path}\`${within === "" ? "" : ` in \`${within}\``}${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const wrongValue = defineDiagnostic<{ path: string; expected: string; found: string }>({
  code: "values/wrong-type",
  title: "A value that the chart or JupyterHub does not take",
  why: "Helm refuses values of another type than the chart's schema says, and JupyterHub does not start with a trait of another type.",
  message: ({ path, expected, found }) => `\`${path}\` takes ${expected}, not ${found}.`,
});

export const incomplete = defineDiagnostic<{ path: string; needs: string }>({
  code: "values/incomplete",
  title: "Values that lack a part",
  why: "Some maps of the chart are of use only with all their parts, and helm refuses them without.",
  message: ({ path, needs }) =>
    path === "" ? `The chart needs ${needs}, which \`null\` takes away.` : `\`${path}\` needs ${needs}.`,
});

export const clash = defineDiagnostic<{ path: string; by: "hubc" | "block"; setting: string | undefined }>({
  code: "values/clash",
  title: "Values that contradict what the vocabulary sets",
  why: "What a block of the vocabulary says, hubc writes into the values, and other outputs count on it. Two writers of one value hide each other, so the one in the vocabulary is changed, or this one goes.",
  message: ({ path, by, setting }) =>
    by === "hubc"
      ? `hubc writes \`${path}\` itself${setting === undefined ? "" : `, from ${setting}`}: change that, or take this away.`
      : `\`${path}\` is set in two blocks: keep one.`,
});

export const pitfall = defineDiagnostic<{ path: string; problem: string }>({
  code: "values/does-not-work",
  title: "Values that helm takes and that do not work",
  why: "Helm checks the form of values, and little of what they come to. With these the hub would not start, or no server would, or a setting would do nothing, or something would be lost.",
  message: problemWords,
});

export const noEffect = defineDiagnostic<{ path: string; problem: string }>({
  code: "values/no-effect",
  severity: "info",
  title: "Values that do nothing here",
  why: "They harm nothing, and a template that several hubs share may well hold them. Whoever reads them should know that they are not what holds.",
  message: problemWords,
});

export const movingImage = defineDiagnostic<{ path: string; problem: string }>({
  code: "values/moving-image",
  severity: "warning",
  title: "An image of a profile that changes under its name",
  why: "A moving tag is another image every week: what worked in the first lecture breaks in the tenth, and nodes that kept an old copy run two at once.",
  message: problemWords,
});

export const lacking = defineDiagnostic<{ path: string; problem: string }>({
  code: "values/lacking",
  severity: "warning",
  title: "Values that lack what goes with them",
  why: "Helm and the cluster take these values, and the hub opens. What is missing shows later: a certificate that browsers refuse, an upload that fails. The block of the vocabulary writes the whole of it.",
  message: problemWords,
});

export const unknownTrait = defineDiagnostic<{
  className: string;
  trait: string;
  suggestion: string | undefined;
  /** The suggestion is what the trait is called today. */
  renamed: boolean;
  chart?: LaterChart | undefined;
}>({
  code: "values/unknown-trait",
  title: "A trait that its class does not have",
  why: "JupyterHub passes over a trait that is misspelt and only logs that it was not recognized, so that the hub runs without it.",
  message: ({ className, trait, suggestion, renamed, chart }) => {
    if (chart !== undefined) return `\`${className}\` has no trait \`${trait}\` ${inLater(chart)}`;
    const meant = renamed ? `: it is called \`${suggestion}\` today.` : `: did you mean \`${suggestion}\`?`;
    return `\`${className}\` has no trait \`${trait}\`${suggestion === undefined ? "." : meant}`;
  },
});

export const unknownClass = defineDiagnostic<{ className: string; suggestion: string | undefined }>({
  code: "values/unknown-class",
  severity: "warning",
  title: "A class that the hub's image does not have",
  why: "JupyterHub passes over the configuration of a class that it does not use, such as one that is misspelt. A class of one's own is fine: allow it with a reason.",
  message: ({ className, suggestion }) =>
    `No class of the hub's image is called \`${className}\`${suggestion === undefined ? ", so its configuration may have no effect." : `: did you mean \`${suggestion}\`?`}`,
});

export const unfitTrait = defineDiagnostic<{ path: string; reason: string }>({
  code: "values/unfit-trait",
  title: "A trait that has no place in hub.config",
  why: "The chart builds some traits itself: the home, the label by which servers reach the hub, the container that closes the metadata server. A trait in `hub.config` replaces all of it, and a few the chart takes out again.",
  message: ({ path, reason }) => `\`${path}\` has no place here: ${reason}.`,
});

export const pythonSyntax = defineDiagnostic<{ name: string; problem: string; place: string }>({
  code: "values/python-syntax",
  title: "A piece of Python that can't be read",
  why: "The hub runs these pieces when it starts; one that Python can't read keeps the hub from starting, for everybody.",
  message: ({ problem, place }) => `${problem}${place}.`,
});

export const notPlain = defineDiagnostic<{ found: string; instead: string }>({
  code: "values/not-plain",
  title: "A value in this language's units among the chart's own",
  why: "The chart's values go past the vocabulary as they are written: each has a form of its own for sizes, times and dates, which is not this language's.",
  message: ({ found, instead }) => `The chart can't take ${found}: write ${instead}.`,
});

export const secretValue = defineDiagnostic<{ path: string }>({
  code: "values/secret",
  title: "A secret where the chart takes only its text",
  why: "Values are a plain file. hubc never sees the text of a secret, and the chart takes a reference to one only for environment variables (`extraEnv`).",
  message: ({ path }) =>
    `\`${path}\` would hold the secret's text. Give it to a variable in \`hub.extraEnv\`, which a \`python\` block can read, or put it into the Secret that \`hub.existingSecret\` names.`,
});

export const tooLarge = defineDiagnostic<{ release: string; size: string }>({
  code: "values/too-large",
  title: "More values than a Secret holds",
  why: "The chart keeps all values of a release in one Secret, and Kubernetes takes none above 1 MiB, so that the release could not be installed. Long lists of people and hundreds of courses come to that.",
  message: ({ release, size }) =>
    `The values of \`${release}\` come to ${size}, and the chart keeps them in a Secret, which holds 1 MiB: keep lists of people in a \`secret\`, or put courses on another hub.`,
});
