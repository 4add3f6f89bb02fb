libgouji_a_SOURCES += \
	src/desk/command.h \
	src/desk/keymap.c \
	src/desk/keymap.h \
	src/desk/options.h \
	src/desk/overlay.h \
	src/desk/place.h \
	src/desk/script.h \
	src/desk/search.h \
	src/desk/session.h \
	src/desk/wrap.c \
	src/desk/wrap.h
