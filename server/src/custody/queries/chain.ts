import type { CustodyVerdict } from '@proofmark/contract/custody-words'
import type { ReaderTransaction } from '../../store/reader-transaction.ts'
import type { ChainAnswer, ChainEvent, CustodyParty } from '../rules/custody-event.ts'
import type { AnswerStatement, EventStatement, StatedParty } from '../rules/statement.ts'

/** The answer of a passkey to a hash, as it is kept: whoever has it can check it. */
export interface KeptSignature {
  readonly credential: string
  readonly host: string
  readonly origin: string
  /** COSE key, and what was signed, each in base64url. */
  readonly publicKey: string
  readonly authenticatorData: string
  readonly clientDataJSON: string
  readonly signature: string
}

/** Names of those outside at a hand-over, to which its statement commits. */
export interface OutsideNames {
  readonly from?: { readonly person: string | null; readonly organisation: string | null }
  readonly to?: { readonly person: string | null; readonly organisation: string | null }
  readonly witness?: string
}

export interface KeptAnswer {
  readonly statement: AnswerStatement
  readonly hash: string
  readonly signature: KeptSignature | null
  readonly deviceAt: Date | null
  readonly entry: string
  readonly by: string
  readonly recordedAt: Date
}

/** An event as the tables keep it. */
export interface KeptEvent {
  readonly exhibit: string
  readonly statement: EventStatement
  readonly hash: string
  readonly signature: KeptSignature | null
  readonly deviceAt: Date | null
  readonly entry: string
  readonly by: string
  readonly recordedAt: Date
  readonly outside: { readonly names: OutsideNames; readonly salt: Buffer } | null
  readonly answer: KeptAnswer | null
}

interface Row {
  exhibit: string
  statement: EventStatement
  hash: Buffer
  signature: KeptSignature | null
  device: Date | null
  entry: string
  by: string
  recorded: Date
  names: OutsideNames | null
  salt: Buffer | null
  verdict: CustodyVerdict | null
  aStatement: AnswerStatement
  aHash: Buffer
  aSignature: KeptSignature | null
  aDevice: Date | null
  aEntry: string
  aBy: string
  aRecorded: Date
}

const SELECT = `
  SELECT e.exhibit_id AS exhibit, e.statement, e.hash, e.signature, e.device_at AS device, e.entry_id AS entry,
    e.recorded_by AS by, e.recorded_at AS recorded, o.names, o.salt, a.verdict, a.statement AS "aStatement", a.hash AS "aHash",
    a.signature AS "aSignature", a.device_at AS "aDevice", a.entry_id AS "aEntry", a.recorded_by AS "aBy",
    a.recorded_at AS "aRecorded"
  FROM custody_event e
  LEFT JOIN custody_answer a ON a.event_id = e.id
  LEFT JOIN custody_outside o ON o.event_id = e.id`

const answerOf = (row: Row): KeptAnswer | null =>
  row.verdict === null
    ? null
    : {
        statement: row.aStatement,
        hash: row.aHash.toString('hex'),
        signature: row.aSignature,
        deviceAt: row.aDevice,
        entry: row.aEntry,
        by: row.aBy,
        recordedAt: row.aRecorded,
      }

const eventOf = (row: Row): KeptEvent => ({
  exhibit: row.exhibit,
  statement: row.statement,
  hash: row.hash.toString('hex'),
  signature: row.signature,
  deviceAt: row.device,
  entry: row.entry,
  by: row.by,
  recordedAt: row.recorded,
  outside: row.names === null || row.salt === null ? null : { names: row.names, salt: row.salt },
  answer: answerOf(row),
})

/** The events of these exhibits, by exhibit and in order. */
export async function chainsOf(
  { client }: Pick<ReaderTransaction, 'client'>,
  exhibits: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptEvent[]>> {
  const { rows } = await client.query<Row>(
    `${SELECT} WHERE e.exhibit_id = ANY ($1::uuid[]) ORDER BY e.exhibit_id, e.number`,
    [exhibits],
  )
  return Map.groupBy(rows.map(eventOf), ({ exhibit }) => exhibit)
}

/** The events of one exhibit, in order. */
export const chainOf = async (
  transaction: Pick<ReaderTransaction, 'client'>,
  exhibit: string,
): Promise<readonly KeptEvent[]> => (await chainsOf(transaction, [exhibit])).get(exhibit) ?? []

/** The event of this identifier, whichever exhibit it is of; null where the reader sees none. */
export async function findEvent({ client }: Pick<ReaderTransaction, 'client'>, id: string): Promise<KeptEvent | null> {
  const { rows } = await client.query<Row>(`${SELECT} WHERE e.id = $1`, [id])
  return rows[0] ? eventOf(rows[0]) : null
}

const partyOf = (stated: StatedParty | null, names: OutsideNames['to'] | undefined): CustodyParty | null =>
  stated && {
    account: stated.account,
    agency: stated.agency,
    outside: stated.outside ? (names ?? { person: null, organisation: null }) : null,
  }

function answerInChain({ statement, signature, deviceAt, recordedAt }: KeptAnswer): ChainAnswer {
  const { verdict, by, saidAt, seal, storage } = statement
  return {
    verdict,
    by: partyOf(by, undefined)!,
    saidAt,
    deviceAt: deviceAt?.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    seal,
    storage,
    signed: signature !== null,
  }
}

/** An event as the rules read it. */
export function inChain({ statement, signature, deviceAt, recordedAt, outside, answer }: KeptEvent): ChainEvent {
  const { event, number, told, purpose, from, to, saidAt, statedDay, sealIn, sealOut, resealed, storage, scan } =
    statement
  return {
    id: event,
    ...{ number, told, purpose, saidAt, statedDay, sealIn, sealOut, resealed, storage },
    from: partyOf(from, outside?.names.from),
    to: partyOf(to, outside?.names.to),
    deviceAt: deviceAt?.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    signed: signature !== null,
    // A name that was erased since was there: what is said without any commits to none.
    witnessed: scan !== null && statement.witnessed,
    answer: answer === null ? null : answerInChain(answer),
  }
}
