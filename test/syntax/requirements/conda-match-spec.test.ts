import { describe, expect, test } from "vitest";
import { parseCondaRequirement } from "../../../compiler/syntax/requirements/conda-match-spec.ts";
import type { Requirement } from "../../../compiler/syntax/requirements/requirement.ts";

/** A line, its canonical text, and what else is expected of it. */
const valid: readonly (readonly [line: string, text: string, fields?: Partial<Requirement>])[] = [
  ["numpy", "numpy", { name: "numpy", nameStart: 0, nameEnd: 5 }],
  ["BWA==0.7.17", "bwa==0.7.17", { name: "bwa", written: "BWA", exact: "0.7.17", version: "==0.7.17" }],
  ["numpy=1.26", "numpy=1.26", { version: "=1.26" }],
  ["numpy = 1.26", "numpy=1.26", { version: "= 1.26" }],
  ["numpy==1.26", "numpy==1.26", { exact: "1.26" }],
  ["numpy 1.26", "numpy==1.26", { exact: "1.26", version: "1.26" }],
  ["numpy 1.26.*", "numpy 1.26.*"],
  ["numpy==1.26.*", "numpy==1.26.*"],
  ["jupyter-resource-usage==1.1*", "jupyter-resource-usage==1.1*"],
  ["jupyter-server-proxy>=4.4.0,4.*", "jupyter-server-proxy>=4.4.0,4.*"],
  ["numpy>=1,<2|3", "numpy>=1,<2|3"],
  ["numpy >= 1.2 , < 2", "numpy>=1.2,<2", { version: ">= 1.2 , < 2" }],
  ["numpy (>=1,<2)|3", "numpy (>=1,<2)|3"],
  ["numpy!=1.2.*", "numpy!=1.2.*"],
  ["numpy~=1.2", "numpy~=1.2"],
  ["numpy 1.*.3", "numpy 1.*.3"],
  ["numpy ^1\\.[0-9]+$", "numpy ^1\\.[0-9]+$"],
  ["numpy *", "numpy *"],
  ["openssl==1!1.0.1_", "openssl==1!1.0.1_", { exact: "1!1.0.1_" }],
  ["numpy 1.26 py312_0", "numpy=1.26=py312_0", { exact: "1.26", build: "py312_0" }],
  ["numpy=1.26=py312_0", "numpy=1.26=py312_0", { exact: "1.26", build: "py312_0" }],
  ["numpy==1.26=py*", "numpy=1.26=py*", { exact: "1.26", build: "py*" }],
  ["numpy =1.26 py*", "numpy=1.26.*=py*", { build: "py*" }],
  ["numpy 1.26.* py*", "numpy=1.26.*=py*", { build: "py*" }],
  ["pytorch=*=*cuda*", "pytorch=*=*cuda*", { build: "*cuda*" }],
  ["numpy >=1,<2 py*", "numpy[version='>=1,<2',build='py*']", { version: ">=1,<2" }],
  ["numpy[version='>=1', build=py*]", "numpy[version='>=1',build='py*']", { version: ">=1", build: "py*" }],
  ["numpy[version='=1.2']", "numpy=1.2", { version: "=1.2" }],
  ["numpy[version=1.2]", "numpy==1.2", { exact: "1.2" }],
  ['numpy [channel="defaults", license="BSD 3"]', "defaults::numpy[license='BSD 3']", { channel: "defaults" }],
  ["numpy[extras=[a, b]]", "numpy[extras=[a, b]]"],
  ["numpy[md5=0123456789abcdef0123456789abcdef]", "numpy[md5='0123456789abcdef0123456789abcdef']"],
  ["conda-forge::numpy", "conda-forge::numpy", { channel: "conda-forge", nameStart: 13, nameEnd: 18 }],
  ["conda-forge/linux-64::numpy>=1", "conda-forge/linux-64::numpy>=1", { channel: "conda-forge", subdir: "linux-64" }],
  ["conda-forge/label/dev::numpy", "conda-forge/label/dev::numpy", { channel: "conda-forge/label/dev" }],
  ["conda-forge:ns:numpy", "conda-forge::numpy", { channel: "conda-forge" }],
  ["https://h.example/c::numpy", "https://h.example/c::numpy", { channel: "https://h.example/c" }],
  ["_libgcc_mutex", "_libgcc_mutex"],
  ["__glibc>=2.17", "__glibc>=2.17"],
  [
    "https://h.example/c/noarch/my-pkg-1.2-py_0.conda",
    "https://h.example/c/noarch/my-pkg-1.2-py_0.conda",
    { name: "my-pkg", exact: "1.2", build: "py_0", channel: "https://h.example/c", subdir: "noarch", nameStart: 27 },
  ],
];

/** A line, a word of its message, and the line as mended, where there is a fix. */
const invalid: readonly (readonly [line: string, message: string, replacement?: string])[] = [
  ["", "empty"],
  ["numpy >=>1", "no operator"],
  ["numpy==", "missing after `==`", "numpy"],
  ["numpy=", "missing after `=`", "numpy"],
  ["numpy>=1,", "doesn't end in `,`", "numpy>=1"],
  ["numpy>=1,<", "missing after `<`"],
  ["numpy=>1", "`>=`", "numpy>=1"],
  ["numpy===1.2", "`==`", "numpy==1.2"],
  ["numpy~1.2", "`~=`", "numpy~=1.2"],
  ["numpy^1.2", "`^`"],
  ["numpy >=1 <2", "joined by", "numpy >=1,<2"],
  ["numpy>=1.2<2", "joined by", "numpy>=1.2,<2"],
  ["numpy>=1.2.*", "`*`", "numpy>=1.2"],
  ["numpy~=1.2.*", "`*`", "numpy~=1.2"],
  ["numpy=1.2 py_0", "either by", "numpy=1.2=py_0"],
  ["numpy 1.2=py_0", "either by", "numpy=1.2=py_0"],
  ["numpy pandas", "one package a line"],
  ["numpy, pandas", "one package a line", "numpy\npandas"],
  ["numpy 1.2 3 4", "one package a line"],
  ["numpy==1.2.", "doesn't end in", "numpy==1.2"],
  ["numpy==1..2", "not a version"],
  ["numpy ((>=1)", "never closed"],
  ["numpy ^[$", "regular expression"],
  ["numpy[vesion=1]", "`version`", "numpy[version=1]"],
  ["numpy[version='>=1'", "never closed", "numpy[version='>=1']"],
  ["numpy[version=1,version=2]", "given twice"],
  ["numpy==1[version=2]", "given twice"],
  ["numpy[version=>=1]", "needs quotes"],
  ["numpy[version='>=>1']", "no operator"],
  ["numpy[build=a,]", "end in a comma", "numpy[build=a]"],
  ["numpy[]", "empty"],
  ["numpy[md5=ab]", "32 digits"],
  ["conda-forge:numpy", "two colons", "conda-forge::numpy"],
  ["conda-forge/numpy", "two colons", "conda-forge::numpy"],
  ["conda-forge::", "begins with a package's name"],
  ["::numpy", "channel's name is missing", "numpy"],
  ["numpy--x", "no package name"],
  ["num*", "begins with a package's name"],
  ["numpy-1.26.0-py312_0", "joined by `=`", "numpy=1.26.0=py312_0"],
  ["numpy@1.2", "`==`", "numpy==1.2"],
  ['"numpy>=1"', "no quotes", "numpy>=1"],
  ["'numpy',", "no quotes", "numpy"],
  ["conda install numpy", "not commands", "numpy"],
  ["-c conda-forge numpy", "`channels`"],
  ["-r requirements.txt", "paste the lines"],
  ["pip:", "`pip { }`"],
  ["git+https://h.example/o/r", "`pip { }`"],
  ["foo @ https://h.example/foo.whl", "`pip { }`"],
  ["numpy; python_version<'3'", "markers", "numpy"],
  ["https://h.example/foo.whl", "`pip { }`"],
  ["file:///tmp/a-1-0.conda", "computer"],
];

describe("parseCondaRequirement", () => {
  for (const [line, text, fields] of valid)
    test(`reads ${line}`, () => {
      const result = parseCondaRequirement(line);
      if ("error" in result) expect.fail(result.error.message);
      expect(result.requirement).toMatchObject({ ecosystem: "conda", text, ...fields });
      const { requirement } = result;
      expect(line.slice(requirement.nameStart, requirement.nameEnd)).toBe(requirement.written);
      if (fields?.exact === undefined) expect(requirement.exact).toBeUndefined();
      if (requirement.channel !== undefined && requirement.url !== undefined) return;
      const again = parseCondaRequirement(text);
      expect(again).toMatchObject({ requirement: { text, name: requirement.name } });
      if (!("error" in again)) expect(again.requirement.exact).toBe(requirement.exact);
    });

  for (const [line, message, replacement] of invalid)
    test(`refuses ${line}`, () => {
      const result = parseCondaRequirement(line);
      if (!("error" in result)) expect.fail(`read as ${result.requirement.text}`);
      expect(result.error.message).toContain(message);
      expect(result.error.fix?.replacement).toBe(replacement);
      expect(result.error.start).toBeLessThanOrEqual(result.error.end);
      for (const mended of replacement?.split("\n") ?? [])
        expect(parseCondaRequirement(mended)).toHaveProperty("requirement");
    });

  test("warns about pip's extras, which conda ignores", () => {
    expect(parseCondaRequirement("ibis-framework[pandas,duckdb]==9.3.0")).toMatchObject({
      requirement: {
        text: "ibis-framework==9.3.0",
        exact: "9.3.0",
        warning: { start: 14, end: 29, fix: { replacement: "ibis-framework==9.3.0" } },
      },
    });
  });
});
