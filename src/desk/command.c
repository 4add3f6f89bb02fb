/* The table of commands, finding a row, and running it. */
#include <string.h>

#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/former.h"
#include "desk/overlay.h"
#include "desk/place.h"
#include "desk/suggest.h"

#define SCREEN NEEDS_SCREEN
#define JUMPS COMMAND_JUMPS
#define LIST COMMAND_LIST
#define CONFIG COMMAND_CONFIG
#define QUEUE (NEEDS_SCREEN | NEEDS_QUEUE)
#define SCROLLS (NEEDS_SCREEN | COMMAND_SCROLLS)

/* clang-format off */
static const struct command rows[] = {
	/* name, alias, usage, help, group, needs, which, run */
	{"next", "n", "[open|error|warning|note]", N_("to the next finding, or the next of a kind"), GROUP_MOVE, NEEDS_FINDING | JUMPS, 1, cmd_step},
	{"prev", "p", "[open|error|warning|note]", N_("to the finding before"), GROUP_MOVE, NEEDS_FINDING | JUMPS, -1, cmd_step},
	{"goto", "g", "CELL|FINDING|LINE", N_("to a cell, a finding (id or #3) or a line of the source"), GROUP_MOVE, JUMPS, 0, cmd_goto},
	{"back", NULL, "", N_("to the place before the last jump"), GROUP_MOVE, SCREEN, 1, cmd_trail},
	{"forward", NULL, "", N_("where `back` came from"), GROUP_MOVE, SCREEN, 0, cmd_trail},
	{"pane", NULL, "next|prev|text|table|findings", N_("give the keys to another pane"), GROUP_MOVE, SCREEN, 0, cmd_pane},
	{"locate", NULL, "[text|table|findings|finding]", N_("show this place in another pane; finding: the next one about this cell"), GROUP_MOVE, SCREEN | JUMPS, 0, cmd_locate},
	{"up", NULL, "", N_("one row up"), GROUP_MOVE, SCROLLS, MOVE_UP, cmd_move},
	{"down", NULL, "", N_("one row down"), GROUP_MOVE, SCROLLS, MOVE_DOWN, cmd_move},
	{"left", NULL, "", N_("one character or column left"), GROUP_MOVE, SCROLLS, MOVE_LEFT, cmd_move},
	{"right", NULL, "", N_("one character or column right"), GROUP_MOVE, SCROLLS, MOVE_RIGHT, cmd_move},
	{"page-up", NULL, "", N_("one page up"), GROUP_MOVE, SCROLLS, MOVE_PAGE_UP, cmd_move},
	{"page-down", NULL, "", N_("one page down"), GROUP_MOVE, SCROLLS, MOVE_PAGE_DOWN, cmd_move},
	{"half-page-up", NULL, "", N_("half a page up"), GROUP_MOVE, SCROLLS, MOVE_HALF_UP, cmd_move},
	{"half-page-down", NULL, "", N_("half a page down"), GROUP_MOVE, SCROLLS, MOVE_HALF_DOWN, cmd_move},
	{"top", NULL, "", N_("to the beginning"), GROUP_MOVE, SCROLLS | JUMPS, MOVE_TOP, cmd_move},
	{"bottom", NULL, "", N_("to the end"), GROUP_MOVE, SCROLLS | JUMPS, MOVE_BOTTOM, cmd_move},
	{"line-start", NULL, "", N_("to the beginning of the row"), GROUP_MOVE, SCROLLS, MOVE_LINE_START, cmd_move},
	{"line-end", NULL, "", N_("to the end of the row"), GROUP_MOVE, SCROLLS, MOVE_LINE_END, cmd_move},
	{"word-next", NULL, "", N_("to the next word"), GROUP_MOVE, SCROLLS, MOVE_WORD_NEXT, cmd_move},
	{"word-prev", NULL, "", N_("to the word before"), GROUP_MOVE, SCROLLS, MOVE_WORD_PREV, cmd_move},
	{"search", NULL, "[PATTERN]", N_("find words in this pane; without words, the last ones again"), GROUP_MOVE, JUMPS | COMMAND_SCROLLS, 0, cmd_search},
	{"search-next", NULL, "", N_("to the next place found"), GROUP_MOVE, NEEDS_SEARCH | JUMPS | COMMAND_SCROLLS, 1, cmd_search_again},
	{"search-prev", NULL, "", N_("to the place found before"), GROUP_MOVE, NEEDS_SEARCH | JUMPS | COMMAND_SCROLLS, 0, cmd_search_again},
	{"filter", NULL, "[KIND]", N_("look at some findings alone: error, warning, note, open, decided, a rule, or several of these; without words: all"), GROUP_MOVE, NEEDS_FINDING, 0, cmd_filter},
	{"mark", NULL, "LETTER", N_("give this place a letter"), GROUP_MOVE, SCREEN, 0, cmd_mark},
	{"jump", NULL, "LETTER", N_("to the place that has the letter"), GROUP_MOVE, SCREEN | JUMPS, 0, cmd_jump},
	{"select", NULL, "[word|line|match|off]", N_("begin to select words, in the table pane cells, or end it; then annotate, correct or decide on them"), GROUP_MOVE, 0, 0, cmd_select},
	{"extend", NULL, "up|down|left|right", N_("select, moving"), GROUP_MOVE, SCREEN, 0, cmd_extend},
	{"cancel", NULL, "", N_("close what lies over the panes, end selecting, put out what search lit"), GROUP_MOVE, SCREEN | LIST, 0, cmd_cancel},

	{"decide", NULL, "FINDING|* confirmed|extraction|acceptable|query [NOTE]", N_("decide on a finding, or with * on all open ones that the filter lets through: the report is wrong, the extraction is, it is acceptable, or ask back"), GROUP_DECIDE, 0, 0, cmd_decide},
	{"undecide", NULL, "FINDING", N_("take the decision on a finding back"), GROUP_DECIDE, 0, 0, cmd_undecide},
	{"verdict", NULL, "accept|return|query|none [SUMMARY]", N_("conclude on the report"), GROUP_DECIDE, 0, 0, cmd_verdict},

	{"correct", NULL, "CELL VALUE [REASON]", N_("say what should stand in a cell; the printed value stays beside it"), GROUP_CHANGE, 0, 0, cmd_correct},
	{"uncorrect", NULL, "CELL", N_("take a correction back"), GROUP_CHANGE, 0, 0, cmd_uncorrect},
	{"suggest", NULL, "[next|prev]", N_("what would settle this finding; or the next suggestion"), GROUP_CHANGE, NEEDS_FINDING | NEEDS_SUGGESTION, 0, cmd_suggest},
	{"apply", NULL, "[NUMBER]", N_("correct as suggested"), GROUP_CHANGE, NEEDS_FINDING | NEEDS_SUGGESTION, 0, cmd_apply},
	{"annotate", NULL, "CELL|FINDING|ANNOTATION NOTE", N_("note on a cell, a finding or the selected words; or word a note anew"), GROUP_CHANGE, 0, 0, cmd_annotate},
	{"edit", NULL, "CELL|FINDING|ANNOTATION", N_("write the note on it in your editor ($VISUAL or $EDITOR)"), GROUP_CHANGE, SCREEN, 0, cmd_edit},
	{"unannotate", NULL, "CELL|FINDING|ANNOTATION", N_("take a note away"), GROUP_CHANGE, 0, 0, cmd_unannotate},
	{"shift", NULL, "CELL left|right [COLUMNS]", N_("mend the structure: move the values of the cell's row"), GROUP_CHANGE, 0, 0, cmd_shift},
	{"label", NULL, "[LINE] ROW", N_("mend the structure: say which row of the form a printed row is"), GROUP_CHANGE, 0, 0, cmd_label},
	{"join", NULL, "[LINE]", N_("mend the structure: a printed row goes on with the one before it"), GROUP_CHANGE, 0, 0, cmd_join},
	{"split", NULL, "[LINE:COLUMN]", N_("mend the structure: another row begins here"), GROUP_CHANGE, 0, 0, cmd_split},
	{"region", NULL, "TABLE [LINE-LINE]", N_("mend the structure: say which table the selected words, or lines, are"), GROUP_CHANGE, 0, 0, cmd_region},
	{"unmend", NULL, "[MEND]", N_("take a mend of the structure back"), GROUP_CHANGE, 0, 0, cmd_unmend},
	{"tag", NULL, "CELL|FINDING|ANNOTATION TAGS", N_("put words as tags on a note; -word takes one away"), GROUP_CHANGE, 0, 0, cmd_tag},
	{"repeat", NULL, "", N_("make the last change once more, here"), GROUP_CHANGE, SCREEN, 0, cmd_repeat},
	{"undo", "u", "", N_("take the last change back"), GROUP_CHANGE, NEEDS_UNDO | JUMPS, 0, cmd_undo},
	{"redo", NULL, "", N_("make it again"), GROUP_CHANGE, NEEDS_REDO | JUMPS, 1, cmd_undo},

	{"merge", NULL, "", N_("take in what somebody else saved meanwhile; one's own changes stay, on top of it"), GROUP_FILE, NEEDS_FILE | NEEDS_SCREEN, 0, cmd_merge},
	{"write", "w", "[FILE]", N_("save the review beside the report, or a copy of it as a new file"), GROUP_FILE, NEEDS_FILE, 0, cmd_write},
	{"export", NULL, "FORMAT FILE", N_("write the annotated verdict to a file"), GROUP_FILE, 0, 0, cmd_export},
	{"quit", "q", "", N_("leave; asks where something is not saved"), GROUP_FILE, LIST, 0, cmd_quit},
	{"quit!", "q!", "", N_("leave without saving"), GROUP_FILE, LIST, 1, cmd_quit},
	{"wq", NULL, "", N_("save and leave"), GROUP_FILE, NEEDS_FILE, 2, cmd_quit},

	{"open", NULL, "[REPORT]", N_("open a report of the list: the one under the cursor, or by number or name"), GROUP_FILE, QUEUE | LIST, 0, cmd_open},
	{"report-next", NULL, "", N_("on to the next report of the list"), GROUP_FILE, QUEUE, 1, cmd_report},
	{"report-prev", NULL, "", N_("to the report before"), GROUP_FILE, QUEUE, -1, cmd_report},
	{"list", NULL, "[all|open|done|undecided|accept|return|query|trouble] [TEXT]", N_("back to the list of reports; which of them it shows"), GROUP_FILE, QUEUE | LIST, 0, cmd_list},
	{"sort", NULL, "given|name|agency|year|errors|warnings|open|reviewed|verdict", N_("order the list of reports; once more: the other way round"), GROUP_FILE, QUEUE | LIST, 0, cmd_sort},

	{"help", "h", "[COMMAND]", N_("keys and commands"), GROUP_SHOW, LIST, 0, cmd_help},
	{"why", NULL, "[CELL]", N_("why is this value in this cell?"), GROUP_SHOW, NEEDS_CELL, 0, cmd_why},
	{"rule", NULL, "", N_("the rule that the finding breaks"), GROUP_SHOW, NEEDS_FINDING, OVERLAY_RULE, cmd_overlay},
	{"beside", NULL, "", N_("this report and the other that the finding is about, side by side"), GROUP_SHOW, NEEDS_FINDING, 0, cmd_beside},
	{"overview", NULL, "", N_("how is this report?"), GROUP_SHOW, 0, OVERLAY_OVERVIEW, cmd_overlay},
	{"set", NULL, "[OPTION] [VALUE]", N_("options: on, off, toggle or a number; told without a value"), GROUP_SHOW, LIST | CONFIG, 0, cmd_set},
	{"bind", NULL, "all|text|table|findings|list|page KEY [COMMAND]", N_("let a key of a view do something else; without a command, what it did at first"), GROUP_SHOW, SCREEN | LIST | CONFIG, 0, cmd_bind},
	{"command", NULL, "[COMMAND]", N_("open the command line"), GROUP_SHOW, SCREEN | LIST, 0, cmd_prompt},
	{"redraw", NULL, "", N_("draw the screen anew"), GROUP_SHOW, SCREEN | COMMAND_SCROLLS, REQUEST_REDRAW, cmd_request},
	{"suspend", NULL, "", N_("back to the shell for a while"), GROUP_SHOW, SCREEN | COMMAND_SCROLLS, REQUEST_SUSPEND, cmd_request},
};
/* clang-format on */

size_t command_count(void)
{
	return sizeof rows / sizeof *rows;
}

const struct command *command_at(size_t i)
{
	return i < command_count() ? &rows[i] : NULL;
}

const char *command_group_title(enum command_group g)
{
	static const char *const titles[] = {
		[GROUP_MOVE] = N_("Moving"),
		[GROUP_DECIDE] = N_("Deciding"),
		[GROUP_CHANGE] = N_("Changing"),
		[GROUP_FILE] = N_("Files"),
		[GROUP_SHOW] = N_("Showing"),
	};
	return g < GROUP_COUNT ? _(titles[g]) : "";
}

/* "qui" begins quit but not quit!, "qui!" the other way round. */
static bool begins(struct str cut, const char *name)
{
	struct str whole = str_of(name);
	if (str_ends(cut, "!") != str_ends(whole, "!"))
		return false;
	if (str_ends(cut, "!"))
		cut.n--;
	return cut.n && cut.n < whole.n && memcmp(cut.p, whole.p, cut.n) == 0;
}

const struct command *command_find(struct str name, struct err *err)
{
	const struct command *found = NULL;
	const char *now = former_now(FORMER_COMMAND, name);
	struct buf several = {0};
	size_t n = 0;
	name = now ? str_of(now) : name;
	for (size_t i = 0; i < command_count(); i++) {
		const struct command *c = &rows[i];
		if (str_is(name, c->name) || (c->alias && str_is(name, c->alias))) {
			buf_free(&several);
			return c;
		}
		if (!begins(name, c->name))
			continue;
		found = c;
		buf_addf(&several, "%s%s", n++ ? ", " : "", c->name);
	}
	if (n == 0)
		err_set(err, ERR_USAGE, _("there is no command “%.*s”; help lists them"),
			STR_ARG(name));
	else if (n > 1)
		err_set(err, ERR_USAGE, _("“%.*s” is ambiguous: %s"), STR_ARG(name), several.p);
	buf_free(&several);
	return n == 1 ? found : NULL;
}

static bool has_finding(const struct session *s)
{
	return s->place.finding != STR_NONE;
}

static bool has_cell(const struct session *s)
{
	return s->place.cell != STR_NONE;
}

static bool has_undo(const struct session *s)
{
	return review_history_count(s->review) > 0;
}

static bool has_redo(const struct session *s)
{
	return review_can_redo(s->review);
}

static bool has_search(const struct session *s)
{
	return s->search.pattern != NULL;
}

static bool has_file(const struct session *s)
{
	return s->sidecar != NULL;
}

static bool has_suggestion(const struct session *s)
{
	return suggest_count(s) > 0;
}

static bool has_screen(const struct session *s)
{
	return !s->batch;
}

static bool has_queue(const struct session *s)
{
	return s->queue != NULL;
}

static const struct {
	enum command_needs need;
	bool (*holds)(const struct session *s);
	const char *refusal;
} preconditions[] = {
	{NEEDS_FINDING, has_finding, N_("this report has no findings")},
	{NEEDS_CELL, has_cell, N_("this report has no cells")},
	{NEEDS_UNDO, has_undo, N_("nothing to undo")},
	{NEEDS_REDO, has_redo, N_("nothing to redo")},
	{NEEDS_SEARCH, has_search, N_("nothing was searched for yet")},
	{NEEDS_FILE, has_file,
		N_("the report came from standard input: there is no file to save beside")},
	{NEEDS_QUEUE, has_queue, N_("there is no list: one report was opened")},
	{NEEDS_SUGGESTION, has_suggestion, N_("nothing is suggested for this finding")},
	{NEEDS_SCREEN, has_screen, N_("this command is for the desk on the screen")},
};

bool command_suits_list(const struct command *c)
{
	return (c->needs & (COMMAND_LIST | COMMAND_SCROLLS)) != 0;
}

static bool check_needs(const struct session *s, const struct command *c, struct err *err)
{
	if (session_is_list(s) && !command_suits_list(c))
		return err_set(err, ERR_REFUSED, _("%s: open a report first"), c->name);
	for (size_t i = 0; i < sizeof preconditions / sizeof *preconditions; i++) {
		if ((c->needs & preconditions[i].need) && !preconditions[i].holds(s))
			return err_set(err, ERR_REFUSED, _("%s: %s"), c->name,
				_(preconditions[i].refusal));
	}
	return true;
}

static bool run(struct session *s, const struct command_args *a, struct err *err)
{
	const struct command *c = a->command;
	struct kept_place before = place_keep(s);
	if (!check_needs(s, c, err))
		return false;
	if (s->overlay != OVERLAY_NONE && !(c->needs & COMMAND_SCROLLS))
		overlay_close(s);
	if (!c->run(s, a, err))
		return false;
	if (session_is_list(s))
		return true;
	place_clamp(s);
	if ((c->needs & COMMAND_JUMPS) && !place_is(s, &before))
		trail_add(s, &before);
	return true;
}

/* The line of a change is kept; undo and redo are none. */
static void remember(struct session *s, const struct command *c, struct str line)
{
	if ((c->needs & (NEEDS_UNDO | NEEDS_REDO)) || c->run == cmd_repeat)
		return;
	free(s->last_change);
	s->last_change = mem_strndup(line.p, line.n);
}

bool command_run(struct session *s, struct str line, struct err *err)
{
	unsigned long before = review_revision(s->review);
	const struct command *c;
	struct command_args a;
	struct err own = {0};
	s->reply = (struct reply){.tone = TONE_NONE};
	bool done = command_parse(line, &c, &a, &own) && (!c || run(s, &a, &own));
	if (done && c) {
		former_note(s, FORMER_COMMAND, command_word(line));
		former_note(s, FORMER_WORD, a.former);
	}
	if (done && c && review_revision(s->review) != before)
		remember(s, c, line);
	if (!done) {
		char text[sizeof s->reply.text];
		reply_set(s, TONE_ERROR, "%s", err_str(&own, text, sizeof text));
	}
	former_tell(s);
	if (!done && err)
		*err = own;
	return done;
}
