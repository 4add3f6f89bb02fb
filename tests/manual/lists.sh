#!/bin/sh
# The manual's lists are those of the program. gouji(1) has the desk's commands, keys, options and words
# between marks, which the rows give; and it names every subcommand, option and format that --help
# names, and no other option. With GOUJI_UPDATE_MANUAL set, the marked lists are written anew.
set -u
: "${GOUJI_SRCDIR:?}" "${GOUJI_BUILDDIR:?}"
manual=$GOUJI_SRCDIR/man/gouji.1
gouji=$GOUJI_BUILDDIR/gouji
lists=$GOUJI_BUILDDIR/tests/manual/lists
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
failed=0
complain()
{
	echo "$*" >&2
	failed=1
}

for list in commands keys options arguments; do
	"$lists" $list >"$tmp/$list" || complain "cannot list $list"
	[ "$(wc -l <"$tmp/$list")" -gt 5 ] || complain "the list of $list is empty"
done
awk -v dir="$tmp" '
	/^\.\\" list: / {
		print
		while ((getline line < (dir "/" $3)) > 0)
			print line
		skip = 1
	}
	/^\.\\" end of list/ { skip = 0 }
	!skip' "$manual" >"$tmp/gouji.1"
if [ -n "${GOUJI_UPDATE_MANUAL:-}" ]; then
	cmp -s "$tmp/gouji.1" "$manual" || cp "$tmp/gouji.1" "$manual"
elif ! cmp -s "$tmp/gouji.1" "$manual"; then
	diff -u "$manual" "$tmp/gouji.1" | head -n 20 >&2
	complain "the lists of gouji(1) are not the program's: make update-manual"
fi

"$gouji" --help >"$tmp/help"
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' "$tmp/help")
for command in $commands; do
	grep -q "^\.It Cm $command\( \|\$\)" "$manual" || complain "gouji(1) does not tell of $command"
	"$gouji" "$command" --help >>"$tmp/help"
	"$gouji" "$command" --help | sed -n 's/.*--format=FORMAT .*: //p' | tr '|' '\n' >"$tmp/formats"
	while read -r format; do
		grep -q "^\.\(It \)\?Cm $format\( \|\$\)" "$manual" ||
			complain "gouji(1) does not tell of the format $format of $command"
	done <"$tmp/formats"
done
[ -n "$commands" ] || complain "no commands in --help"
sed -n 's/^  \(-[a-zA-Z], \|    \)--\([a-z-]*\).*/\2/p' "$tmp/help" | sort -u >"$tmp/told"
sed -n 's/^\.It Fl.* Fl -\([a-z-]*\).*/\1/p; s/^\.It Fl -\([a-z-]*\).*/\1/p' "$manual" |
	sort -u >"$tmp/written"
diff "$tmp/told" "$tmp/written" >&2 || complain "the options of --help (<) and of gouji(1) (>) differ"

# pages that are not installed yet are the only thing it may miss
if command -v mandoc >/dev/null; then
	for page in "$GOUJI_SRCDIR"/man/*.[1-9]; do
		mandoc -T lint -W style "$page" 2>/dev/null | grep -v ': referenced manual not found: Xr gouji' &&
			complain "mandoc finds fault with $page"
	done
fi
exit $failed
