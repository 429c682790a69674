// What a person's server is made of, wherever that is said: in a course, in a profile, or in a hub itself.

import { defineBlock, nested, setting } from "../block.ts";
import { slug } from "../values/forms.ts";
import { bytes, cpu, openRangeOf } from "../values/quantities.ts";
import { codeOrSecret, referencesTo, referenceTo } from "../values/references.ts";
import { count, flag, prose, textType, title, truth } from "../values/scalars.ts";
import { appOrAddress } from "../values/server-page.ts";

/** Guarantee and limit. */
export const amounts = {
  memory: setting({
    type: openRangeOf(bytes),
    doc: "Memory of a person's server: guarantee .. limit. The limit may be `unlimited`.",
    example: "1GiB .. 2GiB",
    defaultDoc: "1GiB guaranteed, no limit",
  }),
  cpu: setting({
    type: openRangeOf(cpu),
    doc: "Cores of a person's server: guarantee .. limit. The limit may be `unlimited`.",
    example: "0.05 .. 2",
    defaultDoc: "no guarantee, no limit",
  }),
} as const;

/** Where servers run. */
export const place = {
  pool: setting({
    type: referenceTo("pool"),
    doc: "The pool that its servers run on.",
    example: "berkeley.users",
    defaultDoc: "the provider's only pool that is not `core`",
  }),
} as const;

export const gpu = setting({
  type: count,
  doc: "GPUs of a person's server.",
  example: "1",
  defaultDoc: "none",
  grant: "gpu",
});

const pattern = textType({
  name: "pattern",
  expected: 'a regular expression, such as `"^.+:.+$"`',
  what: "a regular expression as Python and browsers read it, without a double quote, which would end it in the page",
  accepts: isPattern,
});

function isPattern(value: string): boolean {
  if (value.includes('"')) return false;
  try {
    return new RegExp(value, "v").source !== "(?:)";
  } catch {
    return false;
  }
}

/** Images between which a person chooses. */
export const imageChoices = {
  images: setting({
    type: referencesTo("image"),
    doc: "Images between which a person chooses when the server starts, by their titles. The usual one is `image`, else the first.",
    example: "[data8, other]",
    defaultDoc: "`image` alone",
  }),
  "any-image": setting({
    type: truth,
    doc: "A person may type the name of another image, with its tag: any that the cluster can pull. An exam's starts in its hours alone.",
    example: "true",
    default: false,
    grant: "any-image",
  }),
  "any-repository": flag(
    "A person may name a git repository, from which an image is built when the server starts. BinderHub builds it, and jupyterhub-fancy-profiles in the hub's image asks for it: the umbrella chart, or `hub-image`, brings both.",
  ),
} as const;

function choiceForm(name: string, what: { readonly of: string; readonly title: string; readonly key: string }) {
  return defineBlock({
    name,
    doc: `How the form asks for ${what.of}.`,
    settings: {
      title: setting({
        type: title,
        doc: "What stands before the choice.",
        example: `"${what.title}"`,
        defaultDoc: what.title === "Image" ? "Image" : "Size",
      }),
      key: setting({
        type: slug,
        doc: "Its key in `profile_options`, where the list exists already: JupyterHub remembers by it what people chose.",
        example: `"${what.key}"`,
        defaultDoc: what.title === "Image" ? "`image`" : "`size`",
      }),
    },
  });
}

export const imageChoice = choiceForm("image-choice", { of: "an image", title: "Image", key: "image" });

export const sizeChoice = choiceForm("size-choice", { of: "a size", title: "Node share", key: "requests" });

export const typedImage = defineBlock({
  name: "any-image",
  doc: "How the form asks for the name of an image that is not listed. The block means `any-image = true`.",
  settings: {
    title: setting({
      type: title,
      doc: "What stands before the name.",
      example: '"Custom image"',
      defaultDoc: "Name of the image",
    }),
    description: setting({
      type: prose,
      doc: "What such an image must have. JupyterHub's own form does not show it; jupyterhub-fancy-profiles does.",
      example: '"It must have jupyterhub installed."',
      defaultDoc: "nothing",
    }),
    pattern: setting({
      type: pattern,
      doc: "What a name must match, from its beginning to its end.",
      example: '"^.+:.+$"',
      defaultDoc: "a name with a tag or a digest",
    }),
    message: setting({
      type: title,
      doc: "What is said of a name that does not match.",
      example: '"An image with its tag"',
      defaultDoc: "what such a name looks like",
    }),
  },
});

/** How the form asks. */
export const choiceForms = {
  "any-image": nested(typedImage, 'any-image { title = "Custom image"  pattern = "^.+:.+$" }'),
  "image-choice": nested(imageChoice, 'image-choice { title = "Environment" }'),
  "size-choice": nested(sizeChoice, 'size-choice { title = "Node share"  key = "requests" }'),
} as const;

const environment = defineBlock({
  name: "environment",
  doc: "Environment variables of every server.",
  settings: {},
  anySetting: setting({ type: codeOrSecret, doc: "The variable's value.", example: '"America/Los_Angeles"' }),
});

export const variables = {
  environment: nested(environment, 'environment { TZ = "America/Los_Angeles" }'),
} as const;

export const size = defineBlock({
  name: "size",
  doc: "A size that a person may choose when the server starts. What it does not say is as the server has it.",
  settings: {
    title: setting({ type: title, doc: "As the form shows it.", example: '"8 GB"', defaultDoc: "its name" }),
    description: setting({
      type: prose,
      doc: "What it is, for those who choose. JupyterHub's own form does not show it; jupyterhub-fancy-profiles does.",
      example: '"Up to 4 cores when they are free"',
      defaultDoc: "nothing",
    }),
    ...amounts,
    ...place,
    gpu,
    default: setting({
      type: truth,
      doc: "It is chosen unless a person chooses another.",
      example: "true",
      defaultDoc: "`true` for the first, where none says so",
    }),
    for: setting({
      type: referencesTo("group"),
      doc: "Groups whose members may choose it.",
      example: "data8-staff",
      defaultDoc: "all who get the server",
    }),
  },
  blocks: variables,
});

export const sizes = {
  size: nested(size, 'size large {\n  title = "8 GB"\n  memory = 7GiB .. 8GiB\n}', { label: "name" }),
} as const;

/** What servers open in, where there are no links that do. */
export const openWith = setting({
  type: appOrAddress,
  doc: 'What a server opens in: an app, or an address in the server, such as `"/lab/tree/README.md"`.',
  example: '"/lab/tree/README.md"',
  default: "lab",
});

export const peak = setting({
  type: count,
  doc: "How many people work at the same time.",
  example: "300",
  defaultDoc: "not counted",
});
