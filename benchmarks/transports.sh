#!/usr/bin/env bash
# The transport program: benchmarks/transports.sh [--warmup <s>] [--seconds <s>] [--threads <n>] [--devices <n>] [--most-idle <n>] [--half-open <n>]
# The other ends of ten thousand connections are held here.
FAIRLEAD_BENCHMARK_HEAP=1g exec "$(dirname "$0")/run" load.TransportProgram "$@"
