// Folders from which images are built, as declarations: what repo2docker and Docker read there, and what of it no word says.

import { describe, expect, it } from "vitest";
import type { FileTree } from "../../compiler/audit/layouts.ts";
import { type FolderImage, imageFoldersIn, readImageFolders } from "../../compiler/import/images/image-folders.ts";
import { settleImages } from "../../compiler/import/images/settle-images.ts";
import { importPrograms } from "../../compiler/import/import-program.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

type Files = Readonly<Record<string, string>>;

function tree(files: Files): FileTree {
  return {
    paths: Object.keys(files).sort(),
    read: (path) => (files[path] === undefined ? undefined : createSourceFile(path, files[path])),
  };
}

function images(files: Files, withHubs = false): readonly FolderImage[] {
  return readImageFolders(imageFoldersIn({ tree: tree(files), named: "stats", hasHubs: withHubs }));
}

/** The files of the program by path, which has no error. */
function program(files: Files): Readonly<Record<string, string>> {
  const [written] = importPrograms([], checkedDate("2026-10-05") ?? 0, images(files));
  expect(written?.errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  return Object.fromEntries((written?.files ?? []).map(({ path, text }) => [path, text]));
}

function leftOf(files: Files): readonly string[] {
  return images(files).flatMap(({ left }) => left.map(({ path, why }) => `${path}: ${why}`));
}

describe("which folders are an image's", () => {
  const names = (files: Files, withHubs = false) => images(files, withHubs).map(({ name, path }) => `${name} ${path}`);

  it("those with a file that repo2docker or Docker reads, the folder that is named too", () => {
    expect(names({ "environment.yml": "" })).toEqual(["stats "]);
    expect(names({ "images/a/Dockerfile": "FROM x:1", "images/b/apt.txt": "git" })).toEqual([
      "a images/a",
      "b images/b",
    ]);
    expect(names({ "README.md": "", "src/main.py": "" })).toEqual([]);
  });

  it("binder in place of the folder around it, and none below one", () => {
    expect(names({ "environment.yml": "", "binder/environment.yml": "" })).toEqual(["stats binder"]);
    expect(names({ "a/Dockerfile": "FROM x:1", "a/envs/requirements.txt": "numpy" })).toEqual(["a a"]);
    expect(names({ "requirements.txt": "numpy", "images/b/Dockerfile": "FROM x:1" })).toEqual(["b images/b", "stats "]);
  });

  it("beside hubs, those that the layout gives to a hub", () => {
    const files = { "deployments/stats/image/environment.yml": "", "images/hub/Dockerfile": "FROM x:1" };
    expect(names(files, true)).toEqual(["stats-image deployments/stats/image"]);
  });

  it("each by a name of its own", () => {
    expect(names({ "a/x/Dockerfile": "FROM x:1", "b/x/Dockerfile": "FROM x:1" })).toEqual(["x a/x", "x-2 b/x"]);
    const [one, other] = ["a/stats", "b/stats"].map((named) => ({
      tree: tree({ "apt.txt": "" }),
      named,
      hasHubs: false,
    }));
    expect(
      readImageFolders([one, other].flatMap((two) => (two === undefined ? [] : imageFoldersIn(two)))).map(
        ({ name }) => name,
      ),
    ).toEqual(["stats", "stats-2"]);
  });
});

describe("the files of repo2docker", () => {
  it("conda's and pip's packages, with their comments, channels and Python", () => {
    const environment = `name: stats
channels: [conda-forge, defaults]
dependencies:
  # the language
  - python=3.11
  - numpy==1.26.4  # pinned for hw3
  - "scipy=1.11.*"
  - pip
  - pip:
      # material
      - datascience==0.17.6
      - -r more.txt
variables:
  TZ: UTC
`;
    const files = { "environment.yml": environment, "more.txt": "otter-grader==5.0 # grading\n" };
    expect(program(files)["images/stats.hub"]).toBe(`image stats extends std.jupyterlab {
  # the language
  python   = "3.11"
  channels = ["conda-forge", "defaults"]
  conda {
    # pinned for hw3
    numpy==1.26.4
    scipy=1.11.*
  }
  pip {
    # material
    datascience==0.17.6
    # grading
    otter-grader==5.0
  }
  env {
    TZ = "UTC"
  }
}
`);
    expect(leftOf(files)).toEqual([]);
  });

  it("requirements.txt alone, and not beside conda's file, which goes before it", () => {
    expect(images({ "requirements.txt": "numpy==2.0\n" })[0]?.packages).toEqual({ conda: 0, pip: 1, apt: 0, cran: 0 });
    const both = { "requirements.txt": "numpy==2.0\n", "environment.yml": "dependencies: [pandas]\n" };
    expect(images(both)[0]?.packages).toEqual({ conda: 1, pip: 0, apt: 0, cran: 0 });
  });

  it("apt.txt, runtime.txt and R's packages from CRAN", () => {
    const text = program({
      "apt.txt": "# tex\ntexlive-xetex   pandoc\n",
      "runtime.txt": "python-3.12\n",
      "install.R": `# tidy
install.packages(c("ggplot2",
  'dplyr'), repos = "https://cloud.r-project.org")
library(ggplot2)
remotes::install_version("knitr", version = "1.43")
`,
    })["images/stats.hub"];
    expect(text).toBe(`image stats extends std.rstudio {
  python = "3.12"
  apt {
    # tex
    texlive-xetex   pandoc
  }
  cran {
    ggplot2
    dplyr
    knitr==1.43
  }
}
`);
  });

  it("R's script where it does more, and postBuild, with the files that it names", () => {
    const files = {
      "environment.yml": "dependencies: [r-base]\n",
      "install.R": 'for (p in c("a")) install.packages(p)\n',
      postBuild: "#!/usr/bin/env python3\nopen('overrides.json')\n",
      "overrides.json": "{}\n",
    };
    const written = program(files);
    expect(written["images/stats.hub"]).toContain('"/opt/stats/install.R"      = file("images/stats/install.R")');
    expect(written["images/stats.hub"]).toContain('"cd \\"$(mktemp -d)\\" && cp /opt/stats/* . && Rscript install.R"');
    expect(written["images/stats.hub"]).toContain('"cd \\"$(mktemp -d)\\" && cp /opt/stats/* . && python3 postBuild"');
    expect(written["images/stats/overrides.json"]).toBe("{}\n");
    expect(written["images/stats.hub"]).toContain("std.jupyterlab");
  });

  it("what no word says is said with its line", () => {
    const files = {
      "environment.yml": "dependencies:\n  - numpy\n  - pip:\n    - -e .\n    - foo bar\nextra: 1\n",
      "apt.txt": "Graph\n",
      "runtime.txt": "r-4.3-2023-06-01\n",
      start: "#!/bin/bash\n",
      "Project.toml": "",
    };
    expect(leftOf(files)).toEqual([
      "environment.yml:4: `-e .` is an option of pip, which an image has no word for",
      expect.stringMatching(/^environment\.yml:5: `foo bar`: /),
      "environment.yml:6: `extra` is no key of an environment",
      expect.stringMatching(/^apt\.txt:1: `Graph`: /),
      expect.stringMatching(/^runtime\.txt: `r-4\.3-2023-06-01`: /),
      expect.stringMatching(/^start: /),
      expect.stringMatching(/^Project\.toml: /),
    ]);
  });
});

describe("a Dockerfile", () => {
  it("its base, what its first lines install, its files, and the rest as it is", () => {
    const files = {
      Dockerfile: `ARG TAG=2026-01-05
FROM quay.io/jupyter/minimal-notebook:\${TAG}
ENV TZ=UTC
USER root
# for plots
RUN apt-get update && apt-get install -y --no-install-recommends graphviz \\
      git \\
    && rm -rf /var/lib/apt/lists/*
USER \${NB_UID}
COPY environment.yml setup.sh /tmp/
RUN mamba env update -n base -f /tmp/environment.yml && mamba clean -afy
RUN pip install --no-cache-dir "nbgitpuller==1.2.1" && fix-permissions "\${CONDA_DIR}"
# once
RUN /tmp/setup.sh && \\
    rm /tmp/setup.sh
RUN pip install late
`,
      "environment.yml": "dependencies: [numpy]\n",
      "setup.sh": "#!/bin/bash\n",
    };
    expect(program(files)["images/stats.hub"]).toBe(`image stats {
  base = "quay.io/jupyter/minimal-notebook:2026-01-05"
  conda {
    numpy
  }
  pip {
    nbgitpuller==1.2.1
  }
  apt {
    # for plots
    graphviz
    git
  }
  env {
    TZ = "UTC"
  }
  files {
    "/tmp/setup.sh" = file("images/stats/setup.sh")
  }
  dockerfile = """
      USER root
      RUN chmod a+rx /tmp/setup.sh
      USER 1000
      # once
      RUN /tmp/setup.sh && \\\\
          rm /tmp/setup.sh
      RUN pip install late
    """
}
`);
    expect(leftOf(files)).toEqual([]);
  });

  it("is run by root where its base is, and makes no account that the image has", () => {
    const Dockerfile = "FROM buildpack-deps:noble-scm\nRUN adduser jovyan\nRUN make\n";
    const text = program({ Dockerfile })["images/stats.hub"];
    expect(text).toContain("USER root\n");
    expect(text).not.toContain("adduser");
  });

  it("lies beside the program where a text can't show its lines", () => {
    const Dockerfile = "FROM debian:12.5\nRUN make && \\\n\tmake install\n";
    const written = program({ Dockerfile });
    expect(written["images/stats.hub"]).toContain('dockerfile = file("images/stats/lines.Dockerfile")');
    expect(written["images/stats/lines.Dockerfile"]).toBe("USER root\nRUN make && \\\n\tmake install\n");
  });

  it("copies what lies below a folder, and what a pattern names", () => {
    const files = {
      Dockerfile: "FROM debian:12.5\nCOPY --chown=1000 conf /srv/conf\nCOPY *.sh /usr/local/bin/\nRUN ls /srv/conf\n",
      "conf/a.txt": "a\n",
      "conf/deep/b.txt": "b\n",
      "one.sh": "x\n",
    };
    const written = program(files);
    expect(written["images/stats.hub"]).toContain(`  files {
    "/srv/conf/a.txt"       = file("images/stats/conf/a.txt")
    "/srv/conf/deep/b.txt"  = file("images/stats/conf/deep/b.txt")
    "/usr/local/bin/one.sh" = file("images/stats/one.sh")
  }
  dockerfile = """
      USER root
      RUN chown 1000 /srv/conf/a.txt
      RUN chown 1000 /srv/conf/deep/b.txt
      RUN ls /srv/conf
    """
`);
    expect(written["images/stats/conf/deep/b.txt"]).toBe("b\n");
  });

  it("here-documents and comments inside of a line stay", () => {
    const Dockerfile = "FROM debian:12.5\nRUN <<EOF\n# no comment of Docker\nmake\nEOF\nRUN a && \\\n  # why\n  b\n";
    const written = program({ Dockerfile })["images/stats.hub"] ?? "";
    expect(written).toContain("RUN <<EOF\n      # no comment of Docker\n      make\n      EOF\n");
    expect(written).toContain("# why\n");
  });

  it("that an image can't be is left out, with what to do", () => {
    expect(leftOf({ Dockerfile: "FROM a:1 AS b\nFROM c:1\nCOPY --from=b /x /x\n" })).toEqual([
      "Dockerfile: it has 2 stages, and an image here has one: have it built elsewhere, and name it by `prebuilt`",
    ]);
    expect(Object.keys(program({ Dockerfile: "FROM a:1 AS b\nFROM c:1\n" }))).toEqual(["project.hub"]);
    expect(leftOf({ Dockerfile: "FROM a:1\nCOPY data.bin /srv/\n", "data.bin": "a\0b" })).toHaveLength(1);
    expect(leftOf({ Dockerfile: "FROM a:1\nCOPY folder /srv/\nCOPY . .\n" })).toEqual([
      expect.stringMatching(/^Dockerfile:2: `folder` is copied to `\/srv\/`: /),
      expect.stringMatching(/^Dockerfile:3: `\.` is copied to `\.`: /),
    ]);
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`f/${i}.txt`, "x"]));
    expect(leftOf({ Dockerfile: "FROM a:1\nCOPY f /srv/f\n", ...many })).toHaveLength(1);
    expect(leftOf({ Dockerfile: "FROM $BASE\n" })).toEqual([
      "Dockerfile:1: `$BASE` is filled in when it is built: write `base` yourself",
    ]);
  });

  it("reads no file outside of its folder, and no program", () => {
    const files = { "a/Dockerfile": "FROM a:1\nCOPY ../b.txt x.hub /srv/\n", "b.txt": "secret", "a/x.hub": "" };
    expect(images(files).flatMap((one) => one.files)).toEqual([]);
    expect(leftOf(files)).toHaveLength(2);
  });
});

describe("a secret in a folder's file", () => {
  it("reaches no file of the program, and is an error", () => {
    const token = `ghp_${"aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2"}`;
    const files = {
      Dockerfile: `FROM debian:12.5\nENV TOKEN=${token}\nCOPY run.sh /run.sh\nRUN curl -H ${token} x\n`,
      "run.sh": `# ${token}\n`,
    };
    const [written] = importPrograms([], checkedDate("2026-10-05") ?? 0, images(files));
    expect(written?.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(written?.files)).not.toContain(token);
  });
});

describe("a folder that is large or hostile", () => {
  it("is read in a time that grows with its size", () => {
    const many = 20_000;
    const files = {
      "environment.yml": `dependencies:\n${"  # c\n  - numpy\n".repeat(many)}`,
      "apt.txt": `${" ".repeat(200_000)}#\n${"# c\n".repeat(many)}git\n`,
      "install.R": `install.packages(c(${'"a"   '.repeat(5000)}`,
    };
    const [image] = images(files);
    expect(image?.packages).toEqual({ conda: many, pip: 0, apt: 1, cran: 0 });
    const Dockerfile = `FROM debian:12.5\nENV ${"A=1 ".repeat(20_000)}=\nRUN apt-get install ${'"'.repeat(20_001)}\nRUN a \\\n${"\\\n".repeat(20_000)}`;
    expect(images({ Dockerfile })[0]?.lines).toBeGreaterThan(0);
  });
});

describe("what an image may not have is left out, with the reason", () => {
  const settled = (files: Files) => settleImages(images(files), checkedDate("2026-10-05") ?? 0);
  /** The declaration of the only image, which has no error, and what is left out. */
  const settledAlone = (files: Files) => {
    const all = settled(files);
    const [written] = importPrograms([], checkedDate("2026-10-05") ?? 0, all);
    expect(written?.errors).toEqual([]);
    const [image] = all;
    const left = image?.left.map(({ path, why }) => `${path}: ${why}`) ?? [];
    return { text: image?.text, left, files: image?.files.map(({ path }) => path) };
  };

  it("a version that the image below has otherwise, with the comment above it", () => {
    const { text, left } = settledAlone({
      "requirements.txt": "numpy==2.1.0\n# old\nnotebook==6.1.5\n",
    });
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/^notebook==6\.1\.5: .* exclude each other/);
    expect(text).toContain("numpy==2.1.0");
    expect(text).not.toContain("notebook");
    expect(text).not.toContain("old");
  });

  it("a file that holds a secret, which is copied nowhere", () => {
    const token = `ghp_${"a1B2c3".repeat(6)}`;
    const { text, left, files } = settledAlone({
      Dockerfile: "FROM quay.io/jupyter/base-notebook:2026-01-05\nCOPY a.sh b.sh /opt/tools/\n",
      "a.sh": `curl -H "Authorization: token ${token}" https://api.github.com\n`,
      "b.sh": "echo b\n",
    });
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/^"\/opt\/tools\/a\.sh"/);
    expect(left.join()).not.toContain(token);
    expect(text).toContain('"/opt/tools/b.sh"');
    expect(files).toEqual(["images/stats/b.sh"]);
  });

  it("a base whose tag moves is allowed, since it moves today too", () => {
    const { text, left } = settledAlone({
      Dockerfile: "FROM quay.io/jupyter/base-notebook\nRUN pip install numpy==2.1.0\n",
    });
    expect(left).toEqual([]);
    expect(text).toContain('# hubc: allow image/floating-tag because "so it is today: name a tag that stays"\n');
    expect(text).toContain('"quay.io/jupyter/base-notebook:latest"');
  });

  it("all of one whose base is not known", () => {
    const { text, left, files } = settledAlone({ Dockerfile: "ARG BASE\nFROM $BASE\nCOPY a.sh /opt/\n", "a.sh": "" });
    expect([text, files]).toEqual([undefined, []]);
    expect(left).toEqual(["Dockerfile:2: `$BASE` is filled in when it is built: write `base` yourself"]);
  });
});

it("a hidden file lies in the program under a name that is not", () => {
  const files = program({
    Dockerfile: "FROM quay.io/jupyter/base-notebook:2026-01-05\nCOPY .condarc /opt/conda/\nCOPY home/ /etc/skel/\n",
    ".condarc": "channels: [conda-forge]\n",
    "home/.aws/config": "region = us-west-2\n",
  });
  expect(files["images/stats/dot-condarc"]).toBe("channels: [conda-forge]\n");
  expect(files["images/stats/home/dot-aws/config"]).toBe("region = us-west-2\n");
  expect(files["images/stats.hub"]).toContain('"/etc/skel/.aws/config" ');
});

it("a file is copied to below the folder that WORKDIR says", () => {
  const files = program({
    Dockerfile: "FROM quay.io/jupyter/base-notebook:2026-01-05\nWORKDIR /srv\nWORKDIR repo\nCOPY a.txt ./\n",
    "a.txt": "a\n",
  });
  expect(files["images/stats.hub"]).toContain('"/srv/repo/a.txt" = file("images/stats/a.txt")');
});
