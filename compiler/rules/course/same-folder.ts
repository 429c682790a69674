import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import type { Content } from "../../model/content.ts";
import { contentFolder, plainRepository, repositoryName } from "../../model/content-folder.ts";
import type { OfPart } from "../../model/kept.ts";
import type { Course, Model } from "../../model/model.ts";
import { oneForm } from "../../text/one-form.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** In a home on a hub, each folder is fetched from one branch of one repository. */
export const sameFolder = defineRule<{ what: string; folder: string; other: string }>({
  code: "course/same-folder",
  title: "Two repositories, or two branches, in one folder of a home",
  why: "nbgitpuller fetches a repository into a folder of the person's home, named after the last part of its address. Where another repository or branch lies there already, git refuses, or merges one into the other, and the second link opens a file that is not there. A person has one home on a hub, whatever course they are in. Give one of them a `folder`.",
  message: ({ what, folder, other }) =>
    `${what.charAt(0).toUpperCase()}${what.slice(1)} would be fetched into the folder \`${folder}\` of a home, where ${other} lies: give it a \`folder\` of its own.`,
  check: (model, report, { ofPart }) => {
    for (const hub of new Set(model.courses.map((course) => course.hub.value))) {
      const taken = new Map<string, Fetched>();
      for (const fetched of fetchedOn(hub, model, ofPart)) {
        const first = taken.get(oneForm(fetched.folder));
        if (first === undefined) taken.set(oneForm(fetched.folder), fetched);
        else if (!isSame(first, fetched) && fetched.content !== undefined) {
          const parameters = { what: fetched.what, folder: fetched.folder, other: first.what };
          const related = [{ span: first.span, message: "What lies there is fetched from here." }];
          report(parameters, { span: fetched.span, related, fixes: fixesFor(fetched, first) });
        }
      }
    }
  },
});

/** One branch of one repository, and where it goes. */
interface Fetched {
  readonly what: string;
  readonly repo: string;
  /** Undefined for the repository's own default. */
  readonly branch: string | undefined;
  readonly folder: string;
  /** Undefined for a book, whose folder is no setting. */
  readonly content: Content | undefined;
  readonly span: Span;
}

/** Books first, since their place is given. */
function fetchedOn(hub: string, { courses }: Model, ofPart: OfPart): Fetched[] {
  const here = courses.filter((course) => course.hub.value === hub);
  return [...here.flatMap(bookOf), ...here.flatMap((course) => ofPart(contentsOf, course))];
}

function bookOf({ name, textbook }: Course): Fetched[] {
  const repo = textbook?.repo;
  const runs = textbook?.launch.length === 0 || textbook?.launch.some(({ value }) => value === "hub");
  if (textbook?.builder === undefined || repo === undefined || !runs) return [];
  const what = `the book of course \`${name}\``;
  const branch = textbook.branch?.value;
  return [{ what, repo: repo.value, branch, folder: repositoryName(repo.value), content: undefined, span: repo.span }];
}

function contentsOf({ name, contents }: Course): Fetched[] {
  return contents.flatMap((content) => {
    const branches = new Set([undefined, ...content.open.map(({ branch }) => branch)]);
    return [...branches].map((branch) => ({
      what: `content \`${content.name}\` of course \`${name}\``,
      repo: content.repo.value,
      branch: branch ?? content.branch?.value,
      folder: contentFolder(content, branch),
      content,
      span: content.repo.span,
    }));
  });
}

/** A branch that is not named may be the one that is, where that is what repositories begin with. */
function isSame(a: Fetched, b: Fetched): boolean {
  if (plainRepository(a.repo).toLowerCase() !== plainRepository(b.repo).toLowerCase()) return false;
  if (a.branch === b.branch) return true;
  const named = a.branch === undefined ? b.branch : b.branch === undefined ? a.branch : undefined;
  return named === "main" || named === "master";
}

/** Named after its owner where repositories differ, else after its branch. */
function fixesFor({ repo, branch, folder, content }: Fetched, first: Fetched): readonly Fix[] {
  if (content === undefined || content.folder !== undefined) return [];
  const { file, start, end } = content.repo.span;
  if (file.text[start] !== '"') return [];
  const owner = plainRepository(repo).split("/").at(-2);
  const name =
    plainRepository(repo) === plainRepository(first.repo)
      ? branch && `${folder}-${branch}`
      : owner && `${owner}-${folder}`;
  if (name === undefined || name === "" || !/^[\w.-]+$/.test(name)) return [];
  const lineStart = file.text.lastIndexOf("\n", start) + 1;
  const indent = /^\s*/.exec(file.text.slice(lineStart))?.[0] ?? "";
  const isOwnLine = /^\s*repo\b/.test(file.text.slice(lineStart, start));
  const between = isOwnLine ? `\n${indent}` : "  ";
  const after = { file, start: end, end };
  return [offerFix(`Fetch it into \`${name}\``, after, `${between}folder = "${name}"`)];
}
