// What a course's area may do only where the operators grant it. Settings and blocks of the vocabulary name the grant that they need.

export const grants = [
  "scopes",
  "workspaces",
  "sizes",
  "people",
  "root",
  "variables",
  "mounts",
  "gpu",
  "allowances",
  "any-image",
] as const;

export type Grant = (typeof grants)[number];
