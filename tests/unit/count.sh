#!/bin/sh
# Criterion finds tests through a linker section, and drops them without a word where the linker drops
# that (-flto, --gc-sections, static archives). So what is written, listed and run must agree in number.
set -u
suite=${COUNT_SUITE:-unit}
unit=$GOUJI_BUILDDIR/tests/$suite/$suite
log=$unit.log

written=$(cat "$GOUJI_SRCDIR/tests/$suite"/test_*.c | grep -cE '^(Parameterized)?Test\(')
listed=$("$unit" --list | grep -cE '^(├──|└──|\|--|`--) ')
tested=$(sed -n 's/.*Synthesis: Tested: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)

skipped=$(grep -c '^SKIP ' "$log")

echo "written $written, listed $listed, tested ${tested:-none}, of which skipped $skipped"
grep '^SKIP ' "$log" | sort | uniq -c
[ "$written" -gt 0 ] || { echo "no tests found in the sources" >&2; exit 1; }
[ "$written" -eq "$listed" ] || { echo "Criterion does not see every test" >&2; exit 1; }
[ "${tested:-0}" -ge "$listed" ] || { echo "Criterion did not run every test" >&2; exit 1; }
