import { isAtOrBelow } from "../../model/chart-leaf.ts";
import { printPath } from "../../schema/values/chart-data.ts";
import { defineRule } from "../rule.ts";

/** Values of the JupyterHub chart stand in one place. */
export const umbrellaPart = defineRule<{ path: string; key: string }>({
  code: "hub/umbrella-part",
  title: "A value of the JupyterHub chart among those of the chart around it",
  why: "What lies under the part's name is what the hub is compiled to, and checked. A value that is laid over it from outside would be neither.",
  message: ({ path, key }) =>
    `\`${path}\` is a value of the JupyterHub chart, which has the name \`${key}\` here: write it in the hub's block \`values\`, without \`${key}\`.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const umbrellas = releases.flatMap(({ umbrella }) => umbrella ?? []);
    const found = umbrellas.flatMap(({ key, values }) =>
      values.flatMap(({ leaf: { value, span } }) =>
        isAtOrBelow(value.path, key.value.split(".")) ? [{ path: printPath(value.path), key: key.value, span }] : [],
      ),
    );
    for (const { span, ...words } of found) report(words, { span });
  },
});
