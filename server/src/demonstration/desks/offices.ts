import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Grounds, Run } from '../../access/context.ts'
import type { Hold } from '../../records/runs/run.ts'
import type { PersonName } from '../agencies.ts'

/** Where the people of the nation work, each in their own name. */
export interface Offices {
  readonly as: (person: PersonName, grounds?: Grounds) => Run
  readonly installer: Run
  readonly hold: Hold
  /** The matching process's login: what it is asked, it answers without the pipe. */
  readonly match: pg.Pool
}

/** Why people of the nation look at its first firearm. */
export const TRACE: Grounds = { purpose: 'trace', reference: 'FFP 24/018' }

/** The same identifier for the same words on every start, so that an interrupted one does nothing twice. */
export function identifierOf(...words: readonly string[]): string {
  const hex = createHash('sha256')
    .update(['demonstration', ...words].join('\0'))
    .digest('hex')
  // A UUID of version 8.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
