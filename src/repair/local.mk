# libgouji_a_SOURCES += src/repair/NAME.c, and its header, one a line
