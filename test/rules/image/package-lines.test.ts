import { describe, expect, it } from "vitest";
import { imageFindings, mended } from "../../support/image-programs.ts";

const image = (blocks: string, head = 'image own {\n  base = "quay.io/jupyter/base-notebook:2026-01-05"') =>
  `${head}\n${blocks}\n}\n`;
const lines = (block: string, ...all: string[]) => `  ${block} {\n${all.map((one) => `    ${one}\n`).join("")}  }\n`;

describe("image/unknown-package", () => {
  it.each([
    ["pip", "boken==2.4.3", "boken"],
    ["pip", "Pandsa", "Pandsa"],
    ["conda", "scikit-lear=1.7", "scikit-lear"],
    ["conda", "conda-forge::matplotlb", undefined],
    ["apt", "texlive-xetxe", "texlive-xetxe"],
    ["cran", "ggplt2", "ggplt2"],
    ["pip", "boken @ git+https://github.com/o/boken.git@1a2b3c4", undefined],
    ["pip", "boke", undefined],
    // Near two names, and near none.
    ["pip", "bpython", undefined],
    ["pip", "quantumcampus", undefined],
    // In wide use beside the names that they are near to.
    ["pip", "dash", undefined],
    ["pip", "ijson", undefined],
    ["pip", "pystan", undefined],
    // One letter from a widely used name, and packages of their own.
    ["cran", "tmaptools", undefined],
    ["cran", "rstac", undefined],
    ["cran", "magic", undefined],
    ["pip", "ta-lib", undefined],
    ["pip", "pyamg", undefined],
    ["pip", "parsel", undefined],
    ["conda", "parsel", undefined],
    ["pip", "gputil", undefined],
    ["pip", "distribute", undefined],
    // R tells upper case from lower.
    ["cran", "rcolorbrewer", "rcolorbrewer"],
    // A digit or a separator more is another version, or another spelling.
    ["pip", "numpy2", undefined],
    ["conda", "jupyter-server", undefined],
    ["apt", "libgl-dev", undefined],
    ["conda", "r-ggplt2", undefined],
  ])("%s { %s }: %s", (block, line, marked) => {
    expect(imageFindings(image(lines(block, line)))).toEqual(
      marked === undefined ? [] : [`error image/unknown-package: ${marked}`],
    );
  });

  it("does not judge lines of conda where a channel may hold anything", () => {
    const channel = '  channels = ["https://conda.campus.edu/lab", "conda-forge"]\n';
    expect(imageFindings(image(channel + lines("conda", "boken")))).toEqual([]);
    expect(imageFindings(image(channel + lines("pip", "boken")))).toHaveLength(1);
  });

  it("mends the name alone", () => {
    const text = image(lines("pip", "boken[all]==2.4.3  # plots"));
    expect(mended(text, "image/unknown-package")).toBe(text.replace("boken", "bokeh"));
  });
});

describe("image/partial-exact-pin", () => {
  it.each([
    ["conda", "python==3.12", true],
    ["conda", "python 3.12", true],
    ["conda", "python=3.12", false],
    ["conda", "python==3.12.1", false],
    ["conda", "python==3.12.*", false],
    ["conda", "jupyterlab==4.5", true],
    ["pip", "jupyterlab==4.5", true],
    ["pip", "jupyterlab==4.5.*", false],
    ["pip", "jupyterlab>=4.5", false],
    // Their releases have two numbers, or had.
    ["conda", "gh-scoped-creds==4.1", false],
    ["conda", "scikit-learn==1.0", false],
    ["conda", "bokeh==0.4", false],
  ])("%s { %s }: %s", (block, line, refused) => {
    expect(imageFindings(image(lines(block, line)))).toEqual(refused ? [`error image/partial-exact-pin: ${line}`] : []);
  });

  it.each([
    ["conda", "python==3.12", "python=3.12"],
    ["pip", "jupyterlab == 4.5", "jupyterlab==4.5.*"],
  ])("in %s %s becomes %s", (block, before, after) => {
    expect(mended(image(lines(block, before)), "image/partial-exact-pin")).toBe(image(lines(block, after)));
  });
});

describe("image/conflicting-pins", () => {
  it.each([
    ["numpy==1.26.4", "numpy==2.1.0", true],
    ["numpy=1.26", "numpy==2.1.0", true],
    ["numpy>=2", "numpy<2", true],
    ["numpy>=2", "numpy==1.26.4", true],
    ["jupyter_server=2.14", "jupyter-server==1.24.0", true],
    ["pytorch=2.4", "torch==2.5.1", true],
    ["numpy=1.26", "numpy==1.26.4", false],
    ["xarray==2025.4", "xarray==2025.4.0", false],
    ["numpy>=1.26", "numpy>=2,<3", false],
    ["numpy<=2", "numpy>=2", false],
    ["numpy<2", "numpy>=2", true],
    ["numpy", "numpy==2.1.0", false],
    ["numpy=1.26|=2.1", "numpy==2.1.0", false],
    ["numpy==1.26.4", 'numpy==2.1.0; python_version < "3.9"', false],
    ["numpy==1.26.4", "numpy==1.26.4+campus", false],
    // Another program of that name.
    ["graphviz=11.0", "graphviz==0.20.3", false],
    ["latexmk==4.86a", "latexmk==4.85", false],
  ])("conda { %s } and pip { %s }: %s", (conda, pip, refused) => {
    expect(imageFindings(image(lines("conda", conda) + lines("pip", pip)))).toEqual(
      refused ? [`error image/conflicting-pins: ${pip}`] : [],
    );
  });

  it("blames the image that extends, and says it once", () => {
    const child = image(lines("conda", "otter-grader=5.7"), "image own extends base {");
    const text = `${child}${image(lines("pip", "otter-grader==6.1.0"), 'image base {\n  base = "quay.io/jupyter/base-notebook:2026-01-05"')}image third extends own { }\n`;
    expect(imageFindings(text)).toEqual(["error image/conflicting-pins: otter-grader=5.7"]);
  });

  it("holds `python` against conda's line of the same declaration", () => {
    const text = image(`  python = "3.11"\n${lines("conda", "python=3.12")}`);
    expect(imageFindings(text)).toEqual(["error image/conflicting-pins: python=3.12"]);
    expect(imageFindings(text.replace("python=3.12", "python=3.11.9"))).toEqual([]);
    expect(imageFindings(image(lines("conda", "python=3.12"), "image own extends std.rstudio {"))).toEqual([]);
  });
});

describe("image/conflicting-packages", () => {
  it.each([
    ["okpy==1.18.1", "otter-grader==6.1.0", true],
    ["okpy", "otter-grader>=6", true],
    ["okpy", "otter-grader==5.7.1", false],
    ["okpy", "otter-grader", false],
    ["jupyterlab==3.6.1", "jupyter-collaboration", true],
    ["jupyterlab>=3", "jupyter-collaboration", false],
    ["jupyterlab==4.5.0", "jupyter-collaboration==5.0.0", true],
    ["jupyterlab==4.5.0", "jupyter-collaboration==4.2.0", false],
    ["jupyterlab==4.0.11", "git+https://github.com/o/tmpystore.git@84765e1", true],
    ["jupyterlab==3.6.1", "git+https://github.com/o/tmpystore.git@84765e1", false],
  ])("%s and %s: %s", (one, other, refused) => {
    expect(imageFindings(image(lines("pip", one, other)))).toEqual(
      refused ? [`error image/conflicting-packages: ${other}`] : [],
    );
  });
});
