#!/bin/sh
# Puts the screen of README's first session there anew, as the program draws it: `make update-readme`.
set -eu
: "${GOUJI_SRCDIR:?}" "${GOUJI_BUILDDIR:?}"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
sed '/予以公开/s/	20	/	21	/' "$GOUJI_SRCDIR/data/samples/xidian-2020.txt" >report.txt
"$GOUJI_BUILDDIR/tests/manual/screen" "$GOUJI_BUILDDIR/gouji" report.txt 28 112 n >screen
grep -q ' 2/2 ' screen
awk '
	/^ 勾稽  / {
		while ((getline line < "screen") > 0)
			if (line != "") print line; else blank++
		skip = 1
	}
	!skip
	/^ n\/p / { skip = 0 }' "$GOUJI_SRCDIR/README" >README
cmp -s README "$GOUJI_SRCDIR/README" || cp README "$GOUJI_SRCDIR/README"
