// What of a program is connected with what, as nodes and edges: images, courses, hubs, and the clusters and storages that hubs use.

import type { Model } from "../../model/model.ts";
import { printJson } from "../../text/print-json.ts";

export type NodeKind = "image" | "course" | "hub" | "cluster" | "storage";

export interface GraphNode {
  /** `course.data8`: one of its kind. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** What people call it, where that is another text. */
  readonly title: string | undefined;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** What the one is to the other: `is on`, `works in`, `extends`. */
  readonly label: string;
}

export interface ProgramGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The graph, in order of the model; what nothing leads to stands alone. */
export function programGraph(model: Model): ProgramGraph {
  const images = new Map<string, GraphNode>();
  for (const image of model.images) {
    images.set(image.name, node("image", image.name, image.title?.value));
    // Images of the standard library, and abstract ones, are no images of the model: they stand where one begins from them.
    for (const parent of image.parents) if (!images.has(parent)) images.set(parent, node("image", parent));
  }
  const hubs = [...new Set([...model.hubs, ...model.externalHubs].map(({ name }) => name))];
  const nodes = [
    ...images.values(),
    ...model.courses.map(({ name, title }) => node("course", name, title.value)),
    ...hubs.map((name) => node("hub", name)),
    ...model.providers.map(({ name, variant }) => node("cluster", name, `${name} (${variant})`)),
    ...model.storages.map(({ name, variant }) => node("storage", name, `${name} (${variant})`)),
  ];
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = [...imageEdges(model), ...courseEdges(model), ...hubEdges(model)];
  return { nodes, edges: once(edges).filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

function node(kind: NodeKind, name: string, title?: string): GraphNode {
  return { id: `${kind}.${name}`, kind, name, title: title === name ? undefined : title };
}

function imageEdges({ images }: Model): GraphEdge[] {
  return images.flatMap(({ name, parents }) => {
    const chain = [name, ...parents];
    return parents.map((parent, i) => ({
      from: `image.${parent}`,
      to: `image.${chain[i] ?? name}`,
      label: "extended by",
    }));
  });
}

function courseEdges({ courses }: Model): GraphEdge[] {
  return courses.flatMap((course) => [
    { from: `image.${course.image.value}`, to: `course.${course.name}`, label: "software of" },
    ...course.exams.flatMap(({ name, image }) =>
      image === undefined ? [] : [{ from: `image.${image.value}`, to: `course.${course.name}`, label: `exam ${name}` }],
    ),
    { from: `course.${course.name}`, to: `hub.${course.hub.value}`, label: "on" },
  ]);
}

function hubEdges({ releases }: Model): GraphEdge[] {
  return releases.flatMap(({ hub, provider, storages }) => [
    { from: `hub.${hub}`, to: `cluster.${provider.name}`, label: "runs in" },
    ...storages.map(({ name }) => ({ from: `hub.${hub}`, to: `storage.${name}`, label: "keeps work on" })),
  ]);
}

function once(edges: readonly GraphEdge[]): GraphEdge[] {
  const keyed = new Map(edges.map((edge) => [`${edge.from} ${edge.to} ${edge.label}`, edge]));
  return [...keyed.values()];
}

/** A graph as data; docs/schemas/graph.schema.json says its form. */
export function graphJson({ nodes, edges }: ProgramGraph): string {
  return printJson({
    version: 1,
    nodes: nodes.map(({ id, kind, name, title }) => ({ id, kind, name, ...(title === undefined ? {} : { title }) })),
    edges,
  });
}
