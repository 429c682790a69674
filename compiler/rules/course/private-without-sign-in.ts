import { isOnGitHub } from "../../knowledge/repository-pages.ts";
import type { Content } from "../../model/content.ts";
import type { Course, Image, Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** Git can sign in to private repositories, wherever they are. */
export const privateWithoutSignIn = defineRule<{ name: string; host: string }>({
  code: "course/private-without-sign-in",
  title: "A private repository that git can't sign in to",
  why: "The programs that sign git in from an image, gh-scoped-creds and git-credential-helpers, know GitHub alone. For GitLab, Gitea, Bitbucket and a host of one's own git needs a token, and without one every link fails when somebody clicks on it.",
  message: ({ name, host }) =>
    `Nothing signs git in to \`${host}\`, where content \`${name}\` is private: write \`sign-in token { username = … token = secret("…") }\` in it.`,
  check: (model, report) => {
    for (const course of model.courses) {
      const closed = course.contents.filter(isUnreachable);
      if (closed.length === 0 || configuresGit(course, model)) continue;
      for (const { name, repo, private: said } of closed)
        report({ name, host: repo.value.replace(/^https?:\/\/|[/?#].*$/g, "") }, { span: said.span });
    }
  },
});

function isUnreachable({ private: closed, signIn, repo }: Content): boolean {
  return closed.value && signIn === undefined && !isOnGitHub(repo.value);
}

/** Does the image or the hub configure git by itself, or may it, since nobody knows what an image holds that is built elsewhere? */
function configuresGit(course: Course, { images, releases, externalHubs }: Model): boolean {
  const image = images.find(({ name }) => name === course.image.value);
  const own = releases.filter(({ hub }) => hub === course.hub.value);
  if (externalHubs.some(({ hub }) => hub === course.hub.value)) return true; // nobody here knows what it configures
  return image === undefined || image.prebuilt !== undefined || inImage(image) || own.some(inRelease);
}

const ofGit = /\bgit\s+config\b|credential|gitconfig|\.netrc|git-askpass/i;

function inImage({ run, dockerfile, files, env }: Image): boolean {
  const texts = [...run.map(({ value }) => value), dockerfile?.value ?? "", ...files.map(({ path }) => path)];
  return texts.some((text) => ofGit.test(text)) || env.some(({ name }) => name.startsWith("GIT_"));
}

function inRelease({ environment, ownValues }: Release): boolean {
  return (
    environment.some(({ name }) => name.startsWith("GIT_")) ||
    ownValues.some(({ leaf }) =>
      /git/i.test(`${leaf.value.path.join(".")} ${leaf.span.file.text.slice(leaf.span.start, leaf.span.end)}`),
    )
  );
}
