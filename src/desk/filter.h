/* Which findings are looked at: the filter of the list of findings, of `next` and `prev`, and of
 * what is decided all at once. */
#ifndef GOUJI_DESK_FILTER_H
#define GOUJI_DESK_FILTER_H

#include "desk/session.h"

void filter_clear(struct finding_filter *f);
/* Words: severities, "open" or "decided", beginnings of rules' ids; a finding has to be one of each
 * kind named. Replaces the filter; empty words and "all" let everything through. false with err
 * told, and nothing changed. */
bool filter_parse(
	const struct session *s, struct finding_filter *f, struct str words, struct err *err);
bool filter_is_set(const struct finding_filter *f);
bool filter_passes(const struct session *s, size_t finding);
size_t filter_count(const struct session *s); /* of findings that pass */
/* As it was asked for, in the words of the interface: "error open"; appended, nothing where all
 * pass. */
void filter_write(const struct finding_filter *f, struct buf *out);

#endif
