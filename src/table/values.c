/* The effective values: what is printed, with corrections over it. */
#include "table/report.h"

void values_init(struct values *v, const struct report *r)
{
	v->n = r->n_cells;
	v->v = mem_alloc_array(r->n_cells + 1, sizeof *v->v);
	for (size_t i = 0; i < r->n_cells; i++) {
		v->v[i].state = r->cells[i].state;
		v->v[i].value = r->cells[i].value;
	}
}

void values_free(struct values *v)
{
	free(v->v);
	*v = (struct values){NULL, 0};
}

void values_correct(struct values *v, size_t cell, struct dec value)
{
	v->v[cell] = (struct value){CELL_GIVEN, value, true};
}
