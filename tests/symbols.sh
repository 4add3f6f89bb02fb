#!/bin/sh
# No two files define the same name. The library is an archive, from which the linker takes only what is
# still missing: of two functions called alike it would take one and say nothing.
set -u
: "${GOUJI_BUILDDIR:?}"
cd "$GOUJI_BUILDDIR" || exit 1
objects=$(find src -name 'gouji-*.o' -o -name 'libgouji_a-*.o' | LC_ALL=C sort)
[ "$(echo "$objects" | wc -l)" -gt 50 ] || { echo "no objects found" >&2; exit 1; }
# shellcheck disable=SC2086 # no object has a blank in its name
nm -A -g --defined-only $objects | awk '
	$2 ~ /^[TDBRC]$/ {
		split($1, part, ":")
		if ($3 in where) {
			print $3 " is defined in " where[$3] " and in " part[1]
			bad = 1
		}
		where[$3] = part[1]
		n++
	}
	END { if (n < 100) { print "no names found"; bad = 1 } exit bad }'
