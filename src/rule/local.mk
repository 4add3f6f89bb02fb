libgouji_a_SOURCES += \
	src/rule/cells.c \
	src/rule/check.c \
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
	src/rule/rule.c \
	src/rule/rule.h \
	src/rule/words.c
