# Everything but main.c, ui/ and cli/ is one convenience library, which the tests link too.
noinst_LIBRARIES += libgouji.a
libgouji_a_SOURCES =
libgouji_a_CPPFLAGS = $(AM_CPPFLAGS) $(YAML_CFLAGS) $(NETTLE_CFLAGS) $(PCRE2_CFLAGS) \
	$(GUMBO_CFLAGS) $(ZIP_CFLAGS) $(EXPAT_CFLAGS) $(SECCOMP_CFLAGS)
GOUJI_LIBS = libgouji.a $(NETTLE_LIBS) $(PCRE2_LIBS) $(UNISTRING_LIBS)

include src/base/local.mk
include src/yaml/local.mk
include src/doc/local.mk
include src/form/local.mk
include src/import/local.mk
include src/table/local.mk
include src/rule/local.mk
include src/repair/local.mk
include src/review/local.mk
include src/beside/local.mk
include src/export/local.mk
include src/desk/local.mk

# What an image of the data (src/base/image.h) and the program that uses it must have in common.
make_id.c: libgouji.a
	$(AM_V_GEN)id=`{ sha256sum || cksum; } <libgouji.a 2>/dev/null | tr -d ' -'` && \
	  printf '#include "base/make_id.h"\n\nconst char make_id[] = "%s";\n' "$$id" >$@
CLEANFILES += make_id.c

bin_PROGRAMS += gouji
gouji_SOURCES = src/main.c
nodist_gouji_SOURCES = make_id.c
gouji_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
gouji_LDADD = $(GOUJI_LIBS) $(NCURSES_LIBS)

include src/ui/local.mk
include src/cli/local.mk
