// Names that people write for a package and that are not its name where they write them: what a program imports (`sklearn`), what another
// index calls it (`torch` on PyPI is `pytorch` in conda), and packages of another language.

import type { Ecosystem } from "../syntax/requirements/requirement.ts";
import lists from "./namesakes.txt";
import { pairsIn, wordLists } from "./word-lists.ts";

const list = wordLists(lists);

/** The package that a name stands for. */
export interface Meant {
  /** How the name came to be written, as the end of "`sklearn` is …". */
  readonly because: string;
  /** The block that the package belongs into. */
  readonly block: Ecosystem;
  readonly name: string;
  /** Something else, or an empty package, is installed under the written name: the build does not fail. */
  readonly installs: boolean;
}

/**
 * What a name in a block of this kind is meant for; undefined where it may well be a package of its own. `name` is in lower case, with `-`
 * for `_` and `.`, but for CRAN, whose names are as written; `written` is how it stands in the file.
 *
 * Sources: the projects' installation pages; PyPI's names, of which some were kept free or hold an empty package, and conda-forge's recipes,
 * compared 2026-11.
 */
export function packageMeant(ecosystem: Ecosystem, name: string, written = name): Meant | undefined {
  switch (ecosystem) {
    case "pip":
      return (
        importedAs(name, "pip") ?? modulesOfPypi(name) ?? speltAs(written, "pip") ?? condaName(name) ?? rPackage(name)
      );
    case "conda":
      return importedAs(name, "conda") ?? speltAs(written, "conda") ?? pypiName(name) ?? rPackage(name);
    case "cran":
      return pythonPackage(name.toLowerCase());
    case "apt":
      return undefined;
  }
}

const importedOnly = "what programs import, not what the package is called";

function importedAs(name: string, block: "pip" | "conda"): Meant | undefined {
  const found = imported.get(name);
  if (found === undefined) return undefined;
  return { because: importedOnly, block, name: found[block], installs: installed[block].has(name) };
}

function modulesOfPypi(name: string): Meant | undefined {
  const found = onlyOnPypi.get(name);
  return found === undefined
    ? undefined
    : { because: importedOnly, block: "pip", name: found, installs: takenOnPypi.has(name) };
}

function speltAs(written: string, block: "pip" | "conda"): Meant | undefined {
  const found = spelt.get(written);
  return found === undefined ? undefined : { because: importedOnly, block, name: found, installs: true };
}

function condaName(name: string): Meant | undefined {
  return name === "pytorch"
    ? { because: "called `torch` on PyPI, where `pytorch` only fails", block: "pip", name: "torch", installs: false }
    : undefined;
}

function pypiName(name: string): Meant | undefined {
  const found = condaNames.get(name);
  return found === undefined
    ? undefined
    : { because: "PyPI's name, and conda has another", block: "conda", name: found, installs: false };
}

function rPackage(name: string): Meant | undefined {
  const found = rNames.get(name);
  return found === undefined
    ? undefined
    : { because: "a package of R, not of Python", block: "cran", name: found, installs: false };
}

function pythonPackage(name: string): Meant | undefined {
  if (!pythonOnly.has(name)) return undefined;
  const because = "a package of Python, not of R";
  return { because, block: "pip", name: imported.get(name)?.pip ?? name, installs: false };
}

const pair = (pip: string, conda = pip) => ({ pip, conda });

/** By the module's name, in lower case. */
const imported: ReadonlyMap<string, { readonly pip: string; readonly conda: string }> = new Map(
  Object.entries({
    bs4: pair("beautifulsoup4"),
    cv2: pair("opencv-python-headless", "opencv"),
    dateutil: pair("python-dateutil"),
    docx: pair("python-docx"),
    dotenv: pair("python-dotenv"),
    fitz: pair("pymupdf"),
    imblearn: pair("imbalanced-learn"),
    "markdown-it": pair("markdown-it-py"),
    "matplotlib-pyplot": pair("matplotlib"),
    mysqldb: pair("mysqlclient"),
    nacl: pair("pynacl"),
    osgeo: pair("gdal"),
    otter: pair("otter-grader"),
    pil: pair("pillow"),
    "pkg-resources": pair("setuptools"),
    pptx: pair("python-pptx"),
    pywt: pair("pywavelets"),
    serial: pair("pyserial"),
    shapefile: pair("pyshp"),
    skbio: pair("scikit-bio"),
    skimage: pair("scikit-image"),
    sklearn: pair("scikit-learn"),
    skopt: pair("scikit-optimize"),
    sksurv: pair("scikit-survival"),
    slugify: pair("python-slugify"),
    umap: pair("umap-learn"),
    yaml: pair("pyyaml"),
    zmq: pair("pyzmq"),
  }),
);

/**
 * Modules that only PyPI's packages are asked for by, `module:package`; in conda some of these names are programs (`git`) or libraries (`openssl`).
 * None of the modules is among the 15,000 packages of PyPI that were downloaded most, and each package is. Source: pipreqs 0.5.0, its mapping of
 * modules to packages, and the projects' own pages, held against PyPI's names 2026-11.
 */
const notOnPypi = pairsIn(list("not-on-pypi"));

/** The same, where PyPI has another project or an empty one under the module's name. */
const takenOnPypi = pairsIn(list("taken-on-pypi"));

const onlyOnPypi: ReadonlyMap<string, string> = new Map([...notOnPypi, ...takenOnPypi]);

/** Modules that are told by their capitals from packages of the same letters (`crypto`, `bio`): nobody writes those so. */
const spelt: ReadonlyMap<string, string> = pairsIn(["Bio:biopython", "Crypto:pycryptodome"]);

/** Under these names there is another project, or an empty one that says or brings what was meant; conda's `yaml` is the library in C. */
const installed: Readonly<Record<"pip" | "conda", ReadonlySet<string>>> = {
  pip: words("bs4 docx dotenv fitz imblearn osgeo otter serial skimage slugify zmq"),
  conda: words("bs4 yaml"),
};

/** By PyPI's name. */
const condaNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "opencv-contrib-python": "opencv",
    "opencv-python": "opencv",
    "opencv-python-headless": "opencv",
    tables: "pytables",
    torch: "pytorch",
  }),
);

/** Packages of CRAN whose names are on PyPI and conda-forge no package's, or an empty one's; by the name in lower case. */
const rNames: ReadonlyMap<string, string> = new Map(
  list("r-names").map((name) => [name.toLowerCase().replaceAll(".", "-"), name]),
);

/** Packages and modules of Python whose names are no R package's. */
const pythonOnly: ReadonlySet<string> = new Set(list("python-only"));

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
