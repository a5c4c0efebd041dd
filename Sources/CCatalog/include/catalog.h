// The bundled providers.json, embedded so that the program is a single file.
#include <stddef.h>

/// Returns the first octet. The file has no terminator.
const unsigned char *catalog_start(void);
/// Returns the number of octets.
size_t catalog_length(void);
