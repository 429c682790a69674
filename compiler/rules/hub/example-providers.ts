// The program that examples of rules about identity providers are made of.

import { exampleSignIn } from "../../model/release-diagnostics.ts";

/** A hub with two providers, the settings of the second as given. */
export function exampleProviders(second: string): string {
  return exampleSignIn(
    `  auth cilogon {\n    client-id = secret("cilogon/id")\n    client-secret = secret("cilogon/secret")\n    idp a {\n      id = "https://a.example.edu/idp"\n      username = "eppn"\n      strip-domain = "example.edu"\n      allow = everyone\n    }\n    idp b {\n${second}    }\n  }\n`,
  );
}
