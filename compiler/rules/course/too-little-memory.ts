import { type Fix, offerFix } from "../../diagnostics/diagnostic.ts";
import { serverMemory } from "../../knowledge/server-memory.ts";
import type { CourseStretch, Range } from "../../model/model.ts";
import { readableBytes } from "../../output/quantities.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

const least = serverMemory.jupyterlab + serverMemory.kernel;

/** A server's limit leaves room for one notebook, on all days. */
export const tooLittleMemory = defineRule<{ limit: string; needs: string }>({
  code: "course/too-little-memory",
  severity: "warning",
  title: "Less memory than a server needs to start",
  why: "JupyterLab takes about 80 MiB before a notebook is open, and each notebook's kernel 50 more before it imports anything. A server is stopped as soon as it takes more than its limit, so that with less nobody can work. Mostly the unit is a slip.",
  message: ({ limit, needs }) => `A server is stopped at ${limit}, and needs ${needs} to open one notebook.`,
  judges: "parts",
  each: "servers",
  check: ({ stretches, choices }, report) => {
    for (const { memory } of [...stretches, ...choices.sizes].filter(isTooSmall)) {
      if (memory === undefined) continue;
      const parameters = { limit: readableBytes(memory.value.to), needs: readableBytes(least) };
      report(parameters, { span: memory.span, fixes: nextUnit(memory.value, memory.span) });
    }
  },
});

function isTooSmall({ memory }: Pick<CourseStretch, "memory">): boolean {
  return memory !== undefined && memory.value.to < least;
}

/** The same numbers in the unit above, where those are sizes that servers have. */
function nextUnit({ from, to }: Range<number>, span: Span): readonly Fix[] {
  const [low, high] = [from * 1024, to * 1024];
  if (high < least || high > 16 * 2 ** 30 || low % 2 ** 20 !== 0 || high % 2 ** 20 !== 0) return [];
  const text = low === high ? written(low) : `${written(low)} .. ${written(high)}`;
  return [offerFix(`Write \`${text}\``, span, text)];
}

function written(bytes: number): string {
  return bytes % 2 ** 30 === 0 ? `${bytes / 2 ** 30}GiB` : `${bytes / 2 ** 20}MiB`;
}
