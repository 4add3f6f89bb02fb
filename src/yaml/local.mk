libgouji_a_SOURCES += \
	src/yaml/get.c \
	src/yaml/pack.c \
	src/yaml/pack.h \
	src/yaml/parse.c \
	src/yaml/ydoc.h \
	src/yaml/write.c \
	src/yaml/yaml.h

noinst_PROGRAMS += pack-trees
pack_trees_SOURCES = src/yaml/pack_main.c
pack_trees_LDADD = $(GOUJI_LIBS)
