// One question to a server over HTTP: encrypted unless the server is this computer, with an end in time, a few more tries where a try
// may help, and no more read than was agreed. Addresses, redirects included, never leave the scheme they began with.

export interface Question {
  readonly method: "GET" | "HEAD";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** How patient to be. Tests are less. */
export interface Patience {
  /** Milliseconds for one try. */
  readonly timeout: number;
  /** Milliseconds before the second try; each further one waits twice as long. */
  readonly pause: number;
}

export const usualPatience: Patience = { timeout: 20_000, pause: 500 };

const TRIES = 3;
const REDIRECTS = 4;
/** Milliseconds: a server that asks to wait longer is not waited for. */
const LONGEST_PAUSE = 10_000;
/** Bytes. Registries take manifests up to 4 MiB (OCI distribution specification 1.1). */
const LARGEST_BODY = 4 * 2 ** 20;

/** The answer, whatever its status, or why there is none, as part of a sentence. Never rejects. */
export async function askServer(
  question: Question,
  patience: Patience = usualPatience,
): Promise<Answer | { readonly problem: string }> {
  for (let tried = 1; ; tried += 1) {
    const answer = await followed(question, patience);
    const again = "problem" in answer ? answer.again : answer.status === 429 || answer.status >= 500;
    if (!again || tried === TRIES) return answer;
    const asked = "problem" in answer ? Number.NaN : Number(answer.headers.get("retry-after") ?? Number.NaN) * 1000;
    if (asked > LONGEST_PAUSE) return answer;
    await wait(Number.isNaN(asked) ? patience.pause * 2 ** (tried - 1) : Math.max(0, asked));
  }
}

interface NoAnswer {
  readonly problem: string;
  /** Whether another try may help. */
  readonly again: boolean;
}

async function followed(question: Question, patience: Patience): Promise<Answer | NoAnswer> {
  let { url, headers } = question;
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocalHost(url.host)))
      return { problem: `${url.protocol}//${url.host} is not an encrypted address`, again: false };
    const answer = await once({ ...question, url, headers }, patience);
    if ("problem" in answer || ![301, 302, 303, 307, 308].includes(answer.status)) return answer;
    const target = addressIn(answer.headers.get("location") ?? "", url);
    if (target === undefined) return { problem: "it redirects to no address", again: false };
    if (target.protocol !== url.protocol)
      return { problem: `it redirects from ${url.protocol}// to ${target.protocol}//`, again: false };
    if (target.origin !== url.origin) headers = withoutAuthorization(headers);
    url = target;
  }
  return { problem: "it redirects in a circle", again: false };
}

async function once({ method, url, headers }: Question, { timeout }: Patience): Promise<Answer | NoAnswer> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { method, headers, redirect: "manual", signal });
    const body = await limitedBody(response);
    if (body === undefined) return { problem: "its answer is far too long", again: false };
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    return { problem: failureInWords(error, timeout), again: true };
  }
}

async function limitedBody(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > LARGEST_BODY) return undefined;
  }
  return Buffer.concat(chunks);
}

function withoutAuthorization(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== "authorization"));
}

function failureInWords(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `it did not answer in ${timeout / 1000} seconds`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const words: Readonly<Record<string, string>> = {
    ENOTFOUND: "there is no such host",
    EAI_AGAIN: "its name can't be looked up now",
    ECONNREFUSED: "it refuses connections",
    ECONNRESET: "it broke the connection off",
    UND_ERR_SOCKET: "it broke the connection off",
  };
  const reason = code !== "" ? code : cause instanceof Error ? cause.message : String(error);
  return words[code] ?? `it can't be reached (${reason})`;
}

/** The address that a text is, relative to `base` where that is given. */
export function addressIn(text: string, base?: URL): URL | undefined {
  return URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** `host` is as in an address, with or without a port. */
export function isLocalHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}
