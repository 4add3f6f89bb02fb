# libgouji_a_SOURCES += src/rule/NAME.c, and its header, one a line
