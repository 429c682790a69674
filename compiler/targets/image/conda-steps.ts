// How environment.yml gets into an image: into the environment that the base's Jupyter runs in, or, where the base has no conda,
// into a new one that is first on the path.

import type { BaseImage, CondaSetup } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import type { DockerVariable } from "../../output/dockerfile.ts";
import type { Account } from "./account.ts";
import { choosesPython, environmentYml } from "./environment-yml.ts";
import type { Step } from "./step.ts";

/** The steps; none where the image has no environment.yml. */
export function condaSteps(image: Image, base: BaseImage, account: Account): readonly Step[] {
  if (environmentYml(image, "") === undefined) return [];
  return base.conda === undefined ? newEnvironment(account) : update(image, base.conda, account);
}

const file = "/tmp/environment.yml";

function update(image: Image, conda: CondaSetup, account: Account): readonly Step[] {
  const commands = [
    ...(conda.pins !== undefined && choosesPython(image) ? [`sed -i '/^python /d' ${conda.pins}`] : []),
    ...installation(conda),
    `rm ${file}`,
    ...(conda.tidy === undefined ? [] : [conda.tidy]),
  ];
  const copy = { kind: "copy", sources: ["environment.yml"], destination: file } as const;
  return [
    {
      as: conda.owner,
      instructions: [conda.owner === "root" ? copy : { ...copy, owner: account.owner }, { kind: "run", commands }],
    },
  ];
}

function installation(conda: CondaSetup): readonly string[] {
  const { tool, environment } = conda;
  const pip = "PIP_NO_CACHE_DIR=1";
  if (tool === "micromamba")
    return [
      `${pip} micromamba install --yes --name ${environment} --file ${file}`,
      "micromamba clean --all --force-pkgs-dirs --yes",
    ];
  if (tool === "detect")
    return [
      'tool="$(command -v mamba || command -v micromamba || command -v conda)"',
      `${pip} "$tool" env update --name ${environment} --file ${file}`,
      '"$tool" clean --all --force-pkgs-dirs --yes',
    ];
  // Neither mamba 1 nor conda knows `--yes` for `env update`; without a terminal mamba 2 takes it for granted.
  return [
    `${pip} ${tool} env update --name ${environment} --file ${file}`,
    `${tool} clean --all --force-pkgs-dirs --yes`,
  ];
}

/** The version that Jupyter Docker Stacks were built with in August 2026. */
const micromamba = "mambaorg/micromamba:2.8.1";
const root = "/opt/conda";
const environment = "notebook";

function newEnvironment(account: Account): readonly Step[] {
  const variables: readonly DockerVariable[] = [
    { name: "MAMBA_ROOT_PREFIX", value: root },
    { name: "PATH", value: `${root}/envs/${environment}/bin:\${PATH}`, expand: true },
  ];
  const create = `PIP_NO_CACHE_DIR=1 micromamba create --yes --name ${environment} --file ${file}`;
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
        { kind: "run", commands: [create, `rm -rf ${root}/pkgs ${file}`] },
      ],
    },
  ];
}
