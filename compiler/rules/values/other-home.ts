import { imagesInUse } from "../../model/exams-on-day.ts";
import { ownServerTrait } from "../../model/final-values.ts";
import { ownPlace } from "../../model/own-values.ts";
import type { Release } from "../../model/release.ts";
import { homePath } from "../../model/server-folders.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

interface Parameters {
  readonly trait: string;
  readonly folder: string;
  readonly image: string;
  readonly home: string;
}

/** What servers begin in is in the home that their image has. */
export const otherHome = defineRule<Parameters>({
  code: "values/other-home",
  severity: "warning",
  title: "Servers that begin in the home of another image",
  why: "Images differ in where their home is: `/home/jovyan`, `/home/rstudio`. People's homes are mounted where the image has it. A server that begins in another image's home does not start (`notebook_dir`), or begins in an empty folder that is gone with it (`working_dir`).",
  message: ({ trait, folder, image, home }) =>
    `\`KubeSpawner.${trait}\` is \`${folder}\`, and people's homes are at \`${home}\` in image \`${image}\`: name a folder there, or leave it out.`,
  judges: "parts",
  each: "releases",
  check: (release, report, { images, on }) => {
    for (const trait of traits) {
      const folder = ownServerTrait(release, trait);
      const [home] = typeof folder === "string" ? (/^\/home\/[^/{}]+/.exec(folder) ?? []) : [];
      if (typeof folder !== "string" || home === undefined) continue;
      const used = new Set(imagesInUse(release, on));
      const homes = images
        .filter(({ name }) => used.has(name))
        .map((image) => ({ image: image.name, home: homePath(release, image.home.value).replace(/\/+$/, "") }));
      const [first] = homes;
      if (first === undefined || homes.some((one) => isAt(one.home, home))) continue;
      report({ trait, folder, ...first }, { span: placeOf(release, trait) });
    }
  },
});

const traits = ["working_dir", "notebook_dir"] as const;

/** A home may itself be below a person's folder of `/home`, or hold all of them. */
function isAt(path: string, home: string): boolean {
  return path === home || path.startsWith(`${home}/`) || home.startsWith(`${path}/`);
}

function placeOf(release: Release, trait: string): Span {
  const inPython = release.ownCode.settings.findLast(
    (setting) => setting.trait === trait && /^(?:Kube)?Spawner$/.test(setting.className),
  );
  const inConfig = ["KubeSpawner", "Spawner"].flatMap(
    (section) => ownPlace(release, `hub.config.${section}.${trait}`) ?? [],
  );
  return inPython?.span ?? inConfig[0] ?? release.span;
}
