/* Findings for people, as compilers tell theirs: file:line: severity: message [rule]. */
#include <string.h>

#include "export/findings.h"
#include "export/words.h"

#define COLOR_OFF "\033[0m"

static const char *severity_word(enum severity s)
{
	static const char *const words[] = {
		[SEVERITY_NOTE] = N_("note"),
		[SEVERITY_WARNING] = N_("warning"),
		[SEVERITY_ERROR] = N_("error"),
	};

	return _(words[s]);
}

static void put_severity(struct findings_out *o, enum severity s)
{
	static const char *const colors[] = {
		[SEVERITY_NOTE] = "\033[36m",
		[SEVERITY_WARNING] = "\033[35m",
		[SEVERITY_ERROR] = "\033[1;31m",
	};

	if (o->color)
		buf_addf(o->out, "%s%s%s: ", colors[s], severity_word(s), COLOR_OFF);
	else
		buf_addf(o->out, "%s: ", severity_word(s));
}

/* The extraction is suspected: why, before the report is. */
static void put_doubt(struct findings_out *o, const struct finding *f)
{
	if (f->cause != CAUSE_EXTRACTION || !f->reading[o->lang])
		return;
	buf_adds(o->out, _("; in doubt: "));
	words_show(o->out, str_of(f->reading[o->lang]));
}

/* Where to look in the other report: of several below the one that explains the difference. */
static void put_beside(
	struct findings_out *o, const struct findings_input *in, const struct finding *f)
{
	for (size_t i = 0; in->beside && i < f->n_beside; i++) {
		const struct finding_beside *b = &f->beside[i];

		if (!b->line || (b->child != STR_NONE && !b->explains))
			continue;
		buf_adds(o->out, " (");
		words_show_name(o->out, beside_file_of(in->beside, b)->path);
		buf_addf(o->out, ":%zu)", b->line);
	}
}

static void put_finding(
	struct findings_out *o, const struct findings_input *in, const struct finding *f)
{
	const struct record *decision = findings_decision(in, f);

	words_show_name(o->out, in->file);
	if (f->line)
		buf_addf(o->out, ":%zu", f->line);
	buf_adds(o->out, ": ");
	put_severity(o, f->severity);
	words_show(o->out, str_of(f->message[o->lang]));
	put_doubt(o, f);
	put_beside(o, in, f);
	if (decision && decision_name(decision->decision))
		buf_addf(o->out, " (%s)", decision_name(decision->decision));
	buf_addf(o->out, " [%s]\n", f->rule->id);
}

/* What a rule could not check is told once, by its first case; the others are counted. */
static void put_not_checked(struct findings_out *o, const struct findings_input *in, size_t i)
{
	const struct check *c = in->check;
	const struct not_checked *n = &c->not_checked[i];
	size_t times = 0;

	for (size_t k = 0; k < c->n_not_checked; k++) {
		if (c->not_checked[k].rule != n->rule)
			continue;
		if (k < i)
			return;
		times++;
	}
	words_show_name(o->out, in->file);
	buf_addf(o->out, ": %s: ", _("not checked"));
	words_show(o->out, str_of(n->why[o->lang]));
	if (times > 1)
		buf_addf(
			o->out, ngettext("; and %zu more", "; and %zu more", times - 1), times - 1);
	buf_addf(o->out, " [%s]\n", n->rule->id);
}

static void put_counts(struct findings_out *o, const size_t count[3])
{
	size_t errors = count[SEVERITY_ERROR], warnings = count[SEVERITY_WARNING];
	size_t notes = count[SEVERITY_NOTE];

	buf_addf(o->out, ngettext("%zu error", "%zu errors", errors), errors);
	buf_adds(o->out, _(", "));
	buf_addf(o->out, ngettext("%zu warning", "%zu warnings", warnings), warnings);
	buf_adds(o->out, _(", "));
	buf_addf(o->out, ngettext("%zu note", "%zu notes", notes), notes);
}

void findings_text_report(struct findings_out *o, const struct findings_input *in)
{
	const struct check *c = in->check;

	for (size_t i = 0; i < c->n_findings; i++)
		put_finding(o, in, &c->findings[i]);
	for (size_t i = 0; i < c->n_not_checked; i++)
		put_not_checked(o, in, i);
	words_show_name(o->out, in->file);
	buf_adds(o->out, ": ");
	put_counts(o, c->count);
	buf_addf(o->out, _("; %zu checked, %zu not checked\n"), c->n_checked, c->n_not_checked);
}

void findings_text_end(struct findings_out *o)
{
	if (o->reports < 2)
		return;
	buf_addf(o->out, ngettext("%zu report: ", "%zu reports: ", o->reports), o->reports);
	put_counts(o, o->count);
	if (o->troubles)
		buf_addf(o->out,
			ngettext(
				"; trouble with %zu file", "; trouble with %zu files", o->troubles),
			o->troubles);
	buf_addc(o->out, '\n');
}
