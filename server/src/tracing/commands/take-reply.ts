import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import { REFUSAL_REASONS, type ReplyDoor } from '@proofmark/contract/trace-words'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { Context } from '../../access/context.ts'
import { findPartner } from '../../exchange/queries/find-partner.ts'
import { judge } from '../../linkage/commands/judge.ts'
import { takeTold } from '../../records/commands/take-told.ts'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { contactFor } from '../queries/trace-book.ts'
import { repliesOf } from '../queries/trace-parts.ts'
import { childrenOf, type Trace } from '../queries/traces.ts'
import { chainRows, handlingOf } from '../rules/requests/chain-rows.ts'
import { isOpen, stateOfReply } from '../rules/requests/state-machine.ts'
import { classOfOwn, keepFinding, needMove, writeForm, writeRecords, writeSteps } from './write-trace.ts'

export interface ArrivedReply {
  readonly message: TraceReplyMessage
  readonly door: Exclude<ReplyDoor, 'own'>
  readonly saidAt: Date | null
}

/** A refusal or a delay says why (International Tracing Instrument, paragraph 22). Throws `trace_reason_needed`. */
export function needReason({ kind, reason }: Pick<TraceReplyMessage, 'kind' | 'reason'>): void {
  if ((kind === 'refused' || kind === 'delayed') && reason === null)
    throw new ProofmarkError('trace_reason_needed', { accepted: REFUSAL_REASONS.join(', ') })
}

/** What a message says, as HMAC-SHA-256: equal exactly when it is the same. */
export const messageHash = (secret: Buffer, message: unknown): Buffer =>
  keyedHash(secret, `trace message\0${Buffer.from(canonicalJson(message as PlainData)).toString('utf8')}`)

/**
 * What was told of a firearm that a silent source names is as silent: a pointer to the reply would tell that there is one.
 * So is what was told of a record that cannot be seen any more.
 */
async function visibilityFor({ client }: Context, records: readonly string[]): Promise<'pointer' | 'silent'> {
  const { rows } = await client.query<{ visibility: string }>(
    `SELECT s.source_visibility AS visibility FROM record r JOIN source s ON s.id = r.source_id WHERE r.id = ANY ($1::uuid[])`,
    [records],
  )
  const isTold = rows.length === records.length && rows.every(({ visibility }) => visibility !== 'silent')
  return isTold ? 'pointer' : 'silent'
}

async function recordsOf(context: Context, trace: Trace, message: TraceReplyMessage): Promise<string[]> {
  const rows = chainRows(message, trace.form.firearm, context.now.toISOString().slice(0, 10))
  const handling = handlingOf(message)
  const visibility = await visibilityFor(context, trace.records)
  const vis = await classOfOwn(context, trace.agency, visibility, handling)
  const source = {
    name: ['Trace replies', trace.partner ?? '–', handling, ...(visibility === 'silent' ? ['(silent)'] : [])].join(' '),
    kind: 'trace-result' as const,
    agency: { id: trace.agency, name: trace.agencyName },
    handling,
    visibility,
    vis,
  }
  const told = rows.map(({ key, stated, raw, holder }) => ({
    key,
    stated,
    raw,
    persons: holder === null ? [] : [{ field: 'holder', role: 'holder' as const, value: holder }],
  }))
  return takeTold(context, source, told)
}

/** Whoever takes a reply in by hand says with it that its chain is of the firearm that was asked about. */
async function linkChain(context: Context, trace: Trace, records: readonly string[], message: string): Promise<void> {
  const [asked] = trace.records
  if (asked === undefined) return
  for (const record of records)
    await judge(context, {
      id: randomUUID(),
      record: asked,
      other: record,
      about: 'firearm',
      verdict: 'same',
      reason: `Trace ${trace.id}, reply ${message}`,
    })
}

/** The next hop, as a draft of its own under its parent: to the state to which it was exported, about the same records. */
async function prepareNextHop(context: Context, trace: Trace, { id, next }: TraceReplyMessage, byPartner: boolean) {
  if (next === null) return
  const siblings = await childrenOf(context, trace.id)
  if (siblings.some(({ form, state }) => form.addressee.country === next.country && isOpen(state))) return
  const { form } = trace
  const known = await findPartner(context, next.country, context.now)
  const contact = await contactFor(context, next.country, next.country, next.role)
  const importer = next.importer ?? form.firearm.importer
  const hop = recordId(context.recordSecret, `next hop of ${trace.id}`, id)
  const child = { id: hop, vis: trace.vis, records: trace.records, steps: [] }
  await context.query
    .insertInto('trace_request')
    .values({
      id: child.id,
      agency_id: trace.agency,
      vis: trace.vis,
      direction: 'outgoing',
      parent_id: trace.id,
      records: [...trace.records],
      asker: null,
      their_id: null,
      content_hmac: messageHash(context.recordSecret, { parent: trace.id, reply: id }),
      opened_by: byPartner ? null : context.reader.account,
    })
    .execute()
  await writeRecords(context, child)
  await writeForm(context, child, {
    version: 1,
    partner: next.country,
    channel: known?.agreement && known.state === 'active' ? 'node' : 'bilateral',
    form: {
      ...form,
      addressee: { country: next.country, contact, role: next.role },
      firearm: { ...form.firearm, importer },
    },
    byPartner,
  })
  const author = byPartner && trace.partner !== null ? { partner: trace.partner } : {}
  await writeSteps(context, child, [{ state: 'draft', why: null, ...author }])
  await context.audit({
    action: 'trace.drafted',
    subjects: [child.id, ...trace.records],
    body: { country: next.country, priority: form.priority },
  })
}

/**
 * Takes in a reply to an own request, however it came: its chain becomes records, the life is judged anew, the earlier
 * finding stays, and the next hop is prepared. The same reply again changes nothing. Throws `trace_reply_foreign`,
 * `trace_reason_needed`, `trace_move_refused`, `trace_id_used`.
 */
export async function takeReply(
  context: Context,
  trace: Trace,
  { message, door, saidAt }: ArrivedReply,
): Promise<void> {
  const { query, reader, recordSecret, audit } = context
  if (trace.direction !== 'outgoing' || message.request !== trace.id)
    throw new ProofmarkError('trace_reply_foreign', { request: message.request })
  needReason(message)
  const content = messageHash(recordSecret, message)
  const before = await repliesOf(context, trace.id)
  const known = before.find(({ id }) => id === message.id)
  if (known?.contentHmac.equals(content)) return
  if (known) throw new ProofmarkError('trace_id_used', { id: message.id })
  const state = stateOfReply(message.kind)
  needMove(trace, state, 'answerer')
  const records = await recordsOf(context, trace, message)
  await query
    .insertInto('trace_reply')
    .values({
      request_id: trace.id,
      id: message.id,
      number: before.length + 1,
      vis: trace.vis,
      door,
      message: JSON.stringify(message),
      content_hmac: content,
      records,
      said_at: saidAt,
      received_by: door === 'node' ? null : reader.account,
    })
    .execute()
  const partner = door === 'node' ? { partner: trace.partner ?? '' } : {}
  const why = message.reason ?? message.outcome
  await writeSteps(context, trace, [{ state, why, saidAt, ...partner }])
  if (door !== 'node') await linkChain(context, trace, records, message.id)
  await keepFinding(context, trace, 'replied')
  await prepareNextHop(context, trace, message, door === 'node')
  await audit({
    action: 'trace.reply_received',
    subjects: [trace.id, ...records],
    body: { partner: trace.partner, kind: message.kind, door },
  })
}
