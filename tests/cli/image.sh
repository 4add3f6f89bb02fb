#!/bin/sh
# The packed data: the same bytes from every build; and with none, or one that does not fit, the program says
# just what it says with it.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null
cd "$tmp" || exit 1

image=$GOUJI_BUILDDIR/data.image
GOUJI_DATADIR=$(cd "$GOUJI_SRCDIR/data" && pwd)
export GOUJI_DATADIR
samples=$GOUJI_DATADIR/samples

# In a folder of its own the program finds that folder's image.
mkdir here
cp "$gouji" here/gouji
gouji=$tmp/here/gouji

"$GOUJI_BUILDDIR/pack-data" "$GOUJI_DATADIR" one
"$GOUJI_BUILDDIR/pack-data" "$GOUJI_DATADIR" two
check "packing tells no mistake" test $? -eq 0
check "two builds are one" cmp one two

said()
{
	for sample in "$samples"/*.txt; do
		"$gouji" check --format=jsonl "$sample"
		"$gouji" tables --format=json "$sample"
	done
	"$gouji" rules
	"$gouji" rules requests.balance
}

same()
{
	said >now 2>&1
	check "$1: as from the files" cmp -s plain now
}

: >here/data.image
said >plain 2>&1
check "something is said" test "$(wc -l <plain)" -gt 100
cp "$image" here/data.image
same "the image of the build"
size=$(wc -c <"$image")
for part in 1 100 4096 $((size / 2)) $((size - 1)); do
	head -c "$part" "$image" >here/data.image
	same "cut after $part"
done
{ cat "$image" && echo; } >here/data.image
same "a byte more"
sed '1s/gouji-image/gouji-imagf/' "$image" >here/data.image
same "another magic"
# The first digit of the make's id, behind the 16 bytes of the magic.
{ head -c 16 "$image" && printf x && tail -c +18 "$image"; } >here/data.image
same "another make"
# The other byte order: each word of eight bytes turned round.
od -An -v -to1 -w8 "$image" | head -n 512 | while read -r a b c d e f g h; do
	printf %b "\\0$h\\0$g\\0$f\\0$e\\0$d\\0$c\\0$b\\0$a"
done >turned
{ cat turned && tail -c +4097 "$image"; } >here/data.image
same "another byte order"
rm here/data.image
mkdir here/data.image
same "a folder in its place"
rmdir here/data.image

# An edited rule counts, whatever the image has.
cp "$image" here/data.image
cp -R "$GOUJI_DATADIR" data
chmod -R u+w data
GOUJI_DATADIR=$tmp/data
expect 0 rules requests.balance
printf 'format: gouji-rules/1\nchange:\n  - {id: requests.balance, off: true}\n' >data/rules/zz-ours.yaml
expect 2 rules requests.balance
rm data/rules/zz-ours.yaml
expect 0 rules requests.balance
finish
