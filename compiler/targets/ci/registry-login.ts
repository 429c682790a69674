// How a job signs in to the registry that images are pushed to.

import type { RegistryHost } from "../../knowledge/registry-hosts.ts";
import { shellQuote } from "../../output/shell.ts";

/** A name and a password that are in these variables. */
export function passwordLogin(host: string, user: string, password: string): string {
  return `printf '%s' "$${password}" | docker login ${shellQuote(host)} --username "$${user}" --password-stdin`;
}

/** By what the cloud's own program says once it is signed in. */
export function cloudLogin({ host, kind, region }: RegistryHost): string {
  const login = (user: string) => `docker login ${shellQuote(host)} --username ${user} --password-stdin`;
  if (kind === "google") return `gcloud auth print-access-token | ${login("oauth2accesstoken")}`;
  if (kind === "azure") return `az acr login --name ${shellQuote(host.replace(/\.azurecr\.io$/, ""))}`;
  return `aws ecr get-login-password --region ${shellQuote(region ?? "")} | ${login("AWS")}`;
}
