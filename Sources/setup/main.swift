// The lines that cannot be tested.

import Platform
import Wizard

exit(Program.run(Start.arguments))
