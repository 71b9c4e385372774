#!/usr/bin/env bash
# The certificate program: benchmarks/certificates.sh [--warmup <s>] [--seconds <s>] [--threads <n>] [--devices <n>]
exec "$(dirname "$0")/run" load.CertificateProgram "$@"
