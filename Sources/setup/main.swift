// The lines that cannot be tested.

import Commands
import Platform

exit(Program.run(Start.arguments))
