import { describe, expect, test } from "vitest";
import { parsePipRequirement } from "../../../compiler/syntax/requirements/pep508.ts";
import type { Requirement } from "../../../compiler/syntax/requirements/requirement.ts";

/** A line, its canonical text, and what else is expected of it. */
const valid: readonly (readonly [line: string, text: string, fields?: Partial<Requirement>])[] = [
  ["numpy", "numpy", { name: "numpy", nameStart: 0, nameEnd: 5 }],
  ["RISE==5.7.*", "RISE==5.7.*", { name: "rise", written: "RISE", version: "==5.7.*" }],
  [
    "Jupyter_Contrib.NBextensions==0.7",
    "Jupyter_Contrib.NBextensions==0.7",
    { name: "jupyter-contrib-nbextensions", exact: "0.7" },
  ],
  ["nbconvert[webpdf, Serve_X] >= 7.1 , <8", "nbconvert[webpdf,Serve_X]>=7.1,<8", { extras: ["webpdf", "serve-x"] }],
  ["numpy (>=1,<2)", "numpy>=1,<2", { version: "(>=1,<2)" }],
  ["numpy==1.26+cu121", "numpy==1.26+cu121", { exact: "1.26+cu121" }],
  ["numpy===weird!v", "numpy===weird!v", { exact: "weird!v" }],
  ["numpy==1!2.0rc1.post2.dev3", "numpy==1!2.0rc1.post2.dev3", { exact: "1!2.0rc1.post2.dev3" }],
  ["numpy~=1.0", "numpy~=1.0"],
  ["numpy>=1,!=1.5.*", "numpy>=1,!=1.5.*"],
  ["numpy[]", "numpy"],
  ["numpy;python_version<'3'", 'numpy; python_version < "3"', { marker: 'python_version < "3"' }],
  [
    "numpy>=1 ; python_version not  in '3.1 3.2' and (os_name=='posix' or 'linux' in sys.platform)",
    'numpy>=1; python_version not in "3.1 3.2" and (os_name == "posix" or "linux" in sys.platform)',
  ],
  ["numpy; platform_version == 'a \"b\"'", "numpy; platform_version == 'a \"b\"'"],
  [
    "foo @ https://h.example/f.zip ; os_name=='nt'",
    'foo @ https://h.example/f.zip ; os_name == "nt"',
    { url: "https://h.example/f.zip" },
  ],
  [
    "foo[a]@git+https://h.example/o/r",
    "foo[a] @ git+https://h.example/o/r",
    { extras: ["a"], url: "git+https://h.example/o/r" },
  ],
  [
    "git+https://h.example/o/my_repo.git@v1#egg=My_Pkg[x]&subdirectory=py",
    "git+https://h.example/o/my_repo.git@v1#egg=My_Pkg[x]&subdirectory=py",
    { name: "my-pkg", extras: ["x"], nameStart: 43, nameEnd: 49 },
  ],
  [
    "git+https://h.example/o/tmpystore.git@84765e1",
    "git+https://h.example/o/tmpystore.git@84765e1",
    { name: "tmpystore" },
  ],
  [
    "git+https://h.example/o/mono#subdirectory=python/foo/",
    "git+https://h.example/o/mono#subdirectory=python/foo/",
    { name: "foo" },
  ],
  [
    "git+https://h.example/o/mono#subdirectory=python",
    "git+https://h.example/o/mono#subdirectory=python",
    { name: "mono" },
  ],
  ["git+ssh://git@h.example/o/repo.git", "git+ssh://git@h.example/o/repo.git", { name: "repo" }],
  [
    "https://h.example/o/r/archive/refs/heads/main.zip",
    "https://h.example/o/r/archive/refs/heads/main.zip",
    { name: "r" },
  ],
  ["https://h.example/o/r/archive/v1-2.0.tar.gz", "https://h.example/o/r/archive/v1-2.0.tar.gz", { name: "r" }],
  [
    "https://h.example/f/my_pkg-1.2-1-cp312-cp312-linux_x86_64.whl",
    "https://h.example/f/my_pkg-1.2-1-cp312-cp312-linux_x86_64.whl",
    { name: "my-pkg", exact: "1.2" },
  ],
  [
    "https://h.example/f/my-pkg-1.2.tar.gz#sha256=ab",
    "https://h.example/f/my-pkg-1.2.tar.gz#sha256=ab",
    { name: "my-pkg", exact: "1.2" },
  ],
];

/** A line, a word of its message, and the line as mended, where there is a fix. */
const invalid: readonly (readonly [line: string, message: string, replacement?: string])[] = [
  ["", "empty"],
  ["numpy=1.26", "`==`", "numpy==1.26"],
  ["numpy = 1.26", "`==`", "numpy == 1.26"],
  ["numpy 1.26", "`==` before it", "numpy==1.26"],
  ["numpy=>1", "`>=`", "numpy>=1"],
  ["numpy >=>1", "no operator"],
  ["numpy==", "missing after `==`"],
  ["numpy>=1,", "doesn't end in `,`", "numpy>=1"],
  ["numpy>=1,; os_name=='nt'", "after this comma", "numpy>=1; os_name=='nt'"],
  ["numpy>=1 <2", "joined by commas", "numpy>=1,<2"],
  ["numpy>=1|2", "`|`"],
  ["numpy^1", "`^`"],
  ["numpy@1.2", "`==`", "numpy==1.2"],
  ["numpy>=1+l", "after `+`", "numpy>=1"],
  ["numpy~=1", "two numbers", "numpy~=1.0"],
  ["numpy>1.*", "`.*` goes with", "numpy>1"],
  ["numpy==1.2*", "after a point", "numpy==1.2.*"],
  ["numpy==1.2=py_0", "build strings", "numpy==1.2"],
  ["numpy==1.2.", "PEP 440"],
  ["numpy==*", "name alone"],
  ["numpy (>=1", "never closed"],
  ["numpy[a", "never closed"],
  ["numpy[a,]", "extra's name is missing", "numpy[a]"],
  ["numpy[a b]", "no extra's name"],
  ["numpy-", "ends in a letter"],
  ["_numpy", "begins with"],
  ["numpy,pandas", "one requirement a line", "numpy\npandas"],
  ["numpy pandas", "one requirement a line", "numpy\npandas"],
  ["import numpy as np", "no code", "numpy"],
  ["from numpy import array", "no code", "numpy"],
  ["library(dplyr)", "`cran { }`"],
  ["numpy; pyhton_version < '3'", "`python_version`", "numpy; python_version < '3'"],
  ["numpy; python_version < 3.12", "needs quotes", 'numpy; python_version < "3.12"'],
  ["numpy; python_version", "compares with"],
  ["numpy; python_version = '3'", "compares with", "numpy; python_version == '3'"],
  ["numpy; (python_version < '3'", "never closed"],
  ["numpy; python_version < '3' os_name == 'nt'", "joined by `and`"],
  ["numpy; '3' < '4'", "compares a variable"],
  ["numpy --hash=sha256:ab", "lock file", "numpy"],
  ["numpy\\", "doesn't end in", "numpy"],
  ["'numpy>=1'", "no quotes", "numpy>=1"],
  ["!pip install numpy", "not commands", "numpy"],
  ["pip install numpy pandas", "not commands"],
  ["conda-forge::numpy", "`conda { }`"],
  ["-r req.txt", "paste the lines"],
  ["-rreq.txt", "paste the lines"],
  ["-e .", "address of a repository"],
  ["-c constraints.txt", "pinned versions"],
  ["--index-url https://h.example", "not supported"],
  ["./local", "computer"],
  ["foo @ file:///x", "computer"],
  ["git@h.example:o/r.git", "`git+https://", "git+ssh://git@h.example/o/r.git"],
  ["git+https://h.example", "repository is missing"],
  ["git+https://h.example/o/r@", "missing after `@`", "git+https://h.example/o/r"],
  ["git+https://h.example/o/r#eg=x", "`egg=name`", "git+https://h.example/o/r#egg=x"],
  ["https://h.example/o/r", "`git+`", "git+https://h.example/o/r"],
  ["https://h.example/f/pkg.zip", "`name @ address`"],
  ["https://h.example/f/pkg.whl", "wheel"],
];

describe("parsePipRequirement", () => {
  for (const [line, text, fields] of valid)
    test(`reads ${line}`, () => {
      const result = parsePipRequirement(line);
      if ("error" in result) expect.fail(result.error.message);
      const { requirement } = result;
      expect(requirement).toMatchObject({ ecosystem: "pip", text, ...fields });
      expect(line.slice(requirement.nameStart, requirement.nameEnd)).toBe(requirement.written);
      if (fields?.exact === undefined) expect(requirement.exact).toBeUndefined();
      expect(parsePipRequirement(text)).toMatchObject({ requirement: { text, name: requirement.name } });
    });

  for (const [line, message, replacement] of invalid)
    test(`refuses ${line}`, () => {
      const result = parsePipRequirement(line);
      if (!("error" in result)) expect.fail(`read as ${result.requirement.text}`);
      expect(result.error.message).toContain(message);
      expect(result.error.fix?.replacement).toBe(replacement);
      expect(result.error.start).toBeLessThanOrEqual(result.error.end);
      for (const mended of replacement?.split("\n") ?? [])
        expect(parsePipRequirement(mended)).toHaveProperty("requirement");
    });

  test("warns about a password in an address", () => {
    expect(parsePipRequirement("git+https://me:word@h.example/o/r")).toMatchObject({
      requirement: { name: "r", warning: { start: 12, end: 19 } },
    });
    expect(parsePipRequirement("git+ssh://git@h.example/o/r")).not.toHaveProperty("requirement.warning");
  });
});
