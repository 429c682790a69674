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
  "upload-artifact": { uses: "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", version: "v7.0.0" },
  "download-artifact": {
    uses: "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
    version: "v8.0.1",
  },
  "upload-sarif": {
    uses: "github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e",
    version: "v4.36.2",
  },
  "google-auth": {
    uses: "google-github-actions/auth@7c6bc770dae815cd3e89ee6cdf493a5fab2cc093",
    version: "v3.0.0",
  },
  "gke-credentials": {
    uses: "google-github-actions/get-gke-credentials@3da1e46a907576cefaa90c484278bb5b259dd395",
    version: "v3.0.0",
  },
  "azure-login": { uses: "azure/login@f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca", version: "v3.0.1" },
  "aks-context": { uses: "azure/aks-set-context@60623acbdcbbdcf799ad50a1adf8703874339f8b", version: "v5.0.0" },
  "aws-credentials": {
    uses: "aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c",
    version: "v6.2.3",
  },
  "setup-helm": { uses: "azure/setup-helm@9bc31f4ebc9c6b171d7bfbaa5d006ae7abdb4310", version: "v5.0.1" },
  "deploy-pages": { uses: "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", version: "v5.0.0" },
} as const;
