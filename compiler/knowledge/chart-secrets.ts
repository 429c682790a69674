// Values of the chart and traits of the hub that hold a secret's own text, with what to do in place of writing it down.
// Sources: values.yaml and templates/hub/_helpers.tpl of the chart 4.4.0; the traits' own help in jupyterhub 5.5.0, oauthenticator 17.4.0,
// ldapauthenticator 2.0.2, ltiauthenticator 1.6.3 and nativeauthenticator 1.3.0.

/** A key of the Secret that `hub.existingSecret` names, which the chart reads in place of its own value. */
const byExistingSecret = (key: string) =>
  `put it into the Secret that \`hub.existingSecret\` names, under the key \`${key}\``;

const madeByChart = "the chart makes one: take this away, or set `fixed-keys = true` in the block `secrets`";

const values: readonly (readonly [RegExp, (path: readonly string[]) => string])[] = [
  [/^hub\.cookieSecret$/, () => madeByChart],
  [/^proxy\.secretToken$/, () => madeByChart],
  [/^hub\.config\.CryptKeeper\.keys(?:\.|$)/, () => madeByChart],
  [
    /^hub\.config\.(?:JupyterHub\.cookie_secret|JupyterHub\.proxy_auth_token|ConfigurableHTTPProxy\.auth_token)$/,
    () => madeByChart,
  ],
  [/^hub\.db\.password$/, () => byExistingSecret("hub.db.password")],
  [
    /^hub\.services\.[^.]+\.(?:apiToken|api_token)$/,
    (path) => `the chart makes one: take this away, or ${byExistingSecret(`hub.services.${path[2]}.apiToken`)}`,
  ],
  [/^imagePullSecret\.password$/, () => "make the Secret in the cluster, and name it in `imagePullSecrets`"],
  [
    /^proxy\.https\.manual\.key$/,
    () => "make a Secret with the certificate in the cluster, and name it in the block `https`",
  ],
];

/** Traits that are secrets, whatever class has them. */
const traits: Readonly<Record<string, string>> = {
  admin_password: 'give it to the block `auth` as `secret("…")`',
  api_tokens: "declare a service in `hub.services`: the chart makes its token",
  client_secret: 'give it to the block `auth` as `secret("…")`',
  consumers: 'give it to the block `auth` as `secret("…")`',
  github_client_secret: 'give it to the block `auth` as `secret("…")`',
  lookup_dn_search_password: 'give it to the block `auth` as `secret("…")`',
  password: 'give it to the block `auth` as `secret("…")`',
  recaptcha_secret: 'give a `secret("…")` to a variable in `hub.extraEnv`, which a `python` block can read',
  secret_key: 'give a `secret("…")` to a variable in `hub.extraEnv`, which a `python` block can read',
  service_tokens: "declare a service in `hub.services`: the chart makes its token",
  user_password: 'give it to the block `auth` as `secret("…")`',
};

/** What to do in place of writing a secret at a path of the chart; undefined where none stands there. */
export function insteadOfSecretAt(path: readonly string[]): string | undefined {
  const name = path.join(".");
  const found = values.find(([pattern]) => pattern.test(name));
  if (found !== undefined) return found[1](path);
  const [hub, config, , trait = ""] = path;
  return hub === "hub" && config === "config" ? insteadOfSecretTrait(trait) : undefined;
}

/** The same for a trait that Python sets. */
export function insteadOfSecretTrait(trait: string, className?: string): string | undefined {
  if (className === "CryptKeeper" && trait === "keys") return madeByChart;
  return Object.hasOwn(traits, trait) ? traits[trait] : keysOfTheHub.has(trait) ? madeByChart : undefined;
}

const keysOfTheHub: ReadonlySet<string> = new Set(["auth_token", "cookie_secret", "proxy_auth_token"]);
