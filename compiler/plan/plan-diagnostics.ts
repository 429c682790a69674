// What a build would do to what an earlier build deployed, and must not do in silence. Given by `hubc build` where the output folder
// holds an earlier build, and by nothing else, so that none of it can be allowed in the program: `hubc build --moved` says that the work
// was moved.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

const storage = (server: string) => `storage nfs homes {\n  server = "${server}"\n  export = "/homes"\n}\n`;

export const immutableField = defineDiagnostic<{ object: string; field: string; was: string; way: string }>({
  code: "plan/immutable-field",
  severity: "error",
  title: "A change that Kubernetes refuses",
  why: "Some fields can't be changed on an object that exists: where a volume has its files, which class a claim is of, the parameters of a class. The API server refuses such a change in the middle of a deploy. A storage under another name gets a volume and a claim of its own; the work is copied there before people are sent to it. Where the old objects were deleted by hand, `hubc build --moved` writes the change.",
  wrong: storage("10.0.0.3"),
  right: storage("10.0.0.2"),
  message: ({ object, field, was, way }) =>
    `Kubernetes refuses this change of ${object}, which an earlier build made: \`${field}\` was ${was}. ${way}`,
});

export const homesElsewhere = defineDiagnostic<{ release: string; was: string; is: string }>({
  code: "plan/homes-elsewhere",
  severity: "error",
  title: "People would find an empty home",
  why: "Where the homes come from another claim or another folder than before, everybody's server starts with an empty home, and the work lies where nobody looks. Copy the homes to the new place first, while nobody works, and say so by `hubc build --moved`.",
  wrong: storage("10.0.0.3"),
  right: storage("10.0.0.2"),
  message: ({ release, was, is }) =>
    `The homes of ${release} would come from ${is}, and came from ${was}: people would find an empty home. Copy the homes first, then build with \`--moved\`.`,
});
