#!/bin/sh
# Every text that a person may read is translated: what the sources mark with _() or N_() stands in the
# Chinese catalog, and what stands there is still in use.
set -u
: "${GOUJI_SRCDIR:?}"
if ! command -v xgettext >/dev/null || ! command -v msgcmp >/dev/null; then
	echo "no gettext tools here" >&2
	exit 77
fi
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
cd "$GOUJI_SRCDIR" || exit 1
find src -name '*.[ch]' | LC_ALL=C sort |
	xgettext --files-from=- --from-code=UTF-8 --keyword=_ --keyword=N_ --output="$tmp/gouji.pot" || exit 1
[ "$(grep -c '^msgid ' "$tmp/gouji.pot")" -gt 100 ] || { echo "hardly any texts found" >&2; exit 1; }
msgcmp --no-fuzzy-matching data/po/zh_CN.po "$tmp/gouji.pot" >"$tmp/told" 2>&1 && ! [ -s "$tmp/told" ] && exit 0
# with the texts themselves, which is what one looks for
msgmerge --quiet --no-fuzzy-matching data/po/zh_CN.po "$tmp/gouji.pot" >"$tmp/merged.po"
echo "not in data/po/zh_CN.po:" >&2
msgattrib --untranslated --no-obsolete --no-wrap "$tmp/merged.po" | grep '^msgid "..*"' >&2
echo "in data/po/zh_CN.po for no use:" >&2
msgattrib --only-obsolete --no-wrap "$tmp/merged.po" | grep '^#~ msgid' >&2
exit 1
