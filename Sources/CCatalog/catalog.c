// The bundled catalog, embedded with #embed.
// #embed follows edits of the file in the root folder and builds in two seconds. SwiftPM's own resources either take
// minutes (.embedInCode) or break if the binary is moved (Bundle.module).
#include "catalog.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char octets[] = {
#embed "../../providers.json"
};

const unsigned char *catalog_start(void) { return octets; }
size_t catalog_length(void) { return sizeof octets; }
