// The lines that cannot be tested.

import Platform
import Wizard

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
