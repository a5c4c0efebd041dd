// The completion script for fish.

import Catalog
import Vocabulary

struct CompletionFish {
  package let language: Language

  package var script: String {
    """
    # fish completion for setup(1), written by `setup completion fish`. It uses no network.

    # The words before the cursor that are neither options nor values of options.
    function __setup_words
        set -l skips no
        set -l tokens (commandline -opc)
        for token in $tokens[2..-1]
            if test $skips = yes
                set skips no
                continue
            end
            switch $token
                case \(Option.takers.joined(separator: " "))
                    set skips yes
                case '-*'
                case '*'
                    echo -- $token
            end
        end
    end

    # Whether the command is this one; none without arguments.
    function __setup_is
        set -l words (__setup_words)
        test "$words[1]" = "$argv"
    end

    # Whether the word behind the command is one of these, or is not there yet.
    function __setup_acts
        set -l words (__setup_words)
        test -z "$words[2]"; or contains -- "$words[2]" $argv
    end

    # Whether the cursor is at this operand of this command, counted from 1.
    function __setup_at
        set -l words (__setup_words)
        test (count $words) = $argv[2]; and test "$words[1]" = $argv[1]
    end

    # An address with the domain of a provider.
    function __setup_address
        set -l typed (commandline -ct | string replace -r '^--email=' '')
        string match -q '*@*' -- $typed; or return
        command -sq setup; or return
        command setup \(CompletionList.domains.call) 2>/dev/null </dev/null | string replace -r '^' (string replace -r '@.*' '@' -- $typed)
    end

    # The saved accounts, or a file.
    function __setup_accounts
        set -l words (__setup_words)
        if test "$words[1]" = accounts; and contains -- "$words[2]" export import
            __fish_complete_path (commandline -ct)
            return
        end
        command -sq setup; or return
        command setup \(CompletionList.accounts.call) 2>/dev/null </dev/null
    end

    # The providers, those of a catalog named on the line among them.
    function __setup_providers
        if string match -q '*@*' -- (commandline -ct)
            __setup_address
            return
        end
        set -l call providers
        set -l tokens (commandline -opc)
        set -l place (contains -i -- --catalog $tokens)
        set -l catalog (string replace -f -r -- '^--catalog=' '' $tokens)
        test -n "$place"; and set catalog $tokens[(math $place + 1)]
        test -n "$catalog"; and set -a call --catalog (string replace -r '^~/' "$HOME/" -- $catalog[1])
        printf '%s\\t%s\\n' \(Provider.demo.id) \(Self.quoted(Provider.demo.name[language]))
        # fish complains about a missing program whatever its standard error is.
        command -sq setup; or return
        command setup $call 2>/dev/null </dev/null | string replace -r ' +' \\t
    end

    function __setup_secret_source
        set -l typed (commandline -ct | string replace -r '^--secret-from=' '')
        switch $typed
            case 'file:*'
                __fish_complete_path (string replace 'file:' '' -- $typed) | string replace -r '^' 'file:'
            case 'env:*'
                printf 'env:%s\\n' (set -nx)
            case 'command:*'
                __fish_complete_command | string replace -r '^' 'command:'
            case '*'
    \(keywords)
        end
    end

    complete -c setup -f
    \((options + operands).joined(separator: "\n"))

    """
  }

  private var keywords: String {
    SecretKeyword.allCases.map { "            printf '%s\\t%s\\n' \($0.rawValue) \(Self.quoted($0.meaning[language]))" }.joined(
      separator: "\n")
  }

  private var options: [String] {
    Command.allCases.flatMap { command in
      command.options.map { option in
        let actions =
          command == .accounts && !Command.everywhere.contains(option)
          ? AccountsAction.allCases.filter { $0.options.contains(option) }.map(\.rawValue) : []
        let condition =
          (command == .setup ? "__setup_is" : "__setup_is \(command.rawValue)")
          + (actions.isEmpty ? "" : "; and __setup_acts \(actions.joined(separator: " "))")
        let value =
          switch option.value {
          case .provider: " -x -a '(__setup_providers)'"
          case .address: " -x -a '(__setup_address)'"
          case .secretSource: " -x -a '(__setup_secret_source)'"
          case .file: " -r -F"
          case .word(let words, _): " -x -a '\(words.joined(separator: " "))'"
          case .text: " -x"
          case nil: ""
          }
        return "complete -c setup -n '\(condition)' -l \(option.rawValue)\(value) -d \(Self.quoted(option.summary[language]))"
      }
    }
  }

  private var operands: [String] {
    let commands = Command.named.map {
      "complete -c setup -n __setup_is -a \($0.rawValue) -d \(Self.quoted($0.summary[language]))"
    }
    return commands
      + Command.named.flatMap { command in
        command.completions.enumerated().map { position, completion in
          let words =
            switch completion {
            case .providers: "-a '(__setup_providers)'"
            case .accounts: "-a '(__setup_accounts)'"
            case .files: "-F"
            case .words(let words): "-a '\(words.joined(separator: " "))'"
            }
          return "complete -c setup -n '__setup_at \(command.rawValue) \(position + 1)' \(words)"
        }
      }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
