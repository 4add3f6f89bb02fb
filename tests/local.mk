# Tests find data and sources by these, wherever the build tree is; locale and language are pinned.
AM_TESTS_ENVIRONMENT = \
	GOUJI_DATADIR='$(abs_top_srcdir)/data'; export GOUJI_DATADIR; \
	GOUJI_SRCDIR='$(abs_top_srcdir)'; export GOUJI_SRCDIR; \
	GOUJI_BUILDDIR='$(abs_top_builddir)'; export GOUJI_BUILDDIR; \
	LSAN_OPTIONS='suppressions=$(abs_top_srcdir)/tests/lsan.supp:print_suppressions=0'; \
	export LSAN_OPTIONS; LC_ALL=C.UTF-8; export LC_ALL; LANGUAGE=en; export LANGUAGE; \
	unset SOURCE_DATE_EPOCH GOUJI_REVIEWER NO_COLOR XDG_CONFIG_HOME;
TEST_EXTENSIONS = .sh
TEST_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
temp_sources = tests/temp.c tests/temp.h

unit_sources = \
	tests/unit/clean_kit.c \
	tests/unit/clean_kit.h \
	tests/unit/clean_tables.c \
	tests/unit/corpus.c \
	tests/unit/corpus.h \
	tests/unit/corpus_docx.c \
	tests/unit/corpus_html.c \
	tests/unit/corpus_inside.h \
	tests/unit/corpus_pdf.c \
	tests/unit/corpus_text.c \
	tests/unit/pack.c \
	tests/unit/pack.h \
	tests/unit/pdf.h \
	tests/unit/queue_kit.c \
	tests/unit/queue_kit.h \
	tests/unit/report_fixture.c \
	tests/unit/report_fixture.h \
	tests/unit/repair_kit.c \
	tests/unit/repair_kit.h \
	tests/unit/review_kit.c \
	tests/unit/review_kit.h \
	tests/unit/samples.h \
	tests/unit/session_fixture.c \
	tests/unit/session_fixture.h \
	tests/unit/table_kit.c \
	tests/unit/table_kit.h \
	tests/unit/test_across.c \
	tests/unit/test_arena.c \
	tests/unit/test_attributes.c \
	tests/unit/test_book.c \
	tests/unit/test_child.c \
	tests/unit/test_clean.c \
	tests/unit/test_clock.c \
	tests/unit/test_corpus.c \
	tests/unit/test_count.c \
	tests/unit/test_crew.c \
	tests/unit/test_dec.c \
	tests/unit/test_decode.c \
	tests/unit/test_degenerate.c \
	tests/unit/test_desk_argument.c \
	tests/unit/test_desk_beside.c \
	tests/unit/test_desk_block.c \
	tests/unit/test_desk_command.c \
	tests/unit/test_desk_comfort.c \
	tests/unit/test_desk_config.c \
	tests/unit/test_desk_count.c \
	tests/unit/test_desk_differ.c \
	tests/unit/test_desk_former.c \
	tests/unit/test_desk_keymap.c \
	tests/unit/test_desk_mend.c \
	tests/unit/test_desk_note.c \
	tests/unit/test_desk_page.c \
	tests/unit/test_desk_place.c \
	tests/unit/test_desk_queue.c \
	tests/unit/test_desk_queue_list.c \
	tests/unit/test_desk_repair.c \
	tests/unit/test_desk_review.c \
	tests/unit/test_desk_script.c \
	tests/unit/test_desk_search.c \
	tests/unit/test_desk_session.c \
	tests/unit/test_desk_wrap.c \
	tests/unit/test_doc.c \
	tests/unit/test_doc_split.c \
	tests/unit/test_docx.c \
	tests/unit/test_err.c \
	tests/unit/test_export_findings.c \
	tests/unit/test_export_proof.c \
	tests/unit/test_export_tables.c \
	tests/unit/test_feed.c \
	tests/unit/test_file.c \
	tests/unit/test_fold.c \
	tests/unit/test_form.c \
	tests/unit/test_hash.c \
	tests/unit/test_html.c \
	tests/unit/test_import.c \
	tests/unit/test_image.c \
	tests/unit/test_import_golden.c \
	tests/unit/test_json.c \
	tests/unit/test_lang.c \
	tests/unit/test_library.c \
	tests/unit/test_locate.c \
	tests/unit/test_markdown.c \
	tests/unit/test_markdown_html.c \
	tests/unit/test_mht.c \
	tests/unit/test_mem.c \
	tests/unit/test_mutations.c \
	tests/unit/test_once.c \
	tests/unit/test_pack.c \
	tests/unit/test_pairs.c \
	tests/unit/test_path.c \
	tests/unit/test_pdf.c \
	tests/unit/test_pdf_boxes.c \
	tests/unit/test_pdf_ruled.c \
	tests/unit/test_pdf_rules.c \
	tests/unit/test_re.c \
	tests/unit/test_re_head.c \
	tests/unit/test_re_need.c \
	tests/unit/test_repair_brute.c \
	tests/unit/test_repair_edit.c \
	tests/unit/test_repair_find.c \
	tests/unit/test_repair_line.c \
	tests/unit/test_repair_trials.c \
	tests/unit/test_repair_verdict.c \
	tests/unit/test_repair_words.c \
	tests/unit/test_review.c \
	tests/unit/test_review_mend.c \
	tests/unit/test_review_merge.c \
	tests/unit/test_review_values.c \
	tests/unit/test_rule_cells.c \
	tests/unit/test_rule_claim.c \
	tests/unit/test_rule_condition.c \
	tests/unit/test_rule_examples.c \
	tests/unit/test_rule_identity.c \
	tests/unit/test_rule_load.c \
	tests/unit/test_rule_message.c \
	tests/unit/test_rule_faults.c \
	tests/unit/test_rule_frames.c \
	tests/unit/test_rule_parts.c \
	tests/unit/test_rule_phrase.c \
	tests/unit/test_rule_prose.c \
	tests/unit/test_rule_quantity.c \
	tests/unit/test_rule_shape.c \
	tests/unit/test_rule_text.c \
	tests/unit/test_rule_told.c \
	tests/unit/test_rule_words.c \
	tests/unit/test_sandbox.c \
	tests/unit/test_shelf.c \
	tests/unit/test_sidecar.c \
	tests/unit/test_sidecar_save.c \
	tests/unit/test_str.c \
	tests/unit/test_table_digits.c \
	tests/unit/test_table_glued.c \
	tests/unit/test_table_headed.c \
	tests/unit/test_table_heads.c \
	tests/unit/test_table_label.c \
	tests/unit/test_table_layouts.c \
	tests/unit/test_table_mend.c \
	tests/unit/test_table_named.c \
	tests/unit/test_table_report.c \
	tests/unit/test_table_row_numbers.c \
	tests/unit/test_table_rows.c \
	tests/unit/test_table_sure.c \
	tests/unit/test_table_bands.c \
	tests/unit/test_table_blank.c \
	tests/unit/test_table_cut.c \
	tests/unit/test_table_slipped.c \
	tests/unit/test_table_copies.c \
	tests/unit/test_table_counted.c \
	tests/unit/test_table_moved.c \
	tests/unit/test_table_run_on.c \
	tests/unit/test_table_scrambled.c \
	tests/unit/test_table_second.c \
	tests/unit/test_table_side.c \
	tests/unit/test_table_strange.c \
	tests/unit/test_table_spelled.c \
	tests/unit/test_table_spread.c \
	tests/unit/test_table_numbered.c \
	tests/unit/test_table_elsewhere.c \
	tests/unit/test_table_blocks.c \
	tests/unit/test_table_told.c \
	tests/unit/test_table_torn.c \
	tests/unit/test_table_turn.c \
	tests/unit/test_table_two.c \
	tests/unit/test_table_unfold.c \
	tests/unit/test_table_value.c \
	tests/unit/test_table_wide.c \
	tests/unit/test_table_wrapped.c \
	tests/unit/test_text.c \
	tests/unit/test_text_bare.c \
	tests/unit/test_text_between.c \
	tests/unit/test_text_boxes.c \
	tests/unit/test_text_centred.c \
	tests/unit/test_text_drawn.c \
	tests/unit/test_text_fields.c \
	tests/unit/test_text_holes.c \
	tests/unit/test_text_lines.c \
	tests/unit/test_text_marks.c \
	tests/unit/test_text_markup.c \
	tests/unit/test_text_named.c \
	tests/unit/test_text_notation.c \
	tests/unit/test_text_number.c \
	tests/unit/test_text_pipes.c \
	tests/unit/test_text_spaces.c \
	tests/unit/test_text_tabs.c \
	tests/unit/test_text_ruled.c \
	tests/unit/test_text_step.c \
	tests/unit/test_text_lineless.c \
	tests/unit/test_text_rowless.c \
	tests/unit/test_text_words.c \
	tests/unit/test_ui_layout.c \
	tests/unit/test_ui_map.c \
	tests/unit/test_ui_paint.c \
	tests/unit/test_ui_panes.c \
	tests/unit/test_ui_para.c \
	tests/unit/test_ui_style.c \
	tests/unit/test_ui_term_paint.c \
	tests/unit/test_ui_text_rows.c \
	tests/unit/test_ui_views.c \
	tests/unit/test_utf8.c \
	tests/unit/test_verdict.c \
	tests/unit/test_yaml_get.c \
	tests/unit/test_yaml_parse.c \
	tests/unit/test_yaml_write.c \
	tests/unit/text_kit.c \
	tests/unit/text_kit.h \
	tests/unit/unit.h

# the views draw in memory: only term*.c need a terminal (term_paint.c none)
ui_without_terminal = \
	src/ui/current.c \
	src/ui/hits.c \
	src/ui/kept.c \
	src/ui/layout.c \
	src/ui/map.c \
	src/ui/paint.c \
	src/ui/pane_lines.c \
	src/ui/panes.c \
	src/ui/para.c \
	src/ui/prompt.c \
	src/ui/style.c \
	src/ui/table_cols.c \
	src/ui/term_paint.c \
	src/ui/text_rows.c \
	src/ui/view_finding.c \
	src/ui/view_list.c \
	src/ui/view_overlay.c \
	src/ui/view_status.c \
	src/ui/view_table.c \
	src/ui/view_text.c

if HAVE_CRITERION
check_PROGRAMS += tests/unit/unit
tests_unit_unit_SOURCES = $(temp_sources) $(unit_sources) $(ui_without_terminal)
tests_unit_unit_CPPFLAGS = $(TEST_CPPFLAGS) $(CRITERION_CFLAGS)
tests_unit_unit_LDADD = $(GOUJI_LIBS) -lm $(ZIP_LIBS) $(CRITERION_LIBS)
TESTS += tests/unit/unit tests/unit/count.sh
# the count is checked against what the run says
tests/unit/count.log: tests/unit/unit.log
else
TESTS += tests/unit/absent.sh
endif
golden_import = \
	tests/golden/import/changes.docx.xml tests/golden/import/changes.docx.xml.tree \
	tests/golden/import/frame.docx.xml tests/golden/import/frame.docx.xml.tree \
	tests/golden/import/lists.docx.xml tests/golden/import/lists.docx.xml.tree \
	tests/golden/import/lists.numbering.xml tests/golden/import/lists.styles.xml \
	tests/golden/import/layout.html tests/golden/import/layout.html.tree \
	tests/golden/import/mixed.html tests/golden/import/mixed.html.tree \
	tests/golden/import/page.html tests/golden/import/page.html.tree \
	tests/golden/import/plain.pdf tests/golden/import/plain.pdf.tree \
	tests/golden/import/ruled.pdf tests/golden/import/ruled.pdf.tree \
	tests/golden/import/bare.txt tests/golden/import/bare.txt.tree \
	tests/golden/import/boxes.txt tests/golden/import/boxes.txt.tree \
	tests/golden/import/dashes.txt tests/golden/import/dashes.txt.tree \
	tests/golden/import/fields.txt tests/golden/import/fields.txt.tree \
	tests/golden/import/lines.txt tests/golden/import/lines.txt.tree \
	tests/golden/import/marks.txt tests/golden/import/marks.txt.tree \
	tests/golden/import/pipes.txt tests/golden/import/pipes.txt.tree \
	tests/golden/import/spaces.txt tests/golden/import/spaces.txt.tree \
	tests/golden/import/steps.txt tests/golden/import/steps.txt.tree \
	tests/golden/import/tabs.txt tests/golden/import/tabs.txt.tree \
	tests/golden/import/words.txt tests/golden/import/words.txt.tree \
	tests/golden/import/word.html tests/golden/import/word.html.tree
EXTRA_DIST += $(golden_import)
EXTRA_DIST += tests/unit/count.sh tests/unit/absent.sh
EXTRA_DIST += tests/lsan.supp tests/unit/count.sh tests/unit/absent.sh
# doc_dump() of the samples: "gouji tables --format=tree" where the dump changes for a reason
EXTRA_DIST += \
	tests/golden/houjia-2020.tree \
	tests/golden/shanghewan-2020.tree \
	tests/golden/sili-2020.tree \
	tests/golden/xidian-2020.tree \
	tests/golden/xingang-2020.tree

fault_ldflags = $(AM_LDFLAGS) \
	-Wl,--wrap=open -Wl,--wrap=write -Wl,--wrap=fsync -Wl,--wrap=close \
	-Wl,--wrap=fchmod -Wl,--wrap=link -Wl,--wrap=rename
fault_sources = tests/fault/fault.c tests/fault/fault.h

check_PROGRAMS += tests/fault/save tests/fault/killed tests/fault/sidecar
tests_fault_killed_SOURCES = tests/fault/killed.c $(fault_sources)
tests_fault_killed_CPPFLAGS = $(TEST_CPPFLAGS)
tests_fault_killed_LDFLAGS = $(fault_ldflags)
tests_fault_killed_LDADD = $(GOUJI_LIBS)
tests_fault_save_SOURCES = tests/fault/save.c $(fault_sources)
tests_fault_save_CPPFLAGS = $(TEST_CPPFLAGS)
tests_fault_save_LDFLAGS = $(fault_ldflags)
tests_fault_save_LDADD = $(GOUJI_LIBS)
tests_fault_sidecar_SOURCES = tests/fault/sidecar.c $(fault_sources)
tests_fault_sidecar_CPPFLAGS = $(TEST_CPPFLAGS)
tests_fault_sidecar_LDFLAGS = $(fault_ldflags)
tests_fault_sidecar_LDADD = $(GOUJI_LIBS)
TESTS += tests/fault/save tests/fault/killed tests/fault/sidecar

# The program itself: exit statuses, messages, streams, formats, and the samples byte for byte.
cli_tests = \
	tests/cli/across.sh \
	tests/cli/completion.sh \
	tests/cli/do.sh \
	tests/cli/export.sh \
	tests/cli/saving.sh \
	tests/cli/formats.sh \
	tests/cli/golden.sh \
	tests/cli/image.sh \
	tests/cli/inputs.sh \
	tests/cli/review.sh \
	tests/cli/rules.sh \
	tests/cli/status.sh \
	tests/cli/usage.sh
TESTS += $(cli_tests) tests/catalog.sh tests/layers.sh tests/manual/lists.sh tests/symbols.sh
EXTRA_DIST += $(cli_tests) tests/catalog.sh tests/layers.sh tests/manual/lists.sh tests/symbols.sh tests/cli/lib.sh \
	tests/unit/clean-2020.txt tests/unit/clean-2020.last.txt tests/unit/clean-2023.txt tests/unit/clean-2024.txt \
	tests/unit/clean-2024.last.txt tests/unit/faults-beside.tsv tests/unit/clean.grammar tests/unit/clean-faults.tsv tests/unit/faults.tsv tests/unit/frames.tsv tests/unit/mutations.tsv

# Writes tests/golden/ anew from what the program says now: read the diff before it is committed.
EXTRA_DIST += tests/golden
.PHONY: update-golden
update-golden: all
	$(AM_TESTS_ENVIRONMENT) GOUJI_UPDATE_GOLDEN=1 $(SHELL) $(top_srcdir)/tests/cli/golden.sh

# The lists of gouji(1) come from the program's rows.
check_PROGRAMS += tests/manual/lists
tests_manual_lists_SOURCES = tests/manual/lists.c
tests_manual_lists_CPPFLAGS = $(TEST_CPPFLAGS)
tests_manual_lists_LDADD = $(GOUJI_LIBS)
.PHONY: update-manual
update-manual: all tests/manual/lists$(EXEEXT)
	$(AM_TESTS_ENVIRONMENT) GOUJI_UPDATE_MANUAL=1 $(SHELL) $(top_srcdir)/tests/manual/lists.sh

# The screens of README and gouji(1), as the program draws them.
.PHONY: update-readme
if HAVE_VTERM
check_PROGRAMS += tests/manual/screen
tests_manual_screen_SOURCES = tests/manual/screen.c tests/desk/pty.c tests/desk/pty.h
tests_manual_screen_CPPFLAGS = $(TEST_CPPFLAGS) $(VTERM_CFLAGS)
tests_manual_screen_LDADD = $(VTERM_LIBS)
update-readme: all tests/manual/screen$(EXEEXT)
	$(AM_TESTS_ENVIRONMENT) GOUJI_UPDATE_SCREENS=1 $(SHELL) $(top_srcdir)/tests/manual/screens.sh
endif
TESTS += tests/manual/screens.sh
EXTRA_DIST += tests/manual/screens.sh

EXTRA_DIST += tests/desk/count.sh tests/desk/twelve-2023.txt
# The real program on a pty, its screen read back through libvterm.
pty_sources = tests/desk/pty.c tests/desk/pty.h
if HAVE_CRITERION
if HAVE_VTERM
check_PROGRAMS += tests/desk/desk
tests_desk_desk_SOURCES = $(temp_sources) $(pty_sources) \
	tests/desk/kit.c \
	tests/desk/kit.h \
	tests/desk/nine.c \
	tests/desk/nine.h \
	tests/desk/test_beside.c \
	tests/desk/test_comfort.c \
	tests/desk/test_config.c \
	tests/desk/test_every.c \
	tests/desk/test_keys.c \
	tests/desk/test_mend.c \
	tests/desk/test_mouse.c \
	tests/desk/test_note.c \
	tests/desk/test_queue.c \
	tests/desk/test_random.c \
	tests/desk/test_review.c \
	tests/desk/test_terminal.c \
	tests/desk/test_newcomer.c \
	tests/desk/test_twelve.c \
	tests/desk/test_ways_out.c \
	tests/desk/test_windows.c
tests_desk_desk_CPPFLAGS = $(TEST_CPPFLAGS) $(CRITERION_CFLAGS) $(VTERM_CFLAGS)
tests_desk_desk_LDADD = $(GOUJI_LIBS) $(CRITERION_LIBS) $(VTERM_LIBS)
TESTS += tests/desk/desk tests/desk/count.sh
tests/desk/count.log: tests/desk/desk.log
endif
endif

# A hundred thousand random keys, a thousand sizes.
.PHONY: check-long
check-long: $(check_PROGRAMS) all
	$(AM_TESTS_ENVIRONMENT) GOUJI_DESK_KEYS=100000 tests/desk/desk --filter 'desk_random/*'

# How quick it is, beside others: `make bench`.
.PHONY: bench
CLEANFILES += $(EXTRA_PROGRAMS)
if HAVE_VTERM
EXTRA_PROGRAMS += tests/bench/bench tests/bench/floor
tests_bench_bench_SOURCES = tests/bench/bench.c tests/bench/measure.c tests/bench/measure.h $(temp_sources) $(pty_sources)
tests_bench_bench_CPPFLAGS = $(TEST_CPPFLAGS) $(VTERM_CFLAGS)
tests_bench_bench_LDADD = $(VTERM_LIBS)
tests_bench_floor_SOURCES = tests/bench/floor.c
tests_bench_floor_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
tests_bench_floor_LDADD = $(NCURSES_LIBS)
bench: all tests/bench/bench$(EXEEXT) tests/bench/floor$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) tests/bench/bench$(EXEEXT)
endif

# The search for repairs on ten thousand made-up reports: `make bench-repair`.
EXTRA_PROGRAMS += tests/bench/repair
tests_bench_repair_SOURCES = tests/bench/repair.c tests/unit/repair_kit.c tests/unit/repair_kit.h
tests_bench_repair_CPPFLAGS = $(TEST_CPPFLAGS)
tests_bench_repair_LDADD = $(GOUJI_LIBS)
.PHONY: bench-repair
bench-repair: tests/bench/repair$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) tests/bench/repair$(EXEEXT)
