// Names that people write for a package and that are not its name where they write them: what a program imports (`sklearn`), what another
// index calls it (`torch` on PyPI is `pytorch` in conda), and packages of another language.

import type { Ecosystem } from "../syntax/requirements/requirement.ts";

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
const notOnPypi = pairs(`
  antlr4:antlr4-python3-runtime cassandra:cassandra-driver crispy-forms:django-crispy-forms cryptodome:pycryptodomex
  debian:python-debian dns:dnspython elftools:pyelftools engineio:python-engineio git:gitpython github3:github3-py
  googleapiclient:google-api-python-client gridfs:pymongo hamcrest:pyhamcrest kernprof:line-profiler libcloud:apache-libcloud
  magic:python-magic mpl-toolkits:matplotlib opengl:pyopengl openssl:pyopenssl paho:paho-mqtt png:pypng puresasl:pure-sasl
  pythonjsonlogger:python-json-logger rest-framework:djangorestframework saml2:pysaml2 stdnum:python-stdnum win32api:pywin32
  winrm:pywinrm wx:wxpython
`);

/** The same, where PyPI has another project or an empty one under the module's name. */
const takenOnPypi = pairs(`
  airflow:apache-airflow community:python-louvain constraint:python-constraint cups:pycups daemon:python-daemon decouple:python-decouple
  ee:earthengine-api enchant:pyenchant faiss:faiss-cpu freetype:freetype-py frontmatter:python-frontmatter geohash:python-geohash
  gi:pygobject github:pygithub hydra:hydra-core impala:impyla jpype:jpype1 ldap:python-ldap odf:odfpy playhouse:peewee
  readability:readability-lxml robot:robotframework sass:libsass socketio:python-socketio stemmer:pystemmer tabula:tabula-py usb:pyusb
  xdist:pytest-xdist
`);

const onlyOnPypi: ReadonlyMap<string, string> = new Map([...notOnPypi, ...takenOnPypi]);

/** Modules that are told by their capitals from packages of the same letters (`crypto`, `bio`): nobody writes those so. */
const spelt: ReadonlyMap<string, string> = pairs("Bio:biopython Crypto:pycryptodome");

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
  [
    ...words(`
      abind actuar base64enc bayesplot bigrquery BiocManager bit64 bookdown caret clipr corrplot cowplot data.table DBI dbplyr DescTools
      doParallel dplyr dtplyr e1071 ElemStatLearn emmeans fivethirtyeight fixest flexdashboard FNN furrr GGally ggforce ggmap ggplot2 ggpubr
      ggraph ggrepel ggridges ggthemes git2r googledrive googlesheets4 gridExtra gtsummary hardhat Hmisc htmlwidgets httpuv httr httr2
      ISLR ISLR2 kableExtra kernlab knitr lavaan lme4 lmerTest lmtest lubridate magrittr MCMCpack mgcv mlr3 modeldata multcomp
      mvtnorm naniar ncdf4 nlme openintro openxlsx parallelly pkgdown plotrix purrr quantreg ragg randomForest RColorBrewer Rcpp
      RcppArmadillo RcppEigen RCurl readr readxl remotes reprex reshape2 rlang rmarkdown RMySQL ROCR RPostgres rprojroot rsample RSQLite rstan
      rstanarm rstatix rstudioapi Rtsne rvest Seurat sessioninfo shinydashboard shinyjs sjPlot skimr spatstat spdep stringi stringr
      systemfonts testthat textshaping tibble tidymodels tidyr tidyverse tsibble viridisLite withr writexl
    `),
  ].map((name) => [name.toLowerCase().replaceAll(".", "-"), name]),
);

/** Packages and modules of Python whose names are no R package's. */
const pythonOnly: ReadonlySet<string> = words(`
  beautifulsoup4 biopython bs4 cv2 dask datascience geopandas gensim h5py ipykernel ipython ipywidgets jupyter jupyterhub jupyterlab jupytext
  matplotlib mypy nbconvert nbgitpuller nbgrader networkx nltk numba numpy opencv otter-grader pandas pillow pyarrow pymc pypdf pyspark pytest
  pyyaml scikit-image scikit-learn scipy seaborn skimage sklearn spacy sqlalchemy statsmodels streamlit sympy torchvision tqdm transformers xarray
`);

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map([...words(text)].map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
