# repair/: the smallest corrections that settle findings
libgouji_a_SOURCES += \
	src/repair/attempt.h \
	src/repair/edit.c \
	src/repair/edit.h \
	src/repair/json.c \
	src/repair/line.c \
	src/repair/line.h \
	src/repair/lines.c \
	src/repair/repair.c \
	src/repair/repair.h \
	src/repair/search.c \
	src/repair/search.h \
	src/repair/set.c \
	src/repair/set.h \
	src/repair/system.c \
	src/repair/system.h \
	src/repair/unread.c \
	src/repair/unread.h \
	src/repair/weigh.c \
	src/repair/weigh.h \
	src/repair/words.c
