// What people copy in place of an address or a path, and what they mean by it.

/** A URL: of `git@github.com:o/r.git`, of `ssh://git@…`, of `git+https://…`, and of an address without its scheme. */
export function meantUrl(text: string): string | undefined {
  const [, host, path] = /^(?:ssh:\/\/)?git@([A-Za-z0-9.-]+)[:/]+(?:\d+\/)?(\S+)$/.exec(text) ?? [];
  if (host !== undefined && path !== undefined) return `https://${host}/${path.replace(/\.git$/, "")}`;
  const cloned = /^git clone\s+(https?:\/\/\S+?)(?:\.git)?$/.exec(text.trim())?.[1];
  if (cloned !== undefined) return cloned;
  const plain = text.replace(/^git\+(?=https?:\/\/)/, "").trim();
  if (plain !== text && /^https?:\/\/\S+$/.test(plain)) return plain;
  if (/^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/.test(text)) return `https://github.com/${text.replace(/\.git$/, "")}`;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) ? `https://${text}` : undefined;
}

/** A path in a repository: of the page that shows the file, and of a path that goes up and down again. */
export function meantRepositoryPath(text: string): string | undefined {
  const page = /^https?:\/\/[^/]+\/.+?\/(?:-\/)?(?:blob|tree|raw)\/[^/]+\/([^?#]+)/.exec(text)?.[1];
  if (page !== undefined) return page;
  if (/:\/\/|\\\\|^[A-Za-z]:/.test(text)) return undefined;
  const parts: string[] = [];
  for (const part of text.trim().replaceAll("\\", "/").split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join("/");
}

/** A host: of the address of one of its pages, and of the end of people's addresses. */
export function meantHost(text: string): string | undefined {
  const [, ofPeople] = /^(?:\*?@|\*\.)([A-Za-z0-9.-]+)$/.exec(text.trim()) ?? [];
  if (ofPeople !== undefined) return ofPeople;
  return /^https?:\/\/([A-Za-z0-9.-]+)(?::\d+)?(?:[/?#].*)?$/.exec(text.trim())?.[1];
}
