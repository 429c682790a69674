// Names that say that their value is a secret: `DB_PASSWORD`, `AWS_SECRET_ACCESS_KEY`, `GITHUB_TOKEN`. And values that are none whatever
// their name is: switches, paths, addresses, and what is filled in later. Data of the names that programs of the field read, looked through 2026-11.

/** Does a variable of this name hold a secret? `PUBLIC_KEY`, `TOKEN_URL` and `PASSWORD_FILE` do not. */
export function isSecretName(name: string): boolean {
  const words = wordsIn(name);
  const last = words.at(-1) ?? "";
  const before = words.at(-2) ?? "";
  if (/^(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PASSWORDS|APIKEY|SECRETKEY|CREDENTIALS?|SECRETS?)$/.test(last)) return true;
  if (/(?:PASSWORD|PASSWD)$/.test(last) || (last === "PWD" && words.length > 1 && before !== "OLD")) return true;
  if (last === "TOKEN") return !countedTokens.has(before);
  return last === "KEY" && words.length > 1 && !publicKeys.has(before);
}

/**
 * Does a key of somebody's own data hold a secret? Of `secret` and `key` alone nothing is known: `existingSecret`, `tlsSecret` and `secretKey` name an
 * object of the cluster and what is in it.
 */
export function isSecretKey(name: string): boolean {
  const [before = "", last = ""] = ["", ...wordsIn(name)].slice(-2);
  if (/^(?:SECRETS?|CREDENTIALS?)$/.test(last)) return ownedSecrets.has(before);
  return isSecretName(name) && !(last === "KEY" && before === "SECRET");
}

/** What a secret belongs to that is no object of a cluster. */
const ownedSecrets: ReadonlySet<string> = new Set(
  "CLIENT SHARED APP API COOKIE SESSION JWT WEBHOOK OAUTH SIGNING CONSUMER CONSUMERS LTI HMAC CRYPT".split(" "),
);

function wordsIn(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "");
}

/** Tokens of language models and of pages. */
const countedTokens: ReadonlySet<string> = new Set(
  "MAX MIN PAD EOS BOS UNK SEP CLS MASK NEXT PAGE STOP START END SPECIAL".split(" "),
);

/** Keys that are public, or that name something in a table, a file or a message. */
const publicKeys: ReadonlySet<string> = new Set(
  `PUBLIC PUBLISHABLE SITE HOST GPG PGP PRIMARY FOREIGN UNIQUE SORT PARTITION SHARD INDEX LOOKUP ROUTING CACHE OBJECT S3 BUCKET IDEMPOTENCY
  USER USERNAME NAME EMAIL CLAIM GROUP GROUPS ROLE STATE LABEL TAG TOPIC FIELD COLUMN ROW DICT JSON MAP CONFIG ENV REGISTRY MESSAGE
  TRANSLATION HOT SHORTCUT ANY ENTER META COMPOSE MENU ORDER HASH FEATURE TAINT ANNOTATION SELECTOR METADATA`
    .trim()
    .split(/\s+/),
);

/** Is all of a value something that a script puts another in the place of, as of a template, or nothing? */
export function isFilledInLater(value: string): boolean {
  return /^\s*(?:\{\{?[ ]?[A-Za-z_][\w.]*[ ]?\}?\}|\$\{?[A-Za-z_]\w*\}?|<[A-Za-z][\w -]*>|%[A-Za-z_]\w*%)?\s*$/.test(
    value,
  );
}

/** Is a value one that may stand in a file, whatever its name says? */
export function isHarmlessValue(value: string): boolean {
  const text = value.trim();
  return (
    text === "" ||
    /^(?:0|1|true|false|yes|no|on|off|none|null|nil|disabled|enabled|optional|required)$/i.test(text) ||
    // A path, an address, and a reference to what is filled in.
    isNameOfSecret(text) ||
    /^(?:~?\/|\.{1,2}\/|[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/)/.test(text) ||
    /^(?:\$[A-Za-z_({]|\{\{?[\w. ]|<[\w -]*>$|%[(s])/.test(text) ||
    // What makes one, and what says that one belongs here.
    /^openssl rand\b/.test(text) ||
    /^(?:change[-_ ]?me|replace[-_ ]?(?:me|this|with[-_ ].*)|todo|tbd|fixme|x{3,}|\*{3,}|your[-_ ].*)$/i.test(text)
  );
}

/** Is a value the name of a variable that holds a secret, as in `TOKEN_VARIABLE = "GITHUB_TOKEN"`? */
export function isNameOfSecret(value: string): boolean {
  return /^_*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) && isSecretName(value);
}
