// The standard library's files, as they are part of the program. A new file is one more line here.

import datascience from "../stdlib/datascience.hub";
import hub from "../stdlib/hub.hub";
import julia from "../stdlib/julia.hub";
import jupyterlab from "../stdlib/jupyterlab.hub";
import rstudio from "../stdlib/rstudio.hub";
import scipy from "../stdlib/scipy.hub";
import { createSourceFile, type SourceFile } from "./text/source-file.ts";

/** Each file under the path that messages show for it. */
export const standardLibrary: readonly SourceFile[] = Object.entries({
  datascience,
  hub,
  julia,
  jupyterlab,
  rstudio,
  scipy,
}).map(([name, text]) => createSourceFile(`std/${name}.hub`, text));
