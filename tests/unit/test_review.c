/* The review: nothing in it, one change, groups, undo and redo in any order. */
#include "review_kit.h"

Test(review, empty)
{
	struct review *rv = review_new();
	char id[16];

	cr_expect_null(review_undo(rv));
	cr_expect_null(review_redo(rv));
	cr_expect_null(review_find(rv, RECORD_VERDICT, ""));
	cr_expect_null(review_at(rv, RECORD_DECISION, 0));
	cr_expect_null(review_history_at(rv, 0));
	cr_expect_null(review_reviewer(rv));
	cr_expect_null(review_place(rv)->cell);
	cr_expect_eq(review_count(rv, RECORD_CORRECTION), 0);
	cr_expect_not(review_is_dirty(rv));
	cr_expect_not(review_apply(rv, RECORD_DECISION, "x", NULL), "nothing to take away");
	cr_expect_not(review_is_dirty(rv));
	cr_expect_eq(review_revision(rv), 0);
	review_new_id(rv, RECORD_ANNOTATION, id);
	cr_expect_str_eq(id, "a1");
	review_free(rv);
	review_free(NULL);
}

Test(review, applies_and_signs)
{
	struct review *rv = review_new();

	setenv("SOURCE_DATE_EPOCH", "1611216000", 1);
	cr_expect(kit_correct(rv, "requests/new/person", "6", "7"));
	const struct record *r = review_find(rv, RECORD_CORRECTION, "requests/new/person");

	cr_assert_not_null(r);
	cr_expect_null(r->by, "nobody is the reviewer yet");
	cr_expect_str_eq(r->at, "2021-01-21T08:00:00Z");
	cr_expect_str_eq(r->key, "requests/new/person");
	review_set_reviewer(rv, "李敏");
	cr_expect_not(kit_correct(rv, "requests/new/person", "6", "7"), "the same again");
	cr_expect(kit_correct(rv, "requests/new/person", "6", "8"));
	r = review_find(rv, RECORD_CORRECTION, "requests/new/person");
	cr_expect_str_eq(r->by, "李敏");
	cr_expect_str_eq(r->to, "8");
	cr_expect_eq(review_count(rv, RECORD_CORRECTION), 1);
	cr_expect_eq(review_history_count(rv), 2);
	cr_expect(kit_correct(rv, "requests/new/person", NULL, NULL));
	cr_expect_null(review_find(rv, RECORD_CORRECTION, "requests/new/person"));
	cr_expect_eq(review_count(rv, RECORD_CORRECTION), 0);
	cr_expect_str_eq(review_history_at(rv, 2)->before->to, "8");
	cr_expect_null(review_history_at(rv, 2)->after);
	review_free(rv);
}

Test(review, keeps_a_signature_it_is_given)
{
	struct review *rv = review_new();
	struct record r = {.verdict = VERDICT_ACCEPT,
		.by = (char *)"王",
		.at = (char *)"2020-02-29T00:00:00Z",
		.note = (char *)""};

	review_set_reviewer(rv, "李敏");
	cr_expect(review_apply(rv, RECORD_VERDICT, "", &r));
	cr_expect_str_eq(review_find(rv, RECORD_VERDICT, "")->by, "王");
	cr_expect_str_eq(review_find(rv, RECORD_VERDICT, "")->at, "2020-02-29T00:00:00Z");
	cr_expect_null(review_find(rv, RECORD_VERDICT, "")->note, "an empty note is none");
	cr_expect_str_eq(review_history_at(rv, 0)->by, "李敏");
	r.by = (char *)"李敏";
	cr_expect(review_apply(rv, RECORD_VERDICT, "", &r), "another signature is a change");
	review_free(rv);
}

Test(review, order_of_records)
{
	struct review *rv = review_new();

	kit_decide(rv, "bb", "query", NULL);
	kit_decide(rv, "aa", "query", NULL);
	kit_correct(rv, "t/b/c", "1", "2");
	kit_correct(rv, "t/a/c", "1", "2");
	cr_expect_str_eq(review_at(rv, RECORD_DECISION, 0)->key, "bb", "as first made");
	cr_expect_str_eq(review_at(rv, RECORD_DECISION, 1)->key, "aa");
	cr_expect_str_eq(review_at(rv, RECORD_CORRECTION, 0)->key, "t/a/c", "by name");
	cr_expect_null(review_at(rv, RECORD_CORRECTION, 2));
	kit_decide(rv, "bb", NULL, NULL);
	cr_expect_str_eq(review_at(rv, RECORD_DECISION, 0)->key, "aa");
	review_undo(rv);
	cr_expect_str_eq(review_at(rv, RECORD_DECISION, 0)->key, "bb", "back in its place");
	review_free(rv);
}

Test(review, acts_of_several_changes)
{
	struct review *rv = review_new();

	kit_conclude(rv, "query", NULL);
	review_begin(rv);
	kit_correct(rv, "t/a/c", "1", "2");
	review_begin(rv);
	kit_correct(rv, "t/b/c", "1", "2");
	review_end(rv);
	kit_correct(rv, "t/a/c", "1", "3");
	review_end(rv);
	review_begin(rv); /* an act of nothing leaves no trace */
	review_end(rv);
	const struct change *c = review_undo(rv);

	cr_assert_not_null(c);
	cr_expect_str_eq(c->key, "t/a/c");
	cr_expect_str_eq(c->after->to, "2", "the first change of the act");
	cr_expect_eq(review_count(rv, RECORD_CORRECTION), 0);
	cr_expect_eq(review_history_count(rv), 1);
	c = review_redo(rv);
	cr_assert_not_null(c);
	cr_expect_str_eq(c->after->to, "2");
	cr_expect_str_eq(review_find(rv, RECORD_CORRECTION, "t/a/c")->to, "3");
	cr_expect_null(review_redo(rv));
	review_undo(rv);
	review_undo(rv);
	cr_expect_null(review_undo(rv));
	kit_conclude(rv, "accept", NULL);
	cr_expect_null(review_redo(rv), "a new act clears redo");
	review_free(rv);
}

Test(review, dirty_is_a_difference)
{
	struct review *rv = review_new();
	struct review_place place = {.pane = (char *)"text", .line = 3};

	kit_conclude(rv, "query", NULL);
	cr_expect(review_is_dirty(rv));
	review_undo(rv);
	cr_expect_not(review_is_dirty(rv), "back where it began");
	review_redo(rv);
	review_mark_saved(rv);
	cr_expect_not(review_is_dirty(rv));
	review_undo(rv);
	cr_expect(review_is_dirty(rv), "before what was saved");
	review_redo(rv);
	cr_expect_not(review_is_dirty(rv));
	review_undo(rv);
	kit_conclude(rv, "query", NULL);
	cr_expect(review_is_dirty(rv), "what was saved can no longer be reached");
	review_mark_saved(rv);
	review_set_place(rv, &place);
	review_set_place(rv, review_place(rv));
	cr_expect_str_eq(review_place(rv)->pane, "text");
	cr_expect_not(review_is_dirty(rv), "moving changes nothing");
	review_free(rv);
}

Test(review, annotation_ids_are_not_used_again)
{
	static const struct {
		const char *there, *next;
	} rows[] = {{"x", "a1"}, {"a", "a1"}, {"a0", "a1"}, {"a01", "a1"}, {"a9x", "a1"},
		{"a99999999999999999999", "a1"}, {"a9", "a10"}, {"a41", "a42"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct review *rv = review_new();
		char id[16];

		kit_annotate(rv, rows[i].there, "x", "n");
		kit_annotate(rv, rows[i].there, "x", NULL);
		review_new_id(rv, RECORD_ANNOTATION, id);
		cr_expect_str_eq(id, rows[i].next, "%s: %s", rows[i].there, id);
		review_free(rv);
	}
}

Test(review, words)
{
	static const char *const decisions[] = {"confirmed", "extraction", "acceptable", "query"};
	enum decision d = DECISION_NONE;
	enum verdict v = VERDICT_NONE;

	cr_expect_null(decision_name(DECISION_NONE));
	cr_expect_null(verdict_name(VERDICT_NONE));
	cr_expect_not(decision_parse(STR(""), &d));
	cr_expect_not(decision_parse(STR("confirm"), &d));
	cr_expect_not(verdict_parse(STR("accepted"), &v));
	cr_expect_eq(d, DECISION_NONE);
	for (size_t i = 0; i < ROWS(decisions); i++) {
		cr_expect(decision_parse(str_of(decisions[i]), &d));
		cr_expect_str_eq(decision_name(d), decisions[i]);
	}
}

/* Whatever is done, undoing gives exactly the states that were, redoing them again, and what is
 * saved and read back can be undone as if it had never been closed. */
#define STEPS 60

static unsigned long next_random(unsigned long *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state >> 11;
}

static bool random_change(struct review *rv, unsigned long *state)
{
	static const char *const decisions[] = {NULL, "confirmed", "extraction", "query"};
	static const char *const verdicts[] = {NULL, "accept", "return"};
	static const char *const notes[] = {NULL, "甲", "乙：\"引\"\n", "c"};
	static const char *const numbers[] = {NULL, "0", "7", "-2", "16434879.08"};
	unsigned long what = next_random(state);
	char key[32];

	snprintf(key, sizeof key, "a%lu", what / 4 % 5 + 1);
	switch (what % 4) {
	case 0:
		return kit_decide(rv, key, decisions[what / 64 % 4], notes[what / 256 % 4]);
	case 1:
		snprintf(key, sizeof key, "t/r%lu/c", what / 4 % 5);
		return kit_correct(rv, key, "6", numbers[what / 64 % 5]);
	case 2:
		return kit_annotate(rv, key, "原文", notes[what / 64 % 4]);
	default:
		return kit_conclude(rv, verdicts[what / 64 % 3], notes[what / 256 % 4]);
	}
}

static bool random_act(struct review *rv, unsigned long *state)
{
	bool changed = false;

	review_begin(rv);
	for (unsigned long n = next_random(state) % 4; n > 0; n--)
		changed = random_change(rv, state) || changed;
	review_end(rv);
	return changed;
}

static void expect_text(const struct review *rv, const char *wanted, unsigned long seed)
{
	char *text = kit_text(rv);

	cr_assert_str_eq(text, wanted, "seed %lu", seed);
	free(text);
}

static void reopen_and_undo(char **texts, size_t top, unsigned long seed)
{
	struct err err = {0};
	struct review *rv = kit_read(texts[top], &err);

	cr_assert_not_null(rv, "seed %lu: %s", seed, err.text);
	cr_expect_not(review_is_dirty(rv));
	expect_text(rv, texts[top], seed);
	for (size_t i = top; i > 0; i--) {
		cr_assert_not_null(review_undo(rv));
		expect_text(rv, texts[i - 1], seed);
	}
	cr_expect_null(review_undo(rv));
	review_free(rv);
}

static void one_session(unsigned long seed)
{
	unsigned long state = seed * 2654435761u + 88172645463325252u;
	struct review *rv = review_new();
	char *texts[STEPS + 1] = {kit_text(rv)}; /* texts[i]: after i acts in force */
	size_t at = 0, top = 0, saved = 0;
	bool lost = false; /* what was saved was undone and done otherwise */

	for (size_t step = 0; step < STEPS; step++) {
		unsigned long what = next_random(&state) % 8;

		if (what < 2) {
			cr_assert_eq(review_undo(rv) != NULL, at > 0);
			at -= at > 0;
		} else if (what == 2) {
			cr_assert_eq(review_redo(rv) != NULL, at < top);
			at += at < top;
		} else if (what == 3) {
			review_mark_saved(rv);
			saved = at;
			lost = false;
		} else if (random_act(rv, &state)) {
			for (size_t i = at + 1; i <= top; i++)
				free(texts[i]);
			lost = lost || saved > at;
			top = ++at;
			texts[top] = kit_text(rv);
		}
		expect_text(rv, texts[at], seed);
		cr_assert_eq(review_is_dirty(rv), lost || at != saved, "seed %lu", seed);
	}
	reopen_and_undo(texts, at, seed);
	while (review_undo(rv))
		;
	expect_text(rv, texts[0], seed);
	for (size_t i = 1; i <= top; i++) {
		cr_assert_not_null(review_redo(rv));
		expect_text(rv, texts[i], seed);
	}
	cr_expect_null(review_redo(rv));
	for (size_t i = 0; i <= top; i++)
		free(texts[i]);
	review_free(rv);
}

Test(review, any_session_can_be_undone)
{
	for (unsigned long seed = 1; seed <= 60; seed++)
		one_session(seed);
}
