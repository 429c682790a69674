"""Reads Bicep from the input with two grammars, and prints what the first one made of it. Fails where one of them does not read it."""

import json
import sys

import tree_sitter
import tree_sitter_bicep
from pycep import BicepParser

text = sys.stdin.read()
parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_bicep.language()))
if parser.parse(text.encode()).root_node.has_error:
    sys.exit("tree-sitter-bicep finds an error")
print(json.dumps(BicepParser(add_line_numbers=False).parse(text=text)))
