import { replaceFix } from "../../diagnostics/diagnostic.ts";
import { namesNoRepository, repositoryPage } from "../../knowledge/repository-pages.ts";
import { fetchedAddress } from "../../model/content-folder.ts";
import { defineRule } from "../rule.ts";

/** Content repositories are named by their plain address, where their host knows it. */
export const repoUrl = defineRule<{ plain: string }>({
  code: "course/repo-url",
  title: "A repository's address with a `/`, or a needless `.git`, at its end",
  why: "Sites such as GitHub know a repository by its plain address, and people compare addresses by eye: one of them, so that two blocks never name one repository in two ways. Other servers may know it with `.git` alone, and keep it.",
  message: ({ plain }) => `Write the address without its end: \`${plain}\`.`,
  eachAlone: "courses",
  check: ({ contents }, report) => {
    for (const { repo } of contents) {
      const plain = fetchedAddress(repo.value);
      if (plain === repo.value || namesNoRepository(repo.value) !== undefined) continue;
      if (repositoryPage(repo.value) !== undefined) continue;
      const isText = repo.span.file.text[repo.span.start] === '"';
      const fixes = isText ? [replaceFix(`Write "${plain}"`, repo.span, `"${plain}"`)] : [];
      report({ plain }, { span: repo.span, fixes });
    }
  },
});
