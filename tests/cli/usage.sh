#!/bin/sh
# Help, version, and what is told of a command line that makes no sense.
. "$GOUJI_SRCDIR/tests/cli/lib.sh"
exec </dev/null

expect 0 --version
out '^gouji [0-9]+\.[0-9]+'
no_err
expect 0 -V
expect 0 --help
out '^Usage: gouji \[review\] REPORT\|DIR'
out '^  check '
no_err
expect 0 --lang=zh --help
out '^用法：'
expect 0 --help --lang=zh
out '^用法：'

commands=$("$gouji" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
for command in $commands; do
	expect 0 "$command" --help
	out "^Usage: gouji $command "
	out '^Exit status: 0 '
	out "^  gouji "
	out '  -o, --output=FILE'
	no_err
	expect 0 --lang=zh "$command" --help
	out '^退出状态'
	expect 2 "$command" --no-such-option
	no_out
	err "^gouji: unknown or ambiguous option '--no-such-option'"
	err "^Try 'gouji $command --help'"
	expect 2 "$command" -Z
	err "^gouji: unknown option '-Z'"
	expect 2 "$command" --color=sometimes x
	err "'sometimes' is no value for '--color' \(auto\|always\|never\)"
done

expect 2
no_out
err '^gouji: no report and no command given'
err "^Try 'gouji --help'"
expect 2 chekc x
err "'chekc' is neither a command nor a file"
expect 2 check
err "'check' needs an argument"
expect 2 tables a b
err "'tables' has no use for 'b'"
expect 2 check --output
err "option '--output' needs an argument"
expect 2 check --corrected=yes x
err "option '--corrected' takes no argument"
expect 2 tables --fail-on=error x
err "option '--fail-on' does not belong to 'tables'"
expect 2 tables --format=sarif x
err "'sarif' is no format of 'tables' \(text\|json\|csv\|markdown\|source\|tree\)$"
expect 2 check --fail-on=fatal x
err "'fatal' is no value for '--fail-on'"
expect 2 --lang=de check x
err "'de' is no value for '--lang'"
expect 2 --lang=zh check --fail-on=fatal x
err '“fatal”|「fatal」|fatal'
err '请|试'

# what needs no data must not ask for it
export GOUJI_DATADIR="$tmp/nowhere"
expect 0 --version
expect 0 check --help
expect 2 check "$samples/xidian-2020.txt"
no_out
err 'cannot find the folder of forms and rules'
finish
