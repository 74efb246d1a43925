"""May they join: national entry of a BPU, and local programmes as data."""
