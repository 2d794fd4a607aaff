import { isDeepStrictEqual } from 'node:util'
import { sayInDocument } from '@proofmark/contract/document-catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Locale } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import { TRACERS } from '@proofmark/contract/route'
import type { Handling, TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { TraceDirection } from '@proofmark/contract/trace-words'
import type { ExchangeEntry } from '@proofmark/proofs/exchange-leaf'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { recordExchange } from '../../exchange/commands/record-exchange.ts'
import { cosignersOf } from '../../exchange/queries/cosigners.ts'
import { type ExchangedMessage, exchangedAbout, messageKeysOf } from '../../exchange/queries/exchanged-about.ts'
import { findEntry } from '../../exchange/queries/find-entry.ts'
import { ledgerKeys } from '../../exchange/queries/ledger-keys.ts'
import type { EvidenceKeys, EvidenceMessage, LeftOut } from '../../exchange/rules/evidence-files.ts'
import { type KeptPermission, permissionsOf } from '../queries/permissions.ts'
import { type CourtCase, evidenceOf } from '../rules/evidence-of.ts'

/** A trace as it left or came, with all that came back or went. */
interface TraceOnRecord {
  readonly direction: TraceDirection
  /** Of the asking state: what messages about it are known by. */
  readonly about: string
  readonly request: TraceRequestMessage
  readonly replies: readonly TraceReplyMessage[]
  readonly permissions: readonly KeptPermission[]
}

/** The matter under which messages about a trace were exchanged. Throws `role_needed`, `not_found`, `evidence_nothing_sent`. */
export async function evidenceMatter(context: Context, trace: string): Promise<string> {
  needRole(context.reader, TRACERS)
  return (await onRecord(context, trace)).about
}

/** What a court may have of a trace, with its messages and the keys that they are checked by. */
export interface CollectedEvidence {
  readonly trace: string
  readonly made: Date
  readonly court: CourtCase
  readonly messages: readonly EvidenceMessage[]
  readonly leftOut: readonly LeftOut[]
  readonly keys: EvidenceKeys
}

async function onRecord(context: Context, trace: string): Promise<TraceOnRecord> {
  const { rows } = await context.client.query<{
    direction: TraceDirection
    about: string
    request: TraceRequestMessage | null
    replies: TraceReplyMessage[]
  }>(
    `SELECT r.direction, coalesce(r.their_id, r.id)::text AS about,
       (SELECT f.message FROM trace_form f WHERE f.request_id = r.id AND f.message IS NOT NULL ORDER BY f.version DESC LIMIT 1) AS request,
       (SELECT coalesce(json_agg(p.message ORDER BY p.number), '[]') FROM trace_reply p WHERE p.request_id = r.id) AS replies
     FROM trace_request r WHERE r.id = $1`,
    [trace],
  )
  const [row] = rows
  if (!row) throw new ProofmarkError('not_found', { what: trace })
  if (!row.request) throw new ProofmarkError('evidence_nothing_sent')
  return { ...row, request: row.request, permissions: await permissionsOf(context, [trace]) }
}

interface Said {
  readonly id?: string
  readonly handling?: Handling | null
}

function saidIn({ body }: ExchangedMessage): Said | null {
  try {
    return JSON.parse(body.toString('utf8')) as Said | null
  } catch {
    return null
  }
}

/** Is it a reply that a court may have? */
const isGivenReply = (message: ExchangedMessage, { replies }: CourtCase): boolean =>
  message.entry.kind === 'trace-reply' && replies.some(({ reply }) => reply.id === saidIn(message)?.id)

/** Does it bear the handling of the request that it acknowledges, and may a court have that? */
function isOpenAcknowledgement(message: ExchangedMessage, { request }: CourtCase): boolean {
  if (message.entry.kind !== 'trace-acknowledgement' || request === null) return false
  const borne = saidIn(message)?.handling
  return borne != null && isDeepStrictEqual(borne, request.handling)
}

/** Its bytes are ours, or of a part that a court may have; of anything else the hash in the ledger has to do. */
function shownMessage(message: ExchangedMessage, court: CourtCase): Omit<EvidenceMessage, 'cosignedBy'> {
  const { entry, body, receipt } = message
  const open =
    entry.direction === 'outgoing' ||
    isGivenReply(message, court) ||
    isOpenAcknowledgement(message, court) ||
    (entry.kind === 'trace-request' && court.request !== null)
  return { entry, bytes: open ? body : null, receipt }
}

/** Of what no part of the package is named for yet: messages whose bytes stay, beside requests and replies. */
const unnamed = ({ bytes, entry }: Pick<EvidenceMessage, 'bytes' | 'entry'>): boolean =>
  bytes === null && entry.kind !== 'trace-reply' && entry.kind !== 'trace-request'

/**
 * Collects what a court may have of a trace, and names what it may not. Throws `role_needed`, `not_found`,
 * `evidence_nothing_sent`, and `ledger_waits` before anything was ever signed.
 */
export async function collectEvidence(
  context: Context,
  { trace, language }: { readonly trace: string; readonly language: Locale },
  say: Say,
): Promise<CollectedEvidence> {
  needRole(context.reader, TRACERS)
  const known = await onRecord(context, trace)
  const reason = sayInDocument(language)
  const court = evidenceOf(known, context.now.toISOString().slice(0, 10), {
    request: say('package.what.request'),
    reply: (number, originator) => say('package.what.reply', { number, originator }),
    chain: say('package.what.chain'),
    kept: (word) => reason(`document.leave.${word}`),
  })
  const exchanged = await exchangedAbout(context, known.about)
  const cosigned = await cosignersOf(
    context,
    exchanged.map(({ entry }) => entry.id),
  )
  const messages = exchanged.map((each) => ({
    ...shownMessage(each, court),
    cosignedBy: cosigned.get(each.entry.id) ?? [],
  }))
  const { ledger, cosigners, witnesses, changes } = await ledgerKeys(context)
  if (ledger === null) throw new ProofmarkError('ledger_waits')
  const partners = messages.flatMap(({ entry }) => (entry.partner === null ? [] : [entry.partner]))
  const others = messages.filter(unnamed).map(({ entry }) => ({
    what: say('package.what.message', { kind: entry.kind }),
    handling: '–',
    why: reason('document.leave.no_code'),
  }))
  return {
    ...{ trace: known.about, made: context.now, court, messages },
    leftOut: [...court.leftOut, ...others],
    keys: { ledger, cosigners, witnesses, changes, nodes: await messageKeysOf(context, partners) },
  }
}

/**
 * Writes into both ledgers that a package was made: the hash of its list into that of exchange, who made it into that of
 * access. Answers the entry, which the package is proven by once it has its place. Throws `role_needed`.
 */
export async function recordEvidence(
  context: Context,
  made: { readonly trace: string; readonly id: string; readonly hash: string; readonly leftOut: number },
): Promise<ExchangeEntry> {
  needRole(context.reader, TRACERS)
  const { trace, id, hash, leftOut } = made
  const kind = 'evidence-package'
  const entry = await recordExchange(context, { direction: 'outgoing', partner: null, message: id, kind, hash })
  await context.audit({ action: 'trace.evidence_made', subjects: [trace], body: { package: id, hash, leftOut } })
  return findEntry(context, entry)
}
