import{o as e,t}from"./rolldown-runtime-B09viugM.js";import{D as n,Rt as r,T as i,Ut as a,at as o,ct as s,it as c,n as l,nt as u,ot as d,rt as f,st as p}from"./write-check-read-change-emit-B5py66HB.js";import{$ as m,$n as h,$r as ee,A as te,At as ne,B as re,C as ie,D as ae,Dt as oe,Et as se,F as ce,Ft as le,G as ue,Gi as de,Gr as fe,H as pe,Hi as me,Hr as he,In as ge,It as _e,Ji as g,Jn as ve,Jo as ye,Js as be,K as xe,Kn as Se,Ko as Ce,Kr as we,Lt as _,Mi as Te,Mt as Ee,N as De,Nn as Oe,O as ke,Ot as Ae,P as je,Pn as Me,Ps as Ne,Pt as Pe,Qi as v,Qr as Fe,Rt as Ie,Si as Le,St as Re,T as ze,Tt as Be,U as y,Un as Ve,Ur as He,Vi as Ue,Vr as We,W as Ge,Wi as Ke,Wn as qe,Wr as b,Wt as Je,X as Ye,Xn as Xe,Xr as x,Y as Ze,Yi as Qe,Yn as $e,Yr as S,Z as et,Za as tt,Zi as nt,Zn as rt,Zr as C,_i as it,_t as at,a as ot,ai as st,an as ct,bi as lt,bt as ut,c as dt,cs as ft,d as pt,di as mt,ei as ht,er as gt,f as _t,fi as w,fn as vt,g as yt,gi as bt,gt as xt,hi as St,ht as Ct,ii as wt,ir as Tt,is as Et,it as Dt,j as Ot,ji as kt,jt as At,kt as jt,l as Mt,li as Nt,lo as Pt,lr as Ft,mi as It,mr as Lt,ni as Rt,nr as zt,nt as Bt,o as Vt,oa as Ht,oi as Ut,or as Wt,qi as Gt,qn as Kt,qo as qt,qr as Jt,ri as Yt,rt as Xt,s as Zt,si as Qt,st as $t,ti as en,tr as tn,u as nn,ui as rn,ur as an,vo as on,vr as sn,vt as cn,w as ln,wt as un,x as dn,xi as fn,xt as pn,yi as mn,yr as hn,ys as gn,yt as _n,zn as vn,zt as yn}from"./check-read-change-emit-B9y-C81Q.js";import{a as bn,c as xn,i as Sn,l as Cn,p as wn,r as Tn,u as En}from"./read-change-emit-DjEN83qG.js";import{a as Dn,c as T,i as On,l as E,n as D,o as kn,r as O,s as An,t as jn,u as Mn}from"./write-change-emit-NixYL_39.js";import{t as Nn}from"./write-read-change-emit-BLM6qEG7.js";function Pn(e,t){let n=kn();for(let r of e){let e=r.origin??t;for(let t of Ln(r))T(n,t.text,t.origin??e)}return sr(n.lines)&&(n.lines.unshift(`#`),n.origins.unshift(t)),An(n)}function Fn({name:e,value:t}){return Bn.test(e)&&In(t)}function In(e){return!/[\n\r\0]/.test(e)}function Ln(e){switch(e.kind){case`from`:return[{text:Wn(e)}];case`run`:return ir($n(e).map(e=>({text:e})));case`copy`:return[{text:Kn(e)}];case`env`:case`label`:return ir(Yn(e));case`user`:case`workdir`:return[{text:`${e.kind.toUpperCase()} ${Zn(e.value)}`}];case`arg`:return[{text:Gn(e)}];case`comment`:return Mn(e.text).map(e=>({text:e}));case`blank`:return[{text:``}];case`raw`:return ar(e.lines)}}const Rn=/^[A-Za-z0-9_$][A-Za-z0-9_.:/@${}-]*$/,zn=/^[a-z][a-z0-9_.-]*$/,Bn=/^[A-Za-z_][A-Za-z0-9_.-]*$/,Vn=/^[A-Za-z0-9][A-Za-z0-9_./-]*$/,Hn=/^[A-Za-z0-9_.:/@-]+$/,Un=/^[A-Za-z0-9_.:/@=,+-]+$/;function Wn(e){let t=e.platform===void 0?``:`--platform=${k(e.platform,Rn)} `,n=e.stage===void 0?``:` AS ${k(e.stage,zn)}`;return`FROM ${t}${k(e.image,Rn)}${n}`}function Gn(e){let t=k(e.name,Bn);return e.value===void 0?`ARG ${t}`:`ARG ${t}=${Zn(e.value)}`}function Kn(e){let t=`COPY`;e.from!==void 0&&(t+=` --from=${k(e.from,Un)}`),e.owner!==void 0&&(t+=` --chown=${k(e.owner,Un)}`),e.mode!==void 0&&(t+=` --chmod=${k(e.mode,Un)}`);let n=[...e.sources,e.destination];if(n.every(e=>qn.test(e)))return`${t} ${n.join(` `)}`;let r=e.sources.map(e=>Qn(e).replace(/[*?[]/g,`[$&]`));return`${t} ${Jn([...r,Qn(e.destination)])}`}const qn=/^[A-Za-z0-9_./@%+=:,][A-Za-z0-9_./@%+=:,-]*$/;function Jn(e){return`[${e.map(e=>JSON.stringify(e)).join(`, `)}]`}function Yn(e){let t=e.kind.toUpperCase();return e.variables.map((n,r)=>({text:`${r===0?t:` `.repeat(t.length)} ${k(n.name,e.kind===`env`?Bn:Vn)}=${Zn(n.value,n.expand)}`,origin:n.origin}))}const Xn=/^[A-Za-z0-9_./:@%+,-]+$/;function Zn(e,t=!1){if(!In(e))throw Error(`invariant: no Dockerfile can hold this value: ${JSON.stringify(e)}`);return Xn.test(e)?e:`"${e.replace(t?/["\\]/g:/["\\$]/g,`\\$&`)}"`}function Qn(e){return(/^[A-Za-z_./]|^[0-9]+(?!<|[0-9])/.test(e)?``:`./`)+e.replace(/["'\\$]/g,`\\$&`)}function $n({commands:e,caches:t=[]}){let[n,...r]=tr(e);return n===void 0?[]:[...[...t.map(er),n].map((e,t)=>t===0?`RUN ${e}`:`    ${e}`),...r]}function er({id:e,target:t,owner:n}){let r=[`id=${k(e,Hn)}`,`target=${k(t,Hn)}`,`sharing=locked`],i=n===void 0?[]:[`uid=${n.uid}`,`gid=${n.gid}`];return`--mount=type=cache,${[...r,...i].join(`,`)}`}function tr(e){let t=e.map(e=>e.trim()).filter(e=>e!==``),[n]=t;return n===void 0?[]:t.some((e,n)=>!nr(e,{first:n===0,last:n===t.length-1}))?[Jn([`/bin/sh`,`-ec`,t.join(`
`)])]:t.length===1?[n]:t.map((e,t)=>t===0?rr(e):` && ${rr(e)}`)}function nr(e,t){return/[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]|<<|\\$/.test(e)||t.first&&/^(?:\[|--|#)/.test(e)?!1:t.first&&t.last?!0:!/[;&|]$/.test(e)&&!/(?:^|[\s;&|()])#/.test(e)}function rr(e){return/;|\|\||(?<![>&])&(?![>&])/.test(e)?`{ ${e}; }`:e}function ir(e){return e.map((t,n)=>n<e.length-1?{...t,text:`${t.text} \\`}:t)}function ar(e){let t=e.flatMap(e=>e.text.split(/\r\n|[\n\r]/).map(t=>({...e,text:t}))),n=t.findLastIndex(e=>!/^\s*(?:#|$)/.test(e.text));return t.map((e,t)=>t===n?{...e,text:or(e.text)}:e)}function or(e){return/(?:^|[^\\])\\[ \t]*$/.test(e)?e.slice(0,e.lastIndexOf(`\\`)).trimEnd():e}function sr(e){return/^\s*#\s*[A-Za-z][A-Za-z0-9]*\s*=|^#!/.test(e[0]??``)}function k(e,t){if(!t.test(e))throw Error(`invariant: ${JSON.stringify(e)} cannot stand in a Dockerfile here`);return e}function cr(e){let t=_r(e);return t===`plain`?e:t===`single`?`'${e.replaceAll(`'`,`''`)}'`:yr(e)}function lr(e){if(!Number.isFinite(e))throw Error(`invariant: ${e} has no place in YAML output`);if(Object.is(e,-0))return`-0.0`;let t=String(e),n=t.indexOf(`e`);if(n<0)return t;let r=t.slice(0,n);return`${r.includes(`.`)?r:`${r}.0`}${t.slice(n)}`}function ur(e){if(!e.includes(`
`))return!1;for(let t=0;t<e.length;t++){let n=e.charCodeAt(t);if(n<127?n<32&&n!==10&&n!==9:br(e,t))return!1}return e.charCodeAt(0)!==10&&!gr.test(e)}const dr=new Uint8Array(128);for(let e of Er(`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/`))dr[e]=3;for(let e of Er(`0123456789 _-.,;:+*=!?@#$%&~^|()<>[]{}'"\`\\`))dr[e]=(dr[e]??0)|2;const fr=new Set([`y`,`n`,`yes`,`no`,`on`,`off`,`true`,`false`,`null`,`nan`,`inf`,`infinity`]),pr=/^[eE][0-9]*$/,mr=/^[0-9]+(?:\.[0-9]+)?(?:[KMGTP]i|[mkMGTPhs])$/,hr=/^--[a-z]/,gr=/(?:^|\n)[ \t]+\n*$|^\s*$/;function _r(e){let t=vr(e,e.charCodeAt(0)),n=!1;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);if(i<127&&(dr[i]??0)&2)i===58?t&&=r+1<e.length&&e.charCodeAt(r+1)!==32:i===35?t&&=e.charCodeAt(r-1)!==32:(i===34||i===92)&&(n=!0);else if(i<127||br(e,r))return`double`;else t=!1}return t&&e.charCodeAt(e.length-1)!==32?`plain`:n?`single`:`double`}function vr(e,t){return Number.isNaN(t)||t>127?!1:(dr[t]??0)&1?e.length<=8&&fr.has(e.toLowerCase())?!1:!pr.test(e):t===45?hr.test(e):mr.test(e)}function yr(e){let t=`"`,n=0;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);if(i<32||i===34||i===92||i>=127&&br(e,r)){t+=e.slice(n,r);let a=e.codePointAt(r)??i;a>65535&&r++,t+=Tr(a),n=r+1}else i>=55296&&i<56320&&r++}return`${t}${e.slice(n)}"`}function br(e,t){let n=e.charCodeAt(t);return n<161?!0:n<5760?n===173||n===847||n===1564||n>=4447&&n<=4448:n<55296?xr(n):n<56320?n>=56064||!Cr(e.charCodeAt(t+1)):n<57344?!Sr(e.charCodeAt(t-1)):n<63744||n===65279||n>=64976&&n<=65007||n>=65520}function xr(e){return e>=8192&&e<=8303?e<=8207||e>=8232&&e<=8239||e>=8287:e===5760||e>=6068&&e<=6069||e>=6155&&e<=6159||e===12288||e===12644}function Sr(e){return e>=55296&&e<56320}function Cr(e){return e>=56320&&e<57344}const wr=new Map([[9,`\\t`],[10,`\\n`],[13,`\\r`],[34,`\\"`],[92,`\\\\`]]);function Tr(e){let t=wr.get(e);if(t!==void 0)return t;let n=e.toString(16).toUpperCase();return e<256?`\\x${n.padStart(2,`0`)}`:e>=55296&&e<57344?`\\uFFFD`:e<65536?`\\u${n.padStart(4,`0`)}`:`\\U${n.padStart(8,`0`)}`}function Er(e){return[...e].map(e=>e.charCodeAt(0))}function A(e,t){let n=kn();for(let e of t.header??[])for(let r of Mn(e))T(n,r,t.origin);for(let[r,i]of e.entries()){let e={first:``,level:0,origin:i.origin??t.origin};r>0&&T(n,`---`,e.origin),Fr(n,i,e),i.kind===`scalar`&&typeof i.value==`string`?T(n,cr(i.value),e.origin):Dr(i)?kr(n,i,e):T(n,Or(i),e.origin)}return An(n)}function Dr(e){return e.kind===`mapping`?e.entries.length>0:e.kind===`sequence`?e.items.length>0:typeof e.value==`string`&&ur(e.value)}function Or(e){return e.kind===`mapping`?`{}`:e.kind===`sequence`?`[]`:typeof e.value==`string`?cr(e.value):typeof e.value==`number`?lr(e.value):String(e.value)}function kr(e,t,n){t.kind===`mapping`?Ar(e,t,n):t.kind===`sequence`?Mr(e,t,n):Pr(e,t.value,n)}function Ar(e,t,n){let r=Lr(n.level),i=n.first;for(let a of t.entries){let{value:t}=a,o=a.origin??t.origin??n.origin,s=cr(a.key);t.comment!==void 0&&Fr(e,t,{first:i,level:n.level,origin:o}),s.length>1e3?(T(e,`${i}? ${s}`,o),Nr(e,t,{first:`${r}: `,level:n.level+1,origin:o})):Dr(t)?jr(e,{key:s,value:t,origin:o},{...n,first:i}):T(e,`${i}${s}: ${Or(t)}`,o),i=r}}function jr(e,t,n){let{value:r,origin:i}=t,a=n.level+1,o=`${n.first}${t.key}:`,s=r.origin??i;r.kind===`scalar`?Pr(e,r.value,{first:`${o} `,level:a,origin:s}):(T(e,o,i),kr(e,r,{first:Lr(a),level:a,origin:s}))}function Mr(e,t,n){let r=Lr(n.level),i=n.first;for(let a of t.items){let t=a.origin??n.origin;a.comment!==void 0&&Fr(e,a,{first:i,level:n.level,origin:t}),Nr(e,a,{first:`${i}- `,level:n.level+1,origin:t}),i=r}}function Nr(e,t,n){Dr(t)?kr(e,t,n):T(e,n.first+Or(t),n.origin)}function Pr(e,t,n){let r=t.charCodeAt(0),i=r===32||r===9?`2`:``,a=t.endsWith(`
`)?t.endsWith(`

`)?`+`:``:`-`;T(e,`${n.first}|${i}${a}`,n.origin);let o=Lr(n.level),s=t.split(`
`);a!==`-`&&s.pop();for(let t of s)T(e,t===``?``:o+t,n.origin)}function Fr(e,t,n){let r=n.first.slice(0,n.first.length-n.first.trimStart().length);for(let i of t.comment??[])for(let t of Mn(i))T(e,r+t,n.origin)}const Ir=[``];function Lr(e){let t=Ir[e];if(t!==void 0)return t;let n=`  `.repeat(e);return Ir[e]=n,n}const Rr=new Set(`/ConfigMap /Endpoints /LimitRange /PersistentVolumeClaim /Pod /PodTemplate /ReplicationController /ResourceQuota /Secret /Service
  /ServiceAccount apps/ControllerRevision apps/DaemonSet apps/Deployment apps/ReplicaSet apps/StatefulSet
  autoscaling/HorizontalPodAutoscaler batch/CronJob batch/Job coordination.k8s.io/Lease discovery.k8s.io/EndpointSlice
  networking.k8s.io/Ingress networking.k8s.io/NetworkPolicy policy/PodDisruptionBudget rbac.authorization.k8s.io/Role
  rbac.authorization.k8s.io/RoleBinding resource.k8s.io/ResourceClaim resource.k8s.io/ResourceClaimTemplate
  storage.k8s.io/CSIStorageCapacity`.split(/\s+/)),zr=new Set(`/Namespace /Node /PersistentVolume admissionregistration.k8s.io/MutatingWebhookConfiguration
  admissionregistration.k8s.io/ValidatingAdmissionPolicy admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding
  admissionregistration.k8s.io/ValidatingWebhookConfiguration apiextensions.k8s.io/CustomResourceDefinition
  apiregistration.k8s.io/APIService flowcontrol.apiserver.k8s.io/FlowSchema
  flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration networking.k8s.io/IngressClass networking.k8s.io/IPAddress
  networking.k8s.io/ServiceCIDR node.k8s.io/RuntimeClass rbac.authorization.k8s.io/ClusterRole
  rbac.authorization.k8s.io/ClusterRoleBinding resource.k8s.io/DeviceClass scheduling.k8s.io/PriorityClass
  storage.k8s.io/CSIDriver storage.k8s.io/StorageClass storage.k8s.io/VolumeAttributesClass`.split(/\s+/));function Br(e,t){return Rr.has(`${e}/${t}`)}function Vr(e,t){return zr.has(`${e}/${t}`)}const Hr=new Set([`/ConfigMap`,`/ServiceAccount`,`/Service`,`apps/Deployment`,`apps/DaemonSet`,`apps/StatefulSet`,`batch/CronJob`,`batch/Job`,`networking.k8s.io/NetworkPolicy`,`networking.k8s.io/Ingress`,`rbac.authorization.k8s.io/Role`,`rbac.authorization.k8s.io/RoleBinding`,`policy/PodDisruptionBudget`,`cloud.google.com/BackendConfig`,`networking.gke.io/FrontendConfig`]),Ur=[{apiVersion:`batch/v1`,kind:`CronJob`},{apiVersion:`apps/v1`,kind:`Deployment`},{apiVersion:`v1`,kind:`ConfigMap`},{apiVersion:`networking.k8s.io/v1`,kind:`NetworkPolicy`},{apiVersion:`rbac.authorization.k8s.io/v1`,kind:`RoleBinding`},{apiVersion:`rbac.authorization.k8s.io/v1`,kind:`Role`},{apiVersion:`v1`,kind:`ServiceAccount`}];function Wr(e,t,n){return t.flatMap(t=>Gr(t,e.value.text)).flatMap(t=>t.value===void 0?[]:[qr(e,t,n)])}function Gr(e,t){let{value:n,placeOf:r}=e;if(!on(n)||n.kind!==`List`||n.apiVersion!==`v1`)return[e];let{items:i}=n;return Array.isArray(i)?i.map((n,i)=>{let a=e=>r([`items`,i,...e]),o=a([]);return{value:n,line:o===void 0?e.line:t.slice(0,o.start).split(`
`).length,placeOf:a,problemsOf:e.problemsOf,metadata:Kr(n,a,t)}}):[e]}function Kr(e,t,n){let r=on(e)&&on(e.metadata)?Object.keys(e.metadata):[],i=t([`metadata`]),a=r.flatMap(e=>t([`metadata`,e])?.start??[]);if(i===void 0||a.length===0)return;let o=Math.min(...a),s=n.slice(i.end,o).indexOf(`{`);return s<0?{start:o,inBraces:!1}:{start:i.end+s,inBraces:!0}}function qr(e,t,n){let r=n=>({manifest:e,line:t.line,needs:n}),{value:i}=t;if(!on(i))return r("to be a map with `apiVersion`, `kind` and `metadata`");let{apiVersion:a,kind:o,metadata:s}=i;if(typeof a!=`string`||!/^(?:[a-z0-9.-]+\/)?v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/.test(a))return r("an `apiVersion`, such as `v1` or `apps/v1`");if(typeof o!=`string`||!/^[A-Z][A-Za-z0-9]*$/.test(o))return r("a `kind`, such as `ConfigMap`");if(o.endsWith(`List`)&&`items`in i)return r("to be one object: write each as a document of its own, parted by `---`");if(!on(s))return r("`metadata` with a `name`");let{name:c,namespace:l}=s;if(c===void 0&&`generateName`in s)return r("a `metadata.name` in place of `generateName`, which `kubectl apply` refuses");if(typeof c!=`string`||!Jr(c,o))return r("a `metadata.name` of lower-case letters, digits, `-` and `.`, as a text");if(l!==void 0&&(typeof l!=`string`||!Jr(l,`Namespace`)))return r("a `metadata.namespace` that is one, or none");let u=a.includes(`/`)?a.replace(/\/.*/,``):``,d=Vr(u,o)?``:l??n,f=o===`Secret`&&u===``&&(Yr(i.data)||Yr(i.stringData));return{manifest:e,document:t,group:u,kind:o,name:c,namespace:l,id:`${u} ${o} ${d} ${c}`,hasValues:f}}function Jr(e,t){return/^(?:Cluster)?Role(?:Binding)?$/.test(t)?/^[^\s/%]{1,253}$/.test(e):t===`Namespace`||t===`Service`?Ne(e):e.length<=253&&/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(e)}function Yr(e){return on(e)&&Object.keys(e).length>0}function Xr(e,t){let n=new Set;return e.ownManifests.map(r=>{let{path:i}=r.value,a=`# ${i===void 0?`From the program`:`From ${i}`}, brought here by hubc.`,o=Qr(r,e,Zr(t)).trimEnd().split(/\r\n|\r|\n/),s=`50-${$r(i??`objects`,n)}`;return E(`${e.folder}/manifests/${s}.yaml`,[a,...o],r.span)})}function Zr(e){if(e===void 0)throw Error("a program with `manifests` needs `readYaml` among its sources");return e}function Qr(e,t,n){let{text:r}=e.value,i=n(r);if(!(`documents`in i))throw Error(`invariant: a manifest that can't be read is an error before this`);return Wr(e,i.documents,t.namespace).flatMap(e=>`needs`in e||e.namespace!==void 0||!Br(e.group,e.kind)?[]:e.document.metadata??[]).reduceRight((e,{start:n,inBraces:r})=>{if(r)return`${e.slice(0,n+1)}namespace: ${t.namespace}, ${e.slice(n+1)}`;let i=n-(Math.max(e.lastIndexOf(`
`,n-1),e.lastIndexOf(`\r`,n-1))+1);return`${e.slice(0,n)}namespace: ${t.namespace}\n${` `.repeat(i)}${e.slice(n)}`},r)}function $r(e,t){let n=(e.split(`/`).at(-1)??``).replace(/\.[^.]*$/,``).toLowerCase().replace(/[^a-z0-9]+/g,`-`).replace(/^-+|-+$/g,``)||`objects`,r=n;for(let e=2;t.has(r);e++)r=`${n}-${e}`;return t.add(r),r}const ei={three:[`--atomic`],four:[`--rollback-on-failure`,`--wait=legacy`,`--server-side=true`,`--force-conflicts`]};function ti({variant:e,settings:t,name:n}){let r=e=>t[e]?.value??``,i=e=>({shown:e,patterns:[e]});switch(e){case`gke`:return[i(`gke_${r(`project`)}_${r(`region`)||r(`zone`)}_${r(`cluster`)}`)];case`eks`:{let e=`${r(`cluster`)}.${r(`region`)}.eksctl.io`;return[i(`arn:aws:eks:${r(`region`)}:${r(`account`)}:cluster/${r(`cluster`)}`),{shown:e,patterns:[e,`*@${e}`]}]}case`aks`:case`openstack`:return[{shown:r(`cluster`),patterns:[r(`cluster`),`${r(`cluster`)}-admin`]}];case`kubernetes`:return[i(r(`context`))];case`kind`:return[i(`kind-${n}`)];case`k3s`:return}}const ni=[{cloud:`Google`,names:[`gke_*`],servers:[]},{cloud:`Amazon`,names:[`arn:aws*`,`*.eksctl.io`],servers:[`*.eks.amazonaws.com*`]},{cloud:`Azure`,names:[],servers:[`*.azmk8s.io*`]}];function ri(e,t){let[n,r]=[t.startsWith(`*`),t.endsWith(`*`)],i=t.slice(+!!n,r?-1:void 0);return n&&r?e.includes(i):n?e.endsWith(i):r?e.startsWith(i):e===i}function ii(e,t){let n=t.map(e=>`\`${e.shown}\``).join(` or `);return`which is not that of the provider \`${e.name}\`: that one is ${n}. Choose its context with --context${oi(e)}. Where it is that cluster under a name of your own, \`kubectl config rename-context\` gives it the other.`}function ai({name:e,variant:t}){return`and the provider \`${e}\` is machines of one's own (${t}). Choose its context with --context.`}function oi({variant:e,settings:t}){let n=e=>t[e]?.value??``,r=t.region?`--region ${n(`region`)}`:`--zone ${n(`zone`)}`;switch(e){case`gke`:return`; \`gcloud container clusters get-credentials ${n(`cluster`)} ${r} --project ${n(`project`)}\` makes it`;case`eks`:return`; \`aws eks update-kubeconfig --name ${n(`cluster`)} --region ${n(`region`)}\` makes it`;case`aks`:return`; \`az aks get-credentials --resource-group ${n(`resource-group`)} --name ${n(`cluster`)}\` makes it`;default:return``}}const si=[`tls.crt`,`tls.key`],ci=[`.dockerconfigjson`],li=/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/,ui=/^[A-Za-z0-9._-]+$/;function di(e){let t=new Map;for(let n of[...hi(e),...gi(e),..._i(e),...bi(e)])li.test(n.name)&&n.name!==e.secretName&&!t.has(n.name)&&t.set(n.name,n);return[...t.values()].sort((e,t)=>e.name<t.name?-1:1)}function fi(e){return di(e).filter(({maker:e})=>e===void 0)}function pi(e){return ze(e).length>0||fi(e).length>0}function mi({name:e,ingress:t}){return t?.secret?.value??`${e}-tls`}function hi(e){let{https:t,ingress:n,domain:r}=e,i=`the certificate of ${r.value}`,a=[];return t?.secret&&a.push({name:t.secret.value,keys:si,use:i,maker:void 0}),n?.tls.value&&!xe(n)&&a.push({name:mi(e),keys:si,use:i,maker:vi(e)}),a}function gi({files:e,umbrella:t}){let n=t&&`the chart \`${t.chart.value}\`, or somebody beside it`,r=new Map;for(let{holds:t}of e)t.kind===`elsewhere`&&r.set(t.name.value,[...r.get(t.name.value)??[],t.key]);return[...r].map(([e,t])=>({name:e,keys:[...new Set(t)],use:`files of servers`,maker:n}))}function _i({volumes:e}){return e.flatMap(({holds:e,in:t})=>{if(e.kind!==`secret`)return[];let n=t.value===`hub`?`files of the hub`:`files of servers`;return[{name:e.name.value,keys:[],use:n,maker:void 0}]})}function vi(e){let{ingress:t}=e;if(t?.issuer)return`cert-manager, by the ClusterIssuer \`${t.issuer.value}\``;let n=Ht(e,`ingress.annotations`),[r,i]=[...(t?.annotations??[]).map(({key:e,value:t})=>[e,t.value]),...Object.entries(tt(n)?n:{})].filter(([e])=>Ye.has(e));return r&&`cert-manager${i?``:yi(r,e)}`}function yi([e,t],{namespace:n}){return e===`cert-manager.io/cluster-issuer`?`, by the ClusterIssuer \`${t}\``:e===`cert-manager.io/issuer`?`, by the Issuer \`${t}\` of the namespace \`${n}\``:``}function bi(e){let t=t=>Ht(e,t),n={keys:si,use:`the certificate of ${e.domain.value}`},r=t(`proxy.https.type`)===`secret`,i=t(`proxy.https.secret.name`),a=t(`ingress.tls`);return[...r&&typeof i==`string`?[{name:i,...n,maker:void 0}]:[],...(Array.isArray(a)?a:[]).flatMap(t=>tt(t)&&typeof t.secretName==`string`?[{name:t.secretName,...n,maker:vi(e)}]:[]),...xi(e),...Si(e)]}function xi(e){return[`imagePullSecrets`,`singleuser.image.pullSecrets`,`hub.image.pullSecrets`,`proxy.chp.image.pullSecrets`].flatMap(t=>{let n=Ht(e,t);return(Array.isArray(n)?n:[]).flatMap(e=>{let t=tt(e)?e.name:e;return typeof t==`string`?[{name:t,keys:ci,use:`signs in to the registry of images`,maker:void 0}]:[]})})}function Si(e){let t=new Map,n=(e,n,r)=>{if(typeof e!=`string`||r.optional===!0)return;let i=t.get(e)??new Set;t.set(e,typeof n==`string`&&ui.test(n)?i.add(n):i)},r=e=>{if(Array.isArray(e)&&e.forEach(r),tt(e))for(let[t,i]of Object.entries(e))tt(i)&&t===`secretKeyRef`?n(i.name,i.key,i):tt(i)&&t===`secretRef`?n(i.name,void 0,i):tt(i)&&t===`secret`&&n(i.secretName,void 0,i),r(i)};for(let t of[`hub`,`singleuser`,`proxy`]){let n=Ht(e,t);n!==void 0&&r(n)}return[...t].map(([e,t])=>({name:e,keys:[...t].sort(),use:"named in the hub's `values`",maker:void 0}))}var Ci=`context=""
dry_run=""
while [ "$#" -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes ;;
    --context)
      context=\${2:?a context follows --context}
      shift
      ;;
    *)
      echo "usage: deploy.sh [--dry-run] [--context NAME]" >&2
      exit 2
      ;;
  esac
  shift
done
if [ -z "$context" ]; then context=$(kubectl config current-context); fi
of_context() { kubectl config view --minify --context "$context" --output "jsonpath=$1"; }
cluster=$(of_context '{.clusters[0].name}')
server=$(of_context '{.clusters[0].cluster.server}')
user=$(of_context '{.contexts[0].context.user}')
`,wi=`lease=(--namespace NAMESPACE lease/hubc-deploy-RELEASE)
holder="deploy.sh, process $$ on $(uname -n), $RANDOM$RANDOM"
now() { date -u +%Y-%m-%dT%H:%M:%S.000000Z; }
new_lease() {
  printf '{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"hubc-deploy-RELEASE","namespace":"NAMESPACE"%s,' "$1"
  printf '"labels":{"app.kubernetes.io/managed-by":"hubc"}},"spec":{"holderIdentity":"%s","leaseDurationSeconds":20,' "$holder"
  printf '"acquireTime":"%s","renewTime":"%s"}}' "$(now)" "$(now)"
}
# A field and its value, for as long as the lease is this script's.
set_lease() {
  kubectl patch "\${lease[@]}" --type=json --patch "[{\\"op\\":\\"test\\",\\"path\\":\\"/spec/holderIdentity\\",\\"value\\":\\"$holder\\"},{\\"op\\":\\"replace\\",\\"path\\":\\"/spec/$1\\",\\"value\\":\\"$2\\"}]"
}
seen=""
same=0
failed=0
for ((seconds = 0; ; seconds++)); do
  # Another version at each look: it is renewed.
  found=$(kubectl get "\${lease[@]}" --ignore-not-found --output 'go-template={{.metadata.resourceVersion}}|{{.spec.holderIdentity}}')
  IFS='|' read -r version other <<< "$found" || true
  if [ "$found" = "$seen" ]; then same=$((same + 1)); else same=0; fi
  seen=$found
  if [ -z "$found" ]; then
    if new_lease "" | kubectl create --filename - > "$work/lease" 2>&1; then break; fi
    failed=$((failed + 1))
  elif [ -z "$other" ] || [ "$other" = "<no value>" ] || [ "$same" -ge 25 ]; then
    if new_lease ",\\"resourceVersion\\":\\"$version\\"" | kubectl replace --filename - > "$work/lease" 2>&1; then break; fi
    failed=$((failed + 1))
  elif [ "$same" = 3 ]; then
    echo "waiting for another deployment of the release" >&2
  fi
  if [ "$failed" -ge 5 ]; then cat "$work/lease" >&2; exit 1; fi
  if [ "$seconds" -ge 1800 ]; then echo "Another deployment of the release is under way. Wait until it has ended." >&2; exit 2; fi
  sleep 1
done
main=$$
(
  missed=0
  while sleep 5 && kill -0 "$main"; do
    if set_lease renewTime "$(now)"; then missed=0; else missed=$((missed + 1)); fi
    if [ "$missed" -ge 4 ]; then
      kill -USR1 "$main"
      exit
    fi
  done
) > /dev/null 2>&1 &
renewing=$!
trap 'echo "The lease of the deployment was lost: somebody else may be deploying the release. Deploy again once that has ended." >&2; exit 1' USR1
`,Ti=`work=$(mktemp -d)
renewing=""
at_end() {
  if [ -n "$renewing" ]; then
    kill "$renewing" 2> /dev/null || true
    set_lease holderIdentity "" > /dev/null 2>&1 || true
  fi
  rm -rf "$work"
}
trap at_end EXIT
files=""
IFS=: read -r -a given <<< "\${KUBECONFIG:-$HOME/.kube/config}"
for file in "\${given[@]}"; do
  case $file in
    '') ;;
    /*) files=$files:$file ;;
    *) files=$files:$PWD/$file ;;
  esac
done
export KUBECONFIG="$work/context"
kubectl config set-context "$context" --cluster "$cluster" --user "$user" --namespace NAMESPACE > /dev/null
kubectl config use-context "$context" > /dev/null
KUBECONFIG=$KUBECONFIG$files
`;const Ei=`10-namespace.yaml`;function Di(e){let t=`${e.folder}/manifests`,n=(e,n,r,i)=>({path:`${t}/${e}.yaml`,...A(r.map(e=>C(e)),{header:[i],origin:n})}),r=[n(Ei.replace(/\.yaml$/,``),e.span,[ki(e)],`Where the release ${e.name} lives. Written by hubc.`)];for(let t of e.storages){let i=Ai(t,e);if(i.length===0)continue;let a=t===e.homes,o=`${a?`The homes`:`The storage ${t.name}`}: a volume that outlives the release, and the release's claim on it. Written by hubc.`;r.push(n(a?`20-homes`:`21-${t.name}`,t.span,i,o))}return r}function Oi(e){return{"app.kubernetes.io/managed-by":`hubc`,"app.kubernetes.io/part-of":e.hub}}function ki(e){return{apiVersion:`v1`,kind:`Namespace`,metadata:{name:e.namespace,labels:Oi(e)}}}function Ai(e,t){let n=e.settings.tier;if(n!==void 0)return[ji(e,t,{tier:x(ie[n.value]?.parameter,n.span)}),Fi(e,t,te(t,e))];let r=Ii(e,t);return r===void 0?[]:[Ni(e,t,r),Fi(e,t,void 0)]}function ji(e,t,n){return{apiVersion:`storage.k8s.io/v1`,kind:`StorageClass`,metadata:{name:te(t,e),labels:Oi(t)},provisioner:`filestore.csi.storage.gke.io`,parameters:n,reclaimPolicy:x(e.keep.value?`Retain`:`Delete`,e.keep.span),volumeBindingMode:`Immediate`,allowVolumeExpansion:!0}}function Mi(e){return e.size?x(_(e.size.value),e.size.span):`1Mi`}function Ni(e,t,n){return{apiVersion:`v1`,kind:`PersistentVolume`,metadata:{name:te(t,e),labels:Oi(t)},spec:{capacity:{storage:Mi(e)},accessModes:[`ReadWriteMany`],persistentVolumeReclaimPolicy:x(`Retain`,e.keep.span),storageClassName:``,mountOptions:n.mountOptions,claimRef:{namespace:t.namespace,name:e.name},nodeAffinity:Pi(e),...n.source}}}function Pi({settings:{host:e}}){if(e!==void 0)return{required:{nodeSelectorTerms:[{matchExpressions:[{key:`kubernetes.io/hostname`,operator:`In`,values:[x(e.value,e.span)]}]}]}}}function Fi(e,t,n){return{apiVersion:`v1`,kind:`PersistentVolumeClaim`,metadata:{name:e.name,namespace:t.namespace,labels:Oi(t)},spec:{accessModes:[`ReadWriteMany`],storageClassName:n??``,volumeName:n===void 0?te(t,e):void 0,resources:{requests:{storage:Mi(e)}}}}}function Ii(e,t){let n=t=>e.settings[t]&&x(e.settings[t].value,e.settings[t].span),r=t=>e.settings[t]?.value??``;switch(e.variant){case`nfs`:{let t=e.options.map(e=>x(e.value,e.span)),i=e.settings.export;return{source:{nfs:{server:n(`server`),path:x(Li(r(`export`)),i?.span)}},mountOptions:t.length>0?t:void 0}}case`filestore`:{let t=e.settings.share;return{source:{nfs:{server:n(`server`),path:x(Li(r(`share`)),t?.span)}},mountOptions:[`noatime`]}}case`efs`:return{source:{csi:{driver:`efs.csi.aws.com`,volumeHandle:n(`filesystem`)}},mountOptions:void 0};case`azure-files`:return Ri(e,t);case`host-path`:return{source:{hostPath:{path:n(`directory`),type:`DirectoryOrCreate`}},mountOptions:void 0};case`claim`:case`dynamic`:case`memory`:return}}function Li(e){return e.startsWith(`/`)?e:`/${e}`}function Ri(e,t){let{provider:n}=t,r=t=>e.settings[t]?.value??``,i=n.settings[`resource-group`]?.value??``,a=r(`protocol`),o={resourceGroup:i===``?void 0:i,storageAccount:r(`account`),shareName:r(`share`),protocol:a};return{source:{csi:{driver:`file.csi.azure.com`,volumeHandle:`${t.namespace}_${r(`account`)}_${r(`share`)}`,volumeAttributes:o}},mountOptions:a===`smb`?[`dir_mode=0777`,`file_mode=0777`,`uid=1000`,`gid=100`,`mfsymlinks`,`nobrl`]:[`nconnect=4`,`noresvport`,`actimeo=30`]}}const zi=`deploy.sh`;function Bi(e,t){return On(`${e.folder}/${zi}`,{about:[`Deploys the release ${e.name} to the cluster of the provider ${e.provider.name}. Written by hubc.`,`It needs bash, kubectl and helm, and may be run again.`,``,`  deploy.sh                   to the cluster of kubectl's current context`,`  deploy.sh --context NAME    to that of another`,`  deploy.sh --dry-run         tries it on the server, says what it would remove, and changes nothing`],steps:Vi(e,t)},e.span)}function Vi(e,t){return[{comment:`The context, which has to be that of the provider's cluster.`,lines:Ui(Ci,e)},{comment:`Another cluster is refused.`,lines:ta(e.provider)},{comment:`kubectl and helm keep to this context from here on, whatever becomes the current one, and to the release's namespace.`,lines:Ui(Ti,e)},{comment:`The release's folder.`,lines:[`cd "$(dirname "$0")"`]},...Ki(e)?[Gi]:[],{comment:`Everything is tried before anything is applied; there has to be a namespace for it. A field that somebody else has set is refused.`,lines:[`there=$(kubectl get namespace ${e.namespace} --ignore-not-found --output name)`,`if [ -n "$there" ]; then ${Wi} --dry-run=server --filename manifests/; fi`,`if [ -n "$dry_run" ]; then`,`  if [ -n "$there" ]; then sh ./remove-unused.sh --list; fi`,`  exit`,`fi`]},{comment:`The namespace comes first.`,lines:[`${Wi} --filename manifests/${Ei}`]},{comment:`One deployment at a time, by this script or by hubc deploy: a Lease, which is free where it was not renewed.`,lines:Ui(wi,e)},{comment:`A helm that was killed, or is at work, leaves the release pending.`,lines:Ji(e)},{comment:`What comes is noted, so that a later run knows of it.`,lines:[`sh ./remove-unused.sh --begin`]},{comment:`What exists without the release and outlives it, as hubc deploy applies it.`,lines:[`${Wi} --filename manifests/`]},...Yi(e,t),...Hi(e,t),{comment:`What this build does not write any more goes; nothing that keeps something.`,lines:[`sh ./remove-unused.sh`]}]}function Hi(e,t){let{umbrella:n}=e,r=e.secrets.fixedKeys.value?ea(e):[];return[...n?[{comment:`The charts that the project's own is made of.`,lines:[D([`helm`,`dependency`,`build`,Qi(n.chart.value,e,t)])]}]:[],...r.length>0?[{comment:`The chart takes the proxy's key only as a value.`,lines:r}]:[],{comment:`What jobs have changed since, such as the number of placeholders, is set back.`,lines:$i},{comment:`A release that does not come up is put back to what it was.`,lines:Xi(e,t)}]}function Ui(e,t){return jn(e,{NAMESPACE:t.namespace,RELEASE:t.name}).split(`
`)}const Wi=D([`kubectl`,`apply`,`--server-side`,`--field-manager=hubc`]),Gi={comment:`Whether the keys are there. kubectl gets the Secret whole; names of keys alone are printed.`,lines:[`sh ./check-secrets.sh`]};function Ki(e){return pi(e)&&!qi(e)}function qi(e){return ze(e).length>0&&[`external`,`sops`].includes(e.secrets.source.kind)}function Ji({releaseName:e,namespace:t}){let n=`Wait until it has ended. If it was killed, \`helm rollback ${e} --namespace ${t}\` puts the release back, and \`helm uninstall\` a first installation.`;return[`pending=$(helm list --pending --short --namespace ${t} --filter '^${e}$')`,`if [ -n "$pending" ]; then`,`  # shellcheck disable=SC2016`,`  printf '%s\\n' ${O(`A helm is at work on the release ${e}, or was killed. ${n}`)} >&2`,`  exit 2`,`fi`]}function Yi(e,t){let{source:n}=e.secrets,r=ze(e).length>0,i=[];if(r&&n.kind===`external`&&i.push({comment:`The operator brings the secrets.`,lines:[`kubectl wait --namespace ${e.namespace} --for=condition=Ready --timeout=2m externalsecret/${e.secretName}`]}),r&&n.kind===`sops`){let r=O(Qi(n.file.value,e,t));i.push({comment:`The secrets, where the repository is at hand; elsewhere they are as somebody brought them.`,lines:[`if [ -e ${r} ]; then`,`  sops --decrypt ${r} | kubectl apply --server-side --field-manager=hubc --filename -`,`fi`]})}return qi(e)?[...i,Gi]:i}function Xi(e,t){let{umbrella:n}=e,r=n===void 0?``:`${n.key.value}.`,i=e.secrets.fixedKeys.value?`--set-file ${r}${ln.proxy}="$token" `:``,a=[`helm`,`upgrade`,`--install`,e.releaseName,...Zi(n,e,t)];return[`if ! ${D(a)} \\`,`  --namespace ${e.namespace} --values values.yaml ${i}--timeout 30m "\${options[@]}"; then`,`  echo "The release is as it was. The manifests stay as they were applied: run the script of the earlier build to have those." >&2`,`  exit 1`,`fi`]}function Zi(e,t,n){return e?[Qi(e.chart.value,t,n)]:[`jupyterhub`,`--repo`,qe,`--version`,n.chart.value]}function Qi(e,{folder:t},{out:n}){let r=[...n.value.split(`/`),...t.split(`/`)].filter(e=>e!==``&&e!==`.`).length;return`${`../`.repeat(r)}${e}`}const $i=[`version=$(helm version --short)`,`case $version in v3.*) options=(${ei.three.join(` `)}) ;; *) options=(${ei.four.join(` `)}) ;; esac`];function ea(e){let t=`{{index .data "${ln.proxy}" | base64decode}}`;return[`token=$work/token && (umask 077 && : > "$token")`,`kubectl get secret ${e.secretName} --namespace ${e.namespace} --output 'go-template=${t}' > "$token"`]}function ta(e){let t=ti(e);return t===void 0?ra(e):na(e,t)}function na(e,t){return[`is_its() { case $1 in ${ia(t.flatMap(e=>e.patterns))}) ;; *) return 1 ;; esac; }`,`if ! is_its "$context" && ! is_its "$cluster"; then`,`  # shellcheck disable=SC2016`,'  printf \'The context `%s` leads to the cluster `%s` (%s), %s\\n\' "$context" "$cluster" "$server" \\',`    ${O(ii(e,t))} >&2`,`  exit 2`,`fi`]}function ra(e){let t=e=>ni.flatMap(t=>t[e].length>0?[`${ia(t[e])}) cloud=${t.cloud} ;;`]:[]);return[`cloud=""`,`for name in "$context" "$cluster"; do`,`  case $name in ${t(`names`).join(` `)} esac`,`done`,`case $server in ${t(`servers`).join(` `)} esac`,`if [ -n "$cloud" ]; then`,`  # shellcheck disable=SC2016`,`  printf 'The context \`%s\` leads to a cluster of %s, %s\\n' "$context" "$cloud" \\`,`    ${O(ai(e))} >&2`,`  exit 2`,`fi`]}function ia(e){return e.map(aa).join(` | `)}function aa(e){let[t,n]=[e.startsWith(`*`),e.endsWith(`*`)],r=e.slice(+!!t,n?-1:void 0);return`${t?`*`:``}${O(r)}${n?`*`:``}`}var oa=`"""Copies every home into an archive of its own, and removes copies that are older than they are kept for.

Usage: backup.py HOMES COPIES KEEP, where HOMES holds a folder a person, COPIES is where the copies go, and KEEP is for how many
seconds one is kept. Each run makes a folder named by its time, with \`<folder>.tar.gz\` for each home. A home that is as it was at
the last run is not archived again: its archive is the same file under a second name. A run that fails in part keeps what it has
under a name that ends in \`-partial\`, and ends with an error. A run that finds no homes is an error too: it copies and removes nothing,
since the homes may be elsewhere.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import sys
import tarfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

FORM = "%Y%m%dT%H%M%SZ"
PARTIAL = "-partial"
ATTEMPTS = 3


def state_of(home: Path) -> str:
    """What tells whether anything in a home has changed: names, kinds, rights, sizes and times."""
    seen = hashlib.sha256()
    for path in entries_of(home):
        try:
            facts = os.lstat(path)
        except FileNotFoundError:
            continue
        size = facts.st_size if stat.S_ISREG(facts.st_mode) else 0
        line = (os.path.relpath(path, home), facts.st_mode, size, facts.st_mtime_ns)
        seen.update(repr(line).encode("utf-8", "surrogateescape"))
    return seen.hexdigest()


def entries_of(home: Path) -> Iterator[str]:
    """The home and everything in it. What is taken away meanwhile is passed over."""
    yield str(home)
    for folder, folders, files in os.walk(home, onerror=unless_gone):
        folders.sort()
        for name in sorted([*folders, *files]):
            yield os.path.join(folder, name)


def unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def archive(home: Path, into: Path) -> None:
    with tarfile.open(into, "w:gz", compresslevel=3) as opened:
        for path in entries_of(home):
            name = os.path.join(home.name, os.path.relpath(path, home)) if path != str(home) else home.name
            try:
                opened.add(path, arcname=name, recursive=False, filter=kept)
            except FileNotFoundError:
                continue


def back_up(home: Path, into: Path, before: Path | None) -> str:
    """Archives a home. Its state is noted first, so that what changes meanwhile is archived again by the next run."""
    state = state_of(home)
    target, note = into / f"{home.name}.tar.gz", into / f"{home.name}.state"
    if before is not None and is_alike(before, home.name, state):
        share(before / target.name, target)
        done = "as before"
    else:
        archive(home, target)
        done = "archived"
    note.write_text(state)
    return done


def try_back_up(home: Path, into: Path, before: Path | None) -> str:
    """A file that grows shorter while it is read spoils an archive: it is begun again, up to three times."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return back_up(home, into, before)
        except OSError as error:
            with contextlib.suppress(OSError):
                (into / f"{home.name}.tar.gz").unlink()
            if attempt == ATTEMPTS:
                print(f"{home.name}: {error}", file=sys.stderr)
    return "failed"


def kept(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Pipes and devices are nobody's work."""
    return None if entry.isfifo() or entry.isdev() else entry


def is_alike(before: Path, name: str, state: str) -> bool:
    try:
        return (before / f"{name}.state").read_text() == state and (before / f"{name}.tar.gz").is_file()
    except FileNotFoundError:
        return False


def share(earlier: Path, archive: Path) -> None:
    """A second name for the archive; where the storage has no second names (SMB), a copy of it."""
    try:
        os.link(earlier, archive)
    except OSError:
        shutil.copyfile(earlier, archive)


def runs_in(copies: Path) -> list[tuple[datetime, Path]]:
    found = []
    for folder in copies.iterdir():
        try:
            when = datetime.strptime(folder.name.removesuffix(PARTIAL), FORM)
        except ValueError:
            continue
        found.append((when.replace(tzinfo=timezone.utc), folder))
    return sorted(found)


def remove_old(copies: Path, keep: timedelta, now: datetime) -> None:
    """The newest whole run stays, however old."""
    runs = runs_in(copies)
    whole = [folder for _, folder in runs if not folder.name.endswith(PARTIAL)]
    for when, folder in runs:
        if now - when > keep and folder not in whole[-1:]:
            shutil.rmtree(folder)
            print(f"removed {folder.name}")


def is_persons(home: Path) -> bool:
    return not home.name.startswith("_") and not home.is_symlink() and home.is_dir()


def main(homes: str, copies: str, keep: str) -> int:
    now = datetime.now(timezone.utc)
    target = Path(copies)
    # What begins with \`_\` is no person's: shared folders, other stages, the copies themselves. Shared accounts have a folder of theirs.
    folders = [folder for folder in (Path(homes), Path(homes) / "_workspaces") if folder.is_dir()]
    people = sorted(home for folder in folders for home in folder.iterdir() if is_persons(home))
    if not people:
        print("there are no homes here: nothing was copied, and no copy was removed", file=sys.stderr)
        return 1
    whole = [folder for _, folder in runs_in(target) if not folder.name.endswith(PARTIAL)]
    before = whole[-1] if whole else None
    folder = target / f"{now.strftime(FORM)}{PARTIAL}"
    folder.mkdir()
    counts: dict[str, int] = {}
    for home in people:
        done = try_back_up(home, folder, before)
        counts[done] = counts.get(done, 0) + 1
    failed = counts.get("failed", 0)
    if failed == 0:
        folder.rename(target / folder.name.removesuffix(PARTIAL))
    remove_old(target, timedelta(seconds=int(keep)), now)
    print(", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
    return 1 if failed > 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
`,sa=`"""Shows the copies of homes that backup_homes.py made, keeps one for good, and brings one back.

Usage: home_copies.py ACTION HOMES COPIES [HOME [TIME]], where ACTION is \`list\`, \`keep\` or \`restore\`, HOMES holds a folder a person, COPIES
has the copies, HOME is the name of a person's folder (\`_workspaces/NAME\` for a shared account) and TIME that of a copy, as \`list\` shows it.

\`keep\` archives the home as it is now into \`_kept\`, which no run of backup_homes.py removes. \`restore\` unpacks a copy, the newest without
TIME, into a new folder \`restored-TIME\` of the home, or as the home itself where there is none any more: nothing that is there is changed.
"""

import os
import sys
import tarfile
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

from backup_homes import FORM, archive, runs_in

ENDING = ".tar.gz"
KEPT = "_kept"
WORKSPACES = "_workspaces"


class Refused(Exception):
    """What was asked for can't be done; the text says why."""


def home_in(homes: Path, name: str) -> Path:
    """The folder of a home: of a person, or of a shared account where only that has the name."""
    plain = name.removeprefix(f"{WORKSPACES}/")
    if plain in ("", ".", "..") or plain.startswith("_") or "/" in plain or "\\0" in plain:
        raise Refused(f"{name!r} is not the name of a home's folder")
    shared = homes / WORKSPACES / plain
    return shared if plain != name or (shared.is_dir() and not (homes / plain).exists()) else homes / plain


def copies_of(copies: Path, name: str | None) -> list[tuple[str, str, Path]]:
    """The copies there are: time, home and archive, the oldest first."""
    found = []
    for when, folder in runs_in(copies):
        time = when.strftime(FORM)
        found += [(time, path.name.removesuffix(ENDING), path) for path in folder.glob(f"*{ENDING}")]
    for path in (copies / KEPT).glob(f"*{ENDING}"):
        home, _, time = path.name.removesuffix(ENDING).rpartition("-")
        found.append((time, home, path))
    return sorted(one for one in found if name is None or one[1] == name)


def show(copies: Path, name: str | None) -> None:
    found = copies_of(copies, name)
    for time, home, path in found:
        kept = "  kept" if path.parent.name == KEPT else ""
        print(f"{time}  {path.stat().st_size / 2**20:9.1f} MiB  {home}{kept}")
    if not found:
        raise Refused("there are no copies" + (f" of {name}" if name else ""))


def keep(homes: Path, copies: Path, name: str) -> None:
    home = home_in(homes, name)
    if home.is_symlink() or not home.is_dir():
        raise Refused(f"there is no home {name}")
    kept = copies / KEPT
    kept.mkdir(mode=0o700, exist_ok=True)
    target = kept / f"{home.name}-{datetime.now(timezone.utc).strftime(FORM)}{ENDING}"
    partial = target.with_name(f".{target.name}")
    archive(home, partial)
    partial.rename(target)
    print(f"kept as {KEPT}/{target.name}")


def restore(homes: Path, copies: Path, name: str, time: str | None) -> None:
    home = home_in(homes, name)
    found = [one for one in copies_of(copies, home.name) if time in (None, one[0])]
    if not found:
        raise Refused(f"there is no copy of {name}" + (f" of {time}" if time else ""))
    when, _, path = found[-1]
    if home.is_symlink():
        raise Refused(f"the home {name} is a link")
    target = home / f"restored-{when}" if home.exists() else home
    if target.exists():
        raise Refused(f"{target.name} is already there: rename or delete it first")
    # A killed run leaves a folder whose name says that it is not whole, and that no backup takes for a home.
    partial = target.with_name(f"_restoring-{target.name}")
    partial.mkdir(mode=0o700)
    with tarfile.open(path) as opened:
        # The filter refuses whatever would land outside of the folder, and takes away rights that a copy must not bring.
        opened.extractall(partial, members=without_top(opened, home.name), filter="tar")
    partial.rename(target)
    print(f"restored the copy of {when} to {os.path.relpath(target, homes)}")


def without_top(opened: tarfile.TarFile, top: str) -> Iterator[tarfile.TarInfo]:
    """The entries of a home's archive by their place in the home."""
    for entry in opened:
        if entry.name == top:
            continue
        entry.name = entry.name.removeprefix(f"{top}/")
        if entry.islnk():
            entry.linkname = entry.linkname.removeprefix(f"{top}/")
        yield entry


def main(action: str, homes: str, copies: str, name: str = "", time: str = "") -> int:
    try:
        if action == "list":
            show(Path(copies), name.removeprefix(f"{WORKSPACES}/") or None)
        elif action == "keep":
            keep(Path(homes), Path(copies), name)
        elif action == "restore":
            restore(Path(homes), Path(copies), name, time or None)
        else:
            raise Refused(f"{action!r} is not list, keep or restore")
    except (Refused, OSError, tarfile.TarError) as problem:
        print(f"nothing was done: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
`;const ca=`hubc-backup`,la=`hubc/backup`;function ua(e){return`${e.pathPrefix}_backups/${e.hub}`}function da(e,t){return e.storages.find(e=>e.name===t.storage?.value)??e.homes}function fa({homes:e,pathPrefix:t}){let n=`${t}${e.path.value}`.split(`/`);return n.slice(0,n.findIndex(e=>e.includes(`{`))).join(`/`)}function pa(e,t=ca){let n={"app.kubernetes.io/managed-by":`hubc`,"app.kubernetes.io/part-of":e.hub};return{name:t,namespace:e.namespace,labels:n}}function ma(e,{backup:t,model:n,program:r}){let i=da(e,t),a=ha(e,i),o=a&&Oe(e.provider,a),{uid:s,gid:c}=ga(e,n),l={name:i===e.homes?`homes`:`copies`,mountPath:`/copies`,subPath:ua(e)},u=fa(e),d={name:`homes`,mountPath:`/homes`,subPath:u===``?void 0:u,readOnly:!r.changesHomes},f=(e,t,n)=>x({name:e,persistentVolumeClaim:{claimName:ke(t),readOnly:n}},t.span);return{automountServiceAccountToken:!1,enableServiceLinks:!1,restartPolicy:`Never`,nodeSelector:a&&x(ge(e.provider,a),a.span),tolerations:o&&[{key:o.key,operator:`Equal`,value:o.value,effect:`NoSchedule`}],initContainers:[S(_a(l,s,c),`A folder that is made for the copies belongs to root until this runs.`)],containers:[va({homes:d,copies:l,uid:s,gid:c,program:r,chartVersion:n.project.chart.value})],volumes:[f(`homes`,e.homes,void 0),...i===e.homes?[]:[f(`copies`,i,void 0)],{name:`script`,configMap:{name:ca}},{name:`tmp`,emptyDir:{sizeLimit:`64Mi`}}]}}function ha({provider:e,homes:t},n){let r=[t,n].some(e=>e.variant===`host-path`&&!e.onEveryHost),i=e.pools.find(e=>e.core);if(!r)return i;let a=t.settings.host?.value,o=e.pools.filter(e=>!e.core);return o.find(({hosts:e})=>e.some(({value:e})=>e===a))??o[0]??i}function ga(e,t){let n=t.images.find(t=>t.name===v(e)?.image.value);return Ce(n?.base?.value??n?.prebuilt?.value??``).ids}function _a(e,t,n){return{name:`own-folder`,image:`${Kt.name}:${Kt.tag}`,command:[`sh`,`-ec`,`test "$(stat -c %u /copies)" = ${t} || chown ${t}:${n} /copies && chmod 0700 /copies`],resources:{requests:{cpu:`10m`,memory:`16Mi`},limits:{memory:`64Mi`}},securityContext:{runAsUser:0,runAsNonRoot:!1,allowPrivilegeEscalation:!1,readOnlyRootFilesystem:!0,capabilities:{drop:[`ALL`],add:[`CHOWN`,`FOWNER`]},seccompProfile:{type:`RuntimeDefault`}},volumeMounts:[e]}}function va({homes:e,copies:t,uid:n,gid:r,program:i,chartVersion:a}){return{name:i.name,image:`${Ve}:${a}`,command:[`python3`,...i.arguments],env:i.variables?.map(e=>({name:e,value:``})),resources:{requests:{cpu:`100m`,memory:`128Mi`},limits:{memory:`512Mi`}},securityContext:{runAsUser:n,runAsGroup:r,runAsNonRoot:!0,allowPrivilegeEscalation:!1,readOnlyRootFilesystem:!0,capabilities:{drop:[`ALL`]},seccompProfile:{type:`RuntimeDefault`}},volumeMounts:[e,t,{name:`script`,mountPath:`/etc/hubc-backup`,readOnly:!0},{name:`tmp`,mountPath:`/tmp`}]}}var ya=`#!/bin/sh
# Copies of homes in the namespace NAMESPACE: shows them, keeps one for good, and brings one back. Written by hubc.
#
#   ./home-copies.sh list [HOME]            the copies of all homes, or of one
#   ./home-copies.sh keep HOME              archives a home as it is now, into a copy that is never removed
#   ./home-copies.sh restore HOME [TIME]    unpacks a copy, the newest without TIME, into a new folder of the home
#
# HOME is the folder of a person's home on the storage, _workspaces/NAME that of a shared account; TIME is as \`list\` shows it. A copy comes
# back as the folder restored-TIME of the home, or as the home where there is none any more; nothing that is there is changed.
set -eu

action=\${1:-}
home=\${2:-}
time=\${3:-}
case "$action" in
list) ;;
keep | restore) if [ -z "$home" ]; then action=''; fi ;;
*) action='' ;;
esac
if [ -z "$action" ]; then
  echo "usage: $0 list [HOME] | keep HOME | restore HOME [TIME]" >&2
  exit 2
fi

job=hubc-home-copies-$(date -u +%Y%m%d%H%M%S)-$$
kubectl create job "$job" --namespace NAMESPACE --from=cronjob/hubc-home-copies --dry-run=client --output=json |
  kubectl set env --local --filename=- --output=json "HUBC_ACTION=$action" "HUBC_HOME=$home" "HUBC_TIME=$time" |
  kubectl create --namespace NAMESPACE --filename=-

while :; do
  state=$(kubectl get job "$job" --namespace NAMESPACE --output='jsonpath={.status.conditions[?(@.status=="True")].type}')
  case "$state" in
  *Complete* | *Failed*) break ;;
  esac
  sleep 2
done
kubectl logs "job/$job" --namespace NAMESPACE
case "$state" in
*Failed*) exit 1 ;;
esac
`;const ba=`/etc/hubc-backup`;function xa(e,t){let{backup:n}=e;if(n===void 0)return;let r=[Sa(e),Ca(e),wa(e,n,t),Ta(e,n,t)],i=da(e,n),a=[`Copies of the homes of ${e.name}, in ${ua(e)} of the storage ${i.name}. Written by hubc.`,...i===e.homes?[`They lie on the storage of the homes: they help who deletes a file, not who loses the storage.`]:[]];return{path:`${e.folder}/manifests/31-backup.yaml`,...A(r.map(e=>C(e)),{header:a,origin:n.span})}}function Sa(e){return{apiVersion:`v1`,kind:`ConfigMap`,metadata:pa(e),data:{"backup_homes.py":oa,"home_copies.py":sa}}}function Ca(e){return{apiVersion:`networking.k8s.io/v1`,kind:`NetworkPolicy`,metadata:pa(e),spec:{podSelector:{matchLabels:{[la]:`true`}},policyTypes:[`Ingress`,`Egress`]}}}function wa(e,t,n){let{schedule:r,keep:i}=t;return{apiVersion:`batch/v1`,kind:`CronJob`,metadata:pa(e),spec:{schedule:x(r.value,r.span),timeZone:x(n.project.timezone.value,n.project.timezone.span),concurrencyPolicy:`Forbid`,startingDeadlineSeconds:3600,successfulJobsHistoryLimit:3,failedJobsHistoryLimit:3,jobTemplate:{spec:{backoffLimit:1,activeDeadlineSeconds:43200,template:{metadata:{labels:{[la]:`true`}},spec:ma(e,{backup:t,model:n,program:{name:`backup`,arguments:[`${ba}/backup_homes.py`,`/homes`,`/copies`,x(String(i.value),i.span)],changesHomes:!1}})}}}}}}function Ta(e,t,n){let r=[`HUBC_ACTION`,`HUBC_HOME`,`HUBC_TIME`],i=r.map(e=>`$(${e})`),a={name:`home-copies`,arguments:[`${ba}/home_copies.py`,i[0],`/homes`,`/copies`,...i.slice(1)],changesHomes:!0,variables:r},o={schedule:`0 0 1 1 *`,suspend:!0,jobTemplate:{spec:{backoffLimit:0,activeDeadlineSeconds:43200,ttlSecondsAfterFinished:604800,template:{metadata:{labels:{[la]:`true`}},spec:ma(e,{backup:t,model:n,program:a})}}}},s={apiVersion:`batch/v1`,kind:`CronJob`,metadata:pa(e,`hubc-home-copies`),spec:o};return S(s,`Runs only where home-copies.sh makes a job of it.`)}function Ea(e){if(e.backup===void 0)return;let t=jn(ya,{NAMESPACE:e.namespace});return{...E(`${e.folder}/home-copies.sh`,t,e.backup.span),executable:!0}}var Da=`#!/bin/sh
# Removes what earlier builds brought for the release RELEASE and the one beside this script does not, and notes what this one brings: in
# the ConfigMap hubc-inventory-RELEASE of the namespace NAMESPACE, which hubc deploy reads and writes too. Written by hubc.
#
#   remove-unused.sh            removes and notes; run it last, as deploy.sh does
#   remove-unused.sh --begin    notes what comes before it is applied, so that a run that is killed loses sight of nothing
#   remove-unused.sh --list     only says what it would remove
#
# It removes jobs, configuration and what else keeps nothing that could not be made again. Volumes, claims, namespaces, Secrets and all other
# kinds stay, and are named with the command that would remove them. Objects without a note are found by hubc's own labels.
set -eu
cd "$(dirname "$0")"
case \${1-} in
  '' | --begin | --list) ;;
  *) echo "usage: remove-unused.sh [--begin | --list]" >&2; exit 2 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Objects are noted a line each: ["apps/v1","Deployment","NAMESPACE","name"].
object='{{printf "[%q,%q,%q,%q]\\n" .apiVersion .kind (or .metadata.namespace "") .metadata.name}}'
inventory=hubc-inventory-RELEASE
kubectl create --filename manifests/ --dry-run=client --output "go-template=$object" > "$work/written"
kubectl get configmap "$inventory" --namespace NAMESPACE --ignore-not-found --output 'go-template={{.data.objects}}{{"\\n"}}' > "$work/noted"
# What other releases of the namespace have noted is theirs.
kubectl get configmaps --namespace NAMESPACE --selector hubc/inventory=true --field-selector "metadata.name!=$inventory" \\
  --output 'go-template={{range .items}}{{.data.objects}}{{"\\n"}}{{end}}' > "$work/others"
kubectl get OWN_KINDS --namespace NAMESPACE \\
  --selector 'app.kubernetes.io/managed-by=hubc,app.kubernetes.io/part-of=HUB,!hubc/inventory' \\
  --output "go-template={{range .items}}$object{{end}}" > "$work/labelled"
if ! [ -s "$work/written" ]; then
  echo "manifests/ holds no object: nothing is removed" >&2
  exit 1
fi

note() {
  # Without a line end at the end, as hubc deploy writes it.
  printf '%s' "$(grep '^\\["' | LC_ALL=C sort -u)" > "$work/objects"
  kubectl create configmap "$inventory" --namespace NAMESPACE --from-file "$work/objects" --dry-run=client --output yaml |
    kubectl label --local --filename - --output yaml app.kubernetes.io/managed-by=hubc app.kubernetes.io/part-of=HUB hubc/inventory=true |
    kubectl apply --server-side --field-manager=hubc --force-conflicts --filename - > /dev/null
}

if [ "\${1-}" = --begin ]; then
  cat "$work/written" "$work/noted" "$work/labelled" | note
  exit
fi

# What was brought and is not written: \`remove\` or \`keep\`, the kind with its group, the namespace, the name, and the line.
cat "$work/noted" "$work/labelled" > "$work/earlier"
awk -F '"' -v earlier="$work/earlier" '
  !/^\\["[^"]+","[^"]+","[^"]*","[^"]+"\\]$/ { next }
  { group = ($2 ~ /\\//) ? $2 : ""; sub(/\\/.*/, "", group); key = group "/" $4 "/" $6 "/" $8 }
  FILENAME != earlier { stays[key]; next }
  key in stays { next }
  {
    stays[key]
    removable = $6 != "" && index(" REMOVABLE_KINDS ", " " group "/" $4 " ")
    print (removable ? "remove" : "keep"), tolower($4) (group == "" ? "" : "." group), ($6 == "" ? "-" : $6), $8, $0
  }
' "$work/written" "$work/others" "$work/earlier" > "$work/unused"

while read -r what kind namespace name line; do
  place=""
  if [ "$namespace" != - ]; then place=" --namespace $namespace"; fi
  if [ "$what" = keep ]; then
    echo "$kind/$name is not written any more, and stays; \\\`kubectl delete $kind $name$place\\\` would remove it"
    printf '%s\\n' "$line" >> "$work/written"
  elif [ "\${1-}" = --list ]; then
    echo "$kind/$name is not written any more, and would be removed"
  else
    kubectl delete "$kind" "$name" --namespace "$namespace" --ignore-not-found --wait=false
  fi
done < "$work/unused"

if [ "\${1-}" = "" ]; then note < "$work/written"; fi
`,Oa=`"""Sets how many placeholders the hub has, which is how much room is kept free.

Usage: scale.py REPLICAS FIRST LAST ZONE, where FIRST and LAST are days (2026-08-26) between which this holds, and ZONE is the
time zone of the schedule. Outside of them, such as after the term, nothing is done.
"""

import json
import ssl
import sys
import urllib.request
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

ACCOUNT = Path("/var/run/secrets/kubernetes.io/serviceaccount")
SERVER = "https://kubernetes.default.svc"


def applies(first: date, last: date, zone: str) -> bool:
    """Without the zone's rules the day is known to within one."""
    try:
        return first <= datetime.now(ZoneInfo(zone)).date() <= last
    except (KeyError, ValueError, OSError):
        today = datetime.now(timezone.utc).date()
        return first - timedelta(days=1) <= today <= last + timedelta(days=1)


def scale(replicas: int) -> None:
    namespace = (ACCOUNT / "namespace").read_text()
    request = urllib.request.Request(
        f"{SERVER}/apis/apps/v1/namespaces/{namespace}/statefulsets/user-placeholder/scale",
        data=json.dumps({"spec": {"replicas": replicas}}).encode(),
        headers={
            "Authorization": f"Bearer {(ACCOUNT / 'token').read_text()}",
            "Content-Type": "application/merge-patch+json",
        },
        method="PATCH",
    )
    context = ssl.create_default_context(cafile=str(ACCOUNT / "ca.crt"))
    with urllib.request.urlopen(request, context=context, timeout=60) as answer:
        print(f"{replicas} placeholders: {answer.status}")


def main(replicas: str, first: str, last: str, zone: str) -> None:
    if applies(date.fromisoformat(first), date.fromisoformat(last), zone):
        scale(int(replicas))
    else:
        print(f"nothing to do: this is for {first} to {last}")


if __name__ == "__main__":
    main(*sys.argv[1:])
`;function ka(e){let t=new Map;for(let{day:n,changes:r}of e)for(let e of r){let r=`${e.minute} ${e.level}`,i=t.get(r)??{change:e,days:[]};i.days.push(n),t.set(r,i)}return[...t.values()].flatMap(({change:e,days:t})=>ja(d.flatMap(n=>Aa(e,n,t)))).sort((e,t)=>e.from-t.from||e.minute-t.minute||e.level-t.level)}function Aa({minute:e,level:t},n,r){let i=[];for(let a of r.filter(e=>s(e)===n).sort((e,t)=>e-t)){let r=i.at(-1);r&&a-r.to===7?i[i.length-1]={...r,to:a}:i.push({minute:e,level:t,weekdays:[n],from:a,to:a})}return i}function ja(e){let t=[];for(let n of[...e].sort((e,t)=>e.from-t.from)){let e=t.findIndex(e=>Na(e,n)),r=t[e];r===void 0?t.push(n):t[e]=Ma(r,n)}return t}function Ma(e,t){let n=d.filter(n=>e.weekdays.includes(n)||t.weekdays.includes(n));return{...e,weekdays:n,from:Math.min(e.from,t.from),to:Math.max(e.to,t.to)}}function Na(e,t){return!e.weekdays.some(e=>t.weekdays.includes(e))&&Pa(Ma(e,t))===Pa(e)+Pa(t)}function Pa({weekdays:e,from:t,to:n}){let r=0;for(let i=t;i<=n;i++)e.includes(s(i))&&r++;return r}function Fa(e,t){let n=ct(e,t)?xt(e):[],r=n.length===0?[]:Ia(e,n,t.project.timezone.value),[i]=n;if(r.length===0||i===void 0)return;let a=Ra(i),o=[...Va(e),Ha(e),...r.map(n=>Ga(e,n,t))];return{path:`${e.folder}/manifests/30-scale.yaml`,...A(o.map(e=>C(e)),{header:[`Room for those who come to a lecture or an exam: placeholders from 30 minutes before it, for as many as work at once. Written by hubc.`,`Deploying the chart in that time sets their number back to the usual one.`],origin:a})}}function Ia(e,t,n){let r=Math.min(...t.map(({term:e})=>e.value.from))-1,i=Math.max(...t.map(({term:e})=>e.value.to)),a=Cn(n)?wn(n,r,i):[],o=new Map;for(let t=r;t<=i;t++)for(let n of Ct(e,t,a)){let r=La(cn(e,{day:t,minute:n.minute},a));o.set(r,[...o.get(r)??[],{day:t,changes:[n]}])}return[...o].sort(([e],[t])=>e<t?-1:1).flatMap(([e,t])=>ka(t).map((t,n)=>({...t,name:n===0?e:`${e}-${n+1}`})))}function La(e){let t=[`room`,...new Set(e)].join(`-`),n=t.toLowerCase().replaceAll(/[^a-z0-9-]/g,`-`);return n===t&&n.length<=46?n:`${n.slice(0,37).replace(/-+$/,``)}-${Te(t).slice(0,8)}`}function Ra(e){return e.lectures[0]?.span??e.exams[0]?.span??e.span}const za=`hubc-scale`;function Ba(e,t=za){let n={"app.kubernetes.io/managed-by":`hubc`,"app.kubernetes.io/part-of":e.hub};return{name:t,namespace:e.namespace,labels:n}}function Va(e){let t=`rbac.authorization.k8s.io`;return[{apiVersion:`v1`,kind:`ServiceAccount`,metadata:Ba(e),automountServiceAccountToken:!1},{apiVersion:`${t}/v1`,kind:`Role`,metadata:Ba(e),rules:[S({apiGroups:[`apps`],resources:[`statefulsets/scale`],resourceNames:[`user-placeholder`],verbs:[`patch`]},`The number of placeholders, and nothing else.`)]},{apiVersion:`${t}/v1`,kind:`RoleBinding`,metadata:Ba(e),roleRef:{apiGroup:t,kind:`Role`,name:za},subjects:[{kind:`ServiceAccount`,name:za,namespace:e.namespace}]}]}function Ha(e){return{apiVersion:`v1`,kind:`ConfigMap`,metadata:Ba(e),data:{"scale.py":Oa}}}const Ua={sun:0,mon:1,tue:2,wed:3,thu:4,fri:5,sat:6};function Wa({minute:e,weekdays:t,from:n,to:r}){let i=`${e%60} ${Math.floor(e/60)}`;if(n!==r)return`${i} * * ${t.map(e=>Ua[e]).sort().join(`,`)}`;let[,a,o]=u(n).split(`-`);return`${i} ${Number(o)} ${Number(a)} *`}function Ga(e,t,n){let r=n.project.timezone.value,[i,a]=[u(t.from),u(t.to)],s=i===a?`On ${i}`:`From ${i} to ${a}`,c=t.level===ut(e)?`as many placeholders as usual`:`${t.level} placeholders`;return S({apiVersion:`batch/v1`,kind:`CronJob`,metadata:Ba(e,t.name),spec:{schedule:Wa(t),timeZone:r,concurrencyPolicy:`Replace`,startingDeadlineSeconds:900,successfulJobsHistoryLimit:1,failedJobsHistoryLimit:1,jobTemplate:{spec:{backoffLimit:3,activeDeadlineSeconds:600,template:{spec:Ka(e,n,[String(t.level),i,a,r])}}}}},`${s}, from ${o(t.minute)}: ${c}.`)}function Ka(e,t,n){let r=e.provider.pools.find(e=>e.core);return{serviceAccountName:za,automountServiceAccountToken:!0,restartPolicy:`Never`,nodeSelector:r&&x(ge(e.provider,r),r.span),securityContext:{runAsNonRoot:!0,runAsUser:1e3,seccompProfile:{type:`RuntimeDefault`}},containers:[{name:`scale`,image:`${Ve}:${t.project.chart.value}`,command:[`python3`,`/etc/hubc-scale/scale.py`,...n],resources:{requests:{cpu:`10m`,memory:`64Mi`},limits:{memory:`128Mi`}},securityContext:{allowPrivilegeEscalation:!1,readOnlyRootFilesystem:!0,capabilities:{drop:[`ALL`]}},volumeMounts:[{name:`script`,mountPath:`/etc/hubc-scale`,readOnly:!0}]}],volumes:[{name:`script`,configMap:{name:za}}]}}const qa=2**30;function Ja(e,t){let n=nt(e).map(Ue).filter(n=>Me(e.provider,n)===t),r=vt(e),i=e=>Math.max(0,...n.map(e)),a=i(({memory:e})=>e?.value.from??qa);return{memory:(a>0?a:qa)+r.memory,cpu:i(({cpu:e})=>e?.value.from??0)+r.cpu,gpu:i(({gpu:e})=>e?.value??0)}}const Ya=`nvidia.com/gpu`,Xa={key:Ya,operator:`Exists`,effect:`NoSchedule`};function Za(e){let t=at(e),n=_n(e).filter(e=>e!==t);if(n.length!==0)return{path:`${e.folder}/manifests/31-spare.yaml`,...A(n.map(t=>C(Qa(e,t))),{header:[`Room kept free for people: pods that give way to theirs. Written by hubc.`],origin:e.span})}}function Qa(e,t){let n=`spare-${t.name}`,r={"app.kubernetes.io/managed-by":`hubc`,"app.kubernetes.io/part-of":e.hub},i={"app.kubernetes.io/name":n},a=e.spare.find(e=>e.pool===t.name);return x({apiVersion:`apps/v1`,kind:`Deployment`,metadata:{name:n,namespace:e.namespace,labels:{...r,...i}},spec:{replicas:a?.count.value??0,selector:{matchLabels:i},template:{metadata:{labels:{...r,...i}},spec:$a(e,t)}}},a?.count.span??e.span)}function $a(e,t){let{memory:n,cpu:r,gpu:i}=Ja(e,t),a=i>0?{[Ya]:String(i)}:void 0,o={memory:_(n),...r>0?{cpu:Ie(r)}:{},...a};return{priorityClassName:`${e.releaseName}-${ve.priority}`,schedulerName:eo(e)?`${e.releaseName}-${ve.scheduler}`:void 0,nodeSelector:x(ge(e.provider,t),t.span),tolerations:to(e,t,i>0),terminationGracePeriodSeconds:0,automountServiceAccountToken:!1,containers:[{name:`pause`,image:ve.image,resources:{requests:o,limits:a},securityContext:{runAsNonRoot:!0,runAsUser:ve.user,runAsGroup:ve.user,allowPrivilegeEscalation:!1,capabilities:{drop:[`ALL`]},seccompProfile:{type:`RuntimeDefault`}}}]}}function eo(e){return an(e,`scheduling.userScheduler.enabled`,e.userScheduler?.value)!==!1}function to(e,t,n){let r=vn(e.provider,t);return[...[...ve.tolerated.map(e=>({key:e,value:`user`})),...r?[r]:[]].map(e=>({...e,operator:`Equal`,effect:`NoSchedule`})),...n?[{...Xa}]:[]]}var no=`#!/bin/sh
# Tells which keys of the Secret SECRET in the namespace NAMESPACE are missing, by the names of keys.
# No value is printed or kept. kubectl gets a Secret whole, values too: who runs this needs the right to read it. Written by hubc.
#
#   check-secrets.sh          asks the cluster of kubectl's current context
#   check-secrets.sh FILE     looks into a Secret that sops has encrypted
#
# Ends with 0 where every key is there, with 1 where one is missing, and with 2 where it could not look.
set -eu

wanted() {
  cat <<'KEYS'
KEYS_LIST
KEYS
}

#own# The Secret's keys, a line each.
keys_in_cluster() {
  # shellcheck disable=SC2016
  kubectl get secret SECRET --namespace NAMESPACE \\
    --output 'go-template={{range $key, $value := .data}}{{printf "%s\\n" $key}}{{end}}'
}

#endown
# In a file that sops has encrypted, keys stand as they are. A value that is empty counts as missing; one that stands there
# readable stops the script.
keys_in_file() {
  awk '
    function trimmed(text) { sub(/^[ \\t]+/, "", text); sub(/[ \\t\\r]+$/, "", text); gsub(/^["\\047]|["\\047]$/, "", text); return text }
    /^[ \\t]*(#|$)/ { next }
    /^[^ \\t]/ {
      inside = ($0 ~ /^(data|stringData):[ \\t\\r]*$/)
      indent = -1
      if ($0 ~ /^sops:/) encrypted = 1
      next
    }
    inside {
      match($0, /^[ \\t]*/)
      if (indent < 0) indent = RLENGTH
      if (RLENGTH > indent) next
      colon = index($0, ":")
      if (colon == 0) next
      key = trimmed(substr($0, 1, colon - 1))
      value = trimmed(substr($0, colon + 1))
      if (value == "") next
      if (value !~ /^ENC\\[/) { readable = readable " " key; next }
      found = found key "\\n"
    }
    END {
      if (!encrypted || readable != "") {
        print FILENAME ": not encrypted by sops" (readable == "" ? "" : ":" readable) > "/dev/stderr"
        exit 2
      }
      printf "%s", found
    }
  ' "$1"
}

#others# Secrets beside it, a key a line; \`.\` stands for one of which no key is known.
others() {
  cat <<'OTHERS'
OTHERS_LIST
OTHERS
}

# The keys of one of them, after a \`.\`; nothing where it is not there.
keys_of_other() {
  # shellcheck disable=SC2016
  kubectl get secret "$1" --namespace NAMESPACE --ignore-not-found \\
    --output 'go-template={{printf ".\\n"}}{{range $key, $value := .data}}{{printf "%s\\n" $key}}{{end}}' </dev/null
}

#endothers
if [ "$#" -gt 1 ]; then
  echo "usage: check-secrets.sh [FILE]" >&2
  exit 2
elif [ "$#" -eq 1 ]; then
  if [ ! -r "$1" ]; then
    echo "$1: can't be read" >&2
    exit 2
  fi
  where=$1
  found=$(keys_in_file "$1") || exit 2
else
#others  lacking=$(others | while IFS='	' read -r name key use; do
    held=$(keys_of_other "$name") || exit 2
    printf '%s\\n' "$held" | grep -F -x -q -e "$key" || printf '  the Secret %s, %s: %s\\n' "$name" "$key" "$use"
  done) || exit 2
  if [ -n "$lacking" ]; then printf 'Missing in the namespace NAMESPACE:\\n%s\\n' "$lacking"; fi
#endothers
#own  where="the Secret SECRET in the namespace NAMESPACE"
  found=$(keys_in_cluster) || exit 2
#endown
#unowned  where="the namespace NAMESPACE"
  found=""
#endunowned
fi

missing=$(wanted | while IFS='	' read -r key use; do
  printf '%s\\n' "$found" | grep -F -x -q -e "$key" || printf '  %s: %s\\n' "$key" "$use"
done)

if [ -n "$missing" ]; then
  printf 'Missing in %s:\\n%s\\n' "$where" "$missing"
  exit 1
fi
#others[ -z "\${lacking:-}" ] || exit 1
#endothers
printf 'Every key is in %s.\\n' "$where"
`;function ro(e){let t=ze(e);if(!pi(e))return[];if(t.length===0)return[oo(e,t)];let{source:n}=e.secrets;return[ao(e,t),oo(e,t),...n.kind===`external`?[so(e,n,t)]:[],...n.kind===`sops`?[co(e,n,t)]:[]]}function io(e,t){return Object.entries(t).reduce((e,[t,n])=>e.replaceAll(RegExp(`^#${t}([^]*?)^#end${t}\\n`,`gm`),(e,t)=>n?t:``),e)}function ao(e,t){let n={secret:e.secretName,namespace:e.namespace,keys:t.map(({key:e,path:t,use:n})=>({key:e,path:t,use:n}))};return Dn(`${e.folder}/secrets.json`,n,e.span)}function oo(e,t){let n=t.map(({key:e,use:t})=>`${e}\t${t}`).join(`
`),r=fi(e).flatMap(e=>(e.keys.length>0?e.keys:[`.`]).map(t=>`${e.name}\t${t}\t${e.use}`)),i={own:t.length>0,unowned:t.length===0,others:r.length>0},a=jn(io(no,i),{NAMESPACE:e.namespace,KEYS_LIST:n,OTHERS_LIST:r.join(`
`),SECRET:e.secretName});return{...E(`${e.folder}/check-secrets.sh`,a,e.span),executable:!0}}function so(e,t,n){let{store:r,clusterWide:i,item:a,prefix:o,refresh:s}=t,c=({key:e,path:t})=>a?{key:x(a.value,a.span),property:e}:{key:o?x(`${o.value}${t}`,o.span):t},l={apiVersion:`external-secrets.io/v1`,kind:`ExternalSecret`,metadata:{name:e.secretName,namespace:e.namespace,labels:{"app.kubernetes.io/managed-by":`hubc`,"app.kubernetes.io/part-of":e.hub}},spec:{refreshInterval:x(`${s.value}s`,s.span),secretStoreRef:{name:x(r.value,r.span),kind:x(i.value?`ClusterSecretStore`:`SecretStore`,i.span)},target:{name:e.secretName,creationPolicy:`Owner`,deletionPolicy:`Retain`},data:n.map(e=>({secretKey:e.key,remoteRef:c(e)}))}},u=[`The Secret of ${e.name}, which the External Secrets operator makes. Written by hubc.`];return{path:`${e.folder}/manifests/15-secrets.yaml`,...A([C(l)],{header:u,origin:t.span})}}function co(e,t,n){let r={apiVersion:`v1`,kind:`Secret`,metadata:{name:e.secretName,namespace:e.namespace},type:`Opaque`,stringData:Object.fromEntries(n.map(({key:e})=>[e,``]))},i=[`The Secret of ${e.name} without its values. Copied to ${t.file.value}, filled and encrypted by sops; never filled here. Written by hubc.`];return{path:`${e.folder}/secret.template.yaml`,...A([C(r)],{header:i,origin:t.span})}}function lo(e){let t=new Map;for(let{secrets:n}of e)n.source.kind===`sops`&&!t.has(n.source.file.value)&&t.set(n.source.file.value,n.source);let[n]=t.values();if(n===void 0)return;let r=[...t.values()].map(uo);return{path:`.sops.yaml`,...A([C({creation_rules:r})],{header:["Whom sops encrypts for: `sops --config` takes it. Keys stay readable, values do not. Written by hubc."],origin:n.span})}}function uo({file:e,recipients:t,span:n}){let{age:r,...i}=t,a=e=>e&&x(e.value,e.span);return x({path_regex:x(`(^|/)${e.value.replace(/[.+*?()[\]{}|^$\\]/g,`\\$&`)}$`,e.span),encrypted_regex:`^(data|stringData)$`,age:r.length>0?x(r.map(({value:e})=>e).join(`,`),r[0]?.span):void 0,gcp_kms:a(i.gcp_kms),kms:a(i.kms),azure_keyvault:a(i.azure_keyvault)},n)}function fo(e,t){return[...Di(e),...[po(e),Fa(e,t),Za(e),xa(e,t),Ea(e)].flatMap(e=>e??[]),...ro(e),mo(e),Bi(e,t.project)]}function po(e){let{ingress:t}=e;if(t===void 0||Ge(t)!==`google`)return;let n={name:ue,namespace:e.namespace,labels:{"app.kubernetes.io/managed-by":`hubc`,"app.kubernetes.io/part-of":e.hub}},r={apiVersion:`cloud.google.com/v1`,kind:`BackendConfig`,metadata:n,spec:{timeoutSec:S(86400,`Seconds after which a connection ends, in use or not: 30 unless told.`),healthCheck:{type:`HTTP`,requestPath:Dt}}},i={apiVersion:`networking.gke.io/v1beta1`,kind:`FrontendConfig`,metadata:n,spec:{redirectToHttps:{enabled:!0}}},a=t.tls.value&&t.class?.value!==`gce-internal`;return{path:`${e.folder}/manifests/15-load-balancer.yaml`,...A([r,...a?[i]:[]].map(e=>C(e)),{header:[`How Google's load balancer reaches the hub. Written by hubc.`],origin:t.span})}}function mo(e){let t=jn(Da,{OWN_KINDS:Ur.map(ho).join(`,`),REMOVABLE_KINDS:[...Hr].join(` `),NAMESPACE:e.namespace,RELEASE:e.name,HUB:e.hub});return{...E(`${e.folder}/remove-unused.sh`,t,e.span),executable:!0}}function ho({apiVersion:e,kind:t}){let[n]=e.includes(`/`)?e.split(`/`):[];return[t.toLowerCase(),...n===void 0?[]:[n]].join(`.`)}function j(e,t={},...n){return{name:e,attributes:t,children:n}}function go(e){return`${_o(e,``)}\n`}function _o({name:e,attributes:t,children:n},r){let i=`${r}<${e}${Object.entries(t).map(([e,t])=>` ${e}="${vo(t)}"`).join(``)}`;if(n.length===0)return`${i}/>`;if(n.every(e=>typeof e==`string`))return`${i}>${n.map(e=>xo(e)).join(``)}</${e}>`;let a=n.map(e=>typeof e==`string`?`${r}  ${xo(e)}`:_o(e,`${r}  `));return[`${i}>`,...a,`${r}</${e}>`].join(`
`)}function vo(e){return typeof e==`number`?String(Math.round(e*100)/100):xo(e)}const yo=/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,bo={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`};function xo(e){return e.replace(yo,`�`).replace(/[&<>"']/g,e=>bo[e]??``)}function M(e){return e.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`).replaceAll(`"`,`&quot;`)}function So(e){return e.replaceAll(`&`,`&amp;`).replaceAll(`"`,`&quot;`)}function Co(e,t){return e.collaboration.value?wo(Je(t.image)):void 0}function wo(e){let t=e.ystore===void 0?[]:[`--YDocExtension.ystore_class=${e.ystore}`];return e.lab===3?[`jupyterhub-singleuser`,`--LabApp.collaborative=true`,...t]:t.length>0?[`jupyterhub-singleuser`,...t]:void 0}function To(e){return!e.byCourse&&e.courses.some(e=>e.collaboration.value)?new Set:new Set(e.groups.flatMap(({workspace:e})=>e?.collaboration.value?[e.account.value]:[]))}function Eo(e,t,n){if(n===void 0||t.collaboration.value||To(e).size===0)return;let r=Je(n.image);return r.lab===3?{people:{},accounts:{cmd:wo(r)}}:{people:{args:[`--YDocExtension.disable_rtc=True`]},accounts:{args:[`--YDocExtension.disable_rtc=False`]}}}function Do(e,t){let n=Eo(e.release,t,e.images.get(t.image.value));if(n===void 0)return{people:{},overrides:{}};let r={groups:[Ut],spawner_override:n.accounts};return{people:n.people,overrides:{"10-hubc-collaboration":r}}}const Oo=`hubc-files`;function ko(e){let t=`${Oo}-${e.replaceAll(`.`,`-`)}`;return t.length<=63&&!e.includes(`.`)?t:`${t.slice(0,54)}-${Te(e).slice(0,8)}`}function Ao(e,t){let n={};for(let r of Fo(e,t)){let{holds:t}=r;if(t.kind===`secret`||t.kind===`elsewhere`)continue;let i=t.kind===`text`?{stringData:b(t.text)}:{data:x(ot(t.values,r.span,e),r.span)};n[r.name]=x({mountPath:b(r.path),...Io(r),...i},r.span)}return n}function jo(e,t){let n=No(e,t).map(({file:e,key:t})=>({key:t,path:t,...Io(e)})),r={name:Oo,secret:{secretName:e.secretName,items:n}},i=new Map(Po(e,t).map(({name:e,file:t})=>[e.value,{name:e,file:t}]));return[...n.length===0?[]:[[Oo,r]],...[...i.values()].map(({name:e,file:t})=>{let n=ko(e.value);return[n,x({name:n,secret:{secretName:b(e)}},t.span)]})]}function Mo(e,t){let n=[...No(e,t).map(({file:e,key:t})=>({file:e,key:t,name:Oo})),...Po(e,t).map(({file:e,key:t,name:n})=>({file:e,key:t,name:ko(n.value)}))];return Object.fromEntries(n.map(({file:e,key:t,name:n})=>[`file-${e.name}`,x({name:n,mountPath:b(e.path),subPath:t,readOnly:!0},e.span)]))}function No(e,t){return Fo(e,t).flatMap(e=>e.holds.kind===`secret`?[{file:e,key:e.holds.secret.value.key}]:[])}function Po(e,t){return Fo(e,t).flatMap(e=>e.holds.kind===`elsewhere`?[{file:e,key:e.holds.key,name:e.holds.name}]:[])}function Fo({files:e},t){return e.filter(e=>e.in.value===t)}function Io({executable:e}){return e?{mode:493}:{}}var Lo=`"""What a JupyterHub does for hubc: exact groups and admins, sources of groups at sign-in, and who may start which server.

Written by hubc, the same for every hub. All it knows comes from the values under \`custom.hubc\`, from \`singleuser.profileList\`,
and from files and variables of the hub's pod that a Kubernetes Secret fills. It works as classes put in front of the hub's own
spawner and authenticator, which keep their settings and their hooks. Nothing happens before \`configure\` is called.
"""

from typing import Any

from hubc_hub import people, servers, sign_in
from hubc_hub.data import GetConfig, HubData


def configure(c: Any, get_config: GetConfig) -> None:
    """Changes the hub's configuration \`c\` by what \`get_config\`, of the chart's z2jh.py, says of the values."""
    data: HubData = get_config("custom.hubc", None) or {}
    servers.configure(c, data, get_config("singleuser.profileList", None) or [])
    # Before people.py: it adds to what its class hears from sign-in.
    if "signIn" in data:
        sign_in.configure(c, data)
    people.configure(c, data)
`,Ro=`"""The values under \`custom.hubc\`, as hubc writes them. Every key may be absent; a key that is there holds no null."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

GetConfig = Callable[[str, Any], Any]
"""The chart's reader of values: a path with dots, and what it gives where nothing is there."""

AuthModel = dict[str, Any]
"""What a sign-in says of a person: JupyterHub's \`name\`, \`auth_state\`, \`groups\` and more."""

Profile = dict[str, Any]
"""An entry of KubeSpawner's \`profile_list\`."""

SECRETS_DIRECTORY = "/etc/hubc/secrets"


class GroupData(TypedDict, total=False):
    members: Sequence[str]
    secretMembers: Sequence[str]
    """Keys of the Secret, each a list of people."""
    sources: Sequence[str]
    """Groups that hold whom a source gave at their last sign-in."""


class WorkspaceData(TypedDict, total=False):
    group: str
    memberOf: Sequence[str]
    """The account's own groups: only for settings by group, such as real-time collaboration."""


class CourseData(TypedDict, total=False):
    people: str
    """The group of the course's people."""
    staff: Sequence[str]
    everyone: bool
    """Is everybody of the course's people who is not its staff and no admin?"""


class AllowedData(TypedDict, total=False):
    members: Sequence[str]
    """Groups whose members may sign in."""
    existing: bool
    """Whoever has an account on the hub may, too; nobody by that where it is not said."""


class SecretData(TypedDict, total=False):
    variable: str
    key: str
    """In the hub's Secret, for messages."""
    shortest: int
    """Characters."""
    section: str
    trait: str
    name: str
    """Of a consumer of LTI 1.1."""


class AddressData(TypedDict, total=False):
    claim: str
    verified: str
    """The claim that says whether the address is the person's."""
    domains: Sequence[str]


class SourceData(TypedDict, total=False):
    memberOf: Sequence[str]
    role: str
    context: str
    claim: str
    value: str


class SignInData(TypedDict, total=False):
    options: Sequence[SecretData]
    consumer: SecretData
    firstPassword: SecretData
    files: Sequence[str]
    stripDomain: str
    within: Sequence[str]
    """Organizations and teams of GitHub, one of which must hold whoever signs in."""
    addresses: AddressData
    asks: str
    """The provider that is asked for memberships: canvas, github or google."""
    sources: Mapping[str, SourceData]
    claims: str
    """Where in the authentication state the claims are."""


class EntryData(TypedDict, total=False):
    """What can be chosen, by its slug in \`singleuser.profileList\`. An exam's begins with its course's and a dot."""

    title: str
    profile: bool
    """Is it there always, and of no course?"""
    default: bool
    """Is it what starts where nothing is asked for?"""
    groups: Sequence[str]
    """Whose members may choose it; absent where everybody may."""
    choices: Mapping[str, Mapping[str, Sequence[str]]]
    """Of its \`profile_options\`, those that are for some people only: groups by option and choice."""
    opens: str
    closes: str
    staff: Sequence[str]
    staffOverride: dict[str, Any]
    accountOverride: dict[str, Any]
    grader: str
    graderOverride: dict[str, Any]
    tolerations: Sequence[Any]
    owner: dict[str, Any]
    """The container that makes folders the person's own, in place of the hub's usual one."""


class AccountData(TypedDict, total=False):
    group: str
    course: str
    """The one course that a grader's account has."""
    collaborates: bool


class ServersData(TypedDict, total=False):
    timezone: str
    entries: Mapping[str, EntryData]
    outsideTerms: str
    """Titles of the courses whose people have servers when no course runs; empty where only admins do."""
    accounts: Mapping[str, AccountData]
    raises: Mapping[str, Mapping[str, float]]
    """What a group's members get at least, by KubeSpawner's traits: bytes and cores."""


# "from" is a word of Python's.
HomesData = TypedDict("HomesData", {"from": str, "to": str})


class HubData(TypedDict, total=False):
    secretsDirectory: str
    secretName: str
    groups: Mapping[str, GroupData | None]
    workspaces: Mapping[str, WorkspaceData]
    accountPrefixes: Sequence[str]
    workspaceHomes: HomesData
    courses: Mapping[str, CourseData]
    admins: Sequence[str]
    allowed: AllowedData
    signIn: SignInData
    servers: ServersData
`,zo=`"""The people of this hub, made exact: who is in which group, who is admin, and which accounts are shared workspaces.

Roles are plain values in \`hub.loadRoles\`, and plain values alone can only add people. So at each start of the hub, whoever is no
longer listed leaves the groups declared here, is no longer admin and, where sign-in is by list, can't sign in. Nobody can sign in as
a workspace, whatever the sign-in allows. Where groups come from sign-in, sign_in.py tells what each sign-in says.
"""

from collections.abc import Mapping, Sequence
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from jupyterhub import orm
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from tornado.web import HTTPError

from hubc_hub.data import AuthModel, HubData
from hubc_hub.roster import NAMESPACE, Listed, Roster, fold, read_groups
from hubc_hub.starting import check_has, put_in_front, stop

WORKSPACE_ROLE = "hubc-workspaces"
ACCOUNTS_GROUP = f"{NAMESPACE}accounts"
"""The group whose properties say which accounts were made for workspaces, also by earlier builds."""

if TYPE_CHECKING:

    class Base(Authenticator):
        """What people.py asks of the class behind it: the hub's own, or that with the rules of sign_in.py."""

        def hubc_sources(self, auth_model: AuthModel) -> dict[str, bool]: ...

else:
    Base = object


def configure(c: Any, data: HubData) -> None:
    """Puts the rules in front of the hub's authenticator, and makes the accounts of workspaces."""
    check_has(
        Authenticator,
        "add_user check_allow_config check_allowed normalize_username refresh_user run_post_auth_hook validate_username",
    )
    check_has(JupyterHub, "authenticator_class init_db load_roles")
    check_has(orm.User, "admin groups name roles")
    check_has(orm.Group, "find name properties users")
    # Read once, here: a list that is missing stops the hub before it has changed anything.
    put_in_front(c, "authenticator", People, hubc_data=data, hubc_lists=read_groups(data))
    if data.get("workspaces"):
        # JupyterHub makes the users that a role names, so members can start a workspace from the first day. The role gives
        # what every user has.
        c.JupyterHub.load_roles.append(
            {
                "name": WORKSPACE_ROLE,
                "description": "The shared accounts of this hub",
                "scopes": ["read:users:name!user"],
                "users": sorted(data["workspaces"]),
            }
        )


def settle(db: orm.Session, roster: Roster) -> None:
    """Makes the database say what the roster says, before JupyterHub loads users, groups and role assignments."""
    claim_accounts(db, roster)
    groups = {name: orm.Group.find(db, name) or orm.Group(name=name) for name in roster.declared}
    for group in groups.values():
        group.properties = {**(group.properties or {}), "hubc": True}
        db.add(group)
    for group in db.query(orm.Group):
        is_ours = (group.properties or {}).get("hubc") or group.name.startswith(NAMESPACE)
        if is_ours and group.name not in groups:
            group.users = []
            group.properties = {key: value for key, value in (group.properties or {}).items() if key != "hubc"}
    for user in db.query(orm.User):
        join(db, user, roster)
        if user.name not in roster.admins and (user.admin or "admin" in {role.name for role in user.roles}):
            user.admin = False
            user.roles = [role for role in user.roles if role.name != "admin"]
    db.commit()


def claim_accounts(db: orm.Session, roster: Roster) -> None:
    """Stops on a workspace whose name is a person's in this hub; notes all workspaces, so that they can come and go."""
    record = orm.Group.find(db, ACCOUNTS_GROUP) or orm.Group(name=ACCOUNTS_GROUP)
    known = set((record.properties or {}).get("accounts") or [])
    for user in db.query(orm.User):
        if WORKSPACE_ROLE in {role.name for role in user.roles}:
            known.add(user.name)
    for account in sorted(set(roster.workspaces) - known):
        if db.query(orm.User).filter_by(name=account).first() is not None:
            stop(
                f"the workspace {account!r} has the name of a person of this hub: somebody signed in by it, or an admin"
                " added it. Its members would get that person's rights and files. Give the workspace another account, or"
                " delete the user on the admin page of the hub as it was, if it never was a person."
            )
    roster.refused |= {fold(name) for name in known}
    record.properties = {**(record.properties or {}), "accounts": sorted(known | set(roster.workspaces))}
    db.add(record)


def join(db: orm.Session, user: orm.User, roster: Roster) -> bool:
    """Puts a user into exactly the declared groups that hold them; other groups stay. True where that was a change."""
    current = {group.name for group in user.groups}
    wanted = roster.all_groups_of(user.name, current)
    if wanted == current:
        return False
    found = [orm.Group.find(db, name) for name in sorted(wanted)]
    # A group that somebody deleted on the admin page comes back at the next start.
    user.groups = [group for group in found if group is not None]
    return True


class People(Base):
    """The rules, at the places where JupyterHub asks its authenticator."""

    hubc_data: HubData
    hubc_lists: Mapping[str, Sequence[Listed]]
    hubc_roster: Roster

    def check_allow_config(self) -> None:
        # The first that JupyterHub asks when it starts to load users: the database is open, the roles exist.
        self.hubc_roster = roster = Roster(self.hubc_data, self.hubc_lists, self)
        self.admin_users = set(roster.admins)
        if "allowed" in self.hubc_data:
            allowed = [roster.listed.get(group, set()) for group in self.hubc_allowed_groups()]
            self.allow_all = False
            self.allow_existing_users = bool(self.hubc_data["allowed"].get("existing"))
            # What check_allowed adds below is a rule too, though it is none of the options that JupyterHub looks for.
            self.any_allow_config = True
            self.allowed_users = set(self.allowed_users).union(roster.admins, *allowed)
        db = getattr(self.parent, "db", None)
        if db is None:
            stop("this JupyterHub has no database at this point. Use the chart version this was made for.")
        settle(db, roster)
        super().check_allow_config()

    def hubc_allowed_groups(self) -> set[str]:
        return set((self.hubc_data.get("allowed") or {}).get("members") or [])

    async def check_allowed(self, username: str, auth_model: AuthModel | None = None) -> bool:
        allowed = super().check_allowed(username, auth_model)
        if await allowed if isawaitable(allowed) else allowed:
            return True
        groups = self.hubc_roster.groups_of(username, set(), self.hubc_sources_of(username, auth_model))
        return bool(groups & self.hubc_allowed_groups())

    async def add_user(self, user: Any) -> None:
        # Everybody new comes through here: at a first sign-in, and at the start for each user there is.
        added = super().add_user(user)
        if isawaitable(added):
            await added
        if join(self.parent.db, getattr(user, "orm_user", user), self.hubc_roster):
            self.parent.db.commit()

    async def run_post_auth_hook(self, handler: Any, auth_model: AuthModel | None) -> AuthModel | None:
        # The last step of a sign-in, after every allow rule and after a hook set elsewhere, which may change the name.
        auth_model = await super().run_post_auth_hook(handler, auth_model)
        if not auth_model:
            return auth_model
        name = auth_model["name"]
        if self.hubc_roster.is_account(name):
            self.log.warning("hubc: refused a sign-in as the workspace %s", name)
            raise HTTPError(403, "%s is a shared workspace. Sign in as yourself, then open it from there.", name)
        return self.hubc_with_groups(name, auth_model)

    async def refresh_user(self, user: Any, handler: Any = None, **kwargs: Any) -> bool | AuthModel:
        if user.name in self.hubc_roster.workspaces:
            # It never signed in, so there is nothing to renew; "expired" would keep its members from starting it.
            return True
        answer = super().refresh_user(user, handler, **kwargs)
        answer = await answer if isawaitable(answer) else answer
        return self.hubc_with_groups(user.name, answer) if isinstance(answer, dict) else answer

    def hubc_sources_of(self, name: str, auth_model: AuthModel | None) -> set[str]:
        """The sources that hold a person: as this sign-in says, or, where it says nothing, as an earlier one did."""
        known = self.hubc_roster.source_names
        if not known or not auth_model:
            return set()
        # Without rules of sign-in the only sources are groups that the admin page fills, of which a sign-in says nothing.
        said = self.hubc_sources(auth_model) if self.hubc_data.get("signIn") else {}
        user = self.parent.db.query(orm.User).filter_by(name=name).first()
        before = {group.name for group in user.groups} if user else set()
        return {source for source, is_in in said.items() if is_in} | ((before & known) - set(said))

    def hubc_with_groups(self, name: str, auth_model: AuthModel) -> AuthModel:
        # Where sign-in manages groups, JupyterHub replaces a user's groups by this list.
        roster, groups = self.hubc_roster, auth_model.get("groups")
        if groups is None and roster.source_names:
            # A class that gives no groups by itself, where the rules in front of it do.
            groups = []
        if self.manage_groups and groups is not None:
            current = (set(groups) - roster.source_names) | self.hubc_sources_of(name, auth_model)
            auth_model["groups"] = sorted(roster.all_groups_of(name, current))
        return auth_model
`,Bo=`"""The courses, exams and profiles that there are to choose from on this hub: who may choose them, and when.

What there is to choose is plain values in \`singleuser.profileList\`, and each has its rules under the same slug.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jupyterhub import orm

from hubc_hub.data import Profile, ServersData
from hubc_hub.starting import stop


def course_of(slug: str) -> str:
    """Exams are named after their course."""
    return slug.partition(".")[0]


def read_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        stop(f"this hub's image doesn't know the time zone {name!r} of the project.")


class Profiles:
    """The rules by slug, in the order of the values. False where nothing is chosen on this hub."""

    def __init__(
        self,
        data: ServersData,
        clock: Callable[[tzinfo], datetime] = datetime.now,
        profile_list: Sequence[Profile] = (),
    ) -> None:
        self.rules = data.get("entries") or {}
        self.profile_list = profile_list
        self.accounts = data.get("accounts") or {}
        self.zone = read_zone(data.get("timezone") or "UTC")
        self.clock = clock

    def __bool__(self) -> bool:
        return bool(self.rules)

    def title(self, slug: str) -> str:
        return self.rules[slug]["title"] if slug in self.rules else slug

    def is_profile(self, slug: str) -> bool:
        return self.rules.get(slug, {}).get("profile", False)

    def has_options(self, slug: str) -> bool:
        """Is something chosen within it?"""
        return any(one["slug"] == slug and one.get("profile_options") for one in self.profile_list)

    def usual(self, slugs: Iterable[str]) -> str | None:
        """Of these, what starts where nothing is asked for."""
        return next((slug for slug in slugs if self.rules[slug].get("default")), None)

    def is_exam(self, slug: str) -> bool:
        return "opens" in self.rules[slug]

    def is_ahead(self, slug: str) -> bool:
        return self.is_exam(slug) and self.clock(self.zone) < self.moment(self.rules[slug]["opens"])

    def is_over(self, slug: str) -> bool:
        return self.is_exam(slug) and self.clock(self.zone) >= self.moment(self.rules[slug]["closes"])

    def hours(self, exam: str) -> str:
        """When an exam is open, for people."""
        opens, closes = self.moment(self.rules[exam]["opens"]), self.moment(self.rules[exam]["closes"])
        until = f"{closes:%H:%M}" if opens.date() == closes.date() else f"{closes:%Y-%m-%d %H:%M}"
        return f"from {opens:%Y-%m-%d %H:%M} to {until} ({self.zone.key})"

    def moment(self, text: str) -> datetime:
        """A time on the clocks of the people."""
        return datetime.fromisoformat(text).replace(tzinfo=self.zone)

    def open_to(self, user: orm.User, group_members: Callable[[str], Iterable[orm.User]]) -> list[str]:
        """What this user's server may be, exams that are over left out."""
        account = self.accounts.get(user.name)
        if account is None:
            slugs = self.of_person(user)
        elif "course" in account:
            # A course's grader grades that course, whatever its staff may choose.
            slugs = [account["course"]]
        else:
            slugs = self.of_team(account["group"], group_members(account["group"]))
        return [slug for slug in slugs if not self.is_over(slug)]

    def offered_to(self, user: orm.User, slugs: Iterable[str]) -> list[Profile]:
        """These entries of KubeSpawner's list, with the choices within each that are open to this user."""
        account = self.accounts.get(user.name)
        groups = {group.name for group in user.groups} if account is None else {account.get("group", "")}
        wanted = set(slugs)
        offered = [deepcopy(profile) for profile in self.profile_list if profile["slug"] in wanted]
        for profile in offered:
            for name, guarded in (self.rules[profile["slug"]].get("choices") or {}).items():
                choices = profile["profile_options"][name]["choices"]
                for choice, allowed in guarded.items():
                    if not (user.admin and account is None) and groups.isdisjoint(allowed):
                        del choices[choice]
        return offered

    def is_exam_image(self, typed: str, slugs: Iterable[str]) -> bool:
        """Is what a person types an image of exams alone, none of which is open to them? These slugs may be ahead."""
        now = {slug for slug in slugs if not self.is_ahead(slug)}
        images = [
            (profile["slug"], split_image(image)) for profile in self.profile_list for image in images_of(profile)
        ]
        usual = {image for slug, image in images if slug in now or not self.is_exam(slug)}
        closed = {image for _, image in images} - usual
        path, tag = split_image(typed)
        # By its digest an image can't be told from another of the same repository, and another tag may be the same image.
        shared = "@" not in typed and any(path == used for used, _ in usual)
        return any(path == image[0] and (tag == image[1] or not shared) for image in closed)

    def of_person(self, user: orm.User) -> list[str]:
        groups = {group.name for group in user.groups}
        return [slug for slug in self.rules if user.admin or self.is_for(slug, groups)]

    def is_for(self, slug: str, groups: set[str]) -> bool:
        """May members of these groups choose it?"""
        wanted = self.rules[slug].get("groups")
        return wanted is None or not groups.isdisjoint(wanted)

    def of_team(self, team: str, members: Iterable[orm.User]) -> list[str]:
        """What a shared account may be: what names its group, else what every member that the hub knows may choose."""
        slugs = {slug for slug in self.rules if self.is_for(slug, {team})}
        if not any(team in (rules.get("groups") or []) for rules in self.rules.values()):
            of_members = [set(self.of_person(member)) for member in members]
            slugs |= set.intersection(*of_members) if of_members else set()
        return [slug for slug in self.rules if slug in slugs]


def is_offered(option: Mapping[str, Any], choice: object) -> bool:
    """Is it one of the option's choices?"""
    return isinstance(choice, str) and choice in (option.get("choices") or {})


def may_type(option: Mapping[str, Any], typed: object) -> bool:
    """May a person give this as a choice of their own? All of it has to be of the form that the option asks for."""
    unlisted = option.get("unlisted_choice") or {}
    if not unlisted.get("enabled") or not isinstance(typed, str):
        return False
    return re.fullmatch(unlisted.get("validation_regex") or ".*", typed) is not None


def images_of(profile: Profile) -> list[str]:
    """The images that an entry of KubeSpawner's list starts, those of its choices among them."""
    options = (profile.get("profile_options") or {}).values()
    entries = [profile, *(choice for option in options for choice in (option.get("choices") or {}).values())]
    images = [(entry.get("kubespawner_override") or {}).get("image") for entry in entries]
    return [image for image in images if isinstance(image, str)]


def split_image(image: str) -> tuple[str, str]:
    """The path of an image's name, and its tag. The registry's host is left off: one registry has many names, and mirrors."""
    name = image.partition("@")[0].lower()
    host, slash, rest = name.partition("/")
    if slash and (host == "localhost" or "." in host or ":" in host):
        name = rest
    path, _, tag = name.partition(":")
    return path.removeprefix("library/"), tag
`,Vo=`"""Who is in which group, by the values and the lists of people in the hub's Secret."""

import unicodedata
from collections.abc import Iterable, Mapping
from logging import Logger
from pathlib import Path
from typing import Protocol

from hubc_hub.data import SECRETS_DIRECTORY, HubData
from hubc_hub.starting import stop

NAMESPACE = "hubc:"
"""Every group that hubc makes begins so. What sign-in gives under such a name is no group."""

Listed = tuple[str, str]
"""Where a name is written, for messages, and the name."""


class Names(Protocol):
    """What is asked of the hub's authenticator."""

    log: Logger

    def normalize_username(self, username: str) -> str: ...

    def validate_username(self, username: str) -> bool: ...


def read_groups(data: HubData) -> dict[str, list[Listed]]:
    """The names on the lists of each group, as written."""
    read: dict[str, list[Listed]] = {}
    for group, spec in (data.get("groups") or {}).items():
        listed = (spec or {}).get("members") or []
        keys = (spec or {}).get("secretMembers") or []
        read[group] = [(f"members of {group}", name) for name in listed]
        read[group] += [pair for key in keys for pair in read_list(data, key)]
    return read


def read_list(data: HubData, key: str) -> list[Listed]:
    """A secret list: a user name a line, \`#\` comments. Messages never hold a name."""
    path = Path(data.get("secretsDirectory", SECRETS_DIRECTORY)) / key
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        secret = data.get("secretName", "of this hub")
        stop(
            f"can't read the list of people {key!r} ({type(problem).__name__}). The Kubernetes Secret {secret!r}"
            f" must have the key {key!r}: text with a user name a line, mounted at {path}."
        )
    names = ((number, line.partition("#")[0].strip()) for number, line in enumerate(lines, start=1))
    return [(f"secret list {key}, line {number}", name) for number, name in names if name]


def fold(name: str) -> str:
    """One form for all spellings that a person could take for the same name."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


class Roster:
    """Names in the form that this hub's sign-in gives."""

    def __init__(self, data: HubData, lists: Mapping[str, Iterable[Listed]], names: Names) -> None:
        self.names = names
        clean = names.normalize_username
        spaces = data.get("workspaces") or {}
        self.workspaces = {clean(account): set(spec.get("memberOf") or []) for account, spec in spaces.items()}
        self.refused = {fold(name) for account in spaces for name in (account, clean(account))}
        self.prefixes = tuple(fold(prefix) for prefix in data.get("accountPrefixes") or [])
        self.courses = list((data.get("courses") or {}).values())
        self.admins = self.people(("admins", name) for name in data.get("admins") or [])
        self.listed = {group: self.people(listed) for group, listed in lists.items()}
        open_groups = {course["people"] for course in self.courses if course.get("everyone")}
        # A source is a group too: who is in it was said by their last sign-in. A source that changes is another one.
        self.sources = {
            group: set((spec or {}).get("sources") or []) for group, spec in (data.get("groups") or {}).items()
        }
        self.source_names = set[str]().union(*self.sources.values())
        of_workspaces = set[str]().union(*self.workspaces.values())
        self.declared = set(self.listed) | open_groups | of_workspaces | self.source_names

    def people(self, listed: Iterable[Listed]) -> set[str]:
        """The usable names of a list. One that can't be a user name, or is a workspace, is left out with a warning."""
        people = set()
        for place, written in listed:
            name = self.names.normalize_username(written)
            if self.is_account(name):
                self.names.log.warning("hubc: %s: left out, since a workspace is not a person", place)
            elif not self.names.validate_username(name):
                self.names.log.warning("hubc: %s: left out, since it can't be a user name", place)
            else:
                people.add(name)
        return people

    def is_account(self, name: str) -> bool:
        """Is it a shared account's name, or one of those that are kept for such accounts?"""
        folded = fold(name)
        return folded in self.refused or folded.startswith(self.prefixes)

    def groups_of(self, name: str, other_groups: set[str], sources: set[str]) -> set[str]:
        """The declared groups that hold this user, who is in \`sources\`, and in \`other_groups\` of the sign-in's own."""
        if name in self.workspaces:
            return self.workspaces[name]
        groups = sources | {group for group, names in self.listed.items() if name in names}
        groups |= {group for group, needed in self.sources.items() if needed & sources}
        for course in self.courses:
            is_staff = set(course.get("staff") or []) & (groups | other_groups)
            if course.get("everyone") and not is_staff and name not in self.admins:
                groups.add(course["people"])
        return groups

    def all_groups_of(self, name: str, current: set[str]) -> set[str]:
        """All groups of this user. What the hub or the sign-in says counts for sources and undeclared groups only."""
        given = {group for group in current if not group.startswith(NAMESPACE)}
        other = set() if name in self.workspaces else given - self.declared
        return other | self.groups_of(name, other, current & self.source_names)
`,Ho=`"""Which server each person gets: the courses that are theirs, exams in their hours, and what their groups add.

A profile that the form does not show could still be asked for by hand, so every start is checked here, whoever asks and however: by
the form, by a link, or by the API. A start that is refused says why.

JupyterHub remembers what each person chose last, for ever, and what is offered changes with the day: exams and courses end. So a
choice that somebody asks for now is granted or refused, and one that is only remembered gives way to what the person may have today,
with a word on the page.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from copy import deepcopy
from html import escape
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, NoReturn

from jupyterhub import orm
from jupyterhub.spawner import Spawner
from tornado.web import HTTPError

from hubc_hub.data import EntryData, HomesData, HubData, Profile, ServersData
from hubc_hub.profiles import Profiles, course_of, is_offered, may_type
from hubc_hub.starting import check_has, chosen_class, put_in_front, stop

USED = (
    "_apply_overrides _get_initialized_profile_list get_options_form load_user_options profile_list progress"
    " run_pre_spawn_hook"
)
"""What is used of KubeSpawner (7.0)."""

if TYPE_CHECKING:

    class Base(Spawner):
        """What is used of KubeSpawner beside JupyterHub's own."""

        profile_list: Any
        tolerations: list[Any]
        init_containers: list[Any]
        volume_mounts: Any
        storage_pvc_ensure: bool
        pvc_name: str
        pvc_name_template: str

        def _get_initialized_profile_list(self, profile_list: Sequence[Profile]) -> list[Profile]: ...

        def _apply_overrides(self, spawner_override: dict[str, Any]) -> None: ...

        def _expand_user_properties(self, template: str) -> str: ...

        async def load_user_options(self) -> None: ...

else:
    Base = object


def configure(c: Any, data: HubData, profile_list: Sequence[Profile]) -> None:
    """Puts the rules in front of the hub's spawner, and shows each person their own courses."""
    servers: ServersData = data.get("servers") or {}
    profiles = Profiles(servers, profile_list=profile_list)
    base = chosen_class(c, "spawner")
    if servers:
        check_has(base, USED)
    if profiles and {profile.get("slug") for profile in profile_list} != set(profiles.rules):
        stop("singleuser.profileList and custom.hubc.servers.entries don't name the same servers.")
    # Another spawner than KubeSpawner has none of what is offered here, and stays as it is where nothing is decided.
    if servers or all(hasattr(base, name) for name in USED.split()):
        put_in_front(c, "spawner", Servers, hubc_data=data, hubc_servers=servers, hubc_profiles=profiles)
    if profiles:
        c.KubeSpawner.profile_list = shown


def shown(spawner: "Servers") -> list[Profile]:
    """What the form shows a person, and what KubeSpawner itself takes."""
    return spawner.hubc_profiles.offered_to(spawner.user.orm_user, spawner.hubc_choices())


def name_of(container: Any) -> str:
    """Containers of values are maps; the chart's own, which closes the metadata server, is an object."""
    name = container.get("name") if isinstance(container, dict) else container.name
    return str(name)


class Servers(Base):
    """The rules, at the places where JupyterHub asks its spawner."""

    hubc_data: HubData
    hubc_servers: ServersData
    hubc_profiles: Profiles
    hubc_refusal: HTTPError | None = None
    hubc_word: str | None = None

    def hubc_choices(self) -> list[str]:
        """The slugs of all that this server may be."""
        return self.hubc_profiles.open_to(self.user.orm_user, self.hubc_members_of)

    def hubc_members_of(self, name: str) -> Sequence[orm.User]:
        group = orm.Group.find(self.user.db, name)
        return group.users if group else []

    def hubc_is_asked(self) -> bool:
        """Does the request that starts this server name a profile? Else JupyterHub brings the last one again."""
        request = getattr(getattr(self, "handler", None), "request", None)
        return request is not None and ("profile" in request.arguments or b"profile" in (request.body or b""))

    def hubc_refuse(self, status: int, message: str) -> NoReturn:
        """Raises what the person sees."""
        # JupyterHub takes it for a server that failed, and ends itself after a few in a row
        # (\`consecutiveFailureLimit\`): people could stop the hub by asking for what is not theirs.
        settings = getattr(getattr(self, "handler", None), "settings", None)
        if settings is not None and getattr(self, "_spawn_pending", False):
            settings["failure_count"] = settings.get("failure_count", 0) - 1
        problem = HTTPError(status, "%s", message)
        problem.jupyterhub_message = message
        self.hubc_refusal = problem
        raise problem

    def hubc_refuse_stranger(self) -> NoReturn:
        name, outside = self.user.name, self.hubc_servers.get("outsideTerms")
        if any(map(self.hubc_profiles.is_profile, self.hubc_profiles.rules)):
            self.hubc_refuse(403, f"No server of this hub is for {name}. Ask those who run it, then sign in again.")
        if outside is not None:
            whose = f"the people of {outside}" if outside else "its admins"
            self.hubc_refuse(403, f"No course is running on this hub now, and {name} is none of {whose}.")
        self.hubc_refuse(
            403,
            f"{name} is in none of the courses of this hub. If you take or teach one of them, ask its"
            f" staff to put {name} on its list, then sign in again.",
        )

    def hubc_wanted(self) -> str:
        """The slug that was asked for now or earlier; empty where none was."""
        wanted = self.user_options.get("profile")
        return wanted if isinstance(wanted, str) else ""

    def hubc_settle(self) -> EntryData:
        """Settles what this server is, or refuses to start it. Gives the rules of what was chosen."""
        wanted, options = self.hubc_wanted(), dict(self.user_options)
        slug = self.hubc_choose(wanted, self.hubc_choices())
        within = self.hubc_choose_within(slug, options) if wanted in ("", slug) else {}
        self.user_options = {"profile": slug, **within}
        return self.hubc_profiles.rules[slug]

    def hubc_choose_within(self, slug: str, options: dict[str, Any]) -> dict[str, str]:
        """Of what was asked for within a profile, what is open: the rest is refused, or left off where it is only remembered."""
        profiles, asked = self.hubc_profiles, self.hubc_is_asked()
        (offered,) = profiles.offered_to(self.user.orm_user, [slug])
        within: dict[str, str] = {}
        gone: list[str] = []
        for name, option in (offered.get("profile_options") or {}).items():
            typed = f"{name}--unlisted-choice"
            for key, is_open in ((name, is_offered), (typed, may_type)):
                wanted = options.get(key)
                if not wanted:
                    continue
                if key == typed and is_open(option, wanted) and self.hubc_is_exam_image(wanted):
                    if asked:
                        self.hubc_refuse(
                            403, f"{wanted} is an image of an exam that is not open to {self.user.name} now."
                        )
                    gone.append(wanted)
                elif is_open(option, wanted):
                    within[key] = wanted
                elif asked:
                    title = profiles.title(slug)
                    self.hubc_refuse(
                        403, f"{wanted} is no {option['display_name'].lower()} of {title} for {self.user.name}."
                    )
                else:
                    gone.append(str(wanted))
        if gone:
            # First, so that what is remembered from now on is what starts.
            self.user_options = {"profile": slug, **within}
            self.hubc_say(f"{', '.join(gone)} is not open to {self.user.name} now: this is the usual choice.")
        return within

    def hubc_is_exam_image(self, typed: str) -> bool:
        """Would it show a person an exam outside of its hours? Admins may look."""
        profiles, user = self.hubc_profiles, self.user.orm_user
        is_admin = user.admin and user.name not in profiles.accounts
        return not is_admin and profiles.is_exam_image(typed, self.hubc_choices())

    def hubc_choose(self, wanted: str, choices: list[str]) -> str:
        profiles, asked = self.hubc_profiles, self.hubc_is_asked()
        if asked and wanted in profiles.rules and wanted not in choices:
            title = profiles.title(wanted)
            if profiles.is_over(wanted):
                self.hubc_remember_course(wanted)
                self.hubc_refuse(403, f"{title} is over. It was open {profiles.hours(wanted)}.")
            if profiles.is_profile(wanted):
                self.hubc_refuse(403, f"{title} is not for {self.user.name}. Choose among what is offered.")
            self.hubc_refuse(403, f"{self.user.name} is not in {title}. Choose among your own courses.")
        if not choices:
            self.hubc_refuse_stranger()
        if wanted not in choices:
            return self.hubc_instead(wanted, choices)
        if not profiles.is_ahead(wanted):
            return wanted
        if asked:
            self.hubc_remember_course(wanted)
            self.hubc_refuse(403, f"{profiles.title(wanted)} is not open yet. It opens {profiles.hours(wanted)}.")
        return self.hubc_instead(wanted, choices)

    def hubc_remember_course(self, exam: str) -> None:
        """JupyterHub has noted the exam that was asked for; it must not start by itself when it opens, or is held again."""
        self.orm_spawner.user_options = {"profile": course_of(exam)}
        self.user.db.commit()

    def hubc_instead(self, wanted: str, choices: list[str]) -> str:
        """What starts in place of nothing, or of what the person can't have. An exam is never started unasked."""
        profiles, asked = self.hubc_profiles, self.hubc_is_asked()
        courses = [slug for slug in choices if not profiles.is_exam(slug)]
        of_exam, usual = course_of(wanted), profiles.usual(courses)
        if of_exam in courses:
            slug = of_exam
        elif usual is not None and not asked:
            slug = usual
        elif courses and (len(courses) == 1 or (wanted and not asked)):
            slug = courses[0]
        else:
            titles = ", ".join(map(profiles.title, courses))
            what = "one of these" if any(map(profiles.is_profile, courses)) else "one of your courses"
            self.hubc_refuse(400, f"Choose {what}: {titles}.")
        self.user_options = {"profile": slug}
        if wanted:
            self.hubc_say(
                f"{profiles.title(wanted)} is not open to {self.user.name} now: this is {profiles.title(slug)}."
            )
        return slug

    async def hubc_keep_offered(self) -> None:
        """Where nothing of hubc's is chosen: forgets what is not offered, which KubeSpawner would take for an error."""
        wanted = self.hubc_wanted()
        profiles = self.profile_list
        if callable(profiles):
            profiles = profiles(self)
            profiles = await profiles if isawaitable(profiles) else profiles
        offered = {one["slug"]: one for one in self._get_initialized_profile_list(profiles or [])}
        options = dict(self.user_options)
        gone = ["profile"] if options.get("profile") and wanted not in offered else []
        for name, option in (offered.get(wanted, {}).get("profile_options") or {}).items():
            if options.get(name) and not is_offered(option, options[name]):
                gone.append(name)
        if gone:
            said = ", ".join(str(options.pop(name)) for name in gone)
            self.user_options = options
            self.hubc_say(f"{said} is not offered now: this is the usual server.")

    def hubc_say(self, word: str) -> None:
        """A word for the page that waits for the server, once: what it is now is what is remembered from now on."""
        self.hubc_word = word
        self.log.info("hubc: %s: %s", self._log_name, word)
        self.orm_spawner.user_options = dict(self.user_options)
        self.user.db.commit()

    async def get_options_form(self) -> str:
        if not self.hubc_profiles:
            return await super().get_options_form()
        choices = self.hubc_choices()
        if not choices:
            self.hubc_refuse_stranger()
        if len(choices) > 1 or self.hubc_profiles.has_options(choices[0]):
            last = (self.orm_spawner.user_options or {}).get("profile")
            form = await super().get_options_form()
            if not isinstance(last, str) or last in choices:
                return form
            word = f"{self.hubc_profiles.title(last)} is not open to {self.user.name} now. Choose again."
            return f'<p class="alert alert-info">{escape(word)}</p>{form}'
        # Who has one course is not asked. JupyterHub would start it in place of one that a link names and that was refused.
        if self.hubc_refusal:
            raise self.hubc_refusal
        return ""

    def run_pre_spawn_hook(self) -> Any:
        self.hubc_word = None
        if not self.hubc_profiles:
            return self.hubc_before_start(super().run_pre_spawn_hook)
        # At once, without waiting for anything: so the API answers with the refusal, and not that the start is under way.
        self.hubc_settle()
        return super().run_pre_spawn_hook()

    async def hubc_before_start(self, hook: Callable[[], Awaitable[None] | None]) -> None:
        await self.hubc_keep_offered()
        more = hook()
        if isawaitable(more):
            await more

    async def progress(self) -> AsyncIterator[dict[str, Any]]:
        if self.hubc_word:
            yield {"progress": 0, "message": self.hubc_word}
        async for event in super().progress():
            yield event

    async def load_user_options(self) -> None:
        # Again, since another hook may have changed what was asked for.
        if self.hubc_profiles:
            chosen = self.hubc_settle()
            await super().load_user_options()
            self.hubc_apply(chosen)
        else:
            await self.hubc_keep_offered()
            await super().load_user_options()
        self.hubc_raise()
        if self.user.name in (self.hubc_data.get("workspaces") or {}):
            self.hubc_move_home()

    def hubc_apply(self, chosen: EntryData) -> None:
        """What a profile can't say: settings for some of its people, and additions to lists of the hub."""
        if self.hubc_groups() & set(chosen.get("staff") or []):
            self._apply_overrides(chosen["staffOverride"])
        if self.hubc_profiles.accounts.get(self.user.name, {}).get("collaborates"):
            self._apply_overrides(chosen.get("accountOverride") or {})
        if self.user.name == chosen.get("grader"):
            self._apply_overrides(chosen["graderOverride"])
        # Lists of the hub hold more than the course's own, so they are added to.
        if chosen.get("tolerations"):
            self.tolerations = [*self.tolerations, *chosen["tolerations"]]
        if chosen.get("owner"):
            others = [one for one in self.init_containers if name_of(one) != chosen["owner"]["name"]]
            self.init_containers = [chosen["owner"], *others]

    def hubc_groups(self) -> set[str]:
        return {group.name for group in self.user.groups}

    def hubc_move_home(self) -> None:
        """Gives a shared account a home apart from those of people, so that no name makes it a person's."""
        homes = self.hubc_data.get("workspaceHomes")
        if self.storage_pvc_ensure:
            self.pvc_name = self._expand_user_properties(f"workspace-{self.pvc_name_template}")
        elif homes:
            self.hubc_move_folders(homes)

    def hubc_move_folders(self, homes: HomesData) -> None:
        # A copy, since some of them are the values' own.
        self.init_containers = deepcopy(self.init_containers)
        makers = [one for one in self.init_containers if isinstance(one, dict)]
        lists = [self.volume_mounts, *(one.get("volumeMounts") or [] for one in makers)]
        for mount in (one for found in lists for one in (found.values() if isinstance(found, dict) else found)):
            if mount.get("subPath") == homes["from"]:
                mount["subPath"] = homes["to"]

    def hubc_raise(self) -> None:
        """Raises guarantees and limits to the largest of the person's groups, each for itself. No limit is the largest."""
        raises = self.hubc_servers.get("raises") or {}
        for group in self.hubc_groups() & set(raises):
            for trait, amount in raises[group].items():
                current = getattr(self, trait)
                if current is None and trait.endswith("_limit"):
                    continue
                setattr(self, trait, max(current or 0, amount))
`,Uo=`"""Signing in to this hub, where the authenticator's own options can't say it.

Secrets that the authenticator takes only as options come from variables of the hub's pod; a domain is dropped from usernames;
sign-in is narrowed to organizations; people enter by the domain of an address that the sign-in vouches for; and what the sign-in
says of a person is turned into memberships of sources, which groups name.
"""

import os
import re
from collections.abc import Mapping, Sequence
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyterhub.auth import Authenticator

from hubc_hub.data import SECRETS_DIRECTORY, AuthModel, HubData, SecretData, SignInData, SourceData
from hubc_hub.starting import check_has, chosen_class, put_in_front, stop

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
# Roles in the course of the launch; a role in the whole institution is none in the course.
ROLE_IN_COURSE = re.compile(
    r"http://purl\\.imsglobal\\.org/vocab/lis/v2/membership(?:/\\w+)?#(\\w+)|urn:lti:role:ims/lis/(\\w+)(?:/\\w+)?"
)
USED = {
    "github": "update_auth_model get_user_groups _check_membership_allowed_organizations",
    "google": "update_auth_model get_user_groups _fetch_member_groups gsuite_administrator",
    "canvas": "update_auth_model get_user_groups auth_state_groups_key",
}
"""What is used of the authenticators that are asked for memberships (oauthenticator 17.4, canvasoauthenticator 12fcbbb)."""

if TYPE_CHECKING:

    class Base(Authenticator):
        """What is used of the class behind it, which is an OAuthenticator or a NativeAuthenticator where that is asked for."""

        enable_signup: bool
        auth_state_groups_key: str
        user_auth_state_key: str
        gsuite_administrator: Mapping[str, str]

        def user_exists(self, username: str) -> bool: ...

        def create_user(self, username: str, password: str) -> Any: ...

        def get_user(self, username: str) -> Any: ...

        def get_authed_users(self) -> set[str]: ...

        async def update_auth_model(self, auth_model: AuthModel) -> AuthModel: ...

        def get_user_groups(self, auth_state: Mapping[str, Any]) -> Any: ...

        async def _check_membership_allowed_organizations(
            self, org: str, username: str, access_token: str, token_type: str
        ) -> bool: ...

        async def _fetch_member_groups(self, email: str, domain: str) -> Sequence[str]: ...

else:
    Base = object


def configure(c: Any, data: HubData) -> None:
    """Gives the authenticator its secrets, and puts the rules in front of it. Stops where something that it needs is missing."""
    sign_in = data["signIn"]
    for option in sign_in.get("options") or []:
        c[option["section"]][option["trait"]] = read_secret(option)
    if "consumer" in sign_in:
        c.LTI11Authenticator.consumers = {sign_in["consumer"]["name"]: read_secret(sign_in["consumer"])}
    for key in sign_in.get("files") or []:
        path = Path(data.get("secretsDirectory", SECRETS_DIRECTORY)) / key
        if not path.is_file():
            stop(f"the hub's Secret must have the key {key!r}, mounted at {path}.")
    asks = sign_in.get("asks", "")
    check_has(chosen_class(c, "authenticator"), USED.get(asks, "check_allowed"))
    put_in_front(c, "authenticator", SignIn, hubc_sign_in=sign_in)


def read_secret(spec: SecretData) -> str:
    """The value of a variable that the cluster fills from the release's Secret. Messages never hold it."""
    value = os.environ.get(spec["variable"], "").strip("\\r\\n")
    shortest = spec.get("shortest", 1)
    if len(value) < shortest:
        stop(
            f"the variable {spec['variable']}, from the key {spec['key']!r} of the hub's Secret, must hold at least"
            f" {shortest} characters."
        )
    return value


def claim_at(claims: Any, name: str) -> Any:
    """A claim by its name, or by the names on the way to it, joined by dots. None where there is none."""
    if name in claims:
        return claims[name]
    for part in name.split("."):
        claims = claims.get(part) if isinstance(claims, dict) else None
    return claims


def as_text(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value


def launch_of(state: Mapping[str, Any]) -> tuple[set[str], str | None]:
    """Of an LTI launch: the roles in its course, as words and as written, and the course."""
    written = state.get(f"{LTI}roles")
    if written is None:
        written = (state.get("roles") or "").split(",")
    roles = {role.strip() for role in written}
    matches = [ROLE_IN_COURSE.fullmatch(role) for role in roles]
    words = {word for match in matches if match for word in match.groups() if word}
    context = state.get(f"{LTI}context") or {}
    return roles | words, context.get("id") or state.get("context_id")


class SignIn(Base):
    """The rules, at the places where JupyterHub and the authenticators of the hub's image ask."""

    hubc_sign_in: SignInData

    def check_allow_config(self) -> None:
        super().check_allow_config()
        if "firstPassword" in self.hubc_sign_in:
            self.hubc_make_admin_accounts(read_secret(self.hubc_sign_in["firstPassword"]))

    def hubc_make_admin_accounts(self, password: str) -> None:
        # Accounts belong to whoever asks for them first, so those of the admins are there from the start.
        signup, self.enable_signup = self.enable_signup, True
        for name in sorted(self.admin_users):
            if not self.user_exists(name) and not self.create_user(name, password):
                stop(f"can't make the account of the admin {name!r}: its password must be one that is hard to guess.")
        self.enable_signup = signup

    def get_authed_users(self) -> set[str]:
        # Of NativeAuthenticator: a name on a list is not yet the person, so an admin approves each account.
        found = {name: self.get_user(name) for name in super().get_authed_users()}
        approved = {name for name, account in found.items() if account is not None and account.is_authorized}
        return approved | set(self.admin_users)

    def normalize_username(self, username: str) -> str:
        name = super().normalize_username(username)
        domain = self.hubc_sign_in.get("stripDomain")
        if not domain or not name.lower().endswith(f"@{domain}"):
            return name
        return name[: -len(f"@{domain}")] or name

    async def check_blocked_users(self, username: str, auth_model: AuthModel | None = None) -> bool:
        passed = super().check_blocked_users(username, auth_model)
        passed = await passed if isawaitable(passed) else passed
        organizations = self.hubc_sign_in.get("within")
        if not passed or not organizations:
            return bool(passed)
        return auth_model is not None and bool(await self.hubc_memberships(auth_model, organizations))

    async def check_allowed(self, username: str, auth_model: AuthModel | None = None) -> bool:
        allowed = super().check_allowed(username, auth_model)
        allowed = await allowed if isawaitable(allowed) else allowed
        return bool(allowed) or self.hubc_has_address(auth_model)

    def hubc_has_address(self, auth_model: AuthModel | None) -> bool:
        rule = self.hubc_sign_in.get("addresses")
        if not rule or not auth_model:
            return False
        claims = self.hubc_claims(auth_model.get("auth_state") or {})
        if "verified" in rule and claims.get(rule["verified"]) is not True:
            return False
        address = claims.get(rule["claim"])
        domain = address.rpartition("@")[2].lower() if isinstance(address, str) and "@" in address else None
        return domain in rule["domains"]

    def hubc_claims(self, state: Mapping[str, Any]) -> Mapping[str, Any]:
        place = self.hubc_sign_in.get("claims")
        claims = claim_at(state, place) if place else state
        return claims if isinstance(claims, dict) else {}

    async def update_auth_model(self, auth_model: AuthModel) -> AuthModel:
        # Of OAuthenticator: the place to ask the provider for more, at sign-in and when it is renewed.
        auth_model = await super().update_auth_model(auth_model)
        state = auth_model["auth_state"]
        asks = self.hubc_sign_in.get("asks")
        if asks == "github":
            wanted = {name for source in self.hubc_all_sources().values() for name in source.get("memberOf") or []}
            state["hubc_member_of"] = await self.hubc_memberships(auth_model, sorted(wanted))
        elif asks == "google":
            user = state[self.user_auth_state_key]
            known = user["domain"] in self.gsuite_administrator
            names = await self._fetch_member_groups(user["email"], user["domain"]) if known else []
            state["hubc_member_of"] = [f"{name}@{user['domain']}".lower() for name in names]
        elif asks == "canvas":
            state["hubc_member_of"] = state.get(self.auth_state_groups_key) or []
        return auth_model

    async def hubc_memberships(self, auth_model: AuthModel, wanted: Sequence[str]) -> list[str]:
        """Of these organizations and teams of GitHub, those that hold the person."""
        state = auth_model["auth_state"]
        token, login = state["token_response"], state[self.user_auth_state_key]["login"]
        return [
            name
            for name in wanted
            if await self._check_membership_allowed_organizations(
                name, login, token["access_token"], token["token_type"]
            )
        ]

    async def get_user_groups(self, auth_state: Mapping[str, Any]) -> set[str]:
        # Of OAuthenticator. Its own groups count where Canvas gives them, or somebody configured where they stand.
        configured = any("auth_state_groups_key" in self.config.get(one.__name__, {}) for one in type(self).__mro__)
        if self.hubc_all_sources() and self.hubc_sign_in.get("asks") != "canvas" and not configured:
            return set()
        groups = super().get_user_groups(auth_state)
        return set(await groups if isawaitable(groups) else groups)

    def hubc_all_sources(self) -> Mapping[str, SourceData]:
        return self.hubc_sign_in.get("sources") or {}

    def hubc_sources(self, auth_model: AuthModel) -> dict[str, bool]:
        """{source: whether the person is in it}, without those of which this sign-in says nothing."""
        state = auth_model.get("auth_state")
        if not state:
            return {}
        said = {name: self.hubc_is_in(source, state) for name, source in self.hubc_all_sources().items()}
        return {name: is_in for name, is_in in said.items() if is_in is not None}

    def hubc_is_in(self, source: SourceData, state: Mapping[str, Any]) -> bool | None:
        if "memberOf" in source:
            return set(source["memberOf"]) <= set(state.get("hubc_member_of") or [])
        if "role" in source:
            roles, course = launch_of(state)
            # A launch speaks for its own course.
            return None if source.get("context", course) != course else source["role"] in roles
        found = claim_at(self.hubc_claims(state), source["claim"])
        return source["value"] in map(as_text, found if isinstance(found, list) else [found])
`,Wo=`"""The hub's start: how it ends where a rule can't be kept, and the classes that it starts with."""

import sys
from importlib.metadata import entry_points
from pkgutil import resolve_name
from typing import Any, NoReturn


def stop(message: str) -> NoReturn:
    """Ends the hub's start with one message, which never holds a secret or a person's name from a secret list."""
    sys.exit(f"hubc: {message}")


def check_has(owner: type, names: str) -> None:
    """Stops unless the class has all that is used of it, so that a newer JupyterHub can't silently drop a rule."""
    for name in names.split():
        if not hasattr(owner, name):
            stop(f"{owner.__name__} has no {name}. Use the chart version this was made for.")


def chosen_class(c: Any, kind: str) -> type:
    """The class of \`c.JupyterHub.<kind>_class\`: set as such, by a short name such as "google", or by "package.module.Class"."""
    chosen = c.JupyterHub[f"{kind}_class"]
    if isinstance(chosen, type):
        return chosen
    if not isinstance(chosen, str):
        stop(f"hub.config.JupyterHub.{kind}_class isn't set.")
    for entry in entry_points(group=f"jupyterhub.{kind}s"):
        if entry.name.lower() == chosen.lower():
            return as_class(entry.load(), chosen, kind)
    return as_class(resolve_name(chosen), chosen, kind)


def as_class(found: object, name: str, kind: str) -> type:
    if not isinstance(found, type):
        stop(f"hub.config.JupyterHub.{kind}_class is {name!r}, which is no class.")
    return found


def put_in_front(c: Any, kind: str, rules: type, **attributes: object) -> None:
    """Makes the hub use a class that asks \`rules\` first. Logs show it as the hub's own, with its version."""
    base = chosen_class(c, kind)
    name = f"{base.__name__.removesuffix('OfHubc')}OfHubc"
    c.JupyterHub[f"{kind}_class"] = type(name, (rules, base), {"__module__": base.__module__, **attributes})
`,Go=`"""What hubc_hub needs of a JupyterHub and a KubeSpawner that are older than those it was made for, as the charts before 4.3 have them.

A chart before 4.3 gives KubeSpawner volumes and mounts as lists, which an override would replace, and the home with them; here they
become maps, which it adds to. Chart 3.3 has JupyterHub 4 and KubeSpawner 6, which know no maps there, no \`group_overrides\`, no
\`{escaped_username}\`, and no rule that nobody may enter unless something lets them in: that is made up for, by the words of the later
versions, so that the same values mean the same.
"""

import json
from typing import Any

from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from jupyterhub.spawner import Spawner
from kubespawner import KubeSpawner
from sqlalchemy.orm import configure_mappers
from traitlets import Bool, Dict, List, Union

from hubc_hub.starting import put_in_front


def configure(c: Any, get_config: Any) -> None:
    """Changes the hub's configuration \`c\`, after the chart has written it and before hubc_hub does."""
    if not hasattr(Spawner, "apply_group_overrides"):
        put_in_front(c, "spawner", OlderSpawner)
    if not hasattr(Authenticator, "check_allow_config"):
        put_in_front(c, "authenticator", OlderAuthenticator)
        ask_first()
        # Users have their groups by a relation that is made when it is first needed.
        configure_mappers()
    overrides = [
        get_config("singleuser.profileList", None),
        get_config("custom.hubc.servers", None),
        get_config("hub.config.KubeSpawner.group_overrides", None),
        get_config("hub.config.Spawner.group_overrides", None),
    ]
    written = json.dumps(overrides)
    if '"volumes"' in written or '"volume_mounts"' in written:
        as_maps(c.KubeSpawner, get_config)


def as_maps(spawner: Any, get_config: Any) -> None:
    """Volumes and mounts by the keys that chart 4.3 gives them, where hubc has given them none."""
    volumes, mounts = spawner.get("volumes") or [], spawner.get("volume_mounts") or []
    if isinstance(volumes, list):
        spawner.volumes = {volume["name"]: volume for volume in volumes}
    if isinstance(mounts, list):
        extra = get_config("singleuser.storage.extraVolumeMounts", None) or []
        keys = get_config("custom.hubc.mountKeys", None) or []
        own, added = mounts[: len(mounts) - len(extra)], mounts[len(mounts) - len(extra) :]
        found = {}
        files = 0
        for mount in own:
            is_file = mount["name"] == "files"
            found[f"{files}-files" if is_file else mount["name"]] = mount
            files += is_file
        for index, mount in enumerate(added):
            found[keys[index] if index < len(keys) else f"{index}-{mount['name']}"] = mount
        spawner.volume_mounts = found


def ask_first() -> None:
    """Has JupyterHub ask its authenticator before it loads users, as it does since 5.0."""
    Authenticator.check_allow_config = lambda self: None
    load_users = JupyterHub.init_users

    async def init_users(self: Any) -> None:
        self.authenticator.check_allow_config()
        await load_users(self)

    JupyterHub.init_users = init_users


class OlderAuthenticator(Authenticator):
    """The rules of JupyterHub 5: nobody may enter unless something lets them in, and who is known is not let in by that."""

    allow_all = Bool(False, config=True, help="Everybody who can sign in may enter.")
    allow_existing_users = Bool(False, config=True, help="Users of the hub's database may enter.")
    any_allow_config = Bool(False, config=True, help="Something lets people in that JupyterHub does not see.")

    def check_allowed(self, username: str, authentication: Any = None) -> Any:
        # OAuthenticator has the rules by itself, since 16.
        if hasattr(super(), "update_auth_model"):
            return super().check_allowed(username, authentication)
        if self.allow_all:
            return True
        return bool(self.allowed_users) and super().check_allowed(username, authentication)

    def add_user(self, user: Any) -> Any:
        before = set(self.allowed_users)
        added = super().add_user(user)
        if not self.allow_existing_users:
            self.allowed_users = before
        return added


class OlderSpawner(KubeSpawner):
    """Maps of volumes, overrides by group, and the fields of KubeSpawner 7."""

    volumes = Union([List(), Dict()], config=True)
    volume_mounts = Union([List(), Dict()], config=True)
    group_overrides = Dict(config=True)

    def _expand_user_properties(self, template: str) -> str:
        # What KubeSpawner 7 calls escaped is all that 6 has.
        for name in ("username", "servername"):
            template = template.replace(f"{{escaped_{name}}}", f"{{{name}}}")
        return super()._expand_user_properties(template)

    async def load_user_options(self) -> None:
        groups = {group.name for group in self.user.groups}
        for _, override in sorted(self.group_overrides.items()):
            if groups & set(override["groups"]):
                self._apply_overrides(override["spawner_override"])
        await super().load_user_options()

    async def get_pod_manifest(self) -> Any:
        # KubeSpawner 6 takes lists alone.
        kept = self.volumes, self.volume_mounts
        self.volumes, self.volume_mounts = map(as_list, kept)
        try:
            return await super().get_pod_manifest()
        finally:
            self.volumes, self.volume_mounts = kept


def as_list(found: Any) -> list[Any]:
    return [found[key] for key in sorted(found)] if isinstance(found, dict) else list(found)
`;const Ko={__init__:Lo,data:Ro,starting:Wo,roster:Vo,people:zo,sign_in:Uo,profiles:Bo,servers:Ho};function qo(e){let t=ce(e)?[`hubc_hub`]:[`hubc_older`,`hubc_hub`];return{"90-hubc":[`import sys`,``,`sys.path.append("${$e}")`,...t.toReversed().map(e=>`import ${e}`),`from z2jh import get_config`,``,...t.map(e=>`${e}.configure(c, get_config)`),``].join(`
`)}}function Jo(e,t){let n=Object.entries(Ko).map(([e,t])=>Yo(`hubc-${e}.py`,`hubc_hub/${e}.py`,t));ce(e)||n.push(Yo(`hubc-older.py`,`hubc_older/__init__.py`,Go));let r="Code from here on, the same for every hub: what it reads stands above, under `custom.hubc`.";if(Object.keys(t).length===0)return S(Object.fromEntries(n),r);let[[i,a]=[``,{}],...o]=n;return{...t,[i]:S(a,r),...Object.fromEntries(o)}}function Yo(e,t,n){return[e,{mountPath:`${$e}/${t}`,stringData:n}]}const Xo={own:`/usr/local/share/jupyterhub/hubc_templates`,repository:`/usr/local/share/jupyterhub/custom_templates`,assets:`/usr/local/share/jupyterhub/static/extra-assets`};function Zo({templates:e}){if(e===void 0)return;let{pages:t,repository:n}=e,r=[...t.length>0?[Xo.own]:[],...n?[Xo.repository]:[]];return r.length>0?x(r,e.span):void 0}function Qo({templates:e}){return Object.fromEntries((e?.pages??[]).map(({name:e,text:t})=>[`template-${e}`,x({mountPath:`${Xo.own}/${e}`,stringData:b(t)},t.span)]))}const $o=`custom-templates`,es=`/srv/extra-templates-dir`;function ts({templates:e}){let t=e?.repository;if(t===void 0)return{initContainers:[],extraContainers:[],volumes:[],mounts:[]};let{assets:n,update:r,folder:i,url:a}=t,o=(e,t)=>({name:$o,mountPath:e,subPath:t});return{initContainers:[S(x(is(`templates-clone`,ns,t),a.span),`Fetches the hub's pages.`)],extraContainers:r===void 0?[]:[x(is(`templates-sync`,rs(r.value),t),r.span)],volumes:[x({name:$o,emptyDir:{}},a.span)],mounts:[x(o(Xo.repository,`repo/${i.value}`),i.span),...n?[x(o(Xo.assets,`repo/${n.value}`),n.span)]:[]]}}const ns=[`rm -rf ${es}/repo`,`git clone --depth 1 \${BRANCH:+--branch "$BRANCH"} -- "$REPOSITORY" ${es}/repo`].join(`
`);function rs(e){return[`trap 'exit 0' TERM`,`cd ${es}/repo`,`while true; do`,`  sleep ${e} & wait $!`,'  git fetch --depth 1 origin "${BRANCH:-HEAD}" && git reset --hard FETCH_HEAD',`done`].join(`
`)}function is(e,t,{url:n,branch:r}){return{name:e,image:`docker.io/alpine/git:2.47.2`,command:[`/bin/sh`,`-ec`,t],env:[{name:`REPOSITORY`,value:b(n)},{name:`BRANCH`,value:r?b(r):``},{name:`HOME`,value:`/tmp`}],securityContext:{runAsUser:1e3,runAsGroup:1e3,allowPrivilegeEscalation:!1,readOnlyRootFilesystem:!0,capabilities:{drop:[`ALL`]}},volumeMounts:[{name:$o,mountPath:es}]}}function as({release:e,images:t},n){return n.shared.flatMap(r=>{let i=e.storages.find(t=>t.name===(r.storage?.value??e.homes.name)),a=N(e,t.get(n.image.value));if(i===void 0)return[];let o=`${e.pathPrefix}_shared/${n.name}/${r.name}`;return[{key:`shared-${n.name}-${r.name}`,course:n,folder:r,storage:i,mountPath:b(r.path,Be(r,a)),subPath:o,readOnly:!0,owned:[o],span:r.span}]})}function N(e,t){return un(e,t?.image.home.value)}function os({release:e,images:t}){return t.get(v(e)?.image.value??``)}function ss(e,t){return e.name===t.homes.name?`home`:`storage-${e.name}`}function cs(e,t){let n=new Map(e.filter(({storage:e})=>e.name!==t.homes.name).map(e=>[e.storage.name,e])),r={};for(let{storage:e}of n.values()){let n=ss(e,t);r[n]=x({name:n,persistentVolumeClaim:{claimName:ke(e)}},e.span)}return r}function ls(e,t){return Object.fromEntries(e.map(e=>[e.key,x({name:ss(e.storage,t),mountPath:e.mountPath,subPath:e.subPath,readOnly:e.readOnly?!0:void 0},e.span)]))}function us(e){let t=e.filter(({course:e,folder:t})=>t.staffWrites.value&&e.staff.length>0);if(t.length!==0)return Object.fromEntries(t.map(({key:e,folder:t})=>[e,x({readOnly:!1},t.staffWrites.span)]))}function ds(e,t){let n=us(t);if(n===void 0)return{};let r={groups:e.staff.map(e=>b(e)),spawner_override:{volume_mounts:n}};return{[`20-hubc-${e.name}-staff`]:r}}function fs(e){return Object.fromEntries(e.mounts.flatMap(t=>{let n=vs(t,e);if(n===void 0||n===e.homes)return[];let r=ss(n,e),i={name:r,persistentVolumeClaim:{claimName:ke(n)}};return[[r,x(i,n.span)]]}))}function ps(e,t){let n=e.mounts.filter(re);return Object.fromEntries(n.flatMap(n=>gs(n,e,t)))}function ms(e,t){let n=e.mounts.filter(e=>re(e)&&!e.path.value.startsWith(`/`));return Object.fromEntries(n.map(({name:e,path:n})=>[`mount-${e}`,{mountPath:_s(n,t)}]))}function hs(e,t){return Object.fromEntries(e.mounts.filter(e=>!re(e)).map(n=>{let r=[...n.groups.map(t=>b(t,Fe(e,t.value))),...n.admins.value?[x(st,n.admins.span)]:[]],i=Object.fromEntries(gs(n,e,t));return[`30-mount-${n.name}`,{groups:r,spawner_override:{volume_mounts:i}}]}))}function gs(e,t,n){let r=vs(e,t);if(r===void 0)return[];let{name:i,path:a,folder:o,readOnly:s,span:c}=e,l=`${t.pathPrefix}${o.value.replace(/^\/+/,``)}`,u={name:ss(r,t),mountPath:_s(a,n),subPath:b(o,l),readOnly:b(s)};return[[`mount-${i}`,x(u,c)]]}function _s(e,t){return b(e,e.value.startsWith(`/`)?e.value:`${t.replace(/\/+$/,``)}/${e.value}`)}function vs({storage:e},{storages:t,homes:n}){return e===void 0?n:t.find(({name:t})=>t===e.value)}function ys(e){return Ce(e?.image.base?.value??e?.image.prebuilt?.value??``).ids}function bs(e,t){if(w(e,`server-ids`))return{uid:void 0,gid:void 0};let{uid:n,gid:r}=ys(t);return{uid:n===rt.uid?void 0:n,gid:r===rt.gid?void 0:r}}const xs={lab:`/lab`,notebook:`/tree`,rstudio:`/rstudio`,vscode:`/vscode`,desktop:`/desktop`,retro:`/retro`};function P(e){return e.startsWith(`/`)?e:xs[e]}function Ss({gpu:e}){if(e!==void 0&&e.value!==0)return x({[Ya]:String(e.value)},e.span)}function Cs({gpu:e,choices:t}){let n=[e,...t.sizes.map(e=>e.gpu)].find(e=>e!==void 0&&e.value>0);return n===void 0?[]:[x({...Xa},n.span)]}var ws=`"""nbgrader's exchange on this hub: each person sees what is released and what is their own.

Written by hubc, the same for every hub. All servers run as one user, so nbgrader's usual folder, which everybody can
write and only its owner can list, would keep nothing apart. Here the hub decides by what it mounts. Below
/srv/nbgrader/<course> a student's server has

  outbound   what is released, read-only
  inbound    what this person handed in
  feedback   the feedback for this person, read-only

and the grader's server has everybody's: \`inbound\`, read-only, and \`feedback\` hold a folder for each person. The hub
names these folders, so they say whose work it is, whatever the work says itself.
"""

import os
import re
import secrets
import shutil
import stat
from glob import escape as escape_pattern
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory

from nbgrader.exchange.default import (
    ExchangeCollect,
    ExchangeFetchAssignment,
    ExchangeFetchFeedback,
    ExchangeList,
    ExchangeReleaseAssignment,
    ExchangeReleaseFeedback,
    ExchangeSubmit,
)
from nbgrader.utils import parse_utc

ROOT = Path("/srv/nbgrader")

# How nbgrader names what is handed in: person, assignment, time and, to tell two of one moment apart, random letters.
HANDED_IN = re.compile(
    r".+\\+(?P<assignment>[^+]+)"
    r"\\+(?P<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?: [^\\s+]+)?)"
    r"(?:\\+(?P<letters>[\\w=-]*))?"
)
DEEPEST = 20


def student(c):
    """Configures nbgrader in the server of somebody who takes the course."""
    configure(c)
    # A home may serve several courses, which all have their first homework.
    c.Exchange.path_includes_course = True


def grader(c, timezone):
    """Configures nbgrader in the server that grades. The formgrader shows and takes times in the project's zone.

    \`Exchange.timezone\` stays UTC: it goes into the names of what is handed in, as letters that nbgrader 0.9.5 can't read
    again (utils.py, parse_utc, takes \`PST\` for UTC), or as a \`+\`, which divides the parts of such a name.
    """
    configure(c)
    c.NbGraderAPI.timezone = timezone
    c.CourseDirectory.root = str(Path.home() / c.CourseDirectory.course_id)
    # All servers run as one user: the owner of a file says nothing about who handed it in.
    c.ExchangeCollect.check_owner = False


def configure(c):
    courses = [path.name for path in sorted(ROOT.iterdir()) if path.is_dir()] if ROOT.is_dir() else []
    if len(courses) != 1:
        raise RuntimeError(f"hubc: {ROOT} must hold the folders of one course, and holds {courses}.")
    c.CourseDirectory.course_id = courses[0]
    c.Exchange.root = str(ROOT)
    c.ExchangeFactory.fetch_assignment = FetchAssignment
    c.ExchangeFactory.fetch_feedback = FetchFeedback
    c.ExchangeFactory.submit = Submit
    c.ExchangeFactory.list = List
    c.ExchangeFactory.release_assignment = ReleaseAssignment
    c.ExchangeFactory.release_feedback = ReleaseFeedback
    c.ExchangeFactory.collect = Collect


def folder_of(person):
    """The name of a person's folder: KubeSpawner's \`{escaped_username}\`."""
    kept = (bytes([byte]).decode() if chr(byte) in SAFE else f"-{byte:02x}" for byte in person.encode())
    return "".join(kept)


def person_of(folder):
    """Whose folder it is. None where no person's folder is named so."""
    try:
        person = re.sub(rb"-([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), folder.encode()).decode()
    except UnicodeDecodeError:
        return None
    return person if person not in ("", ".", "..") and "/" not in person and folder_of(person) == folder else None


SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class OfThisHub:
    """What all parts do in another way here: the hub has made the folders, with the rights they need."""

    def ensure_root(self):
        if self.coursedir.course_id and not os.path.isdir(self.hubc_folder()):
            here = ", ".join(sorted(os.listdir(self.root)))
            self.fail(f"This server is for {here}, not for {self.coursedir.course_id}.")

    def hubc_folder(self, *parts):
        return os.path.join(self.root, self.coursedir.course_id, *parts)


class FetchAssignment(OfThisHub, ExchangeFetchAssignment):
    pass


class FetchFeedback(OfThisHub, ExchangeFetchFeedback):
    pass


class Submit(OfThisHub, ExchangeSubmit):
    pass


class ReleaseAssignment(OfThisHub, ExchangeReleaseAssignment):
    def init_dest(self):
        self.dest_path = self.hubc_folder("outbound", self.coursedir.assignment_id)


class ReleaseFeedback(OfThisHub, ExchangeReleaseFeedback):
    """Each person's feedback goes to their own folder."""

    def init_dest(self):
        self.dest_path = self.hubc_folder("feedback")

    def copy_files(self):
        pattern = self.src_path
        named = self.coursedir.format_path(
            self.coursedir.feedback_directory, "(?P<student_id>.*)", self.coursedir.assignment_id, escape=True
        )
        for folder in sorted(glob(pattern)):
            self.src_path = escape_pattern(folder)
            self.dest_path = self.hubc_folder("feedback", folder_of(re.match(named, folder)["student_id"]))
            os.makedirs(self.dest_path, exist_ok=True)
            super().copy_files()
        self.src_path = pattern


class List(OfThisHub, ExchangeList):
    """Where everybody's hand-ins are, they lie in folders by person."""

    def init_dest(self):
        super().init_dest()
        if self.inbound:
            wanted = self.coursedir.assignment_id or "*"
            found = glob(os.path.join(self.hubc_folder("inbound"), "*", f"*+{wanted}+*"))
            student = self.coursedir.student_id or "*"
            whose = [path for path in found if student in ("*", self.hubc_person(path))]
            self.assignments = sorted([*self.assignments, *whose])

    def hubc_person(self, path):
        return person_of(os.path.basename(os.path.dirname(path)))

    def parse_assignment(self, assignment):
        if not self.inbound or os.path.basename(os.path.dirname(assignment)) == "inbound":
            return super().parse_assignment(assignment)
        own = os.path.join(self.hubc_folder("inbound"), os.path.basename(assignment))
        return {**super().parse_assignment(own), "student_id": self.hubc_person(assignment)}


class Collect(OfThisHub, ExchangeCollect):
    """Collects from every person's folder, whose owner may write anything there: nothing in it is believed or followed."""

    def start(self):
        with TemporaryDirectory(prefix="nbgrader-collect-") as folder:
            self.hubc_inbox = Path(folder)
            return super().start()

    def init_src(self):
        """Lets nbgrader choose among the names of what is handed in, then takes a copy of what it chose."""
        everybody = self.hubc_folder("inbound")
        names = self.hubc_inbox / self.coursedir.course_id / "inbound"
        names.mkdir(parents=True)
        self.hubc_places = {}
        for folder in sorted(os.listdir(everybody)):
            self.hubc_read_names(everybody, folder, names)
        root, self.root = self.root, str(self.hubc_inbox)
        super().init_src()
        self.root = root
        copies = self.hubc_inbox / "copies"
        copies.mkdir()
        self.src_records = [record for record in self.src_records if self.hubc_take(record, everybody, copies)]
        self.inbound_path = str(copies)

    def hubc_read_names(self, everybody, folder, names):
        person = person_of(folder)
        if person is None:
            self.log.warning("%s is no person's folder: left out", os.path.join(everybody, folder))
            return
        for name in sorted(os.listdir(os.path.join(everybody, folder))):
            found = HANDED_IN.fullmatch(name)
            if found is None or not is_time(found["time"]):
                self.log.warning("%s handed in something that is not named as nbgrader does: left out", person)
                continue
            known = f"{person}+{found['assignment']}+{found['time']}+{found['letters'] or '0'}"
            self.hubc_places[known] = (folder, name, found["time"])
            (names / known).mkdir(exist_ok=True)

    def hubc_take(self, record, everybody, copies):
        """True where it could be copied. One bad piece of work doesn't keep the others from being collected."""
        folder, name, time = self.hubc_places[record["filename"]]
        copy = copies / record["filename"]
        try:
            take_folder(os.path.join(everybody, folder), name, copy)
        except (OSError, NotPlain) as problem:
            self.log.error("What %s handed in can't be collected: %s", record["username"], problem)
            shutil.rmtree(copy, ignore_errors=True)
            return False
        (copy / "timestamp.txt").write_text(time)
        secret = copy / "submission_secret.txt"
        if not secret.is_file() or not re.fullmatch(r"[0-9a-f]{32,}", secret.read_text("utf-8", "replace")):
            secret.write_text(secrets.token_hex(64))
        return True


class NotPlain(Exception):
    """Something other than files and folders."""


def is_time(text):
    try:
        return parse_utc(text) is not None
    except (ValueError, OverflowError, TypeError):
        return False


def take_folder(parent, name, copy):
    """Copies a folder whose owner may change it meanwhile. No link is followed, so nothing from elsewhere comes along."""
    above = os.open(parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        take(above, name, copy, DEEPEST)
    finally:
        os.close(above)


def take(above, name, copy, deepest):
    if deepest == 0:
        raise NotPlain(f"it has more than {DEEPEST} folders inside one another")
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=above)
    try:
        copy.mkdir()
        for entry in sorted(os.listdir(folder)):
            mode = os.stat(entry, dir_fd=folder, follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                take(folder, entry, copy / entry, deepest - 1)
            elif stat.S_ISREG(mode):
                take_file(folder, entry, copy / entry)
            else:
                raise NotPlain(f"{entry!r} is a link, or something else that is no file")
    finally:
        os.close(folder)


def take_file(folder, name, copy):
    # Without O_NONBLOCK, a pipe that has come in the file's place would be waited for without end.
    opened = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    with os.fdopen(opened, "rb") as source:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise NotPlain(f"{name!r} is no file")
        with open(copy, "wb") as target:
            shutil.copyfileobj(source, target)
`;const Ts=`${ne}/nbgrader`;function Es({model:e,release:t}){let[n]=Rt(t);if(n===void 0)return{};let r={"hubc-nbgrader":{mountPath:`${Ts}/hubc_nbgrader.py`,stringData:ws},...Ds({role:`student`},{formgrader:!1,assignment_list:!0,validate_assignment:!0,course_list:!1},[`formgrader`,`create-assignment`,`course-list`]),...Ds({role:`grader`,timezone:e.project.timezone.value},{formgrader:!0,assignment_list:!1,validate_assignment:!0,course_list:!1},[`assignment-list`,`course-list`])};return Object.fromEntries(Object.entries(r).map(([e,t])=>[e,x(t,n.span)]))}function Ds({role:e,...t},n,r){let i=`${Ts}/${e}`,a=Object.entries(n).map(([e,t])=>[`nbgrader.server_extensions.${e}`,t]),o=Object.fromEntries([[`nbgrader`,!1],...a]),s=Object.fromEntries(r.map(e=>[`@jupyter/nbgrader:${e}`,!0])),c=Object.entries(t).map(([e,t])=>`${e}=${JSON.stringify(t)}`),l=[`import sys`,``,`sys.path.append("${Ts}")`,`import hubc_nbgrader`,``,`hubc_nbgrader.${e}(${[`get_config()`,...c].join(`, `)})`,``];return{[`hubc-nbgrader-${e}`]:{mountPath:`${i}/nbgrader_config.py`,stringData:l.join(`
`)},[`hubc-nbgrader-${e}-server`]:{mountPath:`${i}/jupyter_server_config.json`,data:{ServerApp:{jpserver_extensions:o}}},[`hubc-nbgrader-${e}-lab`]:{mountPath:`${i}/labconfig/page_config.json`,data:{disabledExtensions:s}}}}const Os=`{escaped_username}`;function ks({release:e},t){let n=en(t),r=e.storages.find(t=>t.name===(n?.storage?.value??e.homes.name));if(n===void 0||r===void 0)return[];let i=As(e,t),a={storage:r,span:n.span},o=ee(n);return[{...a,key:F(n,`outbound`),mountPath:`${o}/outbound`,subPath:`${i}/outbound`,readOnly:!0,owned:[`${i}/course`,`${i}/outbound`]},{...a,key:F(n,`inbound`),mountPath:`${o}/inbound`,subPath:`${i}/inbound/${Os}`,readOnly:!1,owned:[`${i}/inbound`,`${i}/inbound/${Os}`]},{...a,key:F(n,`feedback`),mountPath:`${o}/feedback`,subPath:`${i}/feedback/${Os}`,readOnly:!0,owned:[`${i}/feedback`,`${i}/feedback/${Os}`]}]}function As(e,t){return`${e.pathPrefix}_grading/${t.name}`}function F({course:e},t){return`nbgrader-${e.name}-${t}`}function js(e,{course:t,span:n},r){let{release:i,images:a}=r,o=i.environment.find(({name:e})=>e===Ms)?.value.value,s=a.get(t.image.value)?.image.env.find(({name:e})=>e===Ms)?.value,c=typeof o==`string`?o:s,l=[`${Ts}/${e}`,...c===void 0?[]:[c]].join(`:`);return{[Ms]:x(l.replace(/[{}]/g,`$&$&`),n)}}const Ms=`JUPYTER_CONFIG_PATH`;function Ns(e,t){let n=en(e);return n===void 0?{}:js(`student`,n,t)}function Ps(e,t){let n=en(e),[r]=ks(t,e);if(n===void 0||r===void 0||e.staff.length===0)return;let{release:i,images:a}=t,o=As(i,e),s={name:ss(r.storage,i),mountPath:x(ht(n,N(i,a.get(e.image.value))),n.idSpan),subPath:`${o}/course`};return x({default_url:`/lab`,environment:js(`grader`,n,t),volume_mounts:{[F(n,`outbound`)]:{readOnly:!1},[F(n,`inbound`)]:{subPath:`${o}/inbound`,readOnly:!0},[F(n,`feedback`)]:{subPath:`${o}/feedback`,readOnly:!1},[F(n,`course`)]:s}},n.span)}function Fs(e,t){let n=en(e),r=Ps(e,t);return n===void 0||r===void 0?{}:{[`30-hubc-${e.name}-grader`]:{groups:[n.group],spawner_override:r}}}function Is({volumes:e},t){return Object.fromEntries(e.filter(e=>e.in.value===t).map(e=>[Rs(e),x({name:Rs(e),...zs(e)},e.span)]))}function Ls({volumes:e},t){return Object.fromEntries(e.filter(e=>e.in.value===t).map(e=>{let{path:t,folder:n,readOnly:r,span:i}=e,a={name:Rs(e),mountPath:b(t),subPath:n&&b(n),readOnly:r&&b(r)};return[Rs(e),x(a,i)]}))}function Rs({name:e}){return`volume-${e}`}function zs({holds:e}){switch(e.kind){case`scratch`:case`memory`:{let{size:t}=e,n=Number.isFinite(t.value)?b(t,_(t.value)):void 0,r=e.kind===`memory`?`Memory`:void 0;return{emptyDir:r===void 0&&n===void 0?{}:{medium:r,sizeLimit:n}}}case`claim`:return{persistentVolumeClaim:{claimName:b(e.name)}};case`config-map`:return{configMap:{name:b(e.name)}};case`secret`:return{secret:{secretName:b(e.name)}};case`node-folder`:return{hostPath:{path:b(e.name)}}}}function Bs(e,t){return[...as(e,t),...ks(e,t)]}function I(e){return e.variant!==`dynamic`&&e.variant!==`memory`}function Vs({homes:e,chart:t}){return I(e)||e.variant!==`dynamic`?`home`:String(Lt(t,[`singleuser`,`storage`,`dynamic`,`volumeNameTemplate`]))}function Hs(e){let{homes:t}=e;return I(t)?{name:`home`,subPath:b(t.path,`${e.pathPrefix}${t.path.value}`)}:{name:Vs(e)}}function Us(e,t){return ce(e)?t:Object.values(t)}function Ws(e,t){let{homes:n}=e;return[...I(n)||n.variant===`dynamic`?[]:[`home`],...Object.keys({...ls(t,e),...Mo(e,`servers`)})]}function Gs({release:e},t,n){let{homes:r,chart:i}=e,a=N(e,t),o={...cs(n,e),...fs(e),...Is(e,`servers`),...Object.fromEntries(jo(e,`servers`))},s={...ls(n,e),...ps(e,a),...Ls(e,`servers`),...Mo(e,`servers`)},c={...Object.keys(o).length>0?{extraVolumes:Us(i,o)}:{},...Object.keys(s).length>0?{extraVolumeMounts:Us(i,s)}:{}};if(I(r)){let t=`${e.pathPrefix}${r.path.value}`;return x({type:`static`,homeMountPath:a,static:{pvcName:ke(r),subPath:b(r.path,t)},...c},r.span)}if(r.variant===`dynamic`){let e=r.settings.class;return x({type:`dynamic`,homeMountPath:a,capacity:r.size&&b(r.size,_(r.size.value)),dynamic:e&&{storageClass:b(e)},...c},r.span)}let l={name:`home`,emptyDir:r.size?{sizeLimit:_(r.size.value)}:{}};return x({type:`none`,homeMountPath:a,extraVolumes:Us(i,{home:S(l,`Nothing in the home folder outlives the server, on purpose.`),...o}),extraVolumeMounts:Us(i,{home:{name:`home`,mountPath:a},...s})},r.span)}function Ks({homes:e,pathPrefix:t}){if(!I(e))return;let n=`${t}${e.path.value}`;return{from:n,to:n.replace(/[^/]*\{/,`_workspaces/$&`)}}const qs=`/mnt/home`;function Js({release:e},t,n){let{homes:r}=e,i={name:`home`,mountPath:qs,subPath:`${e.pathPrefix}${r.path.value}`},a=n.flatMap(({storage:e,owned:t,span:n})=>t.map(t=>({storage:e,subPath:t,span:n}))).map(({storage:t,subPath:n,span:r},i)=>x({name:ss(t,e),mountPath:`/mnt/shared-${i+1}`,subPath:n},r)),o=[...I(r)?[i]:[],...a];if(o.length===0||w(e,`home-owner`))return;let{uid:s,gid:c}=ys(t),l=[...I(r)?[qs]:[],...a.map((e,t)=>`/mnt/shared-${t+1}`)],u={name:Ys,image:`${Kt.name}:${Kt.tag}`,command:[`sh`,`-ec`,l.map(e=>`test "$(stat -c %u ${e})" = ${s} || chown ${s}:${c} ${e}`).join(`
`)],securityContext:{runAsUser:0,runAsNonRoot:!1,allowPrivilegeEscalation:!1},volumeMounts:o};return S(x(u,r.span),`A folder that is made for a new person belongs to root until this runs.`)}const Ys=`own-home`;function Xs(e,t){let n=e.pods.find(e=>e.pod===t);return n&&Zs(n)}function Zs(e){if(e.memory===void 0&&e.cpu===void 0)return;let t=$s(e.memory,_),n=$s(e.cpu,Ie),r={memory:t.requests,cpu:n.requests},i={memory:t.limits,cpu:n.limits},a=Object.values(i).some(e=>e!==void 0);return x({requests:r,limits:a?i:void 0},e.span)}function Qs(e,t){let n=e.pods.find(e=>e.pod===t)?.replicas;return n&&b(n)}const $s=(e,t)=>{if(e===void 0)return{requests:void 0,limits:void 0};let{from:n,to:r}=e.value;return{requests:b(e,t(n)),limits:r===be?void 0:b(e,t(r))}};function ec(e){let{release:t,model:n,images:r}=e,i=Xs(t,`image-puller`),a=tc(t);if(!it(t,n.on))return i===void 0&&a===void 0?void 0:{resources:i,...a};let[o,...s]=bt(t,n.on),c=s.flatMap(e=>{let t=r.get(e);return e===o||t===void 0?[]:[[nc(e),{name:t.name,tag:t.tag}]]}),l=!I(t.homes)&&t.courses.some(t=>as(e,t).length>0),u=nt(t).some(({gpu:e})=>e!==void 0&&e.value>0);return{resources:i,...a,pullProfileListImages:!1,extraImages:Object.fromEntries([...c,...l?[[`hubc-own-home`,{...Kt}]]:[]]),extraTolerations:u?[{...Xa}]:void 0}}function tc({prePull:e}){if(e===void 0)return;let t=e.map(({value:e})=>e);return{hook:{enabled:t.includes(`on-deploy`)},continuous:{enabled:t.includes(`on-new-nodes`)}}}function nc(e){return e.length<=52?e:`${e.slice(0,43)}-${Te(e).slice(0,8)}`}function rc(e){if(e.ingress===void 0)return;let{class:t,issuer:n,annotations:r,span:i}=e.ingress;return x({enabled:!0,ingressClassName:t&&Ge(e.ingress)!==`google`?b(t):void 0,annotations:{...ac(e.ingress,e),[Bt]:n&&b(n),...Object.fromEntries(r.map(({key:e,value:t})=>[e,b(t)]))},hosts:[b(e.domain)],tls:ic(e.ingress,e)},i)}function ic(e,t){if(!e.tls.value)return;let n=[b(t.domain)];return xe(e)?Ge(e)===`amazon`?[{hosts:n}]:void 0:[{hosts:n,secretName:x(mi(t),e.secret?.span??e.span)}]}function ac(e,t){switch(Ge(e)){case`amazon`:return oc(e);case`google`:return sc(e);case void 0:return{[Xt]:lc(e,t)}}}function oc({tls:e}){return{[`${Ze}target-type`]:S(`ip`,`The proxy's service has no port on nodes, which Amazon's controller looks for else.`),[`${Ze}healthcheck-path`]:S(Dt,`The hub's first page leads elsewhere, which counts as ill.`),[`${Ze}load-balancer-attributes`]:S(`idle_timeout.timeout_seconds=3600`,`Amazon's load balancer closes what is quiet for a minute, such as a terminal that nobody types in.`),...e.value?{[`${Ze}listen-ports`]:`[{"HTTP": 80}, {"HTTPS": 443}]`,[`${Ze}ssl-redirect`]:`443`}:{}}}function sc({class:e,tls:t}){let n=e?.value===`gce-internal`?{[m.plain]:`false`}:{[m.frontend]:ue};return{[et]:e&&b(e),...t.value?n:{}}}const cc=512*2**20;function lc({bodySize:e,annotations:t},{umbrella:n}){if(e!==void 0)return b(e,uc(e.value));if(n===void 0&&!t.some(({key:e})=>e===`nginx.org/client-max-body-size`))return S(uc(cc),`nginx takes 1 MB unless told, which uploads and notebooks with pictures exceed. Other controllers ignore it.`)}function uc(e){return e===be?`0`:e%2**20==0?`${e/2**20}m`:e%1024==0?`${e/1024}k`:String(e)}function dc(e,t){return x(ge(e.provider,t),t.span)}function fc(e){let[t]=e.provider.pools.flatMap(t=>{let n=t.core?void 0:vn(e.provider,t);return n?[{taint:n,span:t.spot?.span??t.span}]:[]});return t===void 0?[]:[x({...t.taint,operator:`Equal`,effect:`NoSchedule`},t.span)]}function pc(e,t){let n=Me(e.provider,t);if(n!==void 0)return t.pool===void 0?dc(e,n):x(dc(e,n),t.pool.span)}function mc(e){let{hubServer:t,provider:n}=e,{pool:r}=t,i=n.pools.filter(({core:e})=>!e).map(t=>hc(e,t));return r===void 0||new Set(i).size>1?void 0:pc(e,{pool:r})}function hc({provider:e},t){return Object.keys(ge(e,t)).sort().join(` `)}function gc(e){let t=e.provider.pools.find(e=>e.core);return t&&dc(e,t)}function _c(e){let{release:t,model:n}=e,r=gc(t),i={enabled:t.userScheduler&&b(t.userScheduler),nodeSelector:r,replicas:Qs(t,`user-scheduler`),resources:Xs(t,`user-scheduler`)},a=Object.values(i).every(e=>e===void 0)?void 0:i,o=vc(t,n);if(o===void 0){let e=t.podPriority&&{enabled:b(t.podPriority)};return a||e?{userScheduler:a,podPriority:e}:void 0}let{pool:s,replicas:c,origin:l}=o;return{userScheduler:a,podPriority:S(x({enabled:!0},l),`Placeholders give way to people only where pods have priorities.`),userPlaceholder:x({enabled:!0,replicas:c,resources:yc(t,s),extraPodSpec:bc(e,s)},l)}}function vc(e,t){let n=at(e);if(n===void 0)return;let r=e.spare.find(e=>e.pool===n.name&&e.count.value>0);if(r)return{pool:n,replicas:b(r.count),origin:r.count.span};let[i]=ct(e,t)?xt(e):[];if(i===void 0){let t=e.spare.find(({count:e})=>e.value>0);return t&&{pool:n,replicas:0,origin:t.count.span}}let a=i.lectures[0]?.span??i.exams[0]?.span??i.span;return{pool:n,replicas:S(0,`Changed by the jobs in manifests/30-scale.yaml before lectures and exams.`),origin:a}}function yc(e,t){let{memory:n,cpu:r,gpu:i}=Ja(e,t),a=i>0?{[Ya]:String(i)}:void 0;return{requests:{memory:_(n),...r>0?{cpu:Ie(r)}:{},...a},limits:a}}function bc({release:e,model:t},n){let r=v(e);return r!==void 0&&Me(e.provider,r)===n&&!it(e,t.on)?void 0:{nodeSelector:dc(e,n)}}function xc({release:e}){let t=gc(e),n=n=>{let r=Xs(e,n),i=n===`proxy`||n===`traefik`&&e.https?.letsencrypt!==void 0?t:void 0;return r===void 0&&i===void 0?void 0:{nodeSelector:i,resources:r}};return{service:Sc(e),https:wc(e),chp:n(`proxy`),traefik:n(`traefik`),secretSync:n(`secret-sync`)}}function Sc(e){if(e.ingress){let t=Ge(e.ingress)===`google`?{[m.backend]:`{"default": "${ue}"}`}:void 0;return x({type:`ClusterIP`,annotations:t},e.ingress.span)}let{ports:t}=e;if(t)return S(x({type:`NodePort`,nodePorts:{http:t.http.node,https:t.https.node}},e.provider.span),`kind has no load balancer; its cluster.yaml binds these ports to the machine's.`);if(e.provider.variant===`eks`)return S(x({annotations:{[Cc]:`3600`}},e.provider.span),`Amazon's load balancer closes what is quiet for a minute, such as a terminal that nobody types in.`)}const Cc=`service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout`;function wc(e){let{https:t}=e,n=[b(e.domain),...(t?.hosts??[]).map(e=>b(e))];return t?.letsencrypt?x({enabled:!0,type:`letsencrypt`,hosts:n,letsencrypt:{contactEmail:b(t.letsencrypt)}},t.letsencrypt.span):t?.secret?x({enabled:!0,type:`secret`,hosts:n,secret:{name:b(t.secret)}},t.secret.span):t?.offload?.value?x({enabled:!0,type:`offload`},t.offload.span):e.umbrella===void 0?{enabled:!1}:void 0}function Tc(e,t){return x({to:Oc(e,t.metadataIsBlocked),ports:Dc(e)},e.span)}function Ec(e){return x({from:Oc(e,!1),ports:Dc(e)},e.span)}function Dc({ports:e}){return e.length===0?void 0:e.map(e=>b(e,{port:e.value.port,protocol:e.value.protocol}))}function Oc(e,t){let n=e.networks.map(n=>{let r=e.except.filter(({value:e})=>Ac(e,n.value)),i=t&&ft(n.value,`169.254.169.254`)&&!r.some(({value:e})=>ft(e,`169.254.169.254`)),a=[...r.map(e=>b(e)),...i?[`${Se}/32`]:[]];return{ipBlock:x({cidr:n.value,except:a.length>0?a:void 0},n.span)}}),{namespace:r,namespaces:i,pods:a}=e;if(r===void 0&&i.length===0&&a.length===0)return n;let o=r===void 0?[]:[[`kubernetes.io/metadata.name`,b(r)]],s=Object.fromEntries([...o,...kc(i)]);return[{namespaceSelector:Object.keys(s).length>0?{matchLabels:s}:void 0,podSelector:a.length>0?{matchLabels:Object.fromEntries(kc(a))}:void 0},...n]}function kc(e){return e.map(({key:e,value:t})=>[e,b(t)])}function Ac(e,t){let[n=``]=e.split(`/`);return ft(t,n)}function jc({release:e,model:t},n){let r=e.groups,i=r.flatMap(e=>e.workspace?[{group:e,workspace:e.workspace}]:[]),a=Rt(e),o=Bc(e);return{data:{secretsDirectory:Xe,secretName:e.secretName,groups:Object.fromEntries([...r.map(e=>[e.name,Nc(e)]),...Fc(e,r),...Pc(e)]),workspaces:i.length+a.length>0?Object.fromEntries([...i.map(({group:e,workspace:t})=>[t.account.value,x({group:e.name,...n.has(t.account.value)?{memberOf:[Ut]}:{}},t.span)]),...a.map(({account:e,group:t,span:n})=>[e,x({memberOf:[t]},n)])]):void 0,accountPrefixes:Mc(e),workspaceHomes:i.length+a.length>0?Ks(e):void 0,courses:Object.fromEntries(Lc(e).map(e=>[e.name,Rc(e)])),admins:e.admins.map(e=>b(e)),allowed:o&&{members:o,existing:zc(e)},signIn:he(e)},roles:Vc(e,t.courses),secretKeys:[...new Set(r.flatMap(e=>e.secretMembers.map(e=>e.value.key)))].sort(),secretFiles:We(e).map(({key:e})=>e)}}function Mc(e){let t=[...e.groups.flatMap(({workspace:e})=>e?[e.account.value]:[]),...Rt(e).map(({account:e})=>e)].flatMap(e=>Yt(e,wt)??[]),n=[...new Set([...e.accountPrefixes.map(({value:e})=>e),...t])].sort();return n.length>0?n:void 0}function Nc(e){return x({members:e.members.length>0?e.members.map(e=>b(e)):void 0,secretMembers:e.secretMembers.length>0?e.secretMembers.map(e=>b(e,e.value.key)):void 0,sources:Ic([e])},e.span)}function Pc({mounts:e,admins:t}){let n=e.find(e=>e.admins.value);return n===void 0||t.length===0?[]:[[st,x({members:t.map(e=>b(e))},n.admins.span)]]}function Fc(e,t){return Lc(e).filter(e=>e.roster.length>0).map(e=>{let n=new Set(e.roster.map(e=>e.value)),r=t.filter(e=>n.has(e.name)),i=r.flatMap(e=>e.members.map(e=>b(e))),a=r.flatMap(e=>e.secretMembers.map(e=>b(e,e.value.key))),o={members:i.length>0?i:void 0,secretMembers:a.length>0?a:void 0,sources:Ic(r)};return[Nt(e),x(o,e.roster[0]?.span??e.span)]})}function Ic(e){let t=e.flatMap(e=>e.sources),n=new Map(t.map(e=>[He(e),e.span]));for(let{name:t,adminPage:r}of e)r.value&&n.set(t,r.span);return n.size===0?void 0:[...n].map(([e,t])=>x(e,t))}function Lc(e){return e.courses.filter(e=>e.staff.length>0)}function Rc(e){return x({people:Nt(e),staff:e.staff.map(e=>b(e)),everyone:e.roster.length===0},e.span)}function zc({auth:{allow:e}}){return e.existing?.value===!0?b(e.existing):void 0}function Bc(e){let{allow:t}=e.auth;if(t.how===`listed`)return t.groups.map(e=>b(e));if(t.how===`rosters`)return nt(e).flatMap(({roster:e,staff:t})=>[...e,...t].map(e=>b(e)))}function Vc(e,t){let n={};for(let t of e.groups){if(!t.workspace)continue;let e=t.workspace.account.value;n[`${rn}workspace-${e}`]=x({description:`Members of ${t.name} start and enter the workspace ${e}`,scopes:Wc(e),groups:[t.name]},t.workspace.span)}for(let{account:t,course:r,span:i}of Rt(e))n[`${rn}workspace-${t}`]=x({description:`Staff of ${r.name} start and enter the server that grades`,scopes:Wc(t),groups:r.staff.map(e=>b(e))},i);for(let r of e.groups){let[i]=r.may;i!==void 0&&(n[Hc(r)]=x({description:`What members of ${r.name} may do`,scopes:r.may.map(n=>b(n,Uc(n.value,e,t))),groups:[Fe(e,r.name)]},i.span))}for(let{name:r,description:i,groups:a,scopes:o,span:s}of e.roles)n[r]=x({description:i&&b(i),scopes:o.map(n=>b(n,Uc(n.value,e,t))),groups:a.map(t=>b(t,Fe(e,t.value)))},s);for(let t of Lc(e))n[`${rn}course-${t.name}-staff`]=x({description:`Staff of ${t.name} reach the servers of its people`,scopes:Gc(Nt(t)),groups:t.staff.map(e=>b(e))},t.staff[0]?.span??t.span);return n}function Hc({name:e}){let t=e.toLowerCase(),n=t===e?``:`-${Te(e).slice(0,6)}`;return`${rn}group-${t}${n}`}function Uc(e,t,n){let{filter:r}=$t(e);if(r?.kind!==`group`||r.target===void 0)return e;let i=n.find(e=>r.target===mt(e)),a=i===void 0?Fe(t,r.target):Nt(i);return e.replace(/!group=.*$/,()=>`!group=${a}`)}function Wc(e){return[`access:servers!user=${e}`,`admin:servers!user=${e}`,`list:users!user=${e}`]}function Gc(e){return[`admin-ui`,`list:users!group=${e}`,`servers!group=${e}`,`access:servers!group=${e}`]}function Kc({memory:e,cpu:t}){return{mem_guarantee:e&&b(e,_e(e.value.from)),mem_limit:e&&b(e,Yc(e.value.to,_e)),cpu_guarantee:t&&b(t,t.value.from),cpu_limit:t&&b(t,Yc(t.value.to,e=>e))}}function qc(e,t){let n=(n,r)=>e[n]?.value[r]===t[n]?.value[r],r={mem_guarantee:n(`memory`,`from`),mem_limit:n(`memory`,`to`),cpu_guarantee:n(`cpu`,`from`),cpu_limit:n(`cpu`,`to`)};return Object.fromEntries(Object.entries(Kc(e)).filter(([e])=>!r[e]))}function Jc(e,t){return e&&b(e,{guarantee:t(e.value.from),limit:Yc(e.value.to,t)})}function Yc(e,t){return e===be?null:t(e)}function Xc(e,t){return{...Zc(e.environment,t),...Ns(e,t),...Qc(e,t)}}function Zc(e,{release:t}){return Object.fromEntries(e.map(({name:e,value:n})=>{let{value:r}=n,i=typeof r==`string`?r.replace(/[{}]/g,`$&$&`):Mt(t,r);return[e,x(i,n.span)]}))}function Qc(e,{release:t}){let n={},r=e.contents.flatMap((e,r)=>{let{signIn:i}=e;if(i===void 0)return[];if(i.kind===`gh-scoped-creds`){let{clientId:e,appUrl:t}=i;return n.GH_SCOPED_CREDS_CLIENT_ID=x(L(e.value),e.span),t&&(n.GH_SCOPED_CREDS_APP_URL=x(L(t.value),t.span)),[]}let a=i.kind===`token`?i.token:i.privateKey,o=`HUBC_GIT_SECRET_${r}`;return n[o]=x(Mt(t,a.value),a.span),$c(e,i,o)});if(r.length===0)return n;n.GIT_CONFIG_COUNT=String(r.length);for(let[e,{key:t,value:i,signIn:a}]of r.entries())n[`GIT_CONFIG_KEY_${e}`]=x(L(t),a.span),n[`GIT_CONFIG_VALUE_${e}`]=x(L(i),a.span);return n}function $c({repo:e},t,n){return[``,`.git`].flatMap(r=>{let i=`credential.${e.value}${r}`,a={key:`${i}.helper`,value:el(t,n),signIn:t};return t.kind===`github-app`?[a,{key:`${i}.useHttpPath`,value:`true`,signIn:t}]:[a]})}function el(e,t){return e.kind===`token`?`!f() { test "$1" != get || printf 'username=%s\\npassword=%s\\n' ${`'${e.username.value.replaceAll(`'`,`'\\''`)}'`} "$${t}"; }; f`:`!f() { test "$1" != get || { exec 4<&0; printf '%s\\n' "$${t}" | { exec 3<&0 0<&4; git-credential-github-app --app-key-file /dev/fd/3 --app-id ${e.kind===`github-app`?e.appId.value:0} get; }; }; }; f`}function L(e){return e.replace(/[{}]/g,`$&$&`)}function tl(e,t){if(!Ke(e))return;let{image:n,size:r}=nl(e);return{[n]:rl(e,t),[r]:ml(e,t)}}function nl({choices:{forms:e}}){return{image:e.image.key?.value??`image`,size:e.size.key?.value??`size`}}function rl(e,t){let{images:n,anyImage:r,anyRepository:i,forms:a}=e.choices;if(me(e.choices))return{display_name:al(a.image,`Image`),dynamic_image_building:i.value?b(i,{enabled:!0}):void 0,choices:Object.fromEntries(n.map((n,r)=>[il(n.value,t),ul(e,{image:n,at:r},t)])),unlisted_choice:r.value?b(r,sl(a.typed)):void 0}}function il(e,{images:t}){return t.get(e)?.image.slug?.value??e}function al({title:e},t){return e===void 0?t:b(e,M(e.value))}function ol(e){return e&&b(e,M(e.value.trim()))}function sl({title:e,description:t,pattern:n,message:r}){return{...ll,display_name:e===void 0?ll.display_name:b(e,M(e.value)),display_name_in_choices:e===void 0?ll.display_name_in_choices:void 0,description:ol(t),validation_regex:n===void 0?ll.validation_regex:b(n),validation_message:r===void 0?cl(n):b(r,So(r.value))}}function cl(e){return e===void 0?ll.validation_message:void 0}const ll={enabled:!0,display_name:`Name of the image`,display_name_in_choices:`Another image`,validation_regex:`^[^\\s:@]+(?::[0-9]+/[^\\s:@]+)?[:@][^\\s@/]+$`,validation_message:`The name of an image with its tag, such as quay.io/jupyter/scipy-notebook:2026-01-05`,kubespawner_override:{image:`{value}`}};function ul(e,{image:t,at:n},r){let i=r.images.get(t.value),a=i===void 0?t.value:de(i.image);return x({display_name:M(a),description:ol(i?.image.description),default:n===0||void 0,kubespawner_override:{image:i&&`${i.name}:${i.tag}`,default_url:dl(e,i?.image),...n===0?{}:fl({...e,image:t},e,r)}},t.span)}function dl(e,t){let n=Qe(e,t),r=P(n.value);return r===P(e.openWith.value)?void 0:b(n,r)}function fl(e,t,n){let{release:r,images:i}=n,[a,o]=[i.get(e.image.value),i.get(t.image.value)],[s,c]=[ys(a),ys(o)],l=N(r,a),u=l===N(r,o)?void 0:ls(Bs(n,e),r);return{cmd:a&&Co(e,a),uid:w(r,`server-ids`)||s.uid===c.uid?void 0:s.uid,fs_gid:w(r,`server-ids`)||s.gid===c.gid?void 0:s.gid,volume_mounts:u&&{[Vs(r)]:{mountPath:l},...ms(r,l),...u}}}function pl(e,t){if(t.length!==0&&w(e,`choice-rules`))return t.map(t=>b(t,Fe(e,t.value)))}function ml(e,t){let{sizes:n,forms:r}=e.choices;if(n.length===0)return;let i=n.map(n=>[n.name,gl(n,e,t)]);return{display_name:al(r.size,`Size`),choices:Object.fromEntries(i)}}function hl({choices:e}){return e.sizes.some(({pool:e})=>e!==void 0)}function gl(e,t,n){let{title:r,description:i,isDefault:a,span:o,environment:s}=e,{release:c}=n;return x({display_name:b(r,M(r.value)),description:ol(i),default:a?!0:void 0,allowed_groups:pl(c,e.groups),kubespawner_override:{...Kc(e),extra_resource_limits:Ss(e),environment:s.length>0?Zc(s,n):void 0,node_selector:hl(t)?pc(c,Gt(t,e)):void 0}},o)}function _l({release:e,model:t}){let n=e.courses.flatMap(e=>[{slug:e.name,title:e.title.value,server:e,exam:void 0},...St(e,t.on).map(t=>({slug:`${e.name}.${t.name}`,title:`${e.title.value}: exam ${t.name}`,server:vl(e,t),exam:t}))]),r=e.permanent.map(e=>({slug:g(e)?e.slug:`usual_server`,title:e.title.value,server:e,exam:void 0}));return[...n,...r]}function vl(e,{image:t}){let{choices:n}=e;return{...e,image:t,choices:{...n,images:[],anyImage:{...n.anyImage,value:!1}}}}function yl(e){return _l(e).map(t=>Sl(t,e).values)}function bl(e){return _l(e).flatMap(t=>Sl(t,e).clashes)}function xl(e){return _l(e).flatMap(({server:e},t)=>(g(e)?e.ownValues:[]).map(({leaf:e,adds:n})=>{let r=[`singleuser`,`profileList`,String(t),...e.value.path];return{leaf:{...e,value:{...e.value,path:r}},adds:n}}))}function Sl(e,t){let{server:n}=e,r=Zt(Cl(e,t)),i=g(n)?n.ownValues:[];return i.length===0?{values:r,clashes:[]}:Vt(r,t.release,i)}function Cl(e,t){let{server:n,exam:r}=e;return x({display_name:b(n.title,M(e.title)),slug:e.slug,description:r?`Open from ${f(r.at.value)}.`:wl(n),default:g(n)&&n.isDefault?!0:void 0,allowed_groups:pl(t.release,n.roster),kubespawner_override:Tl(n,t),profile_options:tl(n,t)},r?.span??n.span)}function wl({description:e}){return e&&b(e,M(e.value.trim().split(/\r?\n|\r/)[0]??``))}function Tl(e,t){let n=Zt(El(e,t));return n.entries.length===0?void 0:n}function El(e,t){let{release:n}=t,{hubServer:r}=n,i=t.images.get(e.image.value),a=g(e)&&e.image.span===r.image?.span&&i===os(t),o=i&&!me(e.choices)&&!a?`${i.name}:${i.tag}`:void 0,s=P(e.openWith.value),c=e.pool?.value.pool===r.pool?.value.pool&&mc(n)!==void 0,l=i&&Co(e,i),{uid:u,gid:d}=bs(n,i),f=Bs(t,e),p=Xc(e,t),m=cs(f,n),h={...Dl(e,t),...ls(f,n)};return{image:o&&x(o,e.image.span),...qc(e,r),extra_resource_limits:Ss(e),cmd:l&&x(l,e.collaboration.span),...Eo(n,e,i)?.people,default_url:s===P(r.openWith.value)?void 0:b(e.openWith,s),environment:Object.keys(p).length>0?p:void 0,node_selector:c||hl(e)?void 0:pc(n,e),uid:u,fs_gid:d,volumes:Object.keys(m).length>0?m:void 0,volume_mounts:Object.keys(h).length>0?h:void 0}}function Dl(e,t){let{release:n,images:r}=t,i=N(n,r.get(e.image.value));return i===N(n,os(t))?{}:{[Vs(n)]:{mountPath:i},...ms(n,i)}}function Ol(e){let{release:t,model:n}=e,r=t.groups.flatMap(Pl),i=it(t,n.on)&&!w(t,`choice-rules`);if(!i&&r.length===0)return;let a=[...t.groups.flatMap(({name:e,workspace:t})=>t?[[t.account.value,kl(e,t)]]:[]),...Rt(t).map(({account:e,course:t,span:n})=>[e,x({course:t.name},n)])],o=i?_l(e):[];return{timezone:o.some(({exam:e})=>e!==void 0)?b(n.project.timezone):void 0,entries:i?Object.fromEntries(o.map(t=>[t.slug,Al(t,e)])):void 0,outsideTerms:i&&t.outsideTerms?jl(t):void 0,accounts:i&&a.length>0?Object.fromEntries(a):void 0,raises:r.length>0?Object.fromEntries(r):void 0}}function kl(e,{collaboration:t,span:n}){return x({group:e,collaborates:t.value?b(t):void 0},n)}function Al({title:e,server:t,exam:n},r){let{release:i}=r,a=r.images.get(t.image.value),o=Bs(r,t),s=us(as(r,t)),c=Js(r,a,o),l=Cs(t),u=Eo(i,t,a)?.accounts,d=Ps(t,r);return x({title:b(t.title,e),profile:t.of!==`course`||void 0,default:g(t)&&t.isDefault?!0:void 0,groups:i.adminsOnly?[]:i.byCourse&&t.roster.length>0?Nl(t):void 0,opens:n&&b(n.at,Fl(n.at.value.from)),closes:n&&b(n.at,Fl(n.at.value.to)),staff:s&&t.staff.map(e=>b(e)),staffOverride:s&&{volume_mounts:s},accountOverride:u,grader:n===void 0&&d!==void 0?en(t)?.account:void 0,graderOverride:n===void 0?d:void 0,choices:Ml(t),tolerations:l.length>0?l:void 0,owner:o.length>0||Il(t,r)?c:void 0},n?.span??t.span)}function jl({courses:e,adminsOnly:t}){return t?``:e.map(({title:e})=>e.value).join(`, `)}function Ml(e){let{choices:t}=e,n=t.sizes.filter(({groups:e})=>e.length>0);if(n.length===0)return;let r=n.map(({name:e,groups:t})=>[e,t.map(e=>b(e))]);return{[nl(e).size]:Object.fromEntries(r)}}function Nl(e){let t=[...e.roster,...e.staff];return t.filter((e,n)=>t.findIndex(({value:t})=>t===e.value)===n).map(e=>b(e))}function Pl({name:e,memory:t,cpu:n,span:r}){if(t===void 0&&n===void 0)return[];let i={mem_guarantee:t&&b(t,t.value.from),mem_limit:t&&b(t,t.value.to),cpu_guarantee:n&&b(n,n.value.from),cpu_limit:n&&b(n,n.value.to)};return[[e,x(i,r)]]}function Fl({day:e,minutes:t}){return`${u(e)}T${o(t)}`}function Il(e,t){return ys(t.images.get(e.image.value)).uid!==ys(os(t)).uid}function Ll(e){let{release:t}=e,n=v(t),r=os(e),i=it(t,e.model.on),a=n&&!i?Bs(e,n):[],o=Js(e,r,a);return{...n===void 0?Vl(t):{},...n&&r?i?Bl(n,r,t):zl(n,r,t):{},extraTolerations:ql(t,i),startTimeout:t.startTimeout&&b(t.startTimeout),...Kl(t),...eu(t),storage:Gs(e,r,a),initContainers:o&&[o],extraFiles:Yl(e),extraEnv:Zl(e,n&&!i?Xc(n,e):{}),extraContainers:Ql(t,N(t,r)),profileList:i?yl(e):void 0}}function Rl(e){let{release:t,model:n}=e;if(ce(t.chart))return;let r=it(t,n.on)?void 0:v(t),i=Ws(t,r===void 0?[]:Bs(e,r));return i.length>0?i:void 0}function zl(e,t,n){let{memory:r,cpu:i}=e,{uid:a,gid:o}=bs(n,t),s=Co(e,t),c=Ss(e);return{image:Hl(e,t,n),memory:Jc(r,_e),cpu:Jc(i,e=>e),extraResource:c&&{limits:c},uid:a,fsGid:o,cmd:s?x(s,e.collaboration.span):Gl(n),defaultUrl:b(e.openWith,P(e.openWith.value)),nodeSelector:pc(n,e)}}function Bl(e,t,n){let{memory:r,cpu:i,openWith:a}=n.hubServer;return{image:Hl(e,t,n),memory:Jc(r,_e),cpu:Jc(i,e=>e),cmd:Gl(n),defaultUrl:b(a,P(a.value)),nodeSelector:mc(n)}}function Vl(e){let{memory:t,cpu:n,openWith:r}=e.hubServer,i=Wl(e);return{image:i&&{pullPolicy:i},memory:t&&Jc(t,_e),cpu:n&&Jc(n,e=>e),cmd:Gl(e),defaultUrl:r.how==="default"?void 0:b(r,P(r.value)),nodeSelector:mc(e)}}function Hl(e,t,n){return x({name:t.name,tag:t.tag,pullPolicy:Wl(n)},e.image.span)}const Ul={always:`Always`,"if-missing":`IfNotPresent`,never:`Never`};function Wl({hubServer:{start:e}}){return e?.pull&&b(e.pull,Ul[e.pull.value])}function Gl({hubServer:{start:e}}){return e===void 0||e.command.length===0?void 0:e.command.map(e=>b(e))}function Kl({hubServer:{start:e}}){if(e===void 0)return{};let t=e.after.map(e=>b(e));return{lifecycleHooks:t.length>0?{postStart:{exec:{command:t}}}:void 0,serviceAccountName:e.account&&b(e.account)}}function ql(e,t){let n=v(e),r=[...fc(e),...n&&!t?Cs(n):[]];return r.length>0?r:void 0}function Jl(e){let{release:t,model:n}=e,r=v(t),i=hs(t,N(t,os(e)));if(r===void 0||it(t,n.on))return Object.keys(i).length===0?void 0:{group_overrides:i};let a=Do(e,r),o={...a.overrides,...ds(r,as(e,r)),...Fs(r,e),...i};return Object.keys(o).length===0?void 0:{...a.people,group_overrides:o}}function Yl(e){let{release:t}=e,n=Xl(t),r=I(t.homes)&&t.homes.variant!==`host-path`,i=t.courses.some(e=>e.collaboration.value)||To(t).size>0,a={...r?{BaseFileIdManager:{db_path:`/tmp/file_id_manager.db`},NotebookNotary:{db_file:`:memory:`}}:{},...r&&i?{SQLiteYStore:{db_path:`/tmp/jupyter_ystore.db`}}:{},...n?{MappingKernelManager:n}:{}},o=_t(t);Object.keys(o).length>0&&(a.ServerApp=o);let s={},c=w(t,`server-settings`);return Object.keys(a).length>0&&!c&&(s[`hubc-jupyter-server`]={mountPath:Ee,data:a}),r&&!c&&(s[`hubc-ipython`]=x({mountPath:At,data:{HistoryManager:{hist_file:`:memory:`}}},t.homes.span)),Object.assign(s,Es(e),Ao(t,`servers`)),Object.keys(s).length>0?s:void 0}function Xl({cull:e}){let t=e?.kernels??(e?.enabled.value===!0?e.idle:void 0);if(t===void 0)return;let n=e?.connectedKernels;return b(t,{cull_idle_timeout:t.value,cull_interval:Math.min(300,t.value),cull_connected:n?.value===!0?b(n):void 0})}function Zl(e,t){let n={...Zc(e.release.environment,e),...t};return Object.keys(n).length>0?n:void 0}function Ql(e,t){let{containers:n}=e;return n.length===0?void 0:n.map(n=>$l(n,e,t))}function $l(e,t,n){let{name:r,image:i,command:a,ports:o,user:s,environment:c,span:l}=e;return x({name:r,image:b(i),command:a.length>0?a.map(e=>b(e,L(e.value))):void 0,args:e.arguments.length>0?e.arguments.map(e=>b(e,L(e.value))):void 0,ports:o.length>0?o.map(e=>({containerPort:b(e)})):void 0,env:c.length>0?c.map(({name:e,value:t})=>({name:e,value:b(t,L(t.value))})):void 0,resources:Zs(e),securityContext:s&&{runAsUser:b(s)},volumeMounts:e.home.value?[x({...Hs(t),mountPath:n},e.home.span)]:void 0},l)}function eu({outgoing:e}){if(e===void 0)return{};let{networks:t,internet:n,blockMetadata:r,reach:i,span:a}=e,o=r.value,s=t.map(e=>{let t=o&&ft(e.value,`169.254.169.254`)?[`${Se}/32`]:void 0;return{ipBlock:x({cidr:e.value,except:t},e.span)}}),c=[...s.length>0?[{to:s}]:[],...i.map(e=>Tc(e,{metadataIsBlocked:o}))];return{networkPolicy:x({egressAllowRules:{cloudMetadataServer:b(r,!o),nonPrivateIPs:b(n)},egress:s.length>0?S(c,`Private networks that servers may reach.`):c.length>0?c:void 0},a),cloudMetadata:{blockWithIptables:b(r)}}}function tu({services:e}){return e.length===0?void 0:Object.fromEntries(e.map(e=>[e.name,nu(e)]))}function nu(e){let{command:t,environment:n,asksPeople:r,span:i}=e,a=n.map(({name:e,value:t})=>[e,b(t)]);return x({command:t.length>0?t.map(e=>b(e)):void 0,url:e.url&&b(e.url),environment:a.length>0?Object.fromEntries(a):void 0,display:e.display&&b(e.display),oauth_client_id:e.clientId&&b(e.clientId),oauth_no_confirm:r&&b(r,!r.value),oauth_redirect_uri:e.redirectUrl&&b(e.redirectUrl)},i)}function ru({services:e,roleScopes:t}){let n={};for(let{name:t,scopes:r,span:i}of e)r.length>0&&(n[t]=x({services:[t],scopes:r.map(e=>b(e))},i));for(let e of[`user`,`server`]){let r=t[e];r!==void 0&&(n[e]={scopes:r.map(e=>b(e))})}return n}function iu(e,t){let{release:n}=e,r=n.doc===void 0?[]:[n.doc],i=[`Values of the release ${n.name} for the JupyterHub chart ${e.model.project.chart.value}, written by hubc.`,...r];return{path:`${n.folder}/values.yaml`,...A([au(e,t)],{header:i,origin:n.span})}}function au(e,t){return ou(su(e,t),e.release)}function ou(e,t){let{umbrella:n}=t;if(n===void 0)return e;let r=ot(n.values,n.span,t),i=n.key.value.split(`.`).reduceRight((e,t)=>fe([[t,e]]),e);return Jt(i,r)}function su(e,t){let n=Object.entries(cu(e,()=>t)),r=dt(Object.fromEntries(n.map(([e,t])=>[e,t()])));return Su(e.release.ownValues.length===0?r:Vt(r,e.release).values)}function cu(e,t){let{release:n}=e,r,i=()=>(r??=jc(e,To(n)),r);return pt(n,{custom:()=>w(n,`exact-people`)?void 0:{hubc:{...i().data,servers:Ol(e),mountKeys:Rl(e)}},hub:()=>lu(e,{who:i(),hubImage:t()}),proxy:()=>xc(e),ingress:()=>rc(n),singleuser:()=>Ll(e),scheduling:()=>_c(e),prePuller:()=>ec(e),cull:()=>yu(n),debug:()=>n.debug&&{enabled:b(n.debug)}})}function lu(e,{who:t,hubImage:n}){let{release:r}=e,{config:i,environment:a}=nn(r),o=Jl(e),s=ts(r),c={...t.roles,...ru(r)};return{image:uu(r,n),nodeSelector:gc(r),resources:Xs(r,`jupyterhub`),...gu(r),concurrentSpawnLimit:r.concurrentStarts&&b(r.concurrentStarts),..._u(r),templateVars:du(r),templatePaths:Zo(r),db:fu(r),networkPolicy:mu(r),config:{...i,...o?{KubeSpawner:o}:{}},extraEnv:Object.keys(a).length>0?a:void 0,services:tu(r),loadRoles:Object.keys(c).length>0?c:void 0,initContainers:s.initContainers.length>0?s.initContainers:void 0,extraContainers:s.extraContainers.length>0?s.extraContainers:void 0,...vu(r,[...t.secretKeys,...t.secretFiles]),extraConfig:w(r,`exact-people`)?void 0:qo(r.chart),extraFiles:pu(r)}}function uu({hubImage:e,auth:t},n){if(e?.value.kind===`elsewhere`){let{reference:t}=e.value,n=t.includes(`@`)?t.indexOf(`@sha256:`)+7:t.lastIndexOf(`:`);return x({name:t.slice(0,n),tag:t.slice(n+1)},e.span)}if(e!==void 0)return n&&x({name:n.name,tag:n.tag},e.span);if(n!==void 0)return S({name:n.name,tag:n.tag},`Holds ${Pt[t.variant]?.needs?.note}.`)}function du(e){let{announcement:t,templates:n}=e,r=t&&{announcement:b(t,M(t.value))};return n===void 0||n.vars.length===0?r:{...r,...Object.fromEntries(ot(n.vars,n.span,e).entries.map(({key:e,value:t})=>[e,t]))}}function fu({database:e}){if(e===void 0)return;let{class:t,size:n}=e;return{pvc:{storageClassName:t&&b(t),storage:n&&b(n,_(n.value))}}}function pu(e){let t={...Qo(e),...Ao(e,`hub`)};return w(e,`exact-people`)?Object.keys(t).length>0?t:void 0:Jo(e.chart,t)}function mu({admitted:e,monitoring:t}){let{peers:n,labelled:r}=e,i=[...t?[S(Ec(hu(t)),`Prometheus collects the hub's numbers.`)]:[],...n.map(Ec)];if(i.length!==0||r!==void 0)return{ingress:i.length>0?i:void 0,interNamespaceAccessLabels:r&&b(r,r.value?`accept`:`ignore`)}}function hu({by:e,authenticate:{how:t,earlier:n,span:r}}){return{...e,ports:[{value:{port:`http`,protocol:`TCP`},span:r,by:e.name,how:t,earlier:n}]}}function gu(e){let{fixedKeys:t}=e.secrets;return t.value?{existingSecret:b(t,e.secretName)}:{}}function _u(e){let t=e.namedServers;if(t===void 0||t.value===0)return{};let n=t.value===be?void 0:b(t);return{allowNamedServers:b(t,!0),namedServerLimitPerUser:n}}function vu(e,t){let n=jo(e,`hub`).map(([,e])=>e),r=ts(e),i=[...n,...r.volumes,...Object.values(Is(e,`hub`))],a=[...Object.values(Mo(e,`hub`)),...r.mounts,...Object.values(Ls(e,`hub`))];if(t.length===0)return i.length===0?{}:{extraVolumes:i,extraVolumeMounts:a};let o=t.map(e=>({key:e,path:e})),s={secretName:e.secretName,optional:!0,items:o},c={name:`hubc-people`,mountPath:Xe,readOnly:!0};return{extraVolumes:S([{name:`hubc-people`,secret:s},...i],`Optional, so that the hub itself can say which list is missing.`),extraVolumeMounts:[c,...a]}}function yu(e){let{cull:t}=e;if(t===void 0)return;if(!t.enabled.value)return x({enabled:b(t.enabled)},t.enabled.span);let n=t.idle?.value??3600;return{enabled:!0,timeout:t.idle?b(t.idle):n,every:t.every?b(t.every):Math.min(600,n),maxAge:t.maxAge?b(t.maxAge):void 0,removeNamedServers:t.removeNamed?.value===!0?b(t.removeNamed):void 0}}const bu=[`singleuser`,`hub`],xu=[`extraConfig`,`extraFiles`];function Su(e){return Cu(bu.reduce((e,t)=>Tu(e,t,e=>Tu(Cu(e,xu),`extraConfig`,wu)),e),bu)}function Cu(e,t){let n=({key:e})=>t.indexOf(e);return{...e,entries:[...e.entries].sort((e,t)=>n(e)-n(t))}}function wu(e){return{...e,entries:[...e.entries].sort((e,t)=>e.key<t.key?-1:1)}}function Tu(e,t,n){let r=we(e,t);return r?.kind===`mapping`?{...e,entries:e.entries.map(e=>e.key===t?{...e,value:n(r)}:e)}:e}function Eu(e,t,n){let r=e.hubImage?.value;if(r?.kind===`declared`)return Du(r.name,n);let i=Pt[e.auth.variant]?.needs;if(i===void 0||r!==void 0)return;let a=Qt(e.auth.variant),o=Pn([{kind:`comment`,text:`The hub of chart ${t.project.chart.value} with ${i.note}.`},{kind:`from`,image:`${Ve}:${t.project.chart.value}`},{kind:`user`,value:`root`},{kind:`run`,commands:[`pip install --no-cache-dir '${i.requirement}'`]},{kind:`user`,value:`jovyan`}],e.auth.span),s=t.project.registry?.value??`localhost`,c=`images/${a}/Dockerfile`;return{name:`${s}/${a}`,tag:kt([{path:`Dockerfile`,text:o.text}]),folder:`images/${a}`,file:{path:c,...o}}}function Du(e,t){let n=t.get(e);return n&&{name:n.name,tag:n.tag,folder:`images/${e}`,file:void 0}}function Ou(e,t){return e.files.map(e=>{let n=e.text.length-e.text.lastIndexOf(`
`)-1==0?e.text:`${e.text}\n`,r=Array.from({length:n.split(`
`).length-1},()=>e.span);return{path:`${t}/${ku(e)}`,text:n,origins:r}})}function ku(e){return Au.test(e.path)&&!/\/\.\.?(?:\/|$)/.test(e.path)?`files${e.path}`:`files/${Te(e.path).slice(0,12)}`}const Au=/^(?:\/[A-Za-z0-9_.+-]+)+$/;function R(e){return`Made by hubc from the image ${e.name}: change its declaration, not this file.`}function ju(e,t,n=Pu(e)){let r=n.hasR?[]:Fu(e),i=[...Nu(e),...r,...e.conda.map(Ru),...Iu(e)];if(i.length===0)return;let a=fe([[`name`,n.name],[`channels`,zu(e)],[`dependencies`,i]]);return{path:`${t}/environment.yml`,...A([a],{header:[R(e),...n.note===void 0?[]:[n.note]],origin:e.span})}}function Mu(e){return e.python!==void 0||Lu(e,`python`)}function Nu(e){let{python:t}=e;if(t===void 0||Lu(e,`python`))return[];let n=/^[<>=!~]/.test(t.value)?`python${t.value}`:`python=${t.value}`;return[x(n,t.span)]}function Pu(e){let t=e.base===void 0||Ce(e.base.value).rLibrary!==void 0;return{name:e.name,hasR:t}}function Fu(e){let[t]=e.cran;return t===void 0||e.conda.some(({requirement:e})=>/^r(?:-|$)/.test(e.name))?[]:[S(x(`r-base`,t.span),`For install.R.`)]}function Iu(e){let[t]=e.pip;if(t===void 0)return[];let n=x(e.pip.map(Ru),t.span),r=x(fe([[`pip`,n]]),t.span);return Lu(e,`pip`)?[r]:[x(`pip`,t.span),r]}function Lu(e,t){return e.conda.some(({requirement:e})=>e.name===t)}function Ru({requirement:e,span:t,doc:n}){let r=x(e.text,t);return n===void 0?r:S(r,n)}function zu(e){let t=e.channels.length>0?e.channels:[{value:`conda-forge`,span:e.span}],n=t.map(({value:e,span:t})=>x(e,t));return t.some(({value:e})=>e===`nodefaults`||e===`defaults`)?n:[...n,x(`nodefaults`,e.span)]}function Bu(e){if(e.includes(`\0`))throw Error(`invariant: an R string cannot hold a NUL character`);let t=``;for(let n of e){let e=n.codePointAt(0)??0;t+=n===`"`||n===`\\`?`\\${n}`:e>=32&&e<127?n:Vu(e)}return`"${t}"`}function Vu(e){return e>=55296&&e<57344?`\\ufffd`:e<65536?`\\u{${e.toString(16)}}`:`\\U{${e.toString(16)}}`}function Hu(e,t){return e.flatMap(({requirement:e,span:n,doc:r})=>[...r===void 0?[]:Mn(r),t(e)].map(e=>({text:e,origin:n})))}function Uu(e,t){if(e.apt.length===0)return;let n=[{text:`# ${R(e)}`},...Hu(e.apt,({text:e})=>e)];return E(`${t}/apt.txt`,n,e.span)}function Wu(e,t){if(e.cran.length===0)return;let n=e.cran.some(({requirement:e})=>e.exact!==void 0),r=[`# ${R(e)}`,``,...Ku,...n?qu:[],...Ju(n),``,...Hu(e.cran,Gu)];return E(`${t}/install.R`,r,e.span)}function Gu(e){let t=Bu(e.written);return e.exact===void 0?`install(${t})`:`install(${t}, ${Bu(e.exact)})`}const Ku=[`if (identical(unname(getOption("repos")), "@CRAN@")) {`,`  options(repos = c(CRAN = "https://cloud.r-project.org"))`,`}`,``],qu=[`if (!requireNamespace("remotes", quietly = TRUE)) {`,`  install.packages("remotes")`,`}`,``];function Ju(e){return[`install <- function(package${e?`, version = NULL`:``}) {`,...e?[`  if (is.null(version)) {`,`    install.packages(package)`,`  } else {`,`    remotes::install_version(package, version, upgrade = "never")`,`  }`]:[`  install.packages(package)`],`  if (!nzchar(system.file(package = package))) {`,`    stop("could not install ", package)`,`  }`,`}`]}function Yu(e,t){let n=`${t}/binder`,r=Xu(e);return[ju(e,n,{name:e.name,hasR:!1}),Uu(e,n),Wu(e,n),Qu(e,n),$u(e,n),...Ou({...e,files:r},n)].filter(e=>e!==void 0)}function Xu(e){return e.files.filter(t=>Zu(e,t.path)!==void 0)}function Zu(e,t){let n=`${e.home.value.replace(/\/+$/,``)}/`;return t.startsWith(n)&&!/[\n\r\0]/.test(t)?t.slice(n.length):void 0}function Qu(e,t){if(e.env.length===0)return;let n=e.env.filter(({name:e})=>/^[A-Za-z_][A-Za-z0-9_]*$/.test(e)).flatMap(({name:e,value:t,span:n})=>ad(`export ${e}=${O(t)}`,n)),r=[...ed(e),...n,{text:``},{text:`exec "$@"`}];return{...E(`${t}/start`,r,e.span),executable:!0}}function $u(e,t){let n=[...td(e),...nd(e),...rd(e),...id(e)];if(n.length!==0)return{...E(`${t}/postBuild`,[...ed(e),...n],e.span),executable:!0}}function ed(e){return[`#!/usr/bin/env bash`,`# ${R(e)}`,`set -euo pipefail`,``]}function td(e){let t=e.files.filter(t=>Zu(e,t.path)===void 0).flatMap(({path:e,span:t})=>od(`Left out: ${e}, since nothing outside of the home folder can be written here.`,t)),n=e.dockerfile;return n===void 0||n.value.trim()===``?t:[...t,...od(`Left out: the lines of the image's own Dockerfile text.`,n.span)]}function nd(e){let[t]=e.cran;return t===void 0?[]:[{text:`Rscript "$(dirname "$0")/install.R"`,origin:t.span}]}function rd(e){return Xu(e).map(t=>{let n=`"$HOME"/${O(Zu(e,t.path)??``)}`;return{text:`install -D -m 644 ${`"$(dirname "$0")"/${O(ku(t))}`} ${n}`,origin:t.span}})}function id(e){return e.run.filter(({value:e})=>e.trim()!==``&&!e.includes(`\0`)).flatMap(({value:e,span:t})=>ad(`sh -c ${O(e.replace(/\r\n?/g,`
`).trim())}`,t))}function ad(e,t){return e.split(`
`).map(e=>({text:e,origin:t}))}function od(e,t){return Mn(e).map(e=>({text:e,origin:t}))}function sd(e,t){let n=cd.test(e.user.value)?e.user.value:t.user,r=e.user.span,i=t.userMissing||n===t.user?t.ids:void 0,a=i===void 0?[]:[`--uid`,String(i.uid)],o=[`useradd`,`--create-home`,`--home-dir`,e.home.value,`--shell`,`/bin/bash`,...a,n];return{id:i===void 0?n:String(i.uid),owner:i===void 0?n:`${i.uid}:${i.gid}`,numbers:i,creation:D(o),isBases:n===t.user,origin:r}}const cd=/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/;function ld(e,{repository:t,cacheMounts:n}){if(e.base===void 0)throw Error(`invariant: the image ${e.name} has no base`);let r=Ce(e.base.value),i=sd(e,r),a=[...dd(r,i),...fd(e,Od(n)),...r.runsHub?yd(e):Sd(e,r,{account:i,cacheMounts:n}),...bd(e,r,i),...pd(e,r),...md(e,i),...hd(e)];return[{kind:`comment`,text:[R(e),...e.doc===void 0?[]:[e.doc]].join(`
`)},{kind:`from`,image:e.base.value,origin:e.base.span},...ud(a,r,i),...gd(e,t)]}function ud(e,t,n){let r=[],i=t.endsAsUser&&n.isBases?n.id:void 0,a=e=>{let t=e===`root`?`root`:n.id;t!==i&&r.push({kind:`user`,value:t,origin:e===`root`?void 0:n.origin}),i=t};for(let t of e)r.push({kind:`blank`}),t.as!==`anyone`&&a(t.as),r.push(...t.instructions),t.instructions.some(({kind:e})=>e===`raw`)&&(i=void 0);return i!==n.id&&(r.push({kind:`blank`}),a(`user`)),r}function dd(e,t){return e.userMissing?[{as:`root`,instructions:[{kind:`run`,commands:[`if id -u ubuntu > /dev/null 2>&1; then userdel --remove ubuntu; fi`,t.creation],origin:t.origin}]}]:[]}function fd(e,t){let[n]=e.apt;if(n===void 0)return[];let r=[`apt-get update -qq`,`DEBIAN_FRONTEND=noninteractive apt-get ${t.words}install -yq --no-install-recommends $(grep -v '^#' /tmp/apt.txt)`,t.inLayer?`rm -rf /var/lib/apt/lists/* /tmp/apt.txt`:`rm /tmp/apt.txt`],i=n.span;return[{as:`root`,instructions:[{kind:`copy`,sources:[`apt.txt`],destination:`/tmp/apt.txt`,origin:i},{kind:`run`,commands:r,caches:t.caches,origin:i}]}]}function pd(e,t){let n=[];t.known&&e.home.value!==t.home&&n.push({name:`HOME`,value:e.home.value,origin:e.home.span});for(let{name:t,value:r,span:i}of e.env)n.push({name:t,value:r,origin:i});return n.length===0?[]:[{as:`anyone`,instructions:[{kind:`env`,variables:n}]}]}function md(e,t){if(e.files.length===0)return[];let n=`${e.home.value.replace(/\/+$/,``)}/`;return[{as:`anyone`,instructions:e.files.map(e=>{let r={kind:`copy`,sources:[ku(e)],destination:e.path,origin:e.span};return e.path.startsWith(n)?{...r,owner:t.owner}:r})}]}function hd(e){let t=e.run.filter(({value:e})=>e.trim()!==``).map(({value:e,span:t})=>({kind:`run`,commands:[e],origin:t})),n=t.length===0?[]:[{as:`user`,instructions:t}],r=e.dockerfile;if(r!==void 0&&r.value.trim()!==``){let e=r.value.replace(/^(?:[ \t]*\n)+|\s+$/g,``);n.push({as:`user`,instructions:[{kind:`raw`,lines:[{text:e,origin:r.span}],origin:r.span}]})}return n}function gd(e,t){let n=[{name:`org.opencontainers.image.title`,value:e.name}];return e.base!==void 0&&n.push(_d(`org.opencontainers.image.base.name`,e.base.value,e.base.span)),t!==void 0&&In(t.value)&&n.push(_d(`org.opencontainers.image.source`,t.value,t.span)),[{kind:`blank`},{kind:`label`,variables:n}]}function _d(e,t,n){return{name:e,value:t,origin:n}}const vd=`/tmp/requirements.txt`;function yd({pip:e}){let t=e[0]?.span;return t===void 0?[]:[{as:`root`,instructions:[{kind:`copy`,sources:[`requirements.txt`],destination:vd,origin:t},{kind:`run`,commands:[`pip install --no-cache-dir --requirement ${vd}`,`rm ${vd}`],origin:t}]}]}function bd(e,t,n){let[r]=e.cran;if(r===void 0)return[];let i=r.span,a=t.rLibrary??`user`,o={kind:`copy`,sources:[`install.R`],destination:xd,origin:i},s=[`Rscript ${xd}`,`rm -rf /tmp/downloaded_packages ${xd}`];return[{as:a,instructions:[a===`root`?o:{...o,owner:n.owner},{kind:`run`,commands:s,origin:i}]}]}const xd=`/tmp/install.R`;function Sd(e,t,n){return ju(e,``)===void 0?[]:t.conda===void 0?Dd(n):Cd(e,t.conda,n)}const z=`/tmp/environment.yml`;function Cd(e,t,{account:n,cacheMounts:r}){let i=kd(r,t.owner===`root`?`root`:n),a=[...t.pins!==void 0&&Mu(e)?[`sed -i '/^python /d' ${t.pins}`]:[],...wd(t,i),`rm ${z}`,...t.tidy===void 0?[]:[t.tidy]],o={kind:`copy`,sources:[`environment.yml`],destination:z};return[{as:t.owner,instructions:[t.owner===`root`?o:{...o,owner:n.owner},{kind:`run`,commands:a,caches:i.caches}]}]}function wd({tool:e,environment:t},{words:n,inLayer:r}){let i=e=>r?[`${e} clean --all --force-pkgs-dirs --yes`]:[];return e===`micromamba`?[`${n} micromamba install --yes --name ${t} --file ${z}`,...i(`micromamba`)]:e===`detect`?[`tool="$(command -v mamba || command -v micromamba || command -v conda)"`,`${n} "$tool" env update --name ${t} --file ${z}`,...i(`"$tool"`)]:[`${n} ${e} env update --name ${t} --file ${z}`,...i(e)]}const Td=`/opt/conda`,Ed=`notebook`;function Dd({account:e,cacheMounts:t}){let n=kd(t,e),r=[{name:`MAMBA_ROOT_PREFIX`,value:Td},{name:`PATH`,value:`${Td}/envs/${Ed}/bin:\${PATH}`,expand:!0}],i=`${n.words} micromamba create --yes --name ${Ed} --file ${z}`;return[{as:`root`,instructions:[{kind:`copy`,from:`mambaorg/micromamba:2.8.1`,sources:[`/bin/micromamba`],destination:`/usr/local/bin/micromamba`},{kind:`run`,commands:[`mkdir -p ${Td}`,`chown ${e.owner} ${Td}`]},{kind:`env`,variables:r}]},{as:`user`,instructions:[{kind:`copy`,sources:[`environment.yml`],destination:z,owner:e.owner},{kind:`run`,commands:[i,n.inLayer?`rm -rf ${Td}/pkgs ${z}`:`rm ${z}`],caches:n.caches}]}]}function Od(e){return e?{caches:[{id:`hubc-apt-lists`,target:`/var/lib/apt/lists`},{id:`hubc-apt-files`,target:`/var/cache/apt/kept`}],words:`-o Dir::Cache::archives=kept `,inLayer:!1}:{caches:[],words:``,inLayer:!0}}function kd(e,t){let n=t===`root`?{uid:0,gid:0}:t.numbers;return!e||n===void 0?{caches:[],words:`PIP_NO_CACHE_DIR=1`,inLayer:!0}:{caches:[{id:`hubc-conda-${n.uid}`,target:Ad,owner:n},{id:`hubc-pip-${n.uid}`,target:jd,owner:n}],words:`CONDA_PKGS_DIRS=${Ad} PIP_CACHE_DIR=${jd}`,inLayer:!1}}const Ad=`/tmp/conda-packages`,jd=`/tmp/pip-cache`,Md=hn(`# Under which name a program imports what a package brings; import-names.ts says how the lists are used, and their sources.

# Packages of conda that are named otherwise on PyPI, where another name is no package of its own.
[conda-only]
argon2-cffi-bindings:argon2-cffi jupyterhub-base:jupyterhub jupyterhub-singleuser:jupyterhub lz4:lz4
playwright-python:playwright opencv:opencv-python py-opencv:opencv-python

[packages-of-packages]
r-base r-essentials r-recommended r-tidymodels-meta anaconda compilers c-compiler cxx-compiler fortran-compiler

# A package by PyPI's name, and its module.
[different]
argon2-cffi:argon2 attrs:attr azure-storage-blob:azure.storage.blob beautifulsoup4:bs4 biopython:Bio cython:Cython
djangorestframework:rest_framework dnspython:dns earthengine-api:ee faiss-cpu:faiss ffmpeg-python:ffmpeg fonttools:fontTools
fortran-magic:fortranmagic gdal:osgeo.gdal gitpython:git google-api-python-client:googleapiclient google-auth:google.auth
google-cloud-bigquery:google.cloud.bigquery google-cloud-storage:google.cloud.storage google-generativeai:google.generativeai
imbalanced-learn:imblearn ipython:IPython ipython-sql:sql jupysql:sql markdown-it-py:markdown_it
mysql-connector-python:mysql.connector netcdf4:netCDF4 odfpy:odf opencv-contrib-python:cv2 opencv-python:cv2
opencv-python-headless:cv2 opentelemetry-api:opentelemetry otter-grader:otter pdfminer-six:pdfminer pillow:PIL
protobuf:google.protobuf psycopg2-binary:psycopg2 pycryptodome:Crypto pycryptodomex:Cryptodome pygithub:github pyjwt:jwt
pyopenssl:OpenSSL pypdf2:PyPDF2 pyqt5:PyQt5 pyqt6:PyQt6 pyserial:serial pyshp:shapefile pyside6:PySide6 python-dateutil:dateutil
python-docx:docx python-dotenv:dotenv python-igraph:igraph python-json-logger:pythonjsonlogger python-louvain:community
python-lsp-server:pylsp python-pptx:pptx python-slugify:slugify pywavelets:pywt pyyaml:yaml pyzmq:zmq scikit-bio:skbio
scikit-image:skimage scikit-learn:sklearn scikit-optimize:skopt scikit-plot:scikitplot sk-video:skvideo
spacy-model-en-core-web-md:en_core_web_md spacy-model-en-core-web-sm:en_core_web_sm tensorflow-cpu:tensorflow umap-learn:umap
websocket-client:websocket

# The module has the package's name, with \`_\` for \`-\`.
[same]
aiohttp altair anyio appmode arrow arviz astropy astroquery autograd bash-kernel bcrypt black bleach bokeh boto3 botocore
bottleneck bqplot branca cartopy catboost certifi cffi charset-normalizer click cloudpickle cmdstanpy colorama contextily
contourpy coverage cryptography cvxpy cycler dash dask dask-gateway dask-geopandas dask-labextension dask-ml datascience
datasets datashader debugpy decorator defusedxml dill distributed django docker docutils duckdb-engine earthaccess einops esda
esgf-pyclient fastapi fastparquet fiona flask flask-cors folium fsspec galpy gcsfs gensim geopandas geopy gh-scoped-creds gradio
gspread gspread-pandas gymnasium h5netcdf h5py holoviews httplib2 httpx huggingface-hub hvplot hypothesis idna igraph imageio
importlib-metadata intake intake-esm intake-xarray ipycanvas ipydatagrid ipyevents ipykernel ipylab ipyleaflet ipympl
ipyparallel ipytest ipyvolume ipyvuetify ipywidgets itables jax jaxlib jedi jinja2 joblib jsonschema jupyter-ai jupyter-archive
jupyter-book jupyter-cache jupyter-client jupyter-collaboration jupyter-core jupyter-events jupyter-lsp
jupyter-remote-desktop-proxy jupyter-resource-usage jupyter-rsession-proxy jupyter-server jupyter-server-proxy
jupyter-server-ydoc jupyter-vscode-proxy jupyter-ydoc jupyterhub jupyterlab jupyterlab-git jupyterlab-lsp jupyterlab-myst
jupyterlab-pygments jupyterlab-server jupyterlab-widgets jupytext keras kiwisolver langchain langchain-chroma langchain-core
langchain-openai leafmap libpysal lifelines lightgbm linearmodels llvmlite lxml mako markdown markupsafe matplotlib
matplotlib-inline matplotlib-venn mdit-py-plugins minio mistune ml-dtypes mlxtend mock momepy mpi4py mpmath msgpack multiprocess
myst-nb myst-parser nbclassic nbclient nbconvert nbdime nbformat nbgitpuller nbgrader nbsphinx nbstripout nbval networkx nibabel
nltk notebook numba numexpr numpy nxviz oauthlib odc-stac openai openpyxl orjson osmnx packaging pandas pandas-datareader
pandocfilters panel papermill patsy pexpect planetary-computer platformdirs playwright plotly plotnine polars pooch prettytable
prompt-toolkit prophet psutil psycopg2 pyarrow pycountry pycountry-convert pydantic pydantic-settings pydot pygments pygraphviz
pymc pymongo pymysql pyogrio pyomo pyparsing pypdf pyproj pyreadstat pysal pyspark pystac pystac-client pytest pytz pyvis qiskit
qiskit-aer rasterio rasterstats regex requests rich rioxarray rpy2 rtree s3fs scanpy scipy scrapy seaborn selenium send2trash
sentence-transformers setuptools shap shapely shiny simpeg six spacy sphinx splot sqlalchemy sqlglot sqlparse starlette
statsmodels streamlit sympy tables tabulate tenacity tensorboard tensorflow tensorflow-datasets tensorflow-hub
tensorflow-probability textblob tf-keras threadpoolctl tiktoken tmpystore toolz torch torch-geometric torchaudio torchinfo
torchmetrics torchvision tornado tqdm traitlets transformers trimesh trio typing-extensions ujson unidecode urllib3
vega-datasets voila wandb websockify widgetsnbextension wordcloud wrapt xarray xarray-spatial xgboost xlrd xlsxwriter xlwt
xmltodict xyzservices ydata-profiling yfinance zarr

# Programs, libraries in other languages, and packages of packages.
[nothing]
bzip2 cmake code-server cpuonly cuda-toolkit cudatoolkit curl fftw gcc gfortran gh git-lfs gmp gsl gxx hdf4 hdf5 jupyter
jupyterlab-fasta jupyterlab-geojson jupyterlab-spellchecker jupyterlab-variableinspector latexmk libblas libclang libgdal
libgfortran liblapack libopenblas libsqlite llvm-openmp mamba mercurial micro mkl mpich nano nbconvert-webpdf openblas openjdk
openmpi perl pip pkg-config postgresql python ruff setuptools-scm syncthing texlab texlive-core tmux typst unzip vim wheel zip
`);function Nd(e){let{ecosystem:t,name:n,written:r}=e;if(t===`apt`)return{kind:`nothing`};if(t===`cran`)return{kind:`r`,name:r,exact:!0};if(t===`conda`&&Fd.has(n))return{kind:`nothing`};if(t===`conda`&&n.startsWith(`r-`))return{kind:`r`,name:n.slice(2),exact:!1};let i=t===`conda`?Pd.get(n)??ae(e):ae(e);if(i===void 0)return{kind:`nothing`};let a=Id.get(i)??(Ld.has(i)?i.replaceAll(`-`,`_`):void 0);return a===void 0?{kind:Rd.has(i)?`nothing`:`unknown`}:{kind:`python`,module:a}}const Pd=sn(Md(`conda-only`)),Fd=new Set(Md(`packages-of-packages`)),Id=sn(Md(`different`)),Ld=new Set(Md(`same`)),Rd=new Set(Md(`nothing`));function zd(e,t,n){let r=[`#!/usr/bin/env bash`,`# ${R(e)}`,...Bd,...Vd(e,t),...Hd(e),...Kd];return{...E(`${n}/smoke-test.sh`,r,e.span),executable:!0}}const Bd=[`# Run it in the image:`,`#   docker run --rm --volume "$PWD:/smoke-test:ro" IMAGE /smoke-test/smoke-test.sh`,`# A line for each check; the exit code is 1 where one fails.`,`set -uo pipefail`,``,': "${HOME:=}"',`passed=0`,`failed=0`,``,`# check TITLE COMMAND…: the command succeeds. The end of what it said is shown where it does not.`,`check() {`,`  local title="$1" said`,`  shift`,`  if said="$("$@" 2>&1)"; then`,`    passed=$((passed + 1))`,`    echo "ok       $title"`,`  else`,`    failed=$((failed + 1))`,`    echo "FAILED   $title"`,`    tail -n 12 <<< "$said" | sed "s/^/         /"`,`  fi`,`}`,``];function Vd(e,t){let{id:n,origin:r}=sd(e,t),i=/^\d+$/.test(n),a=e.home.value;return[{text:`check ${O(`runs as ${n}`)} test "$(id ${i?`-u`:`-un`})" = ${O(n)}`,origin:r},.../[\n\r\0]/.test(a)?[]:[{text:`check ${O(`has its home in ${a}`)} test "$HOME" = ${O(a)}`,origin:e.home.span},{text:`check 'may write to its home' test -w "$HOME"`,origin:e.home.span}]]}function Hd(e){let t=[...e.conda,...e.pip,...e.cran].filter(({requirement:e})=>e.marker===void 0).map(e=>({check:Nd(e.requirement),requirement:e})),n=[...Ud(t),...Wd(t),...Gd(t)];return n.length===0?[{text:``}]:[{text:``},{text:`# Packages, under the names that programs import.`},...n,{text:``}]}function Ud(e){let t=new Map;for(let{check:n,requirement:r}of e)n.kind===`python`&&!t.has(n.module)&&t.set(n.module,r.span);return[...t].map(([e,t])=>({text:`check ${D([`imports ${e}`,`python`,`-c`,`import ${e}`])}`,origin:t}))}function Wd(e){return e.flatMap(({check:e,requirement:t})=>{if(e.kind!==`r`)return[];let n=e.exact?`library("${e.name}", character.only = TRUE)`:`all <- rownames(installed.packages()); library(all[tolower(all) == "${e.name}"], character.only = TRUE)`,r=[`loads the R package ${e.name}`,`Rscript`,`-e`,n];return{text:`check ${D(r)}`,origin:t.span}})}function Gd(e){return e.flatMap(({check:e,requirement:t})=>{if(e.kind!==`unknown`)return[];let n=`skipped  ${t.requirement.written.replace(/\s+/g,` `)}: hubc (2026-11) does not know how it is imported`;return{text:`echo ${O(n)}`,origin:t.span}})}const Kd=String.raw`# A server starts and answers, on this machine alone, with a token, and ends again.
server_answers() {
  local folder port server status=0
  folder="$(mktemp -d)"
  port="$(python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
  cd "$folder" || return 1
  JUPYTER_RUNTIME_DIR="$folder" JUPYTER_TOKEN=smoke-test \
    jupyter server --no-browser --ip=127.0.0.1 --port="$port" --ServerApp.port_retries=0 > server.log 2>&1 &
  server=$!
  python - "$port" "$server" << 'PYTHON' || status=1
import json, os, sys, time, urllib.error, urllib.request

port, server = int(sys.argv[1]), int(sys.argv[2])
request = urllib.request.Request(f"http://127.0.0.1:{port}/api/status", headers={"Authorization": "token smoke-test"})
client = urllib.request.build_opener(urllib.request.ProxyHandler({}))
end = time.monotonic() + 90
while True:
    try:
        json.load(client.open(request, timeout=10))["started"]
        break
    except urllib.error.HTTPError as error:
        sys.exit(f"the server answers {error}")
    except (OSError, ValueError, KeyError) as error:
        if time.monotonic() > end:
            sys.exit(f"no answer after 90 seconds: {error}")
    time.sleep(0.5)
    try:
        os.kill(server, 0)
    except ProcessLookupError:
        sys.exit("the server has ended")
PYTHON
  if [ "$status" -ne 0 ]; then tail -n 10 server.log; fi
  kill "$server" 2> /dev/null
  wait "$server" 2> /dev/null
  cd / && rm -rf "$folder"
  return "$status"
}

check "has jupyterhub's server" jupyterhub-singleuser --version
check 'starts a server that answers' server_answers

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]`.split(`
`);function qd(e,t){let n=Jd(e,t.project);if(e.prebuilt!==void 0)return{...n,files:[]};let r=`images/${e.name}`,i=[...Qd(e,r),...Ou(e,r)],a=Pn(ld(e,Xd(t)),e.span),o=[{path:`${r}/Dockerfile`,...a},ef(r,i,e),...i,...$d(e,t,r)];return{...n,files:o.toSorted(af)}}function Jd(e,{registry:t}){return e.prebuilt===void 0?{name:`${t?.value.replace(/\/+$/,``)??`localhost`}/${e.name}`,tag:tf(e)}:Yd(e.prebuilt.value)}function Yd(e){return qt(ye(e)??{repository:e,tag:void 0,digest:void 0})}function Xd({project:e}){return{repository:e.repository,cacheMounts:e.cacheMounts.value}}function Zd({base:e}){return e!==void 0&&Ce(e.value).runsHub===!0}function Qd(e,t){return[Zd(e)?sf(e,t):ju(e,t),Uu(e,t),Wu(e,t)].filter(e=>e!==void 0)}function $d(e,t,n){return Zd(e)?[]:[sf(e,n),zd(e,Ce(e.base?.value??``),n),uf(e,n),...Yu(e,n),lf(e,t.courses,n)].filter(e=>e!==void 0)}function ef(e,t,n){let r=[`*`,...[...new Set(t.map(t=>t.path.slice(e.length+1).replace(/\/.*$/,``)))].toSorted().map(e=>`!${e}`)];return E(`${e}/.dockerignore`,r,n.span)}function tf(e){let t={...e,name:`image`,conda:e.conda.toSorted(rf),pip:e.pip.toSorted(rf),apt:e.apt.toSorted(rf),cran:e.cran.toSorted(rf),env:e.env.toSorted((e,t)=>of(e.name,t.name)),files:e.files.toSorted(af)},n={path:`Dockerfile`,text:Pn(ld(t,{repository:void 0,cacheMounts:!1}).filter(nf),void 0).text},r=Qd(t,``).map(e=>({...e,text:e.text.replace(/^ *#.*\n/gm,``)}));return kt([n,...r,...Ou(t,``)])}function nf(e){return e.kind!==`comment`&&e.kind!==`blank`&&e.kind!==`label`}function rf(e,t){return of(e.requirement.text,t.requirement.text)}function af(e,t){return of(e.path,t.path)}function of(e,t){return e<t?-1:+(e>t)}function sf(e,t){if(e.pip.length===0)return;let n=[{text:`# ${R(e)}`},...Hu(e.pip,({text:e})=>e)];return E(`${t}/requirements.txt`,n,e.span)}function cf(e){let t=`For an autograder: otter generate --environment environment.yml`,n=`--exclude-conda-defaults`,r=Re(e);return r===void 0?`${t} (Otter 6.1 and 6.2 need ${n}; Otter 7 does not know it)`:r?`${t} ${n}`:t}function lf(e,t,n){return t.some(t=>t.image.value===e.name&&t.grading?.kind===`otter`)?ju(e,`${n}/autograder`,{name:`otter-env`,hasR:!1,note:cf(e)}):void 0}function uf(e,t){let n={name:e.name,build:{dockerfile:`../Dockerfile`,context:`..`},remoteUser:e.user.value,overrideCommand:!0,customizations:{vscode:{extensions:[`ms-python.python`,`ms-toolsai.jupyter`]}}},r=[`// ${R(e)}`,...Nn(n).trimEnd().split(`
`)],i=t=>t.startsWith(`  "remoteUser"`)?e.user.span:void 0,a=r.map(e=>({text:e,origin:i(e)}));return E(`${t}/devcontainer/devcontainer.json`,a,e.span)}var B=t((e=>{e.__esModule=!0,e.extend=a,e.indexOf=l,e.escapeExpression=u,e.isEmpty=d,e.createFrame=f,e.blockParams=p,e.appendContextPath=m;var t={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#x27;`,"`":`&#x60;`,"=":`&#x3D;`},n=/[&<>"'`=]/g,r=/[&<>"'`=]/;function i(e){return t[e]}function a(e){for(var t=1;t<arguments.length;t++)for(var n in arguments[t])Object.prototype.hasOwnProperty.call(arguments[t],n)&&(e[n]=arguments[t][n]);return e}var o=Object.prototype.toString;e.toString=o;var s=function(e){return typeof e==`function`};s(/x/)&&(e.isFunction=s=function(e){return typeof e==`function`&&o.call(e)===`[object Function]`}),e.isFunction=s;var c=Array.isArray||function(e){return e&&typeof e==`object`?o.call(e)===`[object Array]`:!1};e.isArray=c;function l(e,t){for(var n=0,r=e.length;n<r;n++)if(e[n]===t)return n;return-1}function u(e){if(typeof e!=`string`){if(e&&typeof e.toHTML==`function`)return e.toHTML();if(e==null)return``;if(!e)return e+``;e=``+e}return r.test(e)?e.replace(n,i):e}function d(e){return!!(!e&&e!==0||c(e)&&e.length===0)}function f(e){var t=a({},e);return t._parent=e,t}function p(e,t){return e.path=t,e}function m(e,t){return(e?e+`.`:``)+t}})),V=t(((e,t)=>{e.__esModule=!0;var n=[`description`,`fileName`,`lineNumber`,`endLineNumber`,`message`,`name`,`number`,`stack`];function r(e,t){var i=t&&t.loc,a=void 0,o=void 0,s=void 0,c=void 0;i&&i.start&&(a=i.start.line,s=i.start.column,i.end&&(o=i.end.line,c=i.end.column),e+=` - `+a+`:`+s);for(var l=Error.prototype.constructor.call(this,e),u=0;u<n.length;u++)this[n[u]]=l[n[u]];Error.captureStackTrace&&Error.captureStackTrace(this,r);try{i&&(this.lineNumber=a,this.endLineNumber=o,Object.defineProperty?(Object.defineProperty(this,"column",{value:s,enumerable:!0}),Object.defineProperty(this,"endColumn",{value:c,enumerable:!0})):(this.column=s,this.endColumn=c))}catch{}}r.prototype=Error(),e.default=r,t.exports=e.default})),df=t(((e,t)=>{e.__esModule=!0;var n=B();e.default=function(e){e.registerHelper(`blockHelperMissing`,function(t,r){var i=r.inverse,a=r.fn;if(t===!0)return a(this);if(t===!1||t==null)return i(this);if(n.isArray(t))return t.length>0?(r.ids&&(r.ids=[r.name]),e.helpers.each(t,r)):i(this);if(r.data&&r.ids){var o=n.createFrame(r.data);o.contextPath=n.appendContextPath(r.data.contextPath,r.name),r={data:o}}return a(t,r)})},t.exports=e.default})),ff=t(((e,t)=>{e.__esModule=!0;function n(e){return e&&e.__esModule?e:{default:e}}var r=B(),i=n(V());function a(e){try{var t=e.return;r.isFunction(t)&&t.call(e)}catch{}}e.default=function(e){e.registerHelper(`each`,function(e,t){if(!t)throw new i.default(`Must pass iterator to #each`);var n=t.fn,o=t.inverse,s=0,c=``,l=void 0,u=void 0;t.data&&t.ids&&(u=r.appendContextPath(t.data.contextPath,t.ids[0])+`.`),r.isFunction(e)&&(e=e.call(this)),t.data&&(l=r.createFrame(t.data));function d(e,t,i,a){l&&(l.key=e,l.index=t,l.first=t===0,l.last=!!i,u&&(l.contextPath=u+e)),c+=n(a,{data:l,blockParams:r.blockParams([a,e],[u+e,null])})}if(e&&typeof e==`object`){if(r.isArray(e))for(var f=e.length;s<f;s++)s in e&&d(s,s,s===e.length-1,e[s]);else if(typeof Symbol==`function`&&e[Symbol.iterator])for(var p=e[Symbol.iterator](),m=p.next();!m.done;){var h=p.next();try{d(s,s,h.done,m.value)}catch(e){throw h.done||a(p),e}m=h,s++}else(function(){var t=void 0;Object.keys(e).forEach(function(n){t!==void 0&&d(t,s-1,!1,e[t]),t=n,s++}),t!==void 0&&d(t,s-1,!0,e[t])})()}return s===0&&(c=o(this)),c})},t.exports=e.default})),pf=t(((e,t)=>{e.__esModule=!0;function n(e){return e&&e.__esModule?e:{default:e}}var r=n(V());e.default=function(e){e.registerHelper(`helperMissing`,function(){if(arguments.length!==1)throw new r.default(`Missing helper: "`+arguments[arguments.length-1].name+`"`)})},t.exports=e.default})),mf=t(((e,t)=>{e.__esModule=!0;function n(e){return e&&e.__esModule?e:{default:e}}var r=B(),i=n(V());e.default=function(e){e.registerHelper(`if`,function(e,t){if(arguments.length!=2)throw new i.default(`#if requires exactly one argument`);return r.isFunction(e)&&(e=e.call(this)),!t.hash.includeZero&&!e||r.isEmpty(e)?t.inverse(this):t.fn(this)}),e.registerHelper(`unless`,function(t,n){if(arguments.length!=2)throw new i.default(`#unless requires exactly one argument`);return e.helpers.if.call(this,t,{fn:n.inverse,inverse:n.fn,hash:n.hash})})},t.exports=e.default})),hf=t(((e,t)=>{e.__esModule=!0,e.default=function(e){e.registerHelper(`log`,function(){for(var t=[void 0],n=arguments[arguments.length-1],r=0;r<arguments.length-1;r++)t.push(arguments[r]);var i=1;n.hash.level==null?n.data&&n.data.level!=null&&(i=n.data.level):i=n.hash.level,t[0]=i,e.log.apply(e,t)})},t.exports=e.default})),gf=t(((e,t)=>{e.__esModule=!0,e.default=function(e){e.registerHelper(`lookup`,function(e,t,n){return e&&n.lookupProperty(e,t)})},t.exports=e.default})),_f=t(((e,t)=>{e.__esModule=!0;function n(e){return e&&e.__esModule?e:{default:e}}var r=B(),i=n(V());e.default=function(e){e.registerHelper(`with`,function(e,t){if(arguments.length!=2)throw new i.default(`#with requires exactly one argument`);r.isFunction(e)&&(e=e.call(this));var n=t.fn;if(r.isEmpty(e))return t.inverse(this);var a=t.data;return t.data&&t.ids&&(a=r.createFrame(t.data),a.contextPath=r.appendContextPath(t.data.contextPath,t.ids[0])),n(e,{data:a,blockParams:r.blockParams([e],[a&&a.contextPath])})})},t.exports=e.default})),vf=t((e=>{e.__esModule=!0,e.registerDefaultHelpers=l,e.moveHelperToHooks=u;function t(e){return e&&e.__esModule?e:{default:e}}var n=t(df()),r=t(ff()),i=t(pf()),a=t(mf()),o=t(hf()),s=t(gf()),c=t(_f());function l(e){n.default(e),r.default(e),i.default(e),a.default(e),o.default(e),s.default(e),c.default(e)}function u(e,t,n){e.helpers[t]&&(e.hooks[t]=e.helpers[t],n||(e.helpers[t]=void 0))}})),yf=t(((e,t)=>{e.__esModule=!0;var n=B();e.default=function(e){e.registerDecorator(`inline`,function(e,t,r,i){var a=e;return t.partials||(t.partials={},a=function(i,a){var o=r.partials;r.partials=n.extend({},o,t.partials);var s=e(i,a);return r.partials=o,s}),t.partials[i.args[0]]=i.fn,a})},t.exports=e.default})),bf=t((e=>{e.__esModule=!0,e.registerDefaultDecorators=r;function t(e){return e&&e.__esModule?e:{default:e}}var n=t(yf());function r(e){n.default(e)}})),xf=t(((e,t)=>{e.__esModule=!0;var n=B(),r={methodMap:[`debug`,`info`,`warn`,`error`],level:`info`,lookupLevel:function(e){if(typeof e==`string`){var t=n.indexOf(r.methodMap,e.toLowerCase());e=t>=0?t:parseInt(e,10)}return e},log:function(e){if(e=r.lookupLevel(e),typeof console<`u`&&r.lookupLevel(r.level)<=e){var t=r.methodMap[e];console[t]||(t=`log`);var n=[...arguments].slice(1);console[t].apply(console,n)}}};e.default=r,t.exports=e.default})),Sf=t((e=>{e.__esModule=!0,e.createProtoAccessControl=a,e.resultIsAllowed=o,e.isPrototypeConstructor=s,e.resetLoggedProperties=u;function t(e){return e&&e.__esModule?e:{default:e}}var n=B(),r=t(xf()),i=Object.create(null);function a(e){var t=Object.create(null);t.__proto__=!1,n.extend(t,e.allowedProtoProperties);var r=Object.create(null);return r.constructor=!1,r.__defineGetter__=!1,r.__defineSetter__=!1,r.__lookupGetter__=!1,r.__lookupSetter__=!1,n.extend(r,e.allowedProtoMethods),{properties:{whitelist:t,defaultValue:e.allowProtoPropertiesByDefault},methods:{whitelist:r,defaultValue:e.allowProtoMethodsByDefault}}}function o(e,t,n){return c(typeof e==`function`?t.methods:t.properties,n)}function s(e,t,n){return t===`constructor`&&typeof n==`function`&&e===n.prototype}function c(e,t){return e.whitelist[t]===void 0?e.defaultValue===void 0?(l(t),!1):e.defaultValue:e.whitelist[t]===!0}function l(e){i[e]!==!0&&(i[e]=!0,r.default.log(`error`,`Handlebars: Access has been denied to resolve the property "`+e+`" because it is not an "own property" of its parent.
You can add a runtime option to disable the check or this warning:
See https://handlebarsjs.com/api-reference/runtime-options.html#options-to-control-prototype-access for details`))}function u(){Object.keys(i).forEach(function(e){delete i[e]})}})),Cf=t((e=>{e.__esModule=!0,e.HandlebarsEnvironment=l;function t(e){return e&&e.__esModule?e:{default:e}}var n=B(),r=t(V()),i=vf(),a=bf(),o=t(xf()),s=Sf();e.VERSION=`4.7.10`,e.COMPILER_REVISION=8,e.LAST_COMPATIBLE_COMPILER_REVISION=7,e.REVISION_CHANGES={1:`<= 1.0.rc.2`,2:`== 1.0.0-rc.3`,3:`== 1.0.0-rc.4`,4:`== 1.x.x`,5:`== 2.0.0-alpha.x`,6:`>= 2.0.0-beta.1`,7:`>= 4.0.0 <4.3.0`,8:`>= 4.3.0`};var c=`[object Object]`;function l(e,t,n){this.helpers=e||{},this.partials=t||{},this.decorators=n||{},i.registerDefaultHelpers(this),a.registerDefaultDecorators(this)}l.prototype={constructor:l,logger:o.default,log:o.default.log,registerHelper:function(e,t){if(n.toString.call(e)===c){if(t)throw new r.default(`Arg not supported with multiple helpers`);n.extend(this.helpers,e)}else this.helpers[e]=t},unregisterHelper:function(e){delete this.helpers[e]},registerPartial:function(e,t){if(n.toString.call(e)===c)n.extend(this.partials,e);else{if(t===void 0)throw new r.default(`Attempting to register a partial called "`+e+`" as undefined`);this.partials[e]=t}},unregisterPartial:function(e){delete this.partials[e]},registerDecorator:function(e,t){if(n.toString.call(e)===c){if(t)throw new r.default(`Arg not supported with multiple decorators`);n.extend(this.decorators,e)}else this.decorators[e]=t},unregisterDecorator:function(e){delete this.decorators[e]},resetLoggedPropertyAccesses:function(){s.resetLoggedProperties()}},e.log=o.default.log,e.createFrame=n.createFrame,e.logger=o.default})),wf=t(((e,t)=>{e.__esModule=!0;function n(e){this.string=e}n.prototype.toString=n.prototype.toHTML=function(){return``+this.string},e.default=n,t.exports=e.default})),Tf=t((e=>{e.__esModule=!0,e.wrapHelper=t;function t(e,t){return typeof e==`function`?function(){var n=arguments[arguments.length-1];return arguments[arguments.length-1]=t(n),e.apply(this,arguments)}:e}})),Ef=t((e=>{e.__esModule=!0,e.checkRevision=l,e.template=u,e.wrapProgram=d,e.resolvePartial=f,e.invokePartial=p,e.noop=m;function t(e){return e&&e.__esModule?e:{default:e}}function n(e){if(e&&e.__esModule)return e;var t={};if(e!=null)for(var n in e)Object.prototype.hasOwnProperty.call(e,n)&&(t[n]=e[n]);return t.default=e,t}var r=n(B()),i=t(V()),a=Cf(),o=vf(),s=Tf(),c=Sf();function l(e){var t=e&&e[0]||1,n=a.COMPILER_REVISION;if(!(t>=a.LAST_COMPATIBLE_COMPILER_REVISION&&t<=a.COMPILER_REVISION)){if(t<a.LAST_COMPATIBLE_COMPILER_REVISION){var r=a.REVISION_CHANGES[n],o=a.REVISION_CHANGES[t];throw new i.default(`Template was precompiled with an older version of Handlebars than the current runtime. Please update your precompiler to a newer version (`+r+`) or downgrade your runtime to an older version (`+o+`).`)}throw new i.default(`Template was precompiled with a newer version of Handlebars than the current runtime. Please update your runtime to a newer version (`+e[1]+`).`)}}function u(e,t){if(!t)throw new i.default(`No environment passed to template`);if(!e||!e.main)throw new i.default(`Unknown template object: `+typeof e);e.main.decorator=e.main_d,t.VM.checkRevision(e.compiler);var n=e.compiler&&e.compiler[0]===7;function a(n,a,o){o.hash&&(a=r.extend({},a,o.hash),o.ids&&(o.ids[0]=!0)),n=t.VM.resolvePartial.call(this,n,a,o),o.hooks=this.hooks,o.protoAccessControl=this.protoAccessControl;var s=t.VM.invokePartial.call(this,n,a,o);if(s==null&&r.isFunction(n))throw new i.default(`The partial `+o.name+` returned no output: partials must return a string`);if(s==null&&t.compile){if(typeof n!=`string`)throw new i.default(`The partial `+o.name+` could not be compiled: partials must be strings or functions returning strings`);o.partials[o.name]=t.compile(n,e.compilerOptions,t),s=o.partials[o.name](a,o)}if(s!=null){if(o.indent){for(var c=s.split(`
`),l=0,u=c.length;l<u&&(c[l]||l+1!==u);l++)c[l]=o.indent+c[l];s=c.join(`
`)}return s}throw new i.default(`The partial `+o.name+` could not be compiled when running in runtime-only mode`)}var s={strict:function(e,t,n){if(!e||!(t in e))throw new i.default(`"`+t+`" not defined in `+e,{loc:n});return s.lookupProperty(e,t)},lookupProperty:function(e,t){var n=e[t];if(n==null||Object.prototype.hasOwnProperty.call(e,t)&&!c.isPrototypeConstructor(e,t,n)||c.resultIsAllowed(n,s.protoAccessControl,t))return n},lookup:function(e,t){for(var n=e.length,r=0;r<n;r++){var i=e[r]&&s.lookupProperty(e[r],t);if(i!=null)return i}},lambda:function(e,t){return typeof e==`function`?e.call(t):e},escapeExpression:r.escapeExpression,invokePartial:a,fn:function(t){var n=e[t];return n.decorator=e[t+`_d`],n},programs:[],program:function(e,t,n,r,i){var a=this.programs[e],o=this.fn(e);return t||i||r||n?a=d(this,e,o,t,n,r,i):a||=this.programs[e]=d(this,e,o),a},data:function(e,t){for(;e&&t--;)e=e._parent;return e},mergeIfNeeded:function(e,t){var n=e||t;return e&&t&&e!==t&&(n=r.extend({},t,e)),n},nullContext:Object.seal({}),noop:t.VM.noop,compilerInfo:e.compiler};function l(t){var n=arguments.length<=1||arguments[1]===void 0?{}:arguments[1],r=n.data;l._setup(n),!n.partial&&e.useData&&(r=ee(t,r));var i=void 0,a=e.useBlockParams?[]:void 0;e.useDepths&&(i=n.depths?t==n.depths[0]?n.depths:[t].concat(n.depths):[t]);function o(t){return``+e.main(s,t,s.helpers,s.partials,r,a,i)}return o=te(e.main,o,s,n.depths||[],r,a),o(t,n)}return l.isTop=!0,l._setup=function(i){if(i.partial)s.protoAccessControl=i.protoAccessControl,s.helpers=i.helpers,s.partials=i.partials,s.decorators=i.decorators,s.hooks=i.hooks;else{var a={};ne(a,t.helpers,s),ne(a,i.helpers,s),s.helpers=a,e.usePartial&&(s.partials=s.mergeIfNeeded(i.partials,t.partials)),(e.usePartial||e.useDecorators)&&(s.decorators=r.extend({},t.decorators,i.decorators)),s.hooks={},s.protoAccessControl=c.createProtoAccessControl(i);var l=i.allowCallsToHelperMissing||n;o.moveHelperToHooks(s,`helperMissing`,l),o.moveHelperToHooks(s,`blockHelperMissing`,l)}},l._child=function(t,n,r,a){if(e.useBlockParams&&!r)throw new i.default(`must pass block params`);if(e.useDepths&&!a)throw new i.default(`must pass parent depths`);return d(s,t,e[t],n,0,r,a)},l}function d(e,t,n,r,i,a,o){function s(t){var i=arguments.length<=1||arguments[1]===void 0?{}:arguments[1],s=o;return o&&t!=o[0]&&(t!==e.nullContext||o[0]!==null)&&(s=[t].concat(o)),n(e,t,e.helpers,e.partials,i.data||r,a&&[i.blockParams].concat(a),s)}return s=te(n,s,e,o,r,a),s.program=t,s.depth=o?o.length:0,s.blockParams=i||0,s}function f(e,t,n){return e?typeof e!=`function`&&!n.name&&(n.name=e,e=h(n.partials,e)):e=n.name===`@partial-block`?h(n.data,`partial-block`):h(n.partials,n.name),e}function p(e,t,n){var o=h(n.data,`partial-block`);n.partial=!0,n.ids&&(n.data.contextPath=n.ids[0]||n.data.contextPath);var s=void 0;if(n.fn&&n.fn!==m&&(function(){n.data=a.createFrame(n.data);var e=n.fn;s=n.data[`partial-block`]=function(t){var n=arguments.length<=1||arguments[1]===void 0?{}:arguments[1];return n.data=a.createFrame(n.data),n.data[`partial-block`]=o,e(t,n)},e.partials&&(n.partials=r.extend({},n.partials,e.partials))})(),e===void 0&&s&&(e=s),e===void 0)throw new i.default(`The partial `+n.name+` could not be found`);if(e instanceof Function)return e(t,n)}function m(){return``}function h(e,t){if(e&&Object.prototype.hasOwnProperty.call(e,t))return e[t]}function ee(e,t){return t&&`root`in t||(t=t?a.createFrame(t):{},t.root=e),t}function te(e,t,n,i,a,o){if(e.decorator){var s={};t=e.decorator(t,s,n,i&&i[0],a,o,i),r.extend(t,s)}return t}function ne(e,t,n){t&&Object.keys(t).forEach(function(r){var i=t[r];e[r]=re(i,n)})}function re(e,t){var n=t.lookupProperty;return s.wrapHelper(e,function(e){return e.lookupProperty=n,e})}})),Df=t(((e,t)=>{e.__esModule=!0,e.default=function(e){(function(){typeof globalThis!=`object`&&(Object.prototype.__defineGetter__(`__magic__`,function(){return this}),__magic__.globalThis=__magic__,delete Object.prototype.__magic__)})();var t=globalThis.Handlebars;e.noConflict=function(){return globalThis.Handlebars===e&&(globalThis.Handlebars=t),e}},t.exports=e.default})),Of=t(((e,t)=>{e.__esModule=!0;function n(e){return e&&e.__esModule?e:{default:e}}function r(e){if(e&&e.__esModule)return e;var t={};if(e!=null)for(var n in e)Object.prototype.hasOwnProperty.call(e,n)&&(t[n]=e[n]);return t.default=e,t}var i=r(Cf()),a=n(wf()),o=n(V()),s=r(B()),c=r(Ef()),l=n(Df());function u(){var e=new i.HandlebarsEnvironment;return s.extend(e,i),e.SafeString=a.default,e.Exception=o.default,e.Utils=s,e.escapeExpression=s.escapeExpression,e.VM=c,e.template=function(t){return c.template(t,e)},e}var d=u();d.create=u,l.default(d),d.default=d,e.default=d,t.exports=e.default})),kf=t(((e,t)=>{t.exports=Of().default})),H=e(kf()),Af=H.default.template({0:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return` script-src '`+e.escapeExpression(e.lambda(e.strict(a(t,`script`),`digest`,{start:{line:7,column:100},end:{line:7,column:113}}),t))+`';`},1:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<header>
<nav aria-label="Pages">
<ul>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`nav`),{name:`each`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:114,column:0},end:{line:116,column:9}}})??``)+`</ul>
</nav>
</header>
`},2:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li>`+(a(n,`if`).call(t??(e.nullContext||{}),a(t,`current`),{name:`if`,hash:{},fn:e.program(3,i,0),inverse:e.program(4,i,0),data:i,loc:{start:{line:115,column:4},end:{line:115,column:107}}})??``)+`</li>
`},3:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<span aria-current="page">`+e.escapeExpression((a=o(n,`title`)||e.strict(t,`title`,{start:{line:115,column:47},end:{line:115,column:52}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`title`,hash:{},data:i,loc:{start:{line:115,column:45},end:{line:115,column:54}}}):a))+`</span>`},4:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:115,column:80},end:{line:115,column:83}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:115,column:78},end:{line:115,column:85}}}):a))+`">`+l((a=u(n,`title`)||o(t,`title`,{start:{line:115,column:89},end:{line:115,column:94}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:115,column:87},end:{line:115,column:96}}}):a))+`</a>`},5:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<script>`+(e.lambda(e.strict(a(t,`script`),`text`,{start:{line:128,column:11},end:{line:128,column:22}}),t)??``)+`<\/script>
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.strict,c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';`+(u(n,`if`).call(o,u(t,`script`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:7,column:71},end:{line:7,column:124}}})??``)+` style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<title>`+l((a=u(n,`title`)||s(t,`title`,{start:{line:8,column:9},end:{line:8,column:14}}),typeof a===c?a.call(o,{name:`title`,hash:{},data:i,loc:{start:{line:8,column:7},end:{line:8,column:16}}}):a))+`</title>
<link rel="icon" href="data:,">
<style>
:root {
  color-scheme: light dark;
  --paper: #fbfbf9; --sheet: #fff; --ink: #1d2329; --quiet: #535d68; --line: #dfe2e4;
  --link: #0b5394; --on-link: #fff; --code: #eef1f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --sheet: #1b2026; --ink: #e7eaed; --quiet: #a9b3bd; --line: #323a43;
    --link: #8ec3f5; --on-link: #10202e; --code: #262d35;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--sheet); color: var(--link); }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
header, main, footer { max-width: 52rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
nav [aria-current] { color: var(--quiet); }
main { padding-bottom: 2rem; }
h1 { margin: 1.5rem 0 .25rem; font-size: clamp(1.6rem, 5vw, 2.125rem); line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 2.75rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.0625rem; }
p { margin: .5rem 0; max-width: 42rem; }
.about { font-size: 1.125rem; }
.quiet { color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.button {
  display: inline-block; margin: .75rem 0 .25rem; padding: .5rem 1.25rem; border-radius: .375rem;
  background: var(--link); color: var(--on-link); font-weight: 600; text-decoration: none;
}
.button:hover { text-decoration: underline; }
ul.links { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .25rem 1.25rem; margin: .5rem 0; padding: 0; list-style: none; }
ul.links li { overflow-wrap: anywhere; }
ul.work { margin: .5rem 0; padding: 0; list-style: none; }
ul.work li { display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between; padding: .375rem 0; border-bottom: 1px solid var(--line); }
.wide { overflow-x: auto; margin: .75rem 0; }
.wide table:not(.dates) code, .wide table:not(.dates) time { white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: 1rem; }
caption { padding-bottom: .25rem; color: var(--quiet); font-size: .9375rem; text-align: left; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--quiet); font-size: .875rem; font-weight: 600; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .375rem 1.5rem; margin: .75rem 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
code { padding: .1em .3em; border-radius: .25rem; background: var(--code); overflow-wrap: anywhere; }
pre { overflow-x: auto; margin: .5rem 0; padding: .875rem 1rem; border-radius: .375rem; background: var(--code); line-height: 1.5; }
pre code { padding: 0; background: none; overflow-wrap: normal; }
.next { margin: 1rem 0; padding: .25rem 0 .25rem 1rem; border-left: .25rem solid var(--link); list-style: none; }
.next li { margin: .5rem 0; overflow-wrap: anywhere; }
.day { display: block; width: 100%; min-width: 34rem; height: auto; margin: .25rem 0; }
.timeline { display: block; width: 100%; max-width: 42rem; height: auto; margin: .25rem 0; font-size: 11px; }
.timeline-sign { width: .875em; height: .875em; margin-right: .375rem; vertical-align: -.06em; overflow: visible; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1rem; padding: 0; color: var(--quiet); font-size: .875rem; list-style: none; }
.timeline text { fill: var(--quiet); } .timeline .term { stroke: var(--ink); stroke-width: 2; } .timeline .month { stroke: var(--line); }
.exam { fill: var(--link); } circle.due { fill: var(--sheet); stroke: var(--ink); stroke-width: 2; }
.holiday { fill: var(--line); stroke: var(--quiet); } .window { fill: none; stroke: var(--link); stroke-width: 2; }
details { margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; }
footer { padding-bottom: 2.5rem; color: var(--quiet); font-size: .875rem; }
footer p { max-width: none; padding-top: 1rem; border-top: 1px solid var(--line); }
@media (min-width: 34rem) {
  .dates tbody th time, .dates td code { white-space: nowrap; }
}
@media (max-width: 34rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
  .timeline { font-size: 20px; }
  .dates thead, .stacked thead { position: absolute; left: -100vw; }
  .dates tr, .dates th, .dates td, .stacked tr, .stacked th, .stacked td { display: block; padding: 0; border: 0; text-align: left; }
  .dates tbody tr, .stacked tbody tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .wide table.stacked code, .wide table.stacked time { white-space: normal; }
  .stacked td:empty { display: none; }
  .stacked td[data-head]::before { content: attr(data-head) ": "; color: var(--quiet); }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --quiet: #333; --line: #999; --link: #000; --on-link: #000; --code: #f3f3f3; color-scheme: light; }
  body { font-size: 10.5pt; }
  header nav, .skip { display: none; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .button { padding: 0; background: none; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; font-weight: 400; overflow-wrap: anywhere; }
  ul.links { display: block; }
  h2, h3 { break-after: avoid; }
  tr, dl > * { break-inside: avoid; }
}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
`+(u(n,`if`).call(o,u(t,`nav`),{name:`if`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:110,column:0},end:{line:120,column:7}}})??``)+`<main id="content" tabindex="-1">
`+(a=u(n,`content`)||s(t,`content`,{start:{line:122,column:3},end:{line:122,column:10}}),(typeof a===c?a.call(o,{name:`content`,hash:{},data:i,loc:{start:{line:122,column:0},end:{line:122,column:13}}}):a)??``)+`
</main>
<footer>
<p>`+l((a=u(n,`foot`)||s(t,`foot`,{start:{line:125,column:5},end:{line:125,column:9}}),typeof a===c?a.call(o,{name:`foot`,hash:{},data:i,loc:{start:{line:125,column:3},end:{line:125,column:11}}}):a))+`</p>
</footer>
`+(u(n,`if`).call(o,u(t,`script`),{name:`if`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:127,column:0},end:{line:129,column:7}}})??``)+`</body>
</html>
`},useData:!0});function jf({title:e,nav:t,script:n},r){return Pf(Af({title:e,nav:t,script:n,content:r,foot:`Made by hubc from the project's .hub files; edit those, not this page.`}))}function Mf(e,t,n){let r=jf(e,Nf).map(e=>({...e,origin:n})),i=r.findIndex(({text:e})=>e===Nf);return[...r.slice(0,i),...t,...r.slice(i+1)]}const Nf=`<here>`;function Pf(e){let t=e.split(/\r\n|[\r\n]/).map(e=>e.trimEnd()),n=t.filter((e,n)=>e!==``||n>0&&t[n-1]!==``);for(;n.at(-1)===``;)n.pop();return n.map(e=>({text:e}))}const Ff=new Set([`America/New_York America/Detroit America/Louisville America/Indianapolis America/Fort_Wayne America/Chicago America/Knox_IN America/Menominee`,`America/Denver America/Shiprock America/Boise America/Phoenix America/Los_Angeles America/Anchorage America/Juneau America/Sitka America/Metlakatla`,`America/Yakutat America/Nome America/Adak America/Atka Pacific/Honolulu America/Puerto_Rico Pacific/Guam America/St_Thomas America/Virgin`,`Pacific/Pago_Pago Pacific/Saipan America/St_Johns America/Halifax America/Glace_Bay America/Moncton America/Goose_Bay America/Blanc-Sablon`,`America/Toronto America/Montreal America/Nipigon America/Thunder_Bay America/Iqaluit America/Pangnirtung America/Atikokan America/Coral_Harbour`,`America/Winnipeg America/Rainy_River America/Resolute America/Rankin_Inlet America/Regina America/Swift_Current America/Edmonton`,`America/Yellowknife America/Cambridge_Bay America/Inuvik America/Creston America/Dawson_Creek America/Fort_Nelson America/Whitehorse`,`America/Dawson America/Vancouver Asia/Manila EST5EDT CST6CDT MST7MDT PST8PDT`].flatMap(e=>e.split(` `))),If=new Set([`Antarctica/Macquarie Pacific/Auckland Pacific/Chatham NZ NZ-CHAT Asia/Kolkata Asia/Calcutta Asia/Singapore Singapore Asia/Hong_Kong Hongkong`,`Asia/Kuala_Lumpur Asia/Kuching Asia/Karachi Africa/Accra America/Jamaica Jamaica`].flatMap(e=>e.split(` `)));function Lf(e){let t=Ff.has(e)||/^(?:US|Canada|America\/(?:Indiana|Kentucky|North_Dakota))\//.test(e);return{monthFirst:t,twelveHours:t||If.has(e)||e.startsWith(`Australia/`)}}function U(e,t){return e.contents.flatMap(n=>n.open.map(r=>Rf(e,n,r,t)))}function Rf(e,t,n,r){let i=n.app??e.openWith.value,a=Bf({repo:t.repo.value,branch:n.branch??t.branch?.value,depth:t.depth?.value,folder:se(t,n.branch)},n.path,i);return{stage:r.stage,content:t.name,name:n.name,path:n.path,app:i,url:r.url+a,launch:Wf(r,a),title:n.title??n.name,part:n.part,due:n.due??zf(e,n),span:n.span}}function zf({grading:e},{path:t}){return e?.assignments.find(({notebook:e})=>e.value===t)?.due?.value}function Bf(e,t,n){let r=oe(e.repo),i=r.split(`/`).at(-1)??``,a=e.folder??jt(r);return`/hub/user-redirect/git-pull?${[[`repo`,r],[`urlpath`,Uf(n,Hf([a,...Vf(t)].join(`/`)))],[`branch`,e.branch],[`depth`,e.depth?.toString()],[`targetPath`,a===i?void 0:a]].flatMap(([e,t])=>t===void 0?[]:[`${e}=${Kf(t)}`]).join(`&`)}`}function Vf(e){return e.split(`/`).filter(e=>e!==``&&e!==`.`)}function Hf(e){return e.replace(/[%?#\\]/g,encodeURIComponent)}function Uf(e,t){switch(e){case`notebook`:return`tree/${t}`;case`retro`:return`retro/tree/${t}`;case`rstudio`:case`vscode`:case`desktop`:return`${e}/`;case`lab`:return`lab/tree/${t}`}}function Wf(e,t){if(e.auth?.variant!==`lti`)return;let n=encodeURIComponent(pe(e)+t);return e.url+(Gf(e.auth)?`/hub/lti/launch?custom_next=${n}`:`/hub/?next=${n}`)}function Gf(e){return e.settings[`consumer-key`]!==void 0}function Kf(e){return encodeURIComponent(e).replace(/[!'()~]/g,e=>`%${e.charCodeAt(0).toString(16).toUpperCase()}`)}function qf(e){return Jf(e).filter(({audience:e})=>e!==`staff`)}function Jf(e){let t=[],{textbook:n,site:r,lms:i}=e;if(n?.url&&t.push({name:`textbook`,url:n.url.value,span:n.url.span}),r?.url&&t.push({name:`site`,url:r.url.value,span:r.url.span}),i){let e=`${i.url.value.replace(/\/+$/,``)}/courses/${i.course.value}`;t.push({name:`canvas`,url:e,span:i.course.span})}for(let{name:n,url:r,audience:i}of e.links)t.push({name:n,url:r.value,audience:i,span:r.span});for(let{name:n,title:r,form:i}of e.lectures)i&&t.push({name:`${r?.value??(n===`main`?`lecture`:n)} form`,url:i.value,span:i.span});return t}function Yf({due:e}){return e&&c(e)}function Xf({grading:e}){return(e?.assignments??[]).map(t=>({name:t.name,title:t.title?.value??t.name,notebook:t.notebook.value,due:t.due?.value,url:t.gradescope&&e?.gradescope?`https://www.gradescope.com/courses/${e.gradescope.value}/assignments/${t.gradescope.value}`:void 0,span:t.span}))}function W(e){let t=ip(e);return t.replace(/[\\`*[\]<>&|~${}]|_+/g,(e,n)=>e.startsWith(`_`)&&ap(t,n,e.length)?e:e.replace(/./g,`\\$&`)).replace(/^(?:[#+=:%-]|(?:[0-9]+)(?=[.)]))/,e=>/^[0-9]/.test(e)?`${e}\\`:`\\${e}`)}function Zf(e){return W(e).trim()}function Qf(e){let t=e=>`&#${e.charCodeAt(0)};`;return ip(e).replace(/[&<>"'\\`*_[\]|~${}]/g,t).replace(/^(?:[#+=:-]|[0-9]+[.)])/,e=>e.slice(0,-1)+t(e.slice(-1)))}function $f(e){let t=e.replace(/\r\n|[\n\r\u2028\u2029]/g,` `);if(t===``)return"` `";let n="`".repeat(op(t,"`")+1);return n+(/^`|`$/.test(t)||/^ .* $/.test(t)&&t.trim()!==``?` ${t} `:t)+n}function ep(e){return $f(e).replaceAll(`|`,`\\|`)}function tp(e,t=``){let n="`".repeat(Math.max(3,op(e,"`")+1)),r=e.endsWith(`
`)||e===``?e:`${e}\n`;return`${n}${t.replace(/[^A-Za-z0-9+_.-]/g,``)}\n${r}${n}\n`}function np(e,t){return`[${W(e)}](${rp(t)})`}function rp(e){let t=/^[\0-\x20]*([A-Za-z][A-Za-z0-9+.-]*):/.exec(e)?.[1]?.toLowerCase();return(t===void 0||[`http`,`https`,`mailto`].includes(t)?e.trim():`./${e.trim()}`).replace(/[^A-Za-z0-9\-._~:/?#@!$%&+,;=]/gu,sp)}function ip(e){return e.replace(/[\x00-\x1f\x7f\u0085\u2028\u2029]+/g,` `).trimStart()}function ap(e,t,n){return/[\p{L}\p{N}]/u.test(e[t-1]??` `)&&/[\p{L}\p{N}]/u.test(e[t+n]??` `)}function op(e,t){let n=0,r=0;for(let i of e)r=i===t?r+1:0,n=Math.max(n,r);return n}function sp(e){return/['()*]/.test(e)?`%${e.charCodeAt(0).toString(16).toUpperCase()}`:encodeURIComponent(/\p{Surrogate}/u.test(e)?`�`:e)}const cp=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sep`,`Oct`,`Nov`,`Dec`];function lp(e){return cp[Number(u(e).slice(5,7))-1]??``}function G(e,{monthFirst:t}){let[n=``,,r]=u(e).split(`-`),i=p[s(e)].slice(0,3);return t?`${i}, ${lp(e)} ${Number(r)}, ${n}`:`${i} ${Number(r)} ${lp(e)} ${n}`}function up(e,{twelveHours:t}){return t?`${fp(e)} ${pp(e)}`:o(e)}function K({day:e,minutes:t},n){return`${G(e,n)}, ${up(t,n)}`}function dp({from:e,to:t},n){return`${n.twelveHours&&pp(e)===pp(t)?fp(e):up(e,n)} to ${up(t,n)}`}function fp(e){let t=Math.floor(e/60)%12;return`${t===0?12:t}:${String(e%60).padStart(2,`0`)}`}function pp(e){return Math.floor(e/720)%2==0?`am`:`pm`}function mp({course:e,hubs:t,dates:n}){let[r,...i]=t;return[{text:`# ${W(e.title.value)}`,origin:e.title.span},{text:``},...hp(e),{text:`The hub is at ${np(y(r),`${r.url}/`)}.`,origin:r.domain.span},..._p(`Material`,U(e,r),n),...vp(e),...yp(e,n),...i.flatMap(t=>_p(`Material on ${W(t.stage)}`,U(e,t),n))]}function hp({description:e}){if(e===void 0)return[];let{value:t,span:n}=e;return[...t.trim().split(`
`).map(e=>({text:W(e),origin:n})),{text:``}]}function gp(e){return[{text:``},{text:`## ${e}`},{text:``}]}function _p(e,t,n){if(t.length===0)return[];let r={part:t.some(({part:e})=>e!==void 0),due:t.some(({due:e})=>e!==void 0),launch:t.some(({launch:e})=>e!==void 0)},i=t.map(e=>({text:`| ${[np(e.title,e.url),...r.part?[Zf(e.part??``)]:[],...r.due?[e.due===void 0?``:K(e.due,n)]:[],...r.launch?[e.launch===void 0?``:np(`launch`,e.launch)]:[],ep(e.path)].join(` | `)} |`,origin:e.span})),a=[`link`,...r.part?[`part`]:[],...r.due?[`due`]:[],...r.launch?[`from the learning management system`]:[],`opens`],o=[`| ${a.join(` | `)} |`,`| ${a.map(()=>`---`).join(` | `)} |`];return[...gp(e),...o.map(e=>({text:e})),...i]}function vp(e){let t=qf(e);return t.length===0?[]:[...gp(`Pages`),...t.map(({name:e,url:t,span:n})=>({text:`- ${np(Pe(e),t)}`,origin:n}))]}function yp(e,t){let n=Xf(e),r=e.grading?.endpoint;if(n.length===0&&r===void 0)return[];let i=n.map(e=>({text:`| ${e.url===void 0?Zf(e.title):np(e.title,e.url)} | ${e.due===void 0?``:K(e.due,t)} |`,origin:e.span})),a=i.length===0?[]:[{text:`| | due |`},{text:`| --- | --- |`},...i],o=r&&{text:`OKpy endpoint: ${W(r.value)}`,origin:r.span};return[...gp(`Grading`),...a,...o===void 0?[]:a.length>0?[{text:``},o]:[o]]}function bp({course:e,hubs:t,dates:n}){let[r,...i]=t,a=[{text:`<h1>${q(e.title.value)}</h1>`,origin:e.title.span},{text:`<p>The hub is at ${Ep(y(r),`${r.url}/`)}.</p>`,origin:r.domain.span},...xp(`Material`,U(e,r),n),...Sp(e,n),...Cp(e),...i.flatMap(t=>xp(`Material on ${t.stage}`,U(e,t),n))];return Mf({title:`Links of ${e.title.value.replace(/[\n\r]+/g,` `)}`,nav:[]},a,e.span)}function xp(e,t,n){if(t.length===0)return[];let r=t.some(({launch:e})=>e!==void 0),i=t.some(({due:e})=>e!==void 0),a=t.some(({part:e})=>e!==void 0),o=t.map(e=>{let t=[...a?[q(e.part??``)]:[],...i?[e.due===void 0?``:K(e.due,n)]:[],...r?[e.launch===void 0?``:Ep(`launch ${e.title}`,e.launch)]:[],`<code>${q(e.path)}</code>`];return{text:Tp(Ep(e.title,e.url),t),origin:e.span}});return wp(e,[`Link`,...a?[`Part`]:[],...i?[`Due`]:[],...r?[`From the learning management system`]:[],`Opens`],o)}function Sp(e,t){let n=Xf(e).map(e=>({text:Tp(q(e.title),[e.due===void 0?``:K(e.due,t),e.url===void 0?``:Ep(`hand in ${e.title}`,e.url)]),origin:e.span}));return n.length===0?[]:wp(`Assignments`,[`Assignment`,`Due`,`Hand in`],n)}function Cp(e){let t=qf(e);return t.length===0?[]:[{text:`<h2>Pages</h2>`},{text:`<ul>`},...t.map(({name:e,url:t,span:n})=>({text:`<li>${Ep(Pe(e),t)}</li>`,origin:n})),{text:`</ul>`}]}function wp(e,t,n){return[{text:`<h2>${q(e)}</h2>`},{text:`<div class="wide" tabindex="0" role="region" aria-label="${q(e)}">`},{text:`<table class="dates">`},{text:`<thead><tr>${t.map(e=>`<th scope="col">${e}</th>`).join(``)}</tr></thead>`},{text:`<tbody>`},...n,{text:`</tbody>`},{text:`</table>`},{text:`</div>`}]}function Tp(e,t){return`<tr><th scope="row">${e}</th>${t.map(e=>`<td>${e}</td>`).join(``)}</tr>`}function Ep(e,t){return`<a href="${q(t)}">${q(e)}</a>`}function q(e){return M(e.replace(/[\n\r]+/g,` `))}const Dp=[`md`,`csv`,`json`,`html`];function Op(e){return Dp.map(t=>kp(e,t))}function kp(e,t){return E(`courses/${e.course.name}/links.${t}`,{md:mp,csv:Mp,json:Pp,html:bp}[t](e),e.course.span)}function Ap({course:e,hubs:t}){return t.flatMap(t=>U(e,t))}const jp=[`stage`,`content`,`name`,`path`,`app`,`url`,`launch`];function Mp(e){return[{text:jp.join(`,`)},...Ap(e).map(e=>({text:jp.map(t=>Np(e[t]??``)).join(`,`),origin:e.span}))]}function Np(e){let t=/^[=+\-@\t\r]/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll(`"`,`""`)}"`:t}function Pp(e){let{course:t,hubs:n}=e,r=Ap(e).map(e=>({text:JSON.stringify(Object.fromEntries(jp.map(t=>[t,e[t]]))),origin:e.span})),i=qf(t).map(({name:e,url:t,span:n})=>({text:JSON.stringify({name:e,url:t}),origin:n})),a=Xf(t).map(({span:e,...t})=>({text:JSON.stringify({...t,due:Yf({...t,span:e})}),origin:e})),[o]=n;return[{text:`{`},{text:`  "course": ${JSON.stringify(t.name)},`},{text:`  "title": ${JSON.stringify(t.title.value)},`,origin:t.title.span},{text:`  "hub": ${JSON.stringify(`${o.url}/`)},`,origin:o.domain.span},...Fp(`links`,r,`,`),...Fp(`assignments`,a,`,`),...Fp(`pages`,i,``),{text:`}`}]}function Fp(e,t,n){let r=t.map((e,n)=>({...e,text:`    ${e.text}${n+1<t.length?`,`:``}`}));return[{text:`  "${e}": [`},...r,{text:`  ]${n}`}]}function Ip(e,t,n){return t.assignments.flatMap(t=>{let r=`courses/${e.name}/grading/${t.name}`,{environment:i,installR:a}=n;return[Lp(t,n,r),Hp(t,r),...i===void 0?[]:[{...i,path:`${r}/environment.yml`}],...a===void 0?[]:[{...a,path:`${r}/requirements.R`}]]})}function Lp(e,t,n){let{pdf:r,points:i,showHidden:a,seed:o}=e,s=Vp(t.image),c=t.image!==void 0&&Re(t.image),l={name:S(x(e.name,e.span),`The grader refuses a notebook of another name: each assignment has its own.`),environment:t.environment===void 0?void 0:`environment.yml`,requirements:t.installR!==void 0&&Rp(e)?`requirements.R`:void 0,python_version:s&&x(s.value,s.span),exclude_conda_defaults:t.environment!==void 0&&c?!0:void 0,export_cell:r?.value?x({pdf:!0},r.span):void 0,generate:{points_possible:i&&x(i.value,i.span),show_hidden:a?.value?x(!0,a.span):void 0,seed:o&&x(o.value,o.span),pdf:r?.value?x(!0,r.span):void 0,zips:!1}},u=[`Configuration of otter assign, written by hubc. The notebook's first cell is a raw one: # ASSIGNMENT CONFIG, and below it config_file: assignment_config.yml`,...zp(e,t)];return{path:`${n}/assignment_config.yml`,...A([C(l)],{header:u,origin:e.span})}}function Rp({notebook:e}){return/\.(?:rmd|qmd)$/i.test(e.value)}function zp(e,{image:t,installR:n}){let r=[];n!==void 0&&!Rp(e)&&r.push(`requirements.R installs the image's packages of R. For a notebook in R add: requirements: requirements.R`);let i=t===void 0?[]:Bp(t);return i.length>0&&r.push(`The autograder has the image's packages, and not what comes of its ${i.join(`, `)}.`),r}function Bp({apt:e,files:t,run:n,dockerfile:r,env:i}){return Object.entries({apt:e,files:t,run:n,dockerfile:r===void 0?[]:[r],env:i}).flatMap(([e,t])=>t.length>0?[e]:[])}function Vp(e){return e?.python!==void 0&&/^\d+\.\d+(?:\.\d+)?$/.test(e.python.value)?e.python:void 0}function Hp(e,t){let{pdf:n,points:r,showHidden:i,seed:a}=e,o={assignment_name:e.name,points_possible:r?.value,show_hidden:i?.value?!0:void 0,seed:a?.value,pdf:n?.value?!0:void 0};return Dn(`${t}/otter_config.json`,o,e.span)}function Up(e,t,n){let r=kn(),{text:i,origins:a}=A([C(t.data)],{header:[t.header],origin:n});T(r,`---`,n);for(let[e,t]of i.split(`
`).slice(0,-1).entries())T(r,t,a[e]);T(r,`---`,n);for(let e of t.body??[])T(r,e.text,e.origin??n);return{path:e,...An(r)}}function Wp(e){let t=e.split(/[-_]+/).filter(e=>e!==``).map(e=>e.length===1?e.toUpperCase():e).join(` `);return t.charAt(0).toUpperCase()+t.slice(1)}function Gp(e){return e===`main`?`Lecture`:e.length<3?`Lecture ${Wp(e)}`:Wp(e)}function Kp(e){return/exam|quiz|test/i.test(e)?Wp(e):e.length<3?`Exam ${Wp(e)}`:`${Wp(e)} exam`}const qp={checkout:{uses:`actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1`,version:`v7.0.1`},"setup-python":{uses:`actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97`,version:`v7.0.0`},"setup-node":{uses:`actions/setup-node@820762786026740c76f36085b0efc47a31fe5020`,version:`v7.0.0`},"setup-ruby":{uses:`ruby/setup-ruby@0dafeac902942906541bc140009cdbf32665b601`,version:`v1.315.0`},"configure-pages":{uses:`actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b`,version:`v5.0.0`},"upload-pages-artifact":{uses:`actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9`,version:`v5.0.0`},"upload-artifact":{uses:`actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f`,version:`v7.0.0`},"download-artifact":{uses:`actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c`,version:`v8.0.1`},"upload-sarif":{uses:`github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e`,version:`v4.36.2`},"google-auth":{uses:`google-github-actions/auth@7c6bc770dae815cd3e89ee6cdf493a5fab2cc093`,version:`v3.0.0`},"gke-credentials":{uses:`google-github-actions/get-gke-credentials@3da1e46a907576cefaa90c484278bb5b259dd395`,version:`v3.0.0`},"azure-login":{uses:`azure/login@f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca`,version:`v3.0.1`},"aks-context":{uses:`azure/aks-set-context@60623acbdcbbdcf799ad50a1adf8703874339f8b`,version:`v5.0.0`},"aws-credentials":{uses:`aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c`,version:`v6.2.3`},"setup-helm":{uses:`azure/setup-helm@9bc31f4ebc9c6b171d7bfbaa5d006ae7abdb4310`,version:`v5.0.1`},"deploy-pages":{uses:`actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128`,version:`v5.0.0`}};function Jp(e){let t={name:e.name,on:{push:{branches:[e.branch]},workflow_dispatch:{}},permissions:{},concurrency:{group:`pages`,"cancel-in-progress":!1},jobs:{build:{"runs-on":Yp,"timeout-minutes":30,permissions:{contents:`read`},steps:[J(`checkout`,{"persist-credentials":!1}),...e.steps,J(`upload-pages-artifact`,{path:e.folder})]},deploy:{needs:`build`,"runs-on":Yp,"timeout-minutes":10,permissions:{pages:`write`,"id-token":`write`},environment:{name:`github-pages`,url:"${{ steps.deployment.outputs.page_url }}"},steps:[J(`deploy-pages`,void 0,`deployment`)]}}},n=A([C(t)],{header:[e.header],origin:e.origin});return{path:e.path,...n}}const Yp=`ubuntu-24.04`;function J(e,t,n){let{uses:r,version:i}=qp[e];return S({id:n,uses:r,with:t},i)}function Xp(e,t){let{course:n}=e,{site:r}=n;if(r?.theme===void 0)return[];let i=`courses/${n.name}/site`,a=am(n,i),o=sm(n,i);return[Zp(n,i),Qp(e,t,i),$p(e,i),...a?[a]:[],...o?[o]:[],...r.staff.map(e=>tm(e,i)),rm(n,i)]}function Zp(e,t){let{site:n,title:r}=e,[,i,a]=/^(https?:\/\/[^/?#]+)([^?#]*)/.exec(n?.url?.value??``)??[],o={title:x(r.value,r.span),tagline:x(`${u(e.term.value.from)} to ${u(e.term.value.to)}`,e.term.span),description:e.description&&x(e.description.value.replace(/\s+/g,` `).trim(),e.description.span),url:i===void 0?void 0:x(i,n?.url?.span),baseurl:a===void 0?void 0:x(a.replace(/\/+$/,``),n?.url?.span),collections:Object.fromEntries([`staffers`,`modules`,`schedules`,`announcements`].map(e=>[e,{}]))};return{path:`${t}/_config.hubc.yml`,...A([C(o)],{header:[`Written by hubc. The workflow reads it before the site's own _config.yml, which wins where both set something.`],origin:e.span})}}function Qp({course:e,hubs:t},n,r){let[i]=t,a={title:x(e.title.value,e.title.span),hub:x(`${i.url}/`,i.domain.span),timezone:n.project.timezone.value,term:x({from:u(e.term.value.from),to:u(e.term.value.to)},e.term.span),links:U(e,i).map(({content:e,name:t,path:n,app:r,url:i,span:a})=>x({content:e,name:t,path:n,app:r,url:i},a)),pages:qf(e).map(({name:e,url:t,span:n})=>x({name:e,url:t},n)),lectures:e.lectures.map(({name:e,days:t,time:n,span:r})=>x({name:e,days:t.map(({value:e})=>e),from:o(n.value.from),to:o(n.value.to)},r)),exams:e.exams.map(({name:e,at:t,span:n})=>x({name:e,from:c(t.value.from),to:c(t.value.to)},n)),assignments:Xf(e).map(e=>x({name:e.name,title:e.title,due:Yf(e),url:e.url},e.span))};return{path:`${r}/_data/hubc/course.yml`,...A([C(a)],{header:[`Written by hubc: what the program says of the course, for pages of the site.`],origin:e.span})}}function $p({course:e,hubs:t},n){let[r]=t,i=U(e,r),a=(e,t,n)=>({text:`- ${np(e,t)}`,origin:n}),o=[{text:``},a(y(r),`${r.url}/`,r.domain.span),...i.map(({name:e,url:t,span:n})=>a(e,t,n)),...qf(e).map(({name:e,url:t,span:n})=>a(e,t,n))];return Up(`${n}/hubc-links.md`,{data:{layout:`page`,title:`Links`,permalink:`/hubc-links/`},body:o,header:`Written by hubc.`},e.span)}const em={instructor:`Instructor`,"teaching-assistant":`Teaching Assistant`};function tm(e,t){let{name:n,role:r,email:i,website:a,photo:o,about:s}=e,c={name:x(M(n.value),n.span),role:x(em[r.value],r.span),email:i&&x(i.value,i.span),website:a&&x(M(a.value),a.span),photo:o&&x(M(o.value),o.span)},l=s===void 0?[]:s.value.split(/\r\n|[\n\r]/).map(e=>nm(e,s.span));return Up(`${t}/_staffers/hubc-${e.id}.md`,{data:c,body:l,header:`Written by hubc.`},e.span)}function nm(e,t){return{text:Qf(e),origin:t}}function rm(e,t){return Jp({path:`${t}/.github/workflows/hubc-site.yml`,name:`Publish the site`,header:`Builds the site with Jekyll and publishes it on GitHub Pages. Written by hubc.`,branch:`main`,steps:[J(`setup-ruby`,{"ruby-version":`3.3`,"bundler-cache":!0}),{run:`bundle exec jekyll build --config _config.hubc.yml,_config.yml`,env:{JEKYLL_ENV:`production`,JEKYLL_GITHUB_TOKEN:"${{ github.token }}"}}],folder:`_site`,origin:e.span})}const im=[[`mon`,`Monday`],[`tue`,`Tuesday`],[`wed`,`Wednesday`],[`thu`,`Thursday`],[`fri`,`Friday`],[`sat`,`Saturday`],[`sun`,`Sunday`]];function am(e,t){let{lectures:n}=e;if(n.length===0)return;let r=Math.floor(Math.min(...n.map(({time:e})=>e.value.from))/30)*30,i=Math.ceil(Math.max(...n.map(({time:e})=>e.value.to))/30)*30,a=Array.from({length:(i-r)/30+1},(e,t)=>om(r+t*30)),o=new Set(n.flatMap(e=>e.days.map(({value:e})=>e))),s=o.has(`sat`)||o.has(`sun`),c={data:{timeline:a,schedule:im.slice(0,s?7:5).map(([e,t])=>{let r=n.filter(t=>t.days.some(({value:t})=>t===e)).toSorted((e,t)=>e.time.value.from-t.time.value.from).map(({name:e,title:t,time:n,span:r})=>x({name:M(t?.value??Gp(e)),start:om(n.value.from),end:om(n.value.to),class:`lecture`},r));return{name:t,events:r.length>0?r:void 0}})},header:`Written by hubc.`};return Up(`${t}/_schedules/hubc-weekly.md`,c,e.span)}function om(e){let t=Math.floor(e/60)%24,n=t<12?`AM`:`PM`;return`${t%12==0?12:t%12}:${String(e%60).padStart(2,`0`)} ${n}`}function sm(e,t){let n=[...cm(e),...lm(e)].toSorted((e,t)=>e.when<t.when?-1:1);if(n.length===0)return;let r=[],i=``;for(let{when:e,text:t,span:a}of n)e.slice(0,10)!==i&&(i=e.slice(0,10),r.push({text:``},{text:i,origin:a})),r.push({text:`: ${t}`,origin:a});let a={data:{title:`Dates`},body:r,header:`Written by hubc.`};return Up(`${t}/_modules/hubc-dates.md`,a,e.span)}function cm({exams:e}){return e.map(({name:e,at:t,span:n})=>{let{from:r,to:i}=t.value,a=i.day===r.day?o(i.minutes):c(i),s=`**Exam**{: .label .label-red } ${W(e)}, ${o(r.minutes)} to ${a}`;return{when:c(r),text:s,span:n}})}function lm({grading:e}){return(e?.assignments??[]).flatMap(({name:e,title:t,due:n,span:r})=>{if(n===void 0)return[];let{day:i,minutes:a}=n.value,s=`**Due**{: .label .label-red } ${W(t?.value??e)}, ${o(a)}`;return[{when:c({day:i,minutes:a}),text:s,span:r}]})}function um(e,t,n){let r=t.repo&&Ae(t.repo.value),i=e.openWith.value,a=r!==void 0&&(t.launch.length===0||dm(t,`hub`)),o={repo:r??``,branch:t.branch?.value,depth:void 0,folder:void 0},s=n.url+Bf(o,t.folder?.value.replace(/^\//,``)??``,i),c=`courses/${e.name}/textbook`;return{course:e,textbook:t,folder:c,sources:t.folder===void 0?c:`${c}/${t.folder.value.replace(/^\//,``)}`,title:t.title?.value??e.title.value,repo:r,hub:a?{name:y(n),url:n.url,open:s,app:i}:void 0}}function dm(e,t){return e.launch.some(({value:e})=>e===t)}function fm(e){let t=hm(e);return[pm(e),...t?[t]:[],_m(e)]}function pm(e){let{textbook:t,repo:n}=e,r={title:x(e.title,t.title?.span??e.course.title.span),author:t.authors.length>0?t.authors.map(({value:e})=>e).join(`, `):void 0,execute:S({execute_notebooks:`off`},`The build has none of the course's packages.`),html:{baseurl:t.url&&x(t.url.value,t.url.span),use_repository_button:n!==void 0||void 0},launch_buttons:mm(e),repository:n===void 0?void 0:{url:x(n,t.repo?.span),path_to_book:t.folder&&x(t.folder.value,t.folder.span),branch:t.branch&&x(t.branch.value,t.branch.span)}};return{path:`${e.sources}/_config.yml`,...A([C(r)],{header:[`Configuration of the book for Jupyter Book 1, written by hubc.`],origin:t.span})}}function mm({textbook:e,hub:t,repo:n}){if(n===void 0)return;let r=new Set(e.launch.map(({value:e})=>e)),i=t&&pn(t.app),a=r.has(`binder`)||r.has(`thebe`);if(i!==void 0||a)return{notebook_interface:i??`jupyterlab`,jupyterhub_url:i===void 0?void 0:t?.url,binderhub_url:a?`https://mybinder.org`:void 0,thebe:r.has(`thebe`)?!0:void 0}}function hm(e){let[t,...n]=e.textbook.chapters;if(t===void 0)return;let r={format:`jb-book`,root:x(gm(t.value),t.span),chapters:n.length===0?void 0:n.map(({value:e,span:t})=>x({file:gm(e)},t))};return{path:`${e.sources}/_toc.yml`,...A([C(r)],{header:[`Table of contents of the book for Jupyter Book 1, written by hubc.`],origin:e.textbook.span})}}function gm(e){return e.replace(/^\//,``).replace(/\.(?:ipynb|md|rst)$/,``)}function _m(e){let t=e.textbook.folder?.value.replace(/^\//,``)??`.`;return Jp({path:`${e.folder}/.github/workflows/hubc-book.yml`,name:`Publish the book`,header:`Builds the book with Jupyter Book 1 and publishes it on GitHub Pages. Written by hubc.`,branch:e.textbook.branch?.value??`main`,steps:[J(`setup-python`,{"python-version":`3.12`}),{run:`pip install "jupyter-book==1.0.4.post1"`},{run:`jupyter-book build ${O(t)}`}],folder:t===`.`?`_build/html`:`${t}/_build/html`,origin:e.textbook.span})}function vm(e){return[ym(e),Sm(e)]}function ym(e){let{textbook:t,hub:n}=e,r={version:1,project:{title:x(e.title,t.title?.span??e.course.title.span),authors:t.authors.length>0?t.authors.map(({value:e,span:t})=>x({name:e},t)):void 0,license:t.license&&x(t.license.value,t.license.span),github:xm(e)===void 0?void 0:x(e.repo??``,t.repo?.span),jupyter:bm(e),toc:t.chapters.length>0?t.chapters.map(({value:e,span:t})=>x({file:e.replace(/^\//,``)},t)):void 0},site:{template:`book-theme`,actions:n&&[{title:`Open on ${n.name}`,url:n.open}]}};return{path:`${e.sources}/myst.yml`,...A([C(r)],{header:["Configuration of the book for Jupyter Book 2, written by hubc. A book with a myst.yml of its own names this file in its `extends`."],origin:t.span})}}function bm(e){let{textbook:t}=e;if(!dm(t,`binder`)&&!dm(t,`thebe`))return;let n=xm(e);if(n!==void 0)return{binder:{repo:n,ref:t.branch?.value??`HEAD`,provider:`github`}}}function xm({repo:e}){return/^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(e??``)?.[1]}function Sm(e){let t=e.textbook.folder?.value.replace(/^\//,``),n=t===void 0?{}:{"working-directory":t};return Jp({path:`${e.folder}/.github/workflows/hubc-book.yml`,name:`Publish the book`,header:`Builds the book with Jupyter Book 2 and publishes it on GitHub Pages. Written by hubc.`,branch:e.textbook.branch?.value??`main`,steps:[J(`setup-python`,{"python-version":`3.12`}),J(`setup-node`,{"node-version":`24`}),{run:`pip install "jupyter-book==2.1.7"`},{run:`jupyter-book build --html`,...n,env:{BASE_URL:Cm(e)}}],folder:t===void 0?`_build/html`:`${t}/_build/html`,origin:e.textbook.span})}function Cm({textbook:e}){let t=e.url&&/^https?:\/\/[^/?#]+([^?#]*)/.exec(e.url.value)?.[1];return t===void 0?"/${{ github.event.repository.name }}":t.replace(/\/+$/,``)}function wm({course:e,hubs:t,dates:n}){let{textbook:r}=e,[i]=t;if(r?.builder===void 0)return[];let a=um(e,r,i),o={"jupyter-book-1":fm,"jupyter-book-2":vm}[r.builder.value];return[...o(a),...Tm({course:e,hubs:t,dates:n},a)]}function Tm({course:e,hubs:t,dates:n},r){let{textbook:i,repo:a}=r,o=i.chapters.filter(({value:e})=>e.endsWith(`.ipynb`));if(a===void 0||r.hub===void 0||o.length===0)return[];let s=i.folder===void 0?``:`${i.folder.value.replace(/^\//,``)}/`,c={name:`textbook`,repo:Et(a,i.span,`textbook`),branch:i.branch,branches:[],folder:void 0,private:Et(!1,i.span,`textbook`),signIn:void 0,depth:void 0,open:o.map(({value:e,span:t})=>({name:e,path:s+e.replace(/^\//,``),app:void 0,branch:void 0,title:void 0,part:void 0,due:void 0,span:t})),span:i.span},l=i.title??e.title,u={doc:void 0,links:[],site:void 0,lms:void 0,grading:void 0},d={course:{...e,...u,title:l,contents:[c]},hubs:t,dates:n};return Dp.map(e=>({...kp(d,e),path:`${r.folder}/links.${e}`}))}function Em(e,t,n){return[...Op(e),...wm(e),...Xp(e,t),...Om(e,n),...jm(e)]}function Dm(e,t,{hubs:n,project:r}){let i=t.filter(({hub:t})=>t===e.hub.value),a=n.find(({name:t})=>t===e.hub.value),o=i.find(({stage:e})=>e===a?.peoplesStage)??i.at(-1),s=Lf(r.timezone.value);return o&&{course:e,hubs:[o,...i.filter(e=>e!==o)],dates:s}}function Om({course:e},t){switch(e.grading?.kind){case`otter`:return Ip(e,e.grading,t);case`okpy`:return km(e,e.grading);default:return[]}}function km(e,t){return t.assignments.map(n=>Am(e,t,n))}function Am(e,{endpoint:t},n){let r={name:n.title?.value??n.name,endpoint:`${t?.value.replace(/^\//,``)??``}/${n.name}`,src:[n.notebook.value.split(`/`).at(-1)],tests:{[n.tests?.value??`tests/q*.py`]:`ok_test`},protocols:[`file_contents`,`grading`,`backup`]};return Dn(`courses/${e.name}/grading/${n.name}/${n.name}.ok`,r,n.span)}function jm({course:e,hubs:t}){let{lms:n}=e;return n===void 0?[]:t.filter(({auth:e})=>e?.variant===`lti`&&!Gf(e)).map(t=>Mm(`courses/${e.name}/lms/canvas-${t.stage}.json`,e.title.value,t,n.span))}function Mm(e,t,n,r){let i=n.url,a={message_type:`LtiResourceLinkRequest`,target_link_uri:i},o=`canvas.instructure.com`,s={title:n.forPeople.value?t:`${t} (${n.stage})`,description:`Opens ${y(n)}, where the course's work is done.`,target_link_uri:i,oidc_initiation_url:`${i}/hub/lti13/oauth_login`,scopes:[],custom_fields:{email:`$Person.email.primary`,lms_user_id:`$User.id`},extensions:[{platform:o,privacy_level:`public`,settings:{platform:o,placements:[{placement:`course_navigation`,windowTarget:`_blank`,...a},{placement:`assignment_selection`,...a}]}}]};return Dn(e,s,r)}var Nm=H.default.template({0:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="courses">Courses</h2>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`courses`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:4,column:0},end:{line:15,column:9}}})??``)},1:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lambda,d=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h3><a href="`+l((a=d(n,`students`)||o(t,`students`,{start:{line:5,column:15},end:{line:5,column:23}}),typeof a===c?a.call(s,{name:`students`,hash:{},data:i,loc:{start:{line:5,column:13},end:{line:5,column:25}}}):a))+`">`+l((a=d(n,`title`)||o(t,`title`,{start:{line:5,column:29},end:{line:5,column:34}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:5,column:27},end:{line:5,column:36}}}):a))+`</a></h3>
<p class="quiet"><time datetime="`+l(u(o(d(t,`from`),`iso`,{start:{line:6,column:35},end:{line:6,column:43}}),t))+`">`+l(u(o(d(t,`from`),`words`,{start:{line:6,column:49},end:{line:6,column:59}}),t))+`</time> to <time datetime="`+l(u(o(d(t,`to`),`iso`,{start:{line:6,column:90},end:{line:6,column:96}}),t))+`">`+l(u(o(d(t,`to`),`words`,{start:{line:6,column:102},end:{line:6,column:110}}),t))+`</time></p>
`+(d(n,`if`).call(s,d(t,`about`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:7,column:0},end:{line:9,column:7}}})??``)+`<ul class="links">
<li><a href="`+l((a=d(n,`students`)||o(t,`students`,{start:{line:11,column:15},end:{line:11,column:23}}),typeof a===c?a.call(s,{name:`students`,hash:{},data:i,loc:{start:{line:11,column:13},end:{line:11,column:25}}}):a))+`">For students<span class="unseen"> of `+l((a=d(n,`title`)||o(t,`title`,{start:{line:11,column:66},end:{line:11,column:71}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:11,column:64},end:{line:11,column:73}}}):a))+`</span></a></li>
<li><a href="`+l((a=d(n,`staff`)||o(t,`staff`,{start:{line:12,column:15},end:{line:12,column:20}}),typeof a===c?a.call(s,{name:`staff`,hash:{},data:i,loc:{start:{line:12,column:13},end:{line:12,column:22}}}):a))+`">For staff<span class="unseen"> of `+l((a=d(n,`title`)||o(t,`title`,{start:{line:12,column:60},end:{line:12,column:65}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:12,column:58},end:{line:12,column:67}}}):a))+`</span></a></li>
<li><a href="`+l((a=d(n,`links`)||o(t,`links`,{start:{line:13,column:15},end:{line:13,column:20}}),typeof a===c?a.call(s,{name:`links`,hash:{},data:i,loc:{start:{line:13,column:13},end:{line:13,column:22}}}):a))+`">Links<span class="unseen"> of `+l((a=d(n,`title`)||o(t,`title`,{start:{line:13,column:56},end:{line:13,column:61}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:13,column:54},end:{line:13,column:63}}}):a))+`</span></a></li>
</ul>
`},2:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>`+e.escapeExpression((a=o(n,`about`)||e.strict(t,`about`,{start:{line:8,column:5},end:{line:8,column:10}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:8,column:3},end:{line:8,column:12}}}):a))+`</p>
`},3:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="hubs">Hubs</h2>
<dl>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`hubs`),{name:`each`,hash:{},fn:e.program(4,i,0),inverse:e.noop,data:i,loc:{start:{line:20,column:0},end:{line:23,column:9}}})??``)+`</dl>
`},4:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:21,column:6},end:{line:21,column:10}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:21,column:4},end:{line:21,column:12}}}):a))+`</dt>
<dd>`+(u(n,`if`).call(s,u(t,`url`),{name:`if`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:22,column:4},end:{line:22,column:59}}})??``)+`<a href="`+l((a=u(n,`page`)||o(t,`page`,{start:{line:22,column:70},end:{line:22,column:74}}),typeof a===c?a.call(s,{name:`page`,hash:{},data:i,loc:{start:{line:22,column:68},end:{line:22,column:76}}}):a))+`">for operators of `+l((a=u(n,`name`)||o(t,`name`,{start:{line:22,column:97},end:{line:22,column:101}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:22,column:95},end:{line:22,column:103}}}):a))+`</a></dd>
`},5:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:22,column:26},end:{line:22,column:29}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:22,column:24},end:{line:22,column:31}}}):a))+`">Open `+l((a=u(n,`name`)||o(t,`name`,{start:{line:22,column:40},end:{line:22,column:44}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:22,column:38},end:{line:22,column:46}}}):a))+`</a>, `},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h1>Hubs and courses</h1>
`+(o(n,`if`).call(a,o(t,`courses`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:2,column:0},end:{line:16,column:7}}})??``)+(o(n,`if`).call(a,o(t,`hubs`),{name:`if`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:17,column:0},end:{line:25,column:7}}})??``)},useData:!0});function Y(e,t){return{iso:u(e),words:G(e,t)}}function X({project:e}){return Lf(e.timezone.value)}function Pm({officeHours:e},t,n){return e.map(({days:e,time:i,with:a,place:o,url:s})=>({when:r(d.filter(t=>e.some(({value:e})=>e===t)).map(e=>`${p[e]}s`)),time:dp(i.value,t),who:n.text(r(a.map(({value:e})=>e))),place:o&&n.text(o.value),url:s&&n.url(s.value)}))}function Fm(e,t,n){return xn(e,t).filter(({kind:e})=>e===`lecture`).map(i=>({iso:u(i.from),when:r(i.weekdays.map(e=>`${p[e]}s`)),what:n.text(Um(i,e)),note:Hm(i,X(t)),form:Im(i,e,n),place:Lm(i,e,n)}))}function Im(e,t,n){let r=Rm(e,t)?.form;return r&&n.url(r.value)}function Lm(e,t,n){let r=(Rm(e,t)??zm(e,t))?.place;return r&&n.text(r.value)}const Rm=({id:e},{name:t,lectures:n})=>n.find(({name:n})=>e===`lecture.${t}.${n}`),zm=({id:e},{name:t,exams:n})=>n.find(({name:n})=>e===`exam.${t}.${n}`);function Bm(e,t,n){return xn(e,t).filter(({kind:e})=>e!==`course`&&e!==`term`&&e!==`lecture`).sort((e,t)=>e.from-t.from||(e.times?.from??0)-(t.times?.from??0)).map(e=>({event:e,note:Wm(e,n.forStaff)})).filter(({event:e,note:t})=>e.kind!==`window`||t!==``).map(({event:r,note:i})=>({iso:u(r.from),when:Vm(r,X(t)),what:n.ink.text(Um(r,e)),note:[n.ink.text(i),Lm(r,e,n.ink)??``].filter(e=>e!==``).join(`, `)}))}function Vm(e,t){let{from:n,to:r,times:i}=e;return i===void 0?n===r?G(n,t):`${G(n,t)} to ${G(r,t)}`:n===r?`${G(n,t)}, ${Hm(e,t)}`:`${K({day:n,minutes:i.from},t)} to ${K({day:r,minutes:i.to},t)}`}function Hm({times:e},t){return e===void 0?``:e.from===e.to?up(e.from,t):dp(e,t)}function Um(e,t){let{title:n,kind:r}=e,{name:i}=t;if(r===`window`)return`Another server size`;let a=Rm(e,t);if(a!==void 0)return a.title?.value??Gp(a.name);let o=zm(e,t);if(o!==void 0)return o.title?.value??Kp(o.name);let s=n.replace(` of ${i}`,``);return s.charAt(0).toUpperCase()+s.slice(1)}function Wm(e,t){let n=Tn(e);if(t)return n.join(`, `);let r=n.filter(e=>e.startsWith(`memory `)||e.startsWith(`cpu `)).map(e=>e.replace(/ instead of .*$/,``)),i=e.kind===`exam`&&e.sets.includes(`image`)?[`in an environment of its own`]:[];return[...r,...i].join(`, `)}function Gm(e){let t=e.includes(`/`)?e.split(`/`).at(-1):void 0;return t===void 0?e:`${t.replaceAll(`_`,` `)} time`}const Km={text:`for(const section of document.querySelectorAll('#next-up')){const seen=new Set();let left=4;for(const item of section.querySelectorAll('li')){const{over,series}=item.dataset;if(left===0||new Date()>=new Date(over)||seen.has(series))continue;if(series)seen.add(series);left--;item.hidden=section.hidden=false;}}`,digest:`sha256-VrhmXSKHmg2zVIHhrwvB8f+1/aQyezUH9UMu7T4OLWA=`};function qm(e){return e===`md`?{text:Zf,code:ep,url:e=>rp(e).replaceAll(`|`,`%7C`)}:{text:Jm,code:Jm,url:rp}}function Jm(e){return e.replace(/\s+/g,` `).trim()}function Ym(e,t){let{width:n,height:r,title:i,description:a,style:o,patterns:s=[]}=e;return go(j(`svg`,{xmlns:`http://www.w3.org/2000/svg`,viewBox:`0 0 ${n} ${r}`,width:n,height:r,role:`img`,"aria-labelledby":`title description`},j(`title`,{id:`title`},i),j(`desc`,{id:`description`},a),j(`style`,{},o),...s,j(`rect`,{class:`page`,width:n,height:r}),...t))}const Z={left:56,width:780,height:180},Xm={head:58,row:20,foot:62},Zm=1440;function Qm({releases:e,title:t,timezone:n},r){let i=e.flatMap(e=>nh(e,r));if(i.length===0)return;let a=i.map((e,t)=>20+i.slice(0,t).reduce((e,t)=>e+rh(t),0)),o=20+i.reduce((e,t)=>e+rh(t),0),s=i.map(lh).join(` `);return{svg:Ym({width:876,height:o,title:t,description:s,style:eh,patterns:[th]},i.map((e,t)=>j(`g`,{transform:`translate(0 ${a[t]??0})`},...dh(e,n)))),words:s,width:876,height:o}}function $m(e){let t=`Nothing is known of the people or the machines here.`;return Ym({width:876,height:60,title:e,description:t,style:eh,patterns:[th]},[j(`text`,{x:24,y:40},t)])}const eh=`svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
.page { fill: #ffffff; } text { fill: #24292f; } .head { font-size: 16px; font-weight: 600; } .small { fill: #57606a; }
.grid { stroke: #d0d7de; } .band { fill: #eaeef2; } .full { fill: #8250df; } .nodes { fill: #b6e3ff; stroke: #0969da; stroke-width: 1.5; } .short { fill: url(#missing); stroke: #cf222e; }
.bound { stroke: #cf222e; stroke-dasharray: 6 4; } .hatch { stroke: #cf222e; stroke-width: 2; } .bad { fill: #cf222e; }
@media (prefers-color-scheme: dark) {
.page { fill: #0d1117; } text { fill: #e6edf3; } .small { fill: #9198a1; } .grid { stroke: #3d444d; } .band { fill: #21262d; } .full { fill: #ab7df8; }
.nodes { fill: #12305a; stroke: #4493f8; } .short { stroke: #ff7b72; } .bound { stroke: #ff7b72; } .hatch { stroke: #ff7b72; } .bad { fill: #ff7b72; }
}`,th=j(`defs`,{},j(`pattern`,{id:`missing`,width:6,height:6,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`},j(`line`,{class:`hatch`,x1:0,y1:0,x2:0,y2:6})));function nh({release:e,pools:t},n){return t.flatMap(t=>{let{day:r,pool:i}=t;if(r===void 0)return[];let a=`${e.name}, pool ${i.name}, ${n.date(r.on)}`;return[{...n,title:a,capacity:t,day:r,rows:ih(r.full)}]})}function rh({rows:e}){return Xm.head+Xm.row*e.length+Z.height+Xm.foot}function ih(e){let t=[];for(let n of[...e].sort((e,t)=>e.from-t.from)){let e=t.find(e=>e.every(e=>oh(e)<sh(n)));e?e.push(n):t.push([n])}return t}function ah({to:e}){return e>Zm*.7}function oh(e){return ah(e)?Q(e.to)+8:Q(e.to)+ch(e)}function sh(e){return ah(e)?Q(e.from)-ch(e):Q(e.from)}function ch({course:e,label:t}){return 16+l(uh(e,t))*8}function lh({title:e,capacity:t,day:n,time:r}){let i=Math.max(...n.nodes),a=n.nodes.indexOf(i),o=n.full.map(({course:e,label:t,from:n,to:i})=>`${uh(e,t)} from ${r(n)} to ${r(i)}`),s=o.length===0?``:` People come for ${o.join(`, `)}.`,c=Math.max(...n.wanted),l=c>i?` ${ph(c,`node`)} would be needed, and the pool has at most ${t.bounds.to}.`:``;return`${e}: from ${Math.min(...n.nodes)} to ${ph(i,`node`)}, the most from ${r(a*15)}.${s}${l}`}function uh(e,t){return t===`assumed`?`${e} (hours assumed)`:`${e} ${t}`}function dh(e,t){let{capacity:n,day:r,title:i,rows:a}=e,{to:o}=n.bounds,s=Math.max(1,...r.wanted,...r.nodes),c=hh(s),l=Math.ceil((o<=s*1.6?Math.max(o,s):s)/c)*c,u=Xm.head+Xm.row*a.length,d=e=>u+Z.height*(1-e/l),f=Math.max(...r.wanted)>o,p=`${mh(n)} · at most ${ph(o,`node`)}${f?` · ${Math.max(...r.wanted)} needed`:``}`;return[j(`text`,{class:`head`,x:Z.left,y:18},i),j(`text`,{class:f?`bad`:`small`,x:Z.left,y:38},p),...r.full.map(({from:e,to:t})=>j(`rect`,{class:`band`,x:Q(e),y:u,width:Q(t)-Q(e),height:Z.height})),...a.flatMap((e,t)=>e.flatMap(e=>fh(e,Xm.head+Xm.row*t))),..._h({most:l,step:c,y:d}),...f?[j(`path`,{class:`short`,d:gh(r.wanted,d)})]:[],j(`path`,{class:`nodes`,d:gh(r.nodes,d)}),...o<=l?[j(`line`,{class:`bound`,x1:Z.left,x2:Z.left+Z.width,y1:d(o),y2:d(o)})]:[],...vh(u+Z.height+20,t,e.time)]}function fh(e,t){let{course:n,label:r,from:i,to:a}=e,o=ah(e),s={x:o?Q(i)-8:Q(a)+8,y:t+9,"text-anchor":o?`end`:`start`};return[j(`rect`,{class:`full`,x:Q(i),y:t,width:Q(a)-Q(i),height:10,rx:2}),j(`text`,s,uh(n,r))]}function ph(e,t){return`${e} ${e===1?t:`${t}s`}`}function mh({pool:e,machine:t}){return e.machine?.value??t?.type??e.name}function hh(e){let t=10**Math.floor(Math.log10(Math.max(1,e/5)));return[1,2,5,10].map(e=>e*t).find(t=>e/t<=6)??10*t}function Q(e){return Z.left+Z.width*e/Zm}function gh(e,t){let n=e=>Math.round(e*100)/100,r=e.map((e,r)=>`V${n(t(e))}H${n(Q((r+1)*15))}`);return`M${n(Q(0))} ${n(t(0))}${r.join(``)}V${n(t(0))}Z`}function _h(e){let{most:t,step:n,y:r}=e;return Array.from({length:Math.round(t/n)+1},(e,t)=>t*n).flatMap(e=>[j(`line`,{class:`grid`,x1:Z.left,x2:Z.left+Z.width,y1:r(e),y2:r(e)}),j(`text`,{class:`small`,x:Z.left-8,y:r(e)+4,"text-anchor":`end`},String(e))])}function vh(e,t,n){return[...Array.from({length:9},(e,t)=>t*3*60).map(t=>j(`text`,{class:`small`,x:Q(t),y:e,"text-anchor":`middle`},n(t))),j(`text`,{class:`small`,x:Z.left,y:e+20},`Nodes over the day, ${t}`)]}function yh(e,t){let{model:n,hub:r,releases:i,changes:a,coursesWithPages:o}=e,s=n.project.out.value,c=X(n),l=new Set(i.map(({stage:e})=>e)),u=n.courses.filter(e=>e.hub.value===r.name);return{title:t.text(`Hub ${r.name}`),about:r.doc===void 0?void 0:t.text(r.doc),chart:t.code(n.project.chart.value),timezone:t.text(Gm(n.project.timezone.value)),out:t.code(`${s}/`),stages:i.map(e=>Sh(e,n,t)),needs:i.flatMap(e=>Ch(e,t)).filter(({secrets:e})=>e.length>0),courses:u.map(e=>({title:t.text(e.title.value),name:t.code(e.name),from:Y(e.term.value.from,c),to:Y(e.term.value.to,c),peak:e.peak===void 0?``:String(e.peak.value),page:o.has(e.name)?t.url(`../../../courses/${e.name}/pages/staff`):void 0})),notes:bh(u,t),profiles:Ah(r,i,n.images,t),capacity:e.capacities.flatMap(e=>wh(e,n,t)),leftOut:i.flatMap(e=>xh(e,t)),backups:i.flatMap(e=>kh(e,n,t)),areas:n.project.areas.map(({name:e,folder:n,owners:r})=>({name:t.code(e),folder:t.code(`${n.value}/`),owners:r.map(({value:e})=>t.code(e))})),operators:n.project.operators.map(({value:e})=>t.code(e)),changes:a.filter(e=>e.hub===r.name&&e.stages.some(e=>l.has(e))).map(({day:e,stages:n,what:r})=>({...Y(e,c),stages:t.text(n.filter(e=>l.has(e)).join(`, `)),what:t.text(r.map(bn).join(`, `))}))}}function bh(e,t){return e.flatMap(({doc:e,title:n})=>e===void 0?[]:[{course:t.text(n.value),text:t.text(e.replace(/\s+/g,` `))}])}function xh({stage:e,leftOut:t,leftOutValues:n},r){let i=(t,n)=>({stage:r.text(e),what:r.code(t),without:r.text(n)});return[...t.map(({value:e})=>i(e,It[e])),...n.map(({value:e})=>i(e,"What the other settings promise by this value does not hold: the chart's own holds, or what `values` and `config` say."))]}function Sh(e,{project:t},n){return{name:n.text(e.stage),release:n.code(e.releaseName),host:n.text(y(e)),url:n.url(`${e.url}/`),readme:n.url(`../${e.stage}/README.md`),command:D([`hubc`,`deploy`,e.hub,`--stage`,e.stage]),script:D([`bash`,`${t.out.value}/${e.folder}/${zi}`]),provider:n.code(e.provider.name),homes:n.code(e.homes.name),kept:e.homes.variant===`memory`?`nothing is kept`:e.homes.keep.value?`kept`:`deleted with the release`}}function Ch(e,t){let n=(n,r)=>({stage:t.text(e.stage),secret:t.code(n),namespace:t.code(e.namespace),secrets:r.map(({key:e,use:n})=>({key:t.code(e),use:t.text(n)}))});return[n(e.secretName,ze(e)),...di(e).map(({name:e,keys:t,use:r,maker:i})=>n(e,t.map(e=>({key:e,use:i===void 0?r:`${r}, made by ${i.replaceAll("`",``)}`}))))]}function wh(e,t,n){let{release:r,forPeople:i,pools:a,cost:o}=e;if(!i)return[];let s=r.budget;return[{stage:n.text(r.stage),pools:a.map(e=>Eh(e,n)),picture:Th(e,t),cost:o&&n.text(Dh(o,r)),budget:s&&n.text(`${Oh(s.month.value,s.currency.value)} a month`)}]}function Th(e,t){let n=X(t),{value:r}=t.project.timezone,i=`Nodes of ${e.release.name} on the fullest day`,a=Qm({releases:[e],title:i,timezone:Gm(r)},{date:e=>G(e,n),time:e=>up(e,n)});if(a===void 0)return;let{svg:o,words:s,width:c,height:l}=a;return{src:`data:image/svg+xml,${encodeURIComponent(o).replace(/[!'()*]/g,e=>`%${e.charCodeAt(0).toString(16)}`)}`,words:s,width:c,height:l}}function Eh({pool:e,bounds:t,nodesAtPeak:n,classes:r,cost:i},a){let o=t.from===t.to?String(t.to):`${t.from} to ${t.to}`,s=r.length===0?[]:[Math.min(...r.map(e=>e.aNode))];return{name:a.code(e.name),machine:e.machine===void 0?``:a.code(e.machine.value),nodes:o,people:s[0]===void 0?``:String(s[0]),peak:n===void 0?``:String(n),cost:i===void 0?``:a.text(Oh(i.month,i.price.currency))}}function Dh({month:e,term:t,currency:n,elsewhere:r},i){let a=r===void 0?``:` (${r})`;return`${Oh(e,n)} a month, ${Oh(t,n)} a ${De(i)}${a}`}function Oh(e,t){return`${Math.round(e)} ${t}`}function kh(e,{project:t},n){let{backup:r}=e;if(r===void 0)return[];let i=Math.round(r.keep.value/86400*10)/10;return[{stage:n.text(e.stage),schedule:n.code(r.schedule.value),timezone:n.text(t.timezone.value),storage:n.code(r.storage?.value??e.homes.name),keep:i===1?`1 day`:`${i} days`}]}function Ah(e,t,n,i){let a=t.find(({stage:t})=>t===e.peoplesStage)??t[0];return a===void 0||jh(a)?[]:a.permanent.filter(g).map(e=>({title:i.text(e.title.value),name:i.code(e.name),about:e.description===void 0?``:i.text(e.description.value),who:e.roster.length===0?`everybody`:`${r(e.roster.map(({value:e})=>i.code(e)))}, and admins`,images:i.text(Nh(e,n).join(`, `)),sizes:i.text(e.choices.sizes.map(Mh).join(`, `))}))}function jh({ownValues:e,leftOutValues:t}){let n=e=>e[0]===`singleuser`&&(e[1]??`profileList`)===`profileList`;return e.some(({leaf:e})=>n(e.value.path))||t.some(({value:e})=>n(gn(e)))}function Mh({title:e,groups:t}){return t.length===0?e.value:`${e.value} (for ${r(t.map(({value:e})=>e))})`}function Nh({image:e,choices:t},n){let r=(t.images.length>0?t.images.map(({value:e})=>e):[e.value]).map(e=>{let t=n.find(t=>t.name===e);return t===void 0?e:de(t)});return t.anyImage.value&&r.push(`another by its name`),t.anyRepository.value&&r.push(`one built from a repository`),r}var Ph=H.default.template({0:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p class="about">`+e.escapeExpression((a=o(n,`about`)||e.strict(t,`about`,{start:{line:4,column:19},end:{line:4,column:24}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:4,column:17},end:{line:4,column:26}}}):a))+`</p>
`},1:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row"><a href="`+l((a=u(n,`readme`)||o(t,`readme`,{start:{line:12,column:31},end:{line:12,column:37}}),typeof a===c?a.call(s,{name:`readme`,hash:{},data:i,loc:{start:{line:12,column:29},end:{line:12,column:39}}}):a))+`">`+l((a=u(n,`name`)||o(t,`name`,{start:{line:12,column:43},end:{line:12,column:47}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:12,column:41},end:{line:12,column:49}}}):a))+`</a></th><td data-head="Address"><a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:12,column:93},end:{line:12,column:96}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:12,column:91},end:{line:12,column:98}}}):a))+`">`+l((a=u(n,`host`)||o(t,`host`,{start:{line:12,column:102},end:{line:12,column:106}}),typeof a===c?a.call(s,{name:`host`,hash:{},data:i,loc:{start:{line:12,column:100},end:{line:12,column:108}}}):a))+`</a></td><td data-head="Release and namespace"><code>`+l((a=u(n,`release`)||o(t,`release`,{start:{line:12,column:163},end:{line:12,column:170}}),typeof a===c?a.call(s,{name:`release`,hash:{},data:i,loc:{start:{line:12,column:161},end:{line:12,column:172}}}):a))+`</code></td><td data-head="Cluster"><code>`+l((a=u(n,`provider`)||o(t,`provider`,{start:{line:12,column:216},end:{line:12,column:224}}),typeof a===c?a.call(s,{name:`provider`,hash:{},data:i,loc:{start:{line:12,column:214},end:{line:12,column:226}}}):a))+`</code></td><td data-head="Homes"><code>`+l((a=u(n,`homes`)||o(t,`homes`,{start:{line:12,column:268},end:{line:12,column:273}}),typeof a===c?a.call(s,{name:`homes`,hash:{},data:i,loc:{start:{line:12,column:266},end:{line:12,column:275}}}):a))+`</code>, `+l((a=u(n,`kept`)||o(t,`kept`,{start:{line:12,column:286},end:{line:12,column:290}}),typeof a===c?a.call(s,{name:`kept`,hash:{},data:i,loc:{start:{line:12,column:284},end:{line:12,column:292}}}):a))+`</td></tr>
`},2:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="left-out">Left out</h2>
<p>What hubc would add by itself is left out here:</p>
<ul>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`leftOut`),{name:`each`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:22,column:0},end:{line:24,column:9}}})??``)+`</ul>
`},3:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li>`+l((a=u(n,`stage`)||o(t,`stage`,{start:{line:23,column:6},end:{line:23,column:11}}),typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:23,column:4},end:{line:23,column:13}}}):a))+`, <code>`+l((a=u(n,`what`)||o(t,`what`,{start:{line:23,column:23},end:{line:23,column:27}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:23,column:21},end:{line:23,column:29}}}):a))+`</code>: `+l((a=u(n,`without`)||o(t,`without`,{start:{line:23,column:40},end:{line:23,column:47}}),typeof a===c?a.call(s,{name:`without`,hash:{},data:i,loc:{start:{line:23,column:38},end:{line:23,column:49}}}):a))+`</li>
`},4:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<div class="wide" tabindex="0" role="region" aria-labelledby="courses">
<table class="stacked">
<thead><tr><th scope="col">Course</th><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">At once</th></tr></thead>
<tbody>
`+(o(n,`each`).call(a,o(t,`courses`),{name:`each`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:33,column:0},end:{line:35,column:9}}})??``)+`</tbody>
</table>
</div>
`+(o(n,`if`).call(a,o(t,`notes`),{name:`if`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:39,column:0},end:{line:46,column:7}}})??``)},5:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.strict,c=e.lambda,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row">`+(u(n,`if`).call(o,u(t,`page`),{name:`if`,hash:{},fn:e.program(6,i,0),inverse:e.program(7,i,0),data:i,loc:{start:{line:34,column:20},end:{line:34,column:93}}})??``)+`</th><td data-head="From"><time datetime="`+l(c(s(u(t,`from`),`iso`,{start:{line:34,column:137},end:{line:34,column:145}}),t))+`">`+l(c(s(u(t,`from`),`words`,{start:{line:34,column:151},end:{line:34,column:161}}),t))+`</time></td><td data-head="To"><time datetime="`+l(c(s(u(t,`to`),`iso`,{start:{line:34,column:212},end:{line:34,column:218}}),t))+`">`+l(c(s(u(t,`to`),`words`,{start:{line:34,column:224},end:{line:34,column:232}}),t))+`</time></td><td class="number" data-head="At once">`+l((a=u(n,`peak`)||s(t,`peak`,{start:{line:34,column:287},end:{line:34,column:291}}),typeof a==`function`?a.call(o,{name:`peak`,hash:{},data:i,loc:{start:{line:34,column:285},end:{line:34,column:293}}}):a))+`</td></tr>
`},6:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<a href="`+l((a=u(n,`page`)||o(t,`page`,{start:{line:34,column:43},end:{line:34,column:47}}),typeof a===c?a.call(s,{name:`page`,hash:{},data:i,loc:{start:{line:34,column:41},end:{line:34,column:49}}}):a))+`.html">`+l((a=u(n,`title`)||o(t,`title`,{start:{line:34,column:58},end:{line:34,column:63}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:34,column:56},end:{line:34,column:65}}}):a))+`</a>`},7:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return e.escapeExpression((a=o(n,`title`)||e.strict(t,`title`,{start:{line:34,column:79},end:{line:34,column:84}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`title`,hash:{},data:i,loc:{start:{line:34,column:77},end:{line:34,column:86}}}):a))},8:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>Notes in the program:</p>
<ul>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`notes`),{name:`each`,hash:{},fn:e.program(9,i,0),inverse:e.noop,data:i,loc:{start:{line:42,column:0},end:{line:44,column:9}}})??``)+`</ul>
`},9:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li><b>`+l((a=u(n,`course`)||o(t,`course`,{start:{line:43,column:9},end:{line:43,column:15}}),typeof a===c?a.call(s,{name:`course`,hash:{},data:i,loc:{start:{line:43,column:7},end:{line:43,column:17}}}):a))+`</b>: `+l((a=u(n,`text`)||o(t,`text`,{start:{line:43,column:25},end:{line:43,column:29}}),typeof a===c?a.call(s,{name:`text`,hash:{},data:i,loc:{start:{line:43,column:23},end:{line:43,column:31}}}):a))+`</li>
`},10:function(e,t,n,r,i){return`<p>No course is on this hub.</p>
`},11:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="profiles">Profiles</h2>
<p>What people may choose when their server starts:</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="profiles">
<table class="stacked">
<thead><tr><th scope="col">Profile</th><th scope="col">For</th><th scope="col">Images</th><th scope="col">Sizes</th></tr></thead>
<tbody>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`profiles`),{name:`each`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:57,column:0},end:{line:59,column:9}}})??``)+`</tbody>
</table>
</div>
`},12:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row">`+l((a=u(n,`title`)||o(t,`title`,{start:{line:58,column:22},end:{line:58,column:27}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:58,column:20},end:{line:58,column:29}}}):a))+(u(n,`if`).call(s,u(t,`about`),{name:`if`,hash:{},fn:e.program(13,i,0),inverse:e.noop,data:i,loc:{start:{line:58,column:29},end:{line:58,column:60}}})??``)+`</th><td data-head="For">`+l((a=u(n,`who`)||o(t,`who`,{start:{line:58,column:87},end:{line:58,column:90}}),typeof a===c?a.call(s,{name:`who`,hash:{},data:i,loc:{start:{line:58,column:85},end:{line:58,column:92}}}):a))+`</td><td data-head="Images">`+l((a=u(n,`images`)||o(t,`images`,{start:{line:58,column:122},end:{line:58,column:128}}),typeof a===c?a.call(s,{name:`images`,hash:{},data:i,loc:{start:{line:58,column:120},end:{line:58,column:130}}}):a))+`</td><td data-head="Sizes">`+l((a=u(n,`sizes`)||o(t,`sizes`,{start:{line:58,column:159},end:{line:58,column:164}}),typeof a===c?a.call(s,{name:`sizes`,hash:{},data:i,loc:{start:{line:58,column:157},end:{line:58,column:166}}}):a))+`</td></tr>
`},13:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`: `+e.escapeExpression((a=o(n,`about`)||e.strict(t,`about`,{start:{line:58,column:46},end:{line:58,column:51}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:58,column:44},end:{line:58,column:53}}}):a))},14:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h3>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:67,column:6},end:{line:67,column:10}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:67,column:4},end:{line:67,column:12}}}):a))+`</h3>
<pre tabindex="0" role="region" aria-label="Command for `+l((a=u(n,`name`)||o(t,`name`,{start:{line:68,column:58},end:{line:68,column:62}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:68,column:56},end:{line:68,column:64}}}):a))+`"><code>`+l((a=u(n,`command`)||o(t,`command`,{start:{line:68,column:74},end:{line:68,column:81}}),typeof a===c?a.call(s,{name:`command`,hash:{},data:i,loc:{start:{line:68,column:72},end:{line:68,column:83}}}):a))+`</code></pre>
<p>Or:</p>
<pre tabindex="0" role="region" aria-label="Script for `+l((a=u(n,`name`)||o(t,`name`,{start:{line:70,column:57},end:{line:70,column:61}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:70,column:55},end:{line:70,column:63}}}):a))+`"><code>`+l((a=u(n,`script`)||o(t,`script`,{start:{line:70,column:73},end:{line:70,column:79}}),typeof a===c?a.call(s,{name:`script`,hash:{},data:i,loc:{start:{line:70,column:71},end:{line:70,column:81}}}):a))+`</code></pre>
`},15:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="secrets">Secrets</h2>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`needs`),{name:`each`,hash:{},fn:e.program(16,i,0),inverse:e.noop,data:i,loc:{start:{line:74,column:0},end:{line:82,column:9}}})??``)},16:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h3>`+l((a=u(n,`stage`)||o(t,`stage`,{start:{line:75,column:6},end:{line:75,column:11}}),typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:75,column:4},end:{line:75,column:13}}}):a))+`: the Secret <code>`+l((a=u(n,`secret`)||o(t,`secret`,{start:{line:75,column:34},end:{line:75,column:40}}),typeof a===c?a.call(s,{name:`secret`,hash:{},data:i,loc:{start:{line:75,column:32},end:{line:75,column:42}}}):a))+`</code> in <code>`+l((a=u(n,`namespace`)||o(t,`namespace`,{start:{line:75,column:61},end:{line:75,column:70}}),typeof a===c?a.call(s,{name:`namespace`,hash:{},data:i,loc:{start:{line:75,column:59},end:{line:75,column:72}}}):a))+`</code></h3>
<dl>
`+(u(n,`each`).call(s,u(t,`secrets`),{name:`each`,hash:{},fn:e.program(17,i,0),inverse:e.noop,data:i,loc:{start:{line:77,column:0},end:{line:80,column:9}}})??``)+`</dl>
`},17:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt><code>`+l((a=u(n,`key`)||o(t,`key`,{start:{line:78,column:12},end:{line:78,column:15}}),typeof a===c?a.call(s,{name:`key`,hash:{},data:i,loc:{start:{line:78,column:10},end:{line:78,column:17}}}):a))+`</code></dt>
<dd>`+l((a=u(n,`use`)||o(t,`use`,{start:{line:79,column:6},end:{line:79,column:9}}),typeof a===c?a.call(s,{name:`use`,hash:{},data:i,loc:{start:{line:79,column:4},end:{line:79,column:11}}}):a))+`</dd>
`},18:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="capacity">Room and cost</h2>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`capacity`),{name:`each`,hash:{},fn:e.program(19,i,0),inverse:e.noop,data:i,loc:{start:{line:86,column:0},end:{line:105,column:9}}})??``)+`<p class="quiet"><code>hubc capacity</code> says how these are worked out, with prices and their dates.</p>
`},19:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<div class="wide" tabindex="0" role="region" aria-label="Pools of `+l((a=u(n,`stage`)||o(t,`stage`,{start:{line:87,column:68},end:{line:87,column:73}}),typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:87,column:66},end:{line:87,column:75}}}):a))+`">
<table class="stacked">
<caption>`+l((a=u(n,`stage`)||o(t,`stage`,{start:{line:89,column:11},end:{line:89,column:16}}),typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:89,column:9},end:{line:89,column:18}}}):a))+`</caption>
<thead><tr><th scope="col">Pool</th><th scope="col">Machine</th><th scope="col" class="number">Nodes</th><th scope="col" class="number">People a node</th><th scope="col" class="number">Nodes at peak</th><th scope="col" class="number">A month</th></tr></thead>
<tbody>
`+(u(n,`each`).call(s,u(t,`pools`),{name:`each`,hash:{},fn:e.program(20,i,0),inverse:e.noop,data:i,loc:{start:{line:92,column:0},end:{line:94,column:9}}})??``)+`</tbody>
</table>
</div>
`+(u(n,`if`).call(s,u(t,`picture`),{name:`if`,hash:{},fn:e.program(22,i,0),inverse:e.noop,data:i,loc:{start:{line:98,column:0},end:{line:103,column:7}}})??``)+(u(n,`if`).call(s,u(t,`cost`),{name:`if`,hash:{},fn:e.program(23,i,0),inverse:e.noop,data:i,loc:{start:{line:104,column:0},end:{line:104,column:109}}})??``)+`
`},20:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row"><code>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:93,column:28},end:{line:93,column:32}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:93,column:26},end:{line:93,column:34}}}):a))+`</code></th><td data-head="Machine">`+(u(n,`if`).call(s,u(t,`machine`),{name:`if`,hash:{},fn:e.program(21,i,0),inverse:e.noop,data:i,loc:{start:{line:93,column:70},end:{line:93,column:116}}})??``)+`</td><td class="number" data-head="Nodes">`+l((a=u(n,`nodes`)||o(t,`nodes`,{start:{line:93,column:160},end:{line:93,column:165}}),typeof a===c?a.call(s,{name:`nodes`,hash:{},data:i,loc:{start:{line:93,column:158},end:{line:93,column:167}}}):a))+`</td><td class="number" data-head="People a node">`+l((a=u(n,`people`)||o(t,`people`,{start:{line:93,column:219},end:{line:93,column:225}}),typeof a===c?a.call(s,{name:`people`,hash:{},data:i,loc:{start:{line:93,column:217},end:{line:93,column:227}}}):a))+`</td><td class="number" data-head="Nodes at peak">`+l((a=u(n,`peak`)||o(t,`peak`,{start:{line:93,column:279},end:{line:93,column:283}}),typeof a===c?a.call(s,{name:`peak`,hash:{},data:i,loc:{start:{line:93,column:277},end:{line:93,column:285}}}):a))+`</td><td class="number" data-head="A month">`+l((a=u(n,`cost`)||o(t,`cost`,{start:{line:93,column:331},end:{line:93,column:335}}),typeof a===c?a.call(s,{name:`cost`,hash:{},data:i,loc:{start:{line:93,column:329},end:{line:93,column:337}}}):a))+`</td></tr>
`},21:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<code>`+e.escapeExpression((a=o(n,`machine`)||e.strict(t,`machine`,{start:{line:93,column:93},end:{line:93,column:100}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`machine`,hash:{},data:i,loc:{start:{line:93,column:91},end:{line:93,column:102}}}):a))+`</code>`},22:function(e,t,n,r,i){var a,o=e.strict,s=e.escapeExpression,c=e.lambda,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>The fullest day, from the lectures and exams that the program names:</p>
<div class="wide" tabindex="0" role="region" aria-label="The fullest day of `+s((a=l(n,`stage`)||o(t,`stage`,{start:{line:100,column:78},end:{line:100,column:83}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`stage`,hash:{},data:i,loc:{start:{line:100,column:76},end:{line:100,column:85}}}):a))+`">
<img class="day" src="`+s(c(o(l(t,`picture`),`src`,{start:{line:101,column:24},end:{line:101,column:35}}),t))+`" width="`+s(c(o(l(t,`picture`),`width`,{start:{line:101,column:48},end:{line:101,column:61}}),t))+`" height="`+s(c(o(l(t,`picture`),`height`,{start:{line:101,column:75},end:{line:101,column:89}}),t))+`" alt="`+s(c(o(l(t,`picture`),`words`,{start:{line:101,column:100},end:{line:101,column:113}}),t))+`">
</div>
`},23:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>Estimated for nodes alone: `+e.escapeExpression((a=s(n,`cost`)||e.strict(t,`cost`,{start:{line:104,column:44},end:{line:104,column:48}}),typeof a==`function`?a.call(o,{name:`cost`,hash:{},data:i,loc:{start:{line:104,column:42},end:{line:104,column:50}}}):a))+`.`+(s(n,`if`).call(o,s(t,`budget`),{name:`if`,hash:{},fn:e.program(24,i,0),inverse:e.noop,data:i,loc:{start:{line:104,column:51},end:{line:104,column:98}}})??``)+`</p>`},24:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return` The budget is `+e.escapeExpression((a=o(n,`budget`)||e.strict(t,`budget`,{start:{line:104,column:82},end:{line:104,column:88}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`budget`,hash:{},data:i,loc:{start:{line:104,column:80},end:{line:104,column:90}}}):a))+`.`},25:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>What is declared in these folders gives their people what the project opens to them, and no more. Everything else is the operators':`+(o(n,`each`).call(a,o(t,`operators`),{name:`each`,hash:{},fn:e.program(26,i,0),inverse:e.noop,data:i,loc:{start:{line:110,column:135},end:{line:110,column:185}}})??``)+`.</p>
<dl>
`+(o(n,`each`).call(a,o(t,`areas`),{name:`each`,hash:{},fn:e.program(27,i,0),inverse:e.noop,data:i,loc:{start:{line:112,column:0},end:{line:115,column:9}}})??``)+`</dl>
<p>Reviews hold only where the repository requires them by <code>CODEOWNERS</code>, which the build writes.</p>
`},26:function(e,t,n,r,i){return` <code>`+e.escapeExpression(e.lambda(t,t))+`</code>`},27:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt><code>`+l((a=u(n,`folder`)||o(t,`folder`,{start:{line:113,column:12},end:{line:113,column:18}}),typeof a===c?a.call(s,{name:`folder`,hash:{},data:i,loc:{start:{line:113,column:10},end:{line:113,column:20}}}):a))+`</code></dt>
<dd>The area <code>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:114,column:21},end:{line:114,column:25}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:114,column:19},end:{line:114,column:27}}}):a))+`</code>, reviewed by`+(u(n,`each`).call(s,u(t,`owners`),{name:`each`,hash:{},fn:e.program(26,i,0),inverse:e.noop,data:i,loc:{start:{line:114,column:47},end:{line:114,column:94}}})??``)+`</dd>
`},28:function(e,t,n,r,i){return`<p>The project has no areas: whoever can change any <code>.hub</code> file of it can give anybody every right on this hub. Where instructors and operators are different people, an <code>area</code> of the project keeps a course's folder to what is opened to it.</p>
`},29:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>`+l((a=u(n,`stage`)||o(t,`stage`,{start:{line:123,column:5},end:{line:123,column:10}}),typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:123,column:3},end:{line:123,column:12}}}):a))+`: by the schedule <code>`+l((a=u(n,`schedule`)||o(t,`schedule`,{start:{line:123,column:38},end:{line:123,column:46}}),typeof a===c?a.call(s,{name:`schedule`,hash:{},data:i,loc:{start:{line:123,column:36},end:{line:123,column:48}}}):a))+`</code> (`+l((a=u(n,`timezone`)||o(t,`timezone`,{start:{line:123,column:59},end:{line:123,column:67}}),typeof a===c?a.call(s,{name:`timezone`,hash:{},data:i,loc:{start:{line:123,column:57},end:{line:123,column:69}}}):a))+`) to the storage <code>`+l((a=u(n,`storage`)||o(t,`storage`,{start:{line:123,column:94},end:{line:123,column:101}}),typeof a===c?a.call(s,{name:`storage`,hash:{},data:i,loc:{start:{line:123,column:92},end:{line:123,column:103}}}):a))+`</code>, each kept for `+l((a=u(n,`keep`)||o(t,`keep`,{start:{line:123,column:128},end:{line:123,column:132}}),typeof a===c?a.call(s,{name:`keep`,hash:{},data:i,loc:{start:{line:123,column:126},end:{line:123,column:134}}}):a))+`.</p>
`},30:function(e,t,n,r,i){return`<p>hubc makes none for this hub: see that the storage itself is copied.</p>
`},31:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>Build and deploy on these days: a grant begins and ends only then.</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="changes">
<table class="stacked">
<caption>Days begin at midnight, `+e.escapeExpression((a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:132,column:35},end:{line:132,column:43}}),typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:132,column:33},end:{line:132,column:45}}}):a))+`</caption>
<thead><tr><th scope="col">Day</th><th scope="col">Stages</th><th scope="col">What</th></tr></thead>
<tbody>
`+(s(n,`each`).call(o,s(t,`changes`),{name:`each`,hash:{},fn:e.program(32,i,0),inverse:e.noop,data:i,loc:{start:{line:135,column:0},end:{line:137,column:9}}})??``)+`</tbody>
</table>
</div>
`},32:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row"><time datetime="`+l((a=u(n,`iso`)||o(t,`iso`,{start:{line:136,column:38},end:{line:136,column:41}}),typeof a===c?a.call(s,{name:`iso`,hash:{},data:i,loc:{start:{line:136,column:36},end:{line:136,column:43}}}):a))+`">`+l((a=u(n,`words`)||o(t,`words`,{start:{line:136,column:47},end:{line:136,column:52}}),typeof a===c?a.call(s,{name:`words`,hash:{},data:i,loc:{start:{line:136,column:45},end:{line:136,column:54}}}):a))+`</time></th><td data-head="Stages">`+l((a=u(n,`stages`)||o(t,`stages`,{start:{line:136,column:91},end:{line:136,column:97}}),typeof a===c?a.call(s,{name:`stages`,hash:{},data:i,loc:{start:{line:136,column:89},end:{line:136,column:99}}}):a))+`</td><td data-head="What">`+l((a=u(n,`what`)||o(t,`what`,{start:{line:136,column:127},end:{line:136,column:131}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:136,column:125},end:{line:136,column:133}}}):a))+`</td></tr>
`},33:function(e,t,n,r,i){return`<p>Nothing changes by date.</p>
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h1>`+l((a=u(n,`title`)||o(t,`title`,{start:{line:1,column:6},end:{line:1,column:11}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:1,column:4},end:{line:1,column:13}}}):a))+`</h1>
<p class="quiet">JupyterHub chart <code>`+l((a=u(n,`chart`)||o(t,`chart`,{start:{line:2,column:42},end:{line:2,column:47}}),typeof a===c?a.call(s,{name:`chart`,hash:{},data:i,loc:{start:{line:2,column:40},end:{line:2,column:49}}}):a))+`</code>; outputs in <code>`+l((a=u(n,`out`)||o(t,`out`,{start:{line:2,column:77},end:{line:2,column:80}}),typeof a===c?a.call(s,{name:`out`,hash:{},data:i,loc:{start:{line:2,column:75},end:{line:2,column:82}}}):a))+`</code>, or in the folder of <code>build --out</code></p>
`+(u(n,`if`).call(s,u(t,`about`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:3,column:0},end:{line:5,column:7}}})??``)+`<h2 id="stages">Stages</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="stages">
<table class="stacked">
<thead><tr><th scope="col">Stage</th><th scope="col">Address</th><th scope="col">Release and namespace</th><th scope="col">Cluster</th><th scope="col">Homes</th></tr></thead>
<tbody>
`+(u(n,`each`).call(s,u(t,`stages`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:11,column:0},end:{line:13,column:9}}})??``)+`</tbody>
</table>
</div>
<p>The page of each stage says what it needs and who may sign in.</p>
`+(u(n,`if`).call(s,u(t,`leftOut`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:18,column:0},end:{line:26,column:7}}})??``)+`<h2 id="courses">Courses</h2>
`+(u(n,`if`).call(s,u(t,`courses`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.program(10,i,0),data:i,loc:{start:{line:28,column:0},end:{line:49,column:7}}})??``)+(u(n,`if`).call(s,u(t,`profiles`),{name:`if`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:50,column:0},end:{line:63,column:7}}})??``)+`<h2 id="deploy">Deploy</h2>
<p>Try a change on a stage for trying out before it goes to people. <code>hubc deploy</code> says what it would do, asks, and does it; where there is no hubc, the script does the same with kubectl and helm alone. Both refuse the context of another cluster. From the project's folder:</p>
`+(u(n,`each`).call(s,u(t,`stages`),{name:`each`,hash:{},fn:e.program(14,i,0),inverse:e.noop,data:i,loc:{start:{line:66,column:0},end:{line:71,column:9}}})??``)+(u(n,`if`).call(s,u(t,`needs`),{name:`if`,hash:{},fn:e.program(15,i,0),inverse:e.noop,data:i,loc:{start:{line:72,column:0},end:{line:83,column:7}}})??``)+(u(n,`if`).call(s,u(t,`capacity`),{name:`if`,hash:{},fn:e.program(18,i,0),inverse:e.noop,data:i,loc:{start:{line:84,column:0},end:{line:107,column:7}}})??``)+`<h2 id="areas">Who decides what</h2>
`+(u(n,`if`).call(s,u(t,`areas`),{name:`if`,hash:{},fn:e.program(25,i,0),inverse:e.program(28,i,0),data:i,loc:{start:{line:109,column:0},end:{line:120,column:7}}})??``)+`<h2 id="backups">Copies of the homes</h2>
`+(u(n,`each`).call(s,u(t,`backups`),{name:`each`,hash:{},fn:e.program(29,i,0),inverse:e.program(30,i,0),data:i,loc:{start:{line:122,column:0},end:{line:126,column:9}}})??``)+`<h2 id="changes">What changes when</h2>
`+(u(n,`if`).call(s,u(t,`changes`),{name:`if`,hash:{},fn:e.program(31,i,0),inverse:e.program(33,i,0),data:i,loc:{start:{line:128,column:0},end:{line:143,column:7}}})??``)},useData:!0}),Fh=H.default.template({0:function(e,t,n,r,i){var a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`about`)||e.strict(t,`about`,{start:{line:6,column:2},end:{line:6,column:7}});return((typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:6,column:0},end:{line:6,column:9}}}):a)??``)+`

`},1:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| [`+(a=l(n,`name`)||o(t,`name`,{start:{line:14,column:5},end:{line:14,column:9}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:14,column:3},end:{line:14,column:11}}}):a)??``)+`](`+(a=l(n,`readme`)||o(t,`readme`,{start:{line:14,column:15},end:{line:14,column:21}}),(typeof a===c?a.call(s,{name:`readme`,hash:{},data:i,loc:{start:{line:14,column:13},end:{line:14,column:23}}}):a)??``)+`) | [`+(a=l(n,`host`)||o(t,`host`,{start:{line:14,column:30},end:{line:14,column:34}}),(typeof a===c?a.call(s,{name:`host`,hash:{},data:i,loc:{start:{line:14,column:28},end:{line:14,column:36}}}):a)??``)+`](`+(a=l(n,`url`)||o(t,`url`,{start:{line:14,column:40},end:{line:14,column:43}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:14,column:38},end:{line:14,column:45}}}):a)??``)+`) | `+(a=l(n,`release`)||o(t,`release`,{start:{line:14,column:51},end:{line:14,column:58}}),(typeof a===c?a.call(s,{name:`release`,hash:{},data:i,loc:{start:{line:14,column:49},end:{line:14,column:60}}}):a)??``)+` | `+(a=l(n,`provider`)||o(t,`provider`,{start:{line:14,column:65},end:{line:14,column:73}}),(typeof a===c?a.call(s,{name:`provider`,hash:{},data:i,loc:{start:{line:14,column:63},end:{line:14,column:75}}}):a)??``)+` | `+(a=l(n,`homes`)||o(t,`homes`,{start:{line:14,column:80},end:{line:14,column:85}}),(typeof a===c?a.call(s,{name:`homes`,hash:{},data:i,loc:{start:{line:14,column:78},end:{line:14,column:87}}}):a)??``)+`, `+(a=l(n,`kept`)||o(t,`kept`,{start:{line:14,column:91},end:{line:14,column:95}}),(typeof a===c?a.call(s,{name:`kept`,hash:{},data:i,loc:{start:{line:14,column:89},end:{line:14,column:97}}}):a)??``)+` |
`},2:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`## Left out

What hubc would add by itself is left out here:

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`leftOut`),{name:`each`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:24,column:0},end:{line:26,column:9}}})??``)+`
`},3:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`stage`)||o(t,`stage`,{start:{line:25,column:4},end:{line:25,column:9}}),(typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:25,column:2},end:{line:25,column:11}}}):a)??``)+`, `+(a=l(n,`what`)||o(t,`what`,{start:{line:25,column:15},end:{line:25,column:19}}),(typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:25,column:13},end:{line:25,column:21}}}):a)??``)+`: `+(a=l(n,`without`)||o(t,`without`,{start:{line:25,column:25},end:{line:25,column:32}}),(typeof a===c?a.call(s,{name:`without`,hash:{},data:i,loc:{start:{line:25,column:23},end:{line:25,column:34}}}):a)??``)+`
`},4:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| Course | From | To | At once |
| --- | --- | --- | ---: |
`+(o(n,`each`).call(a,o(t,`courses`),{name:`each`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:34,column:0},end:{line:36,column:9}}})??``)+(o(n,`if`).call(a,o(t,`notes`),{name:`if`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:37,column:0},end:{line:44,column:7}}})??``)},5:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.strict,c=e.lambda,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(l(n,`if`).call(o,l(t,`page`),{name:`if`,hash:{},fn:e.program(6,i,0),inverse:e.program(7,i,0),data:i,loc:{start:{line:35,column:2},end:{line:35,column:62}}})??``)+` | `+(c(s(l(t,`from`),`words`,{start:{line:35,column:67},end:{line:35,column:77}}),t)??``)+` | `+(c(s(l(t,`to`),`words`,{start:{line:35,column:84},end:{line:35,column:92}}),t)??``)+` | `+(a=l(n,`peak`)||s(t,`peak`,{start:{line:35,column:99},end:{line:35,column:103}}),(typeof a==`function`?a.call(o,{name:`peak`,hash:{},data:i,loc:{start:{line:35,column:97},end:{line:35,column:105}}}):a)??``)+` |
`},6:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`[`+(a=l(n,`title`)||o(t,`title`,{start:{line:35,column:17},end:{line:35,column:22}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:35,column:15},end:{line:35,column:24}}}):a)??``)+`](`+(a=l(n,`page`)||o(t,`page`,{start:{line:35,column:28},end:{line:35,column:32}}),(typeof a===c?a.call(s,{name:`page`,hash:{},data:i,loc:{start:{line:35,column:26},end:{line:35,column:34}}}):a)??``)+`.md)`},7:function(e,t,n,r,i){var a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`title`)||e.strict(t,`title`,{start:{line:35,column:48},end:{line:35,column:53}});return(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`title`,hash:{},data:i,loc:{start:{line:35,column:46},end:{line:35,column:55}}}):a)??``},8:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
Notes in the program:

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`notes`),{name:`each`,hash:{},fn:e.program(9,i,0),inverse:e.noop,data:i,loc:{start:{line:41,column:0},end:{line:43,column:9}}})??``)},9:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`course`)||o(t,`course`,{start:{line:42,column:4},end:{line:42,column:10}}),(typeof a===c?a.call(s,{name:`course`,hash:{},data:i,loc:{start:{line:42,column:2},end:{line:42,column:12}}}):a)??``)+`: `+(a=l(n,`text`)||o(t,`text`,{start:{line:42,column:16},end:{line:42,column:20}}),(typeof a===c?a.call(s,{name:`text`,hash:{},data:i,loc:{start:{line:42,column:14},end:{line:42,column:22}}}):a)??``)+`
`},10:function(e,t,n,r,i){return`No course is on this hub.
`},11:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`## Profiles

What people may choose when their server starts:

| Profile | For | Images | Sizes |
| --- | --- | --- | --- |
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`profiles`),{name:`each`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:56,column:0},end:{line:58,column:9}}})??``)+`
`},12:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(a=l(n,`title`)||o(t,`title`,{start:{line:57,column:4},end:{line:57,column:9}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:57,column:2},end:{line:57,column:11}}}):a)??``)+(l(n,`if`).call(s,l(t,`about`),{name:`if`,hash:{},fn:e.program(13,i,0),inverse:e.noop,data:i,loc:{start:{line:57,column:11},end:{line:57,column:42}}})??``)+` | `+(a=l(n,`who`)||o(t,`who`,{start:{line:57,column:47},end:{line:57,column:50}}),(typeof a===c?a.call(s,{name:`who`,hash:{},data:i,loc:{start:{line:57,column:45},end:{line:57,column:52}}}):a)??``)+` | `+(a=l(n,`images`)||o(t,`images`,{start:{line:57,column:57},end:{line:57,column:63}}),(typeof a===c?a.call(s,{name:`images`,hash:{},data:i,loc:{start:{line:57,column:55},end:{line:57,column:65}}}):a)??``)+` | `+(a=l(n,`sizes`)||o(t,`sizes`,{start:{line:57,column:70},end:{line:57,column:75}}),(typeof a===c?a.call(s,{name:`sizes`,hash:{},data:i,loc:{start:{line:57,column:68},end:{line:57,column:77}}}):a)??``)+` |
`},13:function(e,t,n,r,i){var a;return`: `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`about`)||e.strict(t,`about`,{start:{line:57,column:28},end:{line:57,column:33}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:57,column:26},end:{line:57,column:35}}}):a)??``)},14:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`### `+(a=l(n,`name`)||o(t,`name`,{start:{line:66,column:6},end:{line:66,column:10}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:66,column:4},end:{line:66,column:12}}}):a)??``)+`

\`\`\`sh
`+(a=l(n,`command`)||o(t,`command`,{start:{line:69,column:2},end:{line:69,column:9}}),(typeof a===c?a.call(s,{name:`command`,hash:{},data:i,loc:{start:{line:69,column:0},end:{line:69,column:11}}}):a)??``)+`
\`\`\`

Or:

\`\`\`sh
`+(a=l(n,`script`)||o(t,`script`,{start:{line:75,column:2},end:{line:75,column:8}}),(typeof a===c?a.call(s,{name:`script`,hash:{},data:i,loc:{start:{line:75,column:0},end:{line:75,column:10}}}):a)??``)+`
\`\`\`

`},15:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`## Secrets

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`needs`),{name:`each`,hash:{},fn:e.program(16,i,0),inverse:e.noop,data:i,loc:{start:{line:82,column:0},end:{line:89,column:9}}})??``)},16:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return a=l(n,`stage`)||o(t,`stage`,{start:{line:83,column:2},end:{line:83,column:7}}),((typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:83,column:0},end:{line:83,column:9}}}):a)??``)+`: the Secret `+(a=l(n,`secret`)||o(t,`secret`,{start:{line:83,column:24},end:{line:83,column:30}}),(typeof a===c?a.call(s,{name:`secret`,hash:{},data:i,loc:{start:{line:83,column:22},end:{line:83,column:32}}}):a)??``)+` in `+(a=l(n,`namespace`)||o(t,`namespace`,{start:{line:83,column:38},end:{line:83,column:47}}),(typeof a===c?a.call(s,{name:`namespace`,hash:{},data:i,loc:{start:{line:83,column:36},end:{line:83,column:49}}}):a)??``)+`

`+(l(n,`each`).call(s,l(t,`secrets`),{name:`each`,hash:{},fn:e.program(17,i,0),inverse:e.noop,data:i,loc:{start:{line:85,column:0},end:{line:87,column:9}}})??``)+`
`},17:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`key`)||o(t,`key`,{start:{line:86,column:4},end:{line:86,column:7}}),(typeof a===c?a.call(s,{name:`key`,hash:{},data:i,loc:{start:{line:86,column:2},end:{line:86,column:9}}}):a)??``)+`: `+(a=l(n,`use`)||o(t,`use`,{start:{line:86,column:13},end:{line:86,column:16}}),(typeof a===c?a.call(s,{name:`use`,hash:{},data:i,loc:{start:{line:86,column:11},end:{line:86,column:18}}}):a)??``)+`
`},18:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`## Room and cost

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`capacity`),{name:`each`,hash:{},fn:e.program(19,i,0),inverse:e.noop,data:i,loc:{start:{line:94,column:0},end:{line:107,column:9}}})??``)+`\`hubc capacity\` says how these are worked out, with prices and their dates.

`},19:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return a=s(n,`stage`)||e.strict(t,`stage`,{start:{line:95,column:2},end:{line:95,column:7}}),((typeof a==`function`?a.call(o,{name:`stage`,hash:{},data:i,loc:{start:{line:95,column:0},end:{line:95,column:9}}}):a)??``)+`:

| Pool | Machine | Nodes | People a node | Nodes at peak | A month |
| --- | --- | ---: | ---: | ---: | ---: |
`+(s(n,`each`).call(o,s(t,`pools`),{name:`each`,hash:{},fn:e.program(20,i,0),inverse:e.noop,data:i,loc:{start:{line:99,column:0},end:{line:101,column:9}}})??``)+`
`+(s(n,`if`).call(o,s(t,`cost`),{name:`if`,hash:{},fn:e.program(21,i,0),inverse:e.noop,data:i,loc:{start:{line:103,column:0},end:{line:106,column:7}}})??``)},20:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(a=l(n,`name`)||o(t,`name`,{start:{line:100,column:4},end:{line:100,column:8}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:100,column:2},end:{line:100,column:10}}}):a)??``)+` | `+(a=l(n,`machine`)||o(t,`machine`,{start:{line:100,column:15},end:{line:100,column:22}}),(typeof a===c?a.call(s,{name:`machine`,hash:{},data:i,loc:{start:{line:100,column:13},end:{line:100,column:24}}}):a)??``)+` | `+(a=l(n,`nodes`)||o(t,`nodes`,{start:{line:100,column:29},end:{line:100,column:34}}),(typeof a===c?a.call(s,{name:`nodes`,hash:{},data:i,loc:{start:{line:100,column:27},end:{line:100,column:36}}}):a)??``)+` | `+(a=l(n,`people`)||o(t,`people`,{start:{line:100,column:41},end:{line:100,column:47}}),(typeof a===c?a.call(s,{name:`people`,hash:{},data:i,loc:{start:{line:100,column:39},end:{line:100,column:49}}}):a)??``)+` | `+(a=l(n,`peak`)||o(t,`peak`,{start:{line:100,column:54},end:{line:100,column:58}}),(typeof a===c?a.call(s,{name:`peak`,hash:{},data:i,loc:{start:{line:100,column:52},end:{line:100,column:60}}}):a)??``)+` | `+(a=l(n,`cost`)||o(t,`cost`,{start:{line:100,column:65},end:{line:100,column:69}}),(typeof a===c?a.call(s,{name:`cost`,hash:{},data:i,loc:{start:{line:100,column:63},end:{line:100,column:71}}}):a)??``)+` |
`},21:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`Estimated for nodes alone: `+(a=s(n,`cost`)||e.strict(t,`cost`,{start:{line:104,column:29},end:{line:104,column:33}}),(typeof a==`function`?a.call(o,{name:`cost`,hash:{},data:i,loc:{start:{line:104,column:27},end:{line:104,column:35}}}):a)??``)+`.`+(s(n,`if`).call(o,s(t,`budget`),{name:`if`,hash:{},fn:e.program(22,i,0),inverse:e.noop,data:i,loc:{start:{line:104,column:36},end:{line:104,column:83}}})??``)+`

`},22:function(e,t,n,r,i){var a;return` The budget is `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`budget`)||e.strict(t,`budget`,{start:{line:104,column:67},end:{line:104,column:73}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`budget`,hash:{},data:i,loc:{start:{line:104,column:65},end:{line:104,column:75}}}):a)??``)+`.`},23:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`What is declared in these folders gives their people what the project opens to them, and no more. Everything else is the operators':`+(o(n,`each`).call(a,o(t,`operators`),{name:`each`,hash:{},fn:e.program(24,i,0),inverse:e.noop,data:i,loc:{start:{line:114,column:132},end:{line:114,column:169}}})??``)+`.

`+(o(n,`each`).call(a,o(t,`areas`),{name:`each`,hash:{},fn:e.program(25,i,0),inverse:e.noop,data:i,loc:{start:{line:116,column:0},end:{line:118,column:9}}})??``)+`
Reviews hold only where the repository requires them by \`CODEOWNERS\`, which the build writes.
`},24:function(e,t,n,r,i){return` `+(e.lambda(t,t)??``)},25:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`folder`)||o(t,`folder`,{start:{line:117,column:4},end:{line:117,column:10}}),(typeof a===c?a.call(s,{name:`folder`,hash:{},data:i,loc:{start:{line:117,column:2},end:{line:117,column:12}}}):a)??``)+`: the area `+(a=l(n,`name`)||o(t,`name`,{start:{line:117,column:25},end:{line:117,column:29}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:117,column:23},end:{line:117,column:31}}}):a)??``)+`, reviewed by`+(l(n,`each`).call(s,l(t,`owners`),{name:`each`,hash:{},fn:e.program(24,i,0),inverse:e.noop,data:i,loc:{start:{line:117,column:44},end:{line:117,column:78}}})??``)+`
`},26:function(e,t,n,r,i){return"The project has no areas: whoever can change any `.hub` file of it can give anybody every right on this hub. Where instructors and operators are different people, an `area` of the project keeps a course's folder to what is opened to it.\n"},27:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`stage`)||o(t,`stage`,{start:{line:128,column:4},end:{line:128,column:9}}),(typeof a===c?a.call(s,{name:`stage`,hash:{},data:i,loc:{start:{line:128,column:2},end:{line:128,column:11}}}):a)??``)+`: by the schedule `+(a=l(n,`schedule`)||o(t,`schedule`,{start:{line:128,column:31},end:{line:128,column:39}}),(typeof a===c?a.call(s,{name:`schedule`,hash:{},data:i,loc:{start:{line:128,column:29},end:{line:128,column:41}}}):a)??``)+` (`+(a=l(n,`timezone`)||o(t,`timezone`,{start:{line:128,column:45},end:{line:128,column:53}}),(typeof a===c?a.call(s,{name:`timezone`,hash:{},data:i,loc:{start:{line:128,column:43},end:{line:128,column:55}}}):a)??``)+`) to the storage `+(a=l(n,`storage`)||o(t,`storage`,{start:{line:128,column:74},end:{line:128,column:81}}),(typeof a===c?a.call(s,{name:`storage`,hash:{},data:i,loc:{start:{line:128,column:72},end:{line:128,column:83}}}):a)??``)+`, each kept for `+(a=l(n,`keep`)||o(t,`keep`,{start:{line:128,column:101},end:{line:128,column:105}}),(typeof a===c?a.call(s,{name:`keep`,hash:{},data:i,loc:{start:{line:128,column:99},end:{line:128,column:107}}}):a)??``)+`.
`},28:function(e,t,n,r,i){return`hubc makes none for this hub: see that the storage itself is copied.
`},29:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`Build and deploy on these days: a grant begins and ends only then. Days begin at midnight, `+(a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:136,column:93},end:{line:136,column:101}}),(typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:136,column:91},end:{line:136,column:103}}}):a)??``)+`.

| Day | Stages | What |
| --- | --- | --- |
`+(s(n,`each`).call(o,s(t,`changes`),{name:`each`,hash:{},fn:e.program(30,i,0),inverse:e.noop,data:i,loc:{start:{line:140,column:0},end:{line:142,column:9}}})??``)},30:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(a=l(n,`words`)||o(t,`words`,{start:{line:141,column:4},end:{line:141,column:9}}),(typeof a===c?a.call(s,{name:`words`,hash:{},data:i,loc:{start:{line:141,column:2},end:{line:141,column:11}}}):a)??``)+` | `+(a=l(n,`stages`)||o(t,`stages`,{start:{line:141,column:16},end:{line:141,column:22}}),(typeof a===c?a.call(s,{name:`stages`,hash:{},data:i,loc:{start:{line:141,column:14},end:{line:141,column:24}}}):a)??``)+` | `+(a=l(n,`what`)||o(t,`what`,{start:{line:141,column:29},end:{line:141,column:33}}),(typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:141,column:27},end:{line:141,column:35}}}):a)??``)+` |
`},31:function(e,t,n,r,i){return`Nothing changes by date.
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`# `+(a=l(n,`title`)||o(t,`title`,{start:{line:1,column:4},end:{line:1,column:9}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:1,column:2},end:{line:1,column:11}}}):a)??``)+`

JupyterHub chart `+(a=l(n,`chart`)||o(t,`chart`,{start:{line:3,column:19},end:{line:3,column:24}}),(typeof a===c?a.call(s,{name:`chart`,hash:{},data:i,loc:{start:{line:3,column:17},end:{line:3,column:26}}}):a)??``)+`; outputs in `+(a=l(n,`out`)||o(t,`out`,{start:{line:3,column:41},end:{line:3,column:44}}),(typeof a===c?a.call(s,{name:`out`,hash:{},data:i,loc:{start:{line:3,column:39},end:{line:3,column:46}}}):a)??``)+`, or in the folder of \`build --out\`

`+(l(n,`if`).call(s,l(t,`about`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:5,column:0},end:{line:8,column:7}}})??``)+`## Stages

| Stage | Address | Release and namespace | Cluster | Homes |
| --- | --- | --- | --- | --- |
`+(l(n,`each`).call(s,l(t,`stages`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:13,column:0},end:{line:15,column:9}}})??``)+`
The page of each stage says what it needs and who may sign in.

`+(l(n,`if`).call(s,l(t,`leftOut`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:19,column:0},end:{line:28,column:7}}})??``)+`## Courses

`+(l(n,`if`).call(s,l(t,`courses`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.program(10,i,0),data:i,loc:{start:{line:31,column:0},end:{line:47,column:7}}})??``)+`
`+(l(n,`if`).call(s,l(t,`profiles`),{name:`if`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:49,column:0},end:{line:60,column:7}}})??``)+`## Deploy

Try a change on a stage for trying out before it goes to people. \`hubc deploy\` says what it would do, asks, and does it; where there is no hubc, the script does the same with kubectl and helm alone. Both refuse the context of another cluster. From the project's folder:

`+(l(n,`each`).call(s,l(t,`stages`),{name:`each`,hash:{},fn:e.program(14,i,0),inverse:e.noop,data:i,loc:{start:{line:65,column:0},end:{line:78,column:9}}})??``)+(l(n,`if`).call(s,l(t,`needs`),{name:`if`,hash:{},fn:e.program(15,i,0),inverse:e.noop,data:i,loc:{start:{line:79,column:0},end:{line:90,column:7}}})??``)+(l(n,`if`).call(s,l(t,`capacity`),{name:`if`,hash:{},fn:e.program(18,i,0),inverse:e.noop,data:i,loc:{start:{line:91,column:0},end:{line:110,column:7}}})??``)+`## Who decides what

`+(l(n,`if`).call(s,l(t,`areas`),{name:`if`,hash:{},fn:e.program(23,i,0),inverse:e.program(26,i,0),data:i,loc:{start:{line:113,column:0},end:{line:123,column:7}}})??``)+`
## Copies of the homes

`+(l(n,`each`).call(s,l(t,`backups`),{name:`each`,hash:{},fn:e.program(27,i,0),inverse:e.program(28,i,0),data:i,loc:{start:{line:127,column:0},end:{line:131,column:9}}})??``)+`
## What changes when

`+(l(n,`if`).call(s,l(t,`changes`),{name:`if`,hash:{},fn:e.program(29,i,0),inverse:e.program(31,i,0),data:i,loc:{start:{line:135,column:0},end:{line:145,column:7}}})??``)},useData:!0}),Ih=H.default.template({0:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, `+e.escapeExpression((a=o(n,`people`)||e.strict(t,`people`,{start:{line:2,column:157},end:{line:2,column:163}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`people`,hash:{},data:i,loc:{start:{line:2,column:155},end:{line:2,column:165}}}):a))},1:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p class="about">`+e.escapeExpression((a=o(n,`about`)||e.strict(t,`about`,{start:{line:4,column:19},end:{line:4,column:24}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:4,column:17},end:{line:4,column:26}}}):a))+`</p>
`},2:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p><a class="button" href="`+e.escapeExpression(e.lambda(e.strict(a(t,`hub`),`url`,{start:{line:7,column:29},end:{line:7,column:36}}),t))+`">Open the hub</a></p>
<h2 id="reach">A student's server</h2>
<p>Those who run the hub decide who reaches students' servers there, how large they are, and how long files are kept: ask them.</p>
`},3:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`if`).call(a,o(t,`hasStaff`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.program(5,i,0),data:i,loc:{start:{line:11,column:0},end:{line:24,column:7}}})??``)+`<h2 id="people">Who is who</h2>
<dl>
`+(o(n,`each`).call(a,o(t,`staff`),{name:`each`,hash:{},fn:e.program(6,i,0),inverse:e.noop,data:i,loc:{start:{line:27,column:0},end:{line:30,column:9}}})??``)+(o(n,`each`).call(a,o(t,`students`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.program(9,i,0),data:i,loc:{start:{line:31,column:0},end:{line:37,column:9}}})??``)+`</dl>
`+(o(n,`if`).call(a,o(t,`hasLists`),{name:`if`,hash:{},fn:e.program(10,i,0),inverse:e.noop,data:i,loc:{start:{line:39,column:0},end:{line:41,column:7}}})??``)+(o(n,`if`).call(a,o(t,`workspaces`),{name:`if`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:42,column:0},end:{line:55,column:7}}})??``)},4:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p><a class="button" href="`+l((a=u(n,`admin`)||o(t,`admin`,{start:{line:12,column:29},end:{line:12,column:34}}),typeof a===c?a.call(s,{name:`admin`,hash:{},data:i,loc:{start:{line:12,column:27},end:{line:12,column:36}}}):a))+`">Open the admin page</a></p>
<h2 id="reach">A student's server</h2>
<ol>
<li>Open the <a href="`+l((a=u(n,`admin`)||o(t,`admin`,{start:{line:15,column:24},end:{line:15,column:29}}),typeof a===c?a.call(s,{name:`admin`,hash:{},data:i,loc:{start:{line:15,column:22},end:{line:15,column:31}}}):a))+`">admin page</a> and find the student by name.</li>
<li>If their server is not running, start it.</li>
<li>Follow “Access Server”. You see what they see, and may edit and run it.</li>
</ol>
<p>A server that hangs is stopped there, too. Files stay.</p>
<p>Staff see the admin page, and list, start, stop and enter the servers of `+l((a=u(n,`reach`)||o(t,`reach`,{start:{line:20,column:78},end:{line:20,column:83}}),typeof a===c?a.call(s,{name:`reach`,hash:{},data:i,loc:{start:{line:20,column:76},end:{line:20,column:85}}}):a))+`. They change nothing of the hub itself.</p>
`},5:function(e,t,n,r,i){return`<h2 id="reach">A student's server</h2>
<p>The course names no staff, so nobody but the hub's admins reaches students' servers.</p>
`},6:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>Staff</dt>
<dd><code>`+e.escapeExpression((a=s(n,`name`)||e.strict(t,`name`,{start:{line:29,column:12},end:{line:29,column:16}}),typeof a==`function`?a.call(o,{name:`name`,hash:{},data:i,loc:{start:{line:29,column:10},end:{line:29,column:18}}}):a))+`</code>`+(s(n,`if`).call(o,s(t,`from`),{name:`if`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:29,column:25},end:{line:29,column:54}}})??``)+`</dd>
`},7:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`: `+e.escapeExpression((a=o(n,`from`)||e.strict(t,`from`,{start:{line:29,column:41},end:{line:29,column:45}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`from`,hash:{},data:i,loc:{start:{line:29,column:39},end:{line:29,column:47}}}):a))},8:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>Students</dt>
<dd><code>`+e.escapeExpression((a=s(n,`name`)||e.strict(t,`name`,{start:{line:33,column:12},end:{line:33,column:16}}),typeof a==`function`?a.call(o,{name:`name`,hash:{},data:i,loc:{start:{line:33,column:10},end:{line:33,column:18}}}):a))+`</code>`+(s(n,`if`).call(o,s(t,`from`),{name:`if`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:33,column:25},end:{line:33,column:54}}})??``)+`</dd>
`},9:function(e,t,n,r,i){return`<dt>Students</dt>
<dd>Everybody who signs in to the hub.</dd>
`},10:function(e,t,n,r,i){return`<p>Who joins or leaves a list is in or out when the hub next starts.</p>
`},11:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="workspaces">Team workspaces</h2>
<p>Each is an account of its own, which the members of its group start and enter, and nobody can sign in as.</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="workspaces">
<table class="stacked">
<thead><tr><th scope="col">Workspace</th><th scope="col">Members of</th><th scope="col">Opens at</th></tr></thead>
<tbody>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`workspaces`),{name:`each`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:49,column:0},end:{line:51,column:9}}})??``)+`</tbody>
</table>
</div>
`},12:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row"><code>`+l((a=u(n,`account`)||o(t,`account`,{start:{line:50,column:28},end:{line:50,column:35}}),typeof a===c?a.call(s,{name:`account`,hash:{},data:i,loc:{start:{line:50,column:26},end:{line:50,column:37}}}):a))+`</code></th><td data-head="Members of"><code>`+l((a=u(n,`group`)||o(t,`group`,{start:{line:50,column:84},end:{line:50,column:89}}),typeof a===c?a.call(s,{name:`group`,hash:{},data:i,loc:{start:{line:50,column:82},end:{line:50,column:91}}}):a))+`</code></td><td data-head="Opens at"><a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:50,column:139},end:{line:50,column:142}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:50,column:137},end:{line:50,column:144}}}):a))+`">start `+l((a=u(n,`account`)||o(t,`account`,{start:{line:50,column:154},end:{line:50,column:161}}),typeof a===c?a.call(s,{name:`account`,hash:{},data:i,loc:{start:{line:50,column:152},end:{line:50,column:163}}}):a))+`</a></td></tr>
`},13:function(e,t,n,r,i){return`Links`},14:function(e,t,n,r,i){return`Stages and links`},15:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`if`).call(a,o(t,`external`),{name:`if`,hash:{},fn:e.program(16,i,0),inverse:e.program(17,i,0),data:i,loc:{start:{line:59,column:0},end:{line:64,column:7}}})??``)+(o(n,`if`).call(a,o(t,`material`),{name:`if`,hash:{},fn:e.program(18,i,0),inverse:e.noop,data:i,loc:{start:{line:65,column:0},end:{line:71,column:7}}})??``)},16:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>On <a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:60,column:17},end:{line:60,column:20}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:60,column:15},end:{line:60,column:22}}}):a))+`">`+l((a=u(n,`host`)||o(t,`host`,{start:{line:60,column:26},end:{line:60,column:30}}),typeof a===c?a.call(s,{name:`host`,hash:{},data:i,loc:{start:{line:60,column:24},end:{line:60,column:32}}}):a))+`</a></p>
`},17:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h3><code>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:62,column:12},end:{line:62,column:16}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:62,column:10},end:{line:62,column:18}}}):a))+`</code>, `+l((a=u(n,`use`)||o(t,`use`,{start:{line:62,column:29},end:{line:62,column:32}}),typeof a===c?a.call(s,{name:`use`,hash:{},data:i,loc:{start:{line:62,column:27},end:{line:62,column:34}}}):a))+`</h3>
<p><a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:63,column:14},end:{line:63,column:17}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:63,column:12},end:{line:63,column:19}}}):a))+`">`+l((a=u(n,`host`)||o(t,`host`,{start:{line:63,column:23},end:{line:63,column:27}}),typeof a===c?a.call(s,{name:`host`,hash:{},data:i,loc:{start:{line:63,column:21},end:{line:63,column:29}}}):a))+`</a>, its <a href="`+l((a=u(n,`admin`)||o(t,`admin`,{start:{line:63,column:50},end:{line:63,column:55}}),typeof a===c?a.call(s,{name:`admin`,hash:{},data:i,loc:{start:{line:63,column:48},end:{line:63,column:57}}}):a))+`">admin page</a></p>
`},18:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<ul class="links">
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`material`),{name:`each`,hash:{},fn:e.program(19,i,0),inverse:e.noop,data:i,loc:{start:{line:67,column:0},end:{line:69,column:9}}})??``)+`</ul>
`},19:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li><a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:68,column:15},end:{line:68,column:18}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:68,column:13},end:{line:68,column:20}}}):a))+`">`+l((a=u(n,`name`)||o(t,`name`,{start:{line:68,column:24},end:{line:68,column:28}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:68,column:22},end:{line:68,column:30}}}):a))+`</a></li>
`},20:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="week">Every week</h2>
<dl>
`+(s(n,`each`).call(o,s(t,`weekly`),{name:`each`,hash:{},fn:e.program(21,i,0),inverse:e.noop,data:i,loc:{start:{line:77,column:0},end:{line:80,column:9}}})??``)+`</dl>
<p class="quiet">In `+e.escapeExpression((a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:82,column:22},end:{line:82,column:30}}),typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:82,column:20},end:{line:82,column:32}}}):a))+`.</p>
`},21:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`what`)||o(t,`what`,{start:{line:78,column:6},end:{line:78,column:10}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:78,column:4},end:{line:78,column:12}}}):a))+`</dt>
<dd>`+l((a=u(n,`when`)||o(t,`when`,{start:{line:79,column:6},end:{line:79,column:10}}),typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:79,column:4},end:{line:79,column:12}}}):a))+`, `+l((a=u(n,`note`)||o(t,`note`,{start:{line:79,column:16},end:{line:79,column:20}}),typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:79,column:14},end:{line:79,column:22}}}):a))+(u(n,`if`).call(s,u(t,`place`),{name:`if`,hash:{},fn:e.program(22,i,0),inverse:e.noop,data:i,loc:{start:{line:79,column:22},end:{line:79,column:53}}})??``)+(u(n,`if`).call(s,u(t,`form`),{name:`if`,hash:{},fn:e.program(23,i,0),inverse:e.noop,data:i,loc:{start:{line:79,column:53},end:{line:79,column:114}}})??``)+`</dd>
`},22:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, `+e.escapeExpression((a=o(n,`place`)||e.strict(t,`place`,{start:{line:79,column:39},end:{line:79,column:44}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`place`,hash:{},data:i,loc:{start:{line:79,column:37},end:{line:79,column:46}}}):a))},23:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, <a href="`+l((a=u(n,`form`)||o(t,`form`,{start:{line:79,column:78},end:{line:79,column:82}}),typeof a===c?a.call(s,{name:`form`,hash:{},data:i,loc:{start:{line:79,column:76},end:{line:79,column:84}}}):a))+`">form for `+l((a=u(n,`what`)||o(t,`what`,{start:{line:79,column:97},end:{line:79,column:101}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:79,column:95},end:{line:79,column:103}}}):a))+`</a>`},24:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="dates">Dates</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="dates">
<table class="stacked">
<caption>In `+e.escapeExpression((a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:88,column:14},end:{line:88,column:22}}),typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:88,column:12},end:{line:88,column:24}}}):a))+`</caption>
<thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">What is set</th></tr></thead>
<tbody>
`+(s(n,`each`).call(o,s(t,`dates`),{name:`each`,hash:{},fn:e.program(25,i,0),inverse:e.noop,data:i,loc:{start:{line:91,column:0},end:{line:93,column:9}}})??``)+`</tbody>
</table>
</div>
`},25:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row"><time datetime="`+l((a=u(n,`iso`)||o(t,`iso`,{start:{line:92,column:38},end:{line:92,column:41}}),typeof a===c?a.call(s,{name:`iso`,hash:{},data:i,loc:{start:{line:92,column:36},end:{line:92,column:43}}}):a))+`">`+l((a=u(n,`when`)||o(t,`when`,{start:{line:92,column:47},end:{line:92,column:51}}),typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:92,column:45},end:{line:92,column:53}}}):a))+`</time></th><td data-head="What">`+l((a=u(n,`what`)||o(t,`what`,{start:{line:92,column:88},end:{line:92,column:92}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:92,column:86},end:{line:92,column:94}}}):a))+`</td><td data-head="What is set">`+l((a=u(n,`note`)||o(t,`note`,{start:{line:92,column:129},end:{line:92,column:133}}),typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:92,column:127},end:{line:92,column:135}}}):a))+`</td></tr>
`},26:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="changes">What changes when</h2>
<p>Each holds once the hub is built for the day and deployed.</p>
<dl>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`changes`),{name:`each`,hash:{},fn:e.program(27,i,0),inverse:e.noop,data:i,loc:{start:{line:102,column:0},end:{line:105,column:9}}})??``)+`</dl>
`},27:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt><time datetime="`+l((a=u(n,`iso`)||o(t,`iso`,{start:{line:103,column:22},end:{line:103,column:25}}),typeof a===c?a.call(s,{name:`iso`,hash:{},data:i,loc:{start:{line:103,column:20},end:{line:103,column:27}}}):a))+`">`+l((a=u(n,`words`)||o(t,`words`,{start:{line:103,column:31},end:{line:103,column:36}}),typeof a===c?a.call(s,{name:`words`,hash:{},data:i,loc:{start:{line:103,column:29},end:{line:103,column:38}}}):a))+`</time></dt>
<dd>`+l((a=u(n,`what`)||o(t,`what`,{start:{line:104,column:6},end:{line:104,column:10}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:104,column:4},end:{line:104,column:12}}}):a))+`</dd>
`},28:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="work">Assignments</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="work">
<table class="stacked">
<thead><tr><th scope="col">Assignment</th><th scope="col">Due</th><th scope="col">Handed in</th></tr></thead>
<tbody>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`work`),{name:`each`,hash:{},fn:e.program(29,i,0),inverse:e.noop,data:i,loc:{start:{line:114,column:0},end:{line:116,column:9}}})??``)+`</tbody>
</table>
</div>
`},29:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row">`+l((a=u(n,`title`)||o(t,`title`,{start:{line:115,column:22},end:{line:115,column:27}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:115,column:20},end:{line:115,column:29}}}):a))+`</th><td data-head="Due">`+l((a=u(n,`due`)||o(t,`due`,{start:{line:115,column:56},end:{line:115,column:59}}),typeof a===c?a.call(s,{name:`due`,hash:{},data:i,loc:{start:{line:115,column:54},end:{line:115,column:61}}}):a))+`</td><td data-head="Handed in">`+(u(n,`if`).call(s,u(t,`url`),{name:`if`,hash:{},fn:e.program(30,i,0),inverse:e.noop,data:i,loc:{start:{line:115,column:92},end:{line:115,column:155}}})??``)+`</td></tr>
`},30:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:115,column:114},end:{line:115,column:117}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:115,column:112},end:{line:115,column:119}}}):a))+`">`+l((a=u(n,`title`)||o(t,`title`,{start:{line:115,column:123},end:{line:115,column:128}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:115,column:121},end:{line:115,column:130}}}):a))+` in Gradescope</a>`},31:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="pages">More of the course</h2>
<ul class="links">
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`pages`),{name:`each`,hash:{},fn:e.program(32,i,0),inverse:e.noop,data:i,loc:{start:{line:124,column:0},end:{line:126,column:9}}})??``)+`</ul>
`},32:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li><a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:125,column:15},end:{line:125,column:18}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:125,column:13},end:{line:125,column:20}}}):a))+`">`+l((a=u(n,`title`)||o(t,`title`,{start:{line:125,column:24},end:{line:125,column:29}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:125,column:22},end:{line:125,column:31}}}):a))+`</a></li>
`},33:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=e.escapeExpression,c=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="hub">The hub itself</h2>
<p>Questions and trouble with the hub go to <a href="`+s(o(a(c(t,`contact`),`url`,{start:{line:131,column:55},end:{line:131,column:66}}),t))+`">`+s(o(a(c(t,`contact`),`title`,{start:{line:131,column:72},end:{line:131,column:85}}),t))+`</a>.</p>
`},34:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="server">A student's server has</h2>
<dl>
`+(o(n,`each`).call(a,o(o(t,`server`),`facts`),{name:`each`,hash:{},fn:e.program(35,i,0),inverse:e.noop,data:i,loc:{start:{line:136,column:0},end:{line:139,column:9}}})??``)+(o(n,`each`).call(a,o(o(t,`server`),`shared`),{name:`each`,hash:{},fn:e.program(36,i,0),inverse:e.noop,data:i,loc:{start:{line:140,column:0},end:{line:143,column:9}}})??``)+(o(n,`if`).call(a,o(o(t,`server`),`image`),{name:`if`,hash:{},fn:e.program(37,i,0),inverse:e.noop,data:i,loc:{start:{line:144,column:0},end:{line:147,column:7}}})??``)+(o(n,`each`).call(a,o(o(t,`server`),`packages`),{name:`each`,hash:{},fn:e.program(38,i,0),inverse:e.noop,data:i,loc:{start:{line:148,column:0},end:{line:151,column:9}}})??``)+`</dl>
`},35:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:137,column:6},end:{line:137,column:10}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:137,column:4},end:{line:137,column:12}}}):a))+`</dt>
<dd>`+l((a=u(n,`value`)||o(t,`value`,{start:{line:138,column:6},end:{line:138,column:11}}),typeof a===c?a.call(s,{name:`value`,hash:{},data:i,loc:{start:{line:138,column:4},end:{line:138,column:13}}}):a))+`</dd>
`},36:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>Shared folder</dt>
<dd><code>`+l((a=u(n,`path`)||o(t,`path`,{start:{line:142,column:12},end:{line:142,column:16}}),typeof a===c?a.call(s,{name:`path`,hash:{},data:i,loc:{start:{line:142,column:10},end:{line:142,column:18}}}):a))+`</code>. `+l((a=u(n,`who`)||o(t,`who`,{start:{line:142,column:29},end:{line:142,column:32}}),typeof a===c?a.call(s,{name:`who`,hash:{},data:i,loc:{start:{line:142,column:27},end:{line:142,column:34}}}):a))+`</dd>
`},37:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>Software</dt>
<dd>The image <code>`+e.escapeExpression(e.lambda(e.strict(a(t,`server`),`image`,{start:{line:146,column:22},end:{line:146,column:34}}),t))+`</code></dd>
`},38:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>Installed, `+l((a=u(n,`title`)||o(t,`title`,{start:{line:149,column:17},end:{line:149,column:22}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:149,column:15},end:{line:149,column:24}}}):a))+`</dt>
<dd>`+l((a=u(n,`packages`)||o(t,`packages`,{start:{line:150,column:6},end:{line:150,column:14}}),typeof a===c?a.call(s,{name:`packages`,hash:{},data:i,loc:{start:{line:150,column:4},end:{line:150,column:16}}}):a))+`</dd>
`},39:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=e.escapeExpression,c=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>The course is on the hub until <time datetime="`+s(o(a(c(t,`last`),`iso`,{start:{line:155,column:52},end:{line:155,column:60}}),t))+`">`+s(o(a(c(t,`last`),`words`,{start:{line:155,column:66},end:{line:155,column:76}}),t))+`</time>`+(c(n,`if`).call(t??(e.nullContext||{}),c(t,`hasStaff`),{name:`if`,hash:{},fn:e.program(40,i,0),inverse:e.noop,data:i,loc:{start:{line:155,column:85},end:{line:155,column:131}}})??``)+`.</p>
`},40:function(e,t,n,r,i){return`: its roles end with it`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=e.escapeExpression,l=e.lambda,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h1>`+c((a=u(n,`title`)||o(t,`title`,{start:{line:1,column:6},end:{line:1,column:11}}),typeof a==`function`?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:1,column:4},end:{line:1,column:13}}}):a))+`: for staff</h1>
<p class="quiet"><time datetime="`+c(l(o(u(u(t,`term`),`from`),`iso`,{start:{line:2,column:35},end:{line:2,column:48}}),t))+`">`+c(l(o(u(u(t,`term`),`from`),`words`,{start:{line:2,column:54},end:{line:2,column:69}}),t))+`</time> to <time datetime="`+c(l(o(u(u(t,`term`),`to`),`iso`,{start:{line:2,column:100},end:{line:2,column:111}}),t))+`">`+c(l(o(u(u(t,`term`),`to`),`words`,{start:{line:2,column:117},end:{line:2,column:130}}),t))+`</time>`+(u(n,`if`).call(s,u(t,`people`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:2,column:139},end:{line:2,column:172}}})??``)+`</p>
`+(u(n,`if`).call(s,u(t,`about`),{name:`if`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:3,column:0},end:{line:5,column:7}}})??``)+(u(n,`if`).call(s,u(t,`external`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.program(3,i,0),data:i,loc:{start:{line:6,column:0},end:{line:56,column:7}}})??``)+`<h2 id="stages">`+(u(n,`if`).call(s,u(t,`external`),{name:`if`,hash:{},fn:e.program(13,i,0),inverse:e.program(14,i,0),data:i,loc:{start:{line:57,column:16},end:{line:57,column:68}}})??``)+`</h2>
`+(u(n,`each`).call(s,u(t,`stages`),{name:`each`,hash:{},fn:e.program(15,i,0),inverse:e.noop,data:i,loc:{start:{line:58,column:0},end:{line:72,column:9}}})??``)+`<p>All links to paste into a page or a forum: <a href="../links.html">links.html</a>, <a href="../links.md">links.md</a>, <a href="../links.csv">links.csv</a>.</p>
`+(u(n,`if`).call(s,u(t,`weekly`),{name:`if`,hash:{},fn:e.program(20,i,0),inverse:e.noop,data:i,loc:{start:{line:74,column:0},end:{line:83,column:7}}})??``)+(u(n,`if`).call(s,u(t,`dates`),{name:`if`,hash:{},fn:e.program(24,i,0),inverse:e.noop,data:i,loc:{start:{line:84,column:0},end:{line:97,column:7}}})??``)+(u(n,`if`).call(s,u(t,`changes`),{name:`if`,hash:{},fn:e.program(26,i,0),inverse:e.noop,data:i,loc:{start:{line:98,column:0},end:{line:107,column:7}}})??``)+(u(n,`if`).call(s,u(t,`work`),{name:`if`,hash:{},fn:e.program(28,i,0),inverse:e.noop,data:i,loc:{start:{line:108,column:0},end:{line:120,column:7}}})??``)+(u(n,`if`).call(s,u(t,`pages`),{name:`if`,hash:{},fn:e.program(31,i,0),inverse:e.noop,data:i,loc:{start:{line:121,column:0},end:{line:128,column:7}}})??``)+(u(n,`if`).call(s,u(t,`contact`),{name:`if`,hash:{},fn:e.program(33,i,0),inverse:e.noop,data:i,loc:{start:{line:129,column:0},end:{line:132,column:7}}})??``)+(u(n,`if`).call(s,u(u(t,`server`),`known`),{name:`if`,hash:{},fn:e.program(34,i,0),inverse:e.noop,data:i,loc:{start:{line:133,column:0},end:{line:153,column:7}}})??``)+(u(n,`unless`).call(s,u(t,`external`),{name:`unless`,hash:{},fn:e.program(39,i,0),inverse:e.noop,data:i,loc:{start:{line:154,column:0},end:{line:156,column:11}}})??``)},useData:!0}),Lh=H.default.template({0:function(e,t,n,r,i){var a;return`, `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`people`)||e.strict(t,`people`,{start:{line:3,column:58},end:{line:3,column:64}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`people`,hash:{},data:i,loc:{start:{line:3,column:56},end:{line:3,column:66}}}):a)??``)},1:function(e,t,n,r,i){var a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`about`)||e.strict(t,`about`,{start:{line:6,column:2},end:{line:6,column:7}});return((typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:6,column:0},end:{line:6,column:9}}}):a)??``)+`

`},2:function(e,t,n,r,i){return`Those who run the hub decide who reaches students' servers there, how large they are, and how long files are kept: ask them.
`},3:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`if`).call(a,o(t,`hasStaff`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.program(5,i,0),data:i,loc:{start:{line:14,column:0},end:{line:24,column:7}}})??``)+`
## Who is who

`+(o(n,`each`).call(a,o(t,`staff`),{name:`each`,hash:{},fn:e.program(6,i,0),inverse:e.noop,data:i,loc:{start:{line:28,column:0},end:{line:30,column:9}}})??``)+(o(n,`each`).call(a,o(t,`students`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.program(9,i,0),data:i,loc:{start:{line:31,column:0},end:{line:35,column:9}}})??``)+(o(n,`if`).call(a,o(t,`hasLists`),{name:`if`,hash:{},fn:e.program(10,i,0),inverse:e.noop,data:i,loc:{start:{line:36,column:0},end:{line:39,column:7}}})??``)+(o(n,`if`).call(a,o(t,`workspaces`),{name:`if`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:40,column:0},end:{line:51,column:7}}})??``)},4:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`1. Open the [admin page](`+(a=l(n,`admin`)||o(t,`admin`,{start:{line:15,column:27},end:{line:15,column:32}}),(typeof a===c?a.call(s,{name:`admin`,hash:{},data:i,loc:{start:{line:15,column:25},end:{line:15,column:34}}}):a)??``)+`) and find the student by name.
2. If their server is not running, start it.
3. Follow "Access Server". You see what they see, and may edit and run it.

A server that hangs is stopped there, too. Files stay.

Staff see the admin page, and list, start, stop and enter the servers of `+(a=l(n,`reach`)||o(t,`reach`,{start:{line:21,column:75},end:{line:21,column:80}}),(typeof a===c?a.call(s,{name:`reach`,hash:{},data:i,loc:{start:{line:21,column:73},end:{line:21,column:82}}}):a)??``)+`. They change nothing of the hub itself.
`},5:function(e,t,n,r,i){return`The course names no staff, so nobody but the hub's admins reaches students' servers.
`},6:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- Staff: `+(a=s(n,`name`)||e.strict(t,`name`,{start:{line:29,column:11},end:{line:29,column:15}}),(typeof a==`function`?a.call(o,{name:`name`,hash:{},data:i,loc:{start:{line:29,column:9},end:{line:29,column:17}}}):a)??``)+(s(n,`if`).call(o,s(t,`from`),{name:`if`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:29,column:17},end:{line:29,column:46}}})??``)+`
`},7:function(e,t,n,r,i){var a;return`: `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`from`)||e.strict(t,`from`,{start:{line:29,column:33},end:{line:29,column:37}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`from`,hash:{},data:i,loc:{start:{line:29,column:31},end:{line:29,column:39}}}):a)??``)},8:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- Students: `+(a=s(n,`name`)||e.strict(t,`name`,{start:{line:32,column:14},end:{line:32,column:18}}),(typeof a==`function`?a.call(o,{name:`name`,hash:{},data:i,loc:{start:{line:32,column:12},end:{line:32,column:20}}}):a)??``)+(s(n,`if`).call(o,s(t,`from`),{name:`if`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:32,column:20},end:{line:32,column:49}}})??``)+`
`},9:function(e,t,n,r,i){return`- Students: everybody who signs in to the hub.
`},10:function(e,t,n,r,i){return`
Who joins or leaves a list is in or out when the hub next starts.
`},11:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Team workspaces

Each is an account of its own, which the members of its group start and enter, and nobody can sign in as.

| Workspace | Members of | Opens at |
| --- | --- | --- |
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`workspaces`),{name:`each`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:48,column:0},end:{line:50,column:9}}})??``)},12:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(a=l(n,`account`)||o(t,`account`,{start:{line:49,column:4},end:{line:49,column:11}}),(typeof a===c?a.call(s,{name:`account`,hash:{},data:i,loc:{start:{line:49,column:2},end:{line:49,column:13}}}):a)??``)+` | `+(a=l(n,`group`)||o(t,`group`,{start:{line:49,column:18},end:{line:49,column:23}}),(typeof a===c?a.call(s,{name:`group`,hash:{},data:i,loc:{start:{line:49,column:16},end:{line:49,column:25}}}):a)??``)+` | [start](`+(a=l(n,`url`)||o(t,`url`,{start:{line:49,column:38},end:{line:49,column:41}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:49,column:36},end:{line:49,column:43}}}):a)??``)+`) |
`},13:function(e,t,n,r,i){return`Links`},14:function(e,t,n,r,i){return`Stages and links`},15:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`if`).call(a,o(t,`external`),{name:`if`,hash:{},fn:e.program(16,i,0),inverse:e.program(17,i,0),data:i,loc:{start:{line:57,column:0},end:{line:63,column:7}}})??``)+`
`+(o(n,`each`).call(a,o(t,`material`),{name:`each`,hash:{},fn:e.program(18,i,0),inverse:e.noop,data:i,loc:{start:{line:65,column:0},end:{line:67,column:9}}})??``)+`
`},16:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`On [`+(a=l(n,`host`)||o(t,`host`,{start:{line:58,column:6},end:{line:58,column:10}}),(typeof a===c?a.call(s,{name:`host`,hash:{},data:i,loc:{start:{line:58,column:4},end:{line:58,column:12}}}):a)??``)+`](`+(a=l(n,`url`)||o(t,`url`,{start:{line:58,column:16},end:{line:58,column:19}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:58,column:14},end:{line:58,column:21}}}):a)??``)+`)
`},17:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`### `+(a=l(n,`name`)||o(t,`name`,{start:{line:60,column:6},end:{line:60,column:10}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:60,column:4},end:{line:60,column:12}}}):a)??``)+`, `+(a=l(n,`use`)||o(t,`use`,{start:{line:60,column:16},end:{line:60,column:19}}),(typeof a===c?a.call(s,{name:`use`,hash:{},data:i,loc:{start:{line:60,column:14},end:{line:60,column:21}}}):a)??``)+`

[`+(a=l(n,`host`)||o(t,`host`,{start:{line:62,column:3},end:{line:62,column:7}}),(typeof a===c?a.call(s,{name:`host`,hash:{},data:i,loc:{start:{line:62,column:1},end:{line:62,column:9}}}):a)??``)+`](`+(a=l(n,`url`)||o(t,`url`,{start:{line:62,column:13},end:{line:62,column:16}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:62,column:11},end:{line:62,column:18}}}):a)??``)+`), its [admin page](`+(a=l(n,`admin`)||o(t,`admin`,{start:{line:62,column:40},end:{line:62,column:45}}),(typeof a===c?a.call(s,{name:`admin`,hash:{},data:i,loc:{start:{line:62,column:38},end:{line:62,column:47}}}):a)??``)+`)
`},18:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- [`+(a=l(n,`name`)||o(t,`name`,{start:{line:66,column:5},end:{line:66,column:9}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:66,column:3},end:{line:66,column:11}}}):a)??``)+`](`+(a=l(n,`url`)||o(t,`url`,{start:{line:66,column:15},end:{line:66,column:18}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:66,column:13},end:{line:66,column:20}}}):a)??``)+`)
`},19:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Every week

`+(s(n,`each`).call(o,s(t,`weekly`),{name:`each`,hash:{},fn:e.program(20,i,0),inverse:e.noop,data:i,loc:{start:{line:75,column:0},end:{line:77,column:9}}})??``)+`
In `+(a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:79,column:5},end:{line:79,column:13}}),(typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:79,column:3},end:{line:79,column:15}}}):a)??``)+`.
`},20:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`what`)||o(t,`what`,{start:{line:76,column:4},end:{line:76,column:8}}),(typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:76,column:2},end:{line:76,column:10}}}):a)??``)+`: `+(a=l(n,`when`)||o(t,`when`,{start:{line:76,column:14},end:{line:76,column:18}}),(typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:76,column:12},end:{line:76,column:20}}}):a)??``)+`, `+(a=l(n,`note`)||o(t,`note`,{start:{line:76,column:24},end:{line:76,column:28}}),(typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:76,column:22},end:{line:76,column:30}}}):a)??``)+(l(n,`if`).call(s,l(t,`place`),{name:`if`,hash:{},fn:e.program(21,i,0),inverse:e.noop,data:i,loc:{start:{line:76,column:30},end:{line:76,column:61}}})??``)+(l(n,`if`).call(s,l(t,`form`),{name:`if`,hash:{},fn:e.program(22,i,0),inverse:e.noop,data:i,loc:{start:{line:76,column:61},end:{line:76,column:98}}})??``)+`
`},21:function(e,t,n,r,i){var a;return`, `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`place`)||e.strict(t,`place`,{start:{line:76,column:47},end:{line:76,column:52}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`place`,hash:{},data:i,loc:{start:{line:76,column:45},end:{line:76,column:54}}}):a)??``)},22:function(e,t,n,r,i){var a;return`, [form](`+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`form`)||e.strict(t,`form`,{start:{line:76,column:84},end:{line:76,column:88}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`form`,hash:{},data:i,loc:{start:{line:76,column:82},end:{line:76,column:90}}}):a)??``)+`)`},23:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Dates

| When (`+(a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:85,column:10},end:{line:85,column:18}}),(typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:85,column:8},end:{line:85,column:20}}}):a)??``)+`) | What | What is set |
| --- | --- | --- |
`+(s(n,`each`).call(o,s(t,`dates`),{name:`each`,hash:{},fn:e.program(24,i,0),inverse:e.noop,data:i,loc:{start:{line:87,column:0},end:{line:89,column:9}}})??``)},24:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(a=l(n,`when`)||o(t,`when`,{start:{line:88,column:4},end:{line:88,column:8}}),(typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:88,column:2},end:{line:88,column:10}}}):a)??``)+` | `+(a=l(n,`what`)||o(t,`what`,{start:{line:88,column:15},end:{line:88,column:19}}),(typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:88,column:13},end:{line:88,column:21}}}):a)??``)+` | `+(a=l(n,`note`)||o(t,`note`,{start:{line:88,column:26},end:{line:88,column:30}}),(typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:88,column:24},end:{line:88,column:32}}}):a)??``)+` |
`},25:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## What changes when

Each holds once the hub is built for the day and deployed.

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`changes`),{name:`each`,hash:{},fn:e.program(26,i,0),inverse:e.noop,data:i,loc:{start:{line:97,column:0},end:{line:99,column:9}}})??``)},26:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`words`)||o(t,`words`,{start:{line:98,column:4},end:{line:98,column:9}}),(typeof a===c?a.call(s,{name:`words`,hash:{},data:i,loc:{start:{line:98,column:2},end:{line:98,column:11}}}):a)??``)+`: `+(a=l(n,`what`)||o(t,`what`,{start:{line:98,column:15},end:{line:98,column:19}}),(typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:98,column:13},end:{line:98,column:21}}}):a)??``)+`
`},27:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Assignments

| Assignment | Due | Handed in |
| --- | --- | --- |
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`work`),{name:`each`,hash:{},fn:e.program(28,i,0),inverse:e.noop,data:i,loc:{start:{line:107,column:0},end:{line:109,column:9}}})??``)},28:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(a=l(n,`title`)||o(t,`title`,{start:{line:108,column:4},end:{line:108,column:9}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:108,column:2},end:{line:108,column:11}}}):a)??``)+` | `+(a=l(n,`due`)||o(t,`due`,{start:{line:108,column:16},end:{line:108,column:19}}),(typeof a===c?a.call(s,{name:`due`,hash:{},data:i,loc:{start:{line:108,column:14},end:{line:108,column:21}}}):a)??``)+` | `+(l(n,`if`).call(s,l(t,`url`),{name:`if`,hash:{},fn:e.program(29,i,0),inverse:e.noop,data:i,loc:{start:{line:108,column:24},end:{line:108,column:63}}})??``)+` |
`},29:function(e,t,n,r,i){var a;return`[Gradescope](`+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`url`)||e.strict(t,`url`,{start:{line:108,column:50},end:{line:108,column:53}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`url`,hash:{},data:i,loc:{start:{line:108,column:48},end:{line:108,column:55}}}):a)??``)+`)`},30:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## More of the course

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`pages`),{name:`each`,hash:{},fn:e.program(31,i,0),inverse:e.noop,data:i,loc:{start:{line:115,column:0},end:{line:117,column:9}}})??``)},31:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- [`+(a=l(n,`title`)||o(t,`title`,{start:{line:116,column:5},end:{line:116,column:10}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:116,column:3},end:{line:116,column:12}}}):a)??``)+`](`+(a=l(n,`url`)||o(t,`url`,{start:{line:116,column:16},end:{line:116,column:19}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:116,column:14},end:{line:116,column:21}}}):a)??``)+`)
`},32:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## The hub itself

Questions and trouble with the hub go to [`+(o(a(s(t,`contact`),`title`,{start:{line:123,column:44},end:{line:123,column:57}}),t)??``)+`](`+(o(a(s(t,`contact`),`url`,{start:{line:123,column:63},end:{line:123,column:74}}),t)??``)+`).
`},33:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## A student's server has

`+(o(n,`each`).call(a,o(o(t,`server`),`facts`),{name:`each`,hash:{},fn:e.program(34,i,0),inverse:e.noop,data:i,loc:{start:{line:129,column:0},end:{line:131,column:9}}})??``)+(o(n,`each`).call(a,o(o(t,`server`),`shared`),{name:`each`,hash:{},fn:e.program(35,i,0),inverse:e.noop,data:i,loc:{start:{line:132,column:0},end:{line:134,column:9}}})??``)+(o(n,`if`).call(a,o(o(t,`server`),`image`),{name:`if`,hash:{},fn:e.program(36,i,0),inverse:e.noop,data:i,loc:{start:{line:135,column:0},end:{line:137,column:7}}})??``)+(o(n,`each`).call(a,o(o(t,`server`),`packages`),{name:`each`,hash:{},fn:e.program(37,i,0),inverse:e.noop,data:i,loc:{start:{line:138,column:0},end:{line:140,column:9}}})??``)},34:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **`+(a=l(n,`name`)||o(t,`name`,{start:{line:130,column:6},end:{line:130,column:10}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:130,column:4},end:{line:130,column:12}}}):a)??``)+`**: `+(a=l(n,`value`)||o(t,`value`,{start:{line:130,column:18},end:{line:130,column:23}}),(typeof a===c?a.call(s,{name:`value`,hash:{},data:i,loc:{start:{line:130,column:16},end:{line:130,column:25}}}):a)??``)+`
`},35:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **Shared folder**: `+(a=l(n,`path`)||o(t,`path`,{start:{line:133,column:23},end:{line:133,column:27}}),(typeof a===c?a.call(s,{name:`path`,hash:{},data:i,loc:{start:{line:133,column:21},end:{line:133,column:29}}}):a)??``)+`. `+(a=l(n,`who`)||o(t,`who`,{start:{line:133,column:33},end:{line:133,column:36}}),(typeof a===c?a.call(s,{name:`who`,hash:{},data:i,loc:{start:{line:133,column:31},end:{line:133,column:38}}}):a)??``)+`
`},36:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **Software**: the image `+(e.lambda(e.strict(a(t,`server`),`image`,{start:{line:136,column:28},end:{line:136,column:40}}),t)??``)+`
`},37:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **Installed, `+(a=l(n,`title`)||o(t,`title`,{start:{line:139,column:17},end:{line:139,column:22}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:139,column:15},end:{line:139,column:24}}}):a)??``)+`**: `+(a=l(n,`packages`)||o(t,`packages`,{start:{line:139,column:30},end:{line:139,column:38}}),(typeof a===c?a.call(s,{name:`packages`,hash:{},data:i,loc:{start:{line:139,column:28},end:{line:139,column:40}}}):a)??``)+`
`},38:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
The course is on the hub until `+(e.lambda(e.strict(a(t,`last`),`words`,{start:{line:144,column:33},end:{line:144,column:43}}),t)??``)+(a(n,`if`).call(t??(e.nullContext||{}),a(t,`hasStaff`),{name:`if`,hash:{},fn:e.program(39,i,0),inverse:e.noop,data:i,loc:{start:{line:144,column:45},end:{line:144,column:91}}})??``)+`.
`},39:function(e,t,n,r,i){return`: its roles end with it`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=e.lambda,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`# `+(a=l(n,`title`)||o(t,`title`,{start:{line:1,column:4},end:{line:1,column:9}}),(typeof a==`function`?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:1,column:2},end:{line:1,column:11}}}):a)??``)+`: for staff

`+(c(o(l(l(t,`term`),`from`),`words`,{start:{line:3,column:2},end:{line:3,column:17}}),t)??``)+` to `+(c(o(l(l(t,`term`),`to`),`words`,{start:{line:3,column:25},end:{line:3,column:38}}),t)??``)+(l(n,`if`).call(s,l(t,`people`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:3,column:40},end:{line:3,column:73}}})??``)+`

`+(l(n,`if`).call(s,l(t,`about`),{name:`if`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:5,column:0},end:{line:8,column:7}}})??``)+`## A student's server

`+(l(n,`if`).call(s,l(t,`external`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.program(3,i,0),data:i,loc:{start:{line:11,column:0},end:{line:52,column:7}}})??``)+`
## `+(l(n,`if`).call(s,l(t,`external`),{name:`if`,hash:{},fn:e.program(13,i,0),inverse:e.program(14,i,0),data:i,loc:{start:{line:54,column:3},end:{line:54,column:55}}})??``)+`

`+(l(n,`each`).call(s,l(t,`stages`),{name:`each`,hash:{},fn:e.program(15,i,0),inverse:e.noop,data:i,loc:{start:{line:56,column:0},end:{line:69,column:9}}})??``)+`All links to paste into a page or a forum: [links.md](../links.md), [links.csv](../links.csv).
`+(l(n,`if`).call(s,l(t,`weekly`),{name:`if`,hash:{},fn:e.program(19,i,0),inverse:e.noop,data:i,loc:{start:{line:71,column:0},end:{line:80,column:7}}})??``)+(l(n,`if`).call(s,l(t,`dates`),{name:`if`,hash:{},fn:e.program(23,i,0),inverse:e.noop,data:i,loc:{start:{line:81,column:0},end:{line:90,column:7}}})??``)+(l(n,`if`).call(s,l(t,`changes`),{name:`if`,hash:{},fn:e.program(25,i,0),inverse:e.noop,data:i,loc:{start:{line:91,column:0},end:{line:100,column:7}}})??``)+(l(n,`if`).call(s,l(t,`work`),{name:`if`,hash:{},fn:e.program(27,i,0),inverse:e.noop,data:i,loc:{start:{line:101,column:0},end:{line:110,column:7}}})??``)+(l(n,`if`).call(s,l(t,`pages`),{name:`if`,hash:{},fn:e.program(30,i,0),inverse:e.noop,data:i,loc:{start:{line:111,column:0},end:{line:118,column:7}}})??``)+(l(n,`if`).call(s,l(t,`contact`),{name:`if`,hash:{},fn:e.program(32,i,0),inverse:e.noop,data:i,loc:{start:{line:119,column:0},end:{line:124,column:7}}})??``)+(l(n,`if`).call(s,l(l(t,`server`),`known`),{name:`if`,hash:{},fn:e.program(33,i,0),inverse:e.noop,data:i,loc:{start:{line:125,column:0},end:{line:141,column:7}}})??``)+(l(n,`unless`).call(s,l(t,`external`),{name:`unless`,hash:{},fn:e.program(38,i,0),inverse:e.noop,data:i,loc:{start:{line:142,column:0},end:{line:145,column:11}}})??``)},useData:!0});function Rh({course:e,image:t,stages:n,model:r},i){let{release:a}=n[0];if(a===void 0)return zh(t,i);let o=Wt(a)&&!me(e.choices)?t:void 0,s=Tt(a)??o?.prebuilt?.value;return{known:!0,facts:Bh(e,t,{release:a,images:r.images}).map(([e,t])=>({name:i.text(e),value:i.text(t)})),packages:ng(o,i),image:s===void 0?void 0:i.code(s),shared:e.shared.map(e=>({path:i.code(Be(e,eg(t,a))),who:e.staffWrites.value?`Everybody reads it, and staff write it.`:`Everybody reads it.`}))}}function zh(e,t){return{known:e!==void 0,facts:Yh(e).map(([e,n])=>({name:t.text(e),value:t.text(n)})),packages:ng(e,t),image:e?.prebuilt===void 0?void 0:t.code(e.prebuilt.value),shared:[]}}function Bh(e,t,{release:n,images:r}){return[...Hh(e,n),...Jh(e,t,n),...Xh(e,r),...Qh(n),...$h(t,n),...tg(e)]}function Vh(e){return e.stretches.find(({labels:e})=>e.length===0)??e}function Hh(e,t){let{gpu:n}=e,r=Vh(e),{sizes:i}=e.choices,a=i.length===0?[r]:i.map(e=>Gt(r,e)),o=Uh(a.map(e=>gt(t,e.memory?.value))),s=Uh(a.map(e=>h(t,e.cpu?.value))),c=[...Wh(`Memory`,o,yn),...Wh(`Processor`,s,qh)];return n&&n.value>0&&tn(t)&&c.push([`Graphics`,n.value===1?`1 GPU`:`${n.value} GPUs`]),c}function Uh(e){let t=[];for(let n of e){if(n===`undecided`)return n;if(n.length===0)return[];t.push(...n)}return[...new Map(t.map(e=>[`${e.from} ${e.to}`,e])).values()]}function Wh(e,t,n){if(t===`undecided`)return[];let[r,...i]=t;if(r===void 0)return[];if(i.length===0)return r.to===void 0?Gh(e,r.from,n):[[e,Kh(r.from,r.to,n)]];let a=t.map(({to:e})=>e).filter(e=>e!==void 0),o=[...new Set(a)].sort((e,t)=>e-t).map(n);if(a.length<t.length)return[];let s=o.at(-1)??``;return o.length===1?[[e,`up to ${s}`]]:[[e,`up to ${o.slice(0,-1).join(`, `)} or ${s}, as chosen when it starts`]]}function Gh(e,t,n){return t>0?[[e,`${n(t)} guaranteed`]]:[]}function Kh(e,t,n){return e===t?n(t):e>0?`${n(e)} guaranteed, up to ${n(t)}`:`up to ${n(t)}`}function qh(e){return e>=1?e===1?`1 core`:`${e} cores`:`${Math.round(e*100)} % of a core`}function Jh(e,t,n){return zt(n)?[]:!Wt(n)||me(e.choices)?[[`Software`,`It depends on what is chosen when it starts.`]]:Yh(t)}function Yh(e){return e?.python===void 0?[]:[[`Language`,`Python ${e.python.value}`]]}function Xh({choices:e},t){let n=e.images.map(({value:e})=>{let n=t.find(({name:t})=>t===e);return n===void 0?e:de(n)});e.anyImage.value&&n.push(`another image by its name`),e.anyRepository.value&&n.push(`one that is built from a repository`);let i=[];return n.length>1&&i.push([`Images to choose`,r(n)]),e.sizes.length>1&&i.push([`Sizes to choose`,r(e.sizes.map(Zh))]),i}function Zh({title:e,groups:t}){return t.length===0?e.value:`${e.value} (for some)`}function Qh(e){let t=Ft(e);if(t===`undecided`)return[];if(t===`never`)return[[`When idle`,`It goes on running: stop it when your work is done.`]];let{idle:n,maxAge:r}=t,i=r===void 0?``:`, and ${le(r)} after its start in any case`;return[[`When idle`,`It stops after ${le(n)} without activity${i}. Opening it again starts it anew.`]]}function $h(e,t){let n=eg(e,t);return t.homes.variant===`memory`?[[`Files`,`Nothing is kept: what is in ${n} is gone when the server stops. Download what matters.`]]:[[`Files`,`What is in ${n} is kept when the server stops. What is elsewhere is not.`]]}function eg(e,{homes:t}){return un({homes:t},e?.home.value)}function tg({collaboration:e}){return e.value?[[`Working together`,`Several people can edit a notebook at the same time.`]]:[]}function ng(e,t){return e===void 0?[]:[[`Python and more`,[...e.conda,...e.pip]],[`R`,e.cran],[`System`,e.apt]].filter(([,e])=>e.length>0).map(([e,n])=>({title:e,packages:t.text(r(n.map(rg)))}))}function rg({requirement:{written:e,exact:t,version:n}}){let r=t??n?.replace(/^==?/,``);return r===void 0||r===``?e:`${e} ${r}`}function ig(e,t){let{course:n,model:r,stages:i}=e,a=e.pages.filter(({audience:e})=>e!==`staff`),[{hub:o,release:s,links:c}]=i,l=a.filter(dg),u=X(r),d=e.work.filter(({url:e})=>e!==void 0);return{...ag(e,t),hub:{url:t.url(`${o.url}/`),host:t.text(y(o))},external:s===void 0,next:pg(n,r,t),material:og(c,u,t),parts:cg(c,u,t),people:ug(n,t),hours:Pm(n,u,t),fromLms:o.auth?.variant===`lti`,weekly:Fm(n,r,t),dates:Bm(n,r,{ink:t,forStaff:!1}),timeline:gg(n,r,e=>Um(e,n)),timezone:t.text(Gm(r.project.timezone.value)),handIn:d.map(({title:e,url:n})=>({title:t.text(e),url:t.url(n??``)})),help:l.map(e=>fg(e,t)),pages:a.filter(e=>!dg(e)).map(e=>fg(e,t)),server:Rh(e,t)}}function ag({course:e,model:t},n){let r=X(t),i=e.stretches.at(-1)?.to??e.term.value.to;return{title:n.text(e.title.value),about:e.description&&n.text(e.description.value),term:{from:Y(e.term.value.from,r),to:Y(e.term.value.to,r)},last:Y(i,r)}}function og(e,t,n){return e.map(e=>sg(e,t,n))}function sg({name:e,url:t,due:n},r,i){return{name:i.text(e),url:i.url(t),due:n===void 0?``:K(n,r)}}function cg(e,t,n){let r=new Map([[``,[]]]);for(let t of e)r.set(t.part??``,[...r.get(t.part??``)??[],t]);return[...r].filter(([,e])=>e.length>0).map(([e,i])=>({title:n.text(e),kind:r.size>1||i.some(({due:e})=>e!==void 0)?`work`:`links`,links:i.map(e=>sg(e,t,n))}))}const lg={instructor:`Instructor`,"teaching-assistant":`Teaching assistant`};function ug({people:e,site:t},n){return[...e,...t?.staff??[]].map(({name:e,role:t,email:r,website:i,about:a})=>({name:n.text(e.value),role:lg[t.value],email:r&&n.text(r.value),mail:r&&n.url(`mailto:${r.value}`),website:i&&n.url(i.value),about:a&&n.text(a.value)}))}function dg({name:e}){return[`piazza`,`ed`,`slack`,`discord`,`zoom`].includes(e)||/help|forum|question|support|office/.test(e)}function fg({name:e,url:t},n){return{title:n.text(Pe(e)),url:n.url(t)}}function pg(e,t,n){let r=t.project.timezone.value,i=t=>e.holidays.some(({on:e})=>e.value.from<=t&&t<=e.value.to);return xn(e,t).filter(({kind:e})=>[`lecture`,`exam`,`due`,`holiday`].includes(e)).flatMap(e=>e.kind===`lecture`?Array.from({length:e.to-e.from+1},(t,n)=>e.from+n).filter(t=>e.weekdays.includes(s(t))&&!i(t)).map(t=>({...e,from:t,to:t})):[e]).map(e=>({event:e,over:En(r,e.to,e.times?.to??1440)})).sort((e,t)=>e.over-t.over).map(({event:r,over:i})=>({series:r.kind===`lecture`?r.id:``,over:mg(i),what:n.text(Um(r,e)),when:Vm(r,X(t)),place:Lm(r,e,n)}))}function mg(e){let t=Math.floor(e/1440);return`${u(t)}T${o(e-t*1440)}Z`}const $={width:640,height:66,left:12,right:12,line:52},hg=({kind:e})=>[`exam`,`due`,`holiday`,`window`].includes(e);function gg(e,t,n){let{from:r,to:i}=e.term.value,a=xn(e,t).filter(e=>hg(e)&&e.from<=i&&e.to>=r);if(a.length===0||i<=r)return``;let o=e=>{let t=Math.min(i,Math.max(r,e));return $.left+(t-r)/(i-r)*($.width-$.left-$.right)},s=e=>`${n(e)}, ${G(e.from,X(t))}`,c=a.map(e=>`${s(e)}.`).join(` `);return`${go(j(`svg`,{class:`timeline`,viewBox:`0 0 ${$.width} ${$.height}`,role:`img`,"aria-label":`The term. ${c}`},..._g(r,i).map(e=>vg(e,o(e))),j(`line`,{class:`term`,x1:$.left,y1:$.line,x2:$.width-$.right,y2:$.line}),...a.map(e=>yg(e,{x:o,title:s(e)}))))}\n${xg(new Set(a.map(({kind:e})=>e)))}`}function _g(e,t){return Array.from({length:t-e+1},(t,n)=>e+n).filter(e=>u(e).endsWith(`-01`))}function vg(e,t){let n=t>$.width-40;return j(`g`,{},j(`line`,{class:`month`,x1:t,y1:$.line-18,x2:t,y2:$.line+8}),j(`text`,{x:n?t-4:t+4,y:$.line-22,"text-anchor":n?`end`:`start`},lp(e)))}function yg(e,{x:t,title:n}){let r=j(`title`,{},n),[i,a]=[t(e.from),t(e.to)];switch(e.kind){case`exam`:return j(`g`,{},r,j(`path`,{class:`exam`,d:`M ${i} ${$.line-9} l 9 9 l -9 9 l -9 -9 z`}));case`due`:return j(`g`,{},r,j(`circle`,{class:`due`,cx:i,cy:$.line,r:5}));default:return j(`g`,{},r,j(`rect`,{class:e.kind,x:i,y:$.line-5,width:Math.max(4,a-i),height:10,rx:2}))}}const bg={exam:`exam`,due:`due`,holiday:`no class`,window:`another server size`};function xg(e){return go(j(`ul`,{class:`legend`},...[`exam`,`due`,`holiday`,`window`].filter(t=>e.has(t)).map(e=>j(`li`,{},j(`svg`,{class:`timeline-sign`,viewBox:`0 0 14 14`,"aria-hidden":`true`},Sg(e)),j(`span`,{},bg[e])))))}function Sg(e){switch(e){case`exam`:return j(`path`,{class:e,d:`M 7 0 l 7 7 l -7 7 l -7 -7 z`});case`due`:return j(`circle`,{class:e,cx:7,cy:7,r:5});default:return j(`rect`,{class:e,x:1,y:3,width:12,height:8,rx:2})}}function Cg(e,t){let{course:n,model:r,stages:i,changes:a,pages:o,work:s}=e,[{hub:c,release:l}]=i,u=X(r);return{...ag(e,t),people:Og(Vh(n)),hub:{name:t.code(c.hub),host:t.text(y(c)),url:t.url(`${c.url}/`)},external:l===void 0,admin:t.url(`${c.url}/hub/admin`),hasStaff:n.staff.length>0,hasLists:[...n.staff,...n.roster].some(({value:e})=>wg(c,e)),staff:Ag(n.staff,c,t),students:Ag(n.roster,c,t),reach:n.roster.length>0?`the people of its roster`:`everybody who signs in, but staff and admins`,workspaces:Ng(c,n,t),stages:i.map((e,n)=>({...kg(e,n,t),material:og(e.links,u,t)})),weekly:Fm(n,r,t),dates:Bm(n,r,{ink:t,forStaff:!0}),timezone:t.text(Gm(r.project.timezone.value)),changes:a.filter(({hub:e})=>e===n.hub.value).map(({day:e,what:t})=>({day:e,what:t.filter(e=>Tg(n,e))})).filter(({what:e})=>e.length>0).map(({day:e,what:r})=>({...Y(e,u),what:t.text(r.map(e=>Eg(n,e)).join(`, `))})),work:s.map(({title:e,due:n,url:r})=>({title:t.text(e),due:n===void 0?``:t.text(K(n,u)),url:r===void 0?void 0:t.url(r)})),contact:c.contact&&Dg(c.contact.value,t),pages:o.filter(({audience:e})=>e!==`students`).map(e=>fg(e,t)),server:Rh(e,t)}}function wg(e,t){let n=e.groups.find(e=>e.name===t);return n!==void 0&&n.members.length+n.secretMembers.length>0}function Tg(e,{event:{owner:t}}){return t.kind!==`course`||t.course.name===e.name}function Eg(e,t){let{event:n,how:r}=t;return n.owner.kind!==`course`||n.owner.course.name!==e.name?bn(t):n.kind===`course`?`The course ${r} on the hub`:`${Um(n,e)} ${r}`}function Dg(e,t){return{url:t.url(e),title:t.text(e.replace(/^(?:mailto:|https?:\/\/)/,``))}}function Og({students:e,peak:t}){if(e===void 0)return;let n=t===void 0||t.value===e.value?``:`, ${t.value} of them at work at once`;return`${e.value} students${n}`}function kg({hub:e},t,n){return{name:n.code(e.stage),url:n.url(`${e.url}/`),host:n.text(y(e)),admin:n.url(`${e.url}/hub/admin`),use:t===0?`where students work`:`to try things first`,isFirst:t===0,external:e.auth===void 0}}function Ag(e,t,n){return e.map(({value:e})=>{let r=t.groups.find(({name:t})=>t===e);return{name:n.code(e),from:n.text(r===void 0?``:jg(r))}})}function jg({members:e,secretMembers:t,sources:n,adminPage:i}){let a=e.length===0?[]:[e.length===1?`one listed person`:`${e.length} listed people`],o=t.length===0?[]:[`a list that only the hub reads`];return r([...a,...o,...n.map(Mg),...i.value?[`whoever is added on the hub's admin page`]:[]])}function Mg(e){switch(e.kind){case`canvas`:return`Canvas course ${e.course.value}${e.role?`, role ${e.role.value}`:``}`;case`github`:return`GitHub ${e.organization.value}${e.team?`, team ${e.team.value}`:``}`;case`google`:return`the Google group ${e.email.value}`;case`lti`:return`launches with the role ${e.role.value}`;case`claim`:return`the claim ${e.name.value} at sign-in`}}function Ng(e,t,n){let r=e.groups.flatMap(({name:e,workspace:t})=>t===void 0?[]:[{account:t.account.value,group:e}]),i=en(t),a=t.staff.flatMap(({value:e})=>i===void 0?[]:[{account:i.account,group:e}]);return[...r,...a].map(({account:t,group:r})=>({account:n.code(t),group:n.code(r),url:n.url(`${e.url}/hub/spawn/${encodeURIComponent(t)}`)}))}var Pg=H.default.template({0:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p class="about">`+e.escapeExpression((a=o(n,`about`)||e.strict(t,`about`,{start:{line:4,column:19},end:{line:4,column:24}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:4,column:17},end:{line:4,column:26}}}):a))+`</p>
`},1:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<section id="next-up" aria-labelledby="next" hidden>
<h2 id="next">Next up</h2>
<ul class="next">
`+(s(n,`each`).call(o,s(t,`next`),{name:`each`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:11,column:0},end:{line:13,column:9}}})??``)+`</ul>
<p class="quiet">In `+e.escapeExpression((a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:15,column:22},end:{line:15,column:30}}),typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:15,column:20},end:{line:15,column:32}}}):a))+`.</p>
</section>
`},2:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li data-over="`+l((a=u(n,`over`)||o(t,`over`,{start:{line:12,column:17},end:{line:12,column:21}}),typeof a===c?a.call(s,{name:`over`,hash:{},data:i,loc:{start:{line:12,column:15},end:{line:12,column:23}}}):a))+`"`+(u(n,`if`).call(s,u(t,`series`),{name:`if`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:12,column:24},end:{line:12,column:70}}})??``)+` hidden><strong>`+l((a=u(n,`what`)||o(t,`what`,{start:{line:12,column:88},end:{line:12,column:92}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:12,column:86},end:{line:12,column:94}}}):a))+`</strong><br>`+l((a=u(n,`when`)||o(t,`when`,{start:{line:12,column:109},end:{line:12,column:113}}),typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:12,column:107},end:{line:12,column:115}}}):a))+(u(n,`if`).call(s,u(t,`place`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.noop,data:i,loc:{start:{line:12,column:115},end:{line:12,column:146}}})??``)+`</li>
`},3:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return` data-series="`+e.escapeExpression((a=o(n,`series`)||e.strict(t,`series`,{start:{line:12,column:54},end:{line:12,column:60}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`series`,hash:{},data:i,loc:{start:{line:12,column:52},end:{line:12,column:62}}}):a))+`"`},4:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, `+e.escapeExpression((a=o(n,`place`)||e.strict(t,`place`,{start:{line:12,column:132},end:{line:12,column:137}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`place`,hash:{},data:i,loc:{start:{line:12,column:130},end:{line:12,column:139}}}):a))},5:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="material">Material</h2>
<p>A link fetches the newest version into your server and opens it. What you have changed stays.`+(o(n,`if`).call(a,o(t,`fromLms`),{name:`if`,hash:{},fn:e.program(6,i,0),inverse:e.noop,data:i,loc:{start:{line:20,column:96},end:{line:20,column:194}}})??``)+`</p>
`+(o(n,`each`).call(a,o(t,`parts`),{name:`each`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:21,column:0},end:{line:30,column:9}}})??``)},6:function(e,t,n,r,i){return` Open the hub from the learning management system first, which signs you in.`},7:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(s(n,`if`).call(o,s(t,`title`),{name:`if`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:22,column:0},end:{line:24,column:7}}})??``)+`<ul class="`+e.escapeExpression((a=s(n,`kind`)||e.strict(t,`kind`,{start:{line:25,column:13},end:{line:25,column:17}}),typeof a==`function`?a.call(o,{name:`kind`,hash:{},data:i,loc:{start:{line:25,column:11},end:{line:25,column:19}}}):a))+`">
`+(s(n,`each`).call(o,s(t,`links`),{name:`each`,hash:{},fn:e.program(9,i,0),inverse:e.noop,data:i,loc:{start:{line:26,column:0},end:{line:28,column:9}}})??``)+`</ul>
`},8:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h3>`+e.escapeExpression((a=o(n,`title`)||e.strict(t,`title`,{start:{line:23,column:6},end:{line:23,column:11}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`title`,hash:{},data:i,loc:{start:{line:23,column:4},end:{line:23,column:13}}}):a))+`</h3>
`},9:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li><a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:27,column:15},end:{line:27,column:18}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:27,column:13},end:{line:27,column:20}}}):a))+`">`+l((a=u(n,`name`)||o(t,`name`,{start:{line:27,column:24},end:{line:27,column:28}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:27,column:22},end:{line:27,column:30}}}):a))+`</a>`+(u(n,`if`).call(s,u(t,`due`),{name:`if`,hash:{},fn:e.program(10,i,0),inverse:e.noop,data:i,loc:{start:{line:27,column:34},end:{line:27,column:95}}})??``)+`</li>
`},10:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return` <span class="due quiet">due `+e.escapeExpression((a=o(n,`due`)||e.strict(t,`due`,{start:{line:27,column:76},end:{line:27,column:79}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`due`,hash:{},data:i,loc:{start:{line:27,column:74},end:{line:27,column:81}}}):a))+`</span>`},11:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="hand-in">Hand in</h2>
<ul class="links">
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`handIn`),{name:`each`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:35,column:0},end:{line:37,column:9}}})??``)+`</ul>
`},12:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<li><a href="`+l((a=u(n,`url`)||o(t,`url`,{start:{line:36,column:15},end:{line:36,column:18}}),typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:36,column:13},end:{line:36,column:20}}}):a))+`">`+l((a=u(n,`title`)||o(t,`title`,{start:{line:36,column:24},end:{line:36,column:29}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:36,column:22},end:{line:36,column:31}}}):a))+`</a></li>
`},13:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="week">Every week</h2>
<dl>
`+(s(n,`each`).call(o,s(t,`weekly`),{name:`each`,hash:{},fn:e.program(14,i,0),inverse:e.noop,data:i,loc:{start:{line:43,column:0},end:{line:46,column:9}}})??``)+`</dl>
<p class="quiet">In `+e.escapeExpression((a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:48,column:22},end:{line:48,column:30}}),typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:48,column:20},end:{line:48,column:32}}}):a))+`.</p>
`},14:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`what`)||o(t,`what`,{start:{line:44,column:6},end:{line:44,column:10}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:44,column:4},end:{line:44,column:12}}}):a))+`</dt>
<dd>`+l((a=u(n,`when`)||o(t,`when`,{start:{line:45,column:6},end:{line:45,column:10}}),typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:45,column:4},end:{line:45,column:12}}}):a))+`, `+l((a=u(n,`note`)||o(t,`note`,{start:{line:45,column:16},end:{line:45,column:20}}),typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:45,column:14},end:{line:45,column:22}}}):a))+(u(n,`if`).call(s,u(t,`place`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.noop,data:i,loc:{start:{line:45,column:22},end:{line:45,column:53}}})??``)+(u(n,`if`).call(s,u(t,`form`),{name:`if`,hash:{},fn:e.program(15,i,0),inverse:e.noop,data:i,loc:{start:{line:45,column:53},end:{line:45,column:114}}})??``)+`</dd>
`},15:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, <a href="`+l((a=u(n,`form`)||o(t,`form`,{start:{line:45,column:78},end:{line:45,column:82}}),typeof a===c?a.call(s,{name:`form`,hash:{},data:i,loc:{start:{line:45,column:76},end:{line:45,column:84}}}):a))+`">form for `+l((a=u(n,`what`)||o(t,`what`,{start:{line:45,column:97},end:{line:45,column:101}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:45,column:95},end:{line:45,column:103}}}):a))+`</a>`},16:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="dates">Dates</h2>
`+(s(n,`if`).call(o,s(t,`timeline`),{name:`if`,hash:{},fn:e.program(17,i,0),inverse:e.noop,data:i,loc:{start:{line:52,column:0},end:{line:54,column:7}}})??``)+`<div class="wide" tabindex="0" role="region" aria-labelledby="dates">
<table class="dates">
<caption>In `+e.escapeExpression((a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:57,column:14},end:{line:57,column:22}}),typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:57,column:12},end:{line:57,column:24}}}):a))+`</caption>
<thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Note</th></tr></thead>
<tbody>
`+(s(n,`each`).call(o,s(t,`dates`),{name:`each`,hash:{},fn:e.program(18,i,0),inverse:e.noop,data:i,loc:{start:{line:60,column:0},end:{line:62,column:9}}})??``)+`</tbody>
</table>
</div>
`},17:function(e,t,n,r,i){var a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`timeline`)||e.strict(t,`timeline`,{start:{line:53,column:3},end:{line:53,column:11}});return((typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`timeline`,hash:{},data:i,loc:{start:{line:53,column:0},end:{line:53,column:14}}}):a)??``)+`
`},18:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<tr><th scope="row"><time datetime="`+l((a=u(n,`iso`)||o(t,`iso`,{start:{line:61,column:38},end:{line:61,column:41}}),typeof a===c?a.call(s,{name:`iso`,hash:{},data:i,loc:{start:{line:61,column:36},end:{line:61,column:43}}}):a))+`">`+l((a=u(n,`when`)||o(t,`when`,{start:{line:61,column:47},end:{line:61,column:51}}),typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:61,column:45},end:{line:61,column:53}}}):a))+`</time></th><td>`+l((a=u(n,`what`)||o(t,`what`,{start:{line:61,column:71},end:{line:61,column:75}}),typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:61,column:69},end:{line:61,column:77}}}):a))+`</td><td>`+l((a=u(n,`note`)||o(t,`note`,{start:{line:61,column:88},end:{line:61,column:92}}),typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:61,column:86},end:{line:61,column:94}}}):a))+`</td></tr>
`},19:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="people">People</h2>
<dl>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`people`),{name:`each`,hash:{},fn:e.program(20,i,0),inverse:e.noop,data:i,loc:{start:{line:70,column:0},end:{line:73,column:9}}})??``)+`</dl>
`},20:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:71,column:6},end:{line:71,column:10}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:71,column:4},end:{line:71,column:12}}}):a))+`</dt>
<dd>`+l((a=u(n,`role`)||o(t,`role`,{start:{line:72,column:6},end:{line:72,column:10}}),typeof a===c?a.call(s,{name:`role`,hash:{},data:i,loc:{start:{line:72,column:4},end:{line:72,column:12}}}):a))+(u(n,`if`).call(s,u(t,`email`),{name:`if`,hash:{},fn:e.program(21,i,0),inverse:e.noop,data:i,loc:{start:{line:72,column:12},end:{line:72,column:66}}})??``)+(u(n,`if`).call(s,u(t,`website`),{name:`if`,hash:{},fn:e.program(22,i,0),inverse:e.noop,data:i,loc:{start:{line:72,column:66},end:{line:72,column:136}}})??``)+(u(n,`if`).call(s,u(t,`about`),{name:`if`,hash:{},fn:e.program(23,i,0),inverse:e.noop,data:i,loc:{start:{line:72,column:136},end:{line:72,column:169}}})??``)+`</dd>
`},21:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, <a href="`+l((a=u(n,`mail`)||o(t,`mail`,{start:{line:72,column:38},end:{line:72,column:42}}),typeof a===c?a.call(s,{name:`mail`,hash:{},data:i,loc:{start:{line:72,column:36},end:{line:72,column:44}}}):a))+`">`+l((a=u(n,`email`)||o(t,`email`,{start:{line:72,column:48},end:{line:72,column:53}}),typeof a===c?a.call(s,{name:`email`,hash:{},data:i,loc:{start:{line:72,column:46},end:{line:72,column:55}}}):a))+`</a>`},22:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, <a href="`+l((a=u(n,`website`)||o(t,`website`,{start:{line:72,column:94},end:{line:72,column:101}}),typeof a===c?a.call(s,{name:`website`,hash:{},data:i,loc:{start:{line:72,column:92},end:{line:72,column:103}}}):a))+`">web page of `+l((a=u(n,`name`)||o(t,`name`,{start:{line:72,column:119},end:{line:72,column:123}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:72,column:117},end:{line:72,column:125}}}):a))+`</a>`},23:function(e,t,n,r,i){var a,o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<br>`+e.escapeExpression((a=o(n,`about`)||e.strict(t,`about`,{start:{line:72,column:155},end:{line:72,column:160}}),typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:72,column:153},end:{line:72,column:162}}}):a))},24:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h3>Office hours</h3>
<dl>
`+(s(n,`each`).call(o,s(t,`hours`),{name:`each`,hash:{},fn:e.program(25,i,0),inverse:e.noop,data:i,loc:{start:{line:80,column:0},end:{line:83,column:9}}})??``)+`</dl>
<p class="quiet">In `+e.escapeExpression((a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:85,column:22},end:{line:85,column:30}}),typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:85,column:20},end:{line:85,column:32}}}):a))+`.</p>
`},25:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`when`)||o(t,`when`,{start:{line:81,column:6},end:{line:81,column:10}}),typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:81,column:4},end:{line:81,column:12}}}):a))+`, `+l((a=u(n,`time`)||o(t,`time`,{start:{line:81,column:16},end:{line:81,column:20}}),typeof a===c?a.call(s,{name:`time`,hash:{},data:i,loc:{start:{line:81,column:14},end:{line:81,column:22}}}):a))+`</dt>
<dd>`+l((a=u(n,`who`)||o(t,`who`,{start:{line:82,column:6},end:{line:82,column:9}}),typeof a===c?a.call(s,{name:`who`,hash:{},data:i,loc:{start:{line:82,column:4},end:{line:82,column:11}}}):a))+(u(n,`if`).call(s,u(t,`place`),{name:`if`,hash:{},fn:e.program(26,i,0),inverse:e.noop,data:i,loc:{start:{line:82,column:11},end:{line:82,column:60}}})??``)+(u(n,`if`).call(s,u(t,`url`),{name:`if`,hash:{},fn:e.program(28,i,0),inverse:e.noop,data:i,loc:{start:{line:82,column:60},end:{line:82,column:156}}})??``)+`</dd>
`},26:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(s(n,`if`).call(o,s(t,`who`),{name:`if`,hash:{},fn:e.program(27,i,0),inverse:e.noop,data:i,loc:{start:{line:82,column:24},end:{line:82,column:44}}})??``)+e.escapeExpression((a=s(n,`place`)||e.strict(t,`place`,{start:{line:82,column:46},end:{line:82,column:51}}),typeof a==`function`?a.call(o,{name:`place`,hash:{},data:i,loc:{start:{line:82,column:44},end:{line:82,column:53}}}):a))},27:function(e,t,n,r,i){return`, `},28:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(s(n,`if`).call(o,s(t,`who`),{name:`if`,hash:{},fn:e.program(27,i,0),inverse:e.program(29,i,0),data:i,loc:{start:{line:82,column:71},end:{line:82,column:121}}})??``)+`<a href="`+e.escapeExpression((a=s(n,`url`)||e.strict(t,`url`,{start:{line:82,column:132},end:{line:82,column:135}}),typeof a==`function`?a.call(o,{name:`url`,hash:{},data:i,loc:{start:{line:82,column:130},end:{line:82,column:137}}}):a))+`">online</a>`},29:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return a(n,`if`).call(t??(e.nullContext||{}),a(t,`place`),{name:`if`,hash:{},fn:e.program(27,i,0),inverse:e.noop,data:i,loc:{start:{line:82,column:92},end:{line:82,column:114}}})??``},30:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>Ask where others can read the answer too:</p>
<ul class="links">
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`help`),{name:`each`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:90,column:0},end:{line:92,column:9}}})??``)+`</ul>
`},31:function(e,t,n,r,i){return`<p>Ask the staff of the course.</p>
`},32:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="pages">More of the course</h2>
<ul class="links">
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`pages`),{name:`each`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:101,column:0},end:{line:103,column:9}}})??``)+`</ul>
`},33:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h2 id="server">Your server</h2>
<dl>
`+(o(n,`each`).call(a,o(o(t,`server`),`facts`),{name:`each`,hash:{},fn:e.program(34,i,0),inverse:e.noop,data:i,loc:{start:{line:109,column:0},end:{line:112,column:9}}})??``)+(o(n,`each`).call(a,o(o(t,`server`),`shared`),{name:`each`,hash:{},fn:e.program(35,i,0),inverse:e.noop,data:i,loc:{start:{line:113,column:0},end:{line:116,column:9}}})??``)+(o(n,`if`).call(a,o(o(t,`server`),`image`),{name:`if`,hash:{},fn:e.program(36,i,0),inverse:e.noop,data:i,loc:{start:{line:117,column:0},end:{line:120,column:7}}})??``)+`</dl>
`+(o(n,`if`).call(a,o(o(t,`server`),`packages`),{name:`if`,hash:{},fn:e.program(37,i,0),inverse:e.noop,data:i,loc:{start:{line:122,column:0},end:{line:132,column:7}}})??``)},34:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`name`)||o(t,`name`,{start:{line:110,column:6},end:{line:110,column:10}}),typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:110,column:4},end:{line:110,column:12}}}):a))+`</dt>
<dd>`+l((a=u(n,`value`)||o(t,`value`,{start:{line:111,column:6},end:{line:111,column:11}}),typeof a===c?a.call(s,{name:`value`,hash:{},data:i,loc:{start:{line:111,column:4},end:{line:111,column:13}}}):a))+`</dd>
`},35:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>Shared folder</dt>
<dd><code>`+l((a=u(n,`path`)||o(t,`path`,{start:{line:115,column:12},end:{line:115,column:16}}),typeof a===c?a.call(s,{name:`path`,hash:{},data:i,loc:{start:{line:115,column:10},end:{line:115,column:18}}}):a))+`</code>. `+l((a=u(n,`who`)||o(t,`who`,{start:{line:115,column:29},end:{line:115,column:32}}),typeof a===c?a.call(s,{name:`who`,hash:{},data:i,loc:{start:{line:115,column:27},end:{line:115,column:34}}}):a))+`</dd>
`},36:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>Software</dt>
<dd>The image <code>`+e.escapeExpression(e.lambda(e.strict(a(t,`server`),`image`,{start:{line:119,column:22},end:{line:119,column:34}}),t))+`</code></dd>
`},37:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<details>
<summary>What is installed</summary>
<dl>
`+(a(n,`each`).call(t??(e.nullContext||{}),a(a(t,`server`),`packages`),{name:`each`,hash:{},fn:e.program(38,i,0),inverse:e.noop,data:i,loc:{start:{line:126,column:0},end:{line:129,column:9}}})??``)+`</dl>
</details>
`},38:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.escapeExpression,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<dt>`+l((a=u(n,`title`)||o(t,`title`,{start:{line:127,column:6},end:{line:127,column:11}}),typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:127,column:4},end:{line:127,column:13}}}):a))+`</dt>
<dd>`+l((a=u(n,`packages`)||o(t,`packages`,{start:{line:128,column:6},end:{line:128,column:14}}),typeof a===c?a.call(s,{name:`packages`,hash:{},data:i,loc:{start:{line:128,column:4},end:{line:128,column:16}}}):a))+`</dd>
`},39:function(e,t,n,r,i){return`<p>Those who run the hub decide how long it keeps your files: download what you want to keep before the course ends.</p>
`},40:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=e.escapeExpression,c=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<p>The course is on the hub until <time datetime="`+s(o(a(c(t,`last`),`iso`,{start:{line:137,column:52},end:{line:137,column:60}}),t))+`">`+s(o(a(c(t,`last`),`words`,{start:{line:137,column:66},end:{line:137,column:76}}),t))+`</time>. Download before then what you want to keep.</p>
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=e.escapeExpression,l=e.lambda,u=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`<h1>`+c((a=u(n,`title`)||o(t,`title`,{start:{line:1,column:6},end:{line:1,column:11}}),typeof a==`function`?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:1,column:4},end:{line:1,column:13}}}):a))+`</h1>
<p class="quiet"><time datetime="`+c(l(o(u(u(t,`term`),`from`),`iso`,{start:{line:2,column:35},end:{line:2,column:48}}),t))+`">`+c(l(o(u(u(t,`term`),`from`),`words`,{start:{line:2,column:54},end:{line:2,column:69}}),t))+`</time> to <time datetime="`+c(l(o(u(u(t,`term`),`to`),`iso`,{start:{line:2,column:100},end:{line:2,column:111}}),t))+`">`+c(l(o(u(u(t,`term`),`to`),`words`,{start:{line:2,column:117},end:{line:2,column:130}}),t))+`</time></p>
`+(u(n,`if`).call(s,u(t,`about`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:3,column:0},end:{line:5,column:7}}})??``)+`<p><a class="button" href="`+c(l(o(u(t,`hub`),`url`,{start:{line:6,column:29},end:{line:6,column:36}}),t))+`">Open the hub</a></p>
`+(u(n,`if`).call(s,u(t,`next`),{name:`if`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:7,column:0},end:{line:17,column:7}}})??``)+(u(n,`if`).call(s,u(t,`material`),{name:`if`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:18,column:0},end:{line:31,column:7}}})??``)+(u(n,`if`).call(s,u(t,`handIn`),{name:`if`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:32,column:0},end:{line:39,column:7}}})??``)+(u(n,`if`).call(s,u(t,`weekly`),{name:`if`,hash:{},fn:e.program(13,i,0),inverse:e.noop,data:i,loc:{start:{line:40,column:0},end:{line:49,column:7}}})??``)+(u(n,`if`).call(s,u(t,`dates`),{name:`if`,hash:{},fn:e.program(16,i,0),inverse:e.noop,data:i,loc:{start:{line:50,column:0},end:{line:66,column:7}}})??``)+(u(n,`if`).call(s,u(t,`people`),{name:`if`,hash:{},fn:e.program(19,i,0),inverse:e.noop,data:i,loc:{start:{line:67,column:0},end:{line:75,column:7}}})??``)+`<h2 id="help">Getting help</h2>
`+(u(n,`if`).call(s,u(t,`hours`),{name:`if`,hash:{},fn:e.program(24,i,0),inverse:e.noop,data:i,loc:{start:{line:77,column:0},end:{line:86,column:7}}})??``)+(u(n,`if`).call(s,u(t,`help`),{name:`if`,hash:{},fn:e.program(30,i,0),inverse:e.program(31,i,0),data:i,loc:{start:{line:87,column:0},end:{line:96,column:7}}})??``)+`<p>If your server does not start, or a notebook hangs: open <a href="`+c(l(o(u(t,`hub`),`url`,{start:{line:97,column:71},end:{line:97,column:78}}),t))+`hub/home">your hub page</a>, stop the server there, and start it again.</p>
`+(u(n,`if`).call(s,u(t,`pages`),{name:`if`,hash:{},fn:e.program(32,i,0),inverse:e.noop,data:i,loc:{start:{line:98,column:0},end:{line:105,column:7}}})??``)+(u(n,`if`).call(s,u(u(t,`server`),`known`),{name:`if`,hash:{},fn:e.program(33,i,0),inverse:e.noop,data:i,loc:{start:{line:106,column:0},end:{line:133,column:7}}})??``)+(u(n,`if`).call(s,u(t,`external`),{name:`if`,hash:{},fn:e.program(39,i,0),inverse:e.program(40,i,0),data:i,loc:{start:{line:134,column:0},end:{line:138,column:7}}})??``)},useData:!0}),Fg=H.default.template({0:function(e,t,n,r,i){var a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`about`)||e.strict(t,`about`,{start:{line:6,column:2},end:{line:6,column:7}});return((typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:6,column:0},end:{line:6,column:9}}}):a)??``)+`

`},1:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Material

A link fetches the newest version into your server and opens it. What you have changed stays.`+(o(n,`if`).call(a,o(t,`fromLms`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:14,column:93},end:{line:14,column:191}}})??``)+`

`+(o(n,`each`).call(a,o(t,`parts`),{name:`each`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:16,column:0},end:{line:25,column:9}}})??``)},2:function(e,t,n,r,i){return` Open the hub from the learning management system first, which signs you in.`},3:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`if`).call(a,o(t,`title`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.noop,data:i,loc:{start:{line:17,column:0},end:{line:21,column:7}}})??``)+(o(n,`each`).call(a,o(t,`links`),{name:`each`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:22,column:0},end:{line:24,column:9}}})??``)},4:function(e,t,n,r,i){var a;return`
### `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`title`)||e.strict(t,`title`,{start:{line:19,column:6},end:{line:19,column:11}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`title`,hash:{},data:i,loc:{start:{line:19,column:4},end:{line:19,column:13}}}):a)??``)+`

`},5:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- [`+(a=l(n,`name`)||o(t,`name`,{start:{line:23,column:5},end:{line:23,column:9}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:23,column:3},end:{line:23,column:11}}}):a)??``)+`](`+(a=l(n,`url`)||o(t,`url`,{start:{line:23,column:15},end:{line:23,column:18}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:23,column:13},end:{line:23,column:20}}}):a)??``)+`)`+(l(n,`if`).call(s,l(t,`due`),{name:`if`,hash:{},fn:e.program(6,i,0),inverse:e.noop,data:i,loc:{start:{line:23,column:21},end:{line:23,column:52}}})??``)+`
`},6:function(e,t,n,r,i){var a;return`, due `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`due`)||e.strict(t,`due`,{start:{line:23,column:40},end:{line:23,column:43}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`due`,hash:{},data:i,loc:{start:{line:23,column:38},end:{line:23,column:45}}}):a)??``)},7:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Hand in

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`handIn`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:31,column:0},end:{line:33,column:9}}})??``)},8:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- [`+(a=l(n,`title`)||o(t,`title`,{start:{line:32,column:5},end:{line:32,column:10}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:32,column:3},end:{line:32,column:12}}}):a)??``)+`](`+(a=l(n,`url`)||o(t,`url`,{start:{line:32,column:16},end:{line:32,column:19}}),(typeof a===c?a.call(s,{name:`url`,hash:{},data:i,loc:{start:{line:32,column:14},end:{line:32,column:21}}}):a)??``)+`)
`},9:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Every week

`+(s(n,`each`).call(o,s(t,`weekly`),{name:`each`,hash:{},fn:e.program(10,i,0),inverse:e.noop,data:i,loc:{start:{line:39,column:0},end:{line:41,column:9}}})??``)+`
In `+(a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:43,column:5},end:{line:43,column:13}}),(typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:43,column:3},end:{line:43,column:15}}}):a)??``)+`.
`},10:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`what`)||o(t,`what`,{start:{line:40,column:4},end:{line:40,column:8}}),(typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:40,column:2},end:{line:40,column:10}}}):a)??``)+`: `+(a=l(n,`when`)||o(t,`when`,{start:{line:40,column:14},end:{line:40,column:18}}),(typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:40,column:12},end:{line:40,column:20}}}):a)??``)+`, `+(a=l(n,`note`)||o(t,`note`,{start:{line:40,column:24},end:{line:40,column:28}}),(typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:40,column:22},end:{line:40,column:30}}}):a)??``)+(l(n,`if`).call(s,l(t,`place`),{name:`if`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:40,column:30},end:{line:40,column:61}}})??``)+(l(n,`if`).call(s,l(t,`form`),{name:`if`,hash:{},fn:e.program(12,i,0),inverse:e.noop,data:i,loc:{start:{line:40,column:61},end:{line:40,column:98}}})??``)+`
`},11:function(e,t,n,r,i){var a;return`, `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`place`)||e.strict(t,`place`,{start:{line:40,column:47},end:{line:40,column:52}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`place`,hash:{},data:i,loc:{start:{line:40,column:45},end:{line:40,column:54}}}):a)??``)},12:function(e,t,n,r,i){var a;return`, [form](`+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`form`)||e.strict(t,`form`,{start:{line:40,column:84},end:{line:40,column:88}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`form`,hash:{},data:i,loc:{start:{line:40,column:82},end:{line:40,column:90}}}):a)??``)+`)`},13:function(e,t,n,r,i){var a,o=t??(e.nullContext||{}),s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Dates

| When (`+(a=s(n,`timezone`)||e.strict(t,`timezone`,{start:{line:49,column:10},end:{line:49,column:18}}),(typeof a==`function`?a.call(o,{name:`timezone`,hash:{},data:i,loc:{start:{line:49,column:8},end:{line:49,column:20}}}):a)??``)+`) | What | Note |
| --- | --- | --- |
`+(s(n,`each`).call(o,s(t,`dates`),{name:`each`,hash:{},fn:e.program(14,i,0),inverse:e.noop,data:i,loc:{start:{line:51,column:0},end:{line:53,column:9}}})??``)},14:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`| `+(a=l(n,`when`)||o(t,`when`,{start:{line:52,column:4},end:{line:52,column:8}}),(typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:52,column:2},end:{line:52,column:10}}}):a)??``)+` | `+(a=l(n,`what`)||o(t,`what`,{start:{line:52,column:15},end:{line:52,column:19}}),(typeof a===c?a.call(s,{name:`what`,hash:{},data:i,loc:{start:{line:52,column:13},end:{line:52,column:21}}}):a)??``)+` | `+(a=l(n,`note`)||o(t,`note`,{start:{line:52,column:26},end:{line:52,column:30}}),(typeof a===c?a.call(s,{name:`note`,hash:{},data:i,loc:{start:{line:52,column:24},end:{line:52,column:32}}}):a)??``)+` |
`},15:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`## People

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`people`),{name:`each`,hash:{},fn:e.program(16,i,0),inverse:e.noop,data:i,loc:{start:{line:59,column:0},end:{line:61,column:9}}})??``)+`
`},16:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **`+(a=l(n,`name`)||o(t,`name`,{start:{line:60,column:6},end:{line:60,column:10}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:60,column:4},end:{line:60,column:12}}}):a)??``)+`**, `+(a=l(n,`role`)||o(t,`role`,{start:{line:60,column:18},end:{line:60,column:22}}),(typeof a===c?a.call(s,{name:`role`,hash:{},data:i,loc:{start:{line:60,column:16},end:{line:60,column:24}}}):a)??``)+(l(n,`if`).call(s,l(t,`email`),{name:`if`,hash:{},fn:e.program(17,i,0),inverse:e.noop,data:i,loc:{start:{line:60,column:24},end:{line:60,column:67}}})??``)+(l(n,`if`).call(s,l(t,`website`),{name:`if`,hash:{},fn:e.program(18,i,0),inverse:e.noop,data:i,loc:{start:{line:60,column:67},end:{line:60,column:114}}})??``)+(l(n,`if`).call(s,l(t,`about`),{name:`if`,hash:{},fn:e.program(19,i,0),inverse:e.noop,data:i,loc:{start:{line:60,column:114},end:{line:60,column:145}}})??``)+`
`},17:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, [`+(a=l(n,`email`)||o(t,`email`,{start:{line:60,column:42},end:{line:60,column:47}}),(typeof a===c?a.call(s,{name:`email`,hash:{},data:i,loc:{start:{line:60,column:40},end:{line:60,column:49}}}):a)??``)+`](`+(a=l(n,`mail`)||o(t,`mail`,{start:{line:60,column:53},end:{line:60,column:57}}),(typeof a===c?a.call(s,{name:`mail`,hash:{},data:i,loc:{start:{line:60,column:51},end:{line:60,column:59}}}):a)??``)+`)`},18:function(e,t,n,r,i){var a;return`, [web page](`+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`website`)||e.strict(t,`website`,{start:{line:60,column:97},end:{line:60,column:104}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`website`,hash:{},data:i,loc:{start:{line:60,column:95},end:{line:60,column:106}}}):a)??``)+`)`},19:function(e,t,n,r,i){var a;return`: `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`about`)||e.strict(t,`about`,{start:{line:60,column:131},end:{line:60,column:136}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`about`,hash:{},data:i,loc:{start:{line:60,column:129},end:{line:60,column:138}}}):a)??``)},20:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`Office hours:

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`hours`),{name:`each`,hash:{},fn:e.program(21,i,0),inverse:e.noop,data:i,loc:{start:{line:69,column:0},end:{line:71,column:9}}})??``)+`
`},21:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- `+(a=l(n,`when`)||o(t,`when`,{start:{line:70,column:4},end:{line:70,column:8}}),(typeof a===c?a.call(s,{name:`when`,hash:{},data:i,loc:{start:{line:70,column:2},end:{line:70,column:10}}}):a)??``)+`, `+(a=l(n,`time`)||o(t,`time`,{start:{line:70,column:14},end:{line:70,column:18}}),(typeof a===c?a.call(s,{name:`time`,hash:{},data:i,loc:{start:{line:70,column:12},end:{line:70,column:20}}}):a)??``)+(l(n,`if`).call(s,l(t,`who`),{name:`if`,hash:{},fn:e.program(22,i,0),inverse:e.noop,data:i,loc:{start:{line:70,column:20},end:{line:70,column:47}}})??``)+(l(n,`if`).call(s,l(t,`place`),{name:`if`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:70,column:47},end:{line:70,column:78}}})??``)+(l(n,`if`).call(s,l(t,`url`),{name:`if`,hash:{},fn:e.program(23,i,0),inverse:e.noop,data:i,loc:{start:{line:70,column:78},end:{line:70,column:115}}})??``)+`
`},22:function(e,t,n,r,i){var a;return`: `+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`who`)||e.strict(t,`who`,{start:{line:70,column:35},end:{line:70,column:38}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`who`,hash:{},data:i,loc:{start:{line:70,column:33},end:{line:70,column:40}}}):a)??``)},23:function(e,t,n,r,i){var a;return`, [online](`+(a=(e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]})(n,`url`)||e.strict(t,`url`,{start:{line:70,column:102},end:{line:70,column:105}}),(typeof a==`function`?a.call(t??(e.nullContext||{}),{name:`url`,hash:{},data:i,loc:{start:{line:70,column:100},end:{line:70,column:107}}}):a)??``)+`)`},24:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`Ask where others can read the answer too:

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`help`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:77,column:0},end:{line:79,column:9}}})??``)},25:function(e,t,n,r,i){return`Ask the staff of the course.
`},26:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## More of the course

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`pages`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:89,column:0},end:{line:91,column:9}}})??``)},27:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`
## Your server

`+(o(n,`each`).call(a,o(o(t,`server`),`facts`),{name:`each`,hash:{},fn:e.program(28,i,0),inverse:e.noop,data:i,loc:{start:{line:97,column:0},end:{line:99,column:9}}})??``)+(o(n,`each`).call(a,o(o(t,`server`),`shared`),{name:`each`,hash:{},fn:e.program(29,i,0),inverse:e.noop,data:i,loc:{start:{line:100,column:0},end:{line:102,column:9}}})??``)+(o(n,`if`).call(a,o(o(t,`server`),`image`),{name:`if`,hash:{},fn:e.program(30,i,0),inverse:e.noop,data:i,loc:{start:{line:103,column:0},end:{line:105,column:7}}})??``)+(o(n,`each`).call(a,o(o(t,`server`),`packages`),{name:`each`,hash:{},fn:e.program(31,i,0),inverse:e.noop,data:i,loc:{start:{line:106,column:0},end:{line:108,column:9}}})??``)},28:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **`+(a=l(n,`name`)||o(t,`name`,{start:{line:98,column:6},end:{line:98,column:10}}),(typeof a===c?a.call(s,{name:`name`,hash:{},data:i,loc:{start:{line:98,column:4},end:{line:98,column:12}}}):a)??``)+`**: `+(a=l(n,`value`)||o(t,`value`,{start:{line:98,column:18},end:{line:98,column:23}}),(typeof a===c?a.call(s,{name:`value`,hash:{},data:i,loc:{start:{line:98,column:16},end:{line:98,column:25}}}):a)??``)+`
`},29:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **Shared folder**: `+(a=l(n,`path`)||o(t,`path`,{start:{line:101,column:23},end:{line:101,column:27}}),(typeof a===c?a.call(s,{name:`path`,hash:{},data:i,loc:{start:{line:101,column:21},end:{line:101,column:29}}}):a)??``)+`. `+(a=l(n,`who`)||o(t,`who`,{start:{line:101,column:33},end:{line:101,column:36}}),(typeof a===c?a.call(s,{name:`who`,hash:{},data:i,loc:{start:{line:101,column:31},end:{line:101,column:38}}}):a)??``)+`
`},30:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **Software**: the image `+(e.lambda(e.strict(a(t,`server`),`image`,{start:{line:104,column:28},end:{line:104,column:40}}),t)??``)+`
`},31:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=`function`,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **Installed, `+(a=l(n,`title`)||o(t,`title`,{start:{line:107,column:17},end:{line:107,column:22}}),(typeof a===c?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:107,column:15},end:{line:107,column:24}}}):a)??``)+`**: `+(a=l(n,`packages`)||o(t,`packages`,{start:{line:107,column:30},end:{line:107,column:38}}),(typeof a===c?a.call(s,{name:`packages`,hash:{},data:i,loc:{start:{line:107,column:28},end:{line:107,column:40}}}):a)??``)+`
`},32:function(e,t,n,r,i){return`Those who run the hub decide how long it keeps your files: download what you want to keep before the course ends.
`},33:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`The course is on the hub until `+(e.lambda(e.strict(a(t,`last`),`words`,{start:{line:114,column:33},end:{line:114,column:43}}),t)??``)+`. Download before then what you want to keep.
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a,o=e.strict,s=t??(e.nullContext||{}),c=e.lambda,l=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`# `+(a=l(n,`title`)||o(t,`title`,{start:{line:1,column:4},end:{line:1,column:9}}),(typeof a==`function`?a.call(s,{name:`title`,hash:{},data:i,loc:{start:{line:1,column:2},end:{line:1,column:11}}}):a)??``)+`

`+(c(o(l(l(t,`term`),`from`),`words`,{start:{line:3,column:2},end:{line:3,column:17}}),t)??``)+` to `+(c(o(l(l(t,`term`),`to`),`words`,{start:{line:3,column:25},end:{line:3,column:38}}),t)??``)+`

`+(l(n,`if`).call(s,l(t,`about`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:5,column:0},end:{line:8,column:7}}})??``)+`[Open the hub](`+(c(o(l(t,`hub`),`url`,{start:{line:9,column:17},end:{line:9,column:24}}),t)??``)+`)
`+(l(n,`if`).call(s,l(t,`material`),{name:`if`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:10,column:0},end:{line:26,column:7}}})??``)+(l(n,`if`).call(s,l(t,`handIn`),{name:`if`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:27,column:0},end:{line:34,column:7}}})??``)+(l(n,`if`).call(s,l(t,`weekly`),{name:`if`,hash:{},fn:e.program(9,i,0),inverse:e.noop,data:i,loc:{start:{line:35,column:0},end:{line:44,column:7}}})??``)+(l(n,`if`).call(s,l(t,`dates`),{name:`if`,hash:{},fn:e.program(13,i,0),inverse:e.noop,data:i,loc:{start:{line:45,column:0},end:{line:54,column:7}}})??``)+`
`+(l(n,`if`).call(s,l(t,`people`),{name:`if`,hash:{},fn:e.program(15,i,0),inverse:e.noop,data:i,loc:{start:{line:56,column:0},end:{line:63,column:7}}})??``)+`## Getting help

`+(l(n,`if`).call(s,l(t,`hours`),{name:`if`,hash:{},fn:e.program(20,i,0),inverse:e.noop,data:i,loc:{start:{line:66,column:0},end:{line:73,column:7}}})??``)+(l(n,`if`).call(s,l(t,`help`),{name:`if`,hash:{},fn:e.program(24,i,0),inverse:e.program(25,i,0),data:i,loc:{start:{line:74,column:0},end:{line:82,column:7}}})??``)+`
If your server does not start, or a notebook hangs: open [your hub page](`+(c(o(l(t,`hub`),`url`,{start:{line:84,column:75},end:{line:84,column:82}}),t)??``)+`hub/home), stop the server there, and start it again.
`+(l(n,`if`).call(s,l(t,`pages`),{name:`if`,hash:{},fn:e.program(26,i,0),inverse:e.noop,data:i,loc:{start:{line:85,column:0},end:{line:92,column:7}}})??``)+(l(n,`if`).call(s,l(l(t,`server`),`known`),{name:`if`,hash:{},fn:e.program(27,i,0),inverse:e.noop,data:i,loc:{start:{line:93,column:0},end:{line:109,column:7}}})??``)+`
`+(l(n,`if`).call(s,l(t,`external`),{name:`if`,hash:{},fn:e.program(32,i,0),inverse:e.program(33,i,0),data:i,loc:{start:{line:111,column:0},end:{line:115,column:7}}})??``)},useData:!0});const Ig=[`html`,`md`];function Lg(e){let{course:t}=e,n=t.title.value,r=`courses/${t.name}/pages`;return[[`students`,n,t=>ig(e,t)],[`staff`,`${n}: for staff`,t=>Cg(e,t)]].flatMap(([n,i,a])=>Ig.map(o=>({kind:n,format:o,path:`${r}/${n}.${o}`,title:i,nav:n===`students`?[]:[{title:`For students`,url:`students.html`,current:!1},{title:`For staff`,url:`staff.html`,current:!0},...e.stages[0].release===void 0?[]:[{title:`For operators`,url:`../../../${dn(t.hub.value)}/pages/operators.html`,current:!1}]],view:a(qm(o)),span:t.span})))}function Rg(e){let{hub:t}=e;return Ig.map(n=>({kind:`operators`,format:n,path:`${dn(t.name)}/pages/operators.${n}`,title:`Hub ${t.name}`,nav:[],view:yh(e,qm(n)),span:t.span}))}function zg(e,t){let{kind:n,format:r,path:i,title:a,nav:o,view:s,span:c}=e,l=(t??Vg[n][r])(s);return E(i,r===`md`?Pf(l):jf({title:a,nav:o,script:Bg(l)},l),c)}function Bg(e){return e.includes(`id="next-up"`)?Km:void 0}const Vg={students:{md:Fg,html:Pg},staff:{md:Lh,html:Ih},operators:{md:Fh,html:Ph}},Hg=[`students`,`staff`,`operators`];function Ug(e,t,n){let r=Zg(e,t),i=t.length===e.releases.length+e.externalHubs.length;return[...r.length===0||!i?[]:[e_(e,r)],...r.map(t=>Wg(t,e,n))]}function Wg(e,t,n){let r=t.project.pages[e.kind].find(({value:t})=>t.format===e.format);if(r===void 0)return zg(e,void 0);let i=$g(n)(r.value.text,e.format);if(`problems`in i)throw Error(`invariant: a template that can't be read was found by the check`);return zg(e,i.render)}function Gg(e,t,n){if(!yt(e))return;let{pages:r}=e.project,i=$g(t),a=Zg(e,[...e.releases,...e.externalHubs]);for(let e of Hg){let t=new Map;for(let o of r[e]){let{format:r}=o.value,s=t.get(r);s?n(Kg(o,s)):qg(o,{read:i,drafts:a.filter(t=>t.kind===e&&t.format===r),report:n}),t.set(r,o)}}}function Kg({value:e,span:t},n){let r=[{span:n.span,message:`The other one is here.`}];return a(fn,{format:e.format===`md`?`Markdown`:`HTML`},{span:t,related:r})}function qg(e,{read:t,drafts:n,report:r}){let{text:i,format:o}=e.value,s=t(i,o),c=`problems`in s?s.problems:Jg(s,n);for(let t of c){let{span:n,line:i}=Xg(e,t);r(a(Yg[t.kind],{reason:t.reason,line:i},{span:n}))}}function Jg(e,t){let n=t.flatMap(({view:t})=>e.problemsWith(t));return[...new Map(n.map(e=>[`${e.line} ${e.column}`,e])).values()]}const Yg={syntax:lt,unsafe:Le,"unknown-name":mn};function Xg({value:e,span:t},{line:r,column:a}){if(e.path===void 0)return{span:t,line:r+1};let o=i(e.path,e.text),s=n(o,r),c=(o.lineStarts[r]??e.text.length)+Math.min(a,s.length),l=s.slice(a);return{span:{file:o,start:c,end:c+(/^\{\{.*?\}\}+/.exec(l)?.[0].length??/^[\w./@-]+/.exec(l)?.[0].length??l.length)},line:void 0}}function Zg(e,t){let n=Sn(e),r=Ot(e,je),i=e.courses.flatMap(r=>{let i=Dm(r,t,e);return i===void 0?[]:[Qg(r,i,{model:e,changes:n})]}),a=new Set(i.map(({course:e})=>e.name)),o=t.filter(e=>e.auth!==void 0),s=e.hubs.flatMap(t=>{let i=t.stages.flatMap(e=>o.find(n=>n.hub===t.name&&n.stage===e)??[]);return i.length===0?[]:Rg({model:e,hub:t,releases:i,capacities:i.map(r),changes:n,coursesWithPages:a})});return[...i.flatMap(Lg),...s]}function Qg(e,t,{model:n,changes:r}){let i=t=>({hub:t,release:t.auth===void 0?void 0:t,links:U(e,t).map(({title:e,...t})=>({...t,name:e}))}),[a,...o]=t.hubs;return{model:n,course:e,image:n.images.find(({name:t})=>t===e.image.value),stages:[i(a),...o.map(i)],changes:r,pages:Jf(e),work:Xf(e)}}function $g(e){if(e===void 0)throw Error("a program with `pages` needs `readTemplate` among its sources");return e}function e_(e,t){let n=X(e),r=e=>t.some(t=>t.path===e),i=jf({title:`Hubs and courses`,nav:[]},Nm({courses:e.courses.flatMap(({name:e,title:t,description:i,term:a})=>{let o=`courses/${e}`;return r(`${o}/pages/students.html`)?[{title:t.value,about:i?.value,from:Y(a.value.from,n),to:Y(a.value.to,n),students:`${o}/pages/students.html`,staff:`${o}/pages/staff.html`,links:`${o}/links.html`}]:[]}),hubs:[...new Set(e.releases.map(({hub:e})=>e))].flatMap(t=>{let n=e.releases.find(e=>e.hub===t&&e.forPeople.value),i=`hubs/${t}/pages/operators.html`;return r(i)?[{name:t,url:n&&`${n.url}/`,page:i}]:[]})}));return E(`index.html`,i,e.project.span)}export{Xr as $,au as A,lo as B,V as C,Nd as D,Jd as E,bl as F,ai as G,zi as H,M as I,ri as J,ni as K,go as L,su as M,cu as N,ju as O,xl as P,Wr as Q,j as R,Cf as S,qd as T,di as U,Ya as V,fi as W,ei as X,ii as Y,Zr as Z,W as _,Ym as a,Of as b,Dm as c,kp as d,Vr as et,Dp as f,tp as g,$f as h,Qm as i,Fn as it,iu as j,Eu as k,qp as l,ep as m,Ug as n,Hr as nt,Km as o,Zf as p,ti as q,$m as r,A as rt,Em as s,Gg as t,Ur as tt,Ap as u,Jf as v,B as w,Df as x,kf as y,fo as z};
//# sourceMappingURL=change-emit-nXi7Ux2e.js.map