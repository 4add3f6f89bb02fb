/* Message templates and their slots. */
#include "rule/message.h"

#include <assert.h>
#include <string.h>

/* The next slot of a template at or after *at: its name, with *at past it; the text before it goes
 * to out where out is not NULL. false at the end, or (with name set) at a brace that is never
 * closed. */
static bool next_slot(const char *template, size_t *at, struct buf *out, struct str *name)
{
	const char *p = template + *at;

	*name = (struct str){0};
	for (; *p; p++) {
		if ((*p == '{' || *p == '}') && p[1] == *p) {
			p++;
		} else if (*p == '{') {
			const char *end = strchr(p, '}');

			*name = (struct str){p + 1, end ? (size_t)(end - p - 1) : strlen(p + 1)};
			*at = end ? (size_t)(end + 1 - template) : strlen(template);
			return end != NULL;
		}
		if (out)
			buf_addc(out, *p);
	}
	*at = (size_t)(p - template);
	return false;
}

void slots_init(struct slots *s, struct arena *a)
{
	*s = (struct slots){.arena = a};
}

void slots_words(struct slots *s, const char *name, struct form_words words)
{
	assert(s->n < MESSAGE_SLOTS_MAX);
	s->v[s->n++] = (struct slot){name, {words.text[0], words.text[1]}};
}

void slots_text(struct slots *s, const char *name, struct str text)
{
	const char *copy = arena_cstr(s->arena, text);

	slots_words(s, name, (struct form_words){{copy, copy}});
}

void slots_dec(struct slots *s, const char *name, struct dec d)
{
	char room[DEC_TEXT_MAX];

	slots_text(s, name, str_of(dec_str(d, room)));
}

void slots_count(struct slots *s, const char *name, size_t n)
{
	slots_dec(s, name, dec_of((int64_t)n));
}

bool message_check(const char *template, const char *const *names, struct str *bad)
{
	size_t at = 0;

	while (next_slot(template, &at, NULL, bad)) {
		size_t i = 0;

		while (names[i] && !str_is(*bad, names[i]))
			i++;
		if (!names[i])
			return false;
	}
	return bad->p == NULL;
}

char *message_fill(const struct slots *s, const char *template, enum lang lang)
{
	struct buf out = {0};
	struct str name;
	size_t at = 0;

	while (next_slot(template, &at, &out, &name)) {
		for (size_t i = 0; i < s->n; i++) {
			if (str_is(name, s->v[i].name))
				buf_adds(&out, s->v[i].text[lang]);
		}
	}
	char *text = arena_cstr(s->arena, buf_str(&out));

	buf_free(&out);
	return text;
}

struct form_words message_words(const struct slots *s, struct form_words templates)
{
	struct form_words out;

	for (enum lang l = LANG_EN; l <= LANG_ZH; l++)
		out.text[l] = message_fill(s, templates.text[l] ? templates.text[l] : "", l);
	return out;
}
