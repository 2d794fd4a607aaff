import type * as z from 'zod'
import type { AuditAction } from './audit-events.ts'
import type { ErrorCode } from './errors.ts'
import type { Role } from './roles.ts'

/** What one route promises. `roles` empty: any signed-in person; null: nobody need be signed in. */
export interface Route {
  readonly summary: string
  readonly body: z.ZodType | 'file' | null
  /** `csv`: a table to be taken away, escaped for spreadsheets; `file`: a file of the kind that was asked for. */
  readonly answer: z.ZodType | 'csv' | 'file'
  /** Parameters of the address beside those in the path. */
  readonly query?: Readonly<Record<string, string>>
  /** So many bytes of JSON at most, where the usual limit would turn away what the work needs. */
  readonly bodyLimit?: number
  readonly roles: readonly Role[] | null
  /** By a session alone, no token; `recent_session`: one whose sign-in is not long ago. */
  readonly door?: 'session' | 'recent_session'
  /** Open also to somebody who came by a link and has not yet set how to sign in. */
  readonly beforeEnrolment?: true
  readonly errors: readonly ErrorCode[]
  readonly audit: readonly AuditAction[]
}

export const READERS = [
  'recorder',
  'trace_officer',
  'investigator',
  'analyst',
  'data_steward',
] as const satisfies readonly Role[]
export const STEWARDS = ['data_steward'] as const satisfies readonly Role[]
export const RECORDERS = ['recorder', 'data_steward'] as const satisfies readonly Role[]
/** Whose work may need a name that a record gives. */
export const SEE_PERSONS = ['recorder', 'trace_officer', 'data_steward'] as const satisfies readonly Role[]
export const ASKERS = ['trace_officer', 'analyst'] as const satisfies readonly Role[]
/** Who proposes and approves what records are weighed by. */
export const MODELLERS = ['analyst', 'data_steward'] as const satisfies readonly Role[]
export const DESKS = ['trace_officer', 'analyst', 'data_steward'] as const satisfies readonly Role[]
/** Who writes, sends, answers and closes trace requests; analysts see them beside. */
export const TRACERS = ['trace_officer'] as const satisfies readonly Role[]
/** Who records what was recovered. */
export const RECOVERERS = ['recorder', 'exhibit_manager', 'data_steward'] as const satisfies readonly Role[]
/** Who hands exhibits over and takes them; whoever recovered them is the first of these. */
export const CUSTODY_KEEPERS = ['recorder', 'exhibit_manager', 'ballistic_examiner'] as const satisfies readonly Role[]
/** Who decides on storage, campaigns of disposal and what is destroyed. */
export const EXHIBIT_MANAGERS = ['exhibit_manager'] as const satisfies readonly Role[]
/** Who says what a comparison of fired items showed. */
export const EXAMINERS = ['ballistic_examiner'] as const satisfies readonly Role[]
/** Who may see recoveries: those who record them, those who examine what was recovered, and those who inquire. */
export const RECOVERY_READERS = [
  ...new Set([...RECOVERERS, ...CUSTODY_KEEPERS, ...EXAMINERS, 'trace_officer', 'investigator', 'analyst'] as const),
]
/** Who sees what comparisons showed: examiners, and those who inquire. */
export const BALLISTIC_READERS = [
  'ballistic_examiner',
  'trace_officer',
  'investigator',
  'analyst',
  'data_steward',
] as const satisfies readonly Role[]
/** Who tells investigators of it, and notes what came of that. */
export const BALLISTIC_REFERRERS = [
  'ballistic_examiner',
  'trace_officer',
  'investigator',
  'analyst',
] as const satisfies readonly Role[]
/** Who records persons and other things that inquiries speak of; names are for fewer of them. */
export const THING_WORKERS = [
  'investigator',
  'trace_officer',
  'analyst',
  'data_steward',
] as const satisfies readonly Role[]
/** Whose work may need the name of a person in an inquiry (decision 43). */
export const SEE_SUBJECTS = ['investigator', 'trace_officer', 'data_steward'] as const satisfies readonly Role[]
/** Who may erase what is known of somebody: whoever guards it, and at its review whoever keeps it. */
export const THING_ERASERS = ['data_protection_officer', ...SEE_SUBJECTS] as const satisfies readonly Role[]
/** Who strikes words of others in which somebody stands whose data were erased: whoever answers for the data of an agency. */
export const STRIKERS = ['data_protection_officer', 'data_steward'] as const satisfies readonly Role[]
/** Who opens cases and works in those that they were let into. */
export const CASE_WORKERS = ['investigator', 'trace_officer', 'analyst'] as const satisfies readonly Role[]
