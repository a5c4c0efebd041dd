// `setup manual`: prints the manual page to standard output.

import CommandLine
import Output

struct ManualCommand {
  let context: CommandContext

  func run() -> ExitStatus {
    let manual = ManualPage(language: context.console.language, reference: JSONReference.sections)
    context.console.result.document(manual.source)
    return .ok
  }
}
