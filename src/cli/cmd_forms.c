/* gouji forms: the statutory forms that reports are read against. */
#include <string.h>

#include "base/mem.h"
#include "cli/formats.h"
#include "cli/inputs.h"
#include "cli/listing.h"
#include "cli/output.h"

#define YEAR_OPEN 9999

static void put_str(struct json *j, const char *key, const char *value)
{
	json_key(j, key);
	json_cstr(j, value);
}

static void put_years(struct json *j, const struct form *f)
{
	json_key(j, "years");
	json_open_flat(j, '[');
	json_int(j, f->year_from);
	if (f->year_to == YEAR_OPEN)
		json_null(j);
	else
		json_int(j, f->year_to);
	json_close(j);
}

static void put_cell(struct json *j, const struct form_cell *c, enum lang lang)
{
	struct buf words = {0};

	form_cell_words(c, lang, &words);
	json_open_flat(j, '{');
	put_str(j, "cell", c->name);
	json_key(j, "words");
	json_str(j, buf_str(&words));
	json_close(j);
	buf_free(&words);
}

static void put_form(struct json *j, const void *item, enum lang lang)
{
	const struct form *f = item;

	json_open(j, '{');
	put_str(j, "form", f->id);
	put_str(j, "title", f->title.text[lang]);
	put_str(j, "authority", f->authority);
	put_years(j, f);
	put_str(j, "file", f->file);
	json_key(j, "cells");
	json_open(j, '[');
	for (size_t i = 0; i < f->n_cells; i++)
		put_cell(j, &f->cells[i], lang);
	json_close(j);
	json_key(j, "identities");
	json_open_flat(j, '[');
	for (size_t i = 0; i < f->n_identities; i++)
		json_cstr(j, f->identities[i].id);
	json_close(j);
	json_close(j);
}

static void put_row(struct buf *out, const struct form *f, enum lang lang)
{
	buf_addf(out, "%s  %d–", f->id, f->year_from);
	if (f->year_to != YEAR_OPEN)
		buf_addf(out, "%d", f->year_to);
	else
		buf_adds(out, "    ");
	buf_addf(out, "  %s  ", f->title.text[lang]);
	buf_addf(out, ngettext("%zu cell", "%zu cells", f->n_cells), f->n_cells);
	buf_addf(out, "  %s  (%s)\n", f->authority, f->file);
}

static void put_side(struct buf *out, const struct form_identity *id, const size_t *side, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%s%s", i ? " + " : "",
			id->each_row ? id->table->blocks[0].columns[side[i]].name
				     : id->table->rows[side[i]].name);
}

static void put_detail(struct buf *out, const struct form *f, enum lang lang)
{
	const struct form_table *table = NULL;

	put_row(out, f, lang);
	for (size_t i = 0; i < f->n_cells; i++) {
		const struct form_cell *c = &f->cells[i];

		if (c->table != table)
			buf_addf(out, "\n%s\n", c->table->title.text[lang]);
		table = c->table;
		buf_addf(out, "  %-46s ", c->name);
		form_cell_words(c, lang, out);
		buf_addc(out, '\n');
	}
	buf_addf(out, "\n%s\n", _("Identities"));
	for (size_t i = 0; i < f->n_identities; i++) {
		const struct form_identity *id = &f->identities[i];

		buf_addf(out, "  %s  %s  ", id->id,
			id->each_row ? _("each row:") : _("each column:"));
		put_side(out, id, id->left, id->n_left);
		buf_adds(out, " = ");
		put_side(out, id, id->right, id->n_right);
		buf_addc(out, '\n');
	}
}

static size_t forms_n(const void *data)
{
	return ((const struct forms *)data)->n;
}

static const void *forms_nth(const void *data, size_t i)
{
	return &((const struct forms *)data)->forms[i];
}

static const void *forms_named(const void *data, const char *name)
{
	const struct form *form = forms_find(data, name);

	if (!form)
		cli_message(_("no form '%s'; 'gouji forms' lists them"), name);
	return form;
}

static const struct listing listing = {
	"gouji-forms/1", "forms", forms_n, forms_nth, forms_named, put_form};

static void write_text(const struct listed *wanted, bool detailed, struct buf *out)
{
	for (size_t i = 0; i < wanted->n; i++) {
		if (detailed && i)
			buf_addc(out, '\n');
		if (detailed)
			put_detail(out, wanted->v[i], lang_now());
		else
			put_row(out, wanted->v[i], lang_now());
	}
}

int cli_forms(const struct cli *cli)
{
	struct inputs_data data;
	struct listed wanted = {0};
	struct output out;
	struct err err = {0};
	int status = CLI_TROUBLE;

	if (!inputs_load_forms(&data, &err)) {
		cli_error(&err);
		return CLI_TROUBLE;
	}
	if (listing_collect(&listing, cli, data.forms, &wanted) && output_open(&out, cli)) {
		if (strcmp(cli_format(cli), "json") == 0)
			listing_json(&listing, &wanted, &out.buf);
		else
			write_text(&wanted, cli->n_args > 0, &out.buf);
		status = output_close(&out, CLI_OK);
	}
	vec_free(&wanted);
	inputs_free_data(&data);
	return status;
}
