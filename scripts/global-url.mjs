// What node-fetch takes from whatwg-url where Node has no URL of its own, which every supported Node has.

export const URL = globalThis.URL;
