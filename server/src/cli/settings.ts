import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ProofmarkError } from '@proofmark/contract/errors'
import { chooseLocale, type Locale } from '@proofmark/contract/locales'
import { nodeName } from '@proofmark/contract/schemas/partner'

/** Every setting, its default and what it is for; docs/settings.md lists the same, and a test keeps them alike. */
export const SETTINGS = {
  PROOFMARK_DATA: {
    default: '.proofmark in the clone',
    purpose: 'The data folder: database, keys, checkpoints, logs.',
  },
  DATABASE_URL: {
    default: 'none',
    purpose: 'A PostgreSQL of your own, 16 or later, as a login that owns the database and may create roles.',
  },
  PORT: { default: '4100', purpose: 'The port to serve at; --port goes before it.' },
  PROOFMARK_ADDRESS: { default: '127.0.0.1', purpose: 'The address to listen on.' },
  PROOFMARK_HOSTS: { default: 'none', purpose: 'Names by which browsers may call the server, separated by commas.' },
  PROOFMARK_NAME: { default: 'National firearms focal point', purpose: 'The name of a new installation.' },
  PROOFMARK_COUNTRY: { default: 'none', purpose: 'The state of a new installation, by its two letters of ISO 3166.' },
  PROOFMARK_LOCALE: { default: 'that of LANG', purpose: 'The language of the shell: en, fr or ar.' },
  PROOFMARK_TOKEN: {
    default: 'none',
    purpose: 'The named token as which the shell acts once there is an administrator.',
  },
  PROOFMARK_PASSPHRASE_FILE: {
    default: 'none',
    purpose:
      'A file, or a pipe of the system’s key store, with the passphrase under which the keys folder is wrapped; without it the keys stand bare.',
  },
  PROOFMARK_BACKUP_KEY: {
    default: 'none',
    purpose: 'The key of backups, 64 hexadecimal digits; without it each backup has a key file beside it.',
  },
  PROOFMARK_NODE: {
    default: 'the state of the installation',
    purpose: 'The name by which partners know this node: XA, or XA-CUSTOMS where a state has several.',
  },
  PROOFMARK_EXCHANGE_PORT: {
    default: 'none',
    purpose: 'The port at which partners reach this node; without it nothing is exchanged over connections.',
  },
  PROOFMARK_EXCHANGE_ADDRESS: {
    default: 'that of PROOFMARK_ADDRESS',
    purpose: 'The address to listen on for partners.',
  },
  PROOFMARK_LOG_LEVEL: { default: 'warn', purpose: 'How much the processes log: debug, info, warn or error.' },
} as const

export type SettingName = keyof typeof SETTINGS

/** The root of the clone that this file stands in. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

function setting(name: SettingName): string | undefined {
  const value = process.env[name]
  return value === undefined || value.trim() === '' ? undefined : value.trim()
}

/** The data folder, as an absolute path. */
export function dataFolder(): string {
  return resolve(setting('PROOFMARK_DATA') ?? join(ROOT, '.proofmark'))
}

/** A port as it was stated. Throws `value_not_listed`. */
export function readPort(stated: string): number {
  const port = Number(stated)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new ProofmarkError('value_not_listed', { field: 'port', value: stated, accepted: '0 – 65535' })
}

export interface Settings {
  readonly folder: string
  readonly databaseUrl: string | undefined
  readonly port: number
  readonly address: string
  readonly hosts: readonly string[]
  readonly name: string
  readonly country: string | null
  readonly locale: Locale
  readonly token: string | undefined
  readonly backupKey: string | undefined
  readonly passphraseFile: string | undefined
  readonly node: string | null
  /** Null: partners are not listened for. */
  readonly exchangePort: number | null
  readonly exchangeAddress: string
}

const LOG_LEVELS: readonly string[] = ['debug', 'info', 'warn', 'error']

/** The processes read it for themselves. Throws `value_not_listed`. */
function checkLogLevel(): void {
  const value = setting('PROOFMARK_LOG_LEVEL')
  if (value !== undefined && !LOG_LEVELS.includes(value))
    throw new ProofmarkError('value_not_listed', {
      field: 'PROOFMARK_LOG_LEVEL',
      value,
      accepted: LOG_LEVELS.join(', '),
    })
}

/** The settings as the environment gives them. Throws `value_not_listed` for one that cannot be meant. */
export function readSettings(): Settings {
  checkLogLevel()
  const country = setting('PROOFMARK_COUNTRY')?.toUpperCase() ?? null
  if (country !== null && !/^[A-Z]{2}$/.test(country)) {
    throw new ProofmarkError('value_not_listed', { field: 'PROOFMARK_COUNTRY', value: country, accepted: 'XA, FR, …' })
  }
  const node = setting('PROOFMARK_NODE') ?? null
  if (node !== null && !nodeName.safeParse(node).success)
    throw new ProofmarkError('value_not_listed', {
      field: 'PROOFMARK_NODE',
      value: node,
      accepted: 'XA, XA-CUSTOMS, …',
    })
  const exchangePort = setting('PROOFMARK_EXCHANGE_PORT')
  const address = setting('PROOFMARK_ADDRESS') ?? '127.0.0.1'
  return {
    folder: dataFolder(),
    databaseUrl: setting('DATABASE_URL'),
    port: readPort(setting('PORT') ?? '4100'),
    address,
    hosts: (setting('PROOFMARK_HOSTS') ?? '')
      .toLowerCase()
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    name: setting('PROOFMARK_NAME') ?? 'National firearms focal point',
    country,
    locale: chooseLocale(setting('PROOFMARK_LOCALE') ?? process.env.LANG?.replace('_', '-')),
    token: setting('PROOFMARK_TOKEN'),
    backupKey: setting('PROOFMARK_BACKUP_KEY'),
    passphraseFile: setting('PROOFMARK_PASSPHRASE_FILE'),
    node,
    exchangePort: exchangePort === undefined ? null : readPort(exchangePort),
    exchangeAddress: setting('PROOFMARK_EXCHANGE_ADDRESS') ?? address,
  }
}
