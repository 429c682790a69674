"""As much of JupyterHub 5.5 as the hub's Python uses, so that its tests need no hub, and its types can be checked."""
