// How this process was started, recorded before any other code runs in it.

#ifndef START_H
#define START_H

/// Returns the number of words in argv. Returns -1 if the system does not pass argv this early.
int start_count(void);

/// Returns word number `index` of argv. `index` is from 0 to `start_count() - 1`.
const char *start_word(int index);

/// Returns the path by which this program was executed, as the caller passed it (getauxval(3), AT_EXECFN); NULL if it is
/// not known.
const char *start_file(void);

/// Returns whether the system refuses this process the memory that a verification needs.
int start_lacks_memory(void);

/// Returns whether this process has privileges that its caller does not have: its file is set-user-ID or set-group-ID,
/// or has capabilities (getauxval(3), AT_SECURE; issetugid(2) on other systems than Linux).
int start_is_privileged(void);

#endif
