// The bundled providers.json, embedded so that one file is the whole program.
#include <stddef.h>

/// The first octet; the file is not terminated.
const unsigned char *catalog_start(void);
/// The number of octets.
size_t catalog_length(void);
