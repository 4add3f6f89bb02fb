/* The tables as CSV: one record a cell. */
#include "export/tables.h"
#include "export/words.h"

void tables_write_csv(const struct tables_input *in, struct buf *out)
{
	const struct report *r = in->report;

	buf_adds(out, "cell,state,text,value,line\n");
	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *c = &r->cells[i];
		char value[DEC_TEXT_MAX] = "";
		size_t line = report_cell_line(r, i);

		if (c->state == CELL_GIVEN)
			dec_str(c->value, value);
		buf_addf(out, "%s,%s,", c->def->name, cell_state_name(c->state));
		words_csv(out, tables_cell_text(r, c));
		buf_addf(out, ",%s,", value);
		if (line)
			buf_addf(out, "%zu", line);
		buf_addc(out, '\n');
	}
}
