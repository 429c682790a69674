import { siteAddress } from "../../diagnostics/documentation.ts";
import { defineBlock, nested, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { registry, timezone } from "../values/forms.ts";
import { pageTemplate } from "../values/page-template.ts";
import { choice, flag, textType, url } from "../values/scalars.ts";
import { area, owner } from "./area.ts";
import { ci } from "./ci.ts";

const chart = textType({
  name: "chart version",
  expected: 'a version of the JupyterHub chart, such as `"4.4.0"`',
  what: "a version of the JupyterHub chart, which has three numbers",
  accepts: (value) => /^(?:(?:0|[1-9][0-9]{0,3})\.){2}(?:0|[1-9][0-9]{0,3})$/.test(value),
});

const folder = textType({
  name: "folder",
  expected: 'a folder inside the project, such as `"out"`',
  what: "a folder inside the project: its parts are joined by `/`, and none holds a blank or a `\\`, or begins with a dot",
  accepts: (value) => /^(?!\.)[^/\s\\]+(?:\/(?!\.)[^/\s\\]+)*$/.test(value),
});

const siteUrl = textType({
  name: "address of a site",
  expected: 'the address of a site or of a folder, such as `"https://docs.example.edu/hubc"`',
  what: "the address of a site: it begins with `https://`, `http://` or `file:///`, and has neither blanks nor `?` or `#`",
  accepts: (value) => siteAddress.test(value),
});

const lint = defineBlock({
  name: "lint",
  doc: "How loud each kind of finding is, by its code.",
  settings: {},
  anySetting: setting({
    type: choice("off", "info", "warning", "error"),
    doc: "The level of one code. Mistakes in syntax, names, types, files and secrets can't be turned down.",
    example: "off",
  }),
});

const templates = (whom: string) =>
  setting({
    type: listOf(pageTemplate, { single: true }),
    doc: `Templates in place of hubc's for the page for ${whom}, such as \`file("${whom}.html.hbs")\`: one for Markdown, one for HTML, or both.`,
    example: '"# {{title}}"',
    defaultDoc: "hubc's own",
  });

export const pages = defineBlock({
  name: "pages",
  doc: "Templates of one's own for the pages that a build writes.",
  settings: {
    students: templates("students"),
    staff: templates("staff"),
    operators: templates("operators"),
  },
});

export const project = defineBlock({
  name: "project",
  doc: "What holds for everything below its folder. A project has at most one.",
  settings: {
    registry: setting({
      type: registry,
      doc: "Where images that are built here are pushed to and pulled from.",
      example: '"ghcr.io/campus/hubs"',
      defaultDoc: "images are named `localhost/<image>`",
    }),
    chart: setting({
      type: chart,
      doc: "The version of the JupyterHub chart to compile to, from 3.3.8 on; a later one than the default is checked as that.",
      example: '"4.4.0"',
      default: "4.4.0",
    }),
    timezone: setting({
      type: timezone,
      doc: "The time zone of dates and times, by its IANA name.",
      example: '"America/Los_Angeles"',
      default: "UTC",
    }),
    repository: setting({
      type: url,
      doc: "Where this project's sources are; images are labelled with it.",
      example: '"https://github.com/campus/hubs"',
    }),
    "cache-mounts": flag(
      "Dockerfiles keep what apt, conda and pip fetch in caches of the builder, which must be BuildKit (Docker 20.10 or later) or buildah 1.24 or later.",
    ),
    projects: setting({
      type: listOf(folder),
      doc: "Folders below that hold projects of their own, which have nothing to do with this one.",
      example: '["examples"]',
      defaultDoc: "none; a folder with a `project` is left out all the same, and said",
    }),
    docs: setting({
      type: siteUrl,
      doc: "Where the site is that `npm run site` of hubc builds, served by yourselves or lying in a folder: each finding then leads to its page, in terminals that show links, in SARIF and in editors. `HUBC_DOCS` says it for one machine.",
      example: '"https://docs.example.edu/hubc"',
      defaultDoc: "findings lead nowhere; `hubc explain` has the same text",
    }),
    operators: setting({
      type: listOf(owner),
      doc: "Who reviews changes of all that is in no area: what CODEOWNERS says.",
      example: '["@campus/hub-team"]',
      defaultDoc: "nobody; needed where the project has areas",
    }),
    out: setting({ type: folder, doc: "The folder that a build writes to.", example: '"out"', default: "out" }),
  },
  blocks: {
    area: nested(area, 'area data8 {\n  folder = "courses/data8"\n  owners = ["@campus/data8"]\n  hubs = datahub\n}', {
      label: "name",
    }),
    ci: {
      label: "none",
      schema: ci,
      doc: "Who checks, builds and deploys the project without being asked: what `ci/` is written for.",
      example: 'ci { systems = [github]  branch = "main" }',
    },
    pages: nested(pages, 'pages { students = "# {{title}}" }'),
    lint: {
      label: "none",
      schema: lint,
      doc: "Levels of findings by code.",
      example: 'lint { "project/no-registry" = off }',
    },
  },
});
