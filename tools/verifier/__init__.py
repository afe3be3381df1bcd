"""A second verifier of Gatehouse bundles, written from FORMAT.md and the public standards alone."""
