// Whose registry a host is, and so how one signs in to it.

/** `github`: by the token of the run. `google`, `azure` and `amazon`: by the cloud's own sign-in. `password`: by a name and a password. */
export type RegistryKind = "github" | "gitlab" | "google" | "azure" | "amazon" | "password";

export interface RegistryHost {
  readonly host: string;
  readonly kind: RegistryKind;
  /** Of Amazon's registries. */
  readonly region: string | undefined;
}

/**
 * The host of a registry such as `ghcr.io/campus/hubs`.
 * Sources: the documentation of Artifact Registry (`LOCATION-docker.pkg.dev`, `gcr.io`), ECR (`ID.dkr.ecr.REGION.amazonaws.com`),
 * Azure Container Registry (`NAME.azurecr.io`), GitHub (`ghcr.io`) and GitLab (`registry.gitlab.com`), 2026-11.
 */
export function registryHost(registry: string): RegistryHost {
  const host = registry.split("/")[0] ?? registry;
  const amazon = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/.exec(host);
  if (amazon) return { host, kind: "amazon", region: amazon[1] };
  return { host, kind: kinds.find(([pattern]) => pattern.test(host))?.[1] ?? "password", region: undefined };
}

const kinds: readonly (readonly [RegExp, RegistryKind])[] = [
  [/^ghcr\.io$/, "github"],
  [/^registry\.gitlab\.com$/, "gitlab"],
  [/(?:^|\.)gcr\.io$|-docker\.pkg\.dev$/, "google"],
  [/\.azurecr\.io$/, "azure"],
];
