/* The names --format takes, by subcommand: read from the rows of the exporters. NULL past the last.
 */
#ifndef GOUJI_CLI_FORMATS_H
#define GOUJI_CLI_FORMATS_H

#include <stddef.h>

const char *cli_check_format(size_t i);
const char *cli_tables_format(size_t i);
const char *cli_export_format(size_t i);
const char *cli_list_format(size_t i); /* of rules and forms: text, json */

#endif
