// A few words that an editor shows within a line, which the file does not hold.

import type { Span } from "../../text/span.ts";

export interface InlayHint {
  /** Shown at its end; a blank stands between. */
  readonly after: Span;
  readonly text: string;
  /** More of it, in Markdown. */
  readonly tooltip: string;
}
