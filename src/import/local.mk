libgouji_a_SOURCES += \
	src/import/columns.c \
	src/import/columns.h \
	src/import/convert.c \
	src/import/convert.h \
	src/import/decode.c \
	src/import/decode.h \
	src/import/import.c \
	src/import/import.h \
	src/import/layout.c \
	src/import/layout.h \
	src/import/layout_bare.c \
	src/import/layout_lines.c \
	src/import/layout_pipes.c \
	src/import/layout_spaces.c \
	src/import/layout_tabs.c \
	src/import/layout_tabs.h \
	src/import/text.c \
	src/import/text.h
