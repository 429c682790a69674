// Small programs that several tests begin with.

/** A small program ; `auth` is the body of `auth google { … }`. */
export function exampleHub(
  options: { readonly auth?: string; readonly hub?: string; readonly course?: string; readonly more?: string } = {},
): string {
  const auth = options.auth ?? '    hosted-domains = ["berkeley.edu"]\n';
  return `course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
${options.course ?? ""}}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
${options.hub ?? ""}  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
${auth}  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
${options.more ?? ""}`;
}

/** The example with homes that many servers can mount. */
export function onShare(text: string): string {
  return text.replace(
    "storage dynamic homes { size = 5GiB }",
    'storage nfs homes {\n  server = "10.0.0.2"\n  export = "/homes"\n}',
  );
}

/** The example on a cluster that is not on the same machine. */
export function onGke(text: string): string {
  return text.replace(
    "provider kind k { }",
    'provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n}',
  );
}

/** Lines of a course whose people fill some nodes. */
export const gated = "  students = 300\n  memory = 2GiB .. 2GiB\n";

/** The program on machines of a cloud, whose price is known. */
export function onMachines(program: string, machine = "n2-highmem-8"): string {
  return program.replace(
    "provider kind k { }",
    `provider gke k {\n  project = "p"\n  region = "us-central1"\n  cluster = "c"\n  pool users {\n    machine = "${machine}"\n    nodes = 0..12\n  }\n}`,
  );
}

const hubFile = `hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
  }
}
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group data8-students {
  members = secret("rosters/data8")
}
group deans {
  members = ["dean"]
  may = ["list:users"]
}
image campus-base extends std.jupyterlab { }
`;

/** An example of two files: the operators', and one of a course in the area `data8`. */
export function exampleAreas(
  options: {
    readonly area?: string;
    readonly course?: string;
    readonly more?: string;
    readonly operators?: string;
  } = {},
): string {
  return `# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
${options.area ?? ""}  }
}
${hubFile}${options.operators ?? ""}# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
${options.course ?? "  staff = data8-staff\n  roster = data8-students\n"}}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
${options.more ?? ""}`;
}
