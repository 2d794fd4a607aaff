import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import { TRACERS } from '@proofmark/contract/route'
import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { TraceDirection } from '@proofmark/contract/trace-words'
import type { ExchangeEntry } from '@proofmark/proofs/exchange-leaf'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { recordExchange } from '../../exchange/commands/record-exchange.ts'
import { type ExchangedMessage, exchangedAbout, messageKeysOf } from '../../exchange/queries/exchanged-about.ts'
import { findEntry } from '../../exchange/queries/find-entry.ts'
import { ledgerKeys } from '../../exchange/queries/ledger-keys.ts'
import {
  type EvidenceFiles,
  type EvidenceMessage,
  type EvidencePart,
  evidenceFiles,
  type LeftOut,
} from '../../exchange/rules/evidence-files.ts'
import { evidenceReadme } from '../present/evidence-readme.ts'
import { evidenceOf } from '../rules/evidence-of.ts'

/** A trace as it left or came, with all that came back or went. */
export interface TraceOnRecord {
  readonly direction: TraceDirection
  /** Of the asking state: what messages about it are known by. */
  readonly about: string
  readonly request: TraceRequestMessage
  readonly replies: readonly TraceReplyMessage[]
}

/** Sets what a court may see of a trace as a document; null where it is not set. */
export type SetDocument = (trace: TraceOnRecord, language: string, today: string) => Promise<EvidencePart | null>

export interface EvidenceAsked {
  readonly trace: string
  readonly language: string
  /** Of the node: what partners know this state by. */
  readonly authority: string
}

/** What was packed and written into the ledger, and now waits for its place there. */
export interface CollectedEvidence {
  readonly id: string
  readonly files: EvidenceFiles
  readonly own: ExchangeEntry
  readonly messages: readonly ExchangeEntry[]
  readonly leftOut: readonly LeftOut[]
}

async function onRecord({ client }: Context, trace: string): Promise<TraceOnRecord> {
  const { rows } = await client.query<{
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
  return { ...row, request: row.request }
}

/** The identifier that a reply's bytes bear; null for any other message. */
function replyIn({ entry, body }: ExchangedMessage): string | null {
  if (entry.kind !== 'trace-reply') return null
  try {
    return (JSON.parse(body.toString('utf8')) as { id?: string } | null)?.id ?? null
  } catch {
    return null
  }
}

/** Its bytes are ours, or of a part that a court may have; of anything else the hash in the ledger has to do. */
function shownMessage(message: ExchangedMessage, given: ReadonlySet<string>, requestGiven: boolean): EvidenceMessage {
  const { entry, body, receipt } = message
  const reply = replyIn(message)
  const open =
    entry.direction === 'outgoing' ||
    (reply !== null && given.has(reply)) ||
    (entry.kind === 'trace-request' && requestGiven)
  return { entry, bytes: open ? body : null, receipt }
}

/**
 * Collects what a court may have of a trace, makes the files of the package and writes the hash of their list into the
 * exchange ledger; the package is whole once that has its place. Throws `role_needed`, `not_found`, `evidence_nothing_sent`.
 */
export async function collectEvidence(
  context: Context,
  { trace, language, authority }: EvidenceAsked,
  say: Say,
  setDocument: SetDocument,
): Promise<CollectedEvidence> {
  needRole(context.reader, TRACERS)
  const known = await onRecord(context, trace)
  const today = context.now.toISOString().slice(0, 10)
  const { parts, leftOut, given } = evidenceOf(known, today, {
    request: say('package.what.request'),
    reply: (number, originator) => say('package.what.reply', { number, originator }),
    chain: say('package.what.chain'),
    kept: (reason) => say(`package.kept.${reason}`),
  })
  const document = await setDocument(known, language, today)
  const requestGiven = parts.some(({ file }) => file === 'data/request.json')
  const messages = (await exchangedAbout(context, known.about)).map((each) => shownMessage(each, given, requestGiven))
  const keys = await ledgerKeys(context)
  const partners = messages.flatMap(({ entry }) => (entry.partner === null ? [] : [entry.partner]))
  const id = randomUUID()
  const input = {
    ...{ id, trace: known.about, authority, made: context.now, language, messages },
    parts: document ? [document, ...parts] : parts,
    leftOut: [
      ...leftOut,
      ...messages
        .filter(({ bytes, entry }) => bytes === null && entry.kind !== 'trace-reply' && entry.kind !== 'trace-request')
        .map(({ entry }) => ({
          what: say('package.what.message', { kind: entry.kind }),
          handling: '–',
          why: say('package.kept.codes_forbid'),
        })),
    ],
  }
  const readme = evidenceReadme(input, say)
  const { files, listHash } = evidenceFiles({
    ...input,
    readme,
    keys: { ledger: keys.ledger ?? '', cosigners: keys.cosigners, nodes: await messageKeysOf(context, partners) },
  })
  if (keys.ledger === null) throw new ProofmarkError('ledger_waits')
  const kind = 'evidence-package'
  const entry = await recordExchange(context, {
    direction: 'outgoing',
    partner: null,
    message: id,
    kind,
    hash: listHash,
  })
  await context.audit({
    action: 'trace.evidence_made',
    subjects: [trace],
    body: { package: id, hash: listHash, leftOut: input.leftOut.length },
  })
  return {
    id,
    files,
    own: await findEntry(context, entry),
    messages: messages.map((message) => message.entry),
    leftOut: input.leftOut,
  }
}
