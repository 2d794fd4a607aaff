import type { LookUpKind } from '@proofmark/contract/private-words'
import { findMake } from '@proofmark/domain/make'
import { openSkeletons } from '@proofmark/matching/keys'
import {
  damagedTokens,
  MOST_READINGS,
  markAloneToken,
  markToken,
  SHORTEST_MARK_ALONE,
} from '@proofmark/proofs/private/token'

/** A mark as it is matched. `make`: a code, or null. */
export interface LookedUpMark {
  readonly norm: string | null
  readonly skeleton: string | null
  readonly make: string | null
}

export type TokensByKind = Readonly<Record<LookUpKind, readonly Uint8Array[]>>

const CLEAR = /^[\p{Lu}\p{Lo}\p{N}]{1,64}$/u

const isClear = (text: string | null): text is string => text !== null && CLEAR.test(text)

/**
 * The make's code where the shared table has it. A code that one state gave itself means nothing to another, so that such
 * a mark is asked about without its make.
 */
const sharedMake = (make: string | null): string | null => (make !== null && findMake(make) ? make : null)

const readingsOf = (skeleton: string | null): string[] => openSkeletons(skeleton, MOST_READINGS).filter(isClear)

/** Without its make a mark needs a length that belongs to few firearms. */
const alone = (mark: string): Uint8Array[] => ([...mark].length < SHORTEST_MARK_ALONE ? [] : [markAloneToken(mark)])

/** Under which tokens a record is published. None where nothing legible stands, or more readings are open than are taken. */
export function publishedTokens({ norm, skeleton, make }: LookedUpMark): TokensByKind {
  const known = sharedMake(make)
  const readings = known === null ? [] : readingsOf(skeleton)
  const damaged = known === null || readings.length === 0 ? [] : damagedTokens(known, readings)
  if (!isClear(norm) || !isClear(skeleton)) return { exact: [], skeleton: [], damaged, mark_alone: [] }
  if (known === null) return { exact: [], skeleton: [], damaged: [], mark_alone: alone(norm) }
  return {
    exact: [markToken('exact', known, norm)],
    skeleton: [markToken('skeleton', known, skeleton)],
    damaged,
    mark_alone: alone(norm),
  }
}

export interface AskedTokens {
  readonly kind: LookUpKind
  readonly tokens: readonly Uint8Array[]
}

/** As what a mark is asked about: the mark decides, and it is asked for `bySkeleton` where it is clear. Null: it cannot be. */
export function askedTokens(mark: LookedUpMark, bySkeleton: boolean): AskedTokens | null {
  const { exact, skeleton, damaged, mark_alone } = publishedTokens(mark)
  const choices: readonly AskedTokens[] = [
    ...(bySkeleton ? [{ kind: 'skeleton', tokens: skeleton } as const] : []),
    { kind: 'exact', tokens: exact },
    { kind: 'damaged', tokens: damaged },
    { kind: 'mark_alone', tokens: mark_alone },
  ]
  return choices.find(({ tokens }) => tokens.length > 0) ?? null
}
