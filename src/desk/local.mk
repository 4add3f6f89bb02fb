# libgouji_a_SOURCES += src/desk/NAME.c, and its header, one a line
