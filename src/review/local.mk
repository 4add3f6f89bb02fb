# libgouji_a_SOURCES += src/review/NAME.c, and its header, one a line
