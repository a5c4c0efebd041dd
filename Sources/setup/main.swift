// The lines that cannot be tested.

import Commands
import Platform

// Detached threads may still run: a look-up that was given up, a session that releases its memory. exit(3) would take away the data
// of the libraries that they use.
_exit(Program.run(Start.arguments))
