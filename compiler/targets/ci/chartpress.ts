// What chartpress wants: a chart for each release, and for each image where its tag stands in the chart's values.
// Source: README.md and chartpress.py of jupyterhub/chartpress at 3805ede.

import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { mapping, memberOf, plainData, type YamlData, type YamlMapping, yaml } from "../../output/yaml-tree.ts";
import type { CiInput, CiOutput, CiRelease } from "./ci-input.ts";
import { nestedValues, parentChart } from "./nested-values.ts";

const root = "ci/chartpress";

/** `ci/chartpress/…`. */
export function chartpress(input: CiInput): CiOutput {
  const { model, releases } = input;
  const charts = releases.map((release) => chartOf(release, input));
  const header = ["Where chartpress finds charts and images. Written by hubc; edit the .hub files, not this."];
  const config: OutputFile = {
    path: `${root}/chartpress.yaml`,
    ...printYaml([yaml({ charts })], { header, origin: model.project.ci.span }),
  };
  const files = releases.flatMap((release) => [
    parentChart(`${root}/${release.release.name}`, release.release.name, input),
    nestedValues(release, `${root}/${release.release.name}/values.yaml`),
  ]);
  return { files: [config, ...files], notes: notes(input) };
}

function chartOf(release: CiRelease, { images }: CiInput): YamlData {
  const places = placesOf(release.values());
  const used = images.flatMap((image): [string, YamlData][] => {
    const name = image.reference.replace(/:[^:/]+$/, "");
    const valuesPath = places.filter((place) => place.name === name).map(({ path }) => `jupyterhub.${path}`);
    const folder = `../../${image.folder}`;
    return valuesPath.length === 0 ? [] : [[image.name, { imageName: name, contextPath: folder, valuesPath }]];
  });
  return { name: release.release.name, images: mapping(used) };
}

/** Where values name an image. */
function placesOf(values: YamlMapping): { readonly path: string; readonly name: string }[] {
  return ["singleuser", "hub"].flatMap((part) => {
    const node = memberOf(values, part);
    const image = node?.kind === "mapping" ? memberOf(node, "image") : undefined;
    const name = image?.kind === "mapping" ? memberOf(image, "name") : undefined;
    const text = name && plainData(name);
    return typeof text === "string" ? [{ path: `${part}.image`, name: text }] : [];
  });
}

function notes({ model }: CiInput): string {
  return [
    `In \`${model.project.out.value}/ci/chartpress\`, with the outputs committed, since chartpress names images by the commit that changed their folders:`,
    "",
    "```sh",
    "chartpress --push",
    "helm dependency update CHART && helm upgrade --install --namespace CHART CHART ./CHART",
    "```",
    "",
    "It writes tags into `values.yaml`, which is edited then: bring it back with `git checkout` before the next `hubc build`.",
  ].join("\n");
}
