import type { KnownReason, LookUpClass, LookUpRefusal } from '@proofmark/contract/private-words'
import {
  EVALUATION_REQUEST_FORM,
  evaluationAnswer,
  type KnownAnswer,
  type KnownRequest,
  lookUpRefusal,
} from '@proofmark/contract/schemas/private-look-up'
import { fromBase64, toBase64 } from '@proofmark/proofs/bytes'
import { ProofError } from '@proofmark/proofs/errors'
import type { Evaluation } from '@proofmark/proofs/private/voprf'
import type { Run } from '../../../access/context.ts'
import { type BegunAsk, beginAsk, type PreparedAsk, prepareAsk } from '../commands/begin-ask.ts'
import { endAsk } from '../commands/end-ask.ts'
import { AnswerRefused, LOOK_UP_PATHS, type LookUpPeer, PeerAway } from '../peer/look-up-peer.ts'
import { isToldStopped } from '../queries/told-stops.ts'
import { frameOf, readFrame } from '../rules/frame.ts'
import { type Fetcher, fetchFilters } from './fetch-filters.ts'
import { hideTokens, isKnown } from './hidden-request.ts'
import { openFilters } from './open-filters.ts'

const ANSWER_LIMIT = 8_192

/** Who asks, in whose name, and by which ways. */
export interface Asker {
  readonly run: Run
  /** The name by which partners know the node. */
  readonly node: string
  /** To other nodes. */
  readonly peer: LookUpPeer
  /** To agencies of this installation, in the name of one of them. */
  readonly door: (asker: string) => LookUpPeer
}

const nothingSent = (dataClass: LookUpClass, why: KnownReason): KnownAnswer => ({
  known: null,
  class: dataClass,
  epoch: null,
  contact: null,
  why,
  handle: null,
})

const REASONS: Readonly<Record<LookUpRefusal, KnownReason>> = {
  epoch_over: 'epoch_over',
  quota_reached: 'quota_reached',
  stopped: 'stopped',
  not_allowed: 'not_allowed',
  request_refused: 'answer_refused',
}

/** The evaluation, or why the partner made none. Throws `AnswerRefused` for what is of neither form. */
function readAnswer(bytes: Uint8Array, handle: string): Evaluation | KnownReason {
  const refusal = readFrame(bytes, lookUpRefusal, ANSWER_LIMIT)
  if (refusal) return REASONS[refusal.reason]
  const answer = readFrame(bytes, evaluationAnswer, ANSWER_LIMIT)
  const evaluated = answer?.evaluated.map(fromBase64)
  const proof = answer && fromBase64(answer.proof)
  if (!answer || answer.handle !== handle || !proof || !evaluated?.every((element) => element !== null))
    throw new AnswerRefused('The evaluation is not of its form, or of another request.')
  return { evaluated, proof }
}

async function lookUp(
  { run, peer }: Fetcher,
  prepared: PreparedAsk,
  { handle, epoch }: BegunAsk,
  { basis }: KnownRequest,
): Promise<KnownReason> {
  const filters = epoch && (await openFilters(run, epoch.hashes))
  const { partner, dataClass, asked } = prepared
  if (!epoch || !filters || !asked)
    return (await run((context) => isToldStopped(context, partner, dataClass))) ? 'stopped' : 'no_filter'
  const request = hideTokens(asked)
  const body = frameOf({
    form: EVALUATION_REQUEST_FORM,
    handle,
    dataClass,
    kind: asked.kind,
    epoch: epoch.epoch,
    basis,
    elements: request.elements.map(toBase64),
  })
  const answer = readAnswer(await peer(partner, LOOK_UP_PATHS.evaluate, body, ANSWER_LIMIT), handle)
  if (typeof answer === 'string') return answer
  return isKnown(request, answer, filters) ? 'known' : 'not_known'
}

/** What a failure on the way means to the officer; what is no failure of the partner's is thrown on. */
function reasonOfFailure(failure: unknown): KnownReason {
  if (failure instanceof PeerAway) return 'partner_away'
  if (failure instanceof AnswerRefused || failure instanceof ProofError) return 'answer_refused'
  throw failure
}

/** After one of these the partner may have published anew. */
const ANEW: ReadonlySet<KnownReason> = new Set(['no_filter', 'epoch_over', 'stopped'])

/** What was added at a partner is fetched this often at most; an epoch that is over is asked for anew at once. */
const REFRESH_MS = 10 * 60_000
const refreshed = new Map<string, number>()

/** Fetches what the partner publishes, unless that was done just now. Answers why it could not. */
async function refresh(
  asker: Fetcher,
  { partner, asker: own, at }: PreparedAsk,
  anew: boolean,
): Promise<KnownReason | null> {
  const under = `${own} ${partner}`
  const last = refreshed.get(under) ?? Number.NEGATIVE_INFINITY
  if (!anew && Math.abs(at.getTime() - last) < REFRESH_MS) return null
  try {
    await fetchFilters(asker, partner, own)
    refreshed.set(under, at.getTime())
    return null
  } catch (failure) {
    return reasonOfFailure(failure)
  }
}

/** One question from its entry in the log to its answer's. */
async function askOnce(asker: Fetcher, prepared: PreparedAsk, request: KnownRequest): Promise<KnownAnswer> {
  const { partner, dataClass, asked } = prepared
  const begun = await asker.run((context) => beginAsk(context, prepared, asked!, request))
  const why = await lookUp(asker, prepared, begun, request).catch(reasonOfFailure)
  const known = await asker.run((context) => endAsk(context, begun.handle, partner, why))
  const { handle, epoch } = begun
  return {
    known,
    class: dataClass,
    epoch: epoch?.epoch ?? null,
    contact: known === true ? (epoch?.contact ?? null) : null,
    why,
    handle,
  }
}

/**
 * Asks a partner whether it knows a firearm. The partner learns that something was asked, of which kind of mark, on what
 * law and under which handle; never what, nor what came of it. Throws what `prepareAsk` throws; whatever the partner
 * does, there is an answer with its reason.
 */
export async function askPartner(asker: Asker, request: KnownRequest): Promise<KnownAnswer> {
  const prepared = await asker.run((context) => prepareAsk(context, asker.node, request))
  if (!prepared.asked) return nothingSent(prepared.dataClass, 'mark_not_asked')
  const { run } = asker
  const way: Fetcher = { run, peer: prepared.local ? asker.door(prepared.asker) : asker.peer }
  const failed = await refresh(way, prepared, false)
  const answer = await askOnce(way, prepared, request)
  if (answer.why === 'no_filter' && failed !== null) return { ...answer, why: failed }
  if (!ANEW.has(answer.why) || failed !== null) return answer
  // The keys may have changed since: what is published now is fetched, and asked once more under another handle.
  const renewed = await refresh(way, prepared, true)
  return renewed === null ? askOnce(way, prepared, request) : { ...answer, why: renewed }
}
