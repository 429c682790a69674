// JupyterLab knows kinds of files only from extensions, and asks a language server only for files whose kind it knows. This is the
// smallest extension: it names the kind. Written as JupyterLab loads it, so that nothing has to be built.
(() => {
  const plugin = {
    id: "hubc-files:plugin",
    description: "Tells JupyterLab that .hub files are programs of hubc.",
    autoStart: true,
    activate: ({ docRegistry }) => {
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
  const modules = { "./extension": { __esModule: true, default: plugin } };
  globalThis._JUPYTERLAB ??= {};
  globalThis._JUPYTERLAB["hubc-files"] = {
    init: () => {},
    get: (name) =>
      name in modules
        ? Promise.resolve(() => modules[name])
        : Promise.reject(new Error(`hubc-files has no module ${name}`)),
  };
})();
