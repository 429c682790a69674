// What tokens, keys and passwords look like, by the documents of those who issue them. Data alone, so that messages can be held
// against it too: a text of one of these forms is refused in a program, and hidden in everything that is printed.
// All seen 2026-11; where a form is of one product, `source` names its documents.

/** One form. */
export interface SecretForm {
  /** With its article, for messages. */
  readonly what: string;
  /** Holds a group `secret` where only a part of the match must be hidden. Without flags. */
  readonly pattern: RegExp;
  readonly source: string;
}

/** Lines of base64 below a key's first line, in a file, in a comment, or with line ends written `\n`. */
const keyBody = /(?:(?:[\s#>|*]|\\[nr]){0,40}[A-Za-z0-9+/=]{16,})*/.source;

/** What stands between a name and its value: `name = "`, `"name": "`, `name=`, with quotes that are escaped or not. */
const assigned = /(?:\\?["'])?\]?[ \t]{0,8}(?::=|=>|=|:)[ \t]{0,8}(?:[a-zA-Z]{0,2}\\?["'])?/.source;

/** A placeholder such as `<password>`, `${PASSWORD}`, `\${PASSWORD}`, `{password}`, `%s` or `$TOKEN` begins like this. */
const notPlaceholder = /(?!\\{0,2}[<{$%*…[(])/.source;

const form = (what: string, pattern: RegExp, source: string): SecretForm => ({ what, pattern, source });

const keys: readonly SecretForm[] = [
  form(
    "a private key",
    new RegExp(
      `-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:[^"]{0,9000}?-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|${keyBody}))`,
    ),
    "RFC 7468, sections 10 and 11; OpenSSH PROTOCOL.key; RFC 9580, section 6.2",
  ),
  form("a private key", /---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----/, "SSH Tectia, key formats"),
  form("a private key", /\bPuTTY-User-Key-File-[23]:/, "PuTTY manual, appendix C"),
  form("a private key", /-----BEGIN OpenVPN Static key V1-----/, "OpenVPN manual, --secret"),
  form(
    "a private key in base64",
    /LS0tLS1CRUdJTi(?:BQUklWQVRF|BSU0EgUFJJVkFUR|BFQyBQUklWQVRF|BPUEVOU1NIIFBSSVZBVEUg|BFTkNSWVBURUQg|BEU0EgUFJJVkFUR|BQR1AgUFJJVkFUR)[A-Za-z0-9+/=]*/,
    "RFC 7468 in RFC 4648; kubernetes, client-key-data of a kubeconfig",
  ),
  form("an age key", /\bAGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{40,}/, "age, filippo.io/age format"),
  form(
    "a key of a kubeconfig",
    new RegExp(`client-key-data${assigned}(?<secret>[A-Za-z0-9+/=]{16,})`),
    "Kubernetes, kubeconfig v1",
  ),
  form(
    "a WireGuard key",
    /\b(?:PrivateKey|PresharedKey)[ \t]{0,8}=[ \t]{0,8}(?<secret>[A-Za-z0-9+/]{42,43}=)/,
    "wg(8)",
  ),
];

const tokens: readonly SecretForm[] = [
  form("a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/, "GitHub Docs, token formats"),
  form(
    "a GitLab token",
    /\b(?:gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct|wt)-[A-Za-z0-9_.-]{20,}|GR1348941[A-Za-z0-9_-]{20,})/,
    "GitLab Docs, token prefixes",
  ),
  form(
    "a Slack token",
    /\b(?:xox[abceoprs](?:\.xox[a-z])?-[A-Za-z0-9-]{10,}|xapp-\d-[A-Za-z0-9-]{10,})/,
    "Slack API, token types",
  ),
  form(
    "the address of a Slack hook",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9]{6,}\/[A-Za-z0-9]{6,}\/[A-Za-z0-9/]{10,})/,
    "Slack API, incoming webhooks",
  ),
  form(
    "the address of a Teams hook",
    /webhook\.office\.com\/webhookb2\/(?<secret>[A-Za-z0-9@/-]{36,})/,
    "Microsoft Teams, webhooks",
  ),
  form(
    "the address of a Discord hook",
    /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{10,}\/(?<secret>[A-Za-z0-9_-]{30,})/,
    "Discord, Webhook resource",
  ),
  form(
    "a Discord token",
    /\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}/,
    "Discord, reference, authentication",
  ),
  form("a Telegram token", /\b\d{8,10}:AA[A-Za-z0-9_-]{33}/, "Telegram Bot API"),
  form("an AWS access key", /\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b/, "AWS IAM, unique identifiers"),
  form(
    "an AWS secret key",
    new RegExp(
      `(?:[Aa][Ww][Ss]_?|AWS_)?(?:[Ss]ecret_?(?:[Aa]ccess_?)?[Kk]ey|SECRET_(?:ACCESS_)?KEY|secret-access-key)${assigned}(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])`,
    ),
    "AWS IAM, access keys",
  ),
  form(
    "an AWS session token",
    new RegExp(`(?:aws_session_token|AWS_SESSION_TOKEN)${assigned}(?<secret>[A-Za-z0-9+/=]{60,})`),
    "AWS STS",
  ),
  form("a Google API key", /\bAIza[0-9A-Za-z_-]{35}/, "Google Cloud, API keys"),
  form("a Google OAuth client secret", /\bGOCSPX-[A-Za-z0-9_-]{20,}/, "Google Identity, OAuth 2.0"),
  form("a Google access token", /\bya29\.[A-Za-z0-9_-]{20,}/, "Google Identity, OAuth 2.0"),
  form("a Google refresh token", /\b1\/\/0[A-Za-z0-9_-]{35,}/, "Google Identity, OAuth 2.0"),
  form(
    "an Azure key",
    /\b(?:AccountKey|SharedAccessKey|account[_-]key)\\?["']?[ \t]{0,8}[=:][ \t]{0,8}\\?["']?(?<secret>[A-Za-z0-9+/]{40,90}={1,2})/,
    "Azure Storage and Service Bus, connection strings",
  ),
  form(
    "an Azure shared access signature",
    /[?&;]sig=(?<secret>[A-Za-z0-9%/+_-]{40,}(?:=|%3[Dd])?)/,
    "Azure Storage, SAS",
  ),
  form(
    "an Azure client secret",
    /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}/,
    "Microsoft Entra ID, client secrets",
  ),
  form("an npm token", /\bnpm_[A-Za-z0-9]{36,}/, "npm Docs, access tokens"),
  form(
    "an npm token",
    /:_(?:authToken|auth|password)\s{0,4}=\s{0,4}(?<secret>(?![$<{])[^\s"']{8,})/,
    "npm Docs, .npmrc",
  ),
  form("a PyPI token", /\bpypi-Ag[A-Za-z0-9_-]{16,}/, "PyPI, API tokens"),
  form("a RubyGems token", /\brubygems_[0-9a-f]{48}/, "RubyGems, API keys"),
  form(
    "a Stripe key",
    /\b(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{24,})/,
    "Stripe Docs, API keys",
  ),
  form("a Hugging Face token", /\b(?:hf_[A-Za-z0-9]{30,}|api_org_[A-Za-z0-9]{30,})/, "Hugging Face Hub, tokens"),
  form("an Anthropic key", /\bsk-ant-[A-Za-z0-9_-]{20,}/, "Anthropic API"),
  form(
    "an OpenAI key",
    /\bsk-(?:(?:proj|svcacct|admin|None|or-v1|lf)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{32,}|[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,})/,
    "OpenAI API, and services with keys of its form",
  ),
  form("a Groq key", /\bgsk_[A-Za-z0-9]{40,}/, "Groq API"),
  form("an xAI key", /\bxai-[A-Za-z0-9]{60,}/, "xAI API"),
  form("an NVIDIA key", /\bnvapi-[A-Za-z0-9_-]{40,}/, "NVIDIA NGC"),
  form("a Replicate token", /\br8_[A-Za-z0-9]{37}/, "Replicate API"),
  form("a Perplexity key", /\bpplx-[A-Za-z0-9]{40,}/, "Perplexity API"),
  form("a SendGrid key", /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{30,}/, "SendGrid API keys"),
  form("a Mailgun key", /\bkey-[0-9a-f]{32}\b/, "Mailgun API"),
  form("a Mailchimp key", /\b[0-9a-f]{32}-us\d{1,2}\b/, "Mailchimp Marketing API"),
  form("a Twilio key", /\bSK[0-9a-f]{32}\b/, "Twilio, API keys"),
  form("a Docker Hub token", /\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}/, "Docker Docs, access tokens"),
  form(
    "a registry's sign-in",
    /\\?"(?:auth|identitytoken|registrytoken)\\?"\s{0,8}:\s{0,8}\\?"(?<secret>[A-Za-z0-9+/=_.-]{8,})\\?"/,
    "Docker, config.json",
  ),
  form("a web token", /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/, "RFC 7519"),
  form("a Canvas token", /\b\d{3,6}~[A-Za-z0-9]{60,70}/, "Canvas LMS API, access tokens"),
  form("a Databricks token", /\bdapi[0-9a-f]{32}/, "Databricks, personal access tokens"),
  form("a DigitalOcean token", /\bdo[opr]_v1_[0-9a-f]{64}/, "DigitalOcean API"),
  form("a Vault token", /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/, "HashiCorp Vault, tokens"),
  form("a Terraform token", /\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}/, "HCP Terraform, API tokens"),
  form(
    "a Grafana token",
    /\b(?:glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/=]{32,})/,
    "Grafana, service accounts",
  ),
  form("a Doppler token", /\bdp\.(?:pt|st|sa|ct|scim|audit)\.[A-Za-z0-9._-]{40,}/, "Doppler, token formats"),
  form("a Sentry token", /\bsntry[su]_[A-Za-z0-9+/=_-]{40,}/, "Sentry, auth tokens"),
  form("a Shopify token", /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/, "Shopify API"),
  form("a Linear key", /\blin_(?:api|oauth)_[A-Za-z0-9]{30,}/, "Linear API"),
  form("a Notion token", /\b(?:ntn_[A-Za-z0-9]{40,}|secret_[A-Za-z0-9]{43})/, "Notion API"),
  form("a Figma token", /\bfig[dou]_?[dr]?_[A-Za-z0-9_-]{30,}/, "Figma API"),
  form("an Airtable token", /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}/, "Airtable API"),
  form("an Atlassian token", /\bAT(?:ATT3|BB|CTT3)[A-Za-z0-9_=-]{24,}/, "Atlassian and Bitbucket, API tokens"),
  form("a Postman key", /\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}/, "Postman API"),
  form("a Pulumi token", /\bpul-[0-9a-f]{40}/, "Pulumi Cloud"),
  form("a Tailscale key", /\btskey-[a-z]{3,10}-[A-Za-z0-9-]{16,}/, "Tailscale, key prefixes"),
  form("a New Relic key", /\bNRAK-[A-Z0-9]{27}/, "New Relic, API keys"),
  form("a PlanetScale token", /\bpscale_(?:tkn|oauth|pw)_[A-Za-z0-9_.-]{30,}/, "PlanetScale"),
  form("a Heroku key", /\bHRKU-[A-Za-z0-9_-]{36,}/, "Heroku Platform API"),
  form("a Kaggle token", /\bKGAT_[A-Za-z0-9]{30,}/, "Kaggle API"),
  form("a crates.io token", /\bcio[A-Za-z0-9]{32}\b/, "crates.io, API tokens"),
  form("a NuGet key", /\boy2[a-z0-9]{43}\b/, "NuGet, API keys"),
];

const passwords: readonly SecretForm[] = [
  // `docker://name:tag@sha256:…` names an image by its digest.
  form(
    "a password inside a URL",
    new RegExp(
      `(?:[A-Za-z][A-Za-z0-9+.-]{0,20})?:(?:\\\\?/){2}(?<secret>[^\\s/:@"'\`<>(){}|\\\\]{0,200}:${notPlaceholder}[^\\s/@"'\`<>{}|\\\\?#]{1,300})@(?!sha(?:256|512):)[^\\s@/?#"']`,
    ),
    "RFC 3986, section 3.2.1",
  ),
  form(
    "a password of a database",
    new RegExp(
      `\\b(?:[Hh]ost|[Ss]erver|[Dd]ata [Ss]ource|[Uu]id|UID|[Uu]ser(?: [Ii][Dd]|name)?|[Dd]atabase|dbname)=[^;&\\n"',()]{1,80}[; &](?:[^\\n"',()]{0,200}?[; &])?(?:[Pp]assword|PASSWORD|[Pp]wd|PWD)=${notPlaceholder}(?<secret>[^\\s;&"']{3,})`,
    ),
    "PostgreSQL libpq, connection strings; ADO.NET and ODBC connection strings",
  ),
  form(
    "a sign-in",
    new RegExp(
      `\\b[Aa]uthorization${assigned}(?:[Bb]asic|(?:[Bb]earer|[Tt]oken)(?=[ \\t]{1,4}\\S{0,60}\\d)(?=[ \\t]{1,4}\\S{16}))[ \\t]{1,4}${notPlaceholder}(?<secret>[A-Za-z0-9._~+/=-]{8,})`,
    ),
    "RFC 7617 and RFC 6750; JupyterHub REST API",
  ),
  form(
    "a sign-in",
    new RegExp(
      `\\b(?:curl|wget|http)\\b[^\\n]{0,200}?\\s(?:-u|--user)[ =]{0,2}["']?[^\\s:'"$<{]{1,60}:${notPlaceholder}(?<secret>[^\\s'"]{3,})`,
    ),
    "curl(1), --user",
  ),
  form(
    "a line of a .netrc",
    new RegExp(
      `\\b(?:machine[ \\t]{1,4}\\S{1,200}|default)\\s{1,4}login\\s{1,4}\\S{1,200}\\s{1,4}password\\s{1,4}${notPlaceholder}(?<secret>[^\\s"']{3,})`,
    ),
    "GNU Inetutils, .netrc",
  ),
];

/** By their own form alone. */
export const secretForms: readonly SecretForm[] = [...keys, ...tokens, ...passwords];

/**
 * A name that says that its value is a secret, before a value long enough to be made by a machine: `cookie_secret = "…"`,
 * `JUPYTERHUB_API_TOKEN=…`, `"password": "…"`. Whether the value is random is for the reader to judge.
 */
export const namedSecret: RegExp = new RegExp(
  `(?:[Ss]ecret|SECRET|[Pp]assword|PASSWORD|[Pp]asswd|PASSWD|[Tt]oken|TOKEN|[Aa]pi[_-]?[Kk]ey|API_?KEY|[Aa]ccess[_-]?[Kk]ey|ACCESS_KEY|[Pp]rivate[_-]?[Kk]ey|PRIVATE_KEY|[Ss]ecret[_-]?[Kk]ey|SECRET_KEY|CRYPT_KEY|[Ee]ncryption[_-]?[Kk]ey|[Ss]igning[_-]?[Kk]ey|[Cc]redential|PAT)s?${assigned}${notPlaceholder}(?<secret>[A-Za-z0-9+/=_~!@#^&*.-]{20,})`,
);
