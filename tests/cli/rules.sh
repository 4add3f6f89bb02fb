#!/bin/sh
# Rules of one's own, their mistakes, the self-test, and reports beside a report.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null

"$gouji" rules --self-test >"$tmp/out" 2>"$tmp/err"
check "self-test" test $? -eq 0
check "self-test tells" grep -q 'failing: 0$' "$tmp/out"

# what is found in prose does not hang on the order of the files
mkdir -p "$tmp/data"
cp -r "$GOUJI_DATADIR/forms" "$GOUJI_DATADIR/rules" "$tmp/data/"
n=99
for file in "$tmp"/data/rules/text*.yaml; do
	mv "$file" "$tmp/data/rules/text$n.yaml"
	n=$((n - 1))
done
GOUJI_DATADIR=$tmp/data "$gouji" rules --self-test >"$tmp/out" 2>"$tmp/err"
check "self-test, files in another order" test $? -eq 0

printf 'format: gouji-rules/1\nchange:\n  - {id: no.such}\n' >"$tmp/bad.yaml"
"$gouji" check --rules="$tmp/bad.yaml" "$samples/xidian-2020.txt" >"$tmp/out" 2>"$tmp/err"
check "a mistake is trouble" test $? -eq 2
check "told by line and column" grep -q 'bad.yaml:3:10: ' "$tmp/err"

own() {
	printf 'format: gouji-rules/1\nrules:\n  - id: own.a\n    kind: phrase\n    title: {zh: x, en: x}\n    message: {zh: x, en: x}\n    patterns:\n      - %s\n' "$1"
}
mkdir -p "$tmp/config/gouji/rules"
own '公开(' >"$tmp/config/gouji/rules/own.yaml"
for command in "check $samples/xidian-2020.txt" "do $samples/xidian-2020.txt next" rules; do
	# shellcheck disable=SC2086 # the words of a command
	XDG_CONFIG_HOME=$tmp/config "$gouji" $command >"$tmp/out" 2>"$tmp/err"
	check "a bad pattern is trouble: $command" test $? -eq 2
	check "a bad pattern is told: $command" grep -q 'own.yaml:8:12: ' "$tmp/err"
done
rm "$tmp/config/gouji/rules/own.yaml"

printf 'format: gouji-rules/1\nchange:\n  - {id: report.date-late, deadlines: [{agencies: [镇人民政府], month: 1, day: 20}]}\n' \
	>"$tmp/config/gouji/rules/ours.yaml"
XDG_CONFIG_HOME=$tmp/config "$gouji" check --format=jsonl "$samples/houjia-2020.txt" >"$tmp/out"
check "a deadline of one's own" grep -q '"report.date-late"' "$tmp/out"
"$gouji" check --format=jsonl "$samples/houjia-2020.txt" >"$tmp/out"
check "the deadline of all" sh -c "! grep -q report.date-late '$tmp/out'"

sed 's/2020/2019/g; s/威海市文登区侯家镇/宁海县西店镇/g; s/侯家镇/西店镇/g' "$samples/houjia-2020.txt" >"$tmp/h-2019.txt"
"$gouji" check --format=jsonl --previous="$samples/houjia-2020.txt" "$samples/xidian-2020.txt" >"$tmp/out" 2>"$tmp/err"
check "of another year is told" grep -q '"not-checked".*"across.carried-over".*is of 2020' "$tmp/out"
"$gouji" check --format=jsonl --previous="$tmp/h-2019.txt" "$samples/xidian-2020.txt" >"$tmp/out"
check "the chain is broken" grep -q '"rule": "across.carried-over".*"declared": 3, "actual": 0' "$tmp/out"
cp "$samples/xidian-2020.txt" "$tmp/r-2020.txt"
sed 's/2020/2019/g' "$samples/xidian-2020.txt" >"$tmp/r-2019.txt"
"$gouji" check --format=jsonl "$tmp/r-2020.txt" >"$tmp/out"
check "found beside" grep -q '"rule": "across.carried-over".*"declared": 3, "actual": 7' "$tmp/out"
"$gouji" check --previous="$tmp/none.txt" "$samples/xidian-2020.txt" >"$tmp/out" 2>"$tmp/err"
check "no such report is trouble" test $? -eq 2

# what hangs on a year or an agency that is not told is told as not checked
sed 's/20[0-9][0-9]/某/g' "$samples/xidian-2020.txt" >"$tmp/no-year.txt"
"$gouji" check --format=jsonl --lang=en "$tmp/no-year.txt" >"$tmp/out"
check "no year" grep -q '"not-checked".*"report.date-late".*which year' "$tmp/out"
sed 's/宁海县//g; s/西店镇人民政府//g; s/西店镇/我办/g' "$samples/xidian-2020.txt" >"$tmp/no-agency.txt"
"$gouji" check --format=jsonl --lang=en "$tmp/no-agency.txt" >"$tmp/out"
check "no agency" grep -q '"not-checked".*"disclosure.town-regulation".*whose' "$tmp/out"

mkdir "$tmp/below"
cp "$samples/xidian-2020.txt" "$tmp/below/"
"$gouji" check --children="$tmp/below" "$tmp/r-2020.txt" >"$tmp/out"
"$gouji" check --format=jsonl --children="$tmp/below" "$samples/xidian-2020.txt" >"$tmp/out"
check "the sum of one is itself" sh -c "! grep -q across.children '$tmp/out'"
cp "$samples/houjia-2020.txt" "$tmp/below/"
rm "$tmp/below/xidian-2020.txt"
"$gouji" check --format=jsonl --children="$tmp/below" "$samples/xidian-2020.txt" >"$tmp/out"
check "not the sum" grep -q '"rule": "across.children"' "$tmp/out"
finish
