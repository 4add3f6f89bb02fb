#!/bin/sh
# The desk tests that are written are the ones that ran.
COUNT_SUITE=desk exec sh "$GOUJI_SRCDIR/tests/unit/count.sh"
