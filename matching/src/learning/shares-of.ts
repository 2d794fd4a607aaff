import { BROUGHT_BY } from '../agreement.ts'
import type { Agreement, DamageShares, DegreeShares, LearnedAgreement, Shares, WordAgreement } from '../model.ts'
import { DEGREES, type Degree, type WordField } from '../word-degrees.ts'
import { believedOf } from './believed.ts'
import type { MarkKind } from './comparison.ts'
import { LEAST_SHARE, readable, shrunk, sumOf } from './shrunk.ts'
import type { Tally } from './tally.ts'

/** What was counted of pairs that are of one firearm, and of pairs taken at random. */
export interface Counted {
  readonly same: Tally
  readonly random: Tally
}

type Shared = Record<Degree, number>

const whole = (shares: Shared): Shared => {
  const sum = sumOf(Object.values(shares))
  return Object.fromEntries(DEGREES.map((degree) => [degree, readable(shares[degree] / sum)])) as Shared
}

/** Far more random pairs are counted than pairs of one firearm: a degree that neither met speaks as it did before. */
function asBelieved(
  { m, u }: DegreeShares,
  believed: DegreeShares,
  isUnmet: (degree: Degree) => boolean,
): DegreeShares {
  const [own, others] = [{ ...m }, { ...u }]
  for (const degree of DEGREES.filter(isUnmet)) {
    const ratio = believed.m[degree] / believed.u[degree]
    own[degree] = LEAST_SHARE * Math.max(1, ratio)
    others[degree] = LEAST_SHARE * Math.max(1, 1 / ratio)
  }
  return { m: whole(own), u: whole(others) }
}

function agreementOf(
  field: WordField,
  { same, random }: Counted,
  before: WordAgreement,
  strength: number,
): LearnedAgreement {
  const believed = believedOf(before)
  const learn = (place: 'alone' | 'beside') => {
    const [ofOne, ofTwo] = [same.words[field][place], random.words[field][place]]
    const m = shrunk(ofOne, believed[place].m, strength)
    const u = shrunk(ofTwo, believed[place].u, strength)
    const isUnmet = (degree: Degree) => ofOne[degree] < 1 && ofTwo[degree] === 0
    return DEGREES.every(isUnmet) ? { m, u } : asBelieved({ m, u }, believed[place], isUnmet)
  }
  return { ...learn('alone'), beside: BROUGHT_BY[field] ? learn('beside') : null }
}

function yearOf({ same, random }: Counted, { year }: Shares, strength: number): Shares['year'] {
  const learn = (tally: Tally, side: keyof Agreement) => {
    const [equal, near] = [year[side], year.near[side]]
    return shrunk(tally.year, { same: equal, near, differs: 1 - equal - near }, strength)
  }
  const [m, u] = [learn(same, 'm'), learn(random, 'u')]
  return { m: m.same, u: u.same, near: { m: m.near, u: u.near } }
}

/** Of several things at once no more than their own shares would make it, and not hopelessly less. */
const FURTHER = { least: 0.05, most: 1 } as const
const MOST_KEPT = 0.97

const DAMAGES: readonly MarkKind[] = ['confused', 'substituted', 'more_or_less', 'transposed', 'front', 'back']

function furtherOf(mark: Readonly<Record<MarkKind, number>>, clear: number, before: DamageShares, strength: number) {
  const damaged = sumOf(DAMAGES.map((kind) => mark[kind])) / Math.max(1, clear)
  // Two things at once, if the second were as likely as the first.
  const expected = (clear * damaged * damaged) / 2
  const weak = strength / 10
  const share = (mark.several + weak * before.further) / (expected + weak)
  return readable(Math.min(FURTHER.most, Math.max(FURTHER.least, share)))
}

function markOf({ same: { mark } }: Counted, before: DamageShares, strength: number): DamageShares {
  const single: Readonly<Partial<Record<MarkKind, number>>> = {
    kept: before.kept,
    confused: before.confused,
    substituted: before.substituted,
    more_or_less: before.added + before.leftOut,
    transposed: before.transposed,
    front: before.frontMissing,
    back: before.backMissing,
    zeros: before.zeros,
    embedded: before.embedded,
    script: before.byOtherScript,
    turned: before.turned,
  }
  const believed = { ...single, several: 1 - sumOf(Object.values(single)) } as Record<MarkKind, number>
  const shares = shrunk(mark, believed, strength)
  // Two readings do not tell which is the damaged one, nor so whether a character was added or left out.
  const added = before.added / (before.added + before.leftOut)
  const { lost: kept, lost_and_more: harmed } = mark
  const lost = shrunk({ kept, harmed }, { kept: before.keptWhereLost, harmed: 1 - before.keptWhereLost }, strength)
  const clear = sumOf(Object.keys(believed).map((kind) => mark[kind as MarkKind]))
  return {
    ...before,
    kept: Math.min(MOST_KEPT, shares.kept),
    confused: shares.confused,
    substituted: shares.substituted,
    added: readable(shares.more_or_less * added),
    leftOut: readable(shares.more_or_less * (1 - added)),
    transposed: shares.transposed,
    frontMissing: shares.front,
    backMissing: shares.back,
    zeros: shares.zeros,
    embedded: shares.embedded,
    byOtherScript: shares.script,
    turned: shares.turned,
    keptWhereLost: Math.min(MOST_KEPT, lost.kept),
    further: furtherOf(mark, clear, before, strength),
  }
}

/**
 * The shares by what was counted, shrunk towards those of before, which count like `strength` pairs. What two records
 * cannot tell (numbers of another firearm, on which part a number stands) stays as it was, and so do places, roles that are
 * crossed and the order of events: too few pairs tell of them.
 */
export function sharesOf(counted: Counted, before: Shares, strength: number): Shares {
  const learn = (field: WordField, agreement: WordAgreement) => agreementOf(field, counted, agreement, strength)
  return {
    mark: markOf(counted, before.mark, strength),
    make: learn('make', before.make),
    ...(before.importer && { importer: learn('importer', before.importer) }),
    model: learn('model', before.model),
    calibre: learn('calibre', before.calibre),
    type: learn('type', before.type),
    country: learn('country', before.country),
    year: yearOf(counted, before, strength),
    place: before.place,
    ...(before.crossed && { crossed: before.crossed }),
    ...(before.toldPlace && { toldPlace: before.toldPlace }),
    ...(before.order && { order: before.order }),
  }
}
