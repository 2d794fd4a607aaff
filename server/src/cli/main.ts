import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { chooseLocale } from '@proofmark/contract/locales'
import { helpOf, helpOfAll } from './help.ts'
import { print, tell } from './output.ts'
import { sentenceFor } from './sentence.ts'
import { dataFolder } from './settings.ts'
import type { CommandName } from './usage.ts'
import { VERSION } from './version.ts'

type Command = (args: readonly string[]) => Promise<void>

/** Loaded only when called: reading a file needs no server, and a shell should answer at once. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  source: async () => (await import('./commands/source.ts')).sourceCommand,
  records: async () => (await import('./commands/records.ts')).recordsCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  imports: async () => (await import('./commands/imports.ts')).importsCommand,
  profile: async () => (await import('./commands/profile.ts')).profileCommand,
  vocabulary: async () => (await import('./commands/vocabulary.ts')).vocabularyCommand,
  reread: async () => (await import('./commands/reread.ts')).rereadCommand,
  enter: async () => (await import('./commands/enter.ts')).enterCommand,
  read: async () => (await import('./commands/read.ts')).readCommand,
  find: async () => (await import('./commands/find.ts')).findCommand,
  link: async () => (await import('./commands/link.ts')).linkCommand,
  model: async () => (await import('./commands/model.ts')).modelCommand,
  matches: async () => (await import('./commands/matches.ts')).matchesCommand,
  'court-text': async () => (await import('./commands/court-text.ts')).courtTextCommand,
  review: async () => (await import('./commands/review.ts')).reviewCommand,
  'why-not': async () => (await import('./commands/why-not.ts')).whyNotCommand,
  quality: async () => (await import('./commands/quality.ts')).qualityCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  persons: async () => (await import('./commands/persons.ts')).personsCommand,
  connect: async () => (await import('./commands/connect.ts')).connectCommand,
  hands: async () => (await import('./commands/hands.ts')).handsCommand,
  suppliers: async () => (await import('./commands/suppliers.ts')).suppliersCommand,
  consignment: async () => (await import('./commands/consignment.ts')).consignmentCommand,
  life: async () => (await import('./commands/life.ts')).lifeCommand,
  case: async () => (await import('./commands/case.ts')).caseCommand,
  ballistic: async () => (await import('./commands/ballistic.ts')).ballisticCommand,
  thing: async () => (await import('./commands/thing.ts')).thingCommand,
  trace: async () => (await import('./commands/trace.ts')).traceCommand,
  custody: async () => (await import('./commands/custody.ts')).custodyCommand,
  bundle: async () => (await import('./commands/bundle.ts')).bundleCommand,
  recovery: async () => (await import('./commands/recovery.ts')).recoveryCommand,
  pointer: async () => (await import('./commands/pointer.ts')).pointerCommand,
  deconflict: async () => (await import('./commands/deconflict.ts')).deconflictCommand,
  operation: async () => (await import('./commands/operation.ts')).operationCommand,
  ask: async () => (await import('./commands/ask.ts')).askCommand,
  questions: async () => (await import('./commands/questions.ts')).questionsCommand,
  oversight: async () => (await import('./commands/oversight.ts')).oversightCommand,
  release: async () => (await import('./commands/release.ts')).releaseCommand,
  officer: async () => (await import('./commands/officer.ts')).officerCommand,
  partner: async () => (await import('./commands/partner.ts')).partnerCommand,
  outbox: async () => (await import('./commands/outbox.ts')).outboxCommand,
  inbox: async () => (await import('./commands/inbox.ts')).inboxCommand,
  law: async () => (await import('./commands/law.ts')).lawCommand,
  contact: async () => (await import('./commands/contact.ts')).contactCommand,
  ledger: async () => (await import('./commands/ledger.ts')).ledgerCommand,
  grant: async () => (await import('./commands/grant.ts')).grantCommand,
  correction: async () => (await import('./commands/correction.ts')).correctionCommand,
  log: async () => (await import('./commands/log.ts')).logCommand,
  account: async () => (await import('./commands/account.ts')).accountCommand,
  agency: async () => (await import('./commands/agency.ts')).agencyCommand,
  token: async () => (await import('./commands/token.ts')).tokenCommand,
  'sign-ins': async () => (await import('./commands/sign-ins.ts')).signInsCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
}

const say = sayIn(chooseLocale(process.env.PROOFMARK_LOCALE ?? process.env.LANG?.replace('_', '-')))

const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word)

const NARROWEST = 60
const columns = (): number => Math.max(NARROWEST, process.stdout.columns ?? 100)

async function main([word = 'help', ...args]: readonly string[]): Promise<void> {
  if (['help', '--help', '-h'].includes(word)) return print(helpOfAll(say, columns()))
  if (word === '--version') return print(VERSION)
  if (!isCommand(word))
    throw new ProofmarkError('command_unknown', { value: word, accepted: Object.keys(COMMANDS).join(', ') })
  if (args.includes('--help') || args.includes('-h')) {
    const words = args.slice(
      0,
      args.findIndex((arg) => arg.startsWith('-')),
    )
    return print(helpOf(say, word, words, columns()))
  }
  await (await COMMANDS[word]())(args)
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
