# One page a line.
dist_man_MANS = \
	man/gouji.1 \
	man/gouji.conf.5 \
	man/gouji-forms.5 \
	man/gouji-review.5 \
	man/gouji-rules.5
