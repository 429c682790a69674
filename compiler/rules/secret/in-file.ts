import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { secretsInFile, secretsInOwnData, type WrittenSecret } from "../../model/written-secrets.ts";
import { secretInClear } from "../../schema/secret-diagnostics.ts";
import type { Rule } from "../rule.ts";

/** A file of a hub or of an image holds no secret that its names tell, and neither does what its pages are given. */
export const secretInFile: Rule = {
  check: (model, report) => {
    for (const { span, hidden, path, instead } of writtenIn(model))
      report(diagnose(secretInClear, { path, instead }, { span, ...(hidden && { hidden }) }));
  },
};

function writtenIn({ releases, images }: Model): readonly WrittenSecret[] {
  return [
    ...releases.flatMap(inFilesOf),
    ...releases.flatMap(({ templates }) => (templates?.vars ?? []).flatMap(secretsInOwnData)),
    ...images.flatMap(({ files }) => files.flatMap(({ text, span }) => secretsInFile(text, span).map(inImage))),
  ];
}

function inFilesOf({ files }: Release): readonly WrittenSecret[] {
  return files.flatMap(({ holds }) => {
    if (holds.kind === "text") return secretsInFile(holds.text.value, holds.text.span).map(byText);
    return holds.kind === "data" ? holds.values.flatMap(secretsInOwnData).map(byText) : [];
  });
}

const byText = (writtenSecret: WrittenSecret): WrittenSecret => ({
  ...writtenSecret,
  instead: 'give the whole file as a secret, `text = secret("…")`',
});

const inImage = (writtenSecret: WrittenSecret): WrittenSecret => ({
  ...writtenSecret,
  instead:
    'whoever pulls the image reads its files: bring it to servers by the hub\'s block `file`, with `text = secret("…")`',
});
