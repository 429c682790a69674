import { unclosedHereDocument } from "../../output/here-documents.ts";
import { defineRule } from "../rule.ts";

/** Lines of one's own end what they begin. */
export const hereDocument = defineRule<{ word: string }>({
  code: "image/unclosed-here-document",
  title: "A here-document without its end",
  why: "The text after `<<EOF` goes on until a line that is `EOF` alone. Without one it swallows all that the compiler writes below it, and the build stops.",
  message: ({ word }) =>
    `The here-document that \`<<${word}\` begins has no end: add a line that is \`${word}\` alone.`,
  check: (model, report) => {
    const texts = model.images.flatMap(({ dockerfile }) => (dockerfile === undefined ? [] : [dockerfile]));
    for (const { value, span } of texts) {
      const word = unclosedHereDocument(value);
      if (word !== undefined) report({ word }, { span });
    }
  },
});
