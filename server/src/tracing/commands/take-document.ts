import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceDocumentRequest } from '@proofmark/contract/schemas/trace-document'
import type { Audience } from '@proofmark/domain/may-leave'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { nameKey } from '../../access/rules/name-key.ts'
import { type Dossier, type Leaving, whatLeaves } from '../documents/dossier.ts'
import { dataOf } from '../documents/trace-document.ts'
import { type KeptTrace, traceDossier } from '../queries/trace-dossier.ts'
import { courtUseOf, standingPermission } from '../rules/requests/permissions.ts'

type Input = Omit<z.output<typeof traceDocumentRequest>, 'grounds'>

function dossierOf({ request, replies, earlier, permissions }: KeptTrace, { trace, of }: Input): Dossier {
  if (request === null) throw new ProofmarkError('trace_unsent', { trace })
  if (of === 'request') return { request, reply: null, earlier, permissions }
  const reply = replies.at(-1)
  if (reply === undefined) throw new ProofmarkError('trace_unanswered', { trace })
  return { request, reply, earlier: [], permissions }
}

/**
 * Who permitted that the subject goes to this audience, as far as that is on record. Whoever is named must be the one who
 * did. Throws `permission_unknown`.
 */
function permittedBy({ request, reply, permissions = [] }: Dossier, { audience, permission }: Input): string | null {
  const subject = reply ?? request
  const noted = standingPermission(permissions, subject.id, audience)
  const own = reply !== null && audience === 'court' ? courtUseOf(reply, permissions) : null
  const by = noted?.permitted ? noted.givenBy : own?.permitted ? (own.by ?? reply?.handling.originator ?? null) : null
  if (permission === undefined) return by
  const until = noted?.permitted ? noted.until : null
  const longer = until !== null && (permission.until === null || permission.until > until)
  if (by === null || longer || nameKey(by) !== nameKey(permission.by))
    throw new ProofmarkError('permission_unknown', { by: permission.by })
  return by
}

/**
 * What may leave of a trace as a document, written into the log before anybody makes bytes of it. Throws `not_found`,
 * `trace_unsent`, `trace_unanswered`, `permission_unknown` and `handling_forbids`.
 */
export async function takeDocument(context: Context, input: Input): Promise<Leaving> {
  needRole(context.reader, TRACERS)
  const { trace, form, of, language } = input
  const kept = await traceDossier(context, trace)
  if (kept === null) throw new ProofmarkError('not_found')
  const audience: Audience = {
    kind: input.audience,
    on: context.now.toISOString().slice(0, 10),
  }
  const dossier = dossierOf(kept, input)
  const permission = permittedBy(dossier, input)
  const leaving = whatLeaves(dossier, audience)
  const hash = createHash('sha256').update(dataOf(leaving)).digest('hex')
  await context.audit({
    action: 'trace.document_taken',
    subjects: [trace],
    body: { form, of, language, audience: input.audience, hash, permission },
  })
  return leaving
}
