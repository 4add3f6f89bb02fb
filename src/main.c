/* gouji: reviews annual reports of government information disclosure. */
#include <signal.h>

#include "cli/cli.h"

int main(int argc, char **argv)
{
	/* A reader that went away is a failed write, told like any other. */
	signal(SIGPIPE, SIG_IGN);
	return cli_main(argc, argv);
}
