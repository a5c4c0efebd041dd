// Errors that do not end the conversation.

import Sentences

extension Conversation {
  /// Prints what is wrong and what to do, in the words of the conversation: nothing was called wrongly.
  func complain(_ error: CommandError) {
    let (text, hint) = CommandErrorSentence.inConversation(error)
    remark(text)
    if let hint { say(hint) }
  }
}
