import type { AuditAction } from '@proofmark/contract/audit-events'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { PlainData } from '@proofmark/proofs/canonical'
import { commit } from '@proofmark/proofs/commitment'
import type { Context } from '../../access/context.ts'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import { chainOf, inChain, type KeptEvent, type OutsideNames } from '../queries/chain.ts'
import type { Exhibit } from '../queries/exhibit.ts'
import { exhibitCalled } from '../queries/exhibit-names.ts'
import { type JudgedChain, judgeChain } from '../rules/judge-chain.ts'
import { type EventStatement, statementHash } from '../rules/statement.ts'
import { type GivenSignature, takeSignature } from './signature.ts'

/** An exhibit whose turn is taken, with its chain as it stands. */
export interface HeldChain {
  readonly exhibit: Exhibit
  readonly events: readonly KeptEvent[]
  readonly judged: JudgedChain
}

export async function heldChain(context: Context, exhibit: Exhibit): Promise<HeldChain> {
  const events = await chainOf(context, exhibit.id)
  return { exhibit, events, judged: judgeChain(events.map(inChain)) }
}

/** Years after which the names of those outside are looked at again. */
const REVIEW_YEARS = 10

const reviewOn = (now: Date): string => `${now.getUTCFullYear() + REVIEW_YEARS}${now.toISOString().slice(4, 8)}01`

/**
 * The salt of an event's names follows from the event and the secret of the installation, so that what a passkey signs can be worked out
 * before it is written.
 */
const saltOf = ({ recordSecret }: Context, event: string): Buffer =>
  keyedHash(recordSecret, `custody outside\0${event}`)

const isNamed = (names: OutsideNames): boolean => Object.keys(names).length > 0

/** What the statement says of those outside: a commitment to their names, or nothing where nobody is named. */
export const commitmentOf = (context: Context, event: string, names: OutsideNames): string | null =>
  isNamed(names) ? commit(saltOf(context, event), names as unknown as PlainData) : null

/**
 * A number is used once. Throws `seal_used`, naming the exhibit that has it, as far as the reader may see it; nothing was written then,
 * so that whoever calls may go on without the seal. Nobody else takes the number until the transaction ends.
 */
export async function needSeal(context: Context, seal: string): Promise<void> {
  const { client } = context
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`seal ${seal}`])
  const { rows } = await client.query<{ exhibit: string }>(
    'SELECT exhibit_id AS exhibit FROM custody_seal WHERE number = $1 ORDER BY exhibit_id LIMIT 1',
    [seal],
  )
  if (rows[0]) throw new ProofmarkError('seal_used', { seal, exhibit: await exhibitCalled(context, rows[0].exhibit) })
}

/** Notes that an exhibit bears this seal, of which `needSeal` was asked before. */
export async function takeSeal(
  { client }: Context,
  { id, vis }: Pick<Exhibit, 'id' | 'vis'>,
  seal: string,
  event: string,
): Promise<void> {
  await client.query('INSERT INTO custody_seal (number, exhibit_id, vis, event_id) VALUES ($1, $2, $3, $4)', [
    seal,
    id,
    vis,
    event,
  ])
}

/** Keeps how custody stands beside its events, for lists. */
export async function keepStanding({ client }: Context, { exhibit, events, judged }: HeldChain): Promise<void> {
  const { custodian, storage, seal, ended, open, breaks } = judged
  const values = [
    exhibit.id,
    exhibit.vis,
    events.length,
    breaks.length,
    custodian?.account ?? null,
    custodian?.agency ?? null,
    storage,
    seal,
    ended,
    open?.to?.account ?? null,
    open?.to?.agency ?? null,
  ]
  await client.query(
    `INSERT INTO custody_standing (exhibit_id, vis, events, breaks, account_id, agency_id, storage_id, seal, ended,
       offered_account_id, offered_agency_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (exhibit_id) DO UPDATE SET events = $3, breaks = $4, account_id = $5, agency_id = $6, storage_id = $7,
       seal = $8, ended = $9, offered_account_id = $10, offered_agency_id = $11`,
    values,
  )
}

export interface NewEvent {
  readonly statement: EventStatement
  readonly names: OutsideNames
  readonly deviceAt: Date | null
  readonly signature: GivenSignature | null
  readonly action: Extract<AuditAction, `custody.${string}`>
}

/**
 * Writes an event behind those that there are, with its entry of the access log, and answers the chain as it then stands. Throws
 * `seal_used`, `passkey_refused`, `custody_id_used`.
 */
export async function writeEvent(context: Context, held: HeldChain, made: NewEvent): Promise<HeldChain> {
  const { client, reader, audit, now } = context
  const { exhibit, judged } = held
  const { statement, names, deviceAt, signature, action } = made
  const { event, number, sealIn, sealOut } = statement
  const hash = statementHash(statement)
  const seals = [...new Set([sealIn, sealOut])].filter((seal): seal is string => seal !== null && seal !== judged.seal)
  for (const seal of seals) await needSeal(context, seal)
  const kept = signature === null ? null : await takeSignature(context, hash, signature)
  const entry = await audit({ action, subjects: [exhibit.id, event], body: { event, hash } })
  const { rowCount } = await client.query(
    `INSERT INTO custody_event (id, exhibit_id, number, vis, statement, hash, signature, device_at, entry_id, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING`,
    [
      event,
      exhibit.id,
      number,
      exhibit.vis,
      JSON.stringify(statement),
      Buffer.from(hash, 'hex'),
      kept && JSON.stringify(kept),
      deviceAt,
      entry,
      reader.account,
    ],
  )
  if (rowCount === 0) throw new ProofmarkError('custody_id_used', { id: event })
  if (isNamed(names))
    await client.query(
      'INSERT INTO custody_outside (event_id, exhibit_id, vis, names, salt, review_on) VALUES ($1, $2, $3, $4, $5, $6)',
      [event, exhibit.id, exhibit.vis, JSON.stringify(names), saltOf(context, event), reviewOn(now)],
    )
  for (const seal of seals) await takeSeal(context, exhibit, seal, event)
  const after = await heldChain(context, exhibit)
  await keepStanding(context, after)
  return after
}

/** What a statement holds where nothing is said of it. */
export const blankStatement = (
  { exhibit, events, judged }: HeldChain,
  event: string,
): Omit<EventStatement, 'told' | 'purpose' | 'from' | 'to' | 'saidAt'> => ({
  form: 'proofmark-custody-event-1',
  event,
  exhibit: exhibit.id,
  number: events.length + 1,
  previous: events.at(-1)?.hash ?? null,
  zone: null,
  place: null,
  storage: null,
  sealIn: judged.seal,
  sealOut: judged.seal,
  resealed: null,
  condition: null,
  scan: null,
  witnessed: false,
  order: null,
  due: null,
  others: [],
  outside: null,
})
