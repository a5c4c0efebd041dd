// The completion script for bash 3.2 and newer, without the bash-completion package.

import Catalog

struct CompletionBash {
  package var script: String {
    """
    # bash completion for setup(1), written by `setup completion bash`. It uses no network.

    # Adds the words that begin with what is typed, behind what stands before it in the same word.
    _setup_offer() {
      local word
      for word in "$@"; do
        [[ $word == "$typed"* ]] && COMPREPLY+=("$lead$word")
      done
    }

    # An address with the domain of a provider.
    _setup_address() {
      local -a domains=()
      [[ $typed == *@* ]] || return
      while IFS= read -r domain; do domains+=("$domain"); done < <(command setup \(CompletionList.domains.call) 2>/dev/null </dev/null)
      lead+=${typed%%@*}@ typed=${typed#*@}
      _setup_offer "${domains[@]}"
    }

    # The saved accounts. One with a blank in its name is quoted.
    _setup_accounts() {
      local name
      case $command:$action in accounts:export|accounts:import) _setup_files; return ;; esac
      while IFS= read -r name; do
        [[ $name == "$typed"* ]] && COMPREPLY+=("$lead$(printf %q "$name")")
      done < <(command setup \(CompletionList.accounts.call) 2>/dev/null </dev/null)
    }

    # The ids of the providers, those of a catalog named on the line among them.
    _setup_providers() {
      local id rest call=(providers)
      [[ $typed == *@* ]] && { _setup_address; return; }
      [[ $catalog ]] && call+=(--catalog "${catalog/#\\~\\//$HOME/}")
      _setup_offer \(Provider.demo.id)
      while read -r id rest; do _setup_offer "$id"; done < <(command setup "${call[@]}" 2>/dev/null </dev/null)
    }

    _setup_files() {
      local file
      while IFS= read -r file; do COMPREPLY+=("$lead$file"); done < <(compgen -f -- "$typed")
      compopt -o filenames 2>/dev/null
    }

    _setup_secret_source() {
      case $typed in
        file:*) lead+=file: typed=${typed#file:}; _setup_files ;;
        env:*) lead+=env: typed=${typed#env:}; _setup_offer $(compgen -e) ;;
        command:*) lead+=command: typed=${typed#command:}; _setup_offer $(compgen -c -- "$typed") ;;
        *)
          _setup_offer \(SecretKeyword.allCases.map(\.rawValue).joined(separator: " "))
          [[ ${COMPREPLY[*]} == *: ]] && compopt -o nospace 2>/dev/null ;;
      esac
    }

    _setup() {
      local line=${COMP_LINE:0:COMP_POINT} word command= action= option= catalog= typed= lead= position=0
      local -a words=()
      COMPREPLY=()
      # By blanks only: bash itself also splits at = and at :, and differently where the user has changed that.
      read -ra words <<<"$line"
      if [[ $line != *[[:blank:]] ]]; then
        typed=${words[${#words[@]} - 1]}
        unset "words[${#words[@]} - 1]"
      fi
      for word in "${words[@]:1}"; do
        if [[ $option ]]; then
          [[ $option == --catalog ]] && catalog=$word
          option=
          continue
        fi
        case $word in
          --catalog=*) catalog=${word#*=} ;;
          \(Option.takers.joined(separator: "|"))) option=$word ;;
          -*) ;;
          *)
            if [[ $command ]]; then
              [[ $action ]] || action=$word
              position=$((position + 1))
            else
              command=$word
            fi ;;
        esac
      done
      local whole=$typed
      if [[ -z $option && $typed == --*=* ]]; then
        option=${typed%%=*} lead=${typed%%=*}= typed=${typed#*=}
      fi
      case $option in
    \(values)
        '')
          if [[ $typed == -* ]]; then
            case $command:$action in
    \(options)
            esac
          else
            case $command:$position in
    \(operands)
            esac
          fi ;;
      esac
      # bash replaces only what stands behind the last of its own word breaks.
      local place=${#whole}
      while ((place > 0)) && [[ $COMP_WORDBREAKS != *"${whole:place-1:1}"* ]]; do ((place--)); done
      local before=${whole:0:place}
      COMPREPLY=("${COMPREPLY[@]#"$before"}")
    }

    complete -F _setup setup

    """
  }

  private var values: String {
    Option.allCases.compactMap { option in
      let action: String? =
        switch option.value {
        case .provider: "_setup_providers"
        case .address: "_setup_address"
        case .secretSource: "_setup_secret_source"
        case .file: "_setup_files"
        case .word(let words, _): "_setup_offer " + words.joined(separator: " ")
        case .text, nil: nil
        }
      return action.map { "    \(option.spelling)) \($0) ;;" }
    }.joined(separator: "\n")
  }

  private var options: String {
    CompletionCall.all.map { call in
      "          \(call.pattern)) _setup_offer \(call.options.map(\.spelling).joined(separator: " ")) ;;"
    }.joined(separator: "\n")
  }

  private var operands: String {
    let commands = "          :0) _setup_offer \(Command.named.map(\.rawValue).joined(separator: " ")) ;;"
    let others = Command.named.flatMap { command in
      command.completions.enumerated().map { position, completion in
        let action =
          switch completion {
          case .providers: "_setup_providers"
          case .accounts: "_setup_accounts"
          case .files: "_setup_files"
          case .words(let words): "_setup_offer " + words.joined(separator: " ")
          }
        return "          \(command.rawValue):\(position)) \(action) ;;"
      }
    }
    return ([commands] + others).joined(separator: "\n")
  }
}
