import type { Fix, TextEdit } from "../../diagnostics/diagnostic.ts";
import { type RepositoryPage, repositoryPage } from "../../knowledge/repository-pages.ts";
import type { Content } from "../../model/content.ts";
import type { Course } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Repositories are named by an address that git can fetch. */
export const repositoryPages = defineRule<{ what: string; page: RepositoryPage }>({
  code: "course/repository-page",
  title: "The address of a page in place of a repository's",
  why: "What the browser's bar shows on a folder or a file of GitHub or GitLab, or on a site that shows such files, is the address of a page: git can't fetch it, and every link fails when somebody clicks on it. Write the repository's own address; the branch is a setting, and the folder stands before each path.",
  message: ({ what, page: { repo, branch, path } }) => {
    const folder = folderShown(path);
    const where = [branch && `branch \`${branch}\``, folder && `\`${folder}\` before its paths`].filter(Boolean);
    return `${what} is a page, which git can't fetch: write \`${repo}\`${where.length > 0 ? `, with ${where.join(" and ")}` : ""}.`;
  },
  eachAlone: "courses",
  check: (course, report) => {
    for (const { what, repo, block } of repositoriesOf(course)) {
      const page = repositoryPage(repo.value);
      if (page === undefined) continue;
      report({ what, page }, { span: repo.span, fixes: fixesFor(repo, page, block) });
    }
  },
});

export interface NamedRepository {
  readonly what: string;
  readonly repo: Sourced<string>;
  /** What says where in the repository its files are. */
  readonly block: Pick<Content, "branch" | "open"> | { readonly branch: unknown; readonly folder: unknown } | undefined;
}

export function repositoriesOf({ contents, textbook, site }: Course): NamedRepository[] {
  return [
    ...contents.map((block) => ({ what: `The repository of content \`${block.name}\``, repo: block.repo, block })),
    ...(textbook?.repo === undefined ? [] : [{ what: "The book's repository", repo: textbook.repo, block: textbook }]),
    ...(site?.repo === undefined ? [] : [{ what: "The site's repository", repo: site.repo, block: undefined }]),
  ];
}

/** The folder that a page shows, or that the file lies in which it shows; empty for the root. */
function folderShown(path: string): string {
  const parts = path.split("/");
  return /.\.\w+$/.test(parts.at(-1) ?? "") ? parts.slice(0, -1).join("/") : path;
}

/** The address, and the branch and the folder where the block takes them and says nothing of them yet. */
function fixesFor(
  { span }: Sourced<string>,
  { repo, branch, path }: RepositoryPage,
  block: NamedRepository["block"],
): readonly Fix[] {
  if (span.file.text[span.start] !== '"') return [];
  const more: string[] = [];
  const edits: TextEdit[] = [];
  if (block !== undefined && branch !== undefined && block.branch === undefined) more.push(`branch = "${branch}"`);
  const folder = folderShown(path);
  if (block !== undefined && folder !== "") {
    if ("open" in block) edits.push(...block.open.flatMap((link) => inFolder(link, folder)));
    else if (block.folder === undefined) more.push(`folder = "${folder}"`);
  }
  edits.push({ span, text: [`"${repo}"`, ...more].join(lineBreak(span)) });
  return [{ title: `Write the repository's address, \`${repo}\``, edits, applies: "when-chosen" }];
}

function inFolder({ path, span }: Content["open"][number], folder: string): TextEdit[] {
  if (span.file.text.slice(span.start, span.end) !== `"${path}"` || path.startsWith(`${folder}/`)) return [];
  return [{ span, text: `"${folder}/${path.replace(/^\/|^\.\//, "")}"` }];
}

/** A setting stands on a line of its own, or two blanks after the one before. */
function lineBreak({ file, start }: Span): string {
  const line = file.text.lastIndexOf("\n", start) + 1;
  const before = file.text.slice(line, start);
  return /^\s*repo\s*=\s*$/.test(before) ? `\n${/^\s*/.exec(before)?.[0] ?? ""}` : "  ";
}
