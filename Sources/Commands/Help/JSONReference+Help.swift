// The keys of the JSON documents, and of the objects of a dialog, as sections of the help.

import CommandLine
import Output
import Prompts
import Sentences

enum JSONReference {
  /// The sections about all objects.
  static var sections: [HelpSection] {
    JSONObjectKind.allCases.map { kind in HelpSection(heading: kind.heading, items: kind.keys.map { HelpItem($0.name, $0.description) }) }
      + dialog
  }

  private static var dialog: [HelpSection] {
    [
      HelpSection(
        heading: DialogSentence.heading,
        paragraphs: [
          DialogSentence.about, DialogSentence.example, DialogSentence.limits(octets: DialogChannel.limit, times: DialogChannel.patience),
        ])
    ]
      + DialogObject.allCases.map { object in
        HelpSection(heading: object.heading, items: object.keys.map { HelpItem($0.name, $0.meaning) })
      } + [HelpSection(heading: DialogSentence.ids, items: QuestionID.allCases.map { HelpItem($0.rawValue, $0.explanation) })]
  }
}
