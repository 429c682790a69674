import { parseImageReference } from "../../knowledge/image-reference.ts";
import { defineRule } from "../rule.ts";

/** References are read by the grammar of registries, which is stricter than it looks. */
export const badReference = defineRule<{ found: string }>({
  code: "image/bad-reference",
  title: "A name that no registry takes",
  why: "A builder refuses the name, after the build has begun. Its form is a registry's host, a path in lower case with single separators, and a tag or a digest.",
  message: ({ found }) =>
    `No builder takes \`${found}\` as an image: its path is words in lower case, joined by one \`/\`, \`.\`, \`_\` or any number of \`-\`.`,
  check: (model, report) => {
    const references = model.images.flatMap(({ base, prebuilt }) =>
      [base, prebuilt].filter((one) => one !== undefined),
    );
    for (const { value, span } of references) {
      if (parseImageReference(value) === undefined) report({ found: value }, { span });
    }
  },
});
