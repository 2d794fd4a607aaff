import type { Balance } from '@proofmark/matching/balance'
import type { Pair } from './pair.ts'
import type { Verdict } from './standing-judgement.ts'
import { saidBy, type WeighedPair, type Weighing, weighPairs } from './weigh-pairs.ts'

/** Nobody's verdict: what is asked is what it would change. */
const supposed = (verdict: Verdict): Pair['judged'] => ({
  number: '0',
  about: 'firearm',
  kind: 'verdict',
  verdict,
  component: null,
  ofNumber: null,
  needsSecond: false,
  judgedBy: '',
  bulk: null,
  state: 'standing',
})

/**
 * The pairs of a neighbourhood as they would weigh if a person judged two of its records so: everything else stays as it
 * is, and rivals give way or come forward.
 */
export function weighedIf(
  { records, pairs, said, entries, balance }: Weighing & { readonly entries: number; readonly balance: Balance },
  ends: { readonly record: string; readonly other: string },
  verdict: Verdict,
): WeighedPair[] {
  const judged = new Map(pairs)
  const saidThen = new Map(said)
  for (const [one, other] of [
    [ends.record, ends.other],
    [ends.other, ends.record],
  ] as const) {
    const own = judged.get(one)
    if (!own) continue
    const changed = own.map((pair) =>
      pair.other === other ? { ...pair, judged: supposed(verdict), level: 'named' as const } : pair,
    )
    judged.set(one, changed)
    saidThen.set(one, new Map(saidBy(changed, records, entries, balance)))
  }
  return weighPairs({ records, pairs: judged, said: saidThen })
}
