// What an image may provide and a course may need.

import type { ValueType } from "../value-type.ts";
import { choice } from "./scalars.ts";

export const feature: ValueType<string> = choice(
  "nbgitpuller",
  "widgets",
  "lab3",
  "lab4",
  "notebook6",
  "notebook7",
  "rtc",
  "rstudio",
  "vscode",
  "desktop",
  "otter",
  "okpy",
  "nbgrader",
  "r",
  "julia",
);
