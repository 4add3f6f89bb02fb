# gouji_SOURCES += src/ui/NAME.c, and its header, one a line
