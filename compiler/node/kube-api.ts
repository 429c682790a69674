// Requests to an API server, as plain JSON. Kubernetes' client signs in; its typed models are not used, since they drop fields that they
// do not know.

import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { type AgentOptions, Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from "node:https";
import { type ApiAnswer, readRefusal } from "../cluster/api-answer.ts";
import type { Json, JsonMap } from "../knowledge/json-schema.ts";
import type { ChosenContext } from "./kube-context.ts";

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With what follows `?`. */
  readonly path: string;
  readonly body?: JsonMap;
  readonly contentType?: string;
  readonly accept?: string;
}

export interface KubeApi {
  /** Never rejects. */
  readonly ask: (request: ApiRequest) => Promise<ApiAnswer>;
  /** The server's address, for messages. */
  readonly server: string;
  readonly end: () => void;
}

/** Only the metadata of objects: what is in them is not sent. */
export const metadataOnly = {
  object: "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1",
  list: "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1",
} as const;

/** `timeout` are seconds for one request. */
export function kubeApi({ config, context }: ChosenContext, timeout: number): KubeApi {
  const isPlain = context.server.startsWith("http:");
  let agent: HttpAgent | undefined;
  /** Signing in may run a program of the cloud; what it gives is kept until it expires. */
  const signedIn = async (): Promise<RequestOptions> => {
    const options: RequestOptions = {};
    await config.applyToHTTPSOptions(options);
    const { ca, cert, key, pfx, passphrase, rejectUnauthorized, servername } = options;
    const isProxied = config.getCurrentCluster()?.proxyUrl !== undefined;
    // One agent for all requests keeps its connections; that of the client is another for each.
    agent ??= isProxied
      ? (options.agent as HttpAgent) // made by the client for the proxy
      : isPlain
        ? new HttpAgent({ keepAlive: true, maxSockets: 8 })
        : new HttpsAgent({
            keepAlive: true,
            maxSockets: 8,
            ...defined({ ca, cert, key, pfx, passphrase, rejectUnauthorized, servername }),
          });
    return { agent, ...(options.headers && { headers: options.headers }), ...(options.auth && { auth: options.auth }) };
  };
  const ask = async (request: ApiRequest): Promise<ApiAnswer> => {
    const options = await inTime(signedIn(), timeout);
    if ("kind" in options) return options;
    try {
      const url = new URL(context.server.replace(/\/$/, "") + request.path);
      return await send(url, request, { options, timeout, isPlain });
    } catch (error) {
      // Node takes no such address, or no header that a token of several lines would be.
      return { kind: "unreachable", reason: `the kubeconfig says what no request can hold: ${firstLine(error)}` };
    }
  };
  return { ask, server: context.server, end: () => agent?.destroy() };
}

/** A program that signs in may ask somebody, or wait for ever. */
function inTime(signingIn: Promise<RequestOptions>, timeout: number): Promise<RequestOptions | ApiAnswer> {
  return new Promise((resolve) => {
    const slow: ApiAnswer = { kind: "unreachable", reason: `signing in took more than ${timeout} seconds` };
    const timer = setTimeout(() => resolve(slow), timeout * 1000);
    signingIn
      .catch((error: unknown): ApiAnswer => {
        return { kind: "unreachable", reason: `signing in failed: ${firstLine(error)}` };
      })
      .then((result) => {
        clearTimeout(timer);
        resolve(result);
      });
  });
}

/** The first line, without what would colour it in a terminal: a token beside that would not be seen to be one. */
function firstLine(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.replaceAll(colour, "");
}

/** Sequences of ECMA-48 that set colours and move the cursor. */
const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "g");

/** Bytes: ten times what the largest list of a hub's objects has. */
const LARGEST_ANSWER = 64 * 2 ** 20;

function send(
  url: URL,
  request: ApiRequest,
  { options, timeout, isPlain }: { options: RequestOptions; timeout: number; isPlain: boolean },
): Promise<ApiAnswer> {
  return new Promise((resolve) => {
    const text = request.body === undefined ? undefined : JSON.stringify(request.body);
    const headers = {
      ...options.headers,
      accept: request.accept ?? "application/json",
      "user-agent": "hubc",
      ...(text === undefined
        ? {}
        : { "content-type": request.contentType ?? "application/json", "content-length": Buffer.byteLength(text) }),
    };
    const all = { ...options, method: request.method, headers };
    const sent = isPlain ? httpRequest(url, all) : httpsRequest(url, all);
    const timer = setTimeout(() => {
      resolve({ kind: "too-slow", seconds: timeout });
      sent.destroy();
    }, timeout * 1000);
    const end = (answer: ApiAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    sent.on("error", (error) => end({ kind: "unreachable", reason: networkWords(error) }));
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes <= LARGEST_ANSWER) return;
        end({ kind: "unreachable", reason: `its answer is larger than ${LARGEST_ANSWER / 2 ** 20} MiB` });
        sent.destroy();
      });
      response.on("error", (error) => end({ kind: "unreachable", reason: networkWords(error) }));
      response.on("end", () => end(answerOf(response.statusCode ?? 0, Buffer.concat(chunks).toString("utf8"))));
    });
    sent.end(text);
  });
}

function answerOf(code: number, text: string): ApiAnswer {
  let body: Json | undefined;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined; // something in front of the server answered
  }
  const isMap = typeof body === "object" && body !== null && !Array.isArray(body);
  if (code >= 200 && code < 300 && isMap) return { kind: "ok", body: body as JsonMap }; // looked at in the line above
  if (code >= 200 && code < 300) return { kind: "unreachable", reason: "what answers there is no Kubernetes API" };
  return { kind: "refused", refusal: readRefusal(code, body) };
}

function networkWords(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  switch (code) {
    case "ECONNREFUSED":
      return "nothing listens there";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "its name is not known";
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return "no way leads there";
    case "ECONNRESET":
      return "the connection was cut";
    case "CERT_HAS_EXPIRED":
      return "its certificate has expired";
    default:
      return /certificate|self.signed/i.test(error.message)
        ? "its certificate is not one that the kubeconfig trusts"
        : error.message;
  }
}

function defined(options: { readonly [key: string]: unknown }): AgentOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
