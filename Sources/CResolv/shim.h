#include <netinet/in.h>
#include <arpa/nameser.h>
#include <resolv.h>

// mallopt, which Swift's own map of glibc leaves out as well.
#if defined(__GLIBC__)
#include <malloc.h>
#endif
