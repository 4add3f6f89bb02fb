#!/bin/sh
# The screens in README and gouji(1) are what the program draws. Each is drawn again and compared; with
# GOUJI_UPDATE_SCREENS set they are written anew (`make update-readme`).
#
# README's begins with the desk's title and ends with its keys; the manual's stand between marks,
# .\" screen: NAME and .\" end of screen.
set -u
: "${GOUJI_SRCDIR:?}" "${GOUJI_BUILDDIR:?}"
screen=$GOUJI_BUILDDIR/tests/manual/screen
gouji=$GOUJI_BUILDDIR/gouji
samples=$GOUJI_SRCDIR/data/samples
if [ ! -x "$screen" ]; then
	echo "SKIPPED: the screens of README and gouji(1) were not compared: libvterm is not there, by which they are read back" >&2
	exit 77
fi
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 1
failed=0
complain()
{
	echo "$*" >&2
	failed=1
}

# One figure changed, and beside it the report of the year before.
sed '/予以公开/s/	20	/	21	/' "$samples/xidian-2020.txt" >report.txt
mkdir across town
cp "$samples/xidian-2020.txt" across/xidian-2020.txt
sed 's/2020/2019/g' "$samples/xidian-2020.txt" >across/xidian-2019.txt
cp "$samples"/*.txt town/

# draw NAME LANGUAGE ROWS COLUMNS KEYS ARGUMENT...: what is drawn goes into NAME, and must hold something.
draw()
{
	name=$1
	shift
	language=$1 rows=$2 columns=$3 keys=$4
	shift 4
	"$screen" "$language" "$rows" "$columns" "$keys" "$gouji" "$@" >"$name.raw" ||
		complain "the screen $name cannot be drawn"
	# empty rows in the middle of a page say nothing; those within the panes do
	sed '/^$/d' "$name.raw" >"$name"
	[ "$(wc -l <"$name")" -gt 5 ] || complain "the screen $name is empty"
}
draw readme zh 28 112 n report.txt
draw finding en 24 78 '' report.txt
draw beside en 24 78 ':filter across.carried
B' across/xidian-2020.txt
draw queue en 12 78 Ggg town

# In a manual, a backslash is an escape and a line does not begin with a full stop.
for name in finding beside queue; do
	sed -e 's/\\/\\e/g' -e 's/^\([.'\'']\)/\\\&\1/' "$name" >"$name.man"
done

awk '
	/^ 勾稽  / {
		while ((getline line < "readme") > 0)
			print line
		skip = 1
	}
	!skip
	/^ n\/p / { skip = 0 }' "$GOUJI_SRCDIR/README" >README
awk '
	/^\.\\" screen: / {
		print
		print ".Bd -literal"
		while ((getline line < ($3 ".man")) > 0)
			print line
		print ".Ed"
		skip = 1
	}
	/^\.\\" end of screen/ { skip = 0 }
	!skip' "$GOUJI_SRCDIR/man/gouji.1" >gouji.1
grep -q ' 2/2 ' readme || complain "README's screen is not of its second finding"
[ "$(grep -c 'screen: ' gouji.1)" -eq 3 ] || complain "the manual does not have three screens"

compare()
{
	cmp -s "$1" "$2" && return
	if [ -n "${GOUJI_UPDATE_SCREENS:-}" ]; then
		cp "$1" "$2"
		return
	fi
	diff -u "$2" "$1" | head -n 40 >&2
	complain "the screens of $2 are not the program's: make update-readme"
}
[ "$failed" -eq 0 ] || exit 1
compare README "$GOUJI_SRCDIR/README"
compare gouji.1 "$GOUJI_SRCDIR/man/gouji.1"
exit $failed
