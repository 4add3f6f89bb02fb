# table/: from a document and the forms to filled cells
libgouji_a_SOURCES += \
	src/table/align.c \
	src/table/align.h \
	src/table/book.c \
	src/table/build.c \
	src/table/book.h \
	src/table/build.h \
	src/table/caption.c \
	src/table/caption.h \
	src/table/cell.c \
	src/table/join.c \
	src/table/label.c \
	src/table/label.h \
	src/table/lines.c \
	src/table/lines_judge.c \
	src/table/lines.h \
	src/table/mend.c \
	src/table/mended.c \
	src/table/mend.h \
	src/table/place.h \
	src/table/report.c \
	src/table/report.h \
	src/table/rows.c \
	src/table/section.c \
	src/table/section.h \
	src/table/shadow.c \
	src/table/shadow.h \
	src/table/stream.c \
	src/table/stream.h \
	src/table/value.c \
	src/table/value.h \
	src/table/values.c \
	src/table/wide.c \
	src/table/wrapped.c \
	src/table/wrapped.h
