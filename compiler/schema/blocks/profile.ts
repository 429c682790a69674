// A server that people may choose on a hub, whatever courses there are.

import { defineBlock, setting } from "../block.ts";
import { slug } from "../values/forms.ts";
import { referencesTo, referenceTo } from "../values/references.ts";
import { prose, title, truth } from "../values/scalars.ts";
import { amounts, choiceForms, gpu, imageChoices, openWith, peak, place, sizes, variables } from "./server.ts";

const values = defineBlock({
  name: "profile values",
  doc: "Keys of this entry of KubeSpawner's list for which there is no word.",
  settings: {},
  free: [],
  unchecked: true,
});

export const profile = defineBlock({
  name: "profile",
  doc: "A server that people may choose on the hub. What it does not say is as the hub says it of its own servers.",
  settings: {
    title: setting({ type: title, doc: "As the form shows it.", example: '"CPU only"', defaultDoc: "its name" }),
    description: setting({
      type: prose,
      doc: "What it is, for those who choose. A `##` comment is for those who edit the file.",
      example: '"For teaching and small data."',
      defaultDoc: "nothing",
    }),
    slug: setting({
      type: slug,
      doc: "Its name in KubeSpawner's list, where that exists already: JupyterHub remembers by it what people chose.",
      example: '"cpu-only"',
      defaultDoc: "its name",
    }),
    default: setting({
      type: truth,
      doc: "It is chosen unless a person chooses another.",
      example: "true",
      defaultDoc: "`true` for the first profile, where none says so",
    }),
    for: setting({
      type: referencesTo("group"),
      doc: "Groups whose members may choose it.",
      example: "data8-staff",
      defaultDoc: "everybody who signs in",
    }),
    image: setting({
      type: referenceTo("image"),
      doc: "The software of its servers.",
      example: "data8",
      defaultDoc: "the first of `images`, else the hub's",
    }),
    ...imageChoices,
    ...amounts,
    ...place,
    gpu,
    peak,
    "open-with": openWith,
  },
  blocks: {
    ...choiceForms,
    ...sizes,
    ...variables,
    values: {
      label: "none",
      schema: values,
      doc: "Adds what there is no word for to the profile's entry in KubeSpawner's list.",
      example: "values { kubespawner_override.http_timeout = 60 }",
    },
  },
});
