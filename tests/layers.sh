#!/bin/sh
# The include table of HACKING is true: every #include line of src/ goes where the table lets it; and
# every file of C is in a list of what is packed.
# With an argument it looks at that tree instead; without one it also breaks a copy of the rules on
# purpose, to see that it can tell.
set -u
: "${GOUJI_SRCDIR:?}"

# Lines "folder | folders it may include" and "<header> | folders or files that may" of HACKING.
check_tree()
{
	# shellcheck disable=SC2046 # no file of the tree has a blank in its name
	(cd "$1" && awk -v hacking="$GOUJI_SRCDIR/HACKING" '
	function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }
	function fail(text) { print FILENAME ":" FNR ": " text; bad = 1 }
	BEGIN {
		while ((getline line < hacking) > 0) {
			if (split(line, part, "|") != 2 || line !~ /^    /)
				continue
			name = trim(part[1])
			if (name == "folder" || name == "header")
				continue
			n = split(part[2], words, " ")
			known[name] = 1
			rows++
			for (i = 1; i <= n; i++)
				may[name, words[i]] = 1
		}
		if (rows < 15) {
			print "HACKING: its include table cannot be read"
			exit bad = 1
		}
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ {
		split($0, q, "\"")
		from = FILENAME
		sub(/^src\//, "", from)
		if (from !~ /\//)
			from = "main/" from
		sub(/\/[^\/]*$/, "", from)
		to = q[2]
		if (to !~ /\//)
			fail("\"" to "\" does not name its folder")
		sub(/\/[^\/]*$/, "", to)
		if (!(from in known))
			fail("folder " from " is not in the table")
		else if (from != to && !((from, to) in may))
			fail(from " must not include " q[2])
	}
	/^[ \t]*#[ \t]*include[ \t]*</ {
		header = $0
		sub(/^[^<]*/, "", header)
		sub(/>.*/, ">", header)
		where = FILENAME
		sub(/^src\//, "", where)
		folder = where
		sub(/\/[^\/]*$/, "", folder)
		if ((header in known) && !((header, folder) in may) && !((header, where) in may))
			fail(header " is not for " where)
	}
	END { exit bad }' $(find src -name '*.[ch]' | LC_ALL=C sort))
}

# A file that no local.mk names is not in the archive that `make dist` packs.
check_packed()
{
	(cd "$1" && export LC_ALL=C &&
		find src tests -name local.mk -exec cat {} + | tr -s ' \t\\' '\n' | sort -u >"$2/lists" &&
		find src tests -name '*.[ch]' | sort | comm -23 - "$2/lists" |
			sed 's/$/: in no local.mk/')
}

if [ $# -gt 0 ]; then
	check_tree "$1"
	exit
fi

check_tree "$GOUJI_SRCDIR" || exit 1

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
missed=0
# expect_told FILE LINE: a tree with this line in this file must be refused.
expect_told()
{
	rm -rf "$tmp/src"
	mkdir -p "$tmp/src/$(dirname "$1")"
	printf '%s\n' "$2" >"$tmp/src/$1"
	if check_tree "$tmp" >/dev/null; then
		echo "not told: $2 in src/$1" >&2
		missed=1
	fi
}

not_packed=$(check_packed "$GOUJI_SRCDIR" "$tmp")
if [ -n "$not_packed" ]; then
	echo "$not_packed" >&2
	missed=1
fi
mkdir -p "$tmp/packed/src" "$tmp/packed/tests"
: >"$tmp/packed/src/new.h"
echo 'tests = tests/new.c' >"$tmp/packed/tests/local.mk"
: >"$tmp/packed/tests/new.c"
if [ "$(check_packed "$tmp/packed" "$tmp")" != "src/new.h: in no local.mk" ]; then
	echo "not told: a header in no local.mk" >&2
	missed=1
fi

expect_told base/x.c '#include "doc/doc.h"'
expect_told rule/x.c '#include "review/review.h"'
expect_told review/x.c '#include "ui/ui.h"'
expect_told ui/x.c '#include "cli/cli.h"'
expect_told doc/x.c '#include "doc.h"'
expect_told desk/x.c '#include <curses.h>'
expect_told form/x.c '# include <yaml.h>'
expect_told new/x.c '#include "base/str.h"'
exit $missed
