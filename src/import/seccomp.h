/* Filters of system calls, where libseccomp was there to build with and the kernel takes them. A
 * call that is filtered fails with EPERM. */
#ifndef GOUJI_IMPORT_SECCOMP_H
#define GOUJI_IMPORT_SECCOMP_H

#include "base/err.h"

/* Loads libseccomp, for this process and those it forks: before each of those below. */
bool seccomp_ready(struct err *err);
/* Nothing but computing, open descriptors and the end. */
void seccomp_confine_reader(void);
/* No sockets, no writing, no other processes' business; programs and libraries can be loaded. */
void seccomp_confine_program(void);

#endif
