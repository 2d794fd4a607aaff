import type { Degree, WordField } from './word-degrees.ts'

/**
 * A model: what is taken to happen between a firearm and two descriptions of it. Frozen once it is used, so that bits
 * which were stored stay what they were; another model is another version.
 */

/** How often a field agrees in two records of one firearm (m) and of two (u). */
export interface Agreement {
  readonly m: number
  readonly u: number
}

/** The same by degrees, each side summing to one. */
export interface DegreeShares {
  readonly m: Readonly<Record<Degree, number>>
  readonly u: Readonly<Record<Degree, number>>
}

/** As learned. `beside` holds where the field that brings this one with it is the same: of a model its calibre. */
export interface LearnedAgreement extends DegreeShares {
  readonly beside: DegreeShares | null
}

export type WordAgreement = Agreement | LearnedAgreement

/**
 * Shares of what becomes of a serial between the item and a record of it. `kept` and the shares of what may befall it
 * sum to less than one: the rest is more than one at a time.
 */
export interface DamageShares {
  readonly kept: number
  readonly confused: number
  readonly substituted: number
  readonly added: number
  readonly leftOut: number
  readonly transposed: number
  readonly frontMissing: number
  readonly backMissing: number
  readonly zeros: number
  readonly embedded: number
  readonly byOtherScript: number
  readonly turned: number
  /** The record holds another firearm's number, or the item bears another than its own. */
  readonly unrelated: number
  /** Of marks of which characters are lost or doubtful: nothing else befell them. */
  readonly keptWhereLost: number
  /** How much rarer a second thing is than the first would make it; the same again for a third. */
  readonly further: number
  /** The number stands on the part that the field is for, where a record gives several. */
  readonly ownPart: number
}

/**
 * How often what two records tell is in an order that can be: `event` where one tells of a life's end or beginning and the
 * other of what cannot follow or precede it, `year` where one tells a year of manufacture.
 */
export interface OrderShares {
  readonly event: Agreement
  readonly year: Agreement
}

/** How often two records name one place: both of a recovery, or of whatever else befell a firearm. */
export interface ToldPlaceShares {
  readonly recoveries: Agreement
  readonly others: Agreement
}

/** What is taken to happen to each field. What an older model does not know of says nothing under it. */
export interface Shares {
  readonly mark: DamageShares
  readonly make: WordAgreement
  readonly importer?: WordAgreement
  /** How often the importer of one is written as the maker of the other. */
  readonly crossed?: Agreement
  readonly model: WordAgreement
  readonly calibre: WordAgreement
  readonly type: WordAgreement
  readonly country: WordAgreement
  readonly year: Agreement & { readonly near: Agreement }
  /** Of what is asked for, and of records that bear no number. */
  readonly place: Agreement
  /** Of two records whose events are known. */
  readonly toldPlace?: ToldPlaceShares
  readonly order?: OrderShares
}

export interface Model extends Shares {
  readonly version: string
  /** The chance that the firearm looked for is among the records at all. */
  readonly recorded: number
  /** Where the kinds of both sources are known, by `sourcePair`; the rest holds for every other pair, and for a search. */
  readonly between?: Readonly<Record<string, Shares>>
}

/**
 * Start values, used until a model has been learned and approved: for words those of DOMAIN 4.8, for marks the shares
 * with which one firearm's second record is damaged in seizure files. Of importer, order and place nothing was counted; they
 * are assumptions on the cautious side. Importers are few for each maker, and a firearm that is exported again has a second
 * one. Registers are moved and dated anew, and years are misstated, so that an order that cannot be speaks against a
 * pair, and not hopelessly. No model can know how many firearms one town sees, so that no place says much.
 */
export const START_MODEL: Model & Required<Shares> & { readonly [Field in WordField]: Agreement } = {
  version: 'start-4',
  recorded: 0.5,
  mark: {
    kept: 0.47,
    confused: 0.15,
    substituted: 0.063,
    added: 0.027,
    leftOut: 0.033,
    transposed: 0.027,
    frontMissing: 0.035,
    backMissing: 0.035,
    zeros: 0.01,
    embedded: 0.005,
    byOtherScript: 0.02,
    turned: 0.001,
    unrelated: 0.004,
    keptWhereLost: 0.9,
    further: 0.5,
    ownPart: 0.85,
  },
  make: { m: 0.96, u: 0.06 },
  importer: { m: 0.85, u: 0.25 },
  crossed: { m: 0.01, u: 0.006 },
  model: { m: 0.9, u: 0.02 },
  calibre: { m: 0.95, u: 0.14 },
  type: { m: 0.93, u: 0.3 },
  country: { m: 0.93, u: 0.2 },
  year: { m: 0.75, u: 0.035, near: { m: 0.17, u: 0.065 } },
  place: { m: 0.3, u: 0.03 },
  toldPlace: { recoveries: { m: 0.1, u: 0.05 }, others: { m: 0.05, u: 0.04 } },
  order: { event: { m: 0.98, u: 0.6 }, year: { m: 0.96, u: 0.75 } },
}
