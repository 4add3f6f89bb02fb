libgouji_a_SOURCES += \
	src/rule/amount.c \
	src/rule/caption_date.c \
	src/rule/caption_rule.c \
	src/rule/caption_rule.h \
	src/rule/cells.c \
	src/rule/change.c \
	src/rule/check.c \
	src/rule/children.c \
	src/rule/children.h \
	src/rule/children_roster.c \
	src/rule/claim.c \
	src/rule/claim.h \
	src/rule/claim_check.c \
	src/rule/claim_load.c \
	src/rule/claim_money.c \
	src/rule/clause.c \
	src/rule/condition.c \
	src/rule/context.c \
	src/rule/context.h \
	src/rule/example.c \
	src/rule/example.h \
	src/rule/expr.c \
	src/rule/expr.h \
	src/rule/expr_eval.c \
	src/rule/expr_node.h \
	src/rule/finding.c \
	src/rule/folds.c \
	src/rule/identity.c \
	src/rule/left_over.c \
	src/rule/kind.h \
	src/rule/load.c \
	src/rule/message.c \
	src/rule/message.h \
	src/rule/pack.c \
	src/rule/pack.h \
	src/rule/parts.c \
	src/rule/parts.h \
	src/rule/parts_check.c \
	src/rule/parts_whole.c \
	src/rule/pattern.c \
	src/rule/percent.c \
	src/rule/percent.h \
	src/rule/phrase.c \
	src/rule/portion.c \
	src/rule/prose.c \
	src/rule/prose.h \
	src/rule/prose_words.c \
	src/rule/quantity.c \
	src/rule/quantity.h \
	src/rule/ratio.c \
	src/rule/rule.c \
	src/rule/rule.h \
	src/rule/scope.c \
	src/rule/scope.h \
	src/rule/selftest.c \
	src/rule/shape.c \
	src/rule/sum.c \
	src/rule/sum.h \
	src/rule/text.c \
	src/rule/text.h \
	src/rule/text_book.c \
	src/rule/text_book.h \
	src/rule/text_copied.c \
	src/rule/text_left_over.c \
	src/rule/text_numbering.c \
	src/rule/text_repeated.c \
	src/rule/text_sentence.c \
	src/rule/text_words.c \
	src/rule/trend.c \
	src/rule/twice.c \
	src/rule/words.c

noinst_PROGRAMS += pack-data
pack_data_SOURCES = src/rule/pack_main.c
nodist_pack_data_SOURCES = make_id.c
pack_data_LDADD = $(GOUJI_LIBS)
