#!/usr/bin/env bash
# What one registration and one move say to PostgreSQL: benchmarks/score.sh
exec "$(dirname "$0")/run" load.ScoreProgram "$@"
