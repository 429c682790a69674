// Services of a hub, and what everybody and every server may do by JupyterHub's API.

import { defineBlock, nested, setting } from "../block.ts";
import { commandOf } from "../values/command.ts";
import { listOf } from "../values/compounds.ts";
import { code, text, truth, url } from "../values/scalars.ts";

const environment = defineBlock({
  name: "service environment",
  doc: "Environment variables of the program.",
  settings: {},
  anySetting: setting({ type: code, doc: "The variable's value.", example: '"https://groups.example.edu"' }),
});

export const service = defineBlock({
  name: "service",
  doc: "A program beside the hub that asks it something, or that people open through it. Its token is made by the chart.",
  settings: {
    command: setting({
      type: commandOf(),
      doc: "The program and its arguments, which the hub runs in its own pod.",
      example: '["python3", "-m", "grouper"]',
      defaultDoc: "none: it runs elsewhere",
    }),
    url: setting({
      type: url,
      doc: "Where the proxy finds it; people open it at `/services/NAME/`.",
      example: '"http://grouper:8000"',
      defaultDoc: "none: nobody opens it",
    }),
    scopes: setting({
      type: listOf(text),
      doc: "What it may do by JupyterHub's API.",
      example: '["list:users"]',
      defaultDoc: "nothing",
    }),
    display: setting({
      type: truth,
      doc: "The hub's pages show it in their menu.",
      example: "false",
      defaultDoc: "JupyterHub's, which is `true`",
    }),
    "ask-people": setting({
      type: truth,
      doc: "Who opens it is asked first whether it may know who they are.",
      example: "false",
      defaultDoc: "JupyterHub's, which is `true`",
    }),
    "redirect-url": setting({
      type: url,
      doc: "Where people come back to after they have signed in for it, where it runs elsewhere.",
      example: '"https://hub.example.edu/services/grouper/oauth_callback"',
    }),
    "client-id": setting({
      type: text,
      doc: "What it calls itself when it asks who somebody is.",
      example: '"service-grouper"',
      defaultDoc: "`service-NAME`",
    }),
  },
  blocks: {
    environment: nested(environment, 'environment { BASE_URL = "https://groups.example.edu" }'),
  },
});

export const scopes = defineBlock({
  name: "scopes",
  doc: "What everybody, and every server for its owner, may do by JupyterHub's API, in place of what they may anyway.",
  settings: {
    user: setting({
      type: listOf(text),
      doc: "What everybody who signs in may do. `self` is what people may do with their own account and servers.",
      example: '["self", "access:services"]',
      defaultDoc: '`["self"]`',
    }),
    server: setting({
      type: listOf(text),
      doc: "What a server may do with its own token.",
      example: '["users:activity!user", "access:servers!server"]',
      defaultDoc: '`["users:activity!user", "access:servers!server"]`',
    }),
  },
});
