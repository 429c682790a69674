import{Kt as e,nt as t}from"./write-check-read-change-emit-Djx8Tkl5.js";import{t as n}from"./write-check-JvwJ9bfE.js";import{S as r,n as i,p as a}from"./start-DjqM9qOb.js";import{a as o,c as s,o as c}from"./check-read-change-DAm4Kly3.js";import{I as l,o as u}from"./change-emit-CdReY7mE.js";import{i as d,r as f,t as p}from"./write-check-read-change-ChzQ_Gpl.js";import{runWatching as m}from"./watch-DF4uXFK9.js";import{basename as h}from"node:path";import{createServer as g}from"node:http";function _(e){let t=new Set,n,r=g((t,n)=>{if(!x(t))return b(n,403,`This server answers this machine alone.`);if(t.method!==`GET`&&t.method!==`HEAD`)return b(n,405,`Only GET.`);let r=S(t);if(r===e.eventsPath)return i(n);let a=r===void 0?void 0:e.answer(r);if(a===void 0)return b(n,404,`There is no such page in this build.`);n.writeHead(200,{...v,...e.headers,"content-type":`${a.type}; charset=utf-8`}),n.end(t.method===`HEAD`?void 0:a.text)}),i=e=>{e.writeHead(200,{...v,"content-type":`text/event-stream`}),n!==void 0&&e.write(y(n)),t.add(e),e.on(`close`,()=>t.delete(e))};return new Promise(i=>{r.on(`error`,t=>i({problem:C(t,e.port)})),r.listen(e.port,`127.0.0.1`,()=>{let a=r.address();i({address:`http://127.0.0.1:${typeof a==`object`&&a?a.port:e.port}/`,tell:e=>{n=e;for(let n of t)n.write(y(e))},close:()=>{for(let e of t)e.end();r.close()}})})})}const v={"cache-control":`no-store`,"x-content-type-options":`nosniff`},y=e=>`data: ${e}\n\n`;function b(e,t,n){e.writeHead(t,{...v,"content-type":`text/plain; charset=utf-8`}),e.end(`${n}\n`)}function x({headers:e}){return/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(e.host??``)}function S({url:e}){try{return decodeURIComponent(new URL(e??`/`,`http://localhost`).pathname)}catch{return}}function C(e,t){return e.code===`EADDRINUSE`?`something listens on the port ${t} already`:e.code===`EACCES`?`the port ${t} may not be listened on`:e.message}const w=`/.hubc/`;function T(e){let t=e.files.filter(({path:e})=>e.endsWith(`.html`)),n=e.files.filter(({path:e})=>!e.endsWith(`.html`)),r=e.stale?`<p>The pages below are those of the last program without errors.</p>`:``,i=[`<h1>${l(e.title)}</h1>`,`<p class="quiet">As hubc build would write it for ${l(e.on)}. Saved files show here at once.</p>`,`<h2>${l(e.summary)}</h2>`,e.findings===``?``:`<pre tabindex="0" role="region" aria-label="Findings">${l(e.findings)}</pre>${r}`,A(`Pages`,t.map(j)),...[...P(n)].map(([e,t])=>A(e,t.map(M)))];return I(e.title,i.join(`
`))}function E({path:e,text:t}){let n=t.replace(/\n$/,``).split(`
`).map((e,t)=>`<li id="L${t+1}"><code>${l(e)||` `}</code></li>`);return I(e,`<p><a href="/">All pages and files</a></p>\n<h1>${l(e)}</h1>\n<ol class="text" tabindex="0">${n.join(`
`)}</ol>`)}function D(e){return e.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/,``).replace(/<\/body>/,`<script src="${w}reload.js"><\/script>\n</body>`)}const O=`const events = new EventSource("${w}events");
let first = true;
events.onmessage = ({ data }) => {
  const { build, summary, stale } = JSON.parse(data);
  if (first) {
    first = false;
    window.hubcBuild = build;
  }
  if (build !== window.hubcBuild) location.reload();
  document.getElementById("hubc-stale")?.remove();
  if (!stale || location.pathname === "/") return;
  const bar = document.createElement("a");
  bar.id = "hubc-stale";
  bar.href = "/";
  bar.textContent = summary + ": this page is of the program before";
  bar.style.cssText = "position:fixed;inset:auto 0 0 0;padding:.6rem 1rem;background:#9a1c1c;color:#fff;font:15px system-ui,sans-serif";
  document.body.append(bar);
};
`,k=`default-src 'none'; script-src 'self' '${u.digest}'; connect-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;function A(e,t){return t.length===0?``:`<h2>${l(e)}</h2>\n<ul>\n${t.join(`
`)}\n</ul>`}function j({path:e,text:t}){let n=/<title>([^<]*)<\/title>/.exec(t)?.[1]??l(e);return`<li><a href="/${N(e)}">${n}</a> <span class="quiet">${l(e)}</span></li>`}function M({path:e}){return`<li><a href="/${N(e)}">${l(e)}</a></li>`}function N(e){return e.split(`/`).map(encodeURIComponent).join(`/`)}function P(e){let t=new Map;for(let n of e)t.set(F(n),[...t.get(F(n))??[],n]);return t}function F({path:e}){let t=e.split(`/`).slice(0,-1);return t.length===0?`Files`:t.slice(0,3).join(`/`)}function I(e,t){return`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${l(e)}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --ink: #1d2329; --paper: #fbfbf9; --quiet: #535d68; --code: #eef1f4; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaed; --paper: #14181c; --quiet: #a9b3bd; --code: #262d35; --link: #8ec3f5; } }
body { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
a { color: var(--link); } .quiet { color: var(--quiet); font-size: .9em; } li { overflow-wrap: anywhere; }
pre, ol.text { overflow-x: auto; padding: .9rem 1rem; border-radius: .375rem; background: var(--code); font: .875rem/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
ol.text { padding-left: 4.5rem; } ol.text li { overflow-wrap: normal; } ol.text li::marker { color: var(--quiet); } ol.text code { white-space: pre; font: inherit; }
</style>
</head>
<body>
<main>
${t}
</main>
<script src="${w}reload.js"><\/script>
</body>
</html>
`}async function L(e,t){let[n]=e.positionals,r=await z(e,t,[]),a=0,o=await _({port:R(e.values.get(`port`)),eventsPath:`${w}events`,headers:{"content-security-policy":k},answer:e=>B(e,r)});if(`problem`in o)throw new i(`The preview can't be served: ${o.problem}.`);t.stdout(`${o.address}\n`);try{return await m(n,t,async()=>{a>0&&(r=await z(e,t,r.files)),a+=1,o.tell(JSON.stringify({build:a,summary:r.summary,stale:r.stale})),t.note(`${r.summary}\n`)})}finally{o.close()}}function R(e){if(e===void 0)return 0;let t=/^\d{1,5}$/.test(e)?Number(e):0;if(t<1||t>65535)throw new i(`--port ${a(e)}: a port is a number from 1 to 65535.`);return t}async function z(i,a,l){let u=p(i.values.get(`on`),a.now),m=await f(i.positionals[0],a.cwd),g=await o(m.sources,{on:u}),_=e([...m.diagnostics,...g.diagnostics]),v=c(_),y=v.errors>0;return{title:h(m.shownRoot)||`hubc`,on:t(u),findings:r(n(_,{pathOf:d(a.cwd,m)})),summary:s(v),files:y?l:g.files,stale:y}}function B(e,t){if(e===`/`)return{type:`text/html`,text:T(t)};if(e===`/.hubc/reload.js`)return{type:`text/javascript`,text:O};let n=t.files.find(({path:t})=>t===e.slice(1));if(n!==void 0)return n.path.endsWith(`.html`)?{type:`text/html`,text:D(n.text)}:n.path.endsWith(`.svg`)?{type:`image/svg+xml`,text:n.text}:{type:`text/html`,text:E(n)}}export{L as run};
//# sourceMappingURL=preview-DVVl0296.js.map