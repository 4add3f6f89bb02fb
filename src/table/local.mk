# libgouji_a_SOURCES += src/table/NAME.c, and its header, one a line
