#!/bin/sh
# Saving a review where the file system has its ways, and reviews of reports that are others by now.
# The disks it mounts are its own: it runs in a name space, where the system lets us have one.
if [ -z "${GOUJI_OWN_DISKS:-}" ] && unshare -rm true 2>/dev/null; then
	GOUJI_OWN_DISKS=1
	export GOUJI_OWN_DISKS
	exec unshare -rm sh "$0"
fi
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null

dir=$tmp/reports
mkdir "$dir"
report=$dir/r.txt
sidecar=$report.review.yaml
sed 's/\(予以公开	\)20/\121/' "$samples/xidian-2020.txt" >"$report"
long=$(head -c 3000 /dev/zero | tr '\0' a)

files_in()
{
	find "$1" -type f | wc -l
}

# a file that may not grow so large: an error, not the end
expect 0 do "$report" 'decide 1 confirmed'
cp "$sidecar" "$tmp/before"
last="do with ulimit -f"
(
	ulimit -f 1
	exec "$gouji" do "$report" "decide 2 acceptable $long" >"$tmp/out" 2>"$tmp/err"
)
check "told by its status" test $? -eq 2
err 'r.txt.review.yaml: cannot write: '
check "the old review is there" cmp -s "$tmp/before" "$sidecar"
check "nothing lies beside it" test "$(files_in "$dir")" -eq 2
expect 0 do "$report" "decide 2 acceptable $long"

# a full disk, and one that is read only, where the system lets us have one
mkdir "$tmp/disk"
if [ -n "${GOUJI_OWN_DISKS:-}" ] && mount -t tmpfs -o size=64k none "$tmp/disk" 2>/dev/null; then
	cp "$report" "$sidecar" "$tmp/disk"
	cp "$sidecar" "$tmp/before"
	dd if=/dev/zero of="$tmp/disk/fill" bs=1k 2>/dev/null
	expect 2 do "$tmp/disk/r.txt" 'verdict return'
	err 'cannot write: No space left'
	check "the old review is there" cmp -s "$tmp/before" "$tmp/disk/r.txt.review.yaml"
	check "nothing lies beside it" test "$(files_in "$tmp/disk")" -eq 3
	rm "$tmp/disk/fill"
	expect 0 do "$tmp/disk/r.txt" 'verdict return'
	cp "$tmp/disk/r.txt.review.yaml" "$tmp/before"
	if mount -o remount,ro "$tmp/disk" 2>/dev/null; then
		expect 2 do "$tmp/disk/r.txt" 'verdict accept'
		err 'cannot write: Read-only file system'
		check "the old review is there" cmp -s "$tmp/before" "$tmp/disk/r.txt.review.yaml"
		err 'nothing can be written in this folder'
		expect 0 do "$tmp/disk/r.txt" 'verdict accept' "write $tmp/copy.yaml" 'quit!'
		out 'a copy of the review: '
		check "the copy has it" grep -q 'decision: "accept"' "$tmp/copy.yaml"
		expect 2 do "$tmp/disk/r.txt" "write $tmp/copy.yaml" 'quit!'
		err 'copy.yaml is there already, and nothing was written'
	fi
	umount "$tmp/disk"
fi

# a link stays a link, and the file behind it keeps its mode
mkdir "$tmp/kept"
mv "$sidecar" "$tmp/kept/real.yaml"
chmod 640 "$tmp/kept/real.yaml"
ln -s ../kept/real.yaml "$sidecar"
expect 0 do "$report" 'verdict accept'
check "still a link" test -L "$sidecar"
check "the mode" test "$(stat -c %a "$tmp/kept/real.yaml")" = 640
check "saved behind it" grep -q 'decision: "accept"' "$tmp/kept/real.yaml"
check "the digest stands last" test "$(sed -n '/^verdict:/,/^findings:/s/:.*//p' "$tmp/kept/real.yaml" | tr -d '\n')" = \
	"verdict  decision  by  at  sha256findings"
check "nothing lies beside it" test "$(files_in "$tmp/kept")" -eq 1

# the verdict is on this text of the report
expect 0 export "$report"
out '\*\*accept[a-z]*\*\* \|$'
expect 0 verify "$report"

# the report is another now: so the verdict is stale, and stays it when other work is saved
sed 's/\(予以公开	\)20/\122/' "$samples/xidian-2020.txt" >"$report"
for round in 1 2; do
	expect 0 export "$report"
	out 'given before the report was changed'
	expect 0 export --format=yaml "$report"
	out '^  stale: true'
	expect 1 verify "$report"
	out 'the verdict was given on another text of the report'
	expect 0 do "$report" overview
	out '^  verdict .*given before the report was changed'
	err 'the verdict was given before the report was changed'
	expect 0 do "$report" "decide $round confirmed"
done
expect 0 do "$report" 'verdict accept'
expect 0 export "$report"
out '\*\*accept[a-z]*\*\* \|$'
expect 0 verify "$report"
expect 0 do "$report" undo
expect 0 export "$report"
out 'given before the report was changed'

# a verdict that does not say on which text: that of the report that was saved for
sed '/^  sha256:/{x;s/^/x/;/^xx/{x;d};x}' "$sidecar" >"$tmp/hand"
cat "$tmp/hand" >"$sidecar"
expect 0 export "$report"
out '\*\*accept[a-z]*\*\* \|$'

# the review of another report
cp "$samples/houjia-2020.txt" "$dir/h.txt"
cp "$tmp/kept/real.yaml" "$dir/h.txt.review.yaml"
expect 0 export "$dir/h.txt"
out 'given before the report was changed'
expect 1 verify "$dir/h.txt"
out 'the report is not the one that was reviewed'

finish
