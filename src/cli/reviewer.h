/* Who reviews: --reviewer, else $GOUJI_REVIEWER, else the login's full name, else its name. */
#ifndef GOUJI_CLI_REVIEWER_H
#define GOUJI_CLI_REVIEWER_H

#include "cli/cli.h"

/* free(); NULL where nobody is known. Always valid UTF-8 on one line. */
char *cli_reviewer(const struct cli *cli);

#endif
