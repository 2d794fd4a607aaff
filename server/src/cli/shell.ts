import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import { PURPOSES } from '@proofmark/contract/purposes'
import type pg from 'pg'
import { pino } from 'pino'
import { ensureInstallation, type Installation } from '../access/commands/create-installation.ts'
import type { Grounds, Reader, Run } from '../access/context.ts'
import { resolveReader } from '../access/queries/resolve-reader.ts'
import { installerReader, readerByAccessToken } from '../access/queries/signed-in-reader.ts'
import { runCommand, type Services, settleFailure } from '../access/run-command.ts'
import { readPersonas } from '../demonstration/personas.ts'
import { settleLedgers } from '../processes/ledgers.ts'
import { preview } from '../records/commands/preview.ts'
import { type Hold, holdBy } from '../records/runs/run.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../store/connection.ts'
import type { Store } from '../store/open-store.ts'
import { listed } from './arguments.ts'
import { readSettings, type Settings } from './settings.ts'
import { openForCommand } from './with-store.ts'

/** What a command of the shell works with: the database, a reader, and words in the user's language. */
export interface Shell {
  readonly settings: Settings
  readonly store: Store
  readonly pool: pg.Pool
  readonly installation: Installation
  readonly say: Say
  /** Why the reader acts. */
  readonly grounds: Grounds
  /** Runs a command in the reader's name. */
  readonly run: Run
  /** Runs a command and keeps nothing of it. */
  readonly preview: Run
  /** Lets one at a time work on a source. */
  readonly hold: Hold
}

export interface ShellFlags {
  readonly purpose?: string
  readonly reference?: string
  readonly as?: string
  /** Without a token, acts as whoever runs the machine even after there is an administrator. */
  readonly operator?: boolean
}

async function personaToken({ folder }: Settings, persona: string): Promise<string> {
  const personas = await readPersonas(folder)
  // Nobody's part can be played here.
  if (personas.length === 0) throw new ProofmarkError('no_demonstration', { folder })
  const role = listed(
    'as',
    persona,
    personas.map(({ role }) => role),
  )
  return personas.find((each) => each.role === role)!.token
}

async function findReader(
  pool: pg.Pool,
  settings: Settings,
  { installer: operator }: Installation,
  flags: ShellFlags,
): Promise<Reader> {
  const now = new Date()
  const token = flags.as === undefined ? settings.token : await personaToken(settings, flags.as)
  if (token !== undefined) {
    const found = await readerByAccessToken(pool, token, now)
    if (!found || 'over' in found) throw new ProofmarkError('token_refused')
    return found.reader
  }
  const installer = flags.operator ? await resolveReader(pool, operator, now) : await installerReader(pool, now)
  if (!installer) throw new ProofmarkError('token_needed')
  return installer
}

function readGrounds(reader: Reader, { purpose, reference }: ShellFlags): Grounds {
  if (purpose === undefined && !reader.installer)
    throw new ProofmarkError('purpose_needed', { accepted: PURPOSES.join(', ') })
  return { purpose: listed('purpose', purpose ?? 'system_administration', PURPOSES), reference }
}

/**
 * Opens the data folder for one command of the shell: uses a running server's database, else starts one for the time of
 * the command. The shell acts as the installer until there is an administrator, then as the holder of a named token.
 */
export async function withShell<Result>(flags: ShellFlags, work: (shell: Shell) => Promise<Result>): Promise<Result> {
  const settings = readSettings()
  const store = await openForCommand(settings)
  const pool = createPool(store.urls.serve, 4, SHELL_PATIENCE_SECONDS)
  try {
    const { name, country } = settings
    const installation = await ensureInstallation(pool, { name, country, demonstration: false })
    const reader = await findReader(pool, settings, installation, flags)
    const grounds = readGrounds(reader, flags)
    const services: Services = {
      pool,
      clock: () => new Date(),
      recordSecret: store.keys.recordSecret,
      logger: pino({ level: 'silent' }),
    }
    // A command of the shell may take hours: rights are resolved anew for each transaction.
    const bare: Run = async (command) => {
      const now = await resolveReader(pool, reader.account, services.clock())
      if (!now) throw new ProofmarkError('token_needed')
      return runCommand(services, now, grounds, command)
    }
    const settled = async <Result>(attempt: Promise<Result>): Promise<Result> => {
      try {
        return await attempt
      } catch (failure) {
        await settleFailure(services, reader, grounds, 'shell', failure)
        throw failure
      }
    }
    return await work({
      settings,
      store,
      pool,
      installation,
      say: sayIn(settings.locale),
      grounds,
      run: (command) => settled(bare(command)),
      preview: (command) => settled(preview(bare, command)),
      hold: holdBy(pool),
    })
  } finally {
    await pool.end()
    await settleLog(store)
    await store.close()
  }
}

/** Where no log process runs, the shell gives its own entries their place before it goes. */
async function settleLog(store: Store): Promise<void> {
  if (store.shared) return
  const pool = createPool(store.urls.log, 1, SHELL_PATIENCE_SECONDS)
  try {
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM installation')
    if (rows[0]) await settleLedgers(pool, rows[0].id, store.keys)
  } finally {
    await pool.end()
  }
}
