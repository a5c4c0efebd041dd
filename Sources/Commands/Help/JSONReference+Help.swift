// The keys of the JSON documents as sections of the help.

import CommandLine
import Output

extension JSONObjectKind {
  /// The section about the keys of this object.
  var section: HelpSection { HelpSection(heading: heading, items: keys.map { HelpItem($0.name, $0.description) }) }

  /// The sections about all objects.
  static var sections: [HelpSection] { allCases.map(\.section) }
}
