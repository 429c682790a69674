// Names under which there is no such package, or another one.

import { describe, expect, it } from "vitest";
import { packageMeant } from "../../../compiler/knowledge/namesakes.ts";
import { popularPackages } from "../../../compiler/knowledge/popular-packages.ts";
import { imageFindings, mended } from "../../support/image-programs.ts";

const image = (block: string, line: string, more = "") =>
  `image own {\n  base = "quay.io/jupyter/base-notebook:2026-01-05"\n${more}  ${block} {\n    ${line}\n  }\n}\n`;

describe("image/package-elsewhere", () => {
  it.each([
    ["pip", "sklearn==1.7", "sklearn", "scikit-learn"],
    ["pip", "cv2", "cv2", "opencv-python-headless"],
    ["pip", "PIL", "PIL", "pillow"],
    ["pip", "yaml", "yaml", "pyyaml"],
    ["pip", "OpenSSL", "OpenSSL", "pyopenssl"],
    ["pip", "git==3.1", "git", "gitpython"],
    ["pip", "dns", "dns", "dnspython"],
    ["pip", "magic", "magic", "python-magic"],
    ["pip", "rest_framework", "rest_framework", "djangorestframework"],
    ["pip", "googleapiclient", "googleapiclient", "google-api-python-client"],
    ["conda", "sklearn=1.7", "sklearn", "scikit-learn"],
    ["conda", "cv2", "cv2", "opencv"],
    ["conda", "torch=2.5", "torch", "pytorch"],
    ["pip", "pytorch", "pytorch", "torch"],
    ["conda", "ggplot2", "ggplot2", "r-ggplot2"],
    ["conda", "tidyverse=2.0", "tidyverse", "r-tidyverse"],
    ["pip", "dplyr", "dplyr", undefined],
    ["cran", "numpy", "numpy", undefined],
    ["cran", "pandas matplotlib", "pandas", undefined],
  ])("%s { %s }: %s is %s", (block, line, marked, right) => {
    const text = image(block, line);
    expect(imageFindings(text)).toContain(`error image/package-elsewhere: ${marked}`);
    if (right === undefined) return;
    expect(mended(text, "image/package-elsewhere")).toBe(text.replace(line, line.replace(marked, right)));
  });

  it.each([
    ["pip", "scikit-learn"],
    ["pip", "opencv-python"],
    ["pip", "torch"],
    ["pip", "palmerpenguins"],
    ["conda", "git"],
    ["conda", "openssl"],
    ["cran", "magic openssl"],
    ["pip", "crypto"],
    ["pip", "bio"],
    ["pip", "Levenshtein"],
    ["pip", "gitpython"],
    ["pip", "jwt"],
    ["conda", "pillow"],
    ["conda", "r-ggplot2"],
    ["conda", "conda-forge::torch"],
    ["cran", "torch keras tensorflow plotly arrow shiny"],
    ["pip", "sklearn @ git+https://github.com/o/sklearn.git@1a2b3c4"],
  ])("takes %s { %s }", (block, line) => {
    expect(imageFindings(image(block, line))).toEqual([]);
  });

  it("takes no widely used name for another package's", () => {
    for (const ecosystem of ["conda", "pip", "cran"] as const) {
      const accused = popularPackages[ecosystem].filter((name) => packageMeant(ecosystem, name)?.installs === false);
      expect([ecosystem, accused]).toEqual([ecosystem, []]);
    }
  });
});

describe("image/another-package", () => {
  it("is what is installed under a module's name", () => {
    expect(imageFindings(image("pip", "bs4"))).toEqual(["warning image/another-package: bs4"]);
    expect(imageFindings(image("conda", "yaml"))).toEqual(["warning image/another-package: yaml"]);
  });

  it("is told by its capitals", () => {
    expect(imageFindings(image("pip", "Crypto"))).toEqual(["warning image/another-package: Crypto"]);
    expect(mended(image("pip", "Bio"), "image/another-package")).toBe(image("pip", "biopython"));
  });

  it.each(["github", "usb", "faiss", "airflow", "ee"])("is %s", (name) => {
    expect(imageFindings(image("pip", name))).toEqual([`warning image/another-package: ${name}`]);
  });

  it("may be meant beside the package itself", () => {
    expect(imageFindings(image("conda", "yaml=0.2.5", "  pip { pyyaml==6.0 }\n"))).toEqual([]);
  });
});
