/* Pairs of characters. */
#include "base/pairs.h"

#include "base/utf8.h"

/* Where each text has something: a single character's place. */
enum { ALONE = 0 };

static unsigned place_of(unsigned first, unsigned second)
{
	return (first * 0x9e3779b9u + second) * 0x85ebca6bu >> 17;
}

void pairs_add(struct pairs *p, struct str text)
{
	unsigned last = 0;

	p->bits[ALONE] |= 1;
	for (size_t at = 0; at < text.n;) {
		unsigned ch = utf8_next(text, &at), place = place_of(last, ch);

		p->bits[place / 64] |= (uint64_t)1 << (place % 64);
		last = ch;
	}
}

struct pair_ends pair_ends_of(struct str word)
{
	size_t at = 0, last = utf8_prev(word, word.n), before = utf8_prev(word, last);
	unsigned first = utf8_next(word, &at);

	if (at == word.n)
		return (struct pair_ends){ALONE, ALONE};
	unsigned second = utf8_next(word, &at);

	return (struct pair_ends){(uint16_t)place_of(first, second),
		(uint16_t)place_of(utf8_next(word, &before), utf8_next(word, &last))};
}
