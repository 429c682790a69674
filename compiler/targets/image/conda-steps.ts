// How environment.yml gets into an image: into the environment that the base's Jupyter runs in, or, where the base has no conda,
// into a new one that is first on the path.

import type { BaseImage, CondaSetup } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import type { DockerVariable } from "../../output/dockerfile.ts";
import type { Account } from "./account.ts";
import { choosesPython, environmentYml } from "./environment-yml.ts";
import { type Fetched, fetchedByConda } from "./fetched.ts";
import type { Step } from "./step.ts";

/** Who builds, and where what is fetched is kept. */
export interface CondaBuild {
  readonly account: Account;
  readonly cacheMounts: boolean;
}

/** The steps; none where the image has no environment.yml. */
export function condaSteps(image: Image, base: BaseImage, build: CondaBuild): readonly Step[] {
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
