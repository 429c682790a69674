// Names that hubs for teaching data science ask for, by which a misspelt name is noticed and the right one proposed. A name
// that is not here is no mistake: the indexes hold hundreds of thousands.

/** Names by ecosystem, each list without repetitions; conda's in lower case, pip's normalised by PEP 503. */
export interface PopularPackages {
  /** The month in which the lists were last looked through. */
  readonly date: string;
  readonly source: string;
  readonly conda: readonly string[];
  readonly pip: readonly string[];
  readonly cran: readonly string[];
  readonly apt: readonly string[];
}

/** Called the same on PyPI and on conda-forge. */
const python = names(`
  accelerate adlfs agate aiobotocore aiofiles aiohttp aiosqlite albumentations alembic altair annotated-types anthropic anyio
  appdirs appmode argcomplete argon2-cffi arrow arviz asgiref astor astroid astropy astroquery asttokens asyncpg asyncssh attrs
  autograd autopep8 awkward babel backoff basemap bcrypt beautifulsoup4 binaryornot biopython bitarray black bleach blinker
  bokeh boltons boto3 botocore bottle bottleneck bqplot branca cachetools cachy camelot-py cartopy catalogue catboost cattrs
  cdsapi certifi cffi cfgrib cftime chardet charset-normalizer chex click click-plugins cligj climlab cloudpathlib cloudpickle
  cmake cmasher cmdstanpy cmocean colorama colorcet colorlog colour commonmark conda-lock confection configobj contextily
  contourpy cookiecutter corner coverage crc32c cryptography csvkit cvxpy cycler cymem cython cytoolz dash
  dash-bootstrap-components dask dask-expr dask-gateway dask-geopandas dask-labextension dask-ml databricks-sdk dataclasses-json
  datascience datasets datashader dateparser dateutils dbt-core deap debugpy decorator deepdiff defusedxml descartes dill
  diskcache distlib distributed distro django django-filter djangorestframework dnspython docutils dominate duckdb duckdb-engine
  earthaccess earthengine-api ecos edge-tts einops elasticsearch emcee esda esgf-pyclient evaluate exactextract exceptiongroup
  execnet executing fabric faker fancyimpute fastapi fastavro fastjsonschema fastparquet feedparser ffmpeg-python filelock
  findspark fiona fire flake8 flask flask-cors flask-login flask-sqlalchemy flask-wtf flax folium fonttools fortran-magic
  frozenlist fsspec ftfy furo future galpy gast gcsfs gensim geoalchemy2 geocoder geocube geographiclib geojson geopandas geopy
  geoviews gh-scoped-creds gitdb gitpython globus-sdk gluonts google-api-core google-api-python-client google-auth
  google-auth-oauthlib google-cloud-bigquery google-cloud-core google-cloud-storage googleapis-common-protos gpytorch gradio
  graphene graphviz greenlet grpcio gspread gspread-dataframe gspread-pandas gunicorn gymnasium h11 h2 h5netcdf h5py hdbscan
  healpy hiplot holidays holoviews html2text html5lib htmlmin httpcore httplib2 httptools httpx huggingface-hub humanize hvplot
  hypercorn hyperopt hypothesis ibis-framework idna igraph imageio imageio-ffmpeg imagesize imbalanced-learn immutabledict
  importlib-metadata importlib-resources inflect iniconfig intake intake-esm intake-stac intake-xarray interpret invoke
  ipycanvas ipydatagrid ipyevents ipyfilechooser ipykernel ipyleaflet ipympl ipyparallel ipytest ipython ipython-sql ipyvolume
  ipyvuetify ipywidgets iris isoduration isort itables itsdangerous jax jaxlib jedi jieba jinja2 jiwer jmespath joblib jplephem
  json5 jsonlines jsonpatch jsonpickle jsonpointer jsonschema jupysql jupyter jupyter-ai jupyter-archive jupyter-book
  jupyter-cache jupyter-collaboration jupyter-dash jupyter-lsp jupyter-myst-build-proxy jupyter-offlinenotebook
  jupyter-remote-desktop-proxy jupyter-resource-usage jupyter-rsession-proxy jupyter-server-mathjax jupyter-server-proxy
  jupyter-sphinx jupyter-syncthing-proxy jupyter-vscode-proxy jupytergis jupyterhub jupyterlab jupyterlab-drawio
  jupyterlab-fasta jupyterlab-favorites jupyterlab-geojson jupyterlab-git jupyterlab-github jupyterlab-latex jupyterlab-lsp
  jupyterlab-myst jupyterlab-spellchecker jupytext kaggle kaleido keras keras-tuner kerchunk keyring kiwisolver langchain
  langchain-chroma langchain-community langchain-core langchain-openai langcodes langdetect langgraph langsmith lazypredict
  leafmap lemminflect libpysal lifelines lightgbm lightkurve lightning lime linearmodels litellm llvmlite locket loguru louvain
  lxml lz4 mako mamba mapclassify maplibre marimo markdown markdown-it-py markdownify markupsafe marshmallow mashumaro
  matplotlib matplotlib-inline matplotlib-venn mccabe mdit-py-plugins mdurl mediapipe memory-profiler mesa metpy mgwr minio
  missingno mistune mizani mkdocs mkdocs-material ml-collections mlflow mlxtend mne mock momepy more-itertools moto moviepy
  mpi4py mplcursors mpld3 mplfinance mpmath multidict multiprocess munch murmurhash mypy mypy-extensions myst-nb myst-parser
  mystmd nbclassic nbclient nbconvert nbdime nbformat nbgitpuller nbgrader nbsphinx nbstripout nbval ndindex nest-asyncio
  netcdf4 networkx nibabel nilearn ninja nltk nodeenv notebook notebook-shim nox numba numcodecs numexpr numpy numpydoc numpyro
  oauthlib obspy odc-geo odc-stac odfpy ollama onnx onnxruntime openai opencensus openpyxl opentelemetry-api optax optuna orjson
  osmnx otter-grader overpy overrides packaging palettable pamela pandarallel pandas pandas-datareader pandas-stubs pandera
  pandoc pandocfilters panel papermill param paramiko parso partd passlib pathos pathspec patsy pdfminer-six pdfplumber peewee
  pep8 pexpect pgmpy phik pickleshare pillow pims pingouin pip pip-tools pipdeptree pipx pkginfo planetary-computer platformdirs
  plotly plotnine pluggy ply poetry polars pooch portalocker portpicker powerlaw pre-commit preshed prettytable prompt-toolkit
  prophet proto-plus protobuf psutil psycopg psycopg2 psycopg2-binary ptyprocess pubchempy pudb pulp py4j pyarrow pyasn1
  pybind11 pycocotools pycodestyle pycountry pycountry-convert pycparser pycryptodome pycryptodomex pydantic pydantic-core
  pydantic-settings pydata-google-auth pydata-sphinx-theme pydeck pydicom pydocstyle pydot pyepsg pyerfa pyfaidx pyflakes pygad
  pygame pygithub pygments pygraphviz pyjwt pykrige pylint pymatgen pymc pymongo pymssql pymupdf pymysql pyogrio pyomo pyopenssl
  pyparsing pypdf pypdf2 pyperclip pyproj pyqtgraph pyreadr pyreadstat pyro-ppl pyrsistent pysal pyserial pyshp pyside6 pysocks
  pyspark pyspellchecker pyspnego pystac pystac-client pytesseract pytest pytest-asyncio pytest-cov pytest-mock pytest-notebook
  pytest-xdist python-chess python-dateutil python-docx python-dotenv python-igraph python-json-logger python-louvain
  python-lsp-server python-multipart python-pptx python-slugify pytorch-lightning pytz pyvis pyvista pywavelets pyyaml pyzmq
  qtpy quandl quantities quart quimb rapidfuzz rasterio rasterstats ratelimit rdflib readchar recommonmark referencing regex
  reportlab requests requests-cache requests-oauthlib retrying rfc3339-validator rich rioxarray ripser rise rope rpy2 rsa rtree
  ruff ruyaml s3fs s3transfer sacrebleu sacremoses salib scanpy schedule scikit-bio scikit-image scikit-learn scikit-learn-extra
  scikit-optimize scikit-plot scipy scrapy seaborn secretstorage selenium semver send2trash sentence-transformers sentencepiece
  sentry-sdk setuptools setuptools-scm sgp4 shap shapely shellingham shiny shinywidgets simpeg simplejson simpy six sk-video
  sktime skyfield slicer smart-open smmap snakemake sniffio snowballstemmer snowflake-connector-python sortedcontainers
  soupsieve spacy spaghetti sparse spectral spglib sphinx sphinx-autobuild sphinx-book-theme sphinx-copybutton sphinx-design
  sphinx-togglebutton splot sqlalchemy sqlglot sqlmodel sqlparse srsly starlette statsforecast statsmodels streamlit streamz
  structlog stumpy sunpy swig sympy tabulate tblib tenacity tensorboard tensorboardx tensorflow tensorflow-cpu
  tensorflow-datasets tensorflow-estimator tensorflow-hub tensorflow-probability termcolor terminado textblob textdistance
  texttable textwrap3 tf-keras thinc threadpoolctl tifffile tiktoken timm tinycss2 tokenizers toml tomli tomlkit toolz
  torchaudio torchinfo torchmetrics torchvision tornado tox tqdm traitlets traittypes transformers trimesh trio tslearn twine
  typeguard typer typing-extensions typing-inspect tzdata tzlocal ujson umap-learn uncertainties unidecode uplot-python uproot
  uri-template urllib3 uvicorn uvloop vaex validators vega-datasets virtualenv voila vpython wandb wasabi watchdog watchfiles
  wcwidth webcolors webencodings websocket-client websockets websockify werkzeug wheel whitenoise widgetsnbextension wikipedia
  wordcloud wrapt xarray xarray-spatial xclim xesmf xgboost xlrd xlsxwriter xlwings xlwt xmltodict xyzservices yapf yarl
  ydata-profiling yellowbrick yfinance yt zarr zict zipp zstandard
`);

/** In wide use, and one letter from a name above: among the 15,000 most downloaded from PyPI in 2026, and so no slip of it. */
const pythonNear = names(`
  aiofile antropy astrapy authlib cachey cchardet cdflib crick ctransformers cwcwidth dataset datazets dbt-score dhash
  django-filer djongo dparse dydantic efinance emake faiss-gpu fastai futures grapheme grequests gsutil hjson httpr hyper
  ijson jaxlie jiter jsonpath jsons larray marko meld3 mocker mocket motor myjwt ncclient ngboost openapi pampy paramz parsl
  pathy pbspark persistent psmpy pyais pyaml pydlt pydoe pydomo pygal pyheck pylink pymantic pymem pymoo pymupdfb pyrad pysam
  pyshark pystack pystan pytest-csv python-sql pyvim pyvips quarto retworkx rjieba rtoml scapy schedula scheduler scipp scrypt
  sqlglotc stqdm svglib tablib tombi torchx trino usort vbuild vyper willow wimpy wsgiref xoto3
`);

/** Known to conda only, or called otherwise there. */
const condaOnly = names(`
  _libgcc_mutex _openmp_mutex arch-py argon2-cffi-bindings armadillo aws-sdk-cpp bash bash_kernel bcftools bedtools binutils
  blas blast boost boost-cpp bowtie2 bwa bzip2 c-compiler ca-certificates cdo chktex code-server compilers conda conda-build
  conda-pack cpuonly cuda cuda-toolkit cudatoolkit cudnn cupy curl cxx-compiler dask-core dbus dcm2niix diffr docker-py
  earthengine ec3 eccodes eigen emacs et_xmlfile fair fastqc ffmpeg fftw fluidsynth fortran-compiler freetype gawk gcc
  gcc_linux-64 gdal gdb gfortran gh git git-annex git-lfs glib gmp gmsh gmt gnupg go google-cloud-sdk gperf graph-tool grep gsl
  gxx h3-py hdf4 hdf5 icu imagemagick ipython_genutils irkernel jpeg julia jupyter_bokeh jupyter_client jupyter_console
  jupyter_contrib_nbextensions jupyter_core jupyter_events jupyter_nbextensions_configurator jupyter_server jupyter_server_ydoc
  jupyterhub-base jupyterhub-singleuser jupyterlab-variableinspector jupyterlab_code_formatter jupyterlab_execute_time
  jupyterlab_pygments jupyterlab_rise jupyterlab_server jupyterlab_widgets krb5 latexmk lcms2 libblas libclang libcurl libffi
  libgcc libgdal libgfortran libjpeg-turbo liblapack libnetcdf libopenblas libpng libpq libsndfile libspatialindex libspatialite
  libsqlite libstdcxx-ng libtiff libuuid libxml2 libxslt llvm-openmp llvmdev make mariadb matplotlib-base maven mercurial micro
  micromamba mkl mkl-service ml_dtypes mpich msgpack-python mysql mysql-connector-python nano nb_conda_kernels nbconvert-core
  nbconvert-webpdf nco ncurses ncview nodejs nvcc octave octave_kernel openblas opencv openjdk openmpi openssl opt_einsum
  ortools-python perl pkg-config playwright playwright-python plink poppler postgresql proj prometheus_client pure_eval pyqt
  pytables python python-blosc python-build python-duckdb python-fastjsonschema python-flatbuffers python-graphviz
  python-kaleido python-kubernetes python-pdfkit python-tzdata python-wget python-xxhash pytorch pytorch-cpu pytorch-cuda
  pytorch-gpu qiime2 qt r-base r-devtools r-essentials r-ggplot2 r-irkernel r-knitr r-languageserver r-rmarkdown r-sf r-shiny
  r-tidyverse ray-core readline redis-py root rstudio-server ruby rust sagelib sagemath samtools scikit-learn-intelex sed
  spacy-model-en_core_web_lg spacy-model-en_core_web_md spacy-model-en_core_web_sm sphinx_rtd_theme spyder sqlite stack_data
  star syncthing tar tbb tectonic texlab texlive-core tk tmux tree trimmomatic typing_extensions tzcode udunits2 unixodbc unzip
  vim wget xeus-cling xeus-cpp xeus-octave xeus-python xorg-libx11 xz yaml zeromq zip zlib zstd
`);

/** Known to pip only, or called otherwise there. */
const pipOnly = names(`
  arch bash-kernel bitsandbytes blosc build calysto-bash calysto-scheme cirq cupy-cuda12x databricks-connect docker
  essential-generators et-xmlfile faiss-cpu flatbuffers gdal gdown git-credential-helpers google-cloud-aiplatform
  google-generativeai gurobipy gymnasium-robotics h3 ipython-genutils ipyturtle3 jupyter-bokeh jupyter-client jupyter-console
  jupyter-contrib-nbextensions jupyter-core jupyter-desktop-server jupyter-events jupyter-fs jupyter-nbextensions-configurator jupyter-scheduler
  jupyter-server jupyter-server-ydoc jupyter-shiny-proxy jupyter-tree-download jupyter-ydoc jupyterlab-a11y-checker
  jupyterlab-code-formatter jupyterlab-execute-time jupyterlab-pygments jupyterlab-rise jupyterlab-server jupyterlab-widgets
  jupyterquiz jupyterthemes jupytutor kubernetes lcapy llama-cpp-python llama-index magic-wormhole markus-jupyter-extension
  metakernel ml-dtypes msgpack mysql-connector-python nb2pdf nbpdfexport nbzip notebook-as-pdf nvidia-cublas-cu12
  nvidia-cudnn-cu12 octave-kernel okpy opencv-contrib-python opencv-python opencv-python-headless opt-einsum ortools
  otter-grader-labextension otter-pensieve ottr-force-save-labextension pdfkit peft pennylane pip-tree playwright plotext
  prometheus-client pure-eval pybtex pynndescent pypandoc pyqt5 pyqt6 pytest-timeout qgrid qiskit qiskit-aer rasa ray redis sagemaker
  sphinx-rtd-theme spotipy sqlite-utils stack-data tables tensorflow-gpu tensorflow-io tensorflow-text torch torch-geometric
  torchtext trl tweepy types-pyyaml types-requests vllm vosk wget xformers xxhash yt-dlp
`);

const cran = names(`
  abind actuar AER ape arm arrow askpass base64enc bayesplot bench BH bigrquery BiocManager bit64 blogdown bookdown boot brms
  broom bslib cachem car caret checkmate class cli clipr cluster coda codetools colorspace commonmark corrplot cowplot
  credentials crosstalk curl data.table DBI dbplyr DescTools devtools dials digest doParallel dplyr DT dtplyr e1071
  ElemStatLearn emmeans evaluate fable faraway fastmap feasts fivethirtyeight fixest flexdashboard FNN fontawesome forcats
  foreach forecast foreign fs furrr future gam gapminder gbm generics geosphere GGally ggforce ggmap ggplot2 ggpubr ggrepel
  corrr ggraph stringx
  ggridges ggthemes git2r glmnet glue googledrive googlesheets4 gower gridExtra gt gtable gtsummary hardhat haven here hexbin
  highr Hmisc hms htmltools htmlwidgets httpuv httr httr2 igraph infer ipred IRkernel ISLR ISLR2 isoband iterators janitor
  jsonlite kableExtra keras kernlab knitr labeling Lahman languageserver lattice lavaan leaflet leaps learnr lifecycle lme4
  lmerTest lmtest logger lubridate magick magrittr maps maptools MASS MatchIt Matrix MCMCpack mgcv mice microbenchmark mime mlr3
  mockery modeldata modelr modelsummary mosaic multcomp mvtnorm naniar ncdf4 nlme nnet nycflights13 odbc openintro openssl
  openxlsx palmerpenguins parallelly parsnip party patchwork pillar pkgdown plm plotly plotrix plyr png pROC prophet pryr psych
  purrr qpdf quanteda quantmod quantreg R.utils R6 ragg randomForest ranger raster RColorBrewer Rcpp RcppArmadillo RcppEigen
  RCurl readr readxl recipes remotes renv repr reprex reshape2 reticulate rgl rio rlang rmarkdown RMySQL robustbase ROCR rpart
  RPostgres rprojroot rsample RSQLite rstan rstanarm rstatix rstudioapi Rtsne rvest s2 sandwich sass scales selectr sessioninfo
  Seurat sf shiny shinydashboard shinyjs sjPlot skimr sp spatstat spdep stargazer stringi stringr styler survey survival swirl
  systemfonts terra testthat textclean textshaping tibble tidycensus tidymodels tidyr tidyselect tidytext tidyverse tigris
  tinytex tm tmap tseries tsibble TTR tufte tune units usethis vcd vctrs vegan VIM viridis viridisLite vroom WDI wesanderson
  withr wooldridge wordcloud workflows writexl xfun xgboost xml2 xtable xts yaml yardstick zoo
`);

const apt = names(`
  ack aria2 autoconf automake bash-completion bc bison build-essential busybox bzip2 ca-certificates ccache chromium
  chromium-browser clang clang-format cm-super cmake coreutils cron curl dbus-x11 default-jdk default-jre
  default-libmysqlclient-dev dnsutils dvipng ed emacs emacs-goodies-el emacs-nox exiftool fd-find ffmpeg file firefox
  firefox-esr flex fluidsynth fonts-dejavu fonts-liberation fonts-noto-cjk fonts-noto-color-emoji g++ gawk gcc gdal-bin gdb
  gedit gettext gfortran ghostscript gifsicle git git-gui git-lfs gitg gnupg gnuplot golang graphviz groff gzip htop imagemagick
  inkscape iproute2 iputils-ping jed jed-extra jq language-pack-en latexdiff latexmk less libapparmor1 libarmadillo-dev
  libasound2 libasound2t64 libatk-bridge2.0-0 libatk1.0-0 libatlas-base-dev libatspi2.0-0 libblas-dev libboost-all-dev
  libbz2-dev libcairo2-dev libclang-dev libcups2 libcurl4-openssl-dev libdbus-1-3 libdrm2 libeigen3-dev libffi-dev libfftw3-dev
  libfontconfig1-dev libfreetype6-dev libfribidi-dev libgbm1 libgdal-dev libgeos-dev libgit2-dev libgl1 libgl1-mesa-glx
  libglib2.0-0 libglpk-dev libglu1-mesa libgmp-dev libgmp3-dev libgsl-dev libgtk-3-0 libharfbuzz-dev libhdf5-dev libicu-dev
  libjpeg-dev liblapack-dev liblzma-dev libmagick++-dev libmpfr-dev libmysqlclient-dev libncurses-dev libnetcdf-dev libnlopt-dev
  libnspr4 libnss3 libopenblas-dev libopenmpi-dev liboss4-salsa-asound2 libpango-1.0-0 libpangocairo-1.0-0 libpng-dev
  libpoppler-cpp-dev libpq-dev libproj-dev libreadline-dev libreoffice libsecret-1-dev libsm6 libsndfile1 libsodium-dev
  libspatialindex-dev libspatialite-dev libsqlite3-dev libssh2-1-dev libssl-dev libtiff-dev libtool libudunits2-dev libv8-dev
  libx11-6 libx11-dev libx11-xcb1 libxcomposite1 libxdamage1 libxext6 libxfixes3 libxkbcommon0 libxml2-dev libxrandr2
  libxrender1 libxslt1-dev libxss1 libxtst6 libyaml-dev libzmq3-dev libzmq5 lmodern locales lsb-release lsof lua5.4 lynx make
  man man-db manpages-dev manpages-posix manpages-posix-dev maven mc meld mercurial micro mosh mr multitail musescore3 nano ncdu
  neovim net-tools netcat-openbsd ninja-build nnn nodejs npm octave open-mpi openjdk-11-jdk openjdk-17-jdk openjdk-21-jdk
  openjdk-8-jdk openjdk-8-jre openmpi-bin openssh-client p7zip-full pandoc parallel patch pdftk-java perl perl-doc pigz
  pkg-config poppler-utils postgresql postgresql-client procps proj-bin psmisc pv pydf python-is-python3 python3 python3-dev
  python3-pip python3-venv qgis qgit qpdf qt5-qmake qtbase5-dev r-base r-base-dev ripgrep rlwrap rsync ruby ruby-dev screen sed
  shellcheck silversearcher-ag sqlite3 strace subversion sudo swig tar tcl tesseract-ocr texinfo texlive texlive-base
  texlive-bibtex-extra texlive-extra-utils texlive-fonts-extra texlive-fonts-recommended texlive-full texlive-humanities
  texlive-lang-chinese texlive-latex-base texlive-latex-extra texlive-latex-recommended texlive-luatex texlive-music
  texlive-pictures texlive-plain-generic texlive-publishers texlive-science texlive-xetex tig tigervnc-standalone-server time
  tini tk-dev tmux traceroute tree tzdata unixodbc-dev unrar unzip valgrind vim vim-gtk3 vim-tiny wget whois x11-apps xauth
  bibtool bless catch clangd cython3 grsync ipython3 isync jflex latexml lbzip2 ltrace mandoc manpages-de
  moreutils nedit pbzip2 sccache zsync
  xclip xfce4 xfce4-goodies xfce4-panel xfce4-session xfce4-settings xfce4-terminal xfonts-base xorg xsel xterm
  xubuntu-icon-theme xvfb xz-utils zip zlib1g-dev zsh zstd
`);

/** The lists. Their date and source are told wherever a proposal is made from them. */
export const popularPackages: PopularPackages = {
  date: "2026-11",
  source:
    "a selection of widely used names on PyPI, conda-forge, CRAN and in Debian and Ubuntu, made for data science teaching",
  conda: unique([...python, ...pythonNear, ...condaOnly]),
  pip: unique([...python, ...pythonNear, ...pipOnly]),
  cran: unique(cran),
  apt: unique(apt),
};

function names(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}
