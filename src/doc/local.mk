# libgouji_a_SOURCES += src/doc/NAME.c, and its header, one a line
