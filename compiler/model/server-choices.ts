// What a person chooses within a server: an image, by title, by its name or from a repository, and a size.

import type { Span } from "../text/span.ts";
import type { Range } from "./model.ts";
import type { CourseSize, Variable } from "./server.ts";
import type { Sourced } from "./sourced.ts";

/** What a person chooses within a server. */
export interface ServerChoices {
  /** Names of images, the usual one first; one or none where nothing is chosen. */
  readonly images: readonly Sourced<string>[];
  /** A person may name an image of their own. */
  readonly anyImage: Sourced<boolean>;
  /** A person may name a repository, from which an image is built. */
  readonly anyRepository: Sourced<boolean>;
  readonly sizes: readonly SizeChoice[];
  /** How a person is asked for an image, a size, and an image's name. */
  readonly forms: {
    readonly image: ChoiceForm;
    readonly size: ChoiceForm;
    readonly typed: TypedForm;
  };
}

/** How the form asks for one of several. */
export interface ChoiceForm {
  readonly title: Sourced<string> | undefined;
  /** Its key in KubeSpawner's `profile_options`. */
  readonly key: Sourced<string> | undefined;
}

/** How it asks for what is not listed. */
export interface TypedForm {
  readonly title: Sourced<string> | undefined;
  readonly description: Sourced<string> | undefined;
  /** A regular expression that all of the text has to match. */
  readonly pattern: Sourced<string> | undefined;
  readonly message: Sourced<string> | undefined;
}

/** One size of several. What it does not say is as the server has it. */
export interface SizeChoice {
  readonly name: string;
  readonly title: Sourced<string>;
  /** What it is, for those who choose. */
  readonly description: Sourced<string> | undefined;
  readonly memory: Sourced<Range<number>> | undefined;
  readonly cpu: Sourced<Range<number>> | undefined;
  readonly pool: CourseSize["pool"];
  readonly gpu: Sourced<number> | undefined;
  /** Variables beside those of the server. */
  readonly environment: readonly Variable[];
  readonly isDefault: boolean;
  /** Where it is said to be the default. */
  readonly defaultSpan: Span | undefined;
  /** Groups whose members may choose it; all who get the server where there are none. */
  readonly groups: readonly Sourced<string>[];
  readonly span: Span;
}
