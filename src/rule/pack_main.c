/* pack-data DATADIR FILE: packs forms and rules into an image, for `make`. Where the system has no
 * room for one there is none, and the program reads its data at each start. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/make_id.h"
#include "rule/pack.h"

int main(int argc, char **argv)
{
	struct err err = {0};
	char words[1024];

	lang_init(NULL);
	if (argc != 3) {
		fputs("usage: pack-data DATADIR FILE\n", stderr);
		return 2;
	}
	if (pack_write(argv[1], argv[2], make_id, &err))
		return 0;
	fprintf(stderr, "pack-data: %s\n", err_str(&err, words, sizeof words));
	/* an empty file is no image */
	return err.kind == ERR_LIMIT && file_write_atomic(argv[2], STR(""), &err) ? 0 : 2;
}
