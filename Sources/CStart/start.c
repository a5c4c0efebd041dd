// argv as the system passes it, and an environment without variables for Swift's runtime.
// Swift's standard library reads argv from /proc/self/cmdline, which containers and services may hide. Some variables
// cause Swift's runtime to print lines of its own.

#include "start.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#if defined(__linux__)
#include <sys/auxv.h>
#endif

static int count = -1;
static char **words;
static int lacks_memory;

int start_count(void) { return count; }

const char *start_word(int index) { return words[index]; }

const char *start_file(void) {
#if defined(__linux__)
    return (const char *)getauxval(AT_EXECFN);
#else
    return NULL;
#endif
}

int start_lacks_memory(void) { return lacks_memory; }

int start_is_privileged(void) {
#if defined(__linux__)
    return getauxval(AT_SECURE) != 0;
#else
    return issetugid() != 0;
#endif
}

#if defined(__GLIBC__) || defined(__APPLE__)

// SWIFT_BACKTRACE and the SWIFT_DEBUG_ variables are for developers of Swift programs (docs/Backtracing.rst). The
// runtime prints messages about some of them on standard error.
static const char runtime[] = "SWIFT_";

// The address space that a verification needs, most of it for the stacks of its threads, and that of the first stack, in octets
// (35 MB and 300 KB were measured, 52 MB with the servers of the demo). Swift's runtime ends the process with a signal where it
// gets no memory.
enum { room = 56 << 20, depth = 1 << 20 };

static int has(size_t octets) {
    void *probe = mmap(NULL, octets, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return probe != MAP_FAILED && munmap(probe, octets) == 0;
}

// Lets the stack grow now, while there is address space. One page is used, not all of them.
__attribute__((noinline)) static void grow_stack(void) {
    volatile char lowest[depth];
    lowest[0] = 0;
}

static void check_memory(void) {
    if (has(room)) {
        // The arguments and the environment may fill a quarter of the limit (execve(2)).
        struct rlimit stack;
        if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur / 4 >= depth) grow_stack();
        return;
    }
    lacks_memory = 1;
    if (has(depth)) return;
    // Too little for any other code, also for Sentences.
    static const char text[] = "setup: not enough memory. 内存不足。\n";
    // Nothing is left to be done where this fails.
    (void)!write(STDERR_FILENO, text, sizeof text - 1);
    _exit(71);
}

static void begin(int argc, char **argv, char **environment) {
#if defined(__GLIBC__)
    // One heap for all threads. A heap for each of them runs out at a time of its own, in the middle of OpenSSL, which then
    // reports a key as too weak where memory is what lacks.
    mallopt(M_ARENA_MAX, 1);
#endif
    check_memory();
    count = argc;
    words = argv;
    char **kept = environment;
    for (char **entry = environment; *entry != NULL; entry++)
        if (strncmp(*entry, runtime, sizeof runtime - 1) != 0) *kept++ = *entry;
    *kept = NULL;
}

#if defined(__GLIBC__)
// Runs before the constructors of every library (System V ABI, "Initialization and Termination Functions"). The
// runtime's constructor reads the variables. glibc guarantees that these functions receive the arguments of main. macOS
// guarantees it for constructors.
__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = begin;
#else
__attribute__((constructor)) static void first(int argc, char **argv, char **environment) { begin(argc, argv, environment); }
#endif

#endif
