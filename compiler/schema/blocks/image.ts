import { defineBlock, setting } from "../block.ts";
import { listOf } from "../values/compounds.ts";
import { absolutePath, imageReference, slug } from "../values/forms.ts";
import { referenceTo } from "../values/references.ts";
import { code, contents, prose, text, textType, title } from "../values/scalars.ts";
import { appOrAddress } from "../values/server-page.ts";

const pythonVersion = textType({
  name: "Python version",
  expected: 'a Python version, such as `"3.11"`',
  what: "a Python version: two or three numbers joined by dots",
  accepts: (value) => /^3\.\d{1,2}(?:\.\d{1,2})?$/.test(value),
});

const channel = textType({
  name: "channel",
  expected: 'a conda channel, such as `"conda-forge"`',
  what: "a conda channel: a name or a URL without blanks",
  accepts: (value) => /^[A-Za-z0-9][\w./:@+~-]*$/.test(value),
});

const userName = textType({
  name: "user name",
  expected: 'a user name, such as `"jovyan"`',
  what: "a user name of a Linux system",
  accepts: (value) => /^[a-z_][a-z0-9_-]{0,31}$/.test(value),
});

const packageList = (format: "conda" | "pip" | "apt" | "cran", doc: string) =>
  defineBlock({ name: format, doc, settings: {}, packages: format });

export const inSync = defineBlock({
  name: "in-sync",
  doc: "The other image, and the packages in which the two may differ.",
  settings: {
    with: setting({ type: referenceTo("image"), doc: "The other image.", example: "other", required: true }),
    except: setting({ type: listOf(text), doc: "Packages in which they may differ.", example: '["jupyterlab"]' }),
  },
});

export const image = defineBlock({
  name: "image",
  doc: "The software that a server starts with: built here from a base, or prebuilt.",
  settings: {
    title: setting({
      type: title,
      doc: "What people read where they choose between images.",
      example: '"Python and R"',
      defaultDoc: "its name",
    }),
    description: setting({
      type: prose,
      doc: "What it is, for those who choose. JupyterHub's own form does not show it; jupyterhub-fancy-profiles does.",
      example: '"Python, with PyTorch for GPUs"',
      defaultDoc: "nothing",
    }),
    slug: setting({
      type: slug,
      doc: "Its key among the choices of KubeSpawner's list, where that exists already: JupyterHub remembers by it what people chose.",
      example: '"02-base"',
      defaultDoc: "its name",
    }),
    "open-with": setting({
      type: appOrAddress,
      doc: "What a server opens in where a person chose this image among several: an app, or an address in the server. It goes before what the server says.",
      example: "rstudio",
      defaultDoc: "what the server opens in",
    }),
    base: setting({
      type: imageReference,
      doc: "The image to build on, with a fixed tag or a digest.",
      example: '"quay.io/jupyter/minimal-notebook:2026-01-05"',
    }),
    prebuilt: setting({
      type: imageReference,
      doc: "An image that is built elsewhere, with a fixed tag or a digest.",
      example: '"quay.io/campus/data8:2026-08-01"',
    }),
    provides: setting({
      type: listOf(text),
      doc: "What a prebuilt image brings: `nbgitpuller`, `widgets`, `lab4` …",
      example: '["nbgitpuller", "lab4"]',
    }),
    python: setting({
      type: pythonVersion,
      doc: "The Python version that is installed; a prebuilt image has its own.",
      example: '"3.11"',
      defaultDoc: "what the base has",
    }),
    channels: setting({
      type: listOf(channel),
      doc: "Where conda packages come from, the first first.",
      example: '["conda-forge"]',
      defaultDoc: "`conda-forge` alone",
    }),
    run: setting({
      type: listOf(code, { single: true }),
      doc: "Shell commands that run at the end of the build.",
      example: '["jupyter lab build"]',
    }),
    dockerfile: setting({
      type: code,
      doc: "Lines added to the Dockerfile after the packages.",
      example: '"EXPOSE 8080"',
      grant: "root",
    }),
    home: setting({
      type: absolutePath,
      doc: "The home folder in it.",
      example: '"/home/jovyan"',
      defaultDoc: "that of the base, where it is known, else `/home/jovyan`",
    }),
    user: setting({
      type: userName,
      doc: "The user that servers run as.",
      example: '"jovyan"',
      defaultDoc: "that of the base, where it is known, else `jovyan`",
      grant: "root",
    }),
  },
  blocks: {
    conda: {
      label: "none",
      schema: packageList("conda", "Lines as in an `environment.yml`'s dependencies."),
      doc: "Packages from conda channels, one a line.",
      example: "conda {\n  numpy=1.26\n}",
    },
    pip: {
      label: "none",
      schema: packageList("pip", "Lines as in a `requirements.txt`."),
      doc: "Packages from PyPI or a repository, one a line.",
      example: "pip {\n  datascience==0.17.6\n}",
    },
    apt: {
      label: "none",
      schema: packageList("apt", "Names as in an `apt.txt`."),
      doc: "Debian packages.",
      example: "apt { git }",
    },
    cran: {
      label: "none",
      schema: packageList("cran", "Names, or `name==version`."),
      doc: "R packages from CRAN.",
      example: "cran { ggplot2==3.5.1 }",
    },
    env: {
      label: "none",
      doc: "Environment variables of the image.",
      example: 'env { TZ = "America/Los_Angeles" }',
      schema: defineBlock({
        name: "env",
        doc: "Environment variables, by name.",
        settings: {},
        anySetting: setting({ type: code, doc: "The variable's value.", example: '"UTC"' }),
      }),
    },
    files: {
      label: "none",
      doc: "Files put into the image, by absolute path.",
      example: 'files { "/etc/motd" = "Welcome" }',
      schema: defineBlock({
        name: "files",
        doc: "Files, by absolute path.",
        settings: {},
        anySetting: setting({ type: contents, doc: "The file's text.", example: '"Welcome"' }),
      }),
    },
    "in-sync": {
      label: "none",
      doc: "Says that this image is meant to agree with another.",
      example: "in-sync { with = other }",
      schema: inSync,
    },
  },
  oneOf: [["base", "prebuilt"]],
});
