import { createServer } from 'node:net'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import { ensureInstallation, type Installation } from '../../access/commands/create-installation.ts'
import { ensureFirstAdministratorLink } from '../../access/commands/first-administrator.ts'
import { createDemonstration } from '../../demonstration/create.ts'
import { readPersonas } from '../../demonstration/personas.ts'
import { type Processes, ProcessRefused, startProcesses } from '../../processes/supervisor.ts'
import { createPool } from '../../store/connection.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { readArguments } from '../arguments.ts'
import { ensureWeb } from '../ensure-web.ts'
import { print, tell } from '../output.ts'
import { readPort, readSettings, type Settings } from '../settings.ts'
import { VERSION } from '../version.ts'
import { wrappingOf } from '../with-store.ts'

const FLAGS = { demo: { type: 'boolean' }, port: { type: 'string' } } as const

/** `proofmark serve [--demo] [--port N]`: serves until it is told to stop. */
export async function serveCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  const read = readSettings()
  const settings = { ...read, port: flags.port === undefined ? read.port : readPort(flags.port) }
  const demonstration = flags.demo === true
  const say = sayIn(settings.locale)
  const stopped = stopSignal()
  await refuseTakenPort(settings)
  const webFolder = await ensureWeb(() => tell(say('shell.serve_building')))
  const { folder, databaseUrl } = settings
  const store = await openStore({
    folder,
    databaseUrl,
    for: 'serve',
    wrapping: await wrappingOf(settings.passphraseFile),
    onProgress: (step) => tell(say(`shell.step.${step}`)),
  })
  try {
    const installation = await prepare(store, settings, demonstration, say)
    const processes = await start(store, settings, installation, webFolder)
    try {
      await announce(store, settings, installation, processes.port ?? settings.port, say)
      const outcome = await Promise.race([stopped, processes.failed])
      if (outcome !== 'stop') throw new ProofmarkError('unavailable')
      tell(say('shell.serve_stopping'))
    } finally {
      await processes.stop()
    }
  } finally {
    await store.close()
  }
  tell(say('shell.serve_stopped'))
}

/** Throws `port_in_use` before anything is prepared; another program may still take the port in between. */
async function refuseTakenPort({ port, address }: Settings): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  const taken = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(true))
    probe.listen(port, address, () => resolve(false))
  })
  if (taken) throw new ProofmarkError('port_in_use', { port })
  await new Promise((resolve) => probe.close(resolve))
}

/** Fulfils at the first Ctrl-C or SIGTERM, or when the process that started us is gone. A second Ctrl-C changes nothing. */
function stopSignal(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stop'))
    const parent = Number(process.env.PROOFMARK_PARENT)
    // The variable is handed down further than to the process that it speaks of.
    if (parent !== process.ppid) return
    const watch = setInterval(() => {
      if (process.ppid !== parent) resolve('stop')
    }, 500)
    watch.unref()
  })
}

/** The installation of this folder. A demonstration and a real installation never share one. */
async function prepare(store: Store, settings: Settings, demonstration: boolean, say: Say): Promise<Installation> {
  const pool = createPool(store.urls.serve, 4)
  try {
    const wanted = demonstration
      ? { name: say('shell.demonstration_name'), country: 'XA', demonstration: true }
      : { name: settings.name, country: settings.country, demonstration: false }
    const installation = await ensureInstallation(pool, wanted)
    if (installation.demonstration !== demonstration)
      throw new ProofmarkError('demonstration_apart', { folder: settings.folder })
    if (demonstration) {
      await createDemonstration(
        { pool, installation, folder: settings.folder, recordSecret: store.keys.recordSecret },
        (step, parameters) => tell(say(`shell.demonstration.${step}`, parameters)),
      )
    }
    return installation
  } finally {
    await pool.end()
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
      log: { url: store.urls.log, installation: installation.id, seed: store.keys.ledgerSeed.toString('hex'), folder },
      match: { url: store.urls.match },
      serve: {
        url: store.urls.serve,
        recordSecret: store.keys.recordSecret.toString('hex'),
        signInKey: store.keys.signInKey.toString('hex'),
        installation,
        version: VERSION,
        port,
        address,
        hosts,
        webFolder,
      },
    })
  } catch (failure) {
    if (failure instanceof ProcessRefused && (failure.code === 'EADDRINUSE' || failure.code === 'EACCES')) {
      throw new ProofmarkError('port_in_use', { port }, failure)
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
