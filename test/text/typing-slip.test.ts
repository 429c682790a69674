import { describe, expect, it } from "vitest";
import { isTypingSlip } from "../../compiler/text/typing-slip.ts";

describe("a slip of the fingers", () => {
  it.each([
    ["pandsa", "pandas"],
    ["numppy", "numpy"],
    ["boken", "bokeh"],
    ["ggplt2", "ggplot2"],
    ["scikit-lear", "scikit-learn"],
    ["tidyvere", "tidyverse"],
    ["matplotliv", "matplotlib"],
  ])("%s for %s", (written, meant) => {
    expect(isTypingSlip(written, meant)).toBe(true);
  });

  it.each([
    ["tmaptools", "maptools"],
    ["rstac", "rstan"],
    ["magic", "magick"],
    ["ta-lib", "tablib"],
    ["gputil", "gsutil"],
    ["websocket", "websockets"],
    ["slack", "black"],
    ["numpy", "numpy"],
  ])("is not %s for %s", (written, meant) => {
    expect(isTypingSlip(written, meant)).toBe(false);
  });
});
