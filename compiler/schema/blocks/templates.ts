// The pages of a hub: templates of one's own, from files of the project or from a repository.

import { defineBlock, nested, setting } from "../block.ts";
import { branch, folderName } from "../values/forms.ts";
import { duration } from "../values/quantities.ts";
import { contents, url } from "../values/scalars.ts";

const vars = defineBlock({
  name: "template variables",
  doc: "What the templates are given, by name.",
  settings: {},
  free: [],
  unchecked: true,
});

const pages = defineBlock({
  name: "template pages",
  doc: "Templates that take the place of JupyterHub's, by its names for them: `login.html`, `page.html`.",
  settings: {},
  anySetting: setting({
    type: contents,
    doc: "What the template holds.",
    example: '"{% extends \\"templates/login.html\\" %}"',
  }),
});

const folder = (doc: string, standard: string) =>
  setting({ type: folderName, doc, example: `"${standard}"`, default: standard });

export const templates = defineBlock({
  name: "templates",
  doc: "Templates of the hub's pages. What a template does not change it takes from JupyterHub's by `{% extends \"templates/page.html\" %}`.",
  settings: {
    repository: setting({
      type: url,
      doc: "A repository with templates, which is fetched when the hub starts; everybody may read it.",
      example: '"https://github.com/campus/hub-pages"',
    }),
    branch: setting({
      type: branch,
      doc: "Its branch.",
      example: '"main"',
      defaultDoc: "the repository's own",
    }),
    folder: folder("The folder of the repository that holds the templates.", "templates"),
    assets: setting({
      type: folderName,
      doc: "The folder of the repository that holds pictures and styles; pages find them at `/hub/static/extra-assets/`.",
      example: '"extra-assets"',
      defaultDoc: "none",
    }),
    update: setting({
      type: duration,
      doc: "How often the repository is looked at again.",
      example: "5min",
      defaultDoc: "when the hub starts",
    }),
  },
  blocks: {
    pages: nested(pages, 'pages { "login.html" = "{% extends \\"templates/login.html\\" %}" }'),
    vars: nested(vars, 'vars { org.name = "LEAP" }'),
  },
  oneOf: [["repository", "pages", "vars"]],
});
