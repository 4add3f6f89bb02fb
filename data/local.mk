# One file a line, so that what is installed is what is listed.
formsdir = $(pkgdatadir)/forms
dist_forms_DATA = \
	data/forms/2019.yaml \
	data/forms/2021.yaml \
	data/forms/report.yaml

rulesdir = $(pkgdatadir)/rules
dist_rules_DATA = \
	data/rules/across.yaml \
	data/rules/caption.yaml \
	data/rules/cells.yaml \
	data/rules/conditions.yaml \
	data/rules/form.yaml \
	data/rules/hygiene.yaml \
	data/rules/identities.yaml \
	data/rules/prose.yaml \
	data/rules/text-balance.yaml \
	data/rules/text-parts.yaml \
	data/rules/text-ratio.yaml \
	data/rules/text-table.yaml \
	data/rules/text-trend.yaml \
	data/rules/text-twice.yaml \
	data/rules/text.yaml \
	data/rules/words.yaml

samplesdir = $(pkgdatadir)/samples
dist_samples_DATA = \
	data/samples/houjia-2020.cells.tsv \
	data/samples/houjia-2020.txt \
	data/samples/shanghewan-2020.cells.tsv \
	data/samples/shanghewan-2020.txt \
	data/samples/sili-2020.cells.tsv \
	data/samples/sili-2020.txt \
	data/samples/xidian-2020.cells.tsv \
	data/samples/xidian-2020.txt \
	data/samples/xingang-2020.cells.tsv \
	data/samples/xingang-2020.txt

completionsdir = $(datadir)/bash-completion/completions
dist_completions_DATA = data/completions/gouji

# The catalog lies where gettext looks for it, so that the program speaks Chinese in the build tree too.
zh_CN_mo = locale/zh_CN/LC_MESSAGES/gouji.mo
EXTRA_DIST += data/po/zh_CN.po
zhlocaledir = $(localedir)/zh_CN/LC_MESSAGES
nodist_zhlocale_DATA = $(zh_CN_mo)
CLEANFILES += $(zh_CN_mo) gouji.pot

$(zh_CN_mo): data/po/zh_CN.po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) --check -o $@ $(top_srcdir)/data/po/zh_CN.po

.PHONY: pot update-po
pot:
	$(AM_V_GEN)out=`pwd`/gouji.pot; cd $(top_srcdir) && find src -name '*.[ch]' | LC_ALL=C sort | \
	  $(XGETTEXT) --files-from=- --from-code=UTF-8 --keyword=_ --keyword=N_ --sort-by-file \
	  --package-name=$(PACKAGE_NAME) --output="$$out"
update-po: pot
	$(AM_V_GEN)po=$(top_srcdir)/data/po/zh_CN.po && \
	  $(MSGMERGE) --quiet --no-fuzzy-matching --output-file=merged.po $$po gouji.pot && \
	  $(MSGATTRIB) --untranslated --no-obsolete --no-location --no-wrap merged.po | sed '1,/^$$/d' >new.po && \
	  { test ! -s new.po || { echo; cat new.po; } >>$$po; } && \
	  $(MSGATTRIB) --only-obsolete --no-wrap merged.po | sed -n 's/^#~ msgid/no longer used:/p'; \
	  rm -f merged.po new.po

# The data packed, so that it is not read at each start; after an edit it is read all the same.
data.image: pack-data$(EXEEXT) $(dist_forms_DATA) $(dist_rules_DATA)
	$(AM_V_GEN)./pack-data$(EXEEXT) $(srcdir)/data $@
all-local: data.image
install-data-local: data.image
	$(MKDIR_P) "$(DESTDIR)$(pkgdatadir)"
	$(INSTALL_DATA) data.image "$(DESTDIR)$(pkgdatadir)"
uninstall-local:
	rm -f "$(DESTDIR)$(pkgdatadir)/data.image"
CLEANFILES += data.image
