// Made-up secrets of every form that is known, and texts that look a little like them. The secrets are put together here, so that
// nobody's scanner takes this file for a leak.

/** A text with a secret in it, and the part that must never be shown. All are one line, but for those with `\n`. */
export interface SecretSample {
  readonly text: string;
  readonly secret: string;
}

const letters =
  "aB3dE5gH7jK9mN1pQ2sT4vW6yZ8bC0fXrLuGiOq5wR7nM2cV9hJ3kD6tS8zP1xY4aF0eU5lI7oA2bN9gH4mK6vQ8wE3rT1yC5jZ7xS0dP2fL9u";
const hex = "3f9a1c7e5b0d2846a8e1f4c7b92d60358f1e3a7c9b5d0246e8f1a3c5b7d90e2f4a6c8e0b1d3f5a7c9e2b4d6f8a0c1e3b5";
const random = (length: number) => letters.slice(0, length);
const digits = (length: number) => hex.slice(0, length);
const upper = (length: number) =>
  letters
    .toUpperCase()
    .replace(/[018 9]/g, "A")
    .slice(0, length);

const own = (prefix: string, body: string): SecretSample => ({ text: prefix + body, secret: body });
const inside = (before: string, secret: string, after = ""): SecretSample => ({
  text: before + secret + after,
  secret,
});
const pem = (name: string): SecretSample => {
  const body = `MIIE${random(44)}`;
  return { text: `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----`, secret: body };
};

export const secrets: Readonly<Record<string, SecretSample>> = {
  "PKCS#8 key": pem("PRIVATE KEY"),
  "RSA key": pem("RSA PRIVATE KEY"),
  "EC key": pem("EC PRIVATE KEY"),
  "DSA key": pem("DSA PRIVATE KEY"),
  "encrypted key": pem("ENCRYPTED PRIVATE KEY"),
  "OpenSSH key": pem("OPENSSH PRIVATE KEY"),
  "PGP key": pem("PGP PRIVATE KEY BLOCK"),
  "service account": inside(
    '{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n',
    `MIIE${random(40)}`,
    '\\n-----END PRIVATE KEY-----\\n"}',
  ),
  "key in base64": own("LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ", random(40)),
  "client-key-data": inside("client-key-data: ", random(60), "=="),
  "age key": own("AGE-SECRET-KEY-1", upper(58)),
  "WireGuard key": inside("PrivateKey = ", `${random(43)}=`),
  "GitHub classic": own("ghp_", random(36)),
  "GitHub OAuth": own("gho_", random(36)),
  "GitHub app": own("ghs_", random(36)),
  "GitHub user": own("ghu_", random(36)),
  "GitHub refresh": own("ghr_", random(36)),
  "GitHub fine-grained": own("github_pat_", `11${random(20)}_${random(59)}`),
  "GitLab personal": own("glpat-", random(20)),
  "GitLab deploy": own("gldt-", random(20)),
  "GitLab runner": own("glrt-", random(20)),
  "Slack bot": own("xoxb-", `123456789012-${random(24)}`),
  "Slack app": own("xapp-", `1-A0123456789-${random(24)}`),
  "Slack hook": inside("https://hooks.slack.com/services/", `T01234567/B01234567/${random(24)}`),
  "Teams hook": inside(
    "https://campus.webhook.office.com/webhookb2/",
    `${digits(8)}-${digits(4)}@${digits(24)}/IncomingWebhook/${digits(32)}`,
  ),
  "Discord hook": inside("https://discord.com/api/webhooks/123456789012345678/", random(68)),
  "Discord bot": own("MTIzNDU2Nzg5MDEyMzQ1Njc4", `.${random(6)}.${random(38)}`),
  "Telegram bot": own("123456789:AA", random(33)),
  "AWS key id": own("AKIA", "Q3EGR5HJ7KLM2NPS"),
  "AWS secret key": inside("aws_secret_access_key = ", random(40)),
  "AWS session token": inside("AWS_SESSION_TOKEN=", random(100)),
  "Google API key": own("AIza", random(35)),
  "Google client secret": own("GOCSPX-", random(28)),
  "Google access token": own("ya29.", random(60)),
  "Azure storage key": inside(
    "DefaultEndpointsProtocol=https;AccountName=hub;AccountKey=",
    `${random(86)}==`,
    ";EndpointSuffix=core.windows.net",
  ),
  "Azure SAS": inside("https://hub.blob.core.windows.net/data?sv=2022-11-02&sp=rl&sig=", `${random(43)}%3D`),
  "Azure client secret": own("aB3", `8Q~${random(34)}`),
  "Azure service bus": inside(
    "Endpoint=sb://hub.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=",
    `${random(43)}=`,
  ),
  npm: own("npm_", random(36)),
  ".npmrc": inside("//registry.npmjs.org/:_authToken=", random(30)),
  PyPI: own("pypi-AgEIcHlwaS5vcmc", random(60)),
  "Stripe live": own("sk_live_", random(24)),
  "Stripe restricted": own("rk_live_", random(24)),
  "Hugging Face": own("hf_", random(34)),
  Anthropic: own("sk-ant-api03-", random(60)),
  OpenAI: own("sk-proj-", random(48)),
  SendGrid: own("SG.", `${random(22)}.${random(43)}`),
  Twilio: inside("TWILIO_AUTH_TOKEN=", digits(32)),
  Mailgun: own("key-", digits(32)),
  "Docker config": inside('{"auths": {"ghcr.io": {"auth": "', "ZGVhbjpodW50ZXIyaHVudGVyMg==", '"}}}'),
  "Docker Hub": own("dckr_pat_", random(27)),
  "web token": own("eyJhbGciOiJIUzI1NiJ9.", `eyJzdWIiOiJkZWFuIn0.${random(43)}`),
  Canvas: own("1018~", random(64)),
  Databricks: own("dapi", digits(32)),
  Vault: own("hvs.", random(28)),
  "git over https": inside("git+https://oauth2:", random(20), "@git.example.edu/campus/private.git"),
  "address with password": inside("https://dean:", "hunter2hunter2", "@example.edu/x"),
  "PostgreSQL address": inside("postgresql://hub:", "hunter2hunter2", "@db.example.edu:5432/hub"),
  "Redis address": inside("redis://:", "hunter2hunter2", "@cache.example.edu:6379/0"),
  "Mongo address": inside("mongodb+srv://hub:", "hunter2hunter2", "@db.example.edu/hub"),
  "libpq line": inside("host=db.example.edu user=hub password=", "hunter2hunter2"),
  "ADO.NET line": inside("Server=db.example.edu;Database=hub;User Id=hub;Password=", "hunter2hunter2", ";"),
  "basic sign-in": inside("Authorization: Basic ", "ZGVhbjpodW50ZXIyaHVudGVyMg=="),
  "bearer sign-in": inside("Authorization: Bearer ", random(32)),
  "curl sign-in": inside("curl -u dean:", "hunter2hunter2", " https://example.edu/x"),
  ".netrc": inside("machine git.example.edu login dean password ", "hunter2hunter2"),
  "cookie secret": inside("cookie_secret = ", digits(64)),
  "hub's token": inside("JUPYTERHUB_API_TOKEN=", digits(32)),
  "key for crypt": inside("JUPYTERHUB_CRYPT_KEY=", digits(64)),
  "wandb key": inside("WANDB_API_KEY=", digits(40)),
};

/** Texts of programs that have nothing to hide. */
export const harmless: readonly string[] = [
  `quay.io/jupyter/minimal-notebook@sha256:${digits(64)}`,
  `docker://busybox:1.36@sha256:${digits(64)}`,
  `oci://ghcr.io/campus/img:v1@sha256:${digits(64)}`,
  digits(64),
  digits(40),
  "3f9a1c7e-5b0d-4846-a8e1-f4c7b92d6035",
  `sha512-${random(86)}==`,
  `--hash=sha256:${digits(64)}`,
  `https://conda.anaconda.org/conda-forge/linux-64/numpy-1.26.4-py311h64a7726_0.conda#${digits(32)}`,
  "git@github.com:campus/private.git",
  "ssh://git@github.com/campus/private.git",
  "ssh://git@github.com:22/campus/private.git",
  "git+ssh://git@github.com/campus/private.git@main",
  "https://dean@dev.azure.com/campus/_git/private",
  "https://dean:<password>@example.edu/x",
  ["https://dean:$", "{PASSWORD}@example.edu/x"].join(""),
  "https://dean:$PASSWORD@example.edu/x",
  'f"postgresql://{user}:{password}@{host}/hub"',
  "https://dean:***@example.edu/x",
  `https://hub.example.edu/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fcampus%2Fx&branch=main&urlpath=lab%2Ftree%2Fx`,
  "https://example.edu:8443/@dean/x",
  "https://unpkg.com/react@18.2.0/umd/react.js",
  "http://10.0.0.2:8080 by dean@example.edu",
  `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random(43)} dean@example.edu`,
  `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${random(90)} dean@example.edu`,
  `-----BEGIN PUBLIC KEY-----\nMIIB${random(44)}\n-----END PUBLIC KEY-----`,
  `-----BEGIN CERTIFICATE-----\nMIID${random(44)}\n-----END CERTIFICATE-----`,
  `certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t${random(60)}`,
  "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
  "123456789012-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com",
  `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB${random(90)}==`,
  'client-secret = secret("google/client-secret")',
  'c.GenericOAuthenticator.client_secret = os.environ["CLIENT_SECRET"]',
  "password = getpass.getpass()",
  "connect(user=user, password=password, host=host)",
  "token_url: https://login.microsoftonline.com/common/oauth2/v2.0/token",
  "cookie_secret_file = '/srv/jupyterhub/jupyterhub_cookie_secret'",
  "imagePullSecrets: [{name: campus-registry-credentials-2026}]",
  "secretName: jupyterhub-tls-Certificate-20260801",
  "Authorization: Bearer <token>",
  "Authorization: token $JUPYTERHUB_API_TOKEN",
  "curl -u $USER:$TOKEN https://example.edu",
  "machine git.example.edu login dean password <password>",
  "Use a token such as ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  "scikit-learn sk-learn sk-image task-runner-with-a-long-name-and-more-words",
  "https://hooks.slack.com/services/…",
  "The password: ask the registrar, room 204",
  "key-value pairs, public-key cryptography, token bucket",
  "numpy=1.26.4=py311h64a7726_0",
  "https://zenodo.org/records/10000000/files/data.csv?download=1",
  "https://hub.blob.core.windows.net/data/x.csv?sv=2022-11-02",
];
