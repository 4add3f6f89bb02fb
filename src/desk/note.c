/* Notes within command lines. */
#include "desk/note.h"

#include <string.h>

#include "desk/grammar.h"

static struct str trim_end(struct str line)
{
	while (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t'))
		line.n--;
	return line;
}

char *note_copy(struct str s)
{
	struct buf out = {0};
	if (str_starts(s, "\xef\xbb\xbf"))
		s = str_slice(s, 3, s.n);
	for (size_t at = 0; at <= s.n;) {
		size_t end = at;
		while (end < s.n && s.p[end] != '\n' && s.p[end] != '\r')
			end++;
		buf_add(&out, trim_end(str_slice(s, at, end)));
		buf_addc(&out, '\n');
		bool pair = end + 1 < s.n && s.p[end] == '\r' && s.p[end + 1] == '\n';
		at = end + 1 + pair;
	}
	size_t from = 0;
	while (from < out.n && out.p[from] == '\n')
		from++;
	while (out.n > from && out.p[out.n - 1] == '\n')
		out.n--;
	char *note = mem_strndup(out.p + from, out.n - from);
	buf_free(&out);
	return note;
}

/* Past one word, or what stands between quotation marks. */
static struct str skip_word(struct str s)
{
	char quote = s.p[0];
	size_t n = 0;
	if (quote == '"' || quote == '\'') {
		size_t end = str_find(s, (struct str){&quote, 1}, 1);
		return str_slice(s, end == STR_NONE ? s.n : end + 1, s.n);
	}
	while (n < s.n && !str_blank(str_slice(s, n, s.n)))
		n++;
	return str_slice(s, n, s.n);
}

static bool is_note(const struct param *p)
{
	return param_names(p, "NOTE") || param_names(p, "REASON") || param_names(p, "SUMMARY");
}

size_t note_in(struct str line)
{
	struct str rest = str_skip_blanks(line);
	if (rest.n == 0)
		return STR_NONE;
	struct str behind = skip_word(rest);
	const struct command *c =
		command_find(str_slice(rest, 0, (size_t)(behind.p - rest.p)), NULL);
	struct grammar g = {str_of(c ? c->usage : "")};
	for (struct param p; grammar_next(&g, &p);) {
		if (behind.n == 0)
			return STR_NONE;
		behind = str_skip_blanks(behind);
		if (is_note(&p))
			return (size_t)(behind.p - line.p);
		if (behind.n == 0)
			return STR_NONE;
		behind = skip_word(behind);
	}
	return STR_NONE;
}

void note_add(struct buf *line, struct str note)
{
	bool quoted = note.n && (note.p[0] == '"' || note.p[0] == '\'');
	const char *mark = memchr(note.p ? note.p : "", '"', note.n) ? "'" : "\"";
	if (quoted)
		buf_adds(line, mark);
	buf_add(line, note);
	if (quoted)
		buf_adds(line, mark);
}
