import { isOnGitHub } from "../../knowledge/repository-pages.ts";
import { defineRule } from "../rule.ts";

/** Git signs in by what the repository's host takes. */
export const signInElsewhere = defineRule<{ kind: string; repo: string }>({
  code: "course/sign-in-elsewhere",
  title: "GitHub's sign-in for a repository elsewhere",
  why: "An app of GitHub, and gh-scoped-creds, give tokens that github.com takes and no other host does.",
  message: ({ kind, repo }) =>
    `\`sign-in ${kind}\` signs git in to github.com, and the repository is \`${repo}\`: write \`sign-in token\`, with a token of that host.`,
  eachAlone: "courses",
  check: ({ contents }, report) => {
    for (const { repo, signIn } of contents) {
      if (signIn === undefined || signIn.kind === "token" || isOnGitHub(repo.value)) continue;
      report({ kind: signIn.kind, repo: repo.value }, { span: signIn.span });
    }
  },
});
