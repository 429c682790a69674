import { describe, expect, it } from "vitest";
import { importCheck } from "../../compiler/knowledge/import-names.ts";
import { popularPackages } from "../../compiler/knowledge/popular-packages.ts";
import { parseCondaRequirement } from "../../compiler/syntax/requirements/conda-match-spec.ts";
import { parsePipRequirement } from "../../compiler/syntax/requirements/pep508.ts";
import type { Ecosystem } from "../../compiler/syntax/requirements/requirement.ts";

function check(ecosystem: "conda" | "pip", line: string) {
  const parsed = ecosystem === "conda" ? parseCondaRequirement(line) : parsePipRequirement(line);
  if ("error" in parsed) throw new Error(parsed.error.message);
  return importCheck(parsed.requirement);
}

function word(ecosystem: Ecosystem, name: string) {
  return importCheck({
    ecosystem,
    name: name.toLowerCase(),
    written: name,
    text: name,
    nameStart: 0,
    nameEnd: name.length,
  });
}

describe("how a package is imported", () => {
  it.each([
    ["pip", "numpy==1.26.4", "numpy"],
    ["pip", "scikit-learn", "sklearn"],
    ["pip", "otter-grader[grading]>=6", "otter"],
    ["pip", "Jupyter_Client", "jupyter_client"],
    ["pip", "git+https://github.com/berkeley-dsep-infra/tmpystore.git@84765e1", "tmpystore"],
    ["conda", "jupyterhub-singleuser=5.5", "jupyterhub"],
    ["conda", "jupyter_server==2.2.1", "jupyter_server"],
    ["conda", "conda-forge::matplotlib-base", "matplotlib"],
    ["conda", "pytorch", "torch"],
    ["conda", "pytables", "tables"],
    ["conda", "opencv", "cv2"],
  ] as const)("%s's %s as %s", (ecosystem, line, module) => {
    expect(check(ecosystem, line)).toEqual({ kind: "python", module });
  });

  it.each(["nodejs", "git", "python=3.11", "compilers", "r-base=4.5", "r-essentials", "jupyter"])(
    "conda's %s not at all",
    (line) => {
      expect(check("conda", line)).toEqual({ kind: "nothing" });
    },
  );

  it("for R in R, whose names conda writes in lower case", () => {
    expect(check("conda", "r-rcolorbrewer")).toEqual({ kind: "r", name: "rcolorbrewer", exact: false });
    expect(word("cran", "RColorBrewer")).toEqual({ kind: "r", name: "RColorBrewer", exact: true });
    expect(word("apt", "git")).toEqual({ kind: "nothing" });
  });

  it("is not guessed", () => {
    for (const name of ["no-such-package", "constructor", "__proto__", "toString"]) {
      expect(word("pip", name)).toEqual({ kind: "unknown" });
      expect(word("conda", name).kind).not.toBe("python");
    }
  });

  it("is known of a third of the popular packages at least, under names that Python takes", () => {
    const checks = popularPackages.pip.map((name) => word("pip", name));
    for (const one of checks)
      if (one.kind === "python") expect(one.module).toMatch(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/);
    expect(checks.filter(({ kind }) => kind !== "unknown").length).toBeGreaterThan(checks.length / 3);
  });
});
