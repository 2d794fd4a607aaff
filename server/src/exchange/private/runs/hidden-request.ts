import { randomBytes, randomInt } from 'node:crypto'
import { REQUEST_ELEMENTS } from '@proofmark/contract/private-words'
import { type Filter, holdsOutput } from '@proofmark/proofs/private/filter'
import { blind, dummy, type Evaluation, finalize, scalarByLot, verifyEvaluation } from '@proofmark/proofs/private/voprf'
import type { AskedTokens } from '../rules/tokens-of-mark.ts'

interface Hidden {
  readonly token: Uint8Array
  readonly by: Uint8Array
  readonly at: number
}

/** What is sent, and what it takes to read the answer, which stays here. */
export interface HiddenRequest {
  readonly elements: readonly Uint8Array[]
  readonly hidden: readonly Hidden[]
}

/** Blinds the tokens and puts them among pads, at places by lot: all requests of a kind look alike. */
export function hideTokens({ kind, tokens }: AskedTokens): HiddenRequest {
  const size = REQUEST_ELEMENTS[kind]
  if (tokens.length > size) throw new RangeError(`A request of this kind holds ${size} tokens.`)
  const elements: (Uint8Array | null)[] = Array.from({ length: size }, () => null)
  const hidden: Hidden[] = []
  for (const token of tokens) {
    let at = randomInt(size)
    while (elements[at] !== null) at = (at + 1) % size
    const by = scalarByLot(randomBytes(64))
    elements[at] = blind(token, by)
    hidden.push({ token, by, at })
  }
  return { elements: elements.map((element) => element ?? dummy(randomBytes(64))), hidden }
}

/**
 * Whether one of the tokens is in one of the filters. Throws `proof_refused` and its like where the evaluation is not by
 * the key of the filters.
 */
export function isKnown(
  { elements, hidden }: HiddenRequest,
  evaluation: Evaluation,
  filters: readonly Filter[],
): boolean {
  verifyEvaluation(filters[0]!.publicKey, elements, evaluation)
  const outputs = hidden.map(({ token, by, at }) => finalize(token, by, evaluation.evaluated[at]!))
  return outputs.map((output) => filters.some((filter) => holdsOutput(filter, output))).includes(true)
}
