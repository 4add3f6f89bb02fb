#include "unit/table_kit.h"

#include "table/book.h"
#include "table/section.h"

TestSuite(book, .init = kit_load, .fini = kit_unload);

Test(book, of_words_that_no_label_has)
{
	static const char *const rows[] = {
		"我", "总计我", "我总计", "本年新收政府信息公开申请数量的"};
	struct arena *a = arena_new();
	const struct label_book *book = label_book_in(a, kit_forms());

	cr_expect_not(label_book_has(book, STR("")));
	cr_expect(label_book_begins(book, STR("")));
	cr_expect(label_book_holds(book, STR("")));
	for (size_t i = 0; i < ROWS(rows); i++) {
		cr_expect_not(label_book_has(book, str_of(rows[i])), "%s", rows[i]);
		cr_expect_not(label_book_begins(book, str_of(rows[i])), "%s", rows[i]);
		cr_expect_not(label_book_holds(book, str_of(rows[i])), "%s", rows[i]);
	}
	arena_free(a);
}

/* The headings that a report's sections are found by: no white space, no number before them. */
Test(book, has_the_headings_of_the_sections)
{
	struct arena *a = arena_new();
	const struct section_cores *cores = label_book_sections(label_book_in(a, kit_forms()));
	unsigned last = 1;

	for (size_t i = 0; i < cores->n; i++) {
		cr_expect(cores->v[i].core.n > 0);
		cr_expect(cores->v[i].number == last || cores->v[i].number == last + 1);
		last = cores->v[i].number;
	}
	cr_expect_eq(last, 6);
	arena_free(a);
}

/* Of every label of every set: the whole, its beginnings and what is left of it behind them. */
Test(book, has_what_its_sets_have)
{
	struct arena *a = arena_new();
	const struct label_book *book = label_book_in(a, kit_forms());
	size_t labels = 0;

	for (size_t i = 0; i < label_book_sets(book); i++) {
		const struct label_set *set = label_book_nth(book, i);

		for (size_t n = 0; n < label_set_count(set); n++, labels++) {
			struct str core = label_set_core(set, n);

			cr_expect(label_book_has(book, core), "%.*s", STR_ARG(core));
			cr_expect_leq(core.n, label_book_longest(book));
			for (size_t at = 0; at < core.n; utf8_next(core, &at)) {
				struct str head = str_slice(core, 0, at);
				struct str rest = str_slice(core, at, core.n);

				cr_assert(label_book_begins(book, head), "%.*s", STR_ARG(head));
				cr_assert(label_book_holds(book, rest), "%.*s", STR_ARG(rest));
			}
		}
	}
	cr_expect_gt(labels, 100);
	arena_free(a);
}
