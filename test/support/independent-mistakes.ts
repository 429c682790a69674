// A right program of two hubs in two files, and mistakes of every phase that can be made in it, each of which is one finding.

/** One mistake: where it is made, and what is found then. */
export interface Mistake {
  readonly name: string;
  /** The kind and name of the declaration in which it is made. */
  readonly in: string;
  readonly code: string;
  readonly replace: string;
  readonly by: string;
}

export const rightProgram = `# file campus.hub
project campus {
  registry = "ghcr.io/campus/hubs"
  timezone = "America/New_York"
}

let office = "help@uni.edu"

course physics {
  title    = "Physics with Python"
  hub      = lab
  image    = plain
  term     = 2026-09-07 .. 2026-12-18
  students = 60
  memory   = 1GiB .. 2GiB
  staff    = physics-staff
  roster   = physics-roster
  content notes { repo = "https://github.com/uni-physics/notes" }
  lecture main { days = [mon, wed]  time = 10:00 .. 11:00 }
  shared data { path = "data" }
  during 2026-10-12 .. 2026-10-16 { memory = 2GiB .. 3GiB }
}

course chemistry {
  title    = "Chemistry"
  hub      = lab
  image    = packed
  term     = 2026-09-07 .. 2026-12-18
  students = 40
  memory   = 1GiB .. 2GiB
  staff    = chemistry-staff
  roster   = chemistry-roster
  links { book = "https://chem.uni.edu/book" }
}

image plain {
  prebuilt = "quay.io/campus/c:2026-08-01"
  provides = ["lab", "nbgitpuller"]
}

image packed extends std.jupyterlab {
  pip {
    numpy==1.26.4
    requests==2.32.3
  }
  env { GREETING = "hello" }
}

hub lab {
  provider = k
  homes    = homes
  domain   = "lab.uni.edu"
  admins   = ["prof1"]
  auth github {
    client-id     = secret("g/id")
    client-secret = secret("g/secret")
    organizations = ["campus"]
  }
  https { letsencrypt = office }
  cull { idle = 1h }
  environment { LAB = "one" }
  values { hub.concurrentSpawnLimit = 20 }
  config { JupyterHub.shutdown_on_logout = true }
  python { log = """
c.JupyterHub.log_level = 10
""" }
  manifests = ["""
apiVersion: v1
kind: ConfigMap
metadata:
  name: notice
data:
  text: hello
"""]
}

provider kubernetes k {
  context = "c"
  pool core  { label = "pool=core"  nodes = 1..3  memory = 16GiB  cpu = 4 }
  pool users { label = "pool=users"  nodes = 0..9  memory = 64GiB  cpu = 8 }
}

storage nfs homes { server = "10.0.0.2"  export = "/homes" }
storage nfs archive { server = "10.0.0.3"  export = "/archive" }

group physics-staff { members = ["prof2"] }
group physics-roster { members = ["ada", "grace"] }
group chemistry-staff { members = ["prof3"] }
group chemistry-roster { members = ["alan"] }
group readers { hub = lab  members = ["kurt"] }

policy course small { require = students <= 500 }
policy image known { require = present(prebuilt) or present(base) }
# file library.hub
course botany {
  title    = "Botany"
  hub      = garden
  image    = grown
  term     = 2026-09-07 .. 2026-12-18
  students = 30
  memory   = 1GiB .. 2GiB
  shared seeds { path = "seeds" }
  during 2026-11-02 .. 2026-11-06 { memory = 2GiB .. 3GiB }
}

image grown {
  prebuilt = "quay.io/campus/g:2026-08-01"
  provides = ["lab"]
}

hub garden {
  provider = g
  homes    = beds
  domain   = "garden.uni.edu"
  auth github {
    client-id     = secret("h/id")
    client-secret = secret("h/secret")
    organizations = ["garden"]
  }
  https { letsencrypt = "help@garden.edu" }
  environment { GARDEN = "two" }
  values { singleuser.networkTools.image.tag = "4.3" }
  manifests = ["""
apiVersion: v1
kind: ConfigMap
metadata:
  name: weather
data:
  text: rain
"""]
}

provider kubernetes g {
  context = "g"
  pool core  { label = "pool=core"  nodes = 1..3  memory = 16GiB  cpu = 4 }
  pool users { label = "pool=users"  nodes = 0..9  memory = 64GiB  cpu = 8 }
}

storage nfs beds { server = "10.0.0.7"  export = "/beds" }
`;
const physicsMemory = "memory   = 1GiB .. 2GiB\n  staff    = physics";

/** Each is independent of each other one that replaces something else. */
export const mistakes: readonly Mistake[] = [
  // What can't be read.
  mistake("group readers", "syntax/unexpected-character", 'members = ["kurt"]', 'members = ["kurt" ?]'),
  mistake("group readers", "syntax/unclosed-bracket", 'members = ["kurt"] }', 'members = ["kurt" }'),
  mistake("group readers", "syntax/unexpected", 'members = ["kurt"]', 'members = = ["kurt"]'),
  mistake("storage archive", "syntax/unclosed-block", 'export = "/archive" }', 'export = "/archive"'),
  mistake("course botany", "syntax/unclosed-block", "3GiB }\n}\n\nimage grown", "3GiB }\n\nimage grown"),
  mistake("storage archive", "syntax/header", "storage nfs archive {", "storage nfs = archive {"),
  mistake("group readers", "syntax/unknown-kind", "group readers {", "grup readers {"),
  mistake("provider g", "schema/unknown-variant", "provider kubernetes g", "provider kubernets g"),
  mistake("hub garden", "names/unknown-provider", "provider = g", "provider = gg"),
  mistake("course chemistry", "syntax/missing-equals", "students = 40", "students 40"),
  mistake("course chemistry", "syntax/trailing", "students = 40", "students = 40 seated"),
  mistake("course botany", "syntax/trailing", "memory   = 1GiB .. 2GiB\n  shared", 'memory   = 2GiB "x"\n  shared'),
  mistake("storage archive", "syntax/missing-value", 'export = "/archive"', "export ="),
  mistake("image packed", "syntax/impossible-date", 'env { GREETING = "hello" }', "env { GREETING = 2026-02-30 }"),
  // What the vocabulary does not have.
  mistake(
    "group readers",
    "schema/unknown-setting",
    'hub = lab  members = ["kurt"] }',
    'hub = lab members = ["kurt"]  memroy = 1GiB }',
  ),
  mistake("hub lab", "schema/unknown-setting", "cull { idle = 1h }", "cull { idel = 1h }"),
  mistake("hub lab", "schema/unknown-setting", 'admins   = ["prof1"]', 'admins   = ["prof1"]\n  colour = "red"'),
  mistake(
    "course physics",
    "schema/unknown-setting",
    "term     = 2026-09-07 .. 2026-12-18\n  students = 60",
    "stdents = 7\n  term     = 2026-09-07 .. 2026-12-18",
  ),
  mistake("course physics", "schema/unknown-setting", 'title    = "Physics', 'colour = "red"\n  title    = "Physics'),
  mistake(
    "project campus",
    "schema/unknown-setting",
    'timezone = "America/New_York"',
    'timezone = "America/New_York"\n  regstry = "x"',
  ),
  mistake("hub lab", "schema/wrong-unit", "idle = 1h", "idle = 1GiB"),
  mistake("course physics", "schema/wrong-unit", physicsMemory, physicsMemory.replace("1GiB .. 2GiB", "2h")),
  mistake("provider k", "schema/missing-unit", "memory = 16GiB", "memory = 16"),
  mistake("course chemistry", "schema/wrong-type", "students = 40", 'students = "many"'),
  mistake("storage archive", "schema/missing-setting", '  export = "/archive"', ""),
  mistake("hub lab", "values/unknown-key", "hub.concurrentSpawnLimit", "hub.concurentSpawnLimit"),
  mistake("hub lab", "schema/wrong-type", 'environment { LAB = "one" }', "environment { LAB = [1] }"),
  mistake("hub garden", "schema/wrong-type", 'domain   = "garden.uni.edu"', "domain   = 7"),
  // Names.
  mistake("course physics", "names/unknown-group", "roster   = physics-roster", "roster   = physics-rooster"),
  mistake("course chemistry", "names/unknown-image", "image    = packed", "image    = paked"),
  mistake("hub lab", "names/unknown-constant", 'LAB = "one"', 'LAB = "${ofice}"'),
  mistake(
    "group readers",
    "names/duplicate",
    "policy course small",
    'group readers { members = ["kurt"] }\npolicy course small',
  ),
  // Rules.
  mistake("course physics", "course/memory-above-node", physicsMemory, physicsMemory.replace("1GiB .. 2GiB", "900GiB")),
  mistake(
    "course physics",
    "course/mount-clash",
    'shared data { path = "data" }',
    'shared data { path = "data" }\n  shared more { path = "data" }',
  ),
  mistake(
    "course physics",
    "course/window-outside-term",
    "during 2026-10-12 .. 2026-10-16",
    "during 2027-10-12 .. 2027-10-16",
  ),
  mistake(
    "course botany",
    "course/mount-clash",
    'shared seeds { path = "seeds" }',
    'shared seeds { path = "seeds" }\n  shared more { path = "seeds" }',
  ),
  mistake(
    "course botany",
    "course/memory-above-node",
    "memory = 2GiB .. 3GiB }\n}\n\nimage grown",
    "memory = 800GiB }\n}\n\nimage grown",
  ),
  mistake("course chemistry", "course/insecure-link", 'book = "https://chem', 'book = "http://chem'),
  mistake(
    "course physics",
    "course/insecure-link",
    "https://github.com/uni-physics/notes",
    "http://github.com/uni-physics/notes",
  ),
  mistake(
    "course chemistry",
    "course/pool-too-small",
    "students = 40\n  memory   = 1GiB .. 2GiB",
    "students = 40\n  memory   = 40GiB",
  ),
  mistake("image packed", "image/duplicate-package", "numpy==1.26.4", "numpy==1.26.4\n    numpy==1.26.3"),
  mistake("image plain", "image/floating-tag", "c:2026-08-01", "c:latest"),
  mistake("image grown", "image/floating-tag", "g:2026-08-01", "g:latest"),
  mistake("hub lab", "server/variable", 'LAB = "one"', 'PATH = "/evil"'),
  mistake("hub lab", "hub/no-certificate", "https { letsencrypt = office }", ""),
  mistake("hub garden", "hub/team-slug", 'organizations = ["garden"]', 'organizations = ["garden:My Team"]'),
  // Policies.
  mistake("policy small", "policy/broken", "students <= 500", "students <= 50"),
  mistake("policy known", "policy/unknown-setting", "present(base)", "present(bsae)"),
  // The way out.
  mistake("hub lab", "values/does-not-work", "hub.concurrentSpawnLimit = 20", "ingress.enabled = true"),
  mistake("hub lab", "values/clash", "hub.concurrentSpawnLimit = 20", "cull.timeout = 7"),
  mistake("hub lab", "values/python-syntax", "c.JupyterHub.log_level = 10", "c.JupyterHub.log_level = ("),
  mistake("hub lab", "values/clash", "JupyterHub.shutdown_on_logout = true", "GitHubOAuthenticator.allow_all = true"),
  mistake("hub garden", "values/does-not-work", 'singleuser.networkTools.image.tag = "4.3"', "ingress.enabled = true"),
  mistake(
    "hub garden",
    "values/wrong-type",
    'singleuser.networkTools.image.tag = "4.3"',
    'hub.concurrentSpawnLimit = "many"',
  ),
  mistake("hub garden", "values/unknown-key", "singleuser.networkTools", "singleuser.networkTolls"),
  mistake("hub lab", "manifest/unfit-field", "data:\n  text: hello", "daat:\n  text: hello"),
  mistake("hub garden", "manifest/unfit-field", "data:\n  text: rain", "daat:\n  text: rain"),
];

function mistake(where: string, code: string, replace: string, by: string): Mistake {
  const name = `${code} in ${where}: ${by.trim().replace(/\s+/g, " ").slice(0, 40)}`;
  return { name, in: where, code, replace, by };
}

/** The program with mistakes in it; undefined where two of them stand at one place. */
export function programWith(made: readonly Mistake[]): string | undefined {
  const edits = made
    .map(({ replace, by, name }) => {
      const start = rightProgram.indexOf(replace);
      if (start < 0) throw new Error(`${name}: nothing to replace`);
      return { start, end: start + replace.length, by };
    })
    .sort((a, b) => b.start - a.start);
  const meet = edits.some((edit, i) => edit.start < (edits[i + 1]?.end ?? 0));
  if (meet) return undefined;
  return edits.reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), rightProgram);
}
