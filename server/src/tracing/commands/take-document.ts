import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceDocumentRequest } from '@proofmark/contract/schemas/trace-document'
import type { Audience } from '@proofmark/domain/may-leave'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type Dossier, type Leaving, whatLeaves } from '../documents/dossier.ts'
import { dataOf } from '../documents/trace-document.ts'
import { type KeptTrace, traceDossier } from '../queries/trace-dossier.ts'

type Input = Omit<z.output<typeof traceDocumentRequest>, 'grounds'>

function dossierOf({ request, replies, earlier }: KeptTrace, { trace, of }: Input): Dossier {
  if (request === null) throw new ProofmarkError('trace_unsent', { trace })
  if (of === 'request') return { request, reply: null, earlier }
  const reply = replies.at(-1)
  if (reply === undefined) throw new ProofmarkError('trace_unanswered', { trace })
  return { request, reply, earlier: [] }
}

/**
 * What may leave of a trace as a document, written into the log before anybody makes bytes of it. Throws `not_found`,
 * `trace_unsent`, `trace_unanswered` and `handling_forbids`.
 */
export async function takeDocument(context: Context, input: Input): Promise<Leaving> {
  needRole(context.reader, TRACERS)
  const { trace, form, of, language, permission } = input
  const kept = await traceDossier(context, trace)
  if (kept === null) throw new ProofmarkError('not_found')
  const audience: Audience = {
    kind: input.audience,
    on: context.now.toISOString().slice(0, 10),
    ...(permission ? { permission: { until: permission.until } } : {}),
  }
  const leaving = whatLeaves(dossierOf(kept, input), audience)
  const hash = createHash('sha256').update(dataOf(leaving)).digest('hex')
  await context.audit({
    action: 'trace.document_taken',
    subjects: [trace],
    body: { form, of, language, audience: input.audience, hash, permission: permission ? permission.by : null },
  })
  return leaving
}
