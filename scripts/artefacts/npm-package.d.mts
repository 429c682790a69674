import type { Addresses } from "./addresses.mjs";

export declare function makeNpmPackage(addresses: Addresses | undefined): string;
export declare function published(
  manifest: Readonly<Record<string, unknown>>,
  addresses: Addresses | undefined,
): Readonly<Record<string, unknown>>;
