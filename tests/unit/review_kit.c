#include "review_kit.h"

bool kit_decide(struct review *rv, const char *id, const char *word, const char *note)
{
	char *cells[] = {(char *)"requests/new/person", (char *)"requests/carried_over/person"};
	char *seen[] = {(char *)"39", (char *)""};
	struct record r = {.rule = (char *)"requests.balance",
		.cells = cells,
		.seen = seen,
		.n_cells = 2,
		.note = (char *)note};

	if (word)
		cr_assert(decision_parse(str_of(word), &r.decision));
	return review_apply(rv, RECORD_DECISION, id, word ? &r : NULL);
}

bool kit_correct(struct review *rv, const char *cell, const char *from, const char *to)
{
	struct record r = {.from = (char *)from, .to = (char *)to};

	return review_apply(rv, RECORD_CORRECTION, cell, to ? &r : NULL);
}

bool kit_annotate(struct review *rv, const char *id, const char *exact, const char *note)
{
	char *tags[] = {(char *)"年份", (char *)"look"};
	struct record r = {.target = TARGET_TEXT, .note = (char *)note, .tags = tags, .n_tags = 2};

	r.text = (struct text_target){(char *)exact, (char *)"前", (char *)"后\n", {5, 9}};
	return review_apply(rv, RECORD_ANNOTATION, id, note ? &r : NULL);
}

bool kit_mend(struct review *rv, const char *id, const char *kind, const char *row, long columns,
	const char *exact)
{
	struct record r = {.row = (char *)row, .columns = columns};

	if (kind)
		cr_assert(mend_parse(str_of(kind), &r.mend));
	if (exact) {
		r.target = TARGET_TEXT;
		r.text = (struct text_target){(char *)exact, (char *)"前", (char *)"后", {5, 9}};
	}
	return review_apply(rv, RECORD_STRUCTURE, id, kind ? &r : NULL);
}

bool kit_conclude(struct review *rv, const char *word, const char *summary)
{
	struct record r = {.note = (char *)summary};

	if (word)
		cr_assert(verdict_parse(str_of(word), &r.verdict));
	return review_apply(rv, RECORD_VERDICT, "", word ? &r : NULL);
}

char *kit_text(const struct review *rv)
{
	static const struct sidecar_report about = {"r.txt",
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "2019", 7};
	struct buf out = {0};
	struct err err = {0};

	cr_assert(sidecar_write_about(rv, &about, &out, &err), "%s", err.text);
	return buf_take(&out);
}

struct review *kit_review(void)
{
	struct review *rv = review_new();
	struct review_place place = {(char *)"table", NULL, (char *)"requests/new/person", 67};

	review_set_reviewer(rv, "李敏");
	kit_decide(rv, "9f0c5a1b2c3d4e5f", "confirmed", "确认：\"总计\" 少 1\n第二行");
	kit_decide(rv, "1a2b3c4d5e6f7081", "query", NULL);
	review_begin(rv);
	kit_correct(rv, "requests/carried_forward/person", "6", "7");
	kit_correct(rv, "disclosure/fee/previous", "", "-0.50");
	review_end(rv);
	kit_annotate(rv, "a1", "三十九", "核对 | `原文` <b>");
	kit_mend(rv, "s1", "shift", "requests/new", -2, NULL);
	kit_mend(rv, "s2", "label", "requests/outcome.granted", 0, "予以\n公开");
	kit_mend(rv, "s3", "join", NULL, 0, "7 | 8");
	kit_mend(rv, "s4", "split", NULL, 0, "9");
	kit_mend(rv, "s5", "region", "disputes", 0, "四、");
	kit_conclude(rv, "return", "退回重报");
	kit_decide(rv, "1a2b3c4d5e6f7081", NULL, NULL);
	review_set_place(rv, &place);
	return rv;
}

struct review *kit_read(const char *text, struct err *err)
{
	struct review *rv = review_new();

	if (sidecar_read(str_of(text), "r.txt.review.yaml", rv, err))
		return rv;
	review_free(rv);
	return NULL;
}
