import{Ni as e}from"./check-read-change-emit-B9y-C81Q.js";import{_ as t,h as n}from"./change-emit-nXi7Ux2e.js";import{t as r}from"./plan-mark-BQPOR5sh.js";import{placeWords as i,sectionTitles as a,sections as o,summaryWords as s}from"./plan-text-yy-Jk9OT.js";const c=6e4;function l(n,i){if(n.changes.length+n.releases.length===0)return`${r}\nNothing changes against ${t(i)}.\n`;let a=`${r}\n**${t(s(n))}**\n\nAgainst ${t(i)}.`,l=[a,...o.flatMap(e=>d(e,n,!0))].join(`

`);return e(l)<=c?`${l}\n`:`${u([a,...o.flatMap(e=>d(e,n,!1))].join(`

`))}\n\nThis is not all of it: \`hubc plan\` says the rest.\n`}function u(t){let n=[],r=0;for(let i of t.split(`
`)){if(r+=e(i)+1,r>c)break;n.push(i)}return n.join(`
`).trimEnd()}function d(e,{changes:t},n){let r=t.filter(t=>t.section===e);if(r.length===0)return[];let i=r.filter(({weight:e},t)=>e===`error`||t<12),o=r.filter(e=>!i.includes(e)),s=r.filter(e=>e.details.length>0);return[[`### ${a[e]}`,``,...i.map(p)].join(`
`),...n&&o.length>0?[g(`${o.length} more`,o.map(p))]:[],...n&&s.length>0?[g(`Details`,s.flatMap(h))]:[]]}const f={error:`:x:`,warning:`:warning:`,note:``};function p(e){let n=i(e);return`- ${[f[e.weight],n===``?``:`**${t(n)}**:`,m(e.text)].filter(e=>e!==``).join(` `)}`}function m(e){let r=e.split("`");return r.length%2==0?t(e):r.map((e,r)=>{if(r%2==1)return n(e);let[,i=``,a=``,o=``]=/^(\s*)(.*?)(\s*)$/s.exec(e)??[];return`${i}${a===``?``:t(a)}${o}`}).join(``)}function h(e){return[p(e),...e.details.map(e=>`  - ${m(e)}`)]}function g(e,t){return`<details><summary>${e}</summary>\n\n${t.join(`
`)}\n\n</details>`}export{l as planMarkdown};
//# sourceMappingURL=plan-markdown-7zELdQ3_.js.map