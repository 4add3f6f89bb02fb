/* gouji: reviews annual reports of government information disclosure. */
#include <signal.h>

#include "base/mem.h"
#include "cli/cli.h"

int main(int argc, char **argv)
{
	/* A reader that went away is a failed write, told like any other. */
	signal(SIGPIPE, SIG_IGN);
	mem_keep();
	return cli_main(argc, argv);
}
