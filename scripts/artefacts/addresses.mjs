// Where the project lives on the web. A checkout does not know it: the one who releases says it, and every package gets it from here.

/**
 * The addresses of the project, or `undefined` where nobody said where it lives.
 * @param named what `--repository` gives, as https://host/owner/name
 * @param env the environment; a GitHub workflow says its repository there
 */
export function addressesOf(named, env) {
  const server = env.GITHUB_SERVER_URL;
  const slug = env.GITHUB_REPOSITORY;
  const given = named ?? (server && slug ? `${server}/${slug}` : undefined);
  if (given === undefined) return undefined;
  const repository = given.replace(/(?:\.git)?\/?$/, "");
  const [, host, owner, name] = /^https:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(repository) ?? [];
  if (name === undefined)
    throw new Error(`--repository takes an address such as https://github.com/OWNER/NAME, not ${given}`);
  return {
    repository,
    git: `git+${repository}.git`,
    issues: `${repository}/issues`,
    // GitHub serves a repository's pages here; another host says its own with HUBC_SITE when it is built.
    site: env.HUBC_SITE ?? (host === "github.com" ? `https://${owner.toLowerCase()}.github.io/${name}/` : undefined),
  };
}
