import { defineBlock, nested, setting } from "../block.ts";
import { listOf, rangeOf } from "../values/compounds.ts";
import { email } from "../values/forms.ts";
import { bytes, cpu } from "../values/quantities.ts";
import { people, referencesTo } from "../values/references.ts";
import { choice, count, flag, text, textType } from "../values/scalars.ts";

const account = textType({
  name: "account name",
  expected: 'an account name, such as `"collab-shared-1"`',
  what: "an account name: lower-case letters, digits and single `-`, beginning with a letter, at most 48 characters",
  accepts: (value) => value.length <= 48 && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value),
});

export const workspace = defineBlock({
  name: "workspace",
  doc: "A shared account for the group, with an empty home of its own, which members may start and enter. Nobody can sign in as it.",
  settings: {
    account: setting({
      type: account,
      doc: "The account's name.",
      example: '"collab-shared-1"',
      defaultDoc: "`shared-<group>`",
    }),
    collaboration: flag("Real-time collaboration in it."),
  },
});

const canvas = defineBlock({
  name: "from canvas",
  doc: "People of a Canvas course, known once they sign in through Canvas.",
  settings: {
    course: setting({ type: count, doc: "The course's id, as in its address.", example: "1524699", required: true }),
    role: setting({
      type: choice("teacher", "ta", "student", "observer", "designer"),
      doc: "Only people with this role.",
      example: "teacher",
    }),
    group: setting({ type: text, doc: "Only people of this Canvas group.", example: '"all-admins"' }),
  },
});

/** Where people come from at sign-in, by variant. */
export const sources = {
  canvas,
  github: defineBlock({
    name: "from github",
    doc: "Members of a GitHub organization or team.",
    settings: {
      organization: setting({ type: text, doc: "The organization.", example: '"data-8"', required: true }),
      team: setting({ type: text, doc: "Only this team.", example: '"staff"' }),
    },
  }),
  google: defineBlock({
    name: "from google",
    doc: "Members of a Google group.",
    settings: {
      email: setting({ type: email, doc: "The group's address.", example: '"staff@example.edu"', required: true }),
    },
  }),
  lti: defineBlock({
    name: "from lti",
    doc: "People that an LTI launch gives a role.",
    settings: {
      role: setting({
        type: text,
        doc: "The role in the launch's course: a word such as `Instructor`, `Learner` or `TeachingAssistant`, or a whole role URI.",
        example: '"Instructor"',
        required: true,
      }),
      context: setting({
        type: text,
        doc: "Only launches from the course with this context id. Without it, whoever has the role in any course that launches the hub.",
        example: '"4dde05e8ca1973bcca9bffc13e1548820eee93a3"',
      }),
    },
  }),
  claim: defineBlock({
    name: "from claim",
    doc: "People whose sign-in carries a claim with this value.",
    settings: {
      name: setting({
        type: text,
        doc: "The claim, with dots into claims inside claims.",
        example: '"groups"',
        required: true,
      }),
      value: setting({
        type: text,
        doc: "The claim's whole value, or one item where the claim is a list.",
        example: '"hub-staff"',
        required: true,
      }),
    },
  }),
} as const;

const size = {
  memory: setting({
    type: rangeOf(bytes),
    doc: "Raises the memory of its members' servers: guarantee .. limit.",
    example: "4GiB .. 8GiB",
    grant: "sizes",
  }),
  cpu: setting({
    type: rangeOf(cpu),
    doc: "Raises the cores of its members' servers: guarantee .. limit.",
    example: "1 .. 4",
    grant: "sizes",
  }),
} as const;

const listed = {
  members: setting({
    type: people,
    doc: "Usernames, in the form that sign-in gives, or the secret that lists them.",
    example: '["ada", "grace"]',
  }),
  may: setting({
    type: listOf(text),
    doc: "JupyterHub scopes that its members get.",
    example: '["list:users"]',
    grant: "scopes",
  }),
} as const;

const during = defineBlock({
  name: "during",
  doc: "Settings of the group that apply only on these days.",
  settings: { ...listed, ...size },
});

export const group = defineBlock({
  name: "group",
  doc: "A set of people: where it comes from, and what it may do.",
  settings: {
    members: listed.members,
    ...size,
    may: listed.may,
    "admin-page": flag(
      "JupyterHub's own admin page adds people, beside those listed, and they stay: the hub's admins do, and whoever has the scope `groups!group=NAME` by the API. A person is then taken off there, also one who was listed.",
    ),
    hub: setting({
      type: referencesTo("hub"),
      doc: "The hubs on which its workspace and its scopes apply.",
      example: "datahub",
      defaultDoc: "the hubs of the courses that name it, else the project's only hub",
    }),
  },
  blocks: {
    from: {
      label: "variant",
      variants: sources,
      many: true,
      doc: "Where its people come from at sign-in. A group may have several; whoever one of them gives is a member.",
      example: "from canvas { course = 1524699  role = teacher }",
    },
    workspace: nested(workspace, 'workspace { account = "collab-shared-1" }', { grant: "workspaces" }),
    during: {
      label: "range",
      schema: during,
      doc: "Settings for some days.",
      example: "during 2026-11-02 .. 2026-11-20 { memory = 4GiB }",
    },
  },
  oneOf: [["members", "from"]],
});
