// The completion script for zsh. The user loads it with `source`, or installs it in a folder of `fpath` as
// `_mail_setup`. No function in it is called `_setup`, because zsh has one of that name, which every completion uses.

import Catalog
import Vocabulary

struct CompletionZsh {
  package let language: Language

  package var script: String {
    """
    #compdef setup
    # zsh completion for setup(1), written by `setup completion zsh`. It uses no network.

    # An address with the domain of a provider.
    _mail_setup_address() {
      compset -P '*@' || return
      local -a domains=(${(f)"$(command setup \(CompletionList.domains.call) 2>/dev/null </dev/null)"})
      compadd -- $domains
    }

    # The saved accounts.
    _mail_setup_accounts() {
      case $mail_setup_call in accounts:export|accounts:import) _files; return ;; esac
      local -a accounts=(${(f)"$(command setup \(CompletionList.accounts.call) 2>/dev/null </dev/null)"})
      compadd -- $accounts
    }

    # The providers, those of a catalog named on the line among them.
    _mail_setup_providers() {
      local id rest
      [[ $PREFIX == *@* ]] && { _mail_setup_address; return }
      local -a call=(providers) providers=(\(Self.quoted(Provider.demo.id + ":" + Provider.demo.name[language])))
      local catalog=${opt_args[--catalog]:-${words[(r)--catalog=*]#--catalog=}}
      [[ -n $catalog ]] && call+=(--catalog ${${(Q)catalog}/#\\~\\//$HOME/})
      command setup $call 2>/dev/null </dev/null | while read -r id rest; do providers+=("$id:$rest"); done
      _describe -t providers provider providers
    }

    _mail_setup_secret_source() {
      if compset -P file:; then _files
      elif compset -P env:; then compadd -- ${(k)parameters[(R)*export*]}
      elif compset -P command:; then _command_names -e
      else
        compadd -- \(Self.keywords { !$0.hasSuffix(":") })
        compadd -S '' -- \(Self.keywords { $0.hasSuffix(":") })
      fi
    }

    _mail_setup_commands() {
      local -a commands=(
    \(commands)
      )
      _describe -t commands command commands
    }

    _mail_setup() {
      local word command= action= skips=
      local -A opt_args
      # The command is the first word that is neither an option nor the value of one.
      for word in ${words[2,CURRENT-1]}; do
        if [[ -n $skips ]]; then
          skips=
          continue
        fi
        case $word in
          \(Option.takers.joined(separator: "|"))) skips=1 ;;
          -*) ;;
          *)
            if [[ -n $command ]]; then
              action=$word
              break
            fi
            command=$word ;;
        esac
      done
      # _arguments has variables of its own, one of them called action.
      local mail_setup_call=$command:$action
      case $mail_setup_call in
    \(CompletionCall.all.map(arguments).joined(separator: "\n"))
      esac
    }

    if [[ $funcstack[1] == _mail_setup ]]; then
      _mail_setup "$@"
    else
      (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
      compdef _mail_setup setup
    fi

    """
  }

  private var commands: String {
    Command.named.map { "    " + Self.quoted("\($0.rawValue):\($0.summary[language])") }.joined(separator: "\n")
  }

  /// Returns the `case` item that calls `_arguments` for a command.
  private func arguments(_ call: CompletionCall) -> String {
    let command = call.command
    let specs = call.options.map(spec) + (command == .setup ? ["'1:command:_mail_setup_commands'"] : ["'1: :'"] + operands(command))
    return "    \(call.pattern))\n      _arguments -S \\\n        "
      + specs.joined(separator: " \\\n        ") + " ;;"
  }

  private func operands(_ command: Command) -> [String] {
    command.completions.enumerated().map { position, completion in
      let action =
        switch completion {
        case .providers: "_mail_setup_providers"
        case .accounts: "_mail_setup_accounts"
        case .files: "_files"
        case .words(let words): "(\(words.joined(separator: " ")))"
        }
      return Self.quoted("\(position + 2):\(command.rawValue):\(action)")
    }
  }

  private func spec(_ option: Option) -> String {
    let text = option.summary[language].reduce(into: "") { $0 += "\\[]:".contains($1) ? "\\\($1)" : "\($1)" }
    let action: String? =
      switch option.value {
      case .provider: "_mail_setup_providers"
      case .address: "_mail_setup_address"
      case .secretSource: "_mail_setup_secret_source"
      case .file: "_files"
      case .word(let words, _): "(\(words.joined(separator: " ")))"
      case .text: " "
      case nil: nil
      }
    guard let action else { return Self.quoted("\(option.spelling)[\(text)]") }
    return Self.quoted("\(option.spelling)=[\(text)]:\(option.rawValue):\(action)")
  }

  private static func keywords(_ isWanted: (String) -> Bool) -> String {
    SecretKeyword.allCases.map(\.rawValue).filter(isWanted).joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
