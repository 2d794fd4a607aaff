import type { LookUpRefusal } from '@proofmark/contract/private-words'
import {
  EVALUATION_FORM,
  type EvaluationRequest,
  evaluationRequest,
  filterRequest,
  REFUSAL_FORM,
} from '@proofmark/contract/schemas/private-look-up'
import { fromBase64, toBase64 } from '@proofmark/proofs/bytes'
import { ProofError } from '@proofmark/proofs/errors'
import { requireElement } from '@proofmark/proofs/private/group'
import type { Run } from '../../../access/context.ts'
import { admitEvaluation } from '../commands/admit-evaluation.ts'
import { giveFilter, givePublications } from '../commands/give-publications.ts'
import type { PrivateKeys } from '../keys/private-keys.ts'
import { frameOf, readFrame } from '../rules/frame.ts'
import { LOOK_UP_PATHS, type LookUpPath } from './look-up-peer.ts'

/** Whoever answers partners: under which name, in whose name its commands run, and who keeps its keys. */
export interface Holder {
  readonly name: string
  readonly run: Run
  readonly keys: PrivateKeys
}

/** The largest body of a request, before anything of it is read. */
export const REQUEST_LIMIT = 8_192

const refused = (reason: LookUpRefusal): Uint8Array => frameOf({ form: REFUSAL_FORM, reason })

/** The elements as bytes; null where one is no element of the group, is the identity, or is written in another way. */
function elementsOf({ elements }: EvaluationRequest): Uint8Array[] | null {
  try {
    return elements.map((text, at) => {
      const element = fromBase64(text)
      if (element === null) throw new ProofError('malformed_element', `Element ${at + 1} is no canonical base64.`)
      requireElement(element, `element ${at + 1}`)
      return element
    })
  } catch (failure) {
    if (failure instanceof ProofError) return null
    throw failure
  }
}

async function refuseUnread({ run }: Holder, partner: string): Promise<Uint8Array> {
  const body = { partner, reason: 'request_refused' }
  await run((context) => context.audit({ action: 'private.refused', outcome: 'refused', body }))
  return refused('request_refused')
}

/** Counted, logged and then evaluated, in this order. What the marks are nobody here learns. */
async function evaluate(holder: Holder, partner: string, body: Uint8Array): Promise<Uint8Array> {
  const { name, run, keys } = holder
  const request = readFrame(body, evaluationRequest, REQUEST_LIMIT)
  const elements = request && elementsOf(request)
  if (!request || !elements) return refuseUnread(holder, partner)
  const { dataClass, kind, epoch, handle } = request
  const refusal = await run((context) => admitEvaluation(context, { holder: name, partner, dataClass }, request))
  if (refusal !== null) return refused(refusal)
  const evaluation = await keys.answer({ holder: name, partner, dataClass, kind, epoch }, elements)
  if (evaluation === null) return refused('epoch_over')
  const { evaluated, proof } = evaluation
  return frameOf({ form: EVALUATION_FORM, handle, evaluated: evaluated.map(toBase64), proof: toBase64(proof) })
}

async function filter(holder: Holder, partner: string, body: Uint8Array): Promise<Uint8Array> {
  const request = readFrame(body, filterRequest, REQUEST_LIMIT)
  if (!request) return refuseUnread(holder, partner)
  const bytes = await holder.run((context) => giveFilter(context, holder.name, partner, request.hash))
  return bytes ?? refused('epoch_over')
}

/** Answers an authenticated partner at one of the addresses of the private look-up. Every answer is logged before it leaves. */
export async function answerPeer(
  holder: Holder,
  partner: string,
  path: LookUpPath,
  body: Uint8Array,
): Promise<Uint8Array> {
  if (path === LOOK_UP_PATHS.evaluate) return evaluate(holder, partner, body)
  if (path === LOOK_UP_PATHS.filter) return filter(holder, partner, body)
  return frameOf(await holder.run((context) => givePublications(context, holder.name, partner)))
}
