import{r as e}from"./rolldown-runtime-B09viugM.js";import{I as t}from"./check-read-change-DAm4Kly3.js";var n={"allow/firm-code":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  # hubc: allow schema/missing-unit because "obvious"
  members = ["ada"]
}
`},"allow/malformed":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  # hubc: allow course/term-over because "kept for the archive"
  term = 2020-08-26 .. 2020-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  # hubc: allow course/term-over
  term = 2020-08-26 .. 2020-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"allow/unknown-code":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  # hubc: allow course/term-over because "kept for the archive"
  term = 2020-08-26 .. 2020-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  # hubc: allow course/term-ovr because "kept for the archive"
  term = 2020-08-26 .. 2020-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"allow/unused":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  # hubc: allow course/term-over because "kept for the archive"
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"area/constant":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
  provider = k
  homes = homes
  announcement = notice
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
  }
}
let notice = "Hello"
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
  provider = k
  homes = homes
  announcement = notice
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
let notice = "Hello"
`},"area/expect-elsewhere":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
expect staff-enter {
  course = data8
  group = data8-staff
  require = may-enter
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
expect staff-enter {
  hub = h
  group = data8-staff
  require = may-enter
}
`},"area/file":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
image lab extends std.jupyterlab {
  files {
    "/srv/notes.txt" = "Welcome"
  }
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
image lab extends std.jupyterlab {
  files {
    "/srv/notes.txt" = file("exams/solutions.txt")
  }
}
`},"area/image-address":{language:`hub`,right:`# file operators.hub
project campus {
  registry = "ghcr.io/campus"
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
image lab {
  prebuilt = "quay.io/data8/lab:2026-08-01"
}
`,wrong:`# file operators.hub
project campus {
  registry = "ghcr.io/campus"
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
image lab {
  prebuilt = "ghcr.io/campus/stat20-exam:2026-08-01"
}
`},"area/kind":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
machine big {
  memory = 64GiB
  cpu = 8
}
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
machine big {
  memory = 64GiB
  cpu = 8
}
`},"area/needs-grant":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
    grants = [scopes]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group readers {
  members = ["amy"]
  may = ["list:users"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group readers {
  members = ["amy"]
  may = ["list:users"]
}
`},"area/no-files":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area stat20 {
    folder = "courses/stat20"
    owners = ["@campus/stat20"]
  }
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
# file courses/stat20/people.hub
group stat20-staff {
  members = ["fred"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area stat20 {
    folder = "courses/stat21"
    owners = ["@campus/stat20"]
  }
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
# file courses/stat20/people.hub
group stat20-staff {
  members = ["fred"]
}
`},"area/no-operators":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`,wrong:`# file operators.hub
project campus {
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`},"area/not-opened":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = deans
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`},"area/overlap":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area stat20 {
    folder = "courses/stat20"
    owners = ["@campus/stat20"]
  }
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
# file courses/stat20/people.hub
group stat20-staff {
  members = ["fred"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area stat20 {
    folder = "courses"
    owners = ["@campus/stat20"]
  }
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`},"area/parent":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
    images = [campus-base]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
image lab extends campus-base { }
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
image lab extends campus-base { }
`},"area/people":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = pupils
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group pupils {
  members = ["amy", "bob"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = pupils
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group pupils {
  members = ["amy", "dean"]
}
`},"area/roster-missing":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`},"area/secret":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group graders {
  members = secret("data8/graders")
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group graders {
  members = secret("stat20/students")
}
`},"area/source":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
    from github { organization = "campus" }
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group graders {
  from github {
    organization = "campus"
    team = "graders"
  }
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
group graders {
  from github {
    organization = "campus"
    team = "graders"
  }
}
`},"area/used-outside":{language:`hub`,right:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
  provider = k
  homes = homes
  hub-image = campus-hub
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
image campus-hub extends std.hub { }
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
`,wrong:`# file operators.hub
project campus {
  operators = ["@campus/hub-team"]
  area data8 {
    folder = "courses/data8"
    owners = ["@campus/data8"]
    hubs = [h]
    groups = [data8-students]
  }
}
hub h {
  provider = k
  homes = homes
  hub-image = data8-hub
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
# file courses/data8/course.hub
course data8 {
  title = "Data 8"
  hub = h
  image = data8
  term = 2026-08-26 .. 2026-12-18
  staff = data8-staff
  roster = data8-students
}
image data8 extends std.jupyterlab { }
group data8-staff {
  members = ["ada"]
}
image data8-hub extends std.hub { }
`},"audit/callback-elsewhere":{language:`yaml`,right:`hub:
  config:
    JupyterHub:
      authenticator_class: google
    GoogleOAuthenticator:
      allow_all: true
      hosted_domain: [example.edu]
      oauth_callback_url: https://hub.example.edu/hub/oauth_callback
ingress:
  enabled: true
  hosts: [hub.example.edu]
`,wrong:`hub:
  config:
    JupyterHub:
      authenticator_class: google
    GoogleOAuthenticator:
      allow_all: true
      hosted_domain: [example.edu]
      oauth_callback_url: https://hub.example.org/hub/oauth_callback
ingress:
  enabled: true
  hosts: [hub.example.edu]
`},"audit/closed-provider":{language:`yaml`,right:`hub:
  config:
    JupyterHub:
      authenticator_class: cilogon
    CILogonOAuthenticator:
      allowed_idps:
        https://idp.campus.edu/idp/shibboleth:
          username_derivation:
            username_claim: email
          allow_all: true
    Authenticator:
      admin_users: [ada@elsewhere.org]
`,wrong:`hub:
  config:
    JupyterHub:
      authenticator_class: cilogon
    CILogonOAuthenticator:
      allowed_idps:
        https://idp.campus.edu/idp/shibboleth:
          username_derivation:
            username_claim: email
    Authenticator:
      admin_users: [ada@elsewhere.org]
`},"audit/image-file":{language:`yaml`,right:`# file deployments/data8/image/environment.yaml
dependencies:
  - python=3.12
  - pip:
      - otter-grader==6.1.0
`,wrong:`# file deployments/data8/image/environment.yaml
dependencies:
  - python=3.12
  - pip:
      - otter-grader=6.1.0
`},"audit/list-replaced":{language:`yaml`,right:`# file common.yaml
hub:
  config:
    Authenticator:
      admin_users: [ada, bea]
# file prod.yaml
hub:
  config:
    Authenticator:
      admin_users: [ada, bea, carol]
`,wrong:`# file common.yaml
hub:
  config:
    Authenticator:
      admin_users: [ada, bea]
# file prod.yaml
hub:
  config:
    Authenticator:
      admin_users: [carol]
`},"audit/looks-like-secret":{language:`yaml`,right:`singleuser:
  extraFiles:
    notes:
      mountPath: /etc/notes
      stringData: "Ask for a key."
`,wrong:`singleuser:
  extraFiles:
    token:
      mountPath: /etc/token
      stringData: "-----BEGIN PRIVATE KEY-----"
`},"audit/moving-image":{language:`yaml`,right:`singleuser:
  image:
    name: quay.io/jupyter/base-notebook
    tag: 2026-01-05
`,wrong:`singleuser:
  image:
    name: quay.io/jupyter/base-notebook
    tag: latest
`},"audit/no-such-group":{language:`yaml`,right:`custom:
  group_profiles:
    "course::1536858::enrollment_type::teacher":
      mem_limit: 4G
hub: {}
`,wrong:`custom:
  group_profiles:
    "course::1536858::enrollment_type::teacher:":
      mem_limit: 4G
hub: {}
`},"audit/nobody-may-enter":{language:`yaml`,right:`hub:
  config:
    JupyterHub:
      authenticator_class: google
    GoogleOAuthenticator:
      login_service: Campus
      hosted_domain: [example.edu]
      allow_all: true
`,wrong:`hub:
  config:
    JupyterHub:
      authenticator_class: google
    GoogleOAuthenticator:
      login_service: Campus
`},"audit/open-hub":{language:`yaml`,right:`hub:
  config:
    JupyterHub:
      authenticator_class: github
    GitHubOAuthenticator:
      allowed_organizations: [campus]
      scope: ["read:org"]
`,wrong:`hub:
  config:
    JupyterHub:
      authenticator_class: github
    OAuthenticator:
      allow_all: true
    GitHubOAuthenticator:
      allowed_organizations: [campus]
`},"audit/other-course":{language:`yaml`,right:`custom:
  group_profiles:
    "course::1547008":
      extraVolumeMounts:
        - name: home
          mountPath: /home/jovyan/shared
          subPath: _shared/courses/1547008
hub: {}
`,wrong:`custom:
  group_profiles:
    "course::1547008":
      extraVolumeMounts:
        - name: home
          mountPath: /home/jovyan/shared
          subPath: _shared/courses/1549276
hub: {}
`},"audit/other-folder":{language:`yaml`,right:`hub: {}
custom:
  group_profiles:
    course::1537301::enrollment_type::teacher:
      extraVolumeMounts:
        - name: home
          mountPath: /home/jovyan/bio-shared-readwrite
          subPath: _shared/course/bio-shared
    course::1537301::enrollment_type::student:
      extraVolumeMounts:
        - name: home
          mountPath: /home/jovyan/bio-shared
          subPath: _shared/course/bio-shared
          readOnly: true
`,wrong:`hub: {}
custom:
  group_profiles:
    course::1537301::enrollment_type::teacher:
      extraVolumeMounts:
        - name: home
          mountPath: /home/jovyan/bio-shared-readwrite
          subPath: _shared/course/bio-shared-readwrite
    course::1537301::enrollment_type::student:
      extraVolumeMounts:
        - name: home
          mountPath: /home/jovyan/bio-shared
          subPath: _shared/course/bio-shared
          readOnly: true
`},"audit/override-amount":{language:`yaml`,right:`custom:
  admin:
    mem_guarantee: 2G
    mem_limit: 4G
hub: {}
`,wrong:`custom:
  admin:
    mem_guarantee: 20484M
    mem_limit: 4096M
hub: {}
`},"audit/override-mount":{language:`yaml`,right:`custom:
  group_profiles:
    "course::1537664":
      extraVolumeMounts:
        - name: home
          mountPath: /home/jovyan/shared
          subPath: _shared
hub: {}
`,wrong:`custom:
  group_profiles:
    "course::1537664":
      extraVolumeMounts:
        - name: homes
          mountPath: /home/jovyan/shared
          subPath: _shared
hub: {}
`},"audit/past-date":{language:`yaml`,right:`custom:
  group_profiles:
    "course::1547008":
      # Course: Data 8 End Date: 12/20/2099
      mem_limit: 4G
hub: {}
`,wrong:`custom:
  group_profiles:
    "course::1547008":
      # Course: Data 8 End Date: 12/20/2025
      mem_limit: 4G
hub: {}
`},"audit/same-as-another-hub":{language:`yaml`,right:`# file deployments/data8/hubploy.yaml
cluster: {}
# file deployments/data8/config/prod.yaml
jupyterhub:
  hub: {}
  proxy:
    service:
      loadBalancerIP: 34.72.254.237
# file deployments/stat20/hubploy.yaml
cluster: {}
# file deployments/stat20/config/prod.yaml
jupyterhub:
  hub: {}
  proxy:
    service:
      loadBalancerIP: 34.172.42.174
`,wrong:`# file deployments/data8/hubploy.yaml
cluster: {}
# file deployments/data8/config/prod.yaml
jupyterhub:
  hub: {}
  proxy:
    service:
      loadBalancerIP: 34.72.254.237
# file deployments/stat20/hubploy.yaml
cluster: {}
# file deployments/stat20/config/prod.yaml
jupyterhub:
  hub: {}
  proxy:
    service:
      loadBalancerIP: 34.72.254.237
`},"audit/swapped-variable":{language:`yaml`,right:`singleuser:
  extraEnv:
    GH_SCOPED_CREDS_CLIENT_ID: Iv1.28ac6d8f60ed35ac
    GH_SCOPED_CREDS_APP_URL: https://github.com/apps/class
`,wrong:`singleuser:
  extraEnv:
    GH_SCOPED_CREDS_CLIENT_ID: https://github.com/apps/class
    GH_SCOPED_CREDS_APP_URL: Iv1.28ac6d8f60ed35ac
`},"audit/unread-key":{language:`yaml`,right:`# file hub/Chart.yaml
name: hub
dependencies:
  - name: jupyterhub
    version: 4.4.0
  - name: node-placeholder
    version: 0.1.0
# file hub/values.yaml
jupyterhub:
  hub: {}
# file deployments/data8/hubploy.yaml
cluster: {}
# file deployments/data8/config/prod.yaml
jupyterhub:
  hub: {}
node-placeholder:
  enabled: true
`,wrong:`# file hub/Chart.yaml
name: hub
dependencies:
  - name: jupyterhub
    version: 4.4.0
  - name: node-placeholder
    version: 0.1.0
# file hub/values.yaml
jupyterhub:
  hub: {}
# file deployments/data8/hubploy.yaml
cluster: {}
# file deployments/data8/config/prod.yaml
jupyterhub:
  hub: {}
node-placholder:
  enabled: true
`},"audit/wrong-depth":{language:`yaml`,right:`jupyterhub:
  hub:
    concurrentSpawnLimit: 20
  cull:
    timeout: 3600
  singleuser:
    startTimeout: 600
`,wrong:`jupyterhub:
  hub:
    concurrentSpawnLimit: 20
  cull:
    timeout: 3600
singleuser:
  startTimeout: 600
`},"ci/no-package":{language:`hub`,right:`project campus { ci { hubc = "git+https://example.org/hubc.git#v0.1.0" } }
`,wrong:`project campus { }
`},"course/app-not-on-hub":{language:`hub`,right:`hub campus {
  external = true
  domain = "datahub.example.edu"
  apps = [lab, rstudio]
}
course c {
  title = "C"
  hub = campus
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://github.com/campus/labs"
    open { lab1 = { path = "lab1.ipynb", with = rstudio } }
  }
}
`,wrong:`hub campus {
  external = true
  domain = "datahub.example.edu"
  apps = [lab, rstudio]
}
course c {
  title = "C"
  hub = campus
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://github.com/campus/labs"
    open { lab1 = { path = "lab1.ipynb", with = vscode } }
  }
}
`},"course/assignment-outside-term":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 {
      notebook = "hw01.ipynb"
      due = 2026-09-09 23:59
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 {
      notebook = "hw01.ipynb"
      due = 2025-09-09 23:59
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`},"course/book-branch":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-1
    branch = "main"
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-1
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/book-path":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-1
    branch = "main"
    folder = "book 1"
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-1
    branch = "main"
    folder = "book #1"
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/book-without-repo":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-2
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    url = "https://book.example.edu"
    builder = jupyter-book-2
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/canvas-elsewhere":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  lms canvas {
    url = "https://bcourses.example.edu"
    course = 1524699
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth canvas {
    url = "https://bcourses.example.edu/"
    allow = everyone
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  lms canvas {
    url = "https://canvas.example.edu"
    course = 1524699
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth canvas {
    url = "https://bcourses.example.edu/"
    allow = everyone
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/chapter-twice":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-2
    chapters = ["a.md", "b.md"]
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-2
    chapters = ["a.md", "b.md", "a.md"]
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/cpu-above-node":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  cpu = 3 .. 4
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  cpu = 4 .. 4
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`},"course/due-before-release":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 {
      notebook = "hw01.ipynb"
      released = 2026-08-31 12:00
      due = 2026-09-09 23:59
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 {
      notebook = "hw01.ipynb"
      released = 2026-09-10 12:00
      due = 2026-09-09 23:59
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`},"course/example-link":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { notes = "https://notes.example.edu/" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { notes = "https://notes.example.org/" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/form-edit-link":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { attendance = "https://docs.google.com/forms/d/e/1FAIpQLSd/viewform" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { attendance = "https://docs.google.com/forms/d/1abc/edit" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/git-variable-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://gitlab.com/physics/labs"
    sign-in token {
      username = "u"
      token = secret("gitlab/token")
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  environment { GIT_AUTHOR_NAME = "Ada" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip {
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://gitlab.com/physics/labs"
    sign-in token {
      username = "u"
      token = secret("gitlab/token")
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  environment { GIT_CONFIG_COUNT = "0" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip {
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }
}
`},"course/gpu-above-node":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  gpu = 1
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "a2-highgpu-1g"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  gpu = 1
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`},"course/grader-lacks-commands":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 { notebook = "hw/hw01.ipynb" }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  pip {
    otter-grader==6.1.0
    datascience==0.18.1
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 { notebook = "hw/hw01.ipynb" }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  pip {
    otter-grader==6.1.0
  }
  run = "pip install datascience==0.18.1"
}
`},"course/gradescope-course":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    gradescope = 812345
    assignment hw01 {
      notebook = "hw01.ipynb"
      gradescope = 5123456
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 {
      notebook = "hw01.ipynb"
      gradescope = 5123456
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`},"course/hidden-tests-shown":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 {
      notebook = "hw01.ipynb"
      due = 2026-12-09 23:59
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter {
    assignment hw01 {
      notebook = "hw01.ipynb"
      due = 2026-12-09 23:59
      show-hidden = true
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`},"course/insecure-link":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { notes = "https://notes.example.edu/" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { notes = "http://notes.example.edu/" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/left-to-hub":{language:`hub`,right:`hub campus {
  external = true
  domain = "datahub.example.edu"
  apps = [lab, rstudio]
}
course c {
  title = "C"
  hub = campus
  term = 2026-08-26 .. 2026-12-18
}
`,wrong:`hub campus {
  external = true
  domain = "datahub.example.edu"
  apps = [lab, rstudio]
}
course c {
  title = "C"
  hub = campus
  term = 2026-08-26 .. 2026-12-18
  memory = 2GiB .. 4GiB
}
`},"course/limit-above-node":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 16GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 48GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`},"course/link-elsewhere":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { piazza = "https://piazza.com/berkeley/fall2026/data8" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { piazza = "https://edstem.org/us/courses/12345/discussion/" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/link-form":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { ed = "https://edstem.org/us/courses/12345/discussion/" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { ed = "https://edstem.org/" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/long-term":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2036-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/memory-above-node":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 20GiB .. 20GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 40GiB .. 40GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
`},"course/mount-clash":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  shared a { path = "shared" }
  shared b { path = "data" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  shared a { path = "shared" }
  shared b { path = "shared" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"course/nbgrader-version":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading nbgrader { }
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group ta { members = ["ada"] }
image graded extends std.jupyterlab {
  pip { nbgrader==0.9.* }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading nbgrader { }
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group ta { members = ["ada"] }
image graded extends std.jupyterlab {
  pip { nbgrader==0.8.* }
}
`},"course/no-hub-button":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-1
    branch = "main"
    launch = [hub]
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  textbook {
    repo = "https://github.com/o/book"
    builder = jupyter-book-2
    branch = "main"
    launch = [hub]
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/no-repository":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs { repo = "https://github.com/physics/labs" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs { repo = "https://github.com/physics" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/no-room-ahead":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  pool = k.small
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k {
  pool small { nodes = 1..4  memory = 64GiB  cpu = 16 }
  pool large { nodes = 1..4  memory = 64GiB  cpu = 16 }
}
storage dynamic homes { size = 5GiB }
course d {
  title = "D"
  hub = h
  image = img
  pool = k.small
  peak = 20
  term = 2026-08-26 .. 2026-12-18
  lecture main { days = [mon]  time = 10:00 .. 11:00 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  pool = k.small
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k {
  pool small { nodes = 1..4  memory = 64GiB  cpu = 16 }
  pool large { nodes = 1..4  memory = 64GiB  cpu = 16 }
}
storage dynamic homes { size = 5GiB }
course d {
  title = "D"
  hub = h
  image = img
  pool = k.large
  peak = 20
  term = 2026-08-26 .. 2026-12-18
  lecture main { days = [mon]  time = 10:00 .. 11:00 }
}
`},"course/nobody-grades":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading nbgrader { }
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group ta { members = ["ada"] }
image graded extends std.jupyterlab {
  pip { nbgrader==0.9.* }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading nbgrader { }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group ta { members = ["ada"] }
image graded extends std.jupyterlab {
  pip { nbgrader==0.9.* }
}
`},"course/okpy-is-legacy":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter { }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  pip { otter-grader==6.1.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading okpy { endpoint = "cal/data8/fa26" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  pip { okpy==1.18.1 }
}
`},"course/old-hub-link":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { start = "https://h.example.edu/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fo%2Fr" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { start = "https://h.example.edu/hub/user-redirect/interact?repo=r&path=lec01.ipynb" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/other-canvas-course":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  lms canvas {
    url = "https://bcourses.example.edu"
    course = 1524699
  }
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth canvas {
    url = "https://bcourses.example.edu/"
    allow = everyone
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta { from canvas {
  course = 1524699
  role = ta
} }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  lms canvas {
    url = "https://bcourses.example.edu"
    course = 1524699
  }
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth canvas {
    url = "https://bcourses.example.edu/"
    allow = everyone
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta { from canvas {
  course = 1500000
  role = ta
} }
`},"course/other-hub-link":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { start = "https://h.example.edu/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fo%2Fr" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { start = "https://old.example.edu/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fo%2Fr" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/other-user-id":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
course d {
  title = "D"
  hub = h
  image = other
  term = 2026-08-26 .. 2026-12-18
}
image other {
  base = "quay.io/jupyter/minimal-notebook:2026-01-05"
  conda { jupyterhub=5.5
    jupyterlab=4.4 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
course d {
  title = "D"
  hub = h
  image = other
  term = 2026-08-26 .. 2026-12-18
}
image other {
  base = "mambaorg/micromamba:2.3.0"
  conda { jupyterhub=5.5
    jupyterlab=4.4 }
}
`},"course/own-machine-link":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { notes = "https://notes.example.edu/lab01.ipynb" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { notes = "http://localhost:8888/notebooks/lab01.ipynb" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/pool-elsewhere":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
provider kind other {
  pool gpu {
    hosts = ["n1"]
    memory = 64GiB
    cpu = 8
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  pool = other.gpu
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
provider kind other {
  pool gpu {
    hosts = ["n1"]
    memory = 64GiB
    cpu = 8
  }
}
`},"course/pool-too-small":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 300
  memory = 2GiB .. 2GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..12
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 300
  memory = 2GiB .. 2GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..5
  }
}
storage dynamic homes { size = 5GiB }
`},"course/private-without-sign-in":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://gitlab.example.edu/physics/labs"
    sign-in token {
      username = "gitlab+deploy-token-42"
      token = secret("gitlab/token")
    }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip {
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://gitlab.example.edu/physics/labs"
    private = true
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip {
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }
}
`},"course/repo-url":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content m { repo = "https://github.com/o/r" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content m { repo = "https://github.com/o/r.git" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/repository-page":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://github.com/physics/labs"
    branch = "main"
    open { lab1 = "lec/lab1.ipynb" }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://github.com/physics/labs/tree/main/lec"
    open { lab1 = "lab1.ipynb" }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/same-folder":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs { repo = "https://github.com/physics/materials" }
  content notes {
    repo = "https://github.com/maths/materials"
    folder = "maths-materials"
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs { repo = "https://github.com/physics/materials" }
  content notes {
    repo = "https://github.com/maths/materials"
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/sign-in-elsewhere":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://github.com/physics/labs"
    sign-in gh-scoped-creds { client-id = "Iv1.0123456789abcdef" }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip {
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content labs {
    repo = "https://gitlab.com/physics/labs"
    sign-in gh-scoped-creds { client-id = "Iv1.0123456789abcdef" }
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip {
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }
}
`},"course/slack-invitation":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { slack = "https://data8.slack.com" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { slack = "https://join.slack.com/t/data8/shared_invite/zt-1abc" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/staff-is-roster":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = ta
  roster = pupils
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group pupils {
  members = ["amy", "bob"]
}
group ta {
  members = ["ada"]
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = pupils
  roster = pupils
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group pupils {
  members = ["amy", "bob"]
}
group ta {
  members = ["ada"]
}
`},"course/staff-without-roster":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
}
course d {
  title = "D"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
`},"course/term-over":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2020-08-26 .. 2020-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/too-little-memory":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1MiB .. 2MiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/undeclared-branch":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content m {
    repo = "https://github.com/o/r"
    branch = "main"
    branches = ["main", "solutions"]
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content m {
    repo = "https://github.com/o/r"
    branch = "mian"
    branches = ["main", "solutions"]
  }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`},"course/window-outside-term":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  during 2026-11-02 .. 2026-11-20 { memory = 2GiB }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  during 2027-03-01 .. 2027-03-10 { memory = 2GiB }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"course/wrong-term":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { piazza = "https://piazza.com/berkeley/fall2026/data8" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { piazza = "https://piazza.com/berkeley/fall2025/data8" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"expect/course-elsewhere":{language:`hub`,right:`expect room {
  course = c
  hub = h
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`hub other {
  external = true
  domain = "other.example.edu"
}
expect room {
  course = c
  hub = other
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"expect/external-hub":{language:`hub`,right:`hub other {
  external = true
  domain = "other.example.edu"
}
`,wrong:`hub other {
  external = true
  domain = "other.example.edu"
}
expect open {
  hub = other
  require = not is-admin
}
`},"expect/failed":{language:`hub`,right:`expect room {
  course = c
  person = "ada"
  require = server.memory.to >= 2GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`expect room {
  course = c
  person = "ada"
  require = server.memory.to >= 4GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"expect/not-known":{language:`hub`,right:`group g {
  members = secret("people/g")
}
expect teacher {
  course = c
  group = g
  require = c in reaches
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = g
}
image img extends std.jupyterlab { }
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"]  groups = [g] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`group g {
  members = secret("people/g")
}
expect teacher {
  course = c
  person = "ada"
  require = c in reaches
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = g
}
image img extends std.jupyterlab { }
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"]  groups = [g] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"expect/two-people":{language:`hub`,right:`group g {
  members = ["ada"]
}
expect room {
  hub = h
  group = g
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`group g {
  members = ["ada"]
}
expect room {
  hub = h
  person = "ada"
  group = g
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"expect/unknown-stage":{language:`hub`,right:`expect room {
  hub = h
  stage = prod
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`expect room {
  hub = h
  stage = prodd
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"expect/which-hub":{language:`hub`,right:`expect room {
  hub = h
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`expect room {
  require = not is-admin
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
hub other {
  provider = k
  homes = homes
  domain = "other.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
`},"file/hidden":{language:`hub`,right:`let notice = "Welcome"
`,wrong:`let notice = file(".env")
`},"file/ignored":{language:`hub`,right:`image i extends std.jupyterlab {
  files { "/opt/key" = file("public.key") }
}
`,wrong:`image i extends std.jupyterlab {
  files { "/opt/key" = file("local.key") }
}
`},"file/left-out":{language:`hub`,right:`project campus { projects = ["examples"] }
`,wrong:`project campus { }
`},"file/link-outside-project":{language:`hub`,right:`image i extends std.jupyterlab {
  files { "/etc/x" = file("x.conf") }
}
`,wrong:`image i extends std.jupyterlab {
  files { "/etc/x" = file("link-to-etc-passwd") }
}
`},"file/not-found":{language:`hub`,right:`let notice = "Welcome"
`,wrong:`let notice = file("welcom.md")
`},"file/not-utf8":{language:`hub`,right:`image i extends std.jupyterlab {
  run = "curl -fsSLo /opt/logo.png https://example.edu/logo.png"
}
`,wrong:`image i extends std.jupyterlab {
  files { "/opt/logo.png" = file("logo.png") }
}
`},"file/outside-project":{language:`hub`,right:`let notice = "Welcome"
`,wrong:`let notice = file("../../etc/passwd")
`},"file/template-name":{language:`hub`,right:`project p {
  pages { students = "# {{title}}" }
}
course c {
  title = "C"
  hub = h
  image = std.jupyterlab
  term = 2026-08-26 .. 2026-12-18
}
provider kind k { }
storage dynamic homes { size = 1GiB }
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth dummy { allow = everyone }
}
`,wrong:`project p {
  pages { students = "# {{titel}}" }
}
course c {
  title = "C"
  hub = h
  image = std.jupyterlab
  term = 2026-08-26 .. 2026-12-18
}
provider kind k { }
storage dynamic homes { size = 1GiB }
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth dummy { allow = everyone }
}
`},"file/template-syntax":{language:`hub`,right:`project p {
  pages { students = "# {{#if about}}{{title}}{{/if}}" }
}
`,wrong:`project p {
  pages { students = "# {{#if about}}{{title}}" }
}
`},"file/template-twice":{language:`hub`,right:`project p {
  pages { students = "# {{title}}" }
}
`,wrong:`project p {
  pages { students = ["# {{title}}", "## {{title}}"] }
}
`},"file/template-unsafe":{language:`hub`,right:`project p {
  pages { students = "# {{title}}" }
}
`,wrong:`project p {
  pages { students = "{{> other}}" }
}
`},"file/too-large":{language:`hub`,right:`image i extends std.jupyterlab {
  run = "curl -fsSLo /opt/data.csv https://example.edu/data.csv"
}
`,wrong:`image i extends std.jupyterlab {
  files { "/opt/data.csv" = file("data.csv") }
}
`},"file/unreadable":{language:`hub`,right:`image i extends std.jupyterlab {
  files { "/etc/notes" = file("notes.md") }
}
`,wrong:`image i extends std.jupyterlab {
  files { "/etc/notes" = file("notes") }
}
`},"group/above-node":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  memory = 8GiB .. 20GiB
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-4"
    nodes = 0..9
  }
}
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  memory = 40GiB .. 40GiB
}
`},"group/account-is-a-person":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "team-room" }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "ada" }
}
`},"group/account-prefix":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "shared-dean" }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "dean" }
}
`},"group/admin-page-and-sign-in":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group lab {
  members = ["ada"]
  admin-page = true
}
group staff {
  members = ["bob"]
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group lab {
  members = ["ada"]
  admin-page = true
}
group staff {
  members = ["bob"]
  from github { organization = "campus" }
}
`},"group/google-administrator":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
    groups-admin = "admin@berkeley.edu"
    groups-key = secret("google/groups-key")
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group staff {
  from google { email = "staff@berkeley.edu" }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group staff {
  from google { email = "staff@berkeley.edu" }
}
`},"group/grader-is-a-person":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading nbgrader { }
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group ta { members = ["ada"] }
image graded extends std.jupyterlab {
  pip { nbgrader==0.9.5 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading nbgrader { }
  staff = ta
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
group ta { members = ["grader-c"] }
image graded extends std.jupyterlab {
  pip { nbgrader==0.9.5 }
}
`},"group/look-alike-names":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group friends { members = ["zoë"] }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group friends { members = ["zoë", "zoë"] }
`},"group/person-like-account":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["team-lead"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "shared-blue" }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["team-lead"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "team-blue" }
}
`},"group/reserved-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group c-students { members = ["ada"] }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group course-c { members = ["ada"] }
`},"group/source-not-signed-in":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth canvas {
    url = "https://canvas.example.edu"
    client-id = secret("canvas/client-id")
    client-secret = secret("canvas/client-secret")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group staff {
  from canvas { course = 1524699  role = teacher }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group staff {
  from canvas { course = 1524699  role = teacher }
}
`},"group/unknown-scope":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  may = ["list:users"]
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  may = ["admni:users"]
}
`},"group/unknown-target":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  may = ["admin:servers!group=ta"]
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  may = ["admin:servers!group=studnets"]
}
`},"group/unused":{language:`hub`,right:`group tutors {
  members = ["bob"]
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = tutors
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`group tutors {
  members = ["bob"]
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
image img extends std.jupyterlab { }
hub h {
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
`},"group/which-hub":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "team-room" }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group team {
  members = ["ada"]
  workspace { account = "team-room" }
}
hub second {
  provider = k
  homes = homes
  domain = "second.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
`},"hub/admin-password":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  auth shared-password {
    password = secret("hub/password")
    admin-password = secret("hub/admin-password")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  auth shared-password {
    password = secret("hub/password")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/admins-in-values":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada", "grace"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada", "grace"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  values { hub.loadRoles.admin.users = ["grace"] }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada", "grace"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/annotation-twice":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  ingress {
    issuer = "letsencrypt"
    annotations { "acme.cert-manager.io/http01-edit-in-place" = "true" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  ingress {
    issuer = "letsencrypt"
    annotations { "cert-manager.io/cluster-issuer" = "campus" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/announcement-twice":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  announcement = "Maintenance on Sunday."
  templates {
    vars { greeting = "Welcome" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  announcement = "Maintenance on Sunday."
  templates {
    vars { announcement = "Welcome" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/anybody-as-staff":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth shared-password {
    password = secret("hub/password")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = tas
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth shared-password {
    password = secret("hub/password")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
group tas { members = ["ben"] }
`},"hub/bad-volume":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  volume course-data {
    path = "/data"
    claim = "datasets"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  volume course_data {
    path = "/data"
    claim = "datasets"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/blocked-people":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  config { Authenticator.blocked_users = ["eve"] }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  config { Authenticator.blocked_users = ["ada"] }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/budget-not-judged":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 300
  memory = 2GiB .. 2GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  budget { month = 9000  currency = "USD"  gate = true }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..12
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 300
  memory = 2GiB .. 2GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  budget { month = 9000  currency = "EUR"  gate = true }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..12
  }
}
storage dynamic homes { size = 5GiB }
`},"hub/certificate-of-cloud":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  ingress {
    class = "alb"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  ingress {
    class = "alb"
    issuer = "letsencrypt"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/container-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  container postgres { image = "docker.io/library/postgres:16.4" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  container notebook { image = "docker.io/library/postgres:16.4" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/domain-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
hub second {
  provider = k
  homes = homes
  domain = "second.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
hub second {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
`},"hub/entry-not-judged":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  python { "50-own" = "c.Authenticator.blocked_users = {'eve@berkeley.edu'}" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  python { "50-own" = "c.Authenticator.blocked_users = set(open('/srv/blocked').read().split())" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/example-address":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "hub.berkeley.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "hub.example.com"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"hub/except-outside":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  network {
    reach campus {
      networks = ["10.20.0.0/16"]
      except = ["10.20.30.0/24"]
    }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  network {
    reach campus {
      networks = ["10.20.0.0/16"]
      except = ["10.30.0.0/24"]
    }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/external-setting":{language:`hub`,right:`hub campus {
  external = true
  domain = "datahub.example.edu"
  apps = [lab, rstudio]
}
course c {
  title = "C"
  hub = campus
  term = 2026-08-26 .. 2026-12-18
}
`,wrong:`hub campus {
  external = true
  domain = "datahub.example.edu"
  apps = [lab, rstudio]
  cull { idle = 1h }
}
course c {
  title = "C"
  hub = campus
  term = 2026-08-26 .. 2026-12-18
}
`},"hub/file-format":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  file settings {
    path = "/etc/app/settings.json"
    data { ContentsManager.allow_hidden = true }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  file settings {
    path = "/etc/app/settings"
    data { ContentsManager.allow_hidden = true }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/file-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  file gitconfig {
    path = "/etc/gitconfig"
    text = "[safe]"
  }
  file other {
    path = "/etc/gitconfig.d/user"
    text = "[user]"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  file gitconfig {
    path = "/etc/gitconfig"
    text = "[safe]"
  }
  file other {
    path = "/etc/gitconfig"
    text = "[user]"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/frame-without-https":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "localhost"
  frame-ancestors = ["https://moodle.example.edu"]
  https { secret = "hub-tls" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "localhost"
  frame-ancestors = ["https://moodle.example.edu"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/https-and-ingress":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  ingress { class = "nginx" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  https { letsencrypt = "help@example.edu" }
  ingress { class = "nginx" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/idp-same-names":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth cilogon {
    client-id = secret("cilogon/id")
    client-secret = secret("cilogon/secret")
    idp a {
      id = "https://a.example.edu/idp"
      username = "eppn"
      strip-domain = "example.edu"
      allow = everyone
    }
    idp b {
      id = "https://b.example.edu/idp"
      username = "uid"
      prefix = "b"
    }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth cilogon {
    client-id = secret("cilogon/id")
    client-secret = secret("cilogon/secret")
    idp a {
      id = "https://a.example.edu/idp"
      username = "eppn"
      strip-domain = "example.edu"
      allow = everyone
    }
    idp b {
      id = "https://b.example.edu/idp"
      username = "uid"
    }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/idp-twice":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth cilogon {
    client-id = secret("cilogon/id")
    client-secret = secret("cilogon/secret")
    idp a {
      id = "https://a.example.edu/idp"
      username = "eppn"
      strip-domain = "example.edu"
      allow = everyone
    }
    idp b {
      id = "https://b.example.edu/idp"
    }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth cilogon {
    client-id = secret("cilogon/id")
    client-secret = secret("cilogon/secret")
    idp a {
      id = "https://a.example.edu/idp"
      username = "eppn"
      strip-domain = "example.edu"
      allow = everyone
    }
    idp b {
      id = "https://a.example.edu/idp"
      allow = everyone
    }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/ingress-without-tls":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  ingress {
    tls = false
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  ingress {
    tls = false
    issuer = "letsencrypt"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/label-key":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  network {
    reach front {
      pods { "app.kubernetes.io/name" = "hub" }
    }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  network {
    reach front {
      pods { "app name" = "hub" }
    }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/left-out-used":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  leave-out = [server-settings]
  cull {
    idle = 1h
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  leave-out = [server-settings]
  cull {
    idle = 1h
    kernels = 20min
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/lti-version":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth lti {
    platforms = ["https://canvas.example.edu"]
    client-id = "10000000000001"
    authorize-url = "https://canvas.example.edu/api/lti/authorize_redirect"
    jwks-url = "https://canvas.example.edu/api/lti/security/jwks"
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth lti {
    platforms = ["https://canvas.example.edu"]
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/mount-in-homes":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  mount data {
    path = "/srv/data"
    folder = "_shared"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  mount data {
    path = "/srv/data"
    folder = "shared"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"hub/mount-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  mount data {
    path = "/srv/data"
    folder = "_data"
  }
  mount more {
    path = "/srv/more"
    folder = "_more"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  mount data {
    path = "/srv/data"
    folder = "_data"
  }
  mount more {
    path = "/srv/data"
    folder = "_more"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"hub/namespace-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage trial {
    domain = "trial.example.edu"
    namespace = "trial"
  }
  stage prod {
    release = "hub"
    namespace = "hub"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage trial {
    domain = "trial.example.edu"
    namespace = "hub"
  }
  stage prod {
    release = "hub"
    namespace = "hub"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/needs-chart":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth shared-password {
    password = secret("people")
    allow    = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "4.2.0"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth shared-password {
    password = secret("people")
    allow    = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "4.1.0"
}
`},"hub/no-addresses":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("a/id")
    client-secret = secret("a/secret")
    organizations = ["example"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("a/id")
    client-secret = secret("a/secret")
    allow { domains = ["example.edu"] }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/no-certificate":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  https { letsencrypt = "help@example.edu" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"hub/no-sign-in":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth dummy { allow = everyone }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth dummy { allow = everyone }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"hub/no-students":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 60
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada@example.edu"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 60
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada@example.edu"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/no-time":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  cull = none
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  cull { idle = 0s }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/nobody-may-sign-in":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/open-to-the-public":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["gmail.com"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/openid-scope":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth generic {
    client-id = "hub"
    client-secret = secret("oidc/client-secret")
    authorize-url = "https://idp.example.edu/authorize"
    token-url = "https://idp.example.edu/token"
    userdata-url = "https://idp.example.edu/userinfo"
    scope = ["openid", "email"]
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth generic {
    client-id = "hub"
    client-secret = secret("oidc/client-secret")
    authorize-url = "https://idp.example.edu/authorize"
    token-url = "https://idp.example.edu/token"
    userdata-url = "https://idp.example.edu/userinfo"
    scope = ["email"]
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/other-host":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
  values {
    ingress {
      enabled = true
      hosts = ["h.example.edu"]
      tls = [{ hosts = ["h.example.edu"]  secretName = "campus-tls" }]
    }
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
  values {
    ingress {
      enabled = true
      hosts = ["jupyter.example.edu"]
      tls = [{ hosts = ["jupyter.example.edu"]  secretName = "campus-tls" }]
    }
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"hub/outside-domain":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada@gmail.com"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/over-budget":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 300
  memory = 2GiB .. 2GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  budget { month = 9000  currency = "USD"  gate = true }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..12
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  students = 300
  memory = 2GiB .. 2GiB
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  budget { month = 10  currency = "USD"  gate = true }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..12
  }
}
storage dynamic homes { size = 5GiB }
`},"hub/own-setting":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  apps = [lab]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/pod-without-effect":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  pods { user-scheduler { memory = 128MiB .. 1GiB } }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  user-scheduler = false
  pods { user-scheduler { memory = 128MiB .. 1GiB } }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/release-name-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage trial {
    domain = "trial.example.edu"
    release = "hub-trial"
  }
  stage prod {
    release = "hub"
    namespace = "hub"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage trial {
    domain = "trial.example.edu"
    release = "hub"
  }
  stage prod {
    release = "hub"
    namespace = "hub"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/release-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
hub second {
  provider = k
  homes = homes
  domain = "second.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage a-b { }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
hub h-a {
  stage b { }
  provider = k
  homes = homes
  domain = "second.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
`},"hub/reserved-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = hub-db-dir
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs hub-db-dir {
  server = "10.0.0.2"
  export = "/hub-db-dir"
}
`},"hub/reserved-part":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  file jupyter-server {
    path = "/etc/gitconfig"
    text = "[safe]"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  file hubc-jupyter-server {
    path = "/etc/gitconfig"
    text = "[safe]"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/role-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  role department {
    groups = ta
    scopes = ["list:users"]
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta { members = ["ada"] }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  role admin {
    groups = ta
    scopes = ["list:users"]
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta { members = ["ada"] }
`},"hub/scopes-for-everybody":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  scopes { user = ["self", "access:services"] }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  scopes { user = ["self", "admin:users"] }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/server-image-as-hub":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  hub-image = own
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image own extends std.hub { }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  hub-image = img
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/service-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  service grouper {
    command = ["python3", "-m", "grouper"]
    scopes = ["list:users"]
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  service admin {
    command = ["python3", "-m", "grouper"]
    scopes = ["list:users"]
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/service-without-scopes":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  service grouper {
    command = ["python3", "-m", "grouper"]
    scopes = ["list:users"]
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  service grouper {
    command = ["python3", "-m", "grouper"]
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/several-courses":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
course d {
  title = "D"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
course d {
  title = "D"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
`},"hub/shared-username":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth generic {
    client-id = "hub"
    client-secret = secret("oidc/client-secret")
    authorize-url = "https://idp.example.edu/authorize"
    token-url = "https://idp.example.edu/token"
    userdata-url = "https://idp.example.edu/userinfo"
    scope = ["openid", "profile"]
    username = "sub"
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth generic {
    client-id = "hub"
    client-secret = secret("oidc/client-secret")
    authorize-url = "https://idp.example.edu/authorize"
    token-url = "https://idp.example.edu/token"
    userdata-url = "https://idp.example.edu/userinfo"
    scope = ["openid", "profile"]
    username = "name"
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/sign-in-left-out":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  leave-out-values = ["hub.config.GoogleOAuthenticator.login_service"]
  domain = "h.example.edu"
  https { letsencrypt = "help@example.edu" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  leave-out-values = ["hub.config"]
  domain = "h.example.edu"
  https { letsencrypt = "help@example.edu" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"hub/spare-without-priority":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  spare { users = 1 }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..3
  }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  pod-priority = false
  spare { users = 1 }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..3
  }
}
storage dynamic homes { size = 5GiB }
`},"hub/staff-shut-out":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = tas
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["example.edu"]
    allow {
      people = ["ada"]
      groups = [tas]
    }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group tas { members = ["ben"] }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  staff = tas
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["example.edu"]
    allow { people = ["ada"] }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group tas { members = ["ben"] }
`},"hub/stages-for-people":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage prod { }
  stage summer {
    domain = "summer.example.edu"
    for    = trial
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage prod { }
  stage summer {
    domain = "summer.example.edu"
    for    = people
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"hub/team-slug":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("a/id")
    client-secret = secret("a/secret")
    organizations = ["campus:course-staff"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("a/id")
    client-secret = secret("a/secret")
    organizations = ["campus:Course Staff"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/template-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  templates {
    pages { "login.html" = "{% extends \\"templates/login.html\\" %}" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  templates {
    pages { "pages/login.html" = "{% extends \\"templates/login.html\\" %}" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/templates-without-repository":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  templates {
    repository = "https://github.com/campus/hub-pages"
    update = 5min
    vars { org = "Campus" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  templates {
    update = 5min
    vars { org = "Campus" }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/two-certificates":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  https { secret = "hub-tls" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  https {
    letsencrypt = "help@example.edu"
    secret = "hub-tls"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/umbrella-of-another":{language:`hub`,right:`project p {
  registry = "ghcr.io/campus"
  repository = "https://github.com/campus/hub"
  ci {
    systems = [github]
  }
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  umbrella {
    chart = "charts/hub"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`project p {
  registry = "ghcr.io/campus"
  repository = "https://github.com/campus/hub"
  ci {
    systems = [chartpress]
  }
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  umbrella {
    chart = "charts/hub"
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/umbrella-part":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  umbrella {
    chart = "charts/hub"
    values { dask-gateway.enabled = true }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  umbrella {
    chart = "charts/hub"
    values { jupyterhub.debug.enabled = true }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/undeclared-stage":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage production {
    for = people
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage production { }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/username-form":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada@berkeley.edu"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/username-pattern":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  config { Authenticator.username_pattern = "^[a-z]+$" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  config { Authenticator.username_pattern = "^[0-9]+$" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/volume-name-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage b { homes = c-d }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
storage nfs c-d {
  server = "10.0.0.9"
  export = "/c-d"
}
storage nfs d {
  server = "10.0.0.9"
  export = "/d"
}
hub second {
  provider = k
  homes = d
  domain = "second.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
  stage c { }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage b { homes = c-d }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
storage nfs c-d {
  server = "10.0.0.9"
  export = "/c-d"
}
storage nfs d {
  server = "10.0.0.9"
  export = "/d"
}
hub h-b {
  provider = k
  homes = d
  domain = "second.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
  stage c { }
}
`},"hub/volume-of-two":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  volume data {
    path = "/data"
    claim = "datasets"
  }
  volume scratch {
    path = "/scratch"
    scratch = 10GiB
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  volume data {
    path = "/data"
    claim = "datasets"
    scratch = 10GiB
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"hub/without-effect":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { GitLabOAuthenticator.allowed_gitlab_groups = ["campus"] }
  auth gitlab {
    client-id = secret("a/id")
    client-secret = secret("a/secret")
    allow { people = ["ada"] }
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { GitLabOAuthenticator.allowed_gitlab_groups = ["campus"] }
  auth gitlab {
    client-id = secret("a/id")
    client-secret = secret("a/secret")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"image/another-package":{language:`hub`,right:`image img extends std.jupyterlab {
  pip {
    scikit-image
  }
}
`,wrong:`image img extends std.jupyterlab {
  pip {
    skimage
  }
}
`},"image/bad-reference":{language:`hub`,right:`image img {
  base = "quay.io/jupyter/base-notebook:2026-01-05"
}
`,wrong:`image img {
  base = "quay.io/jupyter/base.-notebook:2026-01-05"
}
`},"image/bad-requirement":{language:`hub`,right:`image i extends std.jupyterlab {
  conda {
    numpy >=1
  }
}
`,wrong:`image i extends std.jupyterlab {
  conda {
    numpy >=>1
  }
}
`},"image/conflicting-packages":{language:`hub`,right:`image img extends std.jupyterlab {
  pip {
    okpy==1.18.1
    otter-grader==5.7.1
  }
}
`,wrong:`image img extends std.jupyterlab {
  pip {
    okpy==1.18.1
    otter-grader==6.1.0
  }
}
`},"image/conflicting-pins":{language:`hub`,right:`image img extends std.jupyterlab {
  conda {
    numpy==1.26.4
  }
}
`,wrong:`image img extends std.jupyterlab {
  conda {
    numpy==1.26.4
  }
  pip {
    numpy==2.1.0
  }
}
`},"image/doubtful-requirement":{language:`hub`,right:`image i extends std.jupyterlab {
  conda {
    ibis-framework==9.3.0
  }
}
`,wrong:`image i extends std.jupyterlab {
  conda {
    ibis-framework[pandas]==9.3.0
  }
}
`},"image/duplicate-package":{language:`hub`,right:`image i extends std.jupyterlab {
  conda {
    numpy=2.1
  }
}
`,wrong:`image i extends std.jupyterlab {
  conda {
    numpy=1.26
    numpy=2.1
  }
}
`},"image/environment-name":{language:`hub`,right:`image img extends std.jupyterlab {
  env {
    MY_ZONE = "UTC"
  }
}
`,wrong:`image img extends std.jupyterlab {
  env {
    my-zone = "UTC"
  }
}
`},"image/environment-value":{language:`hub`,right:`image img extends std.jupyterlab {
  env {
    MOTD = "Welcome to the hub"
  }
}
`,wrong:`image img extends std.jupyterlab {
  env {
    MOTD = "Welcome\\nto the hub"
  }
}
`},"image/file-is-folder":{language:`hub`,right:`image img extends std.jupyterlab {
  files {
    "/etc/jupyter/config.py" = "y"
  }
}
`,wrong:`image img extends std.jupyterlab {
  files {
    "/etc/jupyter" = "x"
    "/etc/jupyter/config.py" = "y"
  }
}
`},"image/file-path":{language:`hub`,right:`image img extends std.jupyterlab {
  files {
    "/etc/motd" = "Welcome"
  }
}
`,wrong:`image img extends std.jupyterlab {
  files {
    "etc/motd" = "Welcome"
  }
}
`},"image/floating-tag":{language:`hub`,right:`image img {
  base = "quay.io/jupyter/base-notebook:2026-01-05"
}
`,wrong:`image img {
  base = "quay.io/jupyter/base-notebook:latest"
}
`},"image/hidden-by-home":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = welcome
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image welcome extends std.jupyterlab {
  files { "/opt/welcome/START-HERE.md" = "Welcome." }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = welcome
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image welcome extends std.jupyterlab {
  files { "/home/jovyan/START-HERE.md" = "Welcome." }
}
`},"image/hub-image-for-servers":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.hub { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"image/hub-image-packages":{language:`hub`,right:`image own extends std.hub {
  pip {
    numpy==2.3.1
  }
}
`,wrong:`image own extends std.hub {
  conda {
    numpy=2.3
  }
}
`},"image/jupyterhub-version":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = served
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image served extends std.jupyterlab {
  conda { jupyterhub-singleuser=5.5 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = served
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image served extends std.jupyterlab {
  conda { jupyterhub-singleuser=3.1 }
}
`},"image/missing-collaboration":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = together
  term = 2026-08-26 .. 2026-12-18
  collaboration = true
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image together extends std.jupyterlab {
  conda {
    jupyter-collaboration=4.2
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = together
  term = 2026-08-26 .. 2026-12-18
  collaboration = true
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image together extends std.jupyterlab { }
`},"image/missing-feature":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter { }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab {
  conda { otter-grader=6.1 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = graded
  term = 2026-08-26 .. 2026-12-18
  grading otter { }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image graded extends std.jupyterlab { }
`},"image/missing-nbgitpuller":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content m { repo = "https://github.com/o/r" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab {
  pip { nbgitpuller==1.3.0 }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = pulls
  term = 2026-08-26 .. 2026-12-18
  content m { repo = "https://github.com/o/r" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image pulls extends std.jupyterlab { }
`},"image/newest-r":{language:`hub`,right:`image img {
  base = "rocker/verse:4.5.3"
}
`,wrong:`image img {
  base = "rocker/verse:4.6.1"
}
`},"image/not-built":{language:`hub`,right:`image img {
  base = "quay.io/campus/lab:2026-08-01"
  pip {
    datascience==0.18.1
  }
}
`,wrong:`image img {
  prebuilt = "quay.io/campus/lab:2026-08-01"
  pip {
    datascience==0.18.1
  }
}
`},"image/not-on-docker-hub":{language:`hub`,right:`image img {
  base = "quay.io/jupyter/scipy-notebook:2024-05-01"
}
`,wrong:`image img {
  base = "jupyter/scipy-notebook:2024-05-01"
}
`},"image/out-of-sync":{language:`hub`,right:`image one extends std.jupyterlab {
  conda {
    bokeh=3.8
  }
  in-sync { with = two }
}
image two extends std.jupyterlab {
  conda {
    bokeh=3.8
  }
}
`,wrong:`image one extends std.jupyterlab {
  conda {
    bokeh=3.6
  }
  in-sync { with = two }
}
image two extends std.jupyterlab {
  conda {
    bokeh=3.8
  }
}
`},"image/package-elsewhere":{language:`hub`,right:`image img extends std.jupyterlab {
  pip {
    scikit-learn
  }
}
`,wrong:`image img extends std.jupyterlab {
  pip {
    sklearn
  }
}
`},"image/partial-exact-pin":{language:`hub`,right:`image img extends std.jupyterlab {
  conda {
    python=3.12
  }
}
`,wrong:`image img extends std.jupyterlab {
  conda {
    python==3.12
  }
}
`},"image/reserved-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth canvas {
    url = "https://canvas.example.edu"
    client-id = secret("canvas/client-id")
    client-secret = secret("canvas/client-secret")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image canvas-lab extends std.jupyterlab { }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth canvas {
    url = "https://canvas.example.edu"
    client-id = secret("canvas/client-id")
    client-secret = secret("canvas/client-secret")
    allow = everyone
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image hub-with-canvas extends std.jupyterlab { }
`},"image/rocker-series":{language:`hub`,right:`image img {
  base = "rocker/verse:4.5.3"
}
`,wrong:`image img {
  base = "rocker/verse:4.5"
}
`},"image/unclosed-here-document":{language:`hub`,right:`image img extends std.jupyterlab {
  dockerfile = """
    RUN <<EOF
    echo hello
    EOF
    """
}
`,wrong:`image img extends std.jupyterlab {
  dockerfile = """
    RUN <<EOF
    echo hello
    """
}
`},"image/unknown-package":{language:`hub`,right:`image img extends std.jupyterlab {
  pip {
    bokeh==2.4.3
  }
}
`,wrong:`image img extends std.jupyterlab {
  pip {
    boken==2.4.3
  }
}
`},"image/unproven-feature":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = ready
  term = 2026-08-26 .. 2026-12-18
  needs = [widgets]
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image ready {
  prebuilt = "quay.io/campus/data8:2026-08-01"
  provides = ["widgets"]
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = ready
  term = 2026-08-26 .. 2026-12-18
  needs = [widgets]
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
image ready {
  prebuilt = "quay.io/campus/data8:2026-08-01"
}
`},"image/unused":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`image spare extends std.jupyterlab { }
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
image img extends std.jupyterlab { }
hub h {
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
`},"lock/missing":{language:`hub`,right:`image i extends std.jupyterlab {
  conda {
    numpy=2.3
  }
}
`,wrong:`image i extends std.jupyterlab {
  conda {
    numpy=2.3
  }
}
`},"lock/stale":{language:`hub`,right:`image i extends std.jupyterlab {
  conda {
    numpy=2.3
  }
}
`,wrong:`image i extends std.jupyterlab {
  conda {
    numpy=2.4
  }
}
`},"lock/unreadable":{language:`hub`,right:`image i extends std.jupyterlab {
  conda {
    numpy=2.3
  }
}
`,wrong:`image i extends std.jupyterlab {
  conda {
    numpy=2.3
  }
}
`},"manifest/no-object":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: All_People\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"manifest/other-namespace":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\n  namespace: default\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"manifest/same-object":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: Namespace\\nmetadata:\\n  name: h-prod\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"manifest/secret-data":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: Secret\\nmetadata:\\n  name: token\\nstringData:\\n  token: hunter2\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"manifest/unfit-field":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\nspec:\\n  hard:\\n    pods: 5\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\nspec:\\n  hrad:\\n    pods: 5\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"manifest/unknown-kind":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuotta\\nmetadata:\\n  name: rest\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"manifest/unreadable":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: ResourceQuota\\nmetadata:\\n  name: rest\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  manifests = ["apiVersion: v1\\nkind: [ResourceQuota\\n"]
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"names/abstract":{language:`hub`,right:`hub h {
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
image img extends std.jupyterlab { }
`,wrong:`hub h {
  provider = k
  homes = some
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image img extends std.jupyterlab { }
abstract storage dynamic some { size = 5GiB }
`},"names/constant-cycle":{language:`hub`,right:`let a = "x"
let b = "\${a}"
`,wrong:`let a = "\${b}"
let b = "\${a}"
`},"names/constants-too-deep":{language:`hub`,right:`let x0 = "x"
let x1 = x0
let x2 = x1
let x3 = x2
`,wrong:`let x0 = "x"
let x1 = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x0]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
let x2 = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
let x3 = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x2]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
let x4 = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x3]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
`},"names/duplicate":{language:`hub`,right:`group ta {
  members = ["ada"]
}
group readers {
  members = ["grace"]
}
`,wrong:`group ta {
  members = ["ada"]
}
group ta {
  members = ["grace"]
}
`},"names/extends-cycle":{language:`hub`,right:`group a {
  members = ["ada"]
}
group b extends a { }
`,wrong:`group a extends b { }
group b extends a { }
`},"names/extends-too-deep":{language:`hub`,right:`abstract group g0 { }
abstract group g1 extends g0 { }
abstract group g2 extends g1 { }
abstract group g3 extends g2 { }
`,wrong:`abstract group g0 { }
abstract group g1 extends g0 { }
abstract group g2 extends g1 { }
abstract group g3 extends g2 { }
abstract group g4 extends g3 { }
abstract group g5 extends g4 { }
abstract group g6 extends g5 { }
abstract group g7 extends g6 { }
abstract group g8 extends g7 { }
abstract group g9 extends g8 { }
abstract group g10 extends g9 { }
abstract group g11 extends g10 { }
abstract group g12 extends g11 { }
abstract group g13 extends g12 { }
abstract group g14 extends g13 { }
abstract group g15 extends g14 { }
abstract group g16 extends g15 { }
abstract group g17 extends g16 { }
abstract group g18 extends g17 { }
abstract group g19 extends g18 { }
abstract group g20 extends g19 { }
abstract group g21 extends g20 { }
abstract group g22 extends g21 { }
abstract group g23 extends g22 { }
abstract group g24 extends g23 { }
abstract group g25 extends g24 { }
abstract group g26 extends g25 { }
abstract group g27 extends g26 { }
abstract group g28 extends g27 { }
abstract group g29 extends g28 { }
abstract group g30 extends g29 { }
abstract group g31 extends g30 { }
abstract group g32 extends g31 { }
abstract group g33 extends g32 { }
abstract group g34 extends g33 { }
abstract group g35 extends g34 { }
abstract group g36 extends g35 { }
abstract group g37 extends g36 { }
abstract group g38 extends g37 { }
abstract group g39 extends g38 { }
abstract group g40 extends g39 { }
abstract group g41 extends g40 { }
abstract group g42 extends g41 { }
abstract group g43 extends g42 { }
abstract group g44 extends g43 { }
abstract group g45 extends g44 { }
abstract group g46 extends g45 { }
abstract group g47 extends g46 { }
abstract group g48 extends g47 { }
abstract group g49 extends g48 { }
abstract group g50 extends g49 { }
abstract group g51 extends g50 { }
abstract group g52 extends g51 { }
abstract group g53 extends g52 { }
abstract group g54 extends g53 { }
abstract group g55 extends g54 { }
abstract group g56 extends g55 { }
abstract group g57 extends g56 { }
abstract group g58 extends g57 { }
abstract group g59 extends g58 { }
abstract group g60 extends g59 { }
abstract group g61 extends g60 { }
abstract group g62 extends g61 { }
abstract group g63 extends g62 { }
abstract group g64 extends g63 { }
abstract group g65 extends g64 { }
`},"names/extends-variant":{language:`hub`,right:`storage nfs a {
  server = "10.0.0.2"
  export = "/homes"
}
storage nfs b extends a { }
`,wrong:`storage efs a {
  filesystem = "fs-1"
}
storage nfs b extends a { }
`},"names/family-needs-number":{language:`hub`,right:`group team[1..2] {
  members = ["ada"]
}
group one extends team[1] { }
`,wrong:`group team[1..2] {
  members = ["ada"]
}
group one extends team { }
`},"names/family-not-allowed":{language:`hub`,right:`storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`storage nfs homes[1..2] {
  server = "10.0.0.2"
  export = "/homes"
}
`},"names/family-range":{language:`hub`,right:`group team[1..6] {
  members = ["ada"]
}
`,wrong:`group team[6..1] {
  members = ["ada"]
}
`},"names/not-a-label":{language:`hub`,right:`storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`storage nfs Homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"names/reserved":{language:`hub`,right:`group installers {
  members = ["ada"]
}
`,wrong:`group pip {
  members = ["ada"]
}
`},"names/several-projects":{language:`hub`,right:`project a { }
`,wrong:`project a { }
project b { }
`},"names/unknown-constant":{language:`hub`,right:`let who = "ada"
let greeting = "hello \${who}"
`,wrong:`let greeting = "hello \${who}"
`},"names/unknown-course":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
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
image img extends std.jupyterlab { }
`,wrong:`course c extends d { }
`},"names/unknown-expect":{language:`hub`,right:`let nothing = 1
`,wrong:`abstract expect e extends f { }
`},"names/unknown-group":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  staff = ta
  image = img
  term = 2026-08-26 .. 2026-12-18
}
group ta {
  members = ["ada"]
}
hub h {
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
image img extends std.jupyterlab { }
`,wrong:`course c {
  title = "C"
  hub = h
  staff = tas
  image = img
  term = 2026-08-26 .. 2026-12-18
}
group ta {
  members = ["ada"]
}
hub h {
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
image img extends std.jupyterlab { }
`},"names/unknown-hub":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
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
image img extends std.jupyterlab { }
`,wrong:`course c {
  title = "C"
  hub = hh
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
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
image img extends std.jupyterlab { }
`},"names/unknown-image":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
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
image img extends std.jupyterlab { }
`,wrong:`course c {
  title = "C"
  hub = h
  image = imgg
  term = 2026-08-26 .. 2026-12-18
}
hub h {
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
image img extends std.jupyterlab { }
`},"names/unknown-machine":{language:`hub`,right:`machine m {
  memory = 64GiB
  cpu = 8
}
`,wrong:`machine m extends n { }
`},"names/unknown-policy":{language:`hub`,right:`let nothing = 1
`,wrong:`abstract policy course p extends q { }
`},"names/unknown-pool":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
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
image img extends std.jupyterlab { }
`,wrong:`course c {
  title = "C"
  hub = h
  pool = k.gpu
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
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
image img extends std.jupyterlab { }
`},"names/unknown-project":{language:`hub`,right:`project p { }
`,wrong:`project p extends q { }
`},"names/unknown-provider":{language:`hub`,right:`hub h {
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
image img extends std.jupyterlab { }
`,wrong:`hub h {
  provider = kk
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
image img extends std.jupyterlab { }
`},"names/unknown-storage":{language:`hub`,right:`hub h {
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
image img extends std.jupyterlab { }
`,wrong:`hub h {
  provider = k
  homes = home
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image img extends std.jupyterlab { }
`},"plan/database-elsewhere":{language:`hub`,right:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  database { size = 2GiB }
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`,wrong:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  database { size = 1GiB }
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`},"plan/folder-elsewhere":{language:`hub`,right:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  mount shared { path = "shared"  folder = "_shared" }
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`,wrong:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  mount shared { path = "shared"  folder = "_common" }
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`},"plan/homes-elsewhere":{language:`hub`,right:`storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`storage nfs homes {
  server = "10.0.0.3"
  export = "/homes"
}
`},"plan/immutable-field":{language:`hub`,right:`storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`storage nfs homes {
  server = "10.0.0.3"
  export = "/homes"
}
`},"plan/names-differ":{language:`hub`,right:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`,wrong:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth gitlab {
    client-id     = secret("gitlab/id")
    client-secret = secret("gitlab/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`},"plan/other-release":{language:`hub`,right:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  namespace = "h-prod"
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`,wrong:`hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  namespace = "campus"
  auth github {
    client-id     = secret("github/id")
    client-secret = secret("github/secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
image i extends std.jupyterlab { }
course c {
  title = "C"
  hub   = h
  image = i
  term  = 2026-08-26 .. 2026-12-18
}
`},"policy/bad-pattern":{language:`hub`,right:`policy course ceiling {
  require = title matches "(Data.*|C)"
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`policy course ceiling {
  require = title matches "(Data.*"
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"policy/broken":{language:`hub`,right:`policy course ceiling {
  require = memory.to <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`policy course ceiling {
  require = memory.to <= 1GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"policy/left-out":{language:`hub`,right:`project campus { projects = ["examples"] }
`,wrong:`project campus { }
`},"policy/no-setting":{language:`hub`,right:`policy course ceiling {
  require = memory.to <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`policy course ceiling {
  require = 1GiB <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"policy/not-comparable":{language:`hub`,right:`policy course ceiling {
  require = memory.to <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`policy course ceiling {
  require = memory <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"policy/not-readable":{language:`hub`,right:`policy course ceiling {
  require = memory.to <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`policy course ceiling {
  require = any w in during: w.memory.to <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"policy/several-blocks":{language:`hub`,right:`policy provider ceiling {
  require = all p in pool: p.nodes.to <= 10
}
provider gke g {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4" nodes = 1..2 }
}
`,wrong:`policy provider ceiling {
  require = pool.nodes.to <= 10
}
provider gke g {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4" nodes = 1..2 }
}
`},"policy/unknown-setting":{language:`hub`,right:`policy course ceiling {
  require = memory.to <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`policy course ceiling {
  require = memroy.to <= 8GiB
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"policy/variable-over":{language:`hub`,right:`policy image ceiling {
  require = any p in pip: (p.name == "bokeh" and p.line == "bokeh==3.1.0")
}
image a extends std.jupyterlab {
  pip {
    bokeh==3.1.0
  }
}
`,wrong:`policy image ceiling {
  require = any p in pip: p.name == "bokeh" and p.line == "bokeh==3.1.0"
}
image a extends std.jupyterlab {
  pip {
    bokeh==3.1.0
  }
}
`},"profile/default-twice":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { default = true }
  profile b { }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { default = true }
  profile b { default = true }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"profile/no-image":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  profile a { image = img }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  profile a { memory = 1GiB .. 2GiB }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"profile/no-open-size":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    size s { memory = 1GiB .. 2GiB }
    size l {
      memory = 7GiB .. 8GiB
      for = ta
    }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta { members = ["ada"] }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    size s { for = ta }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta { members = ["ada"] }
`},"profile/nobody-may-choose":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { }
  profile b { for = ta }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta { members = ["ada"] }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { }
  profile b { for = nobody }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group nobody { members = [] }
`},"profile/nothing-builds":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  umbrella { chart = "charts/hub" }
  profile a { any-repository = true }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { any-repository = true }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"profile/same-key":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    any-image = true
    image-choice { key = "environment" }
    size s { memory = 1GiB .. 2GiB }
    size l { memory = 7GiB .. 8GiB }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    any-image = true
    image-choice { key = "size" }
    size s { memory = 1GiB .. 2GiB }
    size l { memory = 7GiB .. 8GiB }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"profile/same-size":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    size s { memory = 1GiB .. 2GiB }
    size l { memory = 7GiB .. 8GiB }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    size s { memory = 1GiB .. 2GiB }
    size l { memory = 1GiB .. 2GiB }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"profile/same-slug":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { }
  profile b { }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile c { }
  profile d { }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"profile/same-title":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { title = "Usual" }
  profile b { title = "Large" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a { title = "Usual" }
  profile b { title = "Usual" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"profile/size-below-group":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    for = ta
    size s { memory = 4GiB .. 5GiB }
    size l { memory = 7GiB .. 8GiB }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  memory = 4GiB .. 4GiB
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  choose = by-choice
  image = img
  profile a {
    for = ta
    size s { memory = 1GiB .. 2GiB }
    size l { memory = 7GiB .. 8GiB }
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group ta {
  members = ["ada"]
  memory = 4GiB .. 4GiB
}
`},"project/chart-between":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "4.3.5"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "4.3.2"
}
`},"project/ci-not-written":{language:`hub`,right:`project p {
  ci { systems = [github] }
}
`,wrong:`project p {
  ci { systems = [travis] }
}
`},"project/newer-chart":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "4.4.0"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "4.4.99"
}
`},"project/no-registry":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
project p { registry = "ghcr.io/campus/hubs" }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"project/older-chart":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "3.3.8"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
project p {
  registry = "ghcr.io/campus/hubs"
  chart    = "2.0.0"
}
`},"project/placeholder":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["ada"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  admins = ["CHANGEME"]
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"project/tool-cannot-deploy":{language:`hub`,right:`project p {
  registry = "ghcr.io/campus/hubs"
  ci { systems = [hubploy] }
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage staging { domain = "trial.example.edu" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`,wrong:`project p {
  registry = "ghcr.io/campus/hubs"
  ci { systems = [hubploy] }
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  stage trial { domain = "trial.example.edu" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"provider/core-can-empty":{language:`hub`,right:`provider gke c {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4"  nodes = 1..2 }
  pool users { machine = "n2-highmem-4"  nodes = 0..4 }
}
`,wrong:`provider gke c {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4"  nodes = 0..2 }
  pool users { machine = "n2-highmem-4"  nodes = 0..4 }
}
`},"provider/core-on-spot":{language:`hub`,right:`provider gke c {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4"  nodes = 1..2 }
  pool users { machine = "n2-highmem-4"  nodes = 0..4 }
}
`,wrong:`provider gke c {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool core { machine = "n2-standard-4"  nodes = 1..2  spot = true }
  pool users { machine = "n2-highmem-4"  nodes = 0..4 }
}
`},"provider/newer-region":{language:`hub`,right:`provider gke g {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..5 }
}
`,wrong:`provider gke g {
  project = "p"
  region = "us-central9"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..5 }
}
`},"provider/no-spot":{language:`hub`,right:`provider openstack c {
  cloud = "c"
  cluster = "c"
  template = "kubernetes-1-34"
  pool users { machine = "m1.large"  nodes = 0..4 }
}
`,wrong:`provider openstack c {
  cloud = "c"
  cluster = "c"
  template = "kubernetes-1-34"
  pool users { machine = "m1.large"  nodes = 0..4  spot = true }
}
`},"provider/one-zone":{language:`hub`,right:`provider eks c {
  account = "123456789012"
  region = "us-west-2"
  cluster = "c"
  pool users { machine = "r5.xlarge"  nodes = 0..4  zones = ["us-west-2a", "us-west-2b"] }
}
`,wrong:`provider eks c {
  account = "123456789012"
  region = "us-west-2"
  cluster = "c"
  pool users { machine = "r5.xlarge"  nodes = 0..4  zones = ["us-west-2a"] }
}
`},"provider/same-nodes":{language:`hub`,right:`project campus { registry = "ghcr.io/campus/hubs" }
provider kubernetes k {
  context = "campus"
  pool core { label = "role=core"  nodes = 1..2  memory = 16GiB  cpu = 4 }
  pool users { label = "role=people"  nodes = 0..9  memory = 64GiB  cpu = 8 }
}
`,wrong:`project campus { registry = "ghcr.io/campus/hubs" }
provider kubernetes k {
  context = "campus"
  pool core { label = "role=core"  nodes = 1..2  memory = 16GiB  cpu = 4 }
  pool users { label = "role=core"  nodes = 0..9  memory = 64GiB  cpu = 8 }
}
`},"provider/unknown-machine":{language:`hub`,right:`provider gke g {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmem-8"
    nodes = 0..5
  }
}
`,wrong:`provider gke g {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users {
    machine = "n2-highmen-8"
    nodes = 0..5
  }
}
`},"provider/unknown-region":{language:`hub`,right:`provider gke g {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..5 }
}
`,wrong:`provider gke g {
  project = "p"
  region = "us-centrall1"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..5 }
}
`},"provider/unknown-zone":{language:`hub`,right:`provider gke g {
  project = "p"
  zone = "us-east1-b"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..5 }
}
`,wrong:`provider gke g {
  project = "p"
  zone = "us-east1-a"
  cluster = "c"
  pool users { machine = "n2-highmem-8"  nodes = 0..5 }
}
`},"provider/zonal-volumes":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider eks k {
  account = "123456789012"
  region = "us-west-2"
  cluster = "c"
  pool core { machine = "r5.xlarge"  nodes = 1..2  zones = ["us-west-2a"] }
  pool users { machine = "r5.xlarge"  nodes = 0..9  zones = ["us-west-2a", "us-west-2b"] }
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider eks k {
  account = "123456789012"
  region = "us-west-2"
  cluster = "c"
  pool core { machine = "r5.xlarge"  nodes = 1..2  zones = ["us-west-2a", "us-west-2b"] }
  pool users { machine = "r5.xlarge"  nodes = 0..9  zones = ["us-west-2a", "us-west-2b"] }
}
storage dynamic homes { size = 5GiB }
`},"provider/zone-elsewhere":{language:`hub`,right:`provider gke c {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users { machine = "n2-highmem-4"  nodes = 0..4  zones = ["us-central1-b"] }
}
`,wrong:`provider gke c {
  project = "p"
  region = "us-central1"
  cluster = "c"
  pool users { machine = "n2-highmem-4"  nodes = 0..4  zones = ["europe-west1-b"] }
}
`},"schema/bad-text":{language:`hub`,right:`let where = "https://data8.org"
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { book = where }
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`let where = "ftp//data8.org"
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  links { book = where }
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/cannot-combine":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory += 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/duplicate-setting":{language:`hub`,right:`group ta {
  members = ["ada", "grace"]
}
`,wrong:`group ta {
  members = ["ada"]
  members = ["grace"]
}
`},"schema/joined-setting":{language:`hub`,right:`course stats {
  title = "Introduction to Statistics"
  hub   = campus
  image = std.scipy
  term = 2026-08-26 .. 2026-12-18
}

hub campus {
  external = true
  domain   = "hub.campus.edu"
}
`,wrong:`course stats {
  title = "Introduction to Statistics"
  hub   = campus
  image = std.scipy
  start = 2026-08-26
  end   = 2026-12-18
}

hub campus {
  external = true
  domain   = "hub.campus.edu"
}
`},"schema/missing-setting":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
}
`},"schema/missing-unit":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/not-a-choice":{language:`hub`,right:`storage azure-files more {
  account = "a"
  share = "s"
  protocol = nfs
}
`,wrong:`storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
storage azure-files more {
  account = "a"
  share = "s"
  protocol = nsf
}
`},"schema/not-a-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  exam midterm { at = 2026-10-09 19:00 .. 21:00 }
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  exam "mid/term" { at = 2026-10-09 19:00 .. 21:00 }
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/not-a-truth-value":{language:`hub`,right:`group ta {
  members = ["ada"]
  hub = h
  workspace { account = "shared-room" collaboration = false }
}
hub h {
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
`,wrong:`group ta {
  members = ["ada"]
  hub = h
  workspace { account = "shared-room" collaboration = yes }
}
hub h {
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
`},"schema/nothing-to-remove":{language:`hub`,right:`group all {
  members = ["ada", "grace"]
}
group some extends all {
  members -= ["ada"]
}
`,wrong:`group all {
  members = ["ada", "grace"]
}
group some extends all {
  members -= ["alan"]
}
`},"schema/out-of-bounds":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  cpu = 1 .. 2
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  cpu = -1 .. 2
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/range-reversed":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 2GiB .. 1GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/too-large":{language:`hub`,right:'let x0 = "sixteen letters."\nlet x1 = "${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}"\nlet x2 = "${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}"\n',wrong:'let x0 = "sixteen letters."\nlet x1 = "${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}${x0}"\nlet x2 = "${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}${x1}"\nlet x3 = "${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}${x2}"\nlet x4 = "${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}${x3}"\nlet x5 = "${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}${x4}"\n'},"schema/unknown-parent-block":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  image = std.scipy
  profile usual { }
  profile large extends usual { memory = 8GiB }
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  image = std.scipy
  profile usual { }
  profile large extends usal { memory = 8GiB }
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"schema/unknown-setting":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memroy = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/unknown-variant":{language:`hub`,right:`storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`storage nsf homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"schema/windows-overlap":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  during 2026-10-01 .. 2026-10-10 { memory = 2GiB }
  during 2026-10-11 .. 2026-10-20 { memory = 3GiB }
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  during 2026-10-01 .. 2026-10-10 { memory = 2GiB }
  during 2026-10-05 .. 2026-10-20 { memory = 3GiB }
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/wrong-form":{language:`hub`,right:`group ta {
  members = ["ada"]
  workspace { account = "shared-ta" }
  hub = h
}
hub h {
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
`,wrong:`group ta {
  members = ["ada"]
  workspace = "shared-ta"
}
`},"schema/wrong-label":{language:`hub`,right:`group ta {
  members = ["ada"]
  workspace { account = "shared-room" }
  hub = h
}
hub h {
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
`,wrong:`group ta {
  members = ["ada"]
  workspace room { }
}
`},"schema/wrong-type":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = true
}
image img extends std.jupyterlab { }
hub h {
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
`},"schema/wrong-unit":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  memory = 1Gi .. 2GiB
}
image img extends std.jupyterlab { }
hub h {
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
`},"secret/as-path":{language:`hub`,right:`let key = secret("deploy/key")
`,wrong:`let key = secret("hunter2hunter2")
`},"secret/bad-path":{language:`hub`,right:`let key = secret("deploy/key")
`,wrong:`let key = secret("Deploy Key")
`},"secret/file-taken":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  secrets sops {
    age = ["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"]
  }
  stage staging { domain = "s.example.edu" }
  stage prod { }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  secrets sops {
    age = ["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"]
    file = "secrets/hub.yaml"
  }
  stage staging { domain = "s.example.edu" }
  stage prod { }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"secret/hub-in-servers":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  environment { DATABASE = secret("physics/database") }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  environment { DATABASE = secret("google/client-secret") }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"secret/in-clear":{language:`hub`,right:`hub h {
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
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { hub.cookieSecret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"secret/in-text":{language:`hub`,right:`let key = secret("deploy/key")
let line = "token"
`,wrong:`let key = secret("deploy/key")
let line = "token \${key}"
`},"secret/literal":{language:`hub`,right:`hub h {
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
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = "hunter2-hunter2"
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"secret/looks-like-secret":{language:`hub`,right:`let key = secret("deploy/key")
`,wrong:`let key = "-----BEGIN PRIVATE KEY-----"
`},"secret/reserved-key":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  secrets kubernetes { fixed-keys = true }
  environment { DATABASE = secret("database/password") }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  secrets kubernetes { fixed-keys = true }
  environment { DATABASE = secret("hub/db/password") }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"secret/same-key":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group one {
  members = secret("team/a")
}
group two {
  members = secret("team/b")
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
group one {
  members = secret("team/a")
}
group two {
  members = secret("team.a")
}
`},"server/as-root":{language:`hub`,right:`image img extends std.jupyterlab {
  user = "jovyan"
}
`,wrong:`image img extends std.jupyterlab {
  user = "root"
}
`},"server/system-path":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  shared data { path = "/srv/data" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  shared data { path = "/usr/lib" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`},"server/variable":{language:`hub`,right:`image img extends std.jupyterlab {
  env {
    OMP_NUM_THREADS = "2"
  }
}
`,wrong:`image img extends std.jupyterlab {
  env {
    LD_PRELOAD = "/opt/lib/watch.so"
  }
}
`},"storage/always-kept":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
  keep = false
}
`},"storage/claim-elsewhere":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage claim homes {
  name = "home-nfs"
  namespace = "h-prod"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage claim homes {
  name = "home-nfs"
  namespace = "other"
}
`},"storage/claim-made-here":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  backup {
    schedule = 03:00
    storage = archive
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage claim homes {
  name = "home-nfs"
}
storage nfs archive {
  server = "10.0.0.3"
  export = "/archive"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  backup {
    schedule = 03:00
    storage = archive
  }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage claim homes {
  name = "archive"
}
storage nfs archive {
  server = "10.0.0.3"
  export = "/archive"
}
`},"storage/made-or-existing":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage filestore homes {
  tier = zonal
  size = 1TiB
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage filestore homes {
  server = "10.0.0.2"
  share = "homes"
  tier = zonal
  size = 1TiB
}
`},"storage/no-copies":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  backup { schedule = 03:00 }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  backup { schedule = 03:00 }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"storage/no-room-for-copies":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  backup { schedule = 03:00  storage = archive }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
storage nfs archive {
  server = "10.0.0.3"
  export = "/archive"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  backup { schedule = 03:00  storage = archive }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
storage dynamic archive { size = 100GiB }
`},"storage/not-on-provider":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage efs homes { filesystem = "fs-0123456789abcdef0" }
`},"storage/not-shareable":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  shared a { path = "shared" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  shared a { path = "shared" }
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"storage/one-host":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider k3s k {
  pool core { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }
  pool users { hosts = ["lab-2", "lab-3"]  memory = 64GiB  cpu = 16 }
}
storage host-path homes {
  directory = "/srv/homes"
  host = "lab-2"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider k3s k {
  pool core { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }
  pool users { hosts = ["lab-2", "lab-3"]  memory = 64GiB  cpu = 16 }
}
storage host-path homes {
  directory = "/srv/homes"
}
`},"storage/shared-by-hubs":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
hub second {
  provider = k
  homes = homes
  domain = "second.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
hub second {
  provider = k
  homes = homes
  domain = "second.example.edu"
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
`},"storage/tier-size":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage filestore homes {
  tier = zonal
  size = 1TiB
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage filestore homes {
  tier = zonal
  size = 100GiB
}
`},"storage/unknown-host":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider k3s k {
  pool core { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }
  pool users { hosts = ["lab-2", "lab-3"]  memory = 64GiB  cpu = 16 }
}
storage host-path homes {
  directory = "/srv/homes"
  host = "lab-2"
}
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider k3s k {
  pool core { hosts = ["lab-1"]  memory = 32GiB  cpu = 8 }
  pool users { hosts = ["lab-2", "lab-3"]  memory = 64GiB  cpu = 16 }
}
storage host-path homes {
  directory = "/srv/homes"
  host = "lab-1"
}
`},"storage/unused":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`storage nfs archive {
  server = "10.0.0.9"
  export = "/archive"
}
course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
image img extends std.jupyterlab { }
hub h {
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
`},"syntax/bad-escape":{language:`hub`,right:`let pattern = "\\\\d+"
`,wrong:`let pattern = "\\d+"
`},"syntax/bad-interpolation":{language:`hub`,right:`let who = "ada"
let greeting = "hello \${who}"
`,wrong:`let greeting = "hello \${"
`},"syntax/brace-on-next-line":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta
{
  members = ["ada"]
}
`},"syntax/control-character":{language:`hub`,right:`let title = "Data 8"
`,wrong:`let title = "Data\x07 8"
`},"syntax/grouped-digits":{language:`hub`,right:`let class = 1800
`,wrong:`let class = 1,800
`},"syntax/header":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group {
  members = ["ada"]
}
`},"syntax/impossible-date":{language:`hub`,right:`let start = 2026-02-28
`,wrong:`let start = 2026-02-30
`},"syntax/look-alike":{language:`hub`,right:`abstract course c {
  title = "Data 8"
}
`,wrong:`abstract course c {
  title = “Data 8”
}
`},"syntax/missing-brace":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta
  members = ["ada"]
}
`},"syntax/missing-comma":{language:`hub`,right:`group ta {
  members = ["ada", "grace"]
}
`,wrong:`group ta {
  members = ["ada" "grace"]
}
`},"syntax/missing-equals":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members ["ada"]
}
`},"syntax/missing-value":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members =
}
`},"syntax/not-a-statement":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  everybody
  members = ["ada"]
}
`},"syntax/outside-declaration":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`members = ["ada"]
`},"syntax/single-equals":{language:`hub`,right:`policy course small {
  require = memory.to == 8GiB
}
`,wrong:`policy course small {
  require = memory.to = 8GiB
}
`},"syntax/stray-brace":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = ["ada"]
}
}
`},"syntax/stray-separator":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = ["ada"];
}
`},"syntax/too-deep":{language:`hub`,right:`let x = [1]
`,wrong:`let x = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
`},"syntax/too-many-digits":{language:`hub`,right:`let account = "123456789012345678901"
`,wrong:`let account = 123456789012345678901
`},"syntax/too-many-errors":{language:`hub`,right:`let x0 = 1
`,wrong:`let x0 = =
let x1 = =
let x2 = =
let x3 = =
let x4 = =
let x5 = =
let x6 = =
let x7 = =
let x8 = =
let x9 = =
let x10 = =
let x11 = =
let x12 = =
let x13 = =
let x14 = =
let x15 = =
let x16 = =
let x17 = =
let x18 = =
let x19 = =
let x20 = =
let x21 = =
let x22 = =
let x23 = =
let x24 = =
let x25 = =
let x26 = =
let x27 = =
let x28 = =
let x29 = =
let x30 = =
let x31 = =
let x32 = =
let x33 = =
let x34 = =
let x35 = =
let x36 = =
let x37 = =
let x38 = =
let x39 = =
let x40 = =
let x41 = =
let x42 = =
let x43 = =
let x44 = =
let x45 = =
let x46 = =
let x47 = =
let x48 = =
let x49 = =
let x50 = =
let x51 = =
let x52 = =
let x53 = =
let x54 = =
let x55 = =
let x56 = =
let x57 = =
let x58 = =
let x59 = =
let x60 = =
let x61 = =
let x62 = =
let x63 = =
let x64 = =
let x65 = =
let x66 = =
let x67 = =
let x68 = =
let x69 = =
let x70 = =
let x71 = =
let x72 = =
let x73 = =
let x74 = =
let x75 = =
let x76 = =
let x77 = =
let x78 = =
let x79 = =
let x80 = =
let x81 = =
let x82 = =
let x83 = =
let x84 = =
let x85 = =
let x86 = =
let x87 = =
let x88 = =
let x89 = =
let x90 = =
let x91 = =
let x92 = =
let x93 = =
let x94 = =
let x95 = =
let x96 = =
let x97 = =
let x98 = =
let x99 = =
let x100 = =
`},"syntax/trailing":{language:`hub`,right:`group ta {
  members = ["ada", "grace"]
}
`,wrong:`group ta {
  members = ["ada"] "grace"
}
`},"syntax/unbracketed-list":{language:`hub`,right:`group ta {
  members = ["ada", "grace"]
}
`,wrong:`group ta {
  members = "ada", "grace"
}
`},"syntax/unclosed-block":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = ["ada"]
`},"syntax/unclosed-bracket":{language:`hub`,right:`group ta {
  members = ["ada", "grace"]
}
`,wrong:`group ta {
  members = ["ada", "grace"
}
`},"syntax/unexpected-character":{language:`hub`,right:`let size = 5
`,wrong:`let size = 5 @
`},"syntax/unexpected":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = = ["ada"]
}
`},"syntax/unknown-kind":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`gruop ta {
  members = ["ada"]
}
`},"syntax/unterminated-text":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = ["ada]
}
`},"text/empty-name":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = ["ada "]
}
`},"text/html-entity":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  description = "Data & society"
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  description = "Data &amp; society"
}
image img extends std.jupyterlab { }
hub h {
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
`},"text/look-alike-name":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = ["аda"]
}
`},"text/look-alike-word":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  description = "Data Science"
}
image img extends std.jupyterlab { }
hub h {
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
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
  description = "Dаta Science"
}
image img extends std.jupyterlab { }
hub h {
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
`},"text/unseen-character":{language:`hub`,right:`group ta {
  members = ["ada"]
}
`,wrong:`group ta {
  members = ["ad\\u{200b}a"]
}
`},"values/clash":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { hub.config.JupyterHub.admin_access = false }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { hub.config.JupyterHub.authenticator_class = "dummy" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/does-not-work":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { hub.loadRoles.graders { scopes = ["access:servers"] } }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { hub.loadRoles.graders { scopes = ["access:server"] } }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/incomplete":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { prePuller.extraImages.other { name = "quay.io/jupyter/base-notebook"  tag = "2026-01-05" } }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { prePuller.extraImages.other.name = "quay.io/jupyter/base-notebook" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/lacking":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values {
    ingress.enabled = true
    ingress.ingressClassName = "nginx"
    ingress.annotations = { "nginx.ingress.kubernetes.io/proxy-body-size" = "512m" }
    ingress.hosts = ["h.example.edu"]
    ingress.tls = [{ hosts = ["h.example.edu"]  secretName = "h-tls" }]
  }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values {
    ingress.enabled = true
    ingress.ingressClassName = "nginx"
    ingress.hosts = ["h.example.edu"]
    ingress.tls = [{ hosts = ["h.example.edu"]  secretName = "h-tls" }]
  }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/moving-image":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.profileList = [{ display_name = "A"  kubespawner_override.image = "quay.io/jupyter/base-notebook:2026-01-05" }] }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.profileList = [{ display_name = "A"  kubespawner_override.image = "quay.io/jupyter/base-notebook:latest" }] }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/no-effect":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { GitHubOAuthenticator.auto_login = true }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { GoogleOAuthenticator.auto_login = true }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/not-plain":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.startTimeout = 600 }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.startTimeout = 10min }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/other-home":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
  config { KubeSpawner.working_dir = "/home/jovyan/work" }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
  config { KubeSpawner.working_dir = "/home/rstudio" }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"values/python-syntax":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  python { "10-banner" = "c.JupyterHub.logo_file = '/srv/logo.png'" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  python { "10-banner" = "c.JupyterHub.template_vars = {" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/reserved-name":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  python { "80-servers" = """pass""" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  python { "90-hubc" = """pass""" }
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
}
image img extends std.jupyterlab { }
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/secret":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { hub.extraEnv.GRADER_TOKEN = secret("grader/token") }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { hub.services.grader.apiToken = secret("grader/token") }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/server-limit":{language:`hub`,right:`course c {
  title = "C"
  hub = h
  image = img
  students = 120
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
  values { hub.activeServerLimit = 150 }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`,wrong:`course c {
  title = "C"
  hub = h
  image = img
  students = 120
  term = 2026-08-26 .. 2026-12-18
}
hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  auth google {
    client-id = secret("google/client-id")
    client-secret = secret("google/client-secret")
    hosted-domains = ["berkeley.edu"]
  }
  values { hub.activeServerLimit = 100 }
}
image img extends std.jupyterlab { }
provider gke k {
  project = "p"
  region = "us-central1"
  cluster = "c"
}
storage dynamic homes { size = 5GiB }
`},"values/too-large":{language:`hub`,right:'let small0 = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"\nlet small1 = "${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}"\nlet small = "${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}"\nhub h {\n  provider = k\n  homes = homes\n  domain = "h.example.edu"\n  values { custom { a = small } }\n  auth github {\n    client-id = secret("github/client-id")\n    client-secret = secret("github/client-secret")\n    allow { people = ["ada"] }\n  }\n}\nprovider kind k { }\nstorage dynamic homes { size = 5GiB }\n',wrong:'let small0 = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"\nlet small1 = "${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}${small0}"\nlet small = "${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}${small1}"\nlet much = "${small}${small}${small}${small}${small}${small}${small}${small}${small}${small}${small}${small}${small}${small}${small}"\nhub h {\n  provider = k\n  homes = homes\n  domain = "h.example.edu"\n  values { custom { a = much  b = much } }\n  auth github {\n    client-id = secret("github/client-id")\n    client-secret = secret("github/client-secret")\n    allow { people = ["ada"] }\n  }\n}\nprovider kind k { }\nstorage dynamic homes { size = 5GiB }\n'},"values/unfit-trait":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.extraLabels.team = "data" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { KubeSpawner.extra_labels = { team = "data" } }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/unknown-class":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { GitHubOAuthenticator.auto_login = true }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { GithubOAuthenticator.auto_login = true }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/unknown-key":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.networkPolicy.enabled = false }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.imge.name = "quay.io/jupyter/base-notebook" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/unknown-trait":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { KubeSpawner.start_timeout = 600 }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  config { KubeSpawner.strat_timeout = 600 }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"values/wrong-type":{language:`hub`,right:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.cpu.limit = 0.5 }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`,wrong:`hub h {
  provider = k
  homes = homes
  domain = "h.example.edu"
  values { singleuser.cpu.limit = "500m" }
  auth github {
    client-id = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`},"yaml/duplicate-key":{language:`yaml`,right:`hub:
  db:
    type: sqlite-memory
  concurrentSpawnLimit: 20
`,wrong:`hub:
  db:
    type: sqlite-memory
hub:
  concurrentSpawnLimit: 20
`},"yaml/not-a-map":{language:`yaml`,right:`hub: {}
singleuser: {}
`,wrong:`- hub
- singleuser
`},"yaml/several-documents":{language:`yaml`,right:`hub:
  concurrentSpawnLimit: 20
singleuser:
  startTimeout: 600
`,wrong:`hub:
  concurrentSpawnLimit: 20
---
singleuser:
  startTimeout: 600
`},"yaml/syntax":{language:`yaml`,right:`hub:
  db:
    type: sqlite-memory
`,wrong:`hub:
	db:
    type: sqlite-memory
`}},r=e({diagnosticPages:()=>i});const i=t.map(e=>{let t=n[e.code];if(t===void 0)throw Error(`docs/diagnostics/ has no example of ${e.code}`);return{...e,...t}});export{r as n,i as t};
//# sourceMappingURL=diagnostic-pages-DZTHzaOQ.js.map