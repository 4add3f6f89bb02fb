libgouji_a_SOURCES += \
	src/rule/cells.c \
	src/rule/check.c \
	src/rule/claim.c \
	src/rule/claim.h \
	src/rule/claim_load.c \
	src/rule/clause.c \
	src/rule/context.c \
	src/rule/context.h \
	src/rule/example.c \
	src/rule/example.h \
	src/rule/finding.c \
	src/rule/identity.c \
	src/rule/kind.h \
	src/rule/load.c \
	src/rule/message.c \
	src/rule/message.h \
	src/rule/pattern.c \
	src/rule/prose.c \
	src/rule/prose.h \
	src/rule/prose_words.c \
	src/rule/quantity.c \
	src/rule/quantity.h \
	src/rule/rule.c \
	src/rule/rule.h \
	src/rule/sum.c \
	src/rule/sum.h \
	src/rule/words.c
