// A made-up campus of any size, to measure with: one cluster, one file server, twenty images, a hub for every fifty courses.

/**
 * The programs of `count` courses: text by path. With `split` every course has a file of its own; with `full` a course has
 * sixty lines, with material, staff, lectures and an exam, instead of twenty.
 */
export function campus(count, { split, full = false }) {
  const hubs = Math.ceil(count / 50);
  const courses = Array.from({ length: count }, (_, n) => (full ? fullCourse(n) : course(n)));
  const operator = [project, provider, storage, ...range(20).map(image), ...range(hubs).map(hub)].join("\n");
  if (!split) return { "campus.hub": `${operator}\n${courses.join("\n")}` };
  const files = courses.map((text, n) => [`courses/c${String(n).padStart(5, "0")}.hub`, text]);
  return { "campus.hub": operator, ...Object.fromEntries(files) };
}

const range = (count) => Array.from({ length: count }, (_, n) => n);

const project = `project campus {
  registry = "ghcr.io/campus/hubs"
  timezone = "America/Los_Angeles"
}
`;

const provider = `provider gke campus {
  project = "campus-hubs"
  region  = "us-central1"
  cluster = "fall-2026"
  pool core { machine = "n2-standard-4"  nodes = 1..3 }
  pool users { machine = "n2-highmem-8"  nodes = 0..5000 }
}
`;

const storage = `storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`;

const image = (n) => `## The software of department ${n}.
image software-${n} extends std.scipy {
  conda {
    numpy=1.26
    scikit-learn>=1.${n % 5}
  }
  pip {
    nbgitpuller==1.3.0
    datascience==0.17.${n % 7}
  }
}
`;

const hub = (n) => `hub hub-${n} {
  provider = campus
  homes    = homes
  domain   = "hub-${n}.campus.edu"
  admins   = ["admin-${n}"]
  choose   = by-choice
  auth google {
    hosted-domains = ["campus.edu"]
    client-id      = secret("hub-${n}/client-id")
    client-secret  = secret("hub-${n}/client-secret")
  }
  cull { idle = 1h }
  https { letsencrypt = "hubs@campus.edu" }
}
`;

const course = (n) => `## Course ${n}.
course course-${n} {
  title    = "Course number ${n}"
  hub      = hub-${Math.floor(n / 50)}
  image    = software-${n % 20}
  term     = 2026-08-26 .. 2026-12-18
  students = ${30 + (n % 200)}
  peak     = ${10 + (n % 20)}
  memory   = ${1 + (n % 2)}GiB .. 2GiB
  cpu      = 0.05 .. 2

  content materials {
    repo   = "https://github.com/campus/course-${n}"
    branch = "main"
    open {
      lab01 = "lab/lab01.ipynb"
      hw01  = "hw/hw01.ipynb"
    }
  }
}
`;

const fullCourse = (n) => `## Course ${n}, which is taught every fall.
let course-${n}-size = 1GiB .. ${2 + (n % 2)}GiB

group staff-${n} {
  members = ["teacher-${n}", "assistant-${n}"]
  may     = ["admin:servers", "list:users"]
}
group class-${n} {
  members = secret("course-${n}/class")
}

course course-${n} {
  title     = "Course number ${n}"
  hub       = hub-${Math.floor(n / 50)}
  image     = software-${n % 20}
  term      = 2026-08-26 .. 2026-12-18
  grace     = 2w
  students  = ${30 + (n % 200)}
  peak      = ${10 + (n % 20)}
  memory    = course-${n}-size
  cpu       = 0.05 .. 2
  staff     = [staff-${n}]
  roster    = [class-${n}]
  open-with = lab
  needs     = [nbgitpuller]

  # The material of the semester, in two repositories.
  content materials {
    repo   = "https://github.com/campus/course-${n}"
    branch = "main"
    open {
${range(8)
  .map((k) => `      lab0${k} = "lab/lab0${k}.ipynb"`)
  .join("\n")}
    }
  }
  content homework {
    repo = "https://github.com/campus/course-${n}-homework"
    open {
${range(6)
  .map((k) => `      hw0${k} = { path = "hw/hw0${k}.ipynb", with = lab }`)
  .join("\n")}
    }
  }

  textbook { url = "https://campus.edu/books/${n}" }
  site     { url = "https://campus.edu/courses/${n}" }
  links {
    forum    = "https://forum.campus.edu/${n}"
    calendar = "https://calendar.campus.edu/${n}"
  }

  lecture main {
    days = [mon, wed]
    time = ${9 + (n % 8)}:00 .. ${10 + (n % 8)}:00
  }
  exam midterm {
    at     = 2026-10-${10 + (n % 15)} 19:00 .. 21:00
    memory = 2GiB
  }
  during 2026-11-02 .. 2026-11-20 { peak = ${20 + (n % 20)} }
}
`;
