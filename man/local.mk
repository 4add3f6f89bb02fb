# One page a line.
dist_man_MANS = \
	man/gouji-forms.5
