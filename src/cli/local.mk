gouji_SOURCES += \
	src/cli/cli.h \
	src/cli/cmd_check.c \
	src/cli/cmd_do.c \
	src/cli/cmd_export.c \
	src/cli/cmd_forms.c \
	src/cli/cmd_review.c \
	src/cli/cmd_rules.c \
	src/cli/cmd_tables.c \
	src/cli/cmd_verify.c \
	src/cli/commands.c \
	src/cli/formats.h \
	src/cli/help.c \
	src/cli/inputs.c \
	src/cli/inputs.h \
	src/cli/listing.c \
	src/cli/listing.h \
	src/cli/list_format.c \
	src/cli/main.c \
	src/cli/options.c \
	src/cli/output.c \
	src/cli/output.h \
	src/cli/reviewer.c \
	src/cli/reviewer.h
