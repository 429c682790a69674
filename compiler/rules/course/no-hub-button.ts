import { buttonInterface } from "../../knowledge/course-tools.ts";
import type { Textbook } from "../../model/material.ts";
import { defineRule } from "../rule.ts";

/** A button to the hub is one that the book's builder can show. */
export const noHubButton = defineRule<{ why: string }>({
  code: "course/no-hub-button",
  severity: "warning",
  title: "A button that the book's builder can't show",
  why: "No setting of Jupyter Book 2 takes a hub's address, and Jupyter Book 1's buttons open the classic notebook or JupyterLab only. What is written instead is a link to the hub above every page, where the builder has a place for it, and a list of links to the book's notebooks.",
  message: ({ why }) =>
    `${why}: its pages get no button to the hub. The links to its notebooks are in \`textbook/links.md\`.`,
  each: "textbooks",
  check: ({ textbook, builder, app }, report) => {
    const why = withoutButton(textbook, app);
    if (why !== undefined) report({ why }, { span: textbook.launch[0]?.span ?? builder.span });
  },
});

/** Why the button that is asked for can't be; undefined where it can, or nobody asked. */
function withoutButton({ builder, launch }: Textbook, app: string): string | undefined {
  if (!launch.some(({ value }) => value === "hub")) return undefined;
  if (builder?.value === "jupyter-book-2") return "Jupyter Book 2 takes no hub's address";
  return buttonInterface(app) === undefined ? `Jupyter Book 1 has no button for \`${app}\`` : undefined;
}
