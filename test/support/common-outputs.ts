// Outputs that every program has say much the same in each. The examples hold all of theirs; of the fixtures, only those that are
// named here beside an output. So a changed sentence on a page is read in a few programs, and a new page is a few new files.

/** Paths of the outputs that every program has, and the fixtures that are about them. */
const commonOutputs: readonly (readonly [path: RegExp, fixtures: readonly string[]])[] = [
  [/^index\.html$/, ["pages-and-dates"]],
  [/^hubc-manifest\.json$/, []],
  [/^ci\/(README\.md|build-image\.sh|images\.txt|github\/hubc-(check|images|plan|plan-comment)\.yml)$/, ["ci-systems"]],
  [/^courses\/[^/]+\/links\.(csv|html|json|md)$/, ["course-side", "courses-by-group"]],
  [/^(courses|hubs)\/[^/]+\/pages\/[a-z]+\.html$/, ["pages-and-dates"]],
  [
    /^(courses|hubs)\/[^/]+\/pages\/[a-z]+\.md$/,
    ["exam-day", "nothing-persists", "pages-and-dates", "team-workspaces"],
  ],
  [/^hubs\/[^/]+\/[^/]+\/access\.yaml$/, ["several-courses", "way-out"]],
  [/^hubs\/[^/]+\/[^/]+\/README\.md$/, ["laptop", "upkeep", "way-out"]],
  [/^hubs\/[^/]+\/[^/]+\/(manifests\/10-namespace\.yaml|remove-unused\.sh)$/, ["several-courses"]],
  [/^hubs\/[^/]+\/[^/]+\/deploy\.sh$/, ["ci-systems", "several-courses", "upkeep", "way-out"]],
  [/^hubs\/[^/]+\/[^/]+\/(check-secrets\.sh|secrets\.json)$/, ["shared-files", "sign-ins"]],
  [/^images\/[^/]+\/(\.dockerignore|smoke-test\.sh|devcontainer\/devcontainer\.json)$/, ["several-courses"]],
];

/** Whether the fixture's `expected/` holds this output. */
export function isHeld(fixture: string, path: string): boolean {
  return commonOutputs.every(([pattern, fixtures]) => !pattern.test(path) || fixtures.includes(fixture));
}

/** The fixtures that {@link isHeld} names: each must exist. */
export const namedFixtures: readonly string[] = commonOutputs.flatMap(([, fixtures]) => fixtures);
