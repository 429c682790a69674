// The grammar of .hub files for editors that colour by tree-sitter. It is wider than the language: the compiler says what is wrong, and colours
// are wanted while it is. Ends of lines mean nothing here, since what begins a statement never continues one. The patterns of tokens, and the
// words that change what follows them, come from the compiler: scripts/generate-editor.mjs writes tokens.json.

const tokens = require("./tokens.json");

const pattern = (source) => new RegExp(source);
/** What is inside a text or a line of requirements: no blanks or comments are skipped before it. */
const inside = (rule) => token.immediate(prec(1, rule));

module.exports = grammar({
  name: "hub",
  word: ($) => $.name,
  extras: ($) => [/[\s\u00a0\ufeff]/, $.comment, $.documentation],
  // `x = all` may be a whole setting, with a setting behind it, or begin `x = all one in list: …`; `[a [2]]` may hold two things or one.
  // `x = "a" in` may be compared, or have the setting `in` behind it: both have one precedence.
  conflicts: ($) => [[$.quantifier, $._word], [$.path], [$.setting, $.comparison]],

  rules: {
    file: ($) => repeat($._statement),

    _statement: ($) => seq(choice($.let, $.setting, $.packages, $.block), optional(choice(",", ";"))),

    let: ($) => seq("let", field("name", $.name), "=", field("value", $._value)),
    setting: ($) =>
      prec(4, seq(field("key", $._key_path), field("operator", choice(...tokens.setters)), field("value", $._value))),

    // Declarations too: a declaration is a block of the file.
    block: ($) =>
      seq(
        optional("abstract"),
        field("kind", $._key_path),
        repeat(field("label", $._label)),
        optional($.family),
        optional(seq("extends", field("parent", $.path))),
        $.body,
      ),
    body: ($) => seq("{", repeat($._statement), "}"),
    _label: ($) => choice($.name, $._scalar, alias($.label_range, $.range)),
    label_range: ($) => seq(choice($.name, $._scalar), "..", choice($.name, $._scalar)),
    family: ($) => seq("[", $.number, optional(seq("..", $.number)), "]"),

    _key_path: ($) => seq($._key, repeat(seq(".", $._key))),
    // `in` is also a setting: of files and volumes, where they are.
    _key: ($) => choice($.name, $.text, alias("in", $.name), alias($._package_word, $.name)),

    // Lines of requirements, as conda, pip, apt and cran read them. A `#` or a brace inside a word belongs to it.
    packages: ($) => prec(1, seq(field("kind", alias($._package_word, $.name)), "{", repeat($._requirement), "}")),
    _package_word: (_) => choice(...tokens.packages),
    _requirement: ($) => choice($.package, $.version, $.link, $.quoted, $._other),
    package: (_) => /[A-Za-z0-9_][A-Za-z0-9_.-]*/,
    version: (_) => /[=!~<>]+[ \t]*[A-Za-z0-9*][A-Za-z0-9*.+!_-]*/,
    link: (_) => token(prec(1, /[a-z][a-z0-9+.-]*:\/\/\S+/)),
    quoted: (_) => /"[^"\r\n]*"|'[^'\r\n]*'/,
    _other: (_) => choice(/[^\s#}A-Za-z0-9_"']/, /["']/, inside(/[#}]\S*/)),

    _value: ($) => choice($._operand, $.range, $.comparison, $.negation, $.combination, $.quantified),
    _operand: ($) => choice($._scalar, $.constant, $.path, $.call, $.list, $.map, $.group),
    range: ($) => prec.left(5, seq($._operand, "..", $._operand)),
    list: ($) => seq("[", repeat(seq($._value, optional(","))), "]"),
    map: ($) => $.body,
    group: ($) => seq("(", $._value, ")"),
    call: ($) => prec(6, seq(field("function", $.path), "(", $._value, ")")),
    path: ($) => seq($._word, repeat(seq(".", $._word)), optional(seq("[", $.number, "]"))),
    _word: ($) => choice($.name, alias(choice(...tokens.quantifiers), $.name), alias($._package_word, $.name)),

    comparison: ($) => prec.left(4, seq($._value, choice(...tokens.comparators), $._value)),
    negation: ($) => prec(3, seq("not", $._value)),
    combination: ($) => choice(prec.left(2, seq($._value, "and", $._value)), prec.left(1, seq($._value, "or", $._value))),
    quantified: ($) => prec(3, seq($.quantifier, field("variable", $.name), "in", $._operand, ":", $._value)),
    quantifier: (_) => choice(...tokens.quantifiers),

    _scalar: ($) => choice($.text, $.number, $.moment, $.time),
    constant: (_) => choice(...tokens.constants),
    number: (_) => pattern(tokens.number),
    moment: ($) => prec.right(seq($.date, optional($.time))),
    date: (_) => pattern(tokens.date),
    time: (_) => pattern(tokens.time),

    text: ($) => choice($._short_text, $._long_text),
    _short_text: ($) => seq('"', repeat(choice(inside(/[^"\\$\r\n]+|\$/), $.escape, $.interpolation)), inside('"')),
    // Of more than three quotes at its end, the last three close it.
    _long_text: ($) =>
      seq('"""', repeat(choice(inside(/[^"\\$]+|\$|""?/), $.escape, $.interpolation)), inside(/"""+/)),
    escape: (_) => inside(/\\(u\{[0-9A-Fa-f]{1,6}\}|[^\r\n])/),
    interpolation: (_) => token.immediate(prec(2, pattern(`\\$\\{[ \\t]*${tokens.name}[ \\t]*\\}`))),

    documentation: (_) => token(prec(1, /##[^\n\r]*/)),
    comment: (_) => /#[^\n\r]*/,
    name: (_) => pattern(tokens.name),
  },
});
