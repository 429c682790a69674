// A course on a pool of GKE, to fill and to overfill.

import { smallProgram } from "./small-program.ts";

export interface CourseOnGke {
  /** Lines of the course. */
  readonly course?: string;
  /** The pool's machine, and its nodes. */
  readonly machine?: string;
  readonly nodes?: string;
  readonly hub?: string;
  /** Further declarations. */
  readonly more?: string;
}

/** The program's text. Homes are on a share, so that no disks are attached to nodes. */
export function courseOnGke({
  course = "",
  machine = "n2-highmem-4",
  nodes = "0..5",
  hub = "",
  more = "",
}: CourseOnGke): string {
  return smallProgram({ course, hub, more })
    .replace(
      "provider kind k { }",
      `provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "e2-standard-4" nodes = 1..2 }
  pool users { machine = "${machine}" nodes = ${nodes} }
}`,
    )
    .replace("storage dynamic homes { size = 5GiB }", 'storage nfs homes { server = "10.0.0.2" export = "/homes" }');
}
