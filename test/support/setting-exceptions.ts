// What a setting need not do, and why: by its way from the declaration, as the test of every setting names it.

/** Settings that change no output and no finding. One of them that changes any is to be taken off. */
export const changesNothing: Readonly<Record<string, string>> = {
  "project/projects": "which folders are read is decided before there is a program: node/find-project.ts",
  "project/docs": "where messages lead; their texts are the same",
  "storage claim/size": "whoever makes the claim says how much it holds",
  "storage memory/keep": "nothing persists, and so nothing is kept",
  "storage dynamic/path": "everybody has a volume of their own",
  "storage memory/path": "everybody has a volume of their own",
  "hub/moved/from": "allows what a plan refuses: test/plan/refused-changes.test.ts",
  "hub/moved/to": "allows what a plan refuses: test/plan/refused-changes.test.ts",
  "policy provider/message": "is said where the policy is broken, which is an error",
  "machine/price-date": "is told by `hubc capacity`",
};
