# gouji_SOURCES += src/cli/NAME.c, and its header, one a line
