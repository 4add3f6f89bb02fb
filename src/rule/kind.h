/* What a kind of rule is made of, and the ruleset behind rule.h. Private to rule/.
 *
 * A kind is a row in the table of kinds (kind.c): its name, the keys its rules may carry, a
 * function that reads them and one that runs a rule. A new kind is one file and one row.
 *
 * Ownership: everything a rule was read into lives in the ruleset's arena, patterns in its list;
 * texts are borrowed from the YAML documents, which the ruleset keeps. */
#ifndef GOUJI_RULE_KIND_H
#define GOUJI_RULE_KIND_H

#include "base/arena.h"
#include "base/mem.h"
#include "base/re.h"
#include "base/re_head.h"
#include "rule/rule.h"
#include "yaml/yaml.h"

struct rule_context;

/* A pattern in this process. */
struct pattern_run {
	struct re *re;
	struct re_match *match; /* of the last pattern_find() */
	bool tried;		/* compiled, or found not to compile */
	unsigned gave_up;	/* texts of this check on which matching took too long */
};

/* All of a ruleset, by number. They lie apart from the patterns: those of packed data are never
 * written to, so that their pages stay the file's. */
struct pattern_runs {
	VEC(struct pattern_run) v;
	struct re_room *room;	   /* the ruleset's */
	const struct image *image; /* where codes are read; NULL: nothing is packed */
};

/* A pattern over folded prose. It is compiled when it is first wanted: most patterns of the
 * catalogue are not, because no text holds any of their hints. */
struct pattern {
	const char *source;    /* macros expanded */
	struct re_need hints;  /* literals of which a text must hold one; none: always tried */
	struct re_need need;   /* what the pattern itself needs */
	struct re_heads heads; /* what it begins with */
	struct re_code code;   /* where it is packed */
	struct pattern_runs *runs;
	size_t number;		 /* in the ruleset's list and in the runs */
	bool shown;		 /* what it matches is shown: nothing cannot be */
	const struct rule *rule; /* whose it is */
	const char *file;	 /* where it is told; of packed data, where it was when packed */
	unsigned line, column;
	bool literal; /* told as it is read: a place in it is a place in the file */
};

/* Words of the program's own that rules share: separators, "the rest zero", reasons. data:
 * `words:`. */
enum word {
	WORD_TERM,	   /* {name} {value} */
	WORD_REST_ZERO,	   /* behind the terms of a sum whose zero terms are left out */
	WORD_ALL_ZERO,	   /* in place of terms that are all zero */
	WORD_EQUALS,	   /* {terms} = {sum} */
	WORD_ENUM,	   /* between things enumerated */
	WORD_AND_MORE,	   /* behind an enumeration of cells that was cut: {count} in all */
	WORD_MORE_ROWS,	   /* behind one of rows: {count} in all */
	WORD_ROW_CELLS,	   /* {count} cells of one row: {row} */
	WORD_CELL_PRINTED, /* {cell}, and what is printed there: {text} */
	WORD_WHY_NO_TABLE, /* {table} */
	WORD_WHY_MISSING,  /* {cells} */
	WORD_WHY_UNREADABLE,
	WORD_WHY_BLANK_TOTAL,
	WORD_WHY_COLUMNS,
	WORD_WHY_TOO_LARGE,
	WORD_WHY_TOO_LONG,     /* prose from line {line} on is not looked at */
	WORD_WHY_ENDLESS,      /* nor a sentence of the paragraph in line {line}, or all of it */
	WORD_CELL_NUMBER,      /* a cell and its number: {cell} {value} */
	WORD_BLANK,	       /* what stands for the number of a blank cell */
	WORD_BRACKET,	       /* {text} */
	WORD_QUOTED,	       /* {text}, a heading's or a table's name */
	WORD_WHY_NO_LAST,      /* the report of the year before cannot be read: {file} */
	WORD_WHY_LAST_YEAR,    /* it is of another year: {file}, {year} */
	WORD_WHY_LAST_AGENCY,  /* it is another agency's: {file}, {agency} */
	WORD_WHY_NO_YEAR,      /* which year the report is of is not known */
	WORD_WHY_NO_AGENCY,    /* whose it is is not known */
	WORD_WHY_OTHER_FORM,   /* this {table} is of form {form} and has no such cell */
	WORD_OF_LAST,	       /* of the report of the year before: {why} */
	WORD_LEFT_OVER,	       /* behind a number that is last year's: {cells} */
	WORD_DOUBT,	       /* why cells are taken as they are: {cells}, {why} */
	WORD_WHY_BAD_PATTERN,  /* the rule's pattern cannot be used: {file}, {line} */
	WORD_WHY_SLOW_PATTERN, /* it took too long on {count} texts: {file}, {line} */
	WORD_WHY_TOO_MANY,     /* only {count} findings of one rule are told */
	N_WORDS
};

struct rule_kind;

struct rule_example_cells {
	struct {
		const char *cell, *value; /* as printed; "" blank, "?" missing */
	} * v;
	size_t n;
};

/* A text that a rule must hit, or must not. */
struct rule_example {
	const struct rule *rule;
	bool hit;
	const char *text;    /* prose, a paragraph a line; headings as a report has them */
	const char *form;    /* "2019" where not told */
	const char *agency;  /* or NULL */
	const char *without; /* a table the report lacks; or NULL */
	int64_t year;
	struct rule_example_cells cells;
	/* the report of the year before, and one that this sums up; none where they have neither */
	const char *last_text;
	struct rule_example_cells last, child;
	unsigned line;
};

struct rule_entry {
	struct rule rule;
	const struct rule_kind *kind;
	const void *data; /* the kind's */
	struct rule_example *examples;
	size_t n_examples;
};

struct prose_words; /* prose.h: units, numerals, topics */

struct ruleset {
	struct arena *arena;
	const struct forms *forms;
	VEC(struct rule_entry *) rules;
	VEC(struct ydoc *) docs;
	struct arena *trees; /* of the docs, and the patterns' sources. NULL: none was read */
	struct once *once;   /* words of patterns and topics, which live in the arena */
	VEC(struct pattern *) patterns;
	/* the next patterns and rules: they lie side by side, for they are what a check and what
	 * opens packed data write to */
	struct {
		struct pattern *v;
		size_t n;
	} spare;
	struct {
		struct rule_entry *v;
		size_t n;
	} spare_rules;
	struct re_room *room;	   /* all patterns match in it */
	struct pattern_runs *runs; /* in the arena */
	struct form_words words[N_WORDS];
	const struct prose_words *prose; /* NULL where no file tells them */
	bool no_examples;		 /* they are not loaded: no report needs them */
};

/* An empty one, which owns the arena, and what rules_load() puts into it. */
struct ruleset *rules_new(const struct forms *forms, struct arena *arena);
bool rules_add_dir(struct ruleset *rs, const char *dir, struct err *err);

/* Where the loader is. */
struct rule_load {
	struct ruleset *rules;
	const struct ydoc *doc;
	const struct rule *rule;    /* that is being read; NULL outside of rules */
	const struct ynode *macros; /* of the file, beside those of a rule; NULL: none */
	struct err *err;
	const char
		*empty; /* what is not told: of the arena, for an image holds what it points to */
};

struct rule_kind {
	const char *name;
	const char *const *keys; /* of its rules, beside those every rule has; NULL-ended */
	/* NULL with err told where the rule is not well told. */
	const void *(*load)(struct rule_load *l, const struct ynode *node, const struct rule *rule);
	void (*run)(struct rule_context *c, const struct rule *rule, const void *data);
	/* Sets anew what a rule file of one's own changes; NULL-ended `changes` names the keys.
	 * NULL: nothing can be changed but what all kinds have. */
	const char *const *changes;
	bool (*change)(struct rule_load *l, const struct ynode *node, const void *data);
	/* Runs behind all that do not: it reads what they told (rule_context.tellings). */
	bool late;
};

extern const struct rule_kind identity_kind, cells_kind, condition_kind, claim_kind, parts_kind,
	phrase_kind, shape_kind, caption_kind, children_kind, text_kind, ratio_kind, twice_kind,
	trend_kind, portion_kind, balance_kind;

/* For the kinds' load functions. All are false with err told at the node. */
bool rule_load_words(
	struct rule_load *l, const struct ynode *map, const char *key, struct form_words *out);
/* Words with slots: only the NULL-ended names may stand in them. */
bool rule_load_template(struct rule_load *l, const struct ynode *map, const char *key,
	const char *const *slots, struct form_words *out);
/* A pattern, with `{NAME}` in it replaced from `macros` (a map, may be NULL). hints may be NULL.
 * NULL with err told where the macros are not well told; whether it compiles is only known when it
 * is wanted. */
struct pattern *rule_load_pattern_at(struct rule_load *l, const struct ynode *node,
	const struct form_list *hints, const struct ynode *macros);
/* The one at `key`, without hints. */
struct pattern *rule_load_pattern(
	struct rule_load *l, const struct ynode *map, const char *key, const struct ynode *macros);
/* Copies a list of texts into the arena; an absent key is an empty list. An empty text in it is a
 * mistake. */
bool rule_load_list(
	struct rule_load *l, const struct ynode *map, const char *key, struct form_list *out);
/* A whole number within the bounds; *out stays where the key is absent. */
bool rule_load_number(struct rule_load *l, const struct ynode *map, const char *key, int64_t least,
	int64_t most, int64_t *out);
/* `check`: the row of a table of n structs, `stride` bytes each, that begin with a check's name;
 * from 1, for 0 is none. */
bool rule_load_check(struct rule_load *l, const struct ynode *node, const void *names,
	size_t stride, size_t n, size_t *out);
/* A list of patterns; NULL is an empty one. hints may be NULL. */
bool rule_load_patterns(struct rule_load *l, const struct ynode *list,
	const struct form_list *hints, struct pattern ***out, size_t *n);
/* The list at `key`, which must be there, with the map's own `hints`. macros may be NULL. */
bool rule_load_hinted(struct rule_load *l, const struct ynode *map, const char *key,
	const struct ynode *macros, struct pattern ***out, size_t *n);

/* The first match at or after `from`. A pattern that does not compile matches nothing, and one that
 * takes too long on a text not there, and after a few such texts nowhere in this check;
 * patterns_tell() tells. pattern_find_in() knows the characters of s, or of a text around it,
 * already. */
bool pattern_find(const struct pattern *p, struct str s, size_t from);
bool pattern_find_in(
	const struct pattern *p, struct str s, size_t from, const struct utf8_set *chars);
/* Those from the nth on, of a file of one's own: also what a shipped one is tested for. */
bool patterns_prove(const struct ruleset *rs, size_t from, struct err *err);
/* At the end of a check: what patterns kept from being checked is told, and forgotten. */
void patterns_tell(struct rule_context *c);
bool pattern_group(const struct pattern *p, const char *name, size_t *from, size_t *to);
/* Does s, in which or around which are these characters, hold one of the hints? */
bool pattern_hinted(const struct pattern *p, struct str s, const struct utf8_set *chars);
/* The same, and what the pattern itself needs: may it match in s? */
bool pattern_may(const struct pattern *p, struct str s, const struct utf8_set *chars);
/* May it match in one of the texts that have these? */
bool pattern_may_among(const struct pattern *p, const struct texts_have *have);

bool rule_load_severity(struct rule_load *l, const struct ynode *node, enum severity *out);
/* Reads `change:`; see change.c. */
bool changes_load(struct rule_load *l, const struct ynode *list);
/* Reads `words:`, `prose:`; see words.c. */
bool words_load(struct rule_load *l, const struct ynode *node);
bool words_complete(const struct ruleset *rs, struct err *err);
const struct rule_kind *kind_find(struct str name);

/* The ith of all rules' examples, in order; rules_example_count() is in rule.h. */
const struct rule_example *rules_example_at(const struct ruleset *rs, size_t i);

#endif
