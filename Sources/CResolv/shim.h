// The system's resolver library: DNS queries and the parser of their answers.
#include <netinet/in.h>
#include <arpa/nameser.h>
#include <resolv.h>
