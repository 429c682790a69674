// A made-up campus of any size, to measure with: one cluster, one file server, twenty images, a hub for every fifty courses.

/** The programs of `count` courses: text by path. With `split` every course has a file of its own. */
export function campus(count, { split }) {
  const hubs = Math.ceil(count / 50);
  const courses = Array.from({ length: count }, (_, n) => course(n));
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
