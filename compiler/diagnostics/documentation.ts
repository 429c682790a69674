// Where the page of a code is read: on a site that `npm run site` builds, wherever somebody serves it. Nobody serves it until somebody says where, and an
// address that does not answer is worse than none, so there is no default.

/** Gives the page of a code; nothing where nobody said where the site is. */
export type PageAddress = (code: string) => string | undefined;

/** No site. */
export const noPages: PageAddress = () => undefined;

/** Addresses that a site may have: of a server, or of a folder on this machine. */
export const siteAddress = /^(?:https?:\/\/[^\s/?#"<>\\]+|file:\/\/)(?:\/[^\s?#"<>\\]*)?$/;

/** The pages of the site at `base`, such as `https://docs.example.edu/hubc/`; none where that is no address. */
export function pagesOf(base: string | undefined): PageAddress {
  if (base === undefined || !siteAddress.test(base)) return noPages;
  const folder = encodeURI(decodeURISafely(base)).replace(/\/+$/, "");
  return (code) => `${folder}/codes/${code}.html`;
}

function decodeURISafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
