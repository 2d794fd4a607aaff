import type { Agreement, DegreeShares, LearnedAgreement, WordAgreement } from '../model.ts'
import type { Degree } from '../word-degrees.ts'

/** Of start values, which know agreement alone: how much of it is a broader word, and of the rest a neighbour. */
const BROADER = 0.05
const NEIGHBOUR = 0.1

function parted(same: number): Record<Degree, number> {
  const [agreeing, differing] = [same, 1 - same]
  return {
    same: agreeing * (1 - BROADER),
    compatible: agreeing * BROADER,
    near: differing * NEIGHBOUR,
    differs: differing * (1 - NEIGHBOUR),
  }
}

/** Start values by degrees, so that what is learned can be shrunk towards them. */
function degreesOf({ m, u }: Agreement): DegreeShares {
  const [mine, others] = [parted(m), parted(u)]
  // A broader word and a neighbour say half of what the same and the excluding one do.
  const half = (one: number, other: number) => Math.sqrt(one * other)
  return {
    m: mine,
    u: { ...others, compatible: half(mine.compatible, others.compatible), near: half(mine.near, others.near) },
  }
}

const isLearned = (agreement: WordAgreement): agreement is LearnedAgreement => typeof agreement.m !== 'number'

/** What a model believes of a word, by degrees; beside what brings it, as anywhere where it does not tell. */
export function believedOf(agreement: WordAgreement): { readonly alone: DegreeShares; readonly beside: DegreeShares } {
  if (isLearned(agreement)) return { alone: agreement, beside: agreement.beside ?? agreement }
  const alone = degreesOf(agreement)
  return { alone, beside: alone }
}
