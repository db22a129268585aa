// The public face of the module follows.
