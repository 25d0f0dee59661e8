"""The figures of docs/benchmarks.md, each measured against a raw library or a peer in the same run."""
