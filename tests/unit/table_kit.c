#include "unit/table_kit.h"

#include <string.h>

#include "import/import.h"

static struct forms *forms;

void kit_load(void)
{
	struct err err = {0};
	char dir[4096];
	snprintf(dir, sizeof dir, "%s/forms", getenv("GOUJI_DATADIR"));
	forms = forms_load(dir, &err);
	cr_assert_not_null(forms, "%s", err.text);
}

void kit_unload(void)
{
	forms_free(forms);
}

const struct forms *kit_forms(void)
{
	return forms;
}

static const char head[] =
	"某市财政局2022年政府信息公开工作年度报告\n\n"
	"三、收到和处理政府信息公开申请情况\n\n"
	"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
	"|---|---|---|---|---|---|---|---|\n";

struct report *kit_build(const char *rows)
{
	struct err err = {0};
	struct buf bytes = {0};
	struct report *r = NULL;
	buf_adds(&bytes, head);
	buf_adds(&bytes, rows);
	struct doc *d = import_bytes("t.txt", &bytes, &(struct import_options){0}, &err);
	cr_assert_not_null(d, "%s", err.text);
	cr_assert(report_build(d, forms, &r, &err), "%s", err.text);
	return r;
}

struct text_span kit_find(const struct report *r, const char *words)
{
	size_t at = str_find(doc_text(r->doc), str_of(words), 0);
	cr_assert(at != STR_NONE, "%s", words);
	return (struct text_span){at, at + strlen(words)};
}

void kit_expect_row(const struct report *r, const char *row, const char *wanted)
{
	static const char *const columns[] = {
		"person", "company", "research", "welfare", "legal", "other", "total"};
	struct buf got = {0};
	for (size_t i = 0; i < ROWS(columns); i++) {
		char name[128], text[DEC_TEXT_MAX];
		snprintf(name, sizeof name, "requests/%s/%s", row, columns[i]);
		size_t at = report_cell_find(r, str_of(name));
		cr_assert(at != STR_NONE, "%s", name);
		const struct cell *cell = &r->cells[at];
		const char *shown[] = {[CELL_MISSING] = ".",
			[CELL_BLANK] = "_",
			[CELL_GIVEN] = dec_str(cell->value, text),
			[CELL_UNREADABLE] = "!"};
		buf_addf(&got, "%s%s%s", i ? " " : "", shown[cell->state], cell->doubt ? "?" : "");
	}
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
}

/* "1" given, "." missing, "_" blank, "!" unreadable; "?" behind what is in doubt. */
static void show_cell(const struct report *r, const char *name, struct buf *out)
{
	static const char *const marks[] = {".", "_", "", "!"};
	char text[DEC_TEXT_MAX];
	size_t at = report_cell_find(r, str_of(name));
	if (at == STR_NONE) {
		buf_adds(out, "-");
		return;
	}
	const struct cell *c = &r->cells[at];
	buf_adds(out, c->state == CELL_GIVEN ? dec_str(c->value, text) : marks[c->state]);
	buf_adds(out, c->doubt ? "?" : "");
}

void kit_expect_cells(const char *text, const char *cells, const char *wanted)
{
	struct err err = {0};
	struct buf bytes = {0}, got = {0};
	struct report *r = NULL;
	char names[512], *rest = NULL;
	buf_adds(&bytes, text);
	struct doc *d = import_bytes("t.txt", &bytes, &(struct import_options){0}, &err);
	cr_assert_not_null(d, "%s", err.text);
	cr_assert(report_build(d, forms, &r, &err), "%s", err.text);
	snprintf(names, sizeof names, "%s", cells);
	for (char *name = strtok_r(names, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
		buf_adds(&got, got.n ? " " : "");
		show_cell(r, name, &got);
	}
	cr_expect(str_is(buf_str(&got), wanted), "%s\ngot \"%s\", wanted \"%s\"", text,
		got.p ? got.p : "", wanted);
	buf_free(&got);
	report_free(r);
}
