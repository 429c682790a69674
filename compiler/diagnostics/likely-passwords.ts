// What may be a password in a text that is refused. Such a text is no address yet, and `google:ada@gmail.com` may be a name as well: nothing
// is said of it, but whoever repeats the text hides this part.

/** `user:password@host` without a scheme; the digest of an image stands behind an `@`, too. */
const beforeHost = /(?:^|[\s=/"'([{,])[^\s:@/"'=([{,]{1,100}:([^\s@"']{3,300})@(?!sha(?:256|512):)[^\s@]/g;

/** `password=…`, as in the query of an address. */
const byName = /(?:passw(?:or)?d|pwd|token|secret|api[_-]?key)=([^\s&;"']{3,300})/gi;

/** The parts of `text` that may be passwords. */
export function likelyPasswords(text: string): readonly string[] {
  return [beforeHost, byName].flatMap((form) => [...text.matchAll(form)].flatMap(([, password = ""]) => password));
}
