// Constraints on a package that no version fits, and those that some may fit.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../../support/programs.ts";
import { smallProgram } from "../../support/small-program.ts";

const found = (image: string) =>
  checkProgram(programOf(smallProgram({ image }))).diagnostics.flatMap(({ code, span }) =>
    code === "image/no-version" || code === "image/conflicting-pins"
      ? [`${code}: ${span.file.text.slice(span.start, span.end)}`]
      : [],
  );

test.each([
  ["pip {\n  seaborn>=0.13,<0.12\n}", ["image/no-version: seaborn>=0.13,<0.12"]],
  ["conda {\n  seaborn>0.13,<0.13\n}", ["image/no-version: seaborn>0.13,<0.13"]],
  ["pip {\n  seaborn==0.13.1,==0.13.2\n}", ["image/no-version: seaborn==0.13.1,==0.13.2"]],
  ["pip {\n  seaborn~=0.13.1,<0.13\n}", ["image/no-version: seaborn~=0.13.1,<0.13"]],
  ["pip {\n  seaborn>=0.13,<=0.13\n}", []],
  ["pip {\n  seaborn>=0.12,<0.14,!=0.13.0\n}", []],
  ["conda {\n  seaborn>=5,<6|>=0.12,<0.14\n}", []],
  ["conda {\n  seaborn=0.13\n}\npip {\n  seaborn>=0.13,<0.12\n}", ["image/no-version: seaborn>=0.13,<0.12"]],
])("%j", (image, expected) => {
  expect(found(image)).toEqual(expected);
});
