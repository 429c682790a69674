import { defineRule } from "../rule.ts";

/** Groups are kept by sign-in or by hand, on one hub. */
export const adminPageAndSignIn = defineRule<{ group: string; other: string; hub: string }>({
  code: "group/admin-page-and-sign-in",
  title: "A group kept on the admin page of a hub whose groups come from sign-in",
  why: "Where sign-in says who is in a group, JupyterHub keeps all groups by it (`manage_groups`): its admin page and its API then refuse to change one.",
  message: ({ group, other, hub }) =>
    `\`${group}\` can't be kept on the admin page of hub \`${hub}\`: \`${other}\` comes from sign-in there, and JupyterHub then lets nobody change a group by hand. Remove \`admin-page\`, or list the people of \`${other}\`.`,
  each: "releases",
  check: ({ groups, hub }, report) => {
    const other = groups.find(({ sources }) => sources.length > 0);
    if (other === undefined) return;
    for (const { name: group, adminPage } of groups)
      if (adminPage.value) report({ group, other: other.name, hub }, { span: adminPage.span });
  },
});
