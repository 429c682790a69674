// What stands in the first line of a plan in Markdown, so that whoever posts one finds the one before.

export const planMark = "<!-- hubc plan -->";
