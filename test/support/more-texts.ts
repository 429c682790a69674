// A program with texts where no fixture has any.

import { smallProgram } from "./small-program.ts";

export const moreTexts: string = smallProgram({
  course: `  roster = pupils
  staff  = helpers
  content notes {
    repo = "https://gitlab.com/campus/notes"
    sign-in token {
      username = "gitlab+deploy-token-42"
      token = secret("gitlab/token")
    }
  }
  content own {
    repo = "https://github.com/campus/own"
    sign-in gh-scoped-creds {
      client-id = "Iv1.0123456789abcdef"
      app-url = "https://github.com/apps/campus-hub"
    }
  }
  grading okpy {
    endpoint = "cal/c/fa26"
    assignment hw01 {
      notebook = "hw/hw01.ipynb"
      tests = "hw/tests/hw01"
    }
  }`,
  hub: `  mount data {
    path = "/srv/data"
    folder = "campus/data"
    storage = theirs
    groups = helpers
    admins = true
  }
  hub-image = "quay.io/campus/hub:2026-10-01"
  choose = by-choice
  any-image {
    title = "Custom image"
    description = "It must have jupyterhub."
    pattern = "^.+:.+$"
    message = "An image with its tag"
  }
  image-choice {
    title = "Environment"
    key = "environment"
  }
  size-choice {
    title = "Node share"
    key = "requests"
  }
  profile usual {
    title = "Usual"
    image = img
    size small {
      title = "2 GB"
      description = "Small data"
      memory = 1GiB .. 2GiB
    }
    values { note = "kept" }
  }
  database { class = "standard-rwo" }
  templates {
    repository = "https://github.com/campus/hub-pages"
    branch = "main"
    folder = "templates"
    assets = "extra-assets"
    update = 5min
    pages { "login.html" = "Hello" }
    vars { org.name = "Campus" }
  }
  file settings {
    path = "/etc/app/settings.json"
    data { app.title = "A title" }
  }
  file gitconfig {
    path = "/etc/gitconfig"
    text = "[safe]"
  }
  file key {
    path = "/etc/app/key.pem"
    text = secret("app/key")
  }
  file banner {
    path = "/srv/banner.txt"
    in   = hub
    text = "Hello"
  }
  moved { from = "10.0.0.2:/homes"  to = "10.0.0.3:/homes" }
  service grouper {
    command = ["python3", "-m", "grouper"]
    url = "http://grouper:8000"
    scopes = ["list:users"]
    redirect-url = "https://h.example.edu/services/grouper/oauth_callback"
    client-id = "service-grouper"
    environment { BASE_URL = "https://groups.example.edu" }
  }
  container postgres {
    image = "docker.io/library/postgres:16.4"
    command = ["postgres"]
    arguments = ["-c", "max_connections=20"]
    environment { POSTGRES_USER = "jovyan" }
  }
  role department {
    description = "The department's staff"
    groups = helpers
    scopes = ["list:users!group=pupils"]
  }
  file credentials {
    path = "/etc/git/credentials"
    secret = "user-git"
    key = "credentials"
  }
  scopes {
    user = ["self", "access:services"]
    server = ["access:servers!server"]
  }
  release = "small"
  namespace = "small"
  umbrella {
    chart = "charts/hub"
    key = "jupyterhub"
    values { nfs.server = "10.0.0.9" }
  }
  ingress {
    tls = false
    annotations { "nginx.org/proxy-read-timeout" = "120s" }
  }
  monitoring {
    namespace = "support"
    pods { app = "prometheus" }
    namespaces { name = "support" }
  }
  network {
    reach front {
      namespace = "support"
      networks = ["10.20.0.0/16"]
      except = ["10.20.1.0/24"]
      pods { app = "front" }
      namespaces { name = "support" }
      ports = ["http", "53/UDP"]
    }
    admit exporter {
      namespace = "support"
      networks = ["10.20.0.0/16"]
      except = ["10.20.1.0/24"]
      pods { app = "exporter" }
      namespaces { name = "support" }
      ports = ["8081"]
    }
  }
  during 2026-10-01 .. 2026-10-09 { announcement = "Project weeks" }
  values { singleuser.extraLabels = { "a label" = "a value" } }
  custom { org.name = "a campus" }
  config { Spawner.notebook_dir = "/home/jovyan" }
  python { "80-own" = "x = 1" }`,
  image: `  pip {
    okpy==1.18.1
    nbgitpuller==1.3.0
    gh-scoped-creds==4.1
  }`,
  more: `group pupils {
  members = ["bea"]
  during 2026-10-01 .. 2026-10-09 { members += ["carol"]  may = ["list:users"] }
}
group helpers { members = ["dora"] }
image twin extends img {
  in-sync {
    with = img
    except = ["okpy"]
  }
}
hub partner {
  external = true
  domain   = "hub.partner.example.edu"
  base-url = "/jupyter"
}
storage claim theirs {
  name = "home-nfs"
  namespace = "small"
}
machine own {
  type = "m-large"
  memory = 64GiB
  cpu = 8
  price = 0.5
  currency = "USD"
  price-date = 2026-08-01
}
expect partner-is-open {
  hub = h
  person = "ada"
  require = not is-admin
  message = "Plain words"
}
project p {
  operators = ["@campus/hub"]
  area physics {
    folder = "physics"
    owners = ["@campus/physics"]
  }
}`,
});
