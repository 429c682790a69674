// Texts that leave their quotes wherever somebody glues them into another language. Whatever would run, runs nothing worse than `id`.

const control = (code: number) => `a${String.fromCharCode(code)}b`;
const lines = (text: string) => text.split("\n").filter((line) => line !== "");

const shell = lines(String.raw`
$(id)
"$(id)"
'$(id)'
x; id
x && id
x || id
x | id
x & id
x > out
x < in
x << END
x << 'END'
x <(id)
$HOME
$IFS
$((1+1))
$'\x41'
\$(id)
\\$(id)
"; id; "
'; id; '
'"'"'; id; '"'"'
!history
!!
~root
*
/*
?
[a-z]
{a,b}
-n
--help
--
#comment
x # comment
\
x\
%s%s%n
%0a
^id
a=b id
exec id
. in`);

const backtick = ["`id`", "``", "x`id`", "```", "```sh\nid\n```", "`a\nb`"];

const yaml = lines(`
x: y
- x
? x
: x
x #y
#x
&a
*a
!!python/object/apply:os.getcwd []
!!binary aWQ=
!x
%YAML 1.2
---
...
|
|-
>-
{x: y}
[x, y]
{{x}}
{
}
[
]
,
@x
<<: *a
<<
null
~
true
yes
no
on
off
0x1F
0o17
017
1e3
.inf
.nan
12:30:45
2026-01-01
1_000
=
"x"
'x'
"
'
it's
''
x: 'y'
x: "y"`);

const docker = lines(String.raw`
RUN id
FROM scratch
x\nRUN id
# syntax=other/frontend
# escape=\
ENV A=b
USER root
["sh", "-c", "id"]
$BUILD_ARG
--mount=type=cache,id=x
ONBUILD RUN id`);

const python = lines(String.raw`
"""
'''
""" + __import__("os").getcwd() + """
''' + str(1) + '''
\N{BULLET}
\x41
\u0041
\U0001F600
\101
\n
\"
\'
{__import__("os")}
f"{x}"
%(x)s
%d
)
]); import os #
# -*- coding: utf-7 -*-
+ADw-b+AD4-`);

const templates = [
  ...lines(`
{username}
{servername}
{unescaped_username}
{username.__class__.__mro__}
{0}
{}
{{7*7}}
{{{x}}}
{{../x}}
{{#each this}}
{{> x}}
{{constructor.constructor}}
{% raw %}
{% endraw %}
{# x #}
$CI_COMMIT_SHA
$$CI
%{x}
#{x}
<%= 7*7 %>
<?php id ?>
@{x}
{{ .Values.x }}
{{- include "x" . -}}
$(params.x)`),
  ...["{ github.actor }}", "{ secrets.X }}", "CI_COMMIT_SHA}", "jndi:x}", "{x}}"].map((rest) => `\${${rest}`),
];

const markup = lines(String.raw`
<script>alert(1)</script>
</script><script>alert(1)</script>
<img src=x onerror=alert(1)>
<svg onload=alert(1)>
"><b>x</b>
'><b>x</b>
" onmouseover="alert(1)
' onmouseover='alert(1)
<!-- x -->
-->
<![CDATA[x]]>
]]>
</title>
</textarea>
</style>
&lt;b&gt;
&amp;
&#60;
&#x3c;
&
<
>
<b
javascript:alert(1)
JaVaScRiPt:alert(1)
data:text/html,<b>x</b>
vbscript:x
# heading
## heading
> quote
* item
+ item
1. item
===
***
**bold**
_it_
~~x~~
[x](javascript:alert(1))
![x](https://example.edu/x.png)
[x]: https://example.edu
[^1]
<https://example.edu>
| a | b |
|---|---|
a | b
\|
\*
$x^2$
$$x$$
:::{note}
~~~
<details>
<a href="x">y</a>
- [ ] x`);

const data = lines(String.raw`
=1+1
=cmd|' /C calc'!A0
+1+1
-1+1
@SUM(1)
=HYPERLINK("https://example.edu","x")
a,b
a;b
"a","b"
"a""b"
a\,b
a\;b
{"x": 1}
{"__proto__": {"x": 1}}
__proto__
constructor
toString
hasOwnProperty
[1, 2]
"x": "y"
\/
\u0022
\ud800
BEGIN:VEVENT
END:VCALENDAR
DTSTART:20260101T000000Z
SUMMARY:x
x\nDTEND:1
(?=x)
(a+)+$
^.*$
.*
(
\d+
a{2,}
$1
$&
\1
\Z`);

const paths = lines(String.raw`
../../etc/hosts
..
.
/
/etc/hosts
../x
x/../../y
..\..\x
C:\x
\\host\x
file:///etc/hosts
~/x
//x
x//y
x/
.git/config
%2e%2e%2f
..%2f
con
nul
aux.txt
x.
x:y
/dev/null`);

// Files are UTF-8, so that none has half of a pair.
const codes = [
  0, 1, 7, 8, 9, 11, 12, 27, 31, 127, 0x85, 0xa0, 0xad, 0x200b, 0x200e, 0x2028, 0x2029, 0x202e, 0x2066, 0xfeff,
];

const unusual: readonly string[] = [
  ...codes.map(control),
  "\u001b[31mred\u001b[0m",
  "\u001b]8;;https://example.edu\u0007x\u001b]8;;\u0007",
  "\u001b[2J",
  "a\r\nb",
  "a\rb",
  "a\nb",
  "\na",
  "a\n",
  "a\n\nb",
  "a\n- b: c",
  "a\nRUN id",
  "a\n# b",
  "a\nEOF\nid",
  "a\n---\nb: c",
  "a\n  b\n\tc",
  " a",
  "a ",
  "  a  ",
  "\ta",
  "a\tb",
  "\u0430dmin",
  "p\u0430ypal",
  "\uff41\uff44\uff4d\uff49\uff4e",
  "e\u0301",
  "\u0301",
  "\u00df",
  "\u0130",
  "\u{1f600}",
  "\u65e5\u672c\u8a9e",
  "\u0627\u0644",
  "\u{10ffff}",
  "\ufffe",
  "x".repeat(300),
  "x ".repeat(2000),
  "(".repeat(500),
  "[".repeat(500),
  "\\".repeat(101),
  '"'.repeat(101),
  "",
  " ",
];

/** Each once. */
export const payloads: readonly string[] = [
  ...new Set([shell, backtick, yaml, docker, python, templates, markup, data, paths, unusual].flat()),
];
