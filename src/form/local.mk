libgouji_a_SOURCES += \
	src/form/form.c \
	src/form/form.h \
	src/form/load.c \
	src/form/load.h \
	src/form/load_common.c \
	src/form/load_group.c \
	src/form/load_identity.c \
	src/form/load_like.c \
	src/form/load_part.c \
	src/form/load_pattern.c \
	src/form/load_table.c
