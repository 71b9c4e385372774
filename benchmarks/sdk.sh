#!/usr/bin/env bash
# The unmodified Java device client, many times over every transport, without one failure:
# benchmarks/sdk.sh [registrations in each lane] [lanes] [how long answers are held back for it]
set -euo pipefail
cd "$(dirname "$0")/.."
exec mvn -B -q -pl bootstrap -am verify -Dtest=NoUnitTests -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dit.test='SdkTransportIT#manyDevicesShouldRegisterManyTimesWithoutOneFailure' \
  -Dfairlead.sdk.times="${1:-200}" -Dfairlead.sdk.lanes="${2:-1}" -Dfairlead.sdk.java-delay="${3:-100ms}"
