/* Folders a test may fill: they are gone when its process ends, whatever is in them. */
#ifndef GOUJI_TESTS_TEMP_H
#define GOUJI_TESTS_TEMP_H

#include <stdbool.h>

#define TEMP_DIR_MAX 64

/* A new empty folder under $TMPDIR, its path into dir. False with errno where none can be made. */
bool temp_dir(char dir[TEMP_DIR_MAX]);

#endif
