#!/usr/bin/env bash
# The transport program: benchmarks/transports.sh [--warmup <s>] [--seconds <s>] [--threads <n>] [--devices <n>] [--most-idle <n>] [--half-open <n>]
exec "$(dirname "$0")/run" load.TransportProgram "$@"
