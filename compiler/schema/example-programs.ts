// Small programs that the pages of diagnostics are made of.

/** A hub for examples, with what it needs. */
export function hubFor(name: string): string {
  return `hub ${name} {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`;
}

/** A course for examples, with what it needs. */
export function courseWith(lines: string): string {
  return `course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
${lines}}
image img extends std.jupyterlab { }
${hubFor("h")}`;
}
