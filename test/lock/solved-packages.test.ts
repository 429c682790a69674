// What solvers fixed, from their own lock files.

import { describe, expect, test } from "vitest";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { solvedPackages } from "../../compiler/lock/solved-packages.ts";

describe("the packages of a solve", () => {
  test("by conda-lock, for two platforms", () => {
    const text = `version: 1
metadata: { channels: [] }
package:
- { name: numpy, version: 2.1.3, manager: conda, platform: linux-64, url: "https://c/linux-64/numpy-2.1.3-py312_0.conda" }
- { name: numpy, version: 2.1.3, manager: conda, platform: osx-arm64, url: "https://c/osx-arm64/numpy-2.1.3-py312_0.conda" }
- { name: otter-grader, version: 6.1.0, manager: pip, platform: linux-64 }
`;
    expect(solvedPackages(text, readYaml)).toEqual(["conda numpy 2.1.3", "pip otter-grader 6.1.0"]);
  });

  test("by pixi", () => {
    const text = `version: 6
environments: {}
packages:
- conda: https://conda.anaconda.org/conda-forge/linux-64/ca-certificates-2026.1.4-hbd8a1cb_0.conda
  sha256: aa
- conda: https://conda.anaconda.org/conda-forge/noarch/python_abi-3.12-8_cp312.tar.bz2
- pypi: https://files.pythonhosted.org/packages/a/b/otter_grader-6.1.0-py3-none-any.whl
  name: otter-grader
  version: 6.1.0
`;
    expect(solvedPackages(text, readYaml)).toEqual([
      "conda ca-certificates 2026.1.4",
      "conda python_abi 3.12",
      "pip otter-grader 6.1.0",
    ]);
  });

  test("none of another form", () => {
    expect(solvedPackages("a: [1, 2", readYaml)).toEqual([]);
    expect(solvedPackages("- a\n", readYaml)).toEqual([]);
  });
});
