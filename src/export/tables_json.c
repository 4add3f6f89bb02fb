/* The tables as JSON, format gouji-tables/1: every cell of the form, one a line, in the form's
 * order. */
#include "base/json.h"
#include "export/tables.h"
#include "export/words.h"
#include "table/caption.h"

static void put_span(struct json *j, const struct report *r, struct text_span span)
{
	struct disk_span disk = doc_disk(r->doc, span);

	json_key(j, "span");
	json_open_flat(j, '[');
	json_int(j, (int64_t)disk.from);
	json_int(j, (int64_t)disk.to);
	json_close(j);
}

static void put_line(struct json *j, size_t line)
{
	if (!line)
		return;
	json_key(j, "line");
	json_int(j, (int64_t)line);
}

/* The page of the block there, where the source has pages. */
static void put_page(struct json *j, const struct doc *doc, size_t at)
{
	size_t low = 0, high = doc_block_count(doc);

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (doc_block(doc, middle)->span.to <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == doc_block_count(doc) || !doc_block(doc, low)->page)
		return;
	json_key(j, "page");
	json_int(j, doc_block(doc, low)->page);
}

/* A name as it is printed at its place; null for none. */
static void put_caption(
	struct json *j, const struct report *r, struct text_span at, const char *text)
{
	struct buf printed = {0};

	if (!text) {
		json_null(j);
		return;
	}
	caption_printed(r, at, text, &printed);
	json_str(j, buf_str(&printed));
	buf_free(&printed);
}

static void put_head(struct json *j, const struct tables_input *in)
{
	const struct report *r = in->report;

	json_key(j, "format");
	json_cstr(j, "gouji-tables/1");
	json_key(j, "file");
	words_json_name(j, in->file);
	json_key(j, "sha256");
	json_cstr(j, doc_sha256(r->doc));
	json_key(j, "encoding");
	json_cstr(j, doc_encoding(r->doc));
	json_key(j, "title");
	put_caption(j, r, r->title, r->title_text);
	json_key(j, "agency");
	put_caption(j, r, r->agency, r->agency_text);
	json_key(j, "year");
	if (r->year)
		json_int(j, r->year);
	else
		json_null(j);
	json_key(j, "form");
	json_cstr(j, r->form->id);
}

static void put_section(struct json *j, const struct report *r, const struct report_section *s)
{
	json_open_flat(j, '{');
	json_key(j, "number");
	json_int(j, s->number);
	json_key(j, "title");
	json_str(j, doc_str(r->doc, s->title));
	put_span(j, r, s->span);
	put_line(j, doc_source_line(r->doc, s->span.from));
	json_close(j);
}

static void put_correction(struct json *j, const struct record *correction)
{
	struct dec value;

	if (!correction || !dec_parse(str_of(correction->to), &value))
		return;
	json_key(j, "corrected");
	json_open_flat(j, '{');
	json_key(j, "value");
	json_dec(j, value);
	json_key(j, "by");
	json_cstr(j, correction->by);
	json_key(j, "at");
	json_cstr(j, correction->at);
	json_close(j);
}

static void put_printed(struct json *j, const struct report *r, const struct cell *c)
{
	json_key(j, "text");
	json_str(j, doc_str(r->doc, c->span));
	if (c->state == CELL_GIVEN) {
		json_key(j, "value");
		json_dec(j, c->value);
	}
	put_span(j, r, c->span);
}

static void put_cell(struct json *j, const struct tables_input *in, size_t i)
{
	const struct report *r = in->report;
	const struct cell *c = &r->cells[i];
	bool printed = c->state != CELL_MISSING && !text_span_empty(c->span);

	json_open_flat(j, '{');
	json_key(j, "cell");
	json_cstr(j, c->def->name);
	json_key(j, "state");
	json_cstr(j, cell_state_name(c->state));
	if (printed)
		put_printed(j, r, c);
	put_line(j, report_cell_line(r, i));
	if (printed)
		put_page(j, r->doc, c->span.from);
	if (c->how) {
		json_key(j, "how");
		json_cstr(j, c->how);
	}
	if (c->doubt) {
		json_key(j, "doubt");
		json_bool(j, true);
	}
	put_correction(j, tables_correction(in, c));
	json_close(j);
}

void tables_write_json(const struct tables_input *in, struct buf *out)
{
	const struct report *r = in->report;
	struct json j;

	json_init(&j, out, true);
	json_open(&j, '{');
	put_head(&j, in);
	json_key(&j, "sections");
	json_open(&j, '[');
	for (size_t i = 0; i < r->n_sections; i++)
		put_section(&j, r, &r->sections[i]);
	json_close(&j);
	json_key(&j, "cells");
	json_open(&j, '[');
	for (size_t i = 0; i < r->n_cells; i++)
		put_cell(&j, in, i);
	json_close(&j);
	json_close(&j);
	buf_addc(out, '\n');
}
