// Under which name a program imports what a package brings: `scikit-learn` is `sklearn`. A smoke test imports what was declared, so a guess
// would fail good images; a name that is not here is left out of the test, and said to be.

import type { Requirement } from "../syntax/requirements/requirement.ts";
import { nameOnPypi } from "./package-names.ts";

/** What shows that a package is there and works. */
export type ImportCheck =
  | { readonly kind: "python"; readonly module: string }
  /** R's names are in mixed case, conda's are not: `name` is in lower case unless `exact`. */
  | { readonly kind: "r"; readonly name: string; readonly exact: boolean }
  /** Nothing to import: a program, a library in C, a package of packages. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown" };

/**
 * The month in which the table was last looked through. Sources: the projects' own documentation; the different names were held against the
 * mapping of pipreqs, and 170 names against what Python says of the packages that are installed for the tests.
 */
export const importNamesDate = "2026-11";

/** How to try a package of conda, pip or CRAN. */
export function importCheck(requirement: Requirement): ImportCheck {
  const { ecosystem, name, written } = requirement;
  if (ecosystem === "apt") return { kind: "nothing" };
  if (ecosystem === "cran") return { kind: "r", name: written, exact: true };
  if (ecosystem === "conda" && packagesOfPackages.has(name)) return { kind: "nothing" };
  if (ecosystem === "conda" && name.startsWith("r-")) return { kind: "r", name: name.slice(2), exact: false };
  const plain = ecosystem === "conda" ? (condaOnly.get(name) ?? nameOnPypi(requirement)) : nameOnPypi(requirement);
  // Under a name that means something else on PyPI conda has programs and libraries.
  if (plain === undefined) return { kind: "nothing" };
  const module = different.get(plain) ?? (same.has(plain) ? plain.replaceAll("-", "_") : undefined);
  if (module !== undefined) return { kind: "python", module };
  return { kind: nothing.has(plain) ? "nothing" : "unknown" };
}

/** Packages of conda that are named otherwise on PyPI, where another name is no package of its own. */
const condaOnly: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "argon2-cffi-bindings": "argon2-cffi",
    "jupyterhub-base": "jupyterhub",
    "jupyterhub-singleuser": "jupyterhub",
    lz4: "lz4",
    "playwright-python": "playwright",
    opencv: "opencv-python",
    "py-opencv": "opencv-python",
  }),
);

const packagesOfPackages: ReadonlySet<string> = new Set(
  "r-base r-essentials r-recommended r-tidymodels-meta anaconda compilers c-compiler cxx-compiler fortran-compiler".split(
    " ",
  ),
);

const different: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "argon2-cffi": "argon2",
    attrs: "attr",
    "azure-storage-blob": "azure.storage.blob",
    beautifulsoup4: "bs4",
    biopython: "Bio",
    cython: "Cython",
    djangorestframework: "rest_framework",
    dnspython: "dns",
    "earthengine-api": "ee",
    "faiss-cpu": "faiss",
    "ffmpeg-python": "ffmpeg",
    fonttools: "fontTools",
    "fortran-magic": "fortranmagic",
    gdal: "osgeo.gdal",
    gitpython: "git",
    "google-api-python-client": "googleapiclient",
    "google-auth": "google.auth",
    "google-cloud-bigquery": "google.cloud.bigquery",
    "google-cloud-storage": "google.cloud.storage",
    "google-generativeai": "google.generativeai",
    "imbalanced-learn": "imblearn",
    ipython: "IPython",
    "ipython-sql": "sql",
    jupysql: "sql",
    "markdown-it-py": "markdown_it",
    "mysql-connector-python": "mysql.connector",
    netcdf4: "netCDF4",
    odfpy: "odf",
    "opencv-contrib-python": "cv2",
    "opencv-python": "cv2",
    "opencv-python-headless": "cv2",
    "opentelemetry-api": "opentelemetry",
    "otter-grader": "otter",
    "pdfminer-six": "pdfminer",
    pillow: "PIL",
    protobuf: "google.protobuf",
    "psycopg2-binary": "psycopg2",
    pycryptodome: "Crypto",
    pycryptodomex: "Cryptodome",
    pygithub: "github",
    pyjwt: "jwt",
    pyopenssl: "OpenSSL",
    pypdf2: "PyPDF2",
    pyqt5: "PyQt5",
    pyqt6: "PyQt6",
    pyserial: "serial",
    pyshp: "shapefile",
    pyside6: "PySide6",
    "python-dateutil": "dateutil",
    "python-docx": "docx",
    "python-dotenv": "dotenv",
    "python-igraph": "igraph",
    "python-json-logger": "pythonjsonlogger",
    "python-louvain": "community",
    "python-lsp-server": "pylsp",
    "python-pptx": "pptx",
    "python-slugify": "slugify",
    pywavelets: "pywt",
    pyyaml: "yaml",
    pyzmq: "zmq",
    "scikit-bio": "skbio",
    "scikit-image": "skimage",
    "scikit-learn": "sklearn",
    "scikit-optimize": "skopt",
    "scikit-plot": "scikitplot",
    "sk-video": "skvideo",
    "spacy-model-en-core-web-md": "en_core_web_md",
    "spacy-model-en-core-web-sm": "en_core_web_sm",
    "tensorflow-cpu": "tensorflow",
    "umap-learn": "umap",
    "websocket-client": "websocket",
  }),
);

/** The module has the package's name, with `_` for `-`. */
const same: ReadonlySet<string> = new Set(
  `
  aiohttp altair anyio appmode arrow arviz astropy astroquery autograd bash-kernel bcrypt black bleach bokeh boto3 botocore bottleneck
  bqplot branca cartopy catboost certifi cffi charset-normalizer click cloudpickle cmdstanpy colorama contextily contourpy coverage
  cryptography cvxpy cycler dash dask dask-gateway dask-geopandas dask-labextension dask-ml datascience datasets datashader debugpy
  decorator defusedxml dill distributed django docker docutils duckdb-engine earthaccess einops esda esgf-pyclient fastapi fastparquet
  fiona flask flask-cors folium fsspec galpy gcsfs gensim geopandas geopy gh-scoped-creds gradio gspread gspread-pandas gymnasium h5netcdf
  h5py holoviews httplib2 httpx huggingface-hub hvplot hypothesis idna igraph imageio importlib-metadata intake intake-esm intake-xarray
  ipycanvas ipydatagrid ipyevents ipykernel ipylab ipyleaflet ipympl ipyparallel ipytest ipyvolume ipyvuetify ipywidgets itables jax
  jaxlib jedi jinja2 joblib jsonschema jupyter-ai jupyter-archive jupyter-book jupyter-cache jupyter-client jupyter-collaboration
  jupyter-core jupyter-events jupyter-lsp jupyter-remote-desktop-proxy jupyter-resource-usage jupyter-rsession-proxy jupyter-server
  jupyter-server-proxy jupyter-server-ydoc jupyter-vscode-proxy jupyter-ydoc jupyterhub jupyterlab jupyterlab-git jupyterlab-lsp
  jupyterlab-myst jupyterlab-pygments jupyterlab-server jupyterlab-widgets jupytext keras kiwisolver langchain langchain-chroma
  langchain-core langchain-openai leafmap libpysal lifelines lightgbm linearmodels llvmlite lxml mako markdown markupsafe matplotlib
  matplotlib-inline matplotlib-venn mdit-py-plugins minio mistune ml-dtypes mlxtend mock momepy mpi4py mpmath msgpack multiprocess myst-nb
  myst-parser nbclassic nbclient nbconvert nbdime nbformat nbgitpuller nbgrader nbsphinx nbstripout nbval networkx nibabel nltk notebook
  numba numexpr numpy nxviz oauthlib odc-stac openai openpyxl orjson osmnx packaging pandas pandas-datareader pandocfilters panel
  papermill patsy pexpect planetary-computer platformdirs playwright plotly plotnine polars pooch prettytable prompt-toolkit prophet
  psutil psycopg2 pyarrow pycountry pycountry-convert pydantic pydantic-settings pydot pygments pygraphviz pymc pymongo pymysql pyogrio
  pyomo pyparsing pypdf pyproj pyreadstat pysal pyspark pystac pystac-client pytest pytz pyvis qiskit qiskit-aer rasterio rasterstats
  regex requests rich rioxarray rpy2 rtree s3fs scanpy scipy scrapy seaborn selenium send2trash sentence-transformers setuptools shap
  shapely shiny simpeg six spacy sphinx splot sqlalchemy sqlglot sqlparse starlette statsmodels streamlit sympy tables tabulate tenacity
  tensorboard tensorflow tensorflow-datasets tensorflow-hub tensorflow-probability textblob tf-keras threadpoolctl tiktoken tmpystore
  toolz torch torch-geometric torchaudio torchinfo torchmetrics torchvision tornado tqdm traitlets transformers trimesh trio
  typing-extensions ujson unidecode urllib3 vega-datasets voila wandb websockify widgetsnbextension wordcloud wrapt xarray xarray-spatial
  xgboost xlrd xlsxwriter xlwt xmltodict xyzservices ydata-profiling yfinance zarr
  `
    .trim()
    .split(/\s+/),
);

/** Programs, libraries in other languages, and packages of packages. */
const nothing: ReadonlySet<string> = new Set(
  `
  bzip2 cmake code-server cpuonly cuda-toolkit cudatoolkit curl fftw gcc gfortran gh git-lfs gmp gsl gxx hdf4 hdf5 jupyter
  jupyterlab-fasta jupyterlab-geojson jupyterlab-spellchecker jupyterlab-variableinspector latexmk libblas libclang libgdal libgfortran
  liblapack libopenblas libsqlite llvm-openmp mamba mercurial micro mkl mpich nano nbconvert-webpdf openblas openjdk openmpi perl pip
  pkg-config postgresql python ruff setuptools-scm syncthing texlab texlive-core tmux typst unzip vim wheel zip
  `
    .trim()
    .split(/\s+/),
);
