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
    /^(https?:\/\/(?:www\.)?github\.[^/]+\/[^/]+\/[^/]+)\/(tree|blob|raw|edit|blame|commits?|branches|tags|releases|issues|pulls?|wiki|actions|archive|compare|settings|projects|discussions|security|pulse|graphs|network|find|forks|stargazers|watchers|deployments|codespaces)(?:\/(.*))?$/.exec(
      plain,
    );
  if (gitHub !== null) return page(gitHub);
  const elsewhere = shownElsewhere(plain);
  if (elsewhere !== undefined) return elsewhere;
  return rest.length > 0 ? { repo: plain.replace(/\/+$/, ""), branch: undefined, path: "" } : undefined;
}

/**
 * Other sites that show files of GitHub: raw files, viewers, editors, what its pages publish, and its interface. Sources: the sites' own addresses,
 * 2026-11.
 */
function shownElsewhere(address: string): RepositoryPage | undefined {
  for (const site of sitesOfGitHub) {
    const [, owner, name, shown] = site.exec(address) ?? [];
    if (owner === undefined || name === undefined) continue;
    return page(["", `https://github.com/${owner}/${name}`, "tree", shown]);
  }
  const [, owner, name] = /^https?:\/\/([A-Za-z0-9-]+)\.github\.io(?:\/([^/]+).*)?\/?$/.exec(address) ?? [];
  return owner === undefined
    ? undefined
    : { repo: `https://github.com/${owner}/${name ?? `${owner}.github.io`}`, branch: undefined, path: "" };
}

/** Owner, repository, and what is shown of it: a branch and a path. */
const sitesOfGitHub: readonly RegExp[] = [
  /^https?:\/\/raw\.githubusercontent\.com\/([^/]+)\/([^/]+)\/(.+)$/,
  /^https?:\/\/media\.githubusercontent\.com\/media\/([^/]+)\/([^/]+)\/(.+)$/,
  /^https?:\/\/cdn\.jsdelivr\.net\/gh\/([^/]+)\/([^/@]+)@?(.*)$/,
  /^https?:\/\/(?:www\.)?nbviewer\.(?:jupyter\.)?org\/github\/([^/]+)\/([^/]+)(?:\/(?:blob|tree)\/(.*))?\/?$/,
  /^https?:\/\/colab\.research\.google\.com\/github\/([^/]+)\/([^/]+)(?:\/(?:blob|tree)\/(.*))?\/?$/,
  /^https?:\/\/mybinder\.org\/v2\/gh\/([^/]+)\/([^/]+)(?:\/(.*))?$/,
  /^https?:\/\/(?:github\.dev|github1s\.com|vscode\.dev\/github|gitpod\.io\/#https:\/\/github\.com)\/([^/]+)\/([^/]+)(?:\/(?:blob|tree)\/(.*))?\/?$/,
  /^https?:\/\/api\.github\.com\/repos\/([^/]+)\/([^/]+)/,
];

/** Is the repository of github.com, whose own sign-ins git takes? */
export function isOnGitHub(address: string): boolean {
  return /^https?:\/\/(?:www\.)?github\.com\//i.test(address);
}

/** Sites that keep files and data and serve no git (their own documentation of how files are fetched, seen 2026-11). */
const keepsFiles =
  /^(?:(?:www\.)?(?:kaggle\.com|osf\.io|dropbox\.com|zenodo\.org|figshare\.com)|(?:drive|docs)\.google\.com|onedrive\.live\.com|1drv\.ms|[a-z0-9-]+\.sharepoint\.com)$/i;

/**
 * What an address names where it names no repository; undefined where it may be one. A host that is not known may keep a repository at any path.
 */
export function namesNoRepository(address: string): "a host" | "an owner" | "a file" | undefined {
  const [, host = "", path = ""] = /^https?:\/\/([^/?#]+)\/?([^?#]*)/.exec(address) ?? [];
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length === 0) return "a host";
  if (keepsFiles.test(host) || /\.(?:zip|tar|tar\.gz|tgz|7z)$/i.test(path)) return "a file";
  if (!/^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)$/i.test(host)) return undefined;
  const pages = ["orgs", "users", "groups", "topics", "search", "explore", "settings", "sponsors"];
  return parts.length === 1 || pages.includes(parts[0] ?? "") ? "an owner" : undefined;
}

function page([, repo = "", kind = "", shown = ""]: readonly (string | undefined)[]): RepositoryPage {
  if (!["tree", "blob", "raw", "src", "edit", "blame"].includes(kind)) return { repo, branch: undefined, path: "" };
  const [branch = "", ...path] = shown
    .replace(/^refs\/(?:heads|tags)\//, "")
    .split("/")
    .map(decoded);
  return { repo, branch: branch === "" ? undefined : branch, path: path.filter((part) => part !== "").join("/") };
}

function decoded(part: string): string {
  return /%(?![0-9A-Fa-f]{2})/.test(part) ? part : part.replaceAll("%20", " ");
}
