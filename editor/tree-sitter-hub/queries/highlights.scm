; Colours by the names that Helix's themes know. No place is caught twice, since editors differ in which of two catches wins.

(comment) @comment.line
(documentation) @comment.line.documentation

; Declarations: `storage nfs homes extends other { … }`, and constants.
["abstract" "extends" "let"] @keyword
(file (block kind: (name) @keyword.storage.type))
(file (block label: (name) @type . label: (_)))
(file (block label: (name) @constructor . [(family) (body) "extends"]))
(block parent: (path (name) @constructor))
(let name: (name) @constant)

; Inside of them: settings, blocks with their labels, and lines of requirements.
(setting key: (name) @variable.other.member)
(body (block kind: (name) @keyword.control))
(body (block label: (name) @label))
(packages kind: (name) @keyword.control)
(package) @namespace
(version) @constant.numeric
(link) @string.special.url
(quoted) @string

(text) @string
(escape) @constant.character.escape
(interpolation) @variable.parameter
[(number) (date) (time)] @constant.numeric
(constant) @constant.builtin
(call function: (path (name) @function))
(quantified variable: (name) @variable.parameter)

(quantifier) @keyword.operator
["and" "or" "not" "in" "matches"] @keyword.operator
["=" "+=" "-=" "==" "!=" "<=" ">=" "<" ">" ".."] @operator
["{" "}" "[" "]" "(" ")"] @punctuation.bracket
["," ";" "." ":"] @punctuation.delimiter
