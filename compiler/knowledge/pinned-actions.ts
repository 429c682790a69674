// GitHub's actions that written workflows use, each by the commit of a release: a tag can be moved to other code, a commit can't.

/** Source: the tags of each action's repository, 2026-11. */
export const pinnedActions = {
  checkout: { uses: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", version: "v7.0.1" },
  "setup-python": { uses: "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97", version: "v7.0.0" },
  "setup-node": { uses: "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020", version: "v7.0.0" },
  "setup-ruby": { uses: "ruby/setup-ruby@0dafeac902942906541bc140009cdbf32665b601", version: "v1.315.0" },
  "configure-pages": { uses: "actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b", version: "v5.0.0" },
  "upload-pages-artifact": {
    uses: "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9",
    version: "v5.0.0",
  },
  "deploy-pages": { uses: "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", version: "v5.0.0" },
} as const;
