import { expect, it } from "vitest";
import { onGke } from "../../support/example-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

/** Two hubs under one host name, by the paths that they answer under. */
function codes(first: string, second: string, front = "ingress { }"): readonly string[] {
  const hub = (name: string, path: string) => `hub ${name} {
  provider = k
  homes    = homes
  domain   = "hub.example.edu"
  ${front}
  auth google {
    client-id      = secret("google/client-id")
    client-secret  = secret("google/client-secret")
    hosted-domains = ["example.edu"]
  }
  image = img
  ${path === "" ? "" : `values { hub.baseUrl = "${path}" }`}
}
`;
  const around = `image img { prebuilt = "quay.io/jupyter/scipy-notebook:2025-11-10" }\nprovider kind k { }\nstorage claim homes { name = "homes" }\n`;
  return checkProgram(programOf(onGke(`${around}${hub("a", first)}${hub("b", second)}`))).diagnostics.flatMap(
    ({ code, severity }) => (severity === "error" ? [code] : []),
  );
}

it("takes two hubs of one host behind an ingress, which tells them by their paths", () => {
  expect(codes("/a/", "/b")).toEqual([]);
  expect(codes("", "/b/")).toEqual([]);
});

it("refuses one path twice, and paths without an ingress", () => {
  expect(codes("/a/", "/a")).toEqual(["hub/domain-taken"]);
  expect(codes("", "/")).toEqual(["hub/domain-taken"]);
  expect(codes("/a/", "/b/", 'https { letsencrypt = "ada@example.edu" }')).toEqual(["hub/domain-taken"]);
});
