// Addresses of a code host's pages, which people copy from the browser's bar in place of a repository's: no git can fetch them.

/** A page of a repository, taken apart. */
export interface RepositoryPage {
  /** The repository's own address. */
  readonly repo: string;
  /** What the page shows of it; undefined where it shows no files. A branch whose name holds `/` can't be told from a folder. */
  readonly branch: string | undefined;
  /** The folder or file below the root; empty for the root. */
  readonly path: string;
}

/**
 * The page at this address; undefined for anything that may be a repository. Sources: the addresses of github.com, GitLab (`/-/`), Bitbucket
 * (`/src/`) and Gitea and Forgejo (`/src/branch/`), 2026-11.
 */
export function repositoryPage(address: string): RepositoryPage | undefined {
  const [plain = "", ...rest] = address.split(/[?#]/);
  const gitLab = /^(https?:\/\/[^/]+\/.+?)\/-\/([a-z_]+)(?:\/(.*))?$/.exec(plain);
  if (gitLab !== null) return page(gitLab);
  const gitea = /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/src\/(branch|tag|commit)(?:\/(.*))?$/.exec(plain);
  if (gitea !== null) return page([...gitea.slice(0, 2), "tree", ...gitea.slice(3)]);
  const bitbucket = /^(https?:\/\/bitbucket\.org\/[^/]+\/[^/]+)\/(src|commits|branches|pull-requests)(?:\/(.*))?$/.exec(
    plain,
  );
  if (bitbucket !== null) return page(bitbucket);
  const gitHub =
    /^(https?:\/\/(?:www\.)?github\.[^/]+\/[^/]+\/[^/]+)\/(tree|blob|raw|edit|blame|commits?|branches|tags|releases|issues|pulls?|wiki|actions|archive|compare)(?:\/(.*))?$/.exec(
      plain,
    );
  if (gitHub !== null) return page(gitHub);
  return rest.length > 0 ? { repo: plain.replace(/\/+$/, ""), branch: undefined, path: "" } : undefined;
}

function page([, repo = "", kind = "", shown = ""]: readonly (string | undefined)[]): RepositoryPage {
  if (!["tree", "blob", "raw", "src", "edit", "blame"].includes(kind)) return { repo, branch: undefined, path: "" };
  const [branch = "", ...path] = shown.split("/").map(decoded);
  return { repo, branch: branch === "" ? undefined : branch, path: path.filter((part) => part !== "").join("/") };
}

function decoded(part: string): string {
  return /%(?![0-9A-Fa-f]{2})/.test(part) ? part : part.replaceAll("%20", " ");
}
