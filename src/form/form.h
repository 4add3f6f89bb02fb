/* The statutory forms, as data/forms/ tells them. The code knows no label, no row, no column.
 *
 * data/forms/report.yaml: what all forms share (section titles, marks for nothing, agency and title
 * patterns, units). data/forms/<id>.yaml: one form: tables, blocks, rows, columns, their labels and
 * variants, the identities. A form's cells are numbered in the form's order; the name of a cell is
 * "table/row/column" (DOMAIN.md).
 *
 * Ownership: `struct forms` owns all; everything in it is const and borrowed. */
#ifndef GOUJI_FORM_FORM_H
#define GOUJI_FORM_FORM_H

#include "base/dec.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/re_head.h"
#include "base/str.h"

enum value_kind {
	VALUE_COUNT,  /* a whole number, not negative */
	VALUE_SIGNED, /* a whole number, its sign told (本年增/减) */
	VALUE_AMOUNT, /* a decimal, not negative, with or without a unit of money */
};

/* Words for people, by enum lang. */
struct form_words {
	const char *text[2];
};

struct label_book;

/* A list of words or patterns. */
struct form_list {
	const char **items;
	size_t n;
};

struct form_column {
	const char *name;
	struct form_words label; /* as the form prints it */
	struct form_words brief; /* a few characters for narrow columns */
	const char **variants;	 /* how it is printed too, the label first */
	size_t n_variants;
	struct form_list signs; /* words that alone tell its heading from the block's others */
	enum value_kind value;
	const char *unit; /* where the form prints one (万元), else NULL */
};

/* A label above a run of rows ("三、本年度办理结果", "（三）不予公开", "行政诉讼") or of columns
 * ("法人或其他组织"). A row group's name is a prefix of its rows' names, dots apart ("outcome",
 * "outcome.refused"), unless the form lists its members (`of`). */
struct form_group {
	const char *name;
	struct form_words label;
	struct form_words brief;
	const char **variants;
	size_t n_variants;
	const char *number; /* as a row's */
	struct form_list
		of;	 /* its members' names as the form lists them; none where its name tells */
	size_t first, n; /* its members: in the table's rows or the block's columns */
};

struct form_row {
	const char *name;
	struct form_words label;
	struct form_words brief;
	const char **variants;
	size_t n_variants;
	const char *number; /* the numbering the form prints before it: "一", "（二）", "8"; "" for
			       none */
	size_t block;	    /* index into the table's blocks */
	size_t group;	    /* the innermost of the table's groups it lies in; STR_NONE for none */
	size_t first; /* index of its first cell in the form; its cells follow in column order */
};

/* Rows that share columns: an article of table `disclosure`; other tables have one block. */
struct form_block {
	struct form_words heading; /* 第二十条第（一）项; "" where none */
	const char **variants;
	size_t n_variants;
	struct form_column *columns;
	size_t n_columns;
	struct form_group *column_groups;
	size_t n_column_groups;
	size_t row, n_rows; /* its rows in the table's rows */
};

enum form_layout {
	FORM_ROWS, /* a row of the form is a line of the table */
	FORM_WIDE, /* all rows stand side by side in one line, each a group of columns (disputes) */
};

struct form_table {
	const char *name;
	unsigned section; /* 2 to 4 */
	struct form_words title;
	enum form_layout layout;
	struct form_block *blocks;
	size_t n_blocks;
	struct form_group *groups;
	size_t n_groups;
	struct form_row *rows;
	size_t n_rows;
	struct form_list asides; /* words printed in it that name no cell: 信息内容, 申请人情况 */
	struct form_list others; /* words in a heading that make it none of its columns': 上年 */
	struct form_list telltales; /* words of its labels that no other form's table has: where one
				       is read, the table is of this form */
	size_t cell, n_cells;	    /* its cells in the form's cells */
};

struct form_cell {
	const char *name; /* "requests/new/person" */
	const struct form_table *table;
	const struct form_row *row;
	const struct form_column *column;
};

/* left == right for each column (or each row) of a table; both are sums of its rows (or columns).
 */
struct form_identity {
	const char *id;
	const struct form_table *table;
	bool each_row;	      /* else each column */
	const char *equation; /* as the form's file says it: "new + carried_over == ..." */
	size_t *left,
		*right; /* row (or column) indexes in the table (or in its one block), ascending */
	size_t n_left, n_right;
};

struct form {
	const char *id; /* "2019" */
	const char *file;
	struct form_words title;
	const char *authority;	/* 国办公开办函〔2019〕60号 */
	int year_from, year_to; /* report years it is in force for; year_to 9999 where still */
	struct form_table *tables;
	size_t n_tables;
	struct form_cell *cells;
	size_t n_cells;
	struct form_identity *identities;
	size_t n_identities;
};

struct form_section {
	unsigned number; /* 1 to 6 */
	struct form_words title;
	struct form_list variants;
};

struct form_pattern {
	const char *source;
	struct re_need need;   /* what a text must hold for it to match */
	struct re_heads heads; /* what it begins with */
	struct re_code code;   /* where it is packed */
};

struct form_patterns {
	struct form_pattern *v;
	size_t n;
};

/* What all reports share, whatever their form. The patterns are PCRE2 for a shadow of the report:
 * NFKC (so full-width digits, brackets and colons are ASCII), no white space inside a line next to
 * a Han, line breaks kept as \n. Each is complete in itself, with its own (?m).
 *
 * agency_contexts: the first that matches tells the agency, save that a name which a later one
 * finds and which ends in it is the fuller name of the same organ (新港街道办事处,
 * 烟台市蓬莱区新港街道办事处). */
struct form_common {
	struct form_section *sections;
	size_t n_sections;
	struct form_list nothing;      /* marks for nothing: / - — 无 ... */
	struct form_list zero;	       /* printed for a zero: 零 〇 O */
	struct form_list signs_minus;  /* 减 － − ... */
	struct form_list signs_plus;   /* 增 + ... */
	struct form_list remarks;      /* what a remark behind a number begins with: 其中 */
	struct form_list units;	       /* behind a count in its cell: 件 条 ... */
	struct form_list money_units;  /* 元 万元 亿元 */
	struct dec *money_factors;     /* one for each money unit: how many 元 it is */
	struct form_list title_fields; /* what a page calls the field that the title is in: 标题 */
	struct form_list title_openings; /* before or behind the name in a title: 关于 */
	struct form_list sentence_words; /* in no title: 现将, 报告如下 */
	struct form_list nameless;	 /* what no name in a title begins with: 我, 本单位 */
	struct form_list towns;		 /* what the name of a town ends in: 镇, 街道 */
	struct form_list towns_of;	 /* and that of what it belongs to: 县, 市 */
	struct form_list governments;	 /* what the name of its government ends in: 人民政府 */
	struct form_list title_words; /* in a title line: 政府信息公开工作年度报告 ... */
	struct form_list page_marks;  /* patterns for a whole line: "—5—", "- 2 -" */
	struct form_list law_words;	 /* what a report is made under, as its opening says */
	struct form_list older_words;	 /* of the forms before 2019, in no later form */
	struct form_list agency_endings; /* 人民政府 街道办事处 局 ... longest first */
	/* Patterns for where a report names its agency, best first; group `agency`. */
	struct form_patterns agency_contexts;
	/* Patterns for where it names its year, best first; group `year`: four digits or Han
	 * numerals (二〇二〇). */
	struct form_patterns year_patterns;
};

struct forms {
	struct form *forms; /* by year_from */
	size_t n;
	struct form_common common;
	struct ydoc **docs; /* the files behind it all */
	size_t n_docs;
	struct arena *trees;	       /* of the files, and the list */
	const struct label_book *book; /* table/book.h: all labels, ready to be compared; NULL: made
					  for each report */
	struct arena *arena;	       /* all of it */
};

/* Reads report.yaml and every other *.yaml of dir (data/forms). */
struct forms *forms_load(const char *dir, struct err *err);
/* The same into an arena, which owns the forms then: they are not for forms_free(). */
struct forms *forms_load_in(struct arena *arena, const char *dir, struct err *err);
void forms_free(struct forms *f);
/* The files that they were read from are not looked at any more: they go, the forms stay. */
void forms_leave_files(struct forms *f);
const struct form *forms_find(const struct forms *f, const char *id); /* NULL: none */
const struct form *forms_for_year(const struct forms *f, int year);   /* NULL: none */
/* The cell's index in the form, STR_NONE where there is none. */
size_t form_cell_find(const struct form *f, struct str name);
size_t form_cell_at(const struct form_table *t, size_t row, size_t column);
const struct form_table *form_table_find(const struct form *f, struct str name);
/* The identity that says a row's cells add up to its total, if the form's table has one; else NULL. */
const struct form_identity *form_row_sum(const struct form *f, const struct form_table *t);
/* "本年新收政府信息公开申请数量 · 自然人", "不予公开：属于国家秘密 · 自然人": row, with the
 * innermost group before it, and column in words, into out. */
void form_cell_words(const struct form_cell *c, enum lang lang, struct buf *out);
/* The same from brief labels: "本年新收·自然人". */
void form_cell_brief(const struct form_cell *c, enum lang lang, struct buf *out);

#endif
