// argv as the system hands it over: the standard library of Swift reads it from /proc/self/cmdline, which containers and
// services may hide. And an environment without what would have Swift's runtime print lines of its own.

#include "start.h"

#include <stdlib.h>
#include <string.h>

#if defined(__linux__)
#include <sys/auxv.h>
#else
#include <unistd.h>
#endif

static int count = -1;
static char **words;

int start_count(void) { return count; }

const char *start_word(int index) { return words[index]; }

int start_is_privileged(void) {
#if defined(__linux__)
    return getauxval(AT_SECURE) != 0;
#else
    return issetugid() != 0;
#endif
}

#if defined(__GLIBC__) || defined(__APPLE__)

// SWIFT_BACKTRACE and the SWIFT_DEBUG_ variables are for developers of Swift programs (docs/Backtracing.rst); the runtime
// answers some of them on standard error.
static const char runtime[] = "SWIFT_";

static void begin(int argc, char **argv, char **environment) {
    count = argc;
    words = argv;
    char **kept = environment;
    for (char **entry = environment; *entry != NULL; entry++)
        if (strncmp(*entry, runtime, sizeof runtime - 1) != 0) *kept++ = *entry;
    *kept = NULL;
}

#if defined(__GLIBC__)
// Before the constructors of every library (System V ABI, "Initialization and Termination Functions"), of which the
// runtime's reads the variables. That it gets main's arguments is a promise of glibc's, as of macOS for constructors.
__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = begin;
#else
__attribute__((constructor)) static void first(int argc, char **argv, char **environment) { begin(argc, argv, environment); }
#endif

#endif
