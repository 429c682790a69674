import { defineRule } from "../rule.ts";

/** Templates have names that JupyterHub looks for. */
export const templateName = defineRule<{ name: string }>({
  code: "hub/template-name",
  title: "No name of a template",
  why: "JupyterHub finds its templates by their names, such as `login.html`, in one folder. A path, or another character than a key of a Secret can hold, is refused by the cluster or found by nobody.",
  message: ({ name }) =>
    `\`${name}\` is no name of a template: letters, digits, \`.\`, \`_\` and \`-\`, with \`.html\` at its end.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ templates }) =>
      (templates?.pages ?? []).flatMap(({ name, text }) =>
        /^[A-Za-z0-9_-][A-Za-z0-9._-]*\.html$/.test(name) ? [] : [{ name, span: text.span }],
      ),
    );
    for (const { name, span } of found) report({ name }, { span });
  },
});
