/* Tables that a page tells as such by roles (WAI-ARIA 1.2) on elements of any kind: role="table",
 * "row", "cell". From then on they are tables like others. */
#include "import/html_parts.h"

#include <strings.h>

static const struct role {
	const char *name;
	uint8_t class;
} roles[] = {{"table", HTML_TABLE}, {"grid", HTML_TABLE}, {"treegrid", HTML_TABLE},
	{"rowgroup", HTML_ROWS}, {"row", HTML_ROW}, {"cell", HTML_CELL}, {"gridcell", HTML_CELL},
	{"columnheader", HTML_CELL}, {"rowheader", HTML_CELL}};

static const struct role *role_of(const struct html_node *n)
{
	const char *name = n->class == HTML_TEXT ? NULL : html_attribute(n, "role");

	for (size_t i = 0; name && i < sizeof roles / sizeof *roles; i++)
		if (!strcasecmp(roles[i].name, name))
			return &roles[i];
	return NULL;
}

/* Its rows and cells become such, but for those of a table within, which comes later. */
static void make_parts(struct html_tree *t, size_t table)
{
	size_t next;

	for (size_t i = table + 1; i < t->v[table].end; i = next) {
		const struct role *role = role_of(&t->v[i]);

		next = i + 1;
		if (role && role->class == HTML_TABLE)
			next = t->v[i].end;
		else if (role)
			t->v[i].class = role->class;
	}
}

static bool has_cells(const struct html_tree *t, size_t table)
{
	for (size_t i = table + 1; i < t->v[table].end; i++) {
		const struct role *role = role_of(&t->v[i]);

		if (role && role->class == HTML_CELL)
			return true;
	}
	return false;
}

void html_roles_find(struct html_tree *t)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct role *role = t->v[i].skip ? NULL : role_of(&t->v[i]);

		if (!role || role->class != HTML_TABLE || t->v[i].class == HTML_TABLE ||
			!has_cells(t, i))
			continue;
		t->v[i].class = HTML_TABLE;
		make_parts(t, i);
	}
}
