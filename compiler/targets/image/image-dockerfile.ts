// The Dockerfile of an image: what changes least comes first, so that a change of one package rebuilds no more layers than it must.

import { type BaseImage, baseImage, type CondaSetup } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import {
  type DockerCache,
  type DockerInstruction,
  type DockerVariable,
  fitsDockerfileValue,
} from "../../output/dockerfile.ts";
import type { Span } from "../../text/span.ts";
import { type Account, accountOf } from "./account.ts";
import { contextPath } from "./declared-files.ts";
import { choosesPython, environmentYml } from "./environment-yml.ts";
import { generatedNote } from "./generated-note.ts";

/** What the project says of the Dockerfiles of its images. */
export interface ProjectBuild {
  /** Named in a label. */
  readonly repository: Sourced<string> | undefined;
  /** What is fetched stays in caches of the builder. */
  readonly cacheMounts: boolean;
}

/**
 * The instructions; those without an origin come from the image's header.
 * @throws Error for an image without a base, which has been reported before.
 */
export function imageDockerfile(image: Image, { repository, cacheMounts }: ProjectBuild): readonly DockerInstruction[] {
  if (image.base === undefined) throw new Error(`invariant: the image ${image.name} has no base`);
  const base = baseImage(image.base.value);
  const account = accountOf(image, base);
  const steps = [
    ...accountSteps(base, account),
    ...aptSteps(image, fetchedByApt(cacheMounts)),
    ...(base.runsHub ? pipSteps(image) : condaSteps(image, base, { account, cacheMounts })),
    ...rSteps(image, base, account),
    ...settingSteps(image, base),
    ...fileSteps(image, account),
    ...commandSteps(image),
  ];
  return [
    { kind: "comment", text: [generatedNote(image), ...(image.doc === undefined ? [] : [image.doc])].join("\n") },
    { kind: "from", image: image.base.value, origin: image.base.span },
    ...asUsers(steps, base, account),
    ...labels(image, repository),
  ];
}

/** Puts a USER line where the account changes, and leaves the image to the person it is for. */
function asUsers(steps: readonly Step[], base: BaseImage, account: Account): readonly DockerInstruction[] {
  const out: DockerInstruction[] = [];
  let current = base.endsAsUser && account.isBases ? account.id : undefined;
  const become = (as: Step["as"]): void => {
    const user = as === "root" ? "root" : account.id;
    if (user !== current) out.push({ kind: "user", value: user, origin: as === "root" ? undefined : account.origin });
    current = user;
  };
  for (const step of steps) {
    out.push({ kind: "blank" });
    if (step.as !== "anyone") become(step.as);
    out.push(...step.instructions);
    if (step.instructions.some(({ kind }) => kind === "raw")) current = undefined;
  }
  if (current !== account.id) {
    out.push({ kind: "blank" });
    become("user");
  }
  return out;
}

function accountSteps(base: BaseImage, account: Account): readonly Step[] {
  if (!base.userMissing) return [];
  // Ubuntu's images since 24.04 have a user of their own with the number 1000.
  const commands = ["if id -u ubuntu > /dev/null 2>&1; then userdel --remove ubuntu; fi", account.creation];
  return [{ as: "root", instructions: [{ kind: "run", commands, origin: account.origin }] }];
}

function aptSteps(image: Image, fetched: Fetched): readonly Step[] {
  const [first] = image.apt;
  if (first === undefined) return [];
  const commands = [
    "apt-get update -qq",
    `DEBIAN_FRONTEND=noninteractive apt-get ${fetched.words}install -yq --no-install-recommends $(grep -v '^#' /tmp/apt.txt)`,
    fetched.inLayer ? "rm -rf /var/lib/apt/lists/* /tmp/apt.txt" : "rm /tmp/apt.txt",
  ];
  const origin = first.span;
  return [
    {
      as: "root",
      instructions: [
        { kind: "copy", sources: ["apt.txt"], destination: "/tmp/apt.txt", origin },
        { kind: "run", commands, caches: fetched.caches, origin },
      ],
    },
  ];
}

function settingSteps(image: Image, base: BaseImage): readonly Step[] {
  const variables: DockerVariable[] = [];
  if (base.known && image.home.value !== base.home)
    variables.push({ name: "HOME", value: image.home.value, origin: image.home.span });
  for (const { name, value, span } of image.env) variables.push({ name, value, origin: span });
  return variables.length === 0 ? [] : [{ as: "anyone", instructions: [{ kind: "env", variables }] }];
}

/** Files in the home are the person's; elsewhere they stay root's, so that nobody's server can change its own configuration. */
function fileSteps(image: Image, account: Account): readonly Step[] {
  if (image.files.length === 0) return [];
  const home = `${image.home.value.replace(/\/+$/, "")}/`;
  const instructions = image.files.map((file): DockerInstruction => {
    const copy = { kind: "copy", sources: [contextPath(file)], destination: file.path, origin: file.span } as const;
    return file.path.startsWith(home) ? { ...copy, owner: account.owner } : copy;
  });
  return [{ as: "anyone", instructions }];
}

function commandSteps(image: Image): readonly Step[] {
  const commands = image.run.filter(({ value }) => value.trim() !== "");
  const run = commands.map(({ value, span }): DockerInstruction => ({ kind: "run", commands: [value], origin: span }));
  const steps: Step[] = run.length === 0 ? [] : [{ as: "user", instructions: run }];
  const own = image.dockerfile;
  if (own !== undefined && own.value.trim() !== "") {
    const text = own.value.replace(/^(?:[ \t]*\n)+|\s+$/g, "");
    steps.push({ as: "user", instructions: [{ kind: "raw", lines: [{ text, origin: own.span }], origin: own.span }] });
  }
  return steps;
}

/** Source of the names: the OCI image specification, annotations.md. */
function labels(image: Image, repository: Sourced<string> | undefined): readonly DockerInstruction[] {
  const variables: DockerVariable[] = [{ name: "org.opencontainers.image.title", value: image.name }];
  if (image.base !== undefined)
    variables.push(label("org.opencontainers.image.base.name", image.base.value, image.base.span));
  if (repository !== undefined && fitsDockerfileValue(repository.value))
    variables.push(label("org.opencontainers.image.source", repository.value, repository.span));
  return [{ kind: "blank" }, { kind: "label", variables }];
}

function label(name: string, value: string, origin: Span): DockerVariable {
  return { name, value, origin };
}

const requirementsFile = "/tmp/requirements.txt";

/** Into an image whose Python is the system's, as in the chart's hub image, root installs requirements.txt beside what is there; none where the image asks for no package by pip. */
function pipSteps({ pip }: Image): readonly Step[] {
  const origin = pip[0]?.span;
  if (origin === undefined) return [];
  const commands = [`pip install --no-cache-dir --requirement ${requirementsFile}`, `rm ${requirementsFile}`];
  return [
    {
      as: "root",
      instructions: [
        { kind: "copy", sources: ["requirements.txt"], destination: requirementsFile, origin },
        { kind: "run", commands, origin },
      ],
    },
  ];
}

/** Whoever may write R's library runs install.R; none where the image asks for no package from CRAN. */
function rSteps(image: Image, base: BaseImage, account: Account): readonly Step[] {
  const [first] = image.cran;
  if (first === undefined) return [];
  const origin = first.span;
  const as = base.rLibrary ?? "user";
  const copy = { kind: "copy", sources: ["install.R"], destination: installFile, origin } as const;
  const commands = [`Rscript ${installFile}`, `rm -rf /tmp/downloaded_packages ${installFile}`];
  return [
    {
      as,
      instructions: [as === "root" ? copy : { ...copy, owner: account.owner }, { kind: "run", commands, origin }],
    },
  ];
}

const installFile = "/tmp/install.R";

// How environment.yml gets into an image: into the environment that the base's Jupyter runs in, or, where the base has no conda,
// into a new one that is first on the path.

/** Who builds, and where what is fetched is kept. */
interface CondaBuild {
  readonly account: Account;
  readonly cacheMounts: boolean;
}

/** The steps; none where the image has no environment.yml. */
function condaSteps(image: Image, base: BaseImage, build: CondaBuild): readonly Step[] {
  if (environmentYml(image, "") === undefined) return [];
  return base.conda === undefined ? newEnvironment(build) : update(image, base.conda, build);
}

const file = "/tmp/environment.yml";

function update(image: Image, conda: CondaSetup, { account, cacheMounts }: CondaBuild): readonly Step[] {
  const fetched = fetchedByConda(cacheMounts, conda.owner === "root" ? "root" : account);
  const commands = [
    ...(conda.pins !== undefined && choosesPython(image) ? [`sed -i '/^python /d' ${conda.pins}`] : []),
    ...installation(conda, fetched),
    `rm ${file}`,
    ...(conda.tidy === undefined ? [] : [conda.tidy]),
  ];
  const copy = { kind: "copy", sources: ["environment.yml"], destination: file } as const;
  return [
    {
      as: conda.owner,
      instructions: [
        conda.owner === "root" ? copy : { ...copy, owner: account.owner },
        { kind: "run", commands, caches: fetched.caches },
      ],
    },
  ];
}

function installation({ tool, environment }: CondaSetup, { words, inLayer }: Fetched): readonly string[] {
  const clean = (program: string) => (inLayer ? [`${program} clean --all --force-pkgs-dirs --yes`] : []);
  if (tool === "micromamba")
    return [`${words} micromamba install --yes --name ${environment} --file ${file}`, ...clean("micromamba")];
  if (tool === "detect")
    return [
      'tool="$(command -v mamba || command -v micromamba || command -v conda)"',
      `${words} "$tool" env update --name ${environment} --file ${file}`,
      ...clean('"$tool"'),
    ];
  // Neither mamba 1 nor conda knows `--yes` for `env update`; without a terminal mamba 2 takes it for granted.
  return [`${words} ${tool} env update --name ${environment} --file ${file}`, ...clean(tool)];
}

/** The version that Jupyter Docker Stacks were built with in August 2026. */
const micromamba = "mambaorg/micromamba:2.8.1";
const root = "/opt/conda";
const environment = "notebook";

function newEnvironment({ account, cacheMounts }: CondaBuild): readonly Step[] {
  const fetched = fetchedByConda(cacheMounts, account);
  const variables: readonly DockerVariable[] = [
    { name: "MAMBA_ROOT_PREFIX", value: root },
    { name: "PATH", value: `${root}/envs/${environment}/bin:\${PATH}`, expand: true },
  ];
  const create = `${fetched.words} micromamba create --yes --name ${environment} --file ${file}`;
  return [
    {
      as: "root",
      instructions: [
        { kind: "copy", from: micromamba, sources: ["/bin/micromamba"], destination: "/usr/local/bin/micromamba" },
        { kind: "run", commands: [`mkdir -p ${root}`, `chown ${account.owner} ${root}`] },
        { kind: "env", variables },
      ],
    },
    {
      as: "user",
      instructions: [
        { kind: "copy", sources: ["environment.yml"], destination: file, owner: account.owner },
        {
          kind: "run",
          commands: [create, fetched.inLayer ? `rm -rf ${root}/pkgs ${file}` : `rm ${file}`],
          caches: fetched.caches,
        },
      ],
    },
  ];
}

/** A few instructions of a Dockerfile that belong together, and who must run them. */
interface Step {
  /** `anyone` where the instructions do the same whoever is the current user. */
  readonly as: "root" | "user" | "anyone";
  readonly instructions: readonly DockerInstruction[];
}

// Where what is fetched for an image is kept while it is built: nowhere, so that no layer holds it; or, where a project asks for that, in
// caches of the builder, so that the next build need not fetch it again.

/** What one step's fetching needs. */
interface Fetched {
  readonly caches: readonly DockerCache[];
  /** Goes before or into the command that fetches; may be empty. */
  readonly words: string;
  /** Whether the step itself has to take away what it fetched. */
  readonly inLayer: boolean;
}

/** Apt's, which is run by root. */
function fetchedByApt(cacheMounts: boolean): Fetched {
  if (!cacheMounts) return { caches: [], words: "", inLayer: true };
  // Debian's images empty /var/cache/apt/archives after each command (apt.conf.d/docker-clean): the files are kept beside it.
  return {
    caches: [
      { id: "hubc-apt-lists", target: "/var/lib/apt/lists" },
      { id: "hubc-apt-files", target: "/var/cache/apt/kept" },
    ],
    words: "-o Dir::Cache::archives=kept ",
    inLayer: false,
  };
}

/**
 * Conda's and pip's. Both write only where their account may, so each account has caches of its own; one whose number is not known has
 * none. (`mode=0777` would be for anybody with BuildKit, and with buildah 1.28 for root alone.)
 */
function fetchedByConda(cacheMounts: boolean, who: "root" | Account): Fetched {
  const owner = who === "root" ? { uid: 0, gid: 0 } : who.numbers;
  if (!cacheMounts || owner === undefined) return { caches: [], words: "PIP_NO_CACHE_DIR=1", inLayer: true };
  return {
    caches: [
      { id: `hubc-conda-${owner.uid}`, target: conda, owner },
      { id: `hubc-pip-${owner.uid}`, target: pip, owner },
    ],
    words: `CONDA_PKGS_DIRS=${conda} PIP_CACHE_DIR=${pip}`,
    inLayer: false,
  };
}

const conda = "/tmp/conda-packages";
const pip = "/tmp/pip-cache";
