// The completions that real shells offer with the program's script.

import Foundation
import TestSupport
import Testing

@testable import CommandLine

struct CompletionProbe {
  let shell: CompletionShell
  let folder: ProcessFolder
  private let script: String

  init(_ shell: CompletionShell) throws {
    self.shell = shell
    folder = try ProcessFolder()
    script = try folder.write(try Tool.run(["completion", shell.rawValue]).output, to: "script")
  }

  /// Returns an environment in which PATH leads to the built program.
  static func environment(_ changes: [String: String] = [:]) throws -> [String: String] {
    let place = try #require(try ProcessBuilt.setup.get().lastIndex(of: "/").map { try ProcessBuilt.setup.get()[..<$0] })
    return ["PATH": "\(place):/usr/bin:/bin"].merging(changes) { _, new in new }
  }

  /// Returns the completions of the last word of `line`, in order. A part of the word before them is removed, because
  /// only some shells repeat it.
  func words(_ line: String, environment: [String: String] = [:]) throws -> [String] {
    let output = try folder.write([], to: "output")
    let arguments: [String]
    switch shell {
    case .bash: arguments = ["--norc", "--noprofile", "-c", Self.bash, "bash", script, line]
    case .zsh:
      let inner = try folder.write(Self.zshInside.utf8, to: "inside")
      arguments = ["-f", "-c", Self.zsh, "zsh", script, line, output, inner]
    case .fish: arguments = ["--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, line]
    }
    let call = ProcessCall(
      Equipment.path(shell.rawValue), arguments,
      environment: ProcessBuilt.environment(try Self.environment(["HOME": folder.path].merging(environment) { _, new in new })))
    let result = try call.run()
    #expect(result.errors == [], "\(result.complaint)")
    let typed = line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let lead = typed.lastIndex { "=:@".contains($0) }.map { typed[...$0] } ?? ""
    let offers = result.text.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    // fish 4 also lists words that merely contain the typed text. At a prompt it shows them only if no word begins with
    // it.
    let fitting = shell == .fish ? offers.filter { $0.hasPrefix(typed) } : []
    return Set(
      (fitting.isEmpty ? offers : fitting).map { word in
        let own = word.hasPrefix(lead) ? word.dropFirst(lead.count) : word
        return String(typed.contains("/") ? own.split(separator: "/").last ?? own : own)
      }
    ).sorted()
  }

  private static let bash = """
    source "$1"
    COMP_WORDBREAKS=$' \\t\\n"\\'@><=;|&(:' COMP_LINE=$2 COMP_POINT=${#2}
    _setup setup
    for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
    """

  /// A zsh at its own terminal, in which the line and a Tab are typed.
  private static let zsh = """
    zmodload zsh/zpty
    zpty probe zsh -f -i
    zpty -w probe "source $4 $1 $3"
    zpty -r probe seen '*ready*'
    zpty -n -w probe "$2"$'\\t'
    zpty -r probe seen '*ended*'
    zpty -d probe
    cat $3
    """

  /// Records every word that the completion system adds. Calls that only fill an array are internal look-ups of the
  /// completion system.
  private static let zshInside = """
    PROMPT=
    output=$2
    autoload -Uz compinit
    compinit -D -u
    source $1
    bindkey '^I' complete-word
    LISTMAX=100000
    compadd() {
      if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\\ * ]]; then
        local -a found
        builtin compadd -O found "$@"
        (( $#found )) && print -rl -- $IPREFIX$^found >> $output
      fi
      builtin compadd "$@"
    }
    finish() { print ended }
    comppostfuncs=(finish)
    print ready
    """
}
