/* Filters of system calls, where libseccomp was there to build with and the kernel takes them. A
 * call that is filtered fails with EPERM. */
#ifndef GOUJI_IMPORT_SECCOMP_H
#define GOUJI_IMPORT_SECCOMP_H

/* Nothing but computing, open descriptors and the end. */
void seccomp_confine_reader(void);
/* No sockets, no writing, no other processes' business; programs and libraries can be loaded. */
void seccomp_confine_program(void);

#endif
