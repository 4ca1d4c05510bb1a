"""The weekly look at the addresses of sources. It alone uses the network; no build and no check needs it."""
