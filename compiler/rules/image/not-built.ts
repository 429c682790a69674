import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import type { Image } from "../../model/model.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** What an image would be built from is built. */
export const notBuilt = defineRule<{ what: readonly string[] }>({
  code: "image/not-built",
  title: "Lines of an image that is built elsewhere",
  why: "A `prebuilt` image is taken as it is: packages, a version of Python, files, variables and commands beside it are put into nothing, and students miss them. Name the image as `base` to build on it, or leave the lines out and say under `provides` what it brings.",
  message: ({ what }) =>
    `The image is \`prebuilt\` and taken as it is: ${what.join(", ")} of it would not be built. Name it as \`base\` to build on it, or leave ${what.length > 1 ? "them" : "it"} out.`,
  check: ({ images }, report) => {
    for (const image of images) {
      const { prebuilt } = image;
      const parts = prebuilt === undefined ? [] : partsToBuild(image);
      const [first] = parts;
      if (prebuilt === undefined || first === undefined) continue;
      // In the declaration itself, else in the one that says it is prebuilt.
      const own = parts.find(({ by }) => by === `image ${image.name}`) ?? parts.find(({ by }) => by === prebuilt.by);
      const span = own?.span ?? prebuilt.span;
      const what = [...new Set(parts.map((part) => `\`${part.key}\``))];
      report({ what }, { span, related: placesBeside(first, span, prebuilt.span) });
    }
  },
});

interface Part {
  readonly key: string;
  readonly span: Span;
  readonly by: string;
}

function partsToBuild(image: Image): readonly Part[] {
  const part = (key: string, { span, by }: Omit<Part, "key">): Part => ({ key, span, by });
  return [
    ...(image.base === undefined ? [] : [part("base", image.base)]),
    ...(image.python === undefined ? [] : [part("python", image.python)]),
    ...(["channels", "conda", "pip", "apt", "cran", "env", "run"] as const).flatMap((key) =>
      image[key].slice(0, 1).map((one) => part(key, one)),
    ),
    ...image.files.slice(0, 1).map((file) => part("files", file)),
    ...(image.dockerfile === undefined ? [] : [part("dockerfile", image.dockerfile)]),
  ];
}

/** What says that it is prebuilt, or what is inherited. */
function placesBeside(first: Part, span: Span, prebuilt: Span): readonly RelatedPlace[] {
  if (span === prebuilt) return [{ span: first.span, message: `\`${first.key}\` is inherited from here.` }];
  return [{ span: prebuilt, message: "It is said to be prebuilt here." }];
}
