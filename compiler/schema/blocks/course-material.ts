// What a course gives its people beside a server: repositories, folders, its book, its site and its links.

import { defineBlock, nested, setting } from "../block.ts";
import { either, listOf, record } from "../values/compounds.ts";
import { branch, email, folderName, mountPath, repositoryPath, sharePath } from "../values/forms.ts";
import { linkAddress } from "../values/link-address.ts";
import { moment } from "../values/moments.ts";
import { referenceTo, secret } from "../values/references.ts";
import { choice, count, prose, text, title, truth, url } from "../values/scalars.ts";
import { apps } from "../values/server-page.ts";

/** What a server, or a link, opens in. */
export const app = choice(...apps);

const oncePerHub =
  "Whoever has a server of the course can read it there: it should read this repository and do nothing else.";

/** How git signs in to a content's repository, by variant. */
export const signIn = {
  token: defineBlock({
    name: "sign-in token",
    doc: "A token of the host's, such as a deploy token of GitLab, or an access token of Gitea or Bitbucket.",
    settings: {
      username: setting({
        type: text,
        doc: "The user that the host wants beside it: a deploy token of GitLab has one of its own; GitHub takes `x-access-token`, and Bitbucket `x-token-auth`.",
        example: '"gitlab+deploy-token-42"',
        required: true,
      }),
      token: setting({
        type: secret,
        doc: `The token. ${oncePerHub}`,
        example: 'secret("gitlab/token")',
        required: true,
      }),
    },
  }),
  "github-app": defineBlock({
    name: "sign-in github-app",
    doc: "An app of GitHub that is installed for the repository; git-credential-helpers in the image asks for a token in its name.",
    settings: {
      "app-id": setting({ type: count, doc: "The app's id.", example: "93515", required: true }),
      "private-key": setting({
        type: secret,
        doc: `The app's private key, a file in PEM. ${oncePerHub}`,
        example: 'secret("github/app-key")',
        required: true,
      }),
    },
  }),
  "gh-scoped-creds": defineBlock({
    name: "sign-in gh-scoped-creds",
    doc: "Each person's own account of GitHub: `gh-scoped-creds`, which the image holds, signs it in for some hours.",
    settings: {
      "client-id": setting({
        type: text,
        doc: "The client id of the app of GitHub by which it signs in.",
        example: '"Iv1.0123456789abcdef"',
        required: true,
      }),
      "app-url": setting({
        type: url,
        doc: "Where people give the app their repositories.",
        example: '"https://github.com/apps/campus-hub"',
      }),
    },
  }),
};

export const content = defineBlock({
  name: "content",
  doc: "A repository of course material and what to open in it.",
  settings: {
    repo: setting({
      type: url,
      doc: "The repository.",
      example: '"https://github.com/data-8/materials-fa26"',
      required: true,
    }),
    branch: setting({
      type: branch,
      doc: "The branch.",
      example: '"main"',
      defaultDoc: "the repository's own default branch",
    }),
    branches: setting({
      type: listOf(branch),
      doc: "The branches and tags that the repository has, for the check of what links name.",
      example: '["main", "solutions"]',
      defaultDoc: "nobody checks them",
    }),
    folder: setting({
      type: folderName,
      doc: "The folder of a person's home that it is fetched into; a link's own branch goes into `<folder>-<branch>`.",
      example: '"data8"',
      defaultDoc: "the last part of the repository's address",
    }),
    private: setting({
      type: truth,
      doc: "Not everybody may read it: `sign-in` says how git does, or the image holds what signs it in.",
      example: "true",
      default: false,
      defaultDoc: "`true` where there is a `sign-in`",
    }),
    depth: setting({
      type: count,
      doc: "How many commits are fetched; `0` is all of them.",
      example: "1",
      defaultDoc: "nbgitpuller's own, which is 1",
    }),
  },
  blocks: {
    "sign-in": {
      label: "variant",
      variants: signIn,
      doc: "How git signs in to a repository that not everybody may read.",
      example: 'sign-in token {\n  username = "gitlab+deploy-token-42"\n  token = secret("gitlab/token")\n}',
    },
    open: {
      label: "none",
      doc: "What a link opens, by name: a path in the repository, or a path and an app.",
      example: 'open { lec01 = "lec/lec01/lec01.ipynb" }',
      schema: defineBlock({
        name: "open",
        doc: "Links, by name.",
        settings: {},
        anySetting: setting({
          type: either(
            repositoryPath,
            record("a link", { path: repositoryPath, title, part: title, due: moment, with: app, branch }, ["path"]),
            (node) => node.kind === "map",
          ),
          doc: "A path in the repository, `.` for all of it, or `{ path = …, title = …, part = …, due = …, with = lab, branch = … }`. `title` is what people read, `part` the week or unit under which it stands, and `due` when it must be handed in. Another branch than the content's is fetched into a folder of its own.",
          example: '"lec/lec01/lec01.ipynb"',
        }),
      }),
    },
  },
});

export const shared = defineBlock({
  name: "shared",
  doc: "A folder that all members of the course see.",
  settings: {
    path: setting({
      type: mountPath,
      doc: "Where it appears: under the image's home, or an absolute path.",
      example: '"shared"',
      required: true,
    }),
    "staff-writes": setting({ type: truth, doc: "Staff may write in it.", example: "true", default: true }),
    storage: setting({
      type: referenceTo("storage"),
      doc: "Where it is kept.",
      example: "homes",
      defaultDoc: "the hub's `homes`",
    }),
  },
});

export const textbook = defineBlock({
  name: "textbook",
  doc: "The course's book.",
  settings: {
    repo: setting({ type: url, doc: "Its sources.", example: '"https://github.com/data-8/textbook"' }),
    branch: setting({
      type: branch,
      doc: "The branch of its sources.",
      example: '"main"',
      defaultDoc: "the repository's own default branch",
    }),
    builder: setting({
      type: choice("jupyter-book-1", "jupyter-book-2"),
      doc: "What builds it: its configuration and the workflow that publishes it are written for this program.",
      example: "jupyter-book-2",
      defaultDoc: "nothing is written but links",
    }),
    url: setting({ type: url, doc: "Where it is read.", example: '"https://inferentialthinking.com"' }),
    title: setting({
      type: title,
      doc: "Its title.",
      example: '"Computational and Inferential Thinking"',
      defaultDoc: "the course's",
    }),
    authors: setting({ type: listOf(title), doc: "Who wrote it.", example: '["Ani Adhikari", "John DeNero"]' }),
    license: setting({ type: text, doc: "Its license, as SPDX names it.", example: '"CC-BY-NC-ND-4.0"' }),
    folder: setting({
      type: repositoryPath,
      doc: "Where in the repository its sources lie; `.` is its root.",
      example: '"book"',
      defaultDoc: "the repository's root",
    }),
    chapters: setting({
      type: listOf(repositoryPath),
      doc: "Its pages in order, as paths from `folder`, the first being the one that readers come to. Without it the table of contents stays the book's own.",
      example: '["intro.md", "chapters/01/what-is-data-science.ipynb"]',
    }),
    launch: setting({
      type: listOf(choice("hub", "binder", "thebe")),
      doc: "Where readers run its pages: on the course's hub, on mybinder.org, or within the page.",
      example: "[hub, thebe]",
      default: [] as const,
      defaultDoc: "`[hub]`",
    }),
  },
  oneOf: [["url", "repo"]],
});

export const person = defineBlock({
  name: "staff",
  doc: "Somebody whom the site and the pages name. What stands here is public.",
  settings: {
    name: setting({ type: title, doc: "The name, as people read it.", example: '"Ani Adhikari"', required: true }),
    role: setting({
      type: choice("instructor", "teaching-assistant"),
      doc: "What the site lists the person under.",
      example: "instructor",
      required: true,
    }),
    email: setting({ type: email, doc: "A public address.", example: '"ani@example.edu"' }),
    website: setting({ type: url, doc: "A page of the person's own.", example: '"https://example.edu/ani"' }),
    photo: setting({ type: sharePath, doc: "A picture in the site's `assets/images`.", example: '"ani.jpg"' }),
    about: setting({ type: prose, doc: "A few words.", example: '"Office hours on Mondays."' }),
  },
});

export const site = defineBlock({
  name: "site",
  doc: "The course's web site.",
  settings: {
    repo: setting({ type: url, doc: "Its sources.", example: '"https://github.com/data-8/fa26"' }),
    url: setting({ type: url, doc: "Where it is read.", example: '"https://www.data8.org/fa26"' }),
    theme: setting({
      type: choice("just-the-class"),
      doc: "What it is made with: its configuration, staff, schedule and links are written for this theme.",
      example: "just-the-class",
      defaultDoc: "nothing is written for the site",
    }),
  },
  blocks: {
    staff: nested(person, 'staff ani {\n  name = "Ani Adhikari"\n  role = instructor\n}', { label: "name" }),
  },
  oneOf: [["url", "repo"]],
});

export const links = defineBlock({
  name: "links",
  doc: "Other pages of the course, by name.",
  settings: {},
  anySetting: setting({
    type: either(
      linkAddress,
      record("a link", { url: linkAddress, audience: choice("students", "staff") }, ["url"]),
      (node) => node.kind === "map",
    ),
    doc: "A page that people of the course need, or an e-mail address as `mailto:…`; or `{ url = …, audience = staff }`. A link for `staff` stands on their page alone, one for `students` not on it.",
    example: '"https://piazza.com/berkeley/fall2026/data8"',
  }),
});
