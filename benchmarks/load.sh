#!/usr/bin/env bash
# The load program: benchmarks/load.sh [--warmup <s>] [--seconds <s>] [--threads <n>] [--few <n>] [--many <n>]
exec "$(dirname "$0")/run" load.LoadProgram "$@"
