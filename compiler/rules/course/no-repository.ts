import { namesNoRepository, repositoryPage } from "../../knowledge/repository-pages.ts";
import { defineRule } from "../rule.ts";
import { repositoriesOf } from "./repository-page.ts";

/** The address of a repository names one. */
export const noRepository = defineRule<{ what: string; address: string; names: string }>({
  code: "course/no-repository",
  title: "An address that names no repository",
  why: "A repository of GitHub, GitLab, Bitbucket or Codeberg has an owner and a name. The address of an owner, or of a host, is a page that git can't fetch, and sites that keep files, such as Google Drive or Kaggle, serve no git at all: every link fails when somebody clicks on it.",
  message: ({ what, address, names }) =>
    `${what} is \`${address}\`, which names ${names} and no repository: write the whole address, such as \`https://github.com/physics/labs\`.`,
  eachAlone: "courses",
  check: (course, report) => {
    for (const { what, repo } of repositoriesOf(course)) {
      const names = repositoryPage(repo.value) === undefined ? namesNoRepository(repo.value) : undefined;
      if (names !== undefined) report({ what, address: repo.value, names }, { span: repo.span });
    }
  },
});
