// One package under two names: what conda and PyPI call the same, so that lines of both can be held against each other.

import type { Requirement } from "../syntax/requirements/requirement.ts";

/**
 * The name on PyPI of the software that a conda or pip line asks for; undefined for another kind of line, and where a name of conda is not
 * the software of that name on PyPI. Source: recipes on conda-forge, compared 2026-11.
 */
export function nameOnPypi({ ecosystem, name }: Requirement): string | undefined {
  const plain = name.toLowerCase().replaceAll(/[_.]/g, "-");
  if (ecosystem === "pip") return plain;
  if (ecosystem !== "conda" || notOnPypi.has(plain)) return undefined;
  return Object.hasOwn(calledOtherwise, plain) ? calledOtherwise[plain] : plain;
}

/** Programs and libraries whose name on PyPI is another project's, or a binding of another version. */
const notOnPypi: ReadonlySet<string> = new Set([
  ...[
    "blosc",
    "build",
    "docker",
    "duckdb",
    "emacs",
    "ffmpeg",
    "flatbuffers",
    "git",
    "go",
    "graphviz",
    "h3",
    "icu",
    "julia",
    "kaleido",
  ],
  ...[
    "kubernetes",
    "lz4",
    "make",
    "mamba",
    "mysql",
    "nodejs",
    "octave",
    "opencv",
    "openssl",
    "pandoc",
    "playwright",
    "poppler",
    "proj",
  ],
  ...[
    "r",
    "redis",
    "root",
    "rust",
    "snappy",
    "sqlite",
    "star",
    "swig",
    "tectonic",
    "tk",
    "tree",
    "tzdata",
    "wget",
    "xxhash",
    "xz",
    "yaml",
  ],
  ...["zlib", "zstd"],
]);

const calledOtherwise: Readonly<Record<string, string>> = {
  "dask-core": "dask",
  "docker-py": "docker",
  "matplotlib-base": "matplotlib",
  "msgpack-python": "msgpack",
  "nbconvert-core": "nbconvert",
  pytables: "tables",
  "python-build": "build",
  "python-duckdb": "duckdb",
  "python-graphviz": "graphviz",
  "python-kaleido": "kaleido",
  "python-kubernetes": "kubernetes",
  pytorch: "torch",
  "redis-py": "redis",
};
