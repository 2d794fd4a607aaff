import { createServer } from 'node:net'
import { sayIn } from '@proofmark/contract/catalogues'
import { countryName } from '@proofmark/contract/country-names'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import { ensureInstallation, type Installation } from '../../access/commands/create-installation.ts'
import { ensureFirstAdministratorLink } from '../../access/commands/first-administrator.ts'
import { createDemonstration, wholeNation } from '../../demonstration/create.ts'
import { NEIGHBOURS, type Neighbour, neighbourNation } from '../../demonstration/neighbours/neighbour.ts'
import { readPersonas } from '../../demonstration/personas.ts'
import { ledgerSeedTexts } from '../../processes/ledgers.ts'
import { type Processes, ProcessRefused, startProcesses } from '../../processes/supervisor.ts'
import { createPool } from '../../store/connection.ts'
import type { KeepingEvent } from '../../store/embedded/server.ts'
import { openExchangeKeys } from '../../store/keys.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { listed, readArguments } from '../arguments.ts'
import { ensureWeb } from '../ensure-web.ts'
import { nodeNameOf } from '../node-name.ts'
import { print, tell } from '../output.ts'
import { proofmarkRunsAt } from '../runs-there.ts'
import { sentenceFor } from '../sentence.ts'
import { readPort, readSettings, type Settings } from '../settings.ts'
import { VERSION } from '../version.ts'
import { wrappingOf } from '../with-store.ts'

const FLAGS = { demo: { type: 'boolean' }, nation: { type: 'string' }, port: { type: 'string' } } as const

/** Which demonstration is wanted: the nation XA whole, or one of three small neighbours that exchange; null is none. */
type Demonstration = 'whole' | Neighbour | null

/** `proofmark serve [--demo [--nation XA|XB|XC]] [--port N]`: serves until it is told to stop. */
export async function serveCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  const read = readSettings()
  const settings = { ...read, port: flags.port === undefined ? read.port : readPort(flags.port) }
  const neighbour = flags.nation === undefined ? null : listed('nation', flags.nation, NEIGHBOURS)
  const demonstration: Demonstration = neighbour ?? (flags.demo ? 'whole' : null)
  const say = sayIn(settings.locale)
  const stopping = stopSignal()
  stopping.addEventListener('abort', () => tell(say('shell.serve_stopping')), { once: true })
  try {
    await serveUntil(stopping, settings, demonstration, say)
  } catch (failure) {
    if (failure !== stopping.reason) throw failure
  }
  tell(say('shell.serve_stopped'))
}

async function serveUntil(
  stopping: AbortSignal,
  settings: Settings,
  demonstration: Demonstration,
  say: Say,
): Promise<void> {
  await refuseUnusableAddress(settings)
  const webFolder = await ensureWeb(() => tell(say('shell.serve_building')))
  const { folder, databaseUrl } = settings
  const store = await openStore({
    folder,
    databaseUrl,
    for: 'serve',
    wrapping: await wrappingOf(settings.passphraseFile),
    onProgress: (step) => tell(say(`shell.step.${step}`)),
    signal: stopping,
  })
  try {
    store.keepRunning(sayOnce(say, folder))
    const installation = await prepare(stopping, store, settings, demonstration, say)
    stopping.throwIfAborted()
    const processes = await start(store, settings, installation, webFolder)
    try {
      await announce(store, settings, installation, processes.port ?? settings.port, say)
      if (processes.exchangePort !== null)
        print(say('shell.serve_exchange', { address: `https://${settings.exchangeAddress}:${processes.exchangePort}` }))
      const stopped = new Promise((resolve) => stopping.addEventListener('abort', () => resolve('stop')))
      if (stopping.aborted) return
      if ((await Promise.race([stopped, processes.failed])) !== 'stop') throw new ProofmarkError('unavailable')
    } finally {
      await processes.stop()
    }
  } finally {
    await store.close()
  }
}

/** Says what becomes of the embedded PostgreSQL; of many failures in a row only what is new. */
function sayOnce(say: Say, folder: string): (event: KeepingEvent) => void {
  let said = ''
  return async (event) => {
    const sentence =
      event.kind === 'failed' ? await sentenceFor(event.failure, say, folder) : say(`shell.postgres_${event.kind}`)
    if (sentence !== said) tell(sentence)
    said = sentence
  }
}

/** What the system says of an address at which it lets nobody listen. */
function addressFault(
  { port, address }: Pick<Settings, 'port' | 'address'>,
  code: string,
  cause?: unknown,
): ProofmarkError {
  if (code === 'EADDRINUSE') return new ProofmarkError('port_in_use', { port }, cause)
  const reason = code === 'EACCES' || code === 'EPERM' ? 'rights' : 'address'
  return new ProofmarkError('address_unusable', { address, port, reason }, cause)
}

/**
 * Throws `port_in_use`, `proofmark_runs_there` or `address_unusable` before anything is prepared; a port may still be taken in
 * between.
 */
async function refuseUnusableAddress(settings: Settings): Promise<void> {
  const { port, address } = settings
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, address, () => probe.close(() => resolve(null)))
  })
  if (failure === null) return
  if (failure.code === 'EADDRINUSE' && (await proofmarkRunsAt(address, port)))
    throw new ProofmarkError('proofmark_runs_there', { address: `http://localhost:${port}` }, failure)
  throw addressFault(settings, failure.code ?? '', failure)
}

/**
 * Aborted at the first Ctrl-C or SIGTERM, or when the process that started us is gone. A second Ctrl-C changes nothing:
 * what is under way ends within seconds.
 */
function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  const stop = () => stopping.abort(new Error('It was told to stop.'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const parent = Number(process.env.PROOFMARK_PARENT)
  // The variable is handed down further than to the process that it speaks of.
  if (parent !== process.ppid) return stopping.signal
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500)
  watch.unref()
  return stopping.signal
}

/** The installation of this folder. A demonstration and a real installation never share one. */
async function prepare(
  signal: AbortSignal,
  store: Store,
  settings: Settings,
  demonstration: Demonstration,
  say: Say,
): Promise<Installation> {
  const pool = createPool(store.urls.serve, 4)
  const match = createPool(store.urls.match, 1)
  try {
    const country = demonstration === 'whole' ? 'XA' : demonstration
    const named = country && (countryName(country, settings.locale) ?? country)
    const wanted = country
      ? { name: say('shell.demonstration_name', { country: named }), country, demonstration: true }
      : { name: settings.name, country: settings.country, demonstration: false }
    const installation = await ensureInstallation(pool, wanted)
    if (installation.demonstration !== (demonstration !== null))
      throw new ProofmarkError('demonstration_apart', { folder: settings.folder })
    if (demonstration !== null) {
      await createDemonstration(
        { pool, match, installation, folder: settings.folder, recordSecret: store.keys.recordSecret, signal },
        (step, parameters) => tell(say(`shell.demonstration.${step}`, parameters)),
        () => (demonstration === 'whole' ? wholeNation() : neighbourNation(demonstration)),
      )
    }
    return installation
  } finally {
    await match.end()
    await pool.end()
  }
}

/** What partners are listened for with; nothing where no port is set for them. */
async function exchangeOf(store: Store, settings: Settings, installation: Installation) {
  const { folder, exchangePort: port, exchangeAddress: address, passphraseFile } = settings
  if (port === null) return {}
  return {
    exchange: {
      url: store.urls.serve,
      recordSecret: store.keys.recordSecret.toString('hex'),
      node: nodeNameOf(settings, installation),
      secrets: await openExchangeKeys(folder, await wrappingOf(passphraseFile)),
      port,
      address,
    },
  }
}

async function start(
  store: Store,
  settings: Settings,
  installation: Installation,
  webFolder: string | null,
): Promise<Processes> {
  const { folder, port, address, hosts } = settings
  try {
    return await startProcesses({
      log: { url: store.urls.log, installation: installation.id, seeds: ledgerSeedTexts(store.keys), folder },
      match: { url: store.urls.match },
      private: { folder, key: store.keys.lookUpKey.toString('hex') },
      serve: {
        url: store.urls.serve,
        recordSecret: store.keys.recordSecret.toString('hex'),
        signInKey: store.keys.signInKey.toString('hex'),
        installation,
        node: settings.node ?? installation.country ?? 'XX',
        version: VERSION,
        port,
        address,
        hosts,
        webFolder,
      },
      ...(await exchangeOf(store, settings, installation)),
    })
  } catch (failure) {
    if (failure instanceof ProcessRefused && failure.isOfAddress) {
      const { exchangePort, exchangeAddress } = settings
      const ofPartners = { port: exchangePort ?? port, address: exchangeAddress }
      throw addressFault(failure.process === 'exchange' ? ofPartners : settings, failure.code, failure)
    }
    throw failure
  }
}

/** Says where it is served and how to sign in. */
async function announce(
  store: Store,
  settings: Settings,
  installation: Installation,
  port: number,
  say: Say,
): Promise<void> {
  const host = settings.address === '127.0.0.1' || settings.address === '0.0.0.0' ? 'localhost' : settings.address
  const address = `http://${host}:${port}`
  print(say('shell.serve_ready', { address }))
  if (installation.demonstration) {
    print(say('shell.serve_personas'))
    for (const { name, agency, role, link } of await readPersonas(settings.folder)) {
      print(`  ${say(`word.role.${role}`).padEnd(24)} ${address}/sign-in#${link}`)
      print(`  ${''.padEnd(24)} ${name}, ${agency}`)
    }
    return
  }
  const pool = createPool(store.urls.serve, 1)
  try {
    const link = await ensureFirstAdministratorLink(pool, installation, new Date())
    if (link !== null) print(say('shell.serve_first_administrator', { address: `${address}/sign-in#${link}` }))
  } finally {
    await pool.end()
  }
}
