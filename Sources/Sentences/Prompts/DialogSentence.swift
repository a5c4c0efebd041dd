// What another program is told that drives a conversation.

import Vocabulary

package enum DialogSentence {
  /// Why a line is no answer.
  package enum Fault: Sendable, CaseIterable {
    case tooLong, notJSON, notAnAnswer, otherQuestion, notAllowed, wrongType, noSuchChoice, controlCharacter, invalid
  }

  package static func text(_ fault: Fault) -> Text {
    switch fault {
    case .tooLong: Text("The answer is too long.", "回答太长。")
    case .notJSON: Text("The line is not JSON.", "这一行不是 JSON。")
    case .notAnAnswer:
      Text("The object needs number, and either answer or action, and nothing else.", "对象要有 number，以及 answer 或 action 之一，不能有别的。")
    case .otherQuestion: Text("The number is that of another question.", "number 是另一个问题的序号。")
    case .notAllowed: Text("The question does not allow this action.", "这个问题不支持该操作。")
    case .wrongType: Text("The answer has another type than the question needs.", "回答的类型与问题不符。")
    case .noSuchChoice: Text("The answer is not the id of a choice.", "回答不是任何选项的 id。")
    case .controlCharacter: Text("The answer contains a control character.", "回答中含有控制字符。")
    case .invalid: Text("The question does not accept this answer.", "这个问题不接受该回答。")
    }
  }

  package static let unusableAnswers = Text(
    "The answers to one question could not be used, several times in a row.", "对同一个问题的回答连续多次无法使用。")

  // The help.

  package static let heading = Text("Another program asks the user: --json-dialog", "由其他程序向用户提问：--json-dialog")
  package static let about = Text(
    "Every line of standard output is one object, every line of standard input one answer. After each question setup waits for an answer; every other object needs none. The questions, their order and what follows from an answer are those of the terminal.",
    "标准输出每行是一个对象，标准输入每行是一个回答。每个问题之后，setup 等待一个回答；其他对象不需要回答。问题、问题的顺序和回答的作用都与终端里相同。")
  package static let example = Text(
    "A password is an answer like any other and never appears in an object. For example: {\"number\": 2, \"answer\": true}",
    "密码也是一个回答，不会出现在任何对象里。例如：{\"number\": 2, \"answer\": true}")
  package static func limits(octets: Int, times: Int) -> Text {
    Text(
      "A line has at most \(octets) bytes. An answer that cannot be used is followed by an error and the same question; after \(times) of them in a row setup ends with 65. At the end of standard input it ends as if the user had left. --timeout limits each question; SIGINT stops a check that runs, and at a question it ends setup; a second one ends setup at once, without a last object.",
      "每行最多 \(octets) 字节。回答无法使用时，会收到一个 error 对象和同一个问题；连续 \(times) 次后以退出码 65 结束。标准输入结束时，等同于用户离开。--timeout 限制每个问题的时间；验证过程中收到 SIGINT 只停止验证，提问时收到则退出；第二次收到会立即退出，不再输出对象。"
    )
  }
  package static func questions(_ kinds: [String]) -> Text {
    let list = Text.list(kinds)
    return Text("Questions: kind is \(list.english)", "问题：kind 为 \(list.simplifiedChinese)")
  }
  package static func object(_ kinds: [String]) -> Text {
    let list = Text.list(kinds)
    return Text("Objects whose kind is \(list.english)", "kind 为 \(list.simplifiedChinese) 的对象")
  }
  package static func part(of key: String) -> Text { Text("In \(key) (--json-dialog)", "\(key) 的内容（--json-dialog）") }
  package static let answers = Text("An answer", "回答")
  package static let ids = Text("The ids of the questions (--json-dialog)", "问题的 id（--json-dialog）")

  /// Returns the sentence about the choices that a question can have, besides what its text names.
  package static func some(_ ids: [String]) -> Text {
    let list = Text.list(ids)
    return Text("The choices can be \(list.english).", "选项可以有 \(list.simplifiedChinese)。")
  }

  package static let id = Text("Which question it is, the same in every language.", "是哪个问题，与语言无关。")
  package static let questionText = Text("The question for the user.", "向用户显示的问题。")
  package static let questionHelp = Text("The explanation that the action help shows, or null.", "操作 help 会显示的说明，或 null。")
  package static let initial = Text("The answer to offer at first, or null.", "默认的回答，或 null。")
  package static let choices = Text("The possible answers; null if any text is possible.", "可选的回答；可以是任意文字时为 null。")
  package static func allowed(_ actions: [String]) -> Text {
    let list = Text.list(actions)
    return Text(
      "What can be sent: answer, and some of the actions \(list.english).", "可以发送的内容：answer，以及 \(list.simplifiedChinese) 中的若干操作。")
  }
  package static let choiceID = Text("The answer to send, the same in every language.", "要发送的回答，与语言无关。")
  package static let choiceText = Text("The choice for the user.", "向用户显示的选项。")
  /// `texts`, `choice` and `confirm` are kinds of questions.
  package static func answer(texts: [String], choice: String, confirm: String) -> Text {
    let texts = Text.list(texts)
    return Text(
      "Text for \(texts.english), the id of a choice for \(choice), true or false for \(confirm).",
      "\(texts.simplifiedChinese) 为文字，\(choice) 为选项的 id，\(confirm) 为 true 或 false。")
  }
  package static let action = Text(
    "Instead of an answer: back goes to the question before, help explains, page opens the provider's page, by-hand enters servers, quit leaves.",
    "代替回答：back 回到上一个问题，help 显示说明，page 打开服务商的网页，by-hand 手动填写服务器，quit 离开。")
  package static let number = Text("Counts the questions.", "问题的序号。")
  package static let answered = Text(
    "The number of the question. An answer with another number is refused, so that nothing sent too early or twice answers a different question.",
    "所回答问题的序号。序号不符的回答会被拒绝，提前发送或重复发送的内容不会答到别的问题上。")
  package static let language = Text("The language of all text: en or zh-Hans.", "所有文字的语言：en 或 zh-Hans。")
  package static let line = Text("A line that the terminal would show. It may be empty.", "终端里会显示的一行文字，可以为空。")
  package static let remark = Text("A remark, a warning or an error.", "说明、警告或错误。")
  package static let help = Text("The explanation of the question; the question follows again.", "问题的说明；之后会再次提出该问题。")
  package static let mailProtocol = Text("imap or smtp.", "imap 或 smtp。")
  package static let stageResult = Text(
    "How the stage ended, as in stages; null when it begins.", "阶段的结果，同 stages；阶段开始时为 null。")
  package static let document = Text("A file for another program, such as a client's configuration.", "供其他程序使用的文件，例如客户端的配置。")
  package static let result = Text("The document that --json prints.", "--json 输出的文档。")
  package static let errorText = Text("The reason for the user.", "向用户显示的原因。")
  package static let left = Text(
    "How many more such answers are accepted; null for an answer that the question itself does not accept.",
    "还能有多少次无法使用的回答；问题本身不接受的回答为 null。")
  package static let status = Text("The exit status.", "退出码。")
}
