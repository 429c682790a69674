// Images that hubs themselves run: they follow the chart, and hold the class that people sign in by.

import { authenticators } from "../knowledge/authenticators.ts";
import { baseImage } from "../knowledge/base-images.ts";
import { chartHubImage } from "../knowledge/chart.ts";
import { parsePipRequirement } from "../syntax/requirements/pep508.ts";
import type { Image, PackageRequirement, Project } from "./model.ts";
import type { Release } from "./release.ts";

/** The images, of which those that hubs run are complete. */
export function withImagesOfHubs(images: readonly Image[], releases: readonly Release[], project: Project): Image[] {
  return images.map((image) => {
    const base = onChart(image, project);
    const run = releases.filter(
      ({ hubImage: said }) => said?.value.kind === "declared" && said.value.name === image.name,
    );
    const variants = [...new Set(run.map(({ auth }) => auth.variant))];
    return variants.reduce(withSignIn, base);
  });
}

/** `std.hub` is the image of whichever chart the project names. */
function onChart(image: Image, { chart }: Project): Image {
  const { base } = image;
  if (base?.by !== "image std.hub" || baseImage(base.value).runsHub !== true) return image;
  return { ...image, base: { ...base, value: `${chartHubImage}:${chart.value}` } };
}

/** With the package of the sign-in's class, where the chart's image lacks it and the program names none. */
function withSignIn(image: Image, variant: string): Image {
  const needs = authenticators[variant]?.needs;
  const parsed = needs === undefined ? undefined : parsePipRequirement(`${needs.package} @ ${needs.requirement}`);
  if (needs === undefined || parsed === undefined || "error" in parsed) return image;
  if (image.pip.some(({ requirement }) => requirement.name === needs.package)) return image;
  const added: PackageRequirement = {
    requirement: parsed.requirement,
    span: image.span,
    by: `auth ${variant}`,
    doc: undefined,
  };
  return { ...image, pip: [...image.pip, added] };
}
