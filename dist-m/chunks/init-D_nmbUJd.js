import{b as e,c as t,n,t as r}from"./write-check-read-change-C5vGWx_O.js";import{h as i,t as a}from"./write-change-B-Y_wpeK.js";import{n as o}from"./write-change-emit-NixYL_39.js";import{c as s,g as c,n as l,o as u,p as d,r as f,s as p}from"./start-B7ftqLyy.js";import{T as m,Vt as h,nt as g}from"./write-check-read-change-emit-CbnRDNJN.js";import{t as _}from"./write-read-change-emit-BLM6qEG7.js";import{existsSync as v}from"node:fs";import{basename as y,join as b,relative as x,resolve as S}from"node:path";var C=`# The cluster and its machines. Every value here is an example.
provider aks cloud {
  subscription   = "00000000-0000-0000-0000-000000000000"
  resource-group = "hub"
  location       = "westus2"
  cluster        = "hub"
  pool core  { machine = "Standard_D4s_v5"  nodes = 1..2 }
  pool users { machine = "Standard_E4s_v5"  nodes = 0..10 }
}

# Where everybody's work persists: Azure Files by NFS, so that permissions of files are kept.
storage azure-files homes {
  account  = "campushub"
  share    = "homes"
  protocol = nfs
  size     = 500GiB
}
`,ee=`# The cluster and its machines. Every value here is an example.
provider eks cloud {
  account = "123456789012"
  region  = "us-west-2"
  cluster = "hub"
  pool core  { machine = "m5.xlarge"  nodes = 1..2   zones = ["us-west-2a"] }
  pool users { machine = "r5.xlarge"  nodes = 0..10  zones = ["us-west-2a", "us-west-2b"] }
}

# Where everybody's work persists: a file system of EFS.
storage efs homes {
  filesystem = "fs-0123456789abcdef0"
  path       = "{escaped_username}"
}
`,te=`# A hub that somebody else runs: hubc writes links, pages and images for its courses, and nothing for the hub itself.
hub NAME {
  external = true
  domain   = "DOMAIN"  # the address that you open it by
  apps     = [lab]
}
`,w=`# The cluster and its machines. Every value here is an example.
provider gke cloud {
  project = "campus-hubs"
  region  = "us-central1"
  cluster = "hubs"
  pool core  { machine = "n2-standard-4"  nodes = 1..2 }
  pool users { machine = "n2-highmem-8"   nodes = 0..10 }
}

# Where everybody's work persists: a Filestore share.
storage filestore homes {
  server = "10.0.0.2"
  share  = "homes"
}
`,T=`# The machines. Every value here is an example.
provider k3s cloud {
  pool core  { hosts = ["lab-1"]           memory = 32GiB   cpu = 8 }
  pool users { hosts = ["lab-2", "lab-3"]  memory = 128GiB  cpu = 32 }
}

# Where everybody's work persists: a file server.
storage nfs homes {
  server = "10.0.0.2"
  export = "/homes"
}
`,E=`# The JupyterHub that the course runs on.
hub NAME {
  provider = laptop
  homes    = homes
  domain   = "DOMAIN"
  admins   = ["admin"]

  # For trying out only: anybody may sign in with any name. Before others can reach this hub, choose another:
  # auth google, auth github, auth canvas, auth cilogon …
  auth dummy { allow = everyone }

  cull { idle = 1h }
}

# A cluster on this machine (kind). hubc init --for gke (aks, eks, k3s) writes this file for another place.
provider kind laptop {
  pool users { nodes = 1..1  memory = 8GiB  cpu = 4 }
}

# Where everybody's work persists: a volume for each person.
storage dynamic homes {
  size = 1GiB
}
`,D=`# The JupyterHub that the course runs on.
hub NAME {
  provider = cloud
  homes    = homes
  domain   = "DOMAIN"                # an address of yours that leads to the cluster
  admins   = ["ada"]                            # usernames, as sign-in gives them

  # Others are auth github, auth canvas, auth cilogon, auth lti …: hubc explain hub.auth
  auth google {
    hosted-domains = ["INSTITUTION"]           # whose addresses may sign in
    strip-domain   = "INSTITUTION"
    client-id      = secret("google/client-id")
    client-secret  = secret("google/client-secret")
  }
  https { letsencrypt = "hub@INSTITUTION" }    # who is told before the certificate ends

  cull { idle = 1h }
}
`;function O(e){return e===`laptop`?`hub.localhost`:`hub.example.edu`}function k(e,{name:t,domain:n}){let r={NAME:t,DOMAIN:n,INSTITUTION:n.split(`.`).slice(-2).join(`.`)};return N[e].replace(/\b(?:NAME|DOMAIN|INSTITUTION)\b/g,e=>r[e]??e)}function A(e,t){return[...t||e===`laptop`?[]:[`domain`],...M[e]]}const j=[`admins`,`hosted-domains`,`letsencrypt`],M={laptop:[],gke:[...j,`project`,`region`,`cluster`,`server`],eks:[...j,`account`,`region`,`zones`,`cluster`,`filesystem`],aks:[...j,`subscription`,`resource-group`,`location`,`account`],k3s:[...j,`hosts`,`memory`,`cpu`,`server`,`export`],external:[]},N={laptop:E,gke:`${D}\n${w}`,eks:`${D}\n${ee}`,aks:`${D}\n${C}`,k3s:`${D}\n${T}`,external:te};function P({name:e,start:t,place:n,domain:r}){return[{name:`README.md`,text:R(e,n),mayBeThere:!0},{name:`project.hub`,text:I(e,n)},{name:`course.hub`,text:L(e,t,n)},{name:`hub.hub`,text:k(n,{name:e,domain:r})},{name:`.gitignore`,text:`/out/
`,mayBeThere:!0}].map(e=>e.name.endsWith(`.hub`)?{...e,text:i(m(e.name,e.text)).text}:e)}const F=e=>e!==`laptop`&&e!==`external`;function I(e,t){let n=F(t)?`  registry = "ghcr.io/campus/images"  # where images are pushed to, and pulled from
`:``;return`# Every .hub file in this folder, and in the folders below it, is one program.
project ${e} {
${n}  timezone = "UTC"${n===``?``:`                    # such as America/Los_Angeles`}
}
`}const L=(e,t,n)=>`# A first course. Instructors edit this file; nothing in it needs Kubernetes.
course intro {
  title       = "Introduction to Data Science"
  description = "Data, and what can be learnt from it."  # for students, on their page
  hub         = ${e}
  image       = intro
  term        = ${g(t)} .. ${g(t+112)}
  students    = 12
  peak        = 4               # at work at the same time
${n===`external`?``:`  memory      = 512MiB .. 1GiB  # guaranteed .. limit
  cpu         = 0.05 .. 1
`}
  content materials {
    repo   = "https://github.com/jakevdp/PythonDataScienceHandbook"
    branch = "master"
    open {
      first = "notebooks/01.00-IPython-Beyond-Normal-Python.ipynb"
    }
  }
}

# What the course works in: everything of std.scipy, and these packages.
image intro extends std.scipy {
  pip {
    datascience==0.17.6
    nbgitpuller==1.3.0
  }
}
`,R=(e,t)=>`# ${e}

A course hub, written in three files:

- \`course.hub\` is the course and its software: what instructors change.
- \`hub.hub\` is ${t===`external`?`the JupyterHub that the course is on; others run it.`:`the JupyterHub, the cluster it runs on and where work is kept.`}
- \`project.hub\` is what holds for all of it.

\`\`\`
hubc check    # find mistakes
hubc preview  # look at the pages, while you write
hubc build    # write out/
hubc fmt      # lay the files out
\`\`\`

${z(e,t)}
\`hubc explain CODE\` explains any message, and \`hubc doctor\` says what is missing on this machine.
`;function z(e,t){let n="`out/courses/intro/` holds the links and pages for students. `out/index.html` leads to all pages: open it in a browser.";if(t===`external`)return`After a build, ${n}`;let r=`After a build, \`out/hubs/${e}/prod/README.md\` says how to deploy, and ${n}`;return t===`laptop`?`${r}
\`out/providers/laptop/README.md\` says how to make the cluster. It pulls from no registry: bring it each image that you have built by
\`kind load docker-image --name laptop IMAGE\`.`:r}async function B(e,t){let i=S(t.cwd,e.positionals[0]??`.`),o=x(t.cwd,i)||`.`;await n(i),J(i,o);let{name:s,place:c,domain:u}=await H(e,i,t),d=P({name:s,start:r(void 0,t.now),place:c,domain:u??O(c)}),p=d.filter(e=>!(e.mayBeThere&&v(b(i,e.name)))),m=await a(i,p);if(m!==void 0&&`taken`in m)throw new l(`${m.taken.join(`, `)} ${m.taken.length===1?`is`:`are`} in ${o} already. Nothing was written.`);if(m!==void 0)throw new l(`${o}: ${m.problem}`);return V({parsed:e,io:t,folder:i,shown:o,all:d,files:p,change:A(c,u!==void 0)}),f.fine}function V({parsed:e,io:t,folder:n,shown:r,all:i,files:a,change:s}){let c=i.filter(e=>!a.includes(e)).map(({name:e})=>e),l=a.map(({name:e})=>e);if(e.values.get(`format`)===`json`){t.stdout(_({version:1,init:{folder:r,written:l,kept:c,change:s}}));return}let u=r===`.`?``:`${r}/`;e.switches.has(`quiet`)||t.stdout(l.map(e=>`wrote ${u}${e}\n`).join(``));for(let e of c)t.note(Y(n,e));s.length>0&&t.note(`Before you deploy, put your own values into ${u}hub.hub: ${s.join(`, `)}\n`),t.note(`Next: ${r===`.`?``:`${o([`cd`,r.startsWith(`-`)?`./${r}`:r])} && `}hubc build\n`)}async function H({values:e,positionals:t},n,r){let i=ne(n),a=e.get(`name`),o=e.get(`for`),s=o===void 0&&a===void 0&&e.get(`format`)!==`json`?r.ask:void 0,c=a??(s===void 0?i:await G(s,i,t.length>0));re(c);let f=o!==void 0&&u(o)?o:s===void 0?`laptop`:await K(s),p=e.get(`domain`)??(s===void 0||f===`laptop`?void 0:await q(s));if(p!==void 0&&!U.test(p)){let e=W(p),t=U.test(e)?e:`hub.example.edu`;throw new l(`--domain ${d(p)}: a domain is the name of a host alone, such as ${t}.`)}return{name:c,place:f,domain:p}}const U=/^(?=.{1,200}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;function W(e){return e.trim().toLowerCase().replace(/^https?:\/\//,``).replace(/\/.*$/,``)}async function G(e,t,n){if(n)return t;let r=t;for(let n=``;;){let i=(await e(`${n}Name of the project [${r}]: `)).trim();if(i===``)return r;if($(i))return i;r=Q(i)??t,n=`A name is at most ${X} lower-case letters, digits and "-", and begins with a letter. `}}async function K(e){let t=s.map((e,t)=>`  ${t+1}  ${e.padEnd(8)}  ${p[e]}\n`).join(``);for(let n=`Where will the hub run?\n${t}Number or word [1]: `;;n=`Number or word [1]: `){let t=(await e(n)).trim().toLowerCase();if(t===``)return`laptop`;let r=(/^[1-9]$/.test(t)?s[Number(t)-1]:void 0)??c(t,s)??``;if(u(r))return r}}async function q(e){for(let t=`Domain of the hub, such as hub.example.edu [later]: `;;){let n=W(await e(t));if(n===``||n===`later`)return;if(U.test(n))return n;t=`That is no name of a host. Domain, such as hub.example.edu [later]: `}}function J(e,n){let r=v(e)?t({root:e}).sources.files.map(({path:e})=>e):[];if(r.length===0)return;let i=`${r.slice(0,3).join(`, `)}${r.length>3?` and ${r.length-3} more`:``}`;throw new l(`There is a program in ${n} already: ${i}. Nothing was written.`)}function Y(t,n){let r=/^\/?out\/?$/m.test(e(b(t,n),h.sourceFile).text??``);return n===`.gitignore`&&!r?`kept .gitignore: add the line /out/ to it, so that what is compiled is not committed
`:`kept ${n}, which was there\n`}const X=40,Z=/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;function ne(e){return Q(y(e))??`hub`}function Q(e){let t=e.normalize(`NFD`).replace(/\p{M}/gu,``).toLowerCase().replace(/[^a-z0-9]+/g,`-`).replace(/^[^a-z]+/,``).slice(0,40).replace(/-+$/,``);return Z.test(t)?t:void 0}function $(e){return Z.test(e)&&e.length<=40}function re(e){if($(e))return;let t=Q(e),n=t===void 0?``:`, such as ${t}`;throw new l(`--name ${d(e)}: a name is at most 40 lower-case letters, digits and "-", and begins with a letter${n}.`)}export{B as run};
//# sourceMappingURL=init-D_nmbUJd.js.map