/* Shapes of text and tables. */
#include "import/weigh.h"

#include <string.h>

#include "base/utf8.h"

/* A cell with more characters, or with sentences and more than the second, is prose. */
#define PROSE_CHARS 300
#define PROSE_SENTENCES_CHARS 100
/* A number in a cell of its own is no longer. */
#define NUMBER_CHARS 16
/* Fewer filled cells are no table, unless there are numbers. */
#define TABLE_CELLS 4

/* "三、…" */
static bool is_numbered(struct str s)
{
	size_t at = 0, digits = 0;

	while (at < s.n) {
		unsigned ch = utf8_next(s, &at);

		if (utf8_is_han_numeral(ch) && digits < 3)
			digits++;
		else if (digits > 0)
			return ch == 0x3001 && at < s.n;
		else if (!utf8_is_space(ch))
			return false;
	}
	return false;
}

static bool is_of_number(unsigned ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19) || ch == '-' ||
	       ch == '.' || ch == ',';
}

struct weight weigh(struct str s, bool in_cell)
{
	struct weight w = {0};
	bool number = true;

	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (utf8_is_space(ch))
			continue;
		w.text++;
		w.sentences += ch == 0x3002;
		number = number && is_of_number(ch);
	}
	if (w.text)
		w.strong = is_numbered(s) + (in_cell && number);
	return w;
}

bool weigh_is_prose(size_t text, size_t sentences)
{
	return text > PROSE_CHARS || (text > PROSE_SENTENCES_CHARS && sentences > 1);
}

bool weigh_is_number(size_t text, size_t strong)
{
	return strong > 0 && text <= NUMBER_CHARS;
}

bool nature_is_scaffold(const struct nature *n)
{
	if (n->cols <= 1 || (n->numbers == 0 && (n->prose > 0 || n->filled < TABLE_CELLS)))
		return true;
	return n->prose > 0 && n->within > n->numbers;
}
