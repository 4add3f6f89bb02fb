libgouji_a_SOURCES += \
	src/export/export.c \
	src/export/export.h \
	src/export/findings.c \
	src/export/findings.h \
	src/export/findings_json.c \
	src/export/findings_jsonl.c \
	src/export/findings_sarif.c \
	src/export/findings_text.c \
	src/export/markdown.c \
	src/export/markdown.h \
	src/export/proof.c \
	src/export/proof.h \
	src/export/proof_verdict.c \
	src/export/tables.c \
	src/export/tables.h \
	src/export/tables_csv.c \
	src/export/tables_json.c \
	src/export/tables_markdown.c \
	src/export/tables_text.c \
	src/export/verdict.c \
	src/export/verdict.h \
	src/export/verdict_md.c \
	src/export/verdict_md_findings.c \
	src/export/verdict_words.c \
	src/export/verdict_yaml.c \
	src/export/words.c \
	src/export/words.h
