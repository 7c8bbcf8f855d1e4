/** What a subcommand of `npm run portal` is, and how its words are read. */
import { parseArgs, type ParseArgsConfig } from 'node:util'

export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

export type Command = {
  /** Shown by `--help`: usage line, what it does, options. Vietnamese. */
  help: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** Names of the words that must follow, for the message when one is missing. */
  operands?: readonly string[]
  /** Answers the exit code. */
  run(input: { values: Values; operands: string[] }): Promise<number>
}

/** Something the person who typed the command can put right; one Vietnamese line each. */
export class CommandError extends Error {
  override name = 'CommandError'
  readonly details: readonly string[]

  constructor(message: string, options: { details?: readonly string[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.details = options.details ?? []
  }
}

/** `null`: the person asked for help. @throws CommandError naming the wrong or missing word. */
export function parseWords(
  { options = {}, operands: wanted = [] }: Command,
  args: string[],
): { values: Values; operands: string[] } | null {
  const { values, positionals } = parsed(args, { ...options, help: { type: 'boolean', short: 'h' } })
  if (values.help === true) return null
  const missing = wanted[positionals.length]
  if (missing) throw new CommandError(`Thiếu ${missing}. Thêm --help để xem cách dùng.`)
  if (positionals.length > wanted.length) {
    throw new CommandError(`Thừa “${positionals[wanted.length] ?? ''}”. Thêm --help để xem cách dùng.`)
  }
  return { values, operands: positionals }
}

function parsed(
  args: string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values, positionals }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const name = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new CommandError(`Không có tùy chọn “${name}”. Thêm --help để xem cách dùng.`)
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new CommandError(`Tùy chọn “${name}” thiếu hoặc thừa giá trị. Thêm --help để xem cách dùng.`)
    throw error
  }
}

/** A text option. @throws CommandError when it is required and absent. */
export function textOption(values: Values, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value.trim() === '')
    throw new CommandError(`Thiếu --${name}. Thêm --help để xem cách dùng.`)
  return value.normalize('NFC').trim()
}
