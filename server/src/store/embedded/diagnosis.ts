/** Why a start failed, read from what PostgreSQL logged under lc_messages=C. */
export type Diagnosis = 'disk_full' | 'port_taken' | 'memory_in_use' | 'running' | 'damaged' | 'other'

/**
 * In order: a full disk makes other lines follow from it, so it is looked for first. `memory_in_use` is the shared
 * memory of a dead server whose last children still end; `running` a living server that owns postmaster.pid.
 */
const SIGNS: readonly (readonly [Diagnosis, RegExp])[] = [
  ['disk_full', /No space left on device|Disk quota exceeded/],
  ['port_taken', /could not create any TCP\/IP sockets|could not bind/],
  ['memory_in_use', /pre-existing shared memory block/],
  ['running', /lock file "postmaster\.pid" already exists/],
  [
    'damaged',
    /could not locate a valid checkpoint|invalid checkpoint record|invalid primary checkpoint|incorrect checksum in control file|invalid page in block|page verification failed|could not read from control file|could not read file "global\/|is of wrong size|could not open file "(?:global|base|pg_[a-z]+)\//,
  ],
]

/** Reads the log lines of one start. */
export function diagnose(log: string): Diagnosis {
  return SIGNS.find(([, sign]) => sign.test(log))?.[0] ?? 'other'
}

/** Is PostgreSQL reading its journal because the last stop was none? */
export function isRecovering(log: string): boolean {
  return /automatic recovery in progress|redo starts at|redo in progress|syncing data directory/.test(log)
}
