# libgouji_a_SOURCES += src/export/NAME.c, and its header, one a line
