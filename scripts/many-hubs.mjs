// Two made-up projects that grow in one direction each: courses on one hub, and hubs.

const shared = `project large {
  registry = "ghcr.io/campus/hubs"
  timezone = "America/Los_Angeles"
}

provider gke campus {
  project = "campus-hubs"
  region  = "us-central1"
  cluster = "fall-2026"
  pool core { machine = "n2-standard-4"  nodes = 1..3 }
  pool users { machine = "n2-highmem-8"  nodes = 0..5000 }
}

storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}

image python extends std.scipy { pip { otter-grader==6.1.0 } }

image r extends std.rstudio { }
`;

const hub = (name) => `hub ${name} {
  provider = campus
  homes    = homes
  domain   = "${name}.campus.edu"
  auth google {
    hosted-domains = ["campus.edu"]
    client-id      = secret("google/client-id")
    client-secret  = secret("google/client-secret")
  }
  https { letsencrypt = "hubs@campus.edu" }
}
`;

const course = (n, onHub) => `course course-${n} {
  title    = "Course number ${n}"
  hub      = ${onHub}
  image    = ${n % 2 === 0 ? "python" : "r"}
  term     = 2026-08-26 .. 2026-12-18
  students = ${30 + (n % 200)}
  peak     = ${10 + (n % 20)}
  memory   = 1GiB .. 2GiB
  roster   = class-${n}
  staff    = staff-${n}
  shared data { path = "shared" }
}
group class-${n} { members = secret("course-${n}/class") }
group staff-${n} {
  members = ["teacher-${n}", "assistant-${n}"]
  memory  = 4GiB .. 8GiB
}
`;

const numbers = (count) => Array.from({ length: count }, (_, n) => n);

/** One hub of `count` courses, each for its own people. */
export function coursesOnOneHub(count) {
  return { "hub.hub": [shared, hub("all"), ...numbers(count).map((n) => course(n, "all"))].join("\n") };
}

/** `count` hubs of one course. */
export function hubsOfOneCourse(count) {
  const all = numbers(count).flatMap((n) => [hub(`hub-${n}`), course(n, `hub-${n}`)]);
  return { "hubs.hub": [shared, ...all].join("\n") };
}
