import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { chooseLocale } from '@proofmark/contract/locales'
import { EmbeddedError } from '../store/embedded/errors.ts'
import { tell } from './output.ts'

type Command = (args: readonly string[]) => Promise<void>

/** Loaded only when called: reading a file needs no server, and a shell should answer at once. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  source: async () => (await import('./commands/source.ts')).sourceCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  read: async () => (await import('./commands/read.ts')).readCommand,
  find: async () => (await import('./commands/find.ts')).findCommand,
  pointer: async () => (await import('./commands/pointer.ts')).pointerCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
}

const say = sayIn(chooseLocale(process.env.PROOFMARK_LOCALE ?? process.env.LANG?.replace('_', '-')))

/** One clear sentence for whatever went wrong; the rest of the story only where an operator asks for it. */
function sentence(failure: unknown): string {
  if (failure instanceof ProofmarkError) return say(`error.${failure.code}`, failure.parameters)
  if (failure instanceof EmbeddedError) return say(`error.${failure.code}`, { ...failure.parameters })
  const { code, message } = failure as NodeJS.ErrnoException
  if (code === 'ENOSPC') return say('error.disk_full')
  return say('error.unexpected_here', { reason: message ?? String(failure) })
}

async function main([word = 'help', ...args]: readonly string[]): Promise<void> {
  const load = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (!load) {
    tell(say('shell.help', { commands: Object.keys(COMMANDS).join(', ') }))
    if (word !== 'help' && word !== '--help') process.exitCode = 1
    return
  }
  await (await load())(args)
}

process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
  // Whoever read our answer has gone, as `| head` does.
  if (failure.code === 'EPIPE') process.exit(0)
})

main(process.argv.slice(2)).catch((failure: unknown) => {
  tell(sentence(failure))
  if (process.env.PROOFMARK_LOG_LEVEL === 'debug' && failure instanceof Error) tell(failure.stack ?? '')
  process.exitCode = 1
})
