# libgouji_a_SOURCES += src/form/NAME.c, and its header, one a line
