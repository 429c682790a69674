// The files that hubc puts into every server, where a hub needs them. Nothing else may lie at them, below or above.

/** The server's own settings (jupyter_server 2, its folder of settings for the whole system). */
export const serverConfigFile = "/etc/jupyter/jupyter_server_config.json";

/** The kernel's (IPython 9, the same for the whole system). */
export const kernelConfigFile = "/etc/ipython/ipython_kernel_config.json";

/** Whatever else it brings. */
export const hubcFolder = "/etc/hubc";
