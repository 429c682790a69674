// Private repositories, wherever they are.

import { describe, expect, it } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const gitLab = "https://gitlab.example.edu/physics/labs";
const gitHub = "https://github.com/physics/labs";
const byToken = 'sign-in token { username = "u"  token = secret("git/token") }';
const byApp = 'sign-in github-app { app-id = 93515  private-key = secret("git/key") }';
const scoped = (id = "Iv1.a") => `sign-in gh-scoped-creds { client-id = "${id}" }`;

interface Parts {
  readonly pip?: string;
  readonly hub?: string;
  readonly image?: string;
  readonly second?: string;
}

function errors(repo: string, more: string, { pip = "", hub = "", image = "", second = "" }: Parts = {}): string[] {
  const course = `  content m {\n    repo = "${repo}"\n    ${more}\n  }\n${second}`;
  const text = courseProgram({ course, pip, hub }).replace('  python = "3.11"\n', image);
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
}

describe("a private repository", () => {
  it.each([gitLab, "https://gitea.example.edu/o/r", "https://bitbucket.org/o/r", "https://gitlab.com/g/s/r"])(
    "%s needs a token, and no program of the image",
    (repo) => {
      expect(errors(repo, "private = true", { pip: "gh-scoped-creds==4.1" })).toEqual([
        "course/private-without-sign-in",
      ]);
      // What knows GitHub alone is not asked for.
      expect(errors(repo, "private = true")).toEqual(["course/private-without-sign-in"]);
      expect(errors(repo, byToken)).toEqual([]);
      expect(errors(repo, `private = true\n    ${byToken}`)).toEqual([]);
    },
  );

  it("may be configured by the image or by the hub", () => {
    const pip = "gh-scoped-creds==4.1";
    const closed = (parts: Parts) => errors(gitLab, "private = true", { pip, ...parts });
    expect(closed({ image: '  run = "git config --system credential.helper store"\n' })).toEqual([]);
    expect(closed({ image: '  files { "/etc/gitconfig" = "[credential]" }\n' })).toEqual([]);
    const values =
      '  values { singleuser.extraFiles.gitconfig { mountPath = "/etc/gitconfig"  stringData = "[credential]" } }\n';
    expect(closed({ hub: values })).toEqual([]);
    expect(closed({ hub: '  environment { GIT_ASKPASS = "/opt/ask" }\n' })).toEqual([]);
    expect(closed({ image: '  run = "jupyter lab build"\n' })).toEqual(["course/private-without-sign-in"]);
  });

  it("of GitHub is read by an app or by each person's account, with what signs git in", () => {
    expect(errors(gitHub, byApp)).toEqual(["image/missing-feature"]);
    expect(errors(gitHub, byApp, { pip: "gh-scoped-creds==4.1" })).toEqual(["image/missing-feature"]);
    expect(errors(gitHub, byApp, { pip: "git-credential-helpers==0.2" })).toEqual([]);
    expect(errors(gitHub, scoped(), { pip: "git-credential-helpers==0.2" })).toEqual(["image/missing-feature"]);
    expect(errors(gitHub, scoped(), { pip: "gh-scoped-creds==4.1" })).toEqual([]);
    expect(errors(gitHub, byToken)).toEqual([]);
  });

  it("elsewhere takes no sign-in of GitHub's", () => {
    expect(errors(gitLab, byApp, { pip: "git-credential-helpers==0.2" })).toEqual(["course/sign-in-elsewhere"]);
    expect(errors(gitLab, scoped(), { pip: "gh-scoped-creds==4.1" })).toEqual(["course/sign-in-elsewhere"]);
  });

  it("sets each variable once", () => {
    const pip = "gh-scoped-creds==4.1";
    const hub = (name: string) => `  environment { ${name} = "1" }\n`;
    expect(errors(gitLab, byToken, { hub: hub("GIT_CONFIG_COUNT") })).toEqual(["course/git-variable-taken"]);
    expect(errors(gitLab, byToken, { hub: hub("GIT_AUTHOR_NAME") })).toEqual([]);
    expect(errors(gitHub, scoped(), { pip, hub: hub("GH_SCOPED_CREDS_CLIENT_ID") })).toEqual([
      "course/git-variable-taken",
    ]);
    const second = (id: string) => `  content n {\n    repo = "https://github.com/o/n"\n    ${scoped(id)}\n  }\n`;
    expect(errors(gitHub, scoped(), { pip, second: second("Iv1.b") })).toEqual(["course/git-variable-taken"]);
    expect(errors(gitHub, scoped(), { pip, second: second("Iv1.a") })).toEqual([]);
  });

  it("keeps its token out of the program", () => {
    expect(errors(gitLab, 'sign-in token { username = "u"  token = "glpat-1" }')).toHaveLength(1);
    expect(errors(gitLab, "sign-in token { }")).toEqual(["schema/missing-setting"]);
  });
});
