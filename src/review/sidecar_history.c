/* The sidecar's history, replayed into a new review.
 *
 * Hand edits and merges may leave it at odds with itself: a change whose `before` is not what
 * stands when its turn comes. What it says stood there is then put there first, within the same
 * act, so that nothing it tells is lost and undoing it brings back what really stood. */
#include <string.h>

#include "base/lang.h"
#include "review/sidecar_item.h"

static char *copy_text(const char *s)
{
	return s ? mem_strdup(s) : NULL;
}

static void record_free(struct record *r)
{
	if (r)
		record_clear(r);
	free(r);
}

static bool read_kind(
	const struct sidecar_reader *rd, const struct ynode *map, enum record_kind *kind)
{
	const struct ynode *at = yaml_get(map, "kind");
	const char *word;

	if (!yaml_need_str(rd->d, map, "kind", &word, rd->err))
		return false;
	return record_kind_parse(str_of(word), kind) ||
	       yaml_err(rd->d, at, rd->err,
		       _("`%.100s` is no kind of change; there are: decision, correction, "
			 "annotation, verdict, structure"),
		       word);
}

/* `before` or `after` of a change. */
static bool read_end(const struct sidecar_reader *rd, const struct ynode *map, const char *end,
	enum record_kind kind, const char *key, struct record **out)
{
	const struct ynode *item = yaml_get(map, end);

	*out = NULL;
	return yaml_is_null(item) || sidecar_read_item(rd, kind, item, key, out);
}

static bool read_key(
	const struct sidecar_reader *rd, const struct ynode *map, enum record_kind kind, char **key)
{
	if (!sidecar_text(rd, map, "key", key))
		return false;
	if (!*key && kind == RECORD_VERDICT)
		*key = mem_strdup("");
	if (!*key)
		return yaml_err(rd->d, map, rd->err, _("key `%s` is missing"), "key");
	if (kind == RECORD_VERDICT ? **key == '\0' : **key != '\0')
		return true;
	return yaml_err(rd->d, yaml_get(map, "key"), rd->err,
		_("`key` must be a name, for the verdict empty"));
}

static struct change *replay(struct review *rv, enum record_kind kind, const char *key,
	struct record *before, struct record *after, const char *by, const char *at)
{
	const struct record *now = review_find(rv, kind, key);

	if (before && !record_equal(now, before, false))
		history_push(rv, kind, key, before, copy_text(by), copy_text(at));
	else
		record_free(before);
	if (!after && !review_find(rv, kind, key))
		return NULL; /* taken away already */
	return history_push(rv, kind, key, after, copy_text(by), copy_text(at));
}

static bool read_change(const struct sidecar_reader *rd, const struct ynode *map, struct review *rv,
	const char *by, const char *at)
{
	static const char *const known[] = {"kind", "key", "before", "after", NULL};
	enum record_kind kind;
	struct record *before = NULL, *after = NULL;
	char *key = NULL;

	bool ok = yaml_need_map(rd->d, map, rd->err) && read_kind(rd, map, &kind) &&
		  read_key(rd, map, kind, &key) &&
		  read_end(rd, map, "before", kind, key, &before) &&
		  read_end(rd, map, "after", kind, key, &after);
	if (ok && !before && !after)
		ok = yaml_err(rd->d, map, rd->err, _("a change from nothing to nothing"));
	if (ok) {
		struct change *c = replay(rv, kind, key, before, after, by, at);

		if (c)
			c->extra = sidecar_unknown(rd, map, known);
	} else {
		record_free(before);
		record_free(after);
	}
	free(key);
	return ok;
}

static bool read_changes(const struct sidecar_reader *rd, const struct ynode *act,
	struct review *rv, const char *by, const char *at)
{
	const struct ynode *changes = yaml_get(act, "changes");

	if (!changes)
		return yaml_err(rd->d, act, rd->err, _("key `%s` is missing"), "changes");
	if (!yaml_need_seq(rd->d, changes, rd->err))
		return false;
	for (size_t i = 0; i < changes->n; i++)
		if (!read_change(rd, changes->items[i], rv, by, at))
			return false;
	return true;
}

static bool read_act(const struct sidecar_reader *rd, const struct ynode *act, struct review *rv)
{
	static const char *const known[] = {"by", "at", "changes", NULL};
	char *by = NULL, *at = NULL;
	size_t first = rv->done;

	review_begin(rv);
	bool ok = yaml_need_map(rd->d, act, rd->err) && sidecar_text(rd, act, "by", &by) &&
		  sidecar_time(rd, act, "at", &at) && read_changes(rd, act, rv, by, at);

	review_end(rv);
	if (ok && rv->done > first)
		rv->history.v[first]->change.act_extra = sidecar_unknown(rd, act, known);
	free(by);
	free(at);
	return ok;
}

bool sidecar_read_history(
	const struct sidecar_reader *rd, const struct ynode *history, struct review *rv)
{
	if (yaml_is_null(history))
		return true;
	if (!yaml_need_seq(rd->d, history, rd->err))
		return false;
	for (size_t i = 0; i < history->n; i++)
		if (!read_act(rd, history->items[i], rv))
			return false;
	return true;
}
