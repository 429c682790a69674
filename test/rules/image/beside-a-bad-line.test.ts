// A line of a package block that can't be read hides nothing of the lines beside it.

import { expect, test } from "vitest";
import { courseProgram } from "../../support/course-program.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

function codes(image: string): string[] {
  const text = courseProgram({ more: `image other extends std.jupyterlab {\n${image}\n}` });
  return checkProgram(programOf(text))
    .diagnostics.filter(({ severity }) => severity !== "info")
    .map(({ code, span }) => `${code} ${span.file.text.slice(span.start, span.end)}`)
    .filter((found) => found.startsWith("image/"))
    .sort();
}

test.each([
  [
    "in pip",
    "  pip {\n    numpy=1.26\n    sklearn\n  }",
    ["image/bad-requirement =", "image/package-elsewhere sklearn"],
  ],
  [
    "in another block",
    "  pip {\n    sklearn\n  }\n  cran {\n    r-dplyr\n    pandas\n  }",
    ["image/bad-requirement r-dplyr", "image/package-elsewhere pandas", "image/package-elsewhere sklearn"],
  ],
  [
    "a slip of a name",
    "  pip {\n    numpy=1.26\n    matplotlb\n  }",
    ["image/bad-requirement =", "image/unknown-package matplotlb"],
  ],
  [
    "pins that exclude each other",
    "  conda {\n    pandas=2.2\n    scipy==1==2\n  }\n  pip {\n    pandas==2.3.1\n  }",
    ["image/bad-requirement =", "image/conflicting-pins pandas==2.3.1"],
  ],
  [
    "a package that is listed twice",
    "  pip {\n    numpy==1.26.4\n    numpy==1.26.3\n    sklearn\n  }",
    ["image/duplicate-package numpy==1.26.3", "image/package-elsewhere sklearn"],
  ],
])("%s", (_name, image, expected) => {
  expect(codes(image)).toEqual(expected);
});
