// Where a group's people come from at sign-in, as the program says it.

import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

/** Where a group's people come from at sign-in. `span` is the header of its `from`. */
export type GroupSource =
  | {
      readonly kind: "canvas";
      readonly course: Sourced<number>;
      readonly role: Sourced<string> | undefined;
      readonly group: Sourced<string> | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: "github";
      readonly organization: Sourced<string>;
      readonly team: Sourced<string> | undefined;
      readonly span: Span;
    }
  | { readonly kind: "google"; readonly email: Sourced<string>; readonly span: Span }
  | {
      readonly kind: "lti";
      readonly role: Sourced<string>;
      readonly context: Sourced<string> | undefined;
      readonly span: Span;
    }
  | { readonly kind: "claim"; readonly name: Sourced<string>; readonly value: Sourced<string>; readonly span: Span };
