// Where a sentence is read. What is an option on the command line is a question or an entry of a menu in the conversation.

package enum Surface: Sendable {
  case commandLine, conversation
}
