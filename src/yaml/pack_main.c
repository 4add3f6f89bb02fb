/* pack-trees DIR FILE...: packs YAML files into DIR, for `make`. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/lang.h"
#include "yaml/pack.h"

static bool pack_file(const char *dir, const char *path, struct err *err)
{
	char name[YAML_PACK_NAME];
	struct buf text, packed = {0};
	if (!file_read(path, (size_t)1 << 24, &text, err))
		return false;
	struct ydoc *d = yaml_parse(buf_str(&text), path, err);
	if (d) {
		yaml_pack(buf_str(&text), d, &packed);
		yaml_pack_name(buf_str(&text), name);
	}
	buf_free(&text);
	yaml_free(d);
	if (!d)
		return false;
	char *file = path_join(dir, name);
	bool ok = file_write_atomic(file, buf_str(&packed), err);
	free(file);
	buf_free(&packed);
	return ok;
}

int main(int argc, char **argv)
{
	struct err err = {0};
	char words[1024];
	lang_init(NULL);
	for (int i = 2; i < argc; i++)
		if (!pack_file(argv[1], argv[i], &err)) {
			fprintf(stderr, "pack-trees: %s\n", err_str(&err, words, sizeof words));
			return 2;
		}
	return 0;
}
