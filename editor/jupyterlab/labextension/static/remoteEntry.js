// JupyterLab knows kinds of files and their languages only from extensions, and asks a language server only for files whose kind it knows.
// This is the smallest extension: it names the kind, and colours it. Written as JupyterLab loads it, so that nothing has to be built: a
// container of modules, which is given what JupyterLab and its other extensions share.
(() => {
  const here = document.currentScript.src;
  let shared;

  /** A module that JupyterLab shares: there is one of it, however many versions are named. */
  const load = async (name) => {
    const [version] = Object.values(shared[name] ?? {});
    if (version === undefined) throw new Error(`JupyterLab shares no ${name}: hubc-files is for JupyterLab 4`);
    return (await version.get())();
  };

  const plugin = async () => {
    const { IEditorLanguageRegistry } = await load("@jupyterlab/codemirror");
    return {
      id: "hubc-files:plugin",
      description: "Tells JupyterLab that .hub files are programs of hubc, and colours them.",
      autoStart: true,
      requires: [IEditorLanguageRegistry],
      activate: ({ docRegistry }, languages) => {
        languages.addLanguage({ name: "hub", displayName: "Hub", mime: "text/x-hub", extensions: ["hub"], load: language });
        docRegistry.addFileType({
          name: "hub",
          displayName: "Hub File",
          extensions: [".hub"],
          mimeTypes: ["text/x-hub"],
          contentType: "file",
          fileFormat: "text",
        });
      },
    };
  };

  const language = async () => {
    const { LanguageSupport, StreamLanguage } = await load("@codemirror/language");
    const { hubParser } = await import(new URL("language.js", here).href);
    return new LanguageSupport(StreamLanguage.define(hubParser));
  };

  const modules = { "./extension": async () => ({ __esModule: true, default: await plugin() }) };
  globalThis._JUPYTERLAB ??= {};
  globalThis._JUPYTERLAB["hubc-files"] = {
    init: (scope) => {
      shared = scope;
    },
    get: async (name) => {
      if (!(name in modules)) throw new Error(`hubc-files has no module ${name}`);
      const module = await modules[name]();
      return () => module;
    },
  };
})();
