// Names of container images as registries and Dockerfiles write them, taken apart once, so that a floating tag, a Helm value and a
// FROM line all mean the same thing by "tag".

/** `registry/path:tag@sha256:…`, with the parts that were written. */
export interface ImageReference {
  /** Registry and path as written, without tag and digest. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string | undefined;
}

/** The parts of a reference; undefined where no builder would take the text. Source: the grammar in the distribution project's `reference` package. */
export function parseImageReference(text: string): ImageReference | undefined {
  const [, repository, tag, digest] = reference.exec(text) ?? [];
  return repository === undefined ? undefined : { repository, tag, digest };
}

/** The same as the chart's two values, which it joins with `:`. A digest goes where it keeps its meaning: `name@sha256` and the digits. */
export function nameAndTag(image: ImageReference): { readonly name: string; readonly tag: string } {
  if (image.digest === undefined) return { name: image.repository, tag: image.tag ?? "latest" };
  const name = image.tag === undefined ? image.repository : `${image.repository}:${image.tag}`;
  return { name: `${name}@sha256`, tag: image.digest.slice("sha256:".length) };
}

/** One spelling for all that name one place: Docker Hub's own names and what stands for it where no host is written, and no port that is the usual one. */
export function plainRepository(repository: string): string {
  const [first = "", ...rest] = repository.split("/");
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  if (!hasHost) return `docker.io/${repository}`;
  const host = first.toLowerCase().replace(/:443$/, "");
  return [/^(?:index|registry-1)\.docker\.io$/.test(host) ? "docker.io" : host, ...rest].join("/");
}

const host = "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::[0-9]+)?";
const segment = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const reference = new RegExp(
  `^((?:${host}/)?${segment}(?:/${segment})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`,
);
