import type { Agreement, LearnedAgreement, WordAgreement } from './model.ts'
import type { Degree, WordField } from './word-degrees.ts'

/** What brings a field with it: a model has its type and calibre, a maker its models, its importers and its country. */
export const BROUGHT_BY: Readonly<Partial<Record<WordField, WordField>>> = {
  importer: 'make',
  model: 'make',
  calibre: 'model',
  type: 'model',
  country: 'make',
}

export const agreeing = ({ m, u }: Agreement): number => Math.log2(m / u)
export const differing = ({ m, u }: Agreement): number => Math.log2((1 - m) / (1 - u))

const isLearned = (agreement: WordAgreement): agreement is LearnedAgreement => typeof agreement.m !== 'number'

/**
 * The bits of a degree. Where the model knows agreement alone, a broader word speaks for it half as loudly, and a
 * neighbour half as loudly against it. `beside`: what brings the field with it is the same.
 */
export function bitsOfDegree(degree: Degree, agreement: WordAgreement, beside: boolean): number {
  if (isLearned(agreement)) {
    const { m, u } = (beside ? agreement.beside : null) ?? agreement
    return Math.log2(m[degree] / u[degree])
  }
  if (degree === 'same') return agreeing(agreement)
  if (degree === 'compatible') return agreeing(agreement) / 2
  return degree === 'near' ? differing(agreement) / 2 : differing(agreement)
}
