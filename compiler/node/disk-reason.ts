// The operating system's errors in words, without paths or stacks: what people can act on.

/** Why the disk refused, as part of a sentence: `permission denied (EACCES)`. */
export function diskReason(error: unknown): string {
  const code = diskCode(error);
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  const words = WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** The code of an error of the disk; nothing for any other error. */
export function diskCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return error.code;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "it is in use",
  EDQUOT: "the disk quota is used up",
  EEXIST: "something of that name is there",
  EIO: "the disk reports an error",
  EISDIR: "it is a folder",
  ELOOP: "links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "there is no such file or folder",
  ENOSPC: "no space is left on the disk",
  ENOTDIR: "a part of the path is not a folder",
  ENOTEMPTY: "the folder is not empty",
  EPERM: "it is not permitted",
  EROFS: "the disk is read-only",
  EXDEV: "it is on another disk",
};
