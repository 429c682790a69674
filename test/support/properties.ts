// Property tests take their random values from one seed, so that the same code gets the same answer on every machine.
// Another seed, to look for more: `PROPERTY_SEED=7 npx vitest run`.

import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 20261130) });

export { fc };
