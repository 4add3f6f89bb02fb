/* What the verdict as data says of other reports: which they are, and what findings quote of them.
 */
#include "export/verdict.h"
#include "yaml/yaml.h"

static void put_str(struct yout *y, const char *key, const char *text)
{
	yaml_out_key(y, key);
	yaml_out_cstr(y, text);
}

static void put_int(struct yout *y, const char *key, size_t n)
{
	yaml_out_key(y, key);
	yaml_out_int(y, (int64_t)n);
}

void verdict_yaml_quote(const struct report *r, struct yout *y, struct text_span s)
{
	struct disk_span disk = doc_disk(r->doc, s);

	yaml_out_key(y, "exact");
	yaml_out_str(y, doc_str(r->doc, s));
	put_int(y, "start", disk.from);
	put_int(y, "end", disk.to);
	put_int(y, "line", verdict_line(r, s));
}

void verdict_yaml_beside(const struct verdict_view *v, struct yout *y, const struct finding *f)
{
	if (!f->n_beside)
		return;
	yaml_out_key(y, "beside");
	yaml_out_seq(y);
	for (size_t i = 0; i < f->n_beside; i++) {
		const struct finding_beside *b = &f->beside[i];
		const struct beside_file *file = beside_file_of(v->in->beside, b);

		yaml_out_map(y);
		put_str(y, "relation", beside_role_name(file->role));
		put_str(y, "file", file->name);
		if (b->explains) {
			yaml_out_key(y, "explains");
			yaml_out_bool(y, true);
		}
		yaml_out_key(y, "cells");
		yaml_out_flow_seq(y);
		for (size_t c = 0; c < b->n_cells; c++)
			yaml_out_cstr(y, file->report->cells[b->cells[c]].def->name);
		yaml_out_close(y);
		yaml_out_key(y, "quoted");
		yaml_out_seq(y);
		for (size_t k = 0; k < b->n_spans; k++) {
			yaml_out_map(y);
			verdict_yaml_quote(file->report, y, b->spans[k]);
			yaml_out_close(y);
		}
		yaml_out_close(y);
		yaml_out_close(y);
	}
	yaml_out_close(y);
}

void verdict_yaml_files(const struct verdict_view *v, struct yout *y)
{
	const struct beside *beside = v->in->beside;
	struct review *then = review_new();
	const struct review_beside *file;

	if (beside)
		beside_remember(beside, then);
	if (review_beside(then, 0)) {
		yaml_out_key(y, "beside");
		yaml_out_seq(y);
	}
	for (size_t i = 0; (file = review_beside(then, i)); i++) {
		yaml_out_map(y);
		put_str(y, "relation", beside_role_name(file->role));
		put_str(y, "file", file->file);
		put_str(y, "sha256", file->sha256);
		yaml_out_close(y);
	}
	if (review_beside(then, 0))
		yaml_out_close(y);
	review_free(then);
}
