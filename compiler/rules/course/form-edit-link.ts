import { defineRule } from "../rule.ts";

/** Google's edit links of forms, documents and sheets end in `/edit`. */
const editLink =
  /^https:\/\/docs\.google\.com\/forms\/(?:u\/\d+\/)?d\/(?!e\/)[^/]+(?:\/(?:edit|prefill)?(?:[?#].*)?)?$/;

/** Links that a course shows are for reading and filling in. */
export const formEditLink = defineRule({
  code: "course/form-edit-link",
  title: "A link that lets everybody edit a form",
  why: "An edit link gives whoever has it the form and all its answers. People fill a form in through its `viewform` link.",
  message: () => "This is the form's edit link: use the one that its Send button gives, which ends in `viewform`.",
  eachAlone: "courses",
  check: ({ links, lectures }, report) => {
    for (const url of [...links.map((link) => link.url), ...lectures.flatMap(({ form }) => form ?? [])]) {
      if (editLink.test(url.value)) report({}, { span: url.span });
    }
  },
});
