#!/usr/bin/env bash
# The admin program: benchmarks/admin.sh [--warmup <s>] [--seconds <s>] [--threads <n>] [--few <n>] [--many <n>]
exec "$(dirname "$0")/run" load.AdminProgram "$@"
