// How this process was started, taken down before anything else runs in it.

#ifndef START_H
#define START_H

/// The number of words in argv; -1 where the system does not hand them to us this early.
int start_count(void);

/// Word number `index` of argv, from 0 to below `start_count()`.
const char *start_word(int index);

/// Whether this process may do what its caller may not: its file is set-user-ID or set-group-ID, or has capabilities
/// (getauxval(3), AT_SECURE).
int start_is_privileged(void);

#endif
