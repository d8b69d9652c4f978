export const shells = ['bash', 'zsh', 'fish', 'pwsh'] as const
export type Shell = (typeof shells)[number]

/** One command as a shell completes it: its name, what it does, and its options as they are typed (`--yes`, `-d`). */
export interface Completable {
  readonly name: string
  readonly summary?: string
  readonly options: readonly string[]
  /** Fixed words that may follow its name. */
  readonly words?: readonly string[]
}

/** Options that take one of a few words; what follows any other option is a file or free text. */
const values: { readonly [option: string]: readonly string[] } = {
  '--format': ['text', 'json', 'markdown'],
  '--lang': ['zh', 'en'],
  '--refresh': ['full', 'touched', 'none'],
  '--layout': ['department', 'person'],
  '--mobiles': ['omit', 'seal', 'clear'],
  '--contacts': ['omit', 'seal', 'clear'],
}

/** A script that completes commands, options and the few fixed values; to be sourced by the shell. */
export function completion(shell: Shell, commands: readonly Completable[]): string {
  return { bash, zsh, fish, pwsh }[shell](commands)
}

function bash(commands: readonly Completable[]): string {
  return `# bash completion for rollbook
_rollbook() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  case $previous in
${fixed(commands, (option, words) => `    ${option}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current")); return ;;`)}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$current"))
    return
  fi
  case $current in
    -*) ;;
    *)
      case \${COMP_WORDS[1]} in
${worded(commands, (name, words) => `        ${name}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current")) ;;`)}
      esac
      return ;;
  esac
  case \${COMP_WORDS[1]} in
${commands.map(({ name, options }) => `    ${name}) COMPREPLY=($(compgen -W '${options.join(' ')}' -- "$current")) ;;`).join('\n')}
  esac
}
complete -o default -F _rollbook rollbook
`
}

function zsh(commands: readonly Completable[]): string {
  return `#compdef rollbook
_rollbook() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${single(`${name}:${(summary ?? name).replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case $words[CURRENT-1] in
${fixed(commands, (option, words) => `    ${option}) compadd -- ${words.join(' ')}; return ;;`)}
  esac
  if [[ $words[CURRENT] != -* ]]; then
    case $words[2] in
${worded(commands, (name, words) => `      ${name}) compadd -- ${words.join(' ')} ;;`)}
      *) _files ;;
    esac
    return
  fi
  case $words[2] in
${commands.map(({ name, options }) => `    ${name}) compadd -- ${options.join(' ')} ;;`).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_rollbook" ]; then _rollbook "$@"; else compdef _rollbook rollbook; fi
`
}

function fish(commands: readonly Completable[]): string {
  const lines = commands.flatMap(({ name, summary, options, words: following = [] }) => [
    `complete -c rollbook -f -n __fish_use_subcommand -a ${name} -d ${single(summary ?? name, 'fish')}`,
    ...following.map((word) => `complete -c rollbook -f -n '__fish_seen_subcommand_from ${name}' -a ${word}`),
    ...options.map((option) => {
      const flag = option.startsWith('--') ? `-l ${option.slice(2)}` : `-s ${option.slice(1)}`
      const words = values[option]
      const choice = words === undefined ? '' : ` -x -a '${words.join(' ')}'`
      return `complete -c rollbook -n '__fish_seen_subcommand_from ${name}' ${flag}${choice}`
    }),
  ])
  return `# fish completion for rollbook\n${lines.join('\n')}\n`
}

function pwsh(commands: readonly Completable[]): string {
  const table = commands.map(
    ({ name, options, words = [] }) => `    ${power(name)} = @(${[...words, ...options].map(power).join(', ')})`,
  )
  const choices = fixed(commands, (option, words) => `    ${power(option)} = @(${words.map(power).join(', ')})`)
  return `# PowerShell completion for rollbook
Register-ArgumentCompleter -Native -CommandName rollbook -ScriptBlock {
  param($word, $ast, $cursor)
  $options = [ordered]@{
${table.join('\n')}
  }
  $values = @{
${choices}
  }
  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -ne '') { $typed = @($typed | Select-Object -SkipLast 1) }
  $previous = $typed[-1]
  $found = if ($values.ContainsKey($previous)) { $values[$previous] }
  elseif ($typed.Count -lt 2) { $options.Keys }
  elseif ($options.Contains($typed[1])) { $options[$typed[1]] }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}

/** One line for each command that fixed words follow. */
function worded(commands: readonly Completable[], line: (name: string, words: readonly string[]) => string): string {
  return commands.flatMap(({ name, words }) => (words === undefined ? [] : [line(name, words)])).join('\n')
}

/** One line for each option with fixed values that some command has. */
function fixed(commands: readonly Completable[], line: (option: string, words: readonly string[]) => string): string {
  const used = new Set(commands.flatMap(({ options }) => options))
  return Object.entries(values)
    .filter(([option]) => used.has(option))
    .map(([option, words]) => line(option, words))
    .join('\n')
}

/** A text in single quotes, as POSIX shells or fish read it. */
function single(text: string, shell: 'posix' | 'fish' = 'posix'): string {
  if (shell === 'fish') return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  return `'${text.replaceAll("'", "'\\''")}'`
}

function power(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
