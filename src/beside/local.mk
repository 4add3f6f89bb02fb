libgouji_a_SOURCES += \
	src/beside/beside.c \
	src/beside/beside.h \
	src/beside/find.c \
	src/beside/open.c \
	src/beside/open.h \
	src/beside/find.h \
	src/beside/names.c \
	src/beside/names.h
