# dist_man_MANS: gouji.1 and its pages, one a line
