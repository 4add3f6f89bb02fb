# libgouji_a_SOURCES += src/import/NAME.c, and its header, one a line
