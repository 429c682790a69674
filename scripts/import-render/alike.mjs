// Objects of the JupyterHub chart in one form, where two forms mean the same: amounts, sets, names that say what the key says, mounts and files by their
// place, and the sign-in's traits by the class that goes before (traitlets 5). What is generated, or named as a secret, is left out.

import { loadAll } from "js-yaml";
import { withVolumesByContent } from "./volumes.mjs";

/** Classes that give traits to the next. */
const signIns =
  `Authenticator OAuthenticator GenericOAuthenticator CanvasOAuthenticator GitHubOAuthenticator GoogleOAuthenticator
  CILogonOAuthenticator DummyAuthenticator`
    .trim()
    .split(/\s+/);

/** What stands in a Secret of the cluster, or follows from the hub's address. */
const secretTraits = ["client_id", "client_secret", "oauth_callback_url", "authorize_url"];
const signInVariable = /^OAUTH/;

/** Traits as they are where nothing is said. */
const usual = { allow_all: false, allow_existing_users: false, username_claim: "primary_email" };

export function alike(object) {
  if (object.kind === "Secret" && object.data !== undefined) {
    for (const [key, value] of Object.entries(object.data)) {
      const text = Buffer.from(value, "base64").toString();
      object.data[key] =
        key === "values.yaml" ? withSignIn(loadAll(text)[0]) : /secret|token|key/i.test(key) ? "" : text;
    }
  }
  for (const container of object.spec?.template?.spec?.containers ?? [])
    if (container.env !== undefined)
      container.env = container.env
        .filter(({ name }) => !signInVariable.test(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
  // A file is what it is by its place, which the values have; its key in the Secret is a name.
  if (object.kind === "Secret" && object.stringData !== undefined)
    object.stringData = Object.values(object.stringData).sort();
  return plain(withVolumesByContent(object), []);
}

function withSignIn(values) {
  const config = values?.hub?.config;
  if (config === undefined) return values;
  const traits = {};
  for (const name of signIns) {
    Object.assign(traits, config[name] ?? {});
    delete config[name];
  }
  for (const name of secretTraits) delete traits[name];
  for (const [name, value] of Object.entries(usual)) if (traits[name] === value) delete traits[name];
  config.signIn = traits;
  for (const name of Object.keys(values.hub.extraEnv ?? {}))
    if (signInVariable.test(name)) delete values.hub.extraEnv[name];
  // Traefik runs for certificates of Let's Encrypt alone, where there are hosts.
  const { enabled, type, hosts } = values.proxy?.https ?? {};
  const runs = enabled === true && type === "letsencrypt" && (hosts ?? []).length > 0;
  if (!runs) delete values.proxy?.traefik;
  const profiles = values.singleuser?.profileList ?? [];
  if (profiles.length > 0 && !profiles.some((one) => one.default === true)) profiles[0].default = true;
  for (const profile of profiles) withDefaults(profile);
  return values;
}

/** KubeSpawner makes a slug of the title, and takes the first profile and the first choice where none is the default (kubespawner 7.0, spawner.py). */
function withDefaults(profile) {
  profile.slug ??= String(profile.display_name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  for (const option of Object.values(profile.profile_options ?? {})) {
    const choices = Object.values(option.choices ?? {});
    if (choices.length > 0 && !choices.some((one) => one.default === true)) choices[0].default = true;
  }
}

const sets = /^(?:scopes?|groups|admin_users|allowed_(?:users|groups))$/;
const byPlace = /^(?:extraVolumeMounts|extraFiles)$/;

function plain(node, path) {
  if (Array.isArray(node)) {
    const items = node.map((item) => plain(item, path));
    const isSet = sets.test(path.at(-1) ?? "") && items.every((item) => typeof item === "string");
    return isSet ? [...new Set(items)].sort() : items;
  }
  if (node !== null && typeof node === "object") {
    const isByPlace = byPlace.test(path.at(-1) ?? "");
    const places = Object.values(node).map((value) => value?.mountPath);
    const entries = Object.entries(node).flatMap(([key, value]) => {
      if (value === null || isSaid(key, value, path)) return [];
      // Two at one place are no server, and stay two.
      const isAlone = isByPlace && places.filter((one) => one === value.mountPath).length === 1;
      return [[isAlone ? (value.mountPath ?? key) : key, plain(value, [...path, key])]];
    });
    return Object.fromEntries(entries);
  }
  return /^(?:memory|cpu|limit|guarantee)$/.test(path.at(-1) ?? "") ? amount(node) : node;
}

/** What the key says too, or what holds by itself. */
function isSaid(key, value, path) {
  if (/^checksum/.test(key)) return true;
  if (key === "name" && value === path.at(-1)) return true;
  if (key === "readOnly" && value === false) return true;
  return key === "mode" && value === 0o644 && path.includes("extraFiles");
}

const units = { m: 1e-3, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };

function amount(value) {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(m|[kKMGT]i?)?$/.exec(String(value)) ?? [];
  return number === undefined ? value : Number((Number(number) * (units[unit] ?? 1)).toPrecision(12));
}

/** Values by their paths. */
export function leavesOf(node, path = "", found = new Map()) {
  const entries = node !== null && typeof node === "object" ? Object.entries(node) : [];
  if (entries.length === 0) found.set(path, JSON.stringify(node));
  for (const [key, value] of entries)
    leavesOf(value, Array.isArray(node) ? `${path}[${key}]` : `${path}.${key}`, found);
  return found;
}
