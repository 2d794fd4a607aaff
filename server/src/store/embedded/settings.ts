import { EmbeddedError } from './errors.ts'

/**
 * What differs from PostgreSQL's own defaults, for a laptop or a small server that also runs Node.js and a browser.
 * Durability stays as PostgreSQL ships it: fsync, full_page_writes and synchronous_commit on.
 */
const DEFAULTS: Readonly<Record<string, string>> = {
  // Room for the hot part of a register of a million records, and still little on a machine with 4 GB.
  shared_buffers: '256MB',
  // serve, match and log with their pools, and shell commands beside them.
  max_connections: '100',
  // Sorting and hashing of a review page or a report in memory; a hundred connections never all sort at once.
  work_mem: '16MB',
  // Index builds after an import.
  maintenance_work_mem: '128MB',
  // What the system's own cache is likely to hold; only guides the planner.
  effective_cache_size: '1GB',
  // An import of a register writes much in one go: fewer forced checkpoints, at most 2 GB of disk.
  max_wal_size: '2GB',
  // Solid-state disks: a random page costs about as much as the next one.
  random_page_cost: '1.1',
  // Look-ups take less time than compiling them would.
  jit: 'off',
  // Sources give dates without a zone; nothing may depend on the zone of the machine.
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and the detail of errors carry serials and names. Those belong in the audit log, from which they can be
  // lawfully erased, and not in a text file.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  // One line each five minutes says nothing and fills the log.
  log_checkpoints: 'off',
}

/** What the launcher decides alone: reachable from this machine only, by password, log where we look for it. */
const FIXED: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  // Messages are matched to tell a full disk from a damaged file.
  lc_messages: 'C',
  logging_collector: 'off',
  log_destination: 'stderr',
}

const DECIDED_ELSEWHERE = [
  'port',
  'data_directory',
  'config_file',
  'hba_file',
  'ident_file',
  'external_pid_file',
  'ssl',
  'oauth_validator_libraries',
]

/**
 * The settings of a start: ours, with the caller's over them. Throws `postgres.setting_refused` for a name that is no
 * setting's name, a value with a NUL or line break, or a setting that the launcher decides alone.
 */
export function serverSettings(wanted: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const merged: Record<string, string> = { ...DEFAULTS }
  for (const [name, value] of Object.entries(wanted)) {
    const lower = name.toLowerCase()
    if (!/^[a-z_][a-z0-9_.]{0,62}$/.test(lower)) refuse(name, 'a name has letters, digits, underscores and dots only')
    if (Object.hasOwn(FIXED, lower) || DECIDED_ELSEWHERE.includes(lower)) refuse(name, 'the launcher decides it alone')
    if (typeof value !== 'string' || value.length > 1000 || hasControl(value))
      refuse(name, 'a value is text of one line, at most 1000 characters')
    merged[lower] = value
  }
  return { ...merged, ...FIXED }
}

/** Settings as arguments of the programs postgres: `-c name=value` each. */
export function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function hasControl(value: string): boolean {
  return /\p{Cc}/u.test(value)
}

function refuse(name: string, reason: string): never {
  throw new EmbeddedError('postgres.setting_refused', { name: name.slice(0, 100), reason })
}
