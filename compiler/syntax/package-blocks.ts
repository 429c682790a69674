// Blocks of an image that hold lines of requirements.

/** Blocks that hold requirement lines, exactly as the files that people know hold them. */
export const packageBlocks = ["conda", "pip", "apt", "cran"] as const;

export type PackageBlock = (typeof packageBlocks)[number];
