libgouji_a_SOURCES += \
	src/doc/doc.c \
	src/doc/doc.h \
	src/doc/dump.c \
	src/doc/image.c \
	src/doc/image.h \
	src/doc/inside.h \
	src/doc/sink.c \
	src/doc/sink.h \
	src/doc/split.c
