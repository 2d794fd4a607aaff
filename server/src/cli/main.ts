import { sayIn } from '@proofmark/contract/catalogues'
import { chooseLocale } from '@proofmark/contract/locales'
import { tell } from './output.ts'
import { sentenceFor } from './sentence.ts'
import { dataFolder } from './settings.ts'

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

main(process.argv.slice(2)).catch(async (failure: unknown) => {
  tell(await sentenceFor(failure, say, dataFolder()))
  if (process.env.PROOFMARK_LOG_LEVEL === 'debug' && failure instanceof Error) tell(failure.stack ?? '')
  process.exitCode = 1
})
