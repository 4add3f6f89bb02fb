libgouji_a_SOURCES += \
	src/yaml/get.c \
	src/yaml/parse.c \
	src/yaml/ydoc.h \
	src/yaml/write.c \
	src/yaml/yaml.h
