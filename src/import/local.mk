libgouji_a_SOURCES += \
	src/import/attributes.c \
	src/import/attributes.h \
	src/import/centred.c \
	src/import/columns.c \
	src/import/centred.h \
	src/import/columns.h \
	src/import/columns_extent.c \
	src/import/columns_pair.c \
	src/import/columns_plan.c \
	src/import/columns_plan.h \
	src/import/columns_words.c \
	src/import/confine.c \
	src/import/confine.h \
	src/import/convert.c \
	src/import/convert.h \
	src/import/decode.c \
	src/import/decode.h \
	src/import/endings.c \
	src/import/feed.c \
	src/import/feed.h \
	src/import/foreign.c \
	src/import/foreign.h \
	src/import/import.c \
	src/import/import.h \
	src/import/layout.c \
	src/import/layout.h \
	src/import/layout_asciidoc.c \
	src/import/layout_bare.c \
	src/import/layout_between.c \
	src/import/layout_boxes.c \
	src/import/layout_drawn.c \
	src/import/layout_cells.c \
	src/import/layout_cells.h \
	src/import/layout_fields.c \
	src/import/layout_holes.c \
	src/import/layout_holes.h \
	src/import/layout_items.c \
	src/import/layout_latex.c \
	src/import/layout_lines.c \
	src/import/layout_lone.c \
	src/import/layout_lone.h \
	src/import/layout_marks.c \
	src/import/layout_named.c \
	src/import/layout_notation.c \
	src/import/layout_nothing.c \
	src/import/layout_number.c \
	src/import/layout_page.c \
	src/import/layout_page.h \
	src/import/layout_pipes.c \
	src/import/layout_spaces.c \
	src/import/layout_tabs.c \
	src/import/layout_tabs.h \
	src/import/layout_records.c \
	src/import/layout_ruled.c \
	src/import/layout_step.c \
	src/import/layout_step.h \
	src/import/layout_wiki.c \
	src/import/layout_words.c \
	src/import/mht.c \
	src/import/mht.h \
	src/import/landlock.c \
	src/import/landlock.h \
	src/import/replay.c \
	src/import/sandbox.c \
	src/import/sandbox.h \
	src/import/seccomp.c \
	src/import/seccomp.h \
	src/import/shelf.c \
	src/import/shelf.h \
	src/import/signs.h \
	src/import/text.c \
	src/import/text.h \
	src/import/lineless.c \
	src/import/rowless.c \
	src/import/named_line.c \
	src/import/named_line.h \
	src/import/named_scan.c \
	src/import/named_scan.h \
	src/import/notation.c \
	src/import/notation.h \
	src/import/lineless.h \
	src/import/rowless.h \
	src/import/weigh.c \
	src/import/weigh.h

if HAVE_GUMBO
libgouji_a_SOURCES += \
	src/import/html.c \
	src/import/html.h \
	src/import/html_article.c \
	src/import/html_boxes.c \
	src/import/html_chars.c \
	src/import/html_grid.c \
	src/import/html_head.c \
	src/import/html_parts.h \
	src/import/html_roles.c \
	src/import/html_style.c \
	src/import/html_style.h \
	src/import/html_table.c \
	src/import/html_text.c \
	src/import/html_text.h \
	src/import/html_tree.c \
	src/import/html_tree.h
endif

if HAVE_DOCX
libgouji_a_SOURCES += \
	src/import/count.c \
	src/import/count.h \
	src/import/docx.c \
	src/import/docx.h \
	src/import/docx_frames.c \
	src/import/docx_frames.h \
	src/import/docx_numbers.c \
	src/import/docx_numbers.h \
	src/import/docx_put.c \
	src/import/docx_read.c \
	src/import/docx_read.h \
	src/import/docx_tree.c \
	src/import/docx_tree.h
endif

if HAVE_XML
libgouji_a_SOURCES += \
	src/import/xml.c \
	src/import/xml.h
endif

if HAVE_PDF
libgouji_a_SOURCES += \
	src/import/pdf.c \
	src/import/pdf.h \
	src/import/pdf_aligned.c \
	src/import/pdf_before.c \
	src/import/pdf_borders.c \
	src/import/pdf_borders.h \
	src/import/pdf_boxes.c \
	src/import/pdf_boxes.h \
	src/import/pdf_cells.c \
	src/import/pdf_columns.c \
	src/import/pdf_divide.c \
	src/import/pdf_divide.h \
	src/import/pdf_flow.c \
	src/import/pdf_extent.h \
	src/import/pdf_flow.h \
	src/import/pdf_grid.c \
	src/import/pdf_labels.c \
	src/import/pdf_lines.c \
	src/import/pdf_marks.c \
	src/import/pdf_marks.h \
	src/import/pdf_overprint.c \
	src/import/pdf_overprint.h \
	src/import/pdf_page.h \
	src/import/pdf_parts.c \
	src/import/pdf_read.c \
	src/import/pdf_read.h \
	src/import/pdf_rows.c \
	src/import/pdf_ruled.c \
	src/import/pdf_ruled.h \
	src/import/pdf_rules.c \
	src/import/pdf_rules.h \
	src/import/pdf_split.c \
	src/import/pdf_stretch.c \
	src/import/pdf_strokes.c \
	src/import/pdf_strokes.h \
	src/import/pdf_tall.c \
	src/import/pdf_tall.h \
	src/import/pdf_table.h
endif
