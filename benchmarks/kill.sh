#!/usr/bin/env bash
# The kill campaign: benchmarks/kill.sh --kills 200 --database postgresql|h2 [--seed <n>] [--movers <n>] [--planted <name>]
exec "$(dirname "$0")/run" kill.KillCampaign "$@"
