import type { AddresseeRole, RouteReason } from '@proofmark/contract/trace-words'
import { answeringFor } from '@proofmark/domain/succession'

/** All that a route is chosen by. */
export interface RouteFacts {
  /** Has the search in the own state's registers come to its end? */
  readonly searchedAtHome: boolean
  readonly home: string | null
  /** The latest import mark on it. */
  readonly importMark: { readonly country: string; readonly year: number | null } | null
  readonly importer: string | null
  /** ISO 3166-1 alpha-2, or the code of a state that no longer exists. */
  readonly countryOfManufacture: string | null
  readonly year: { readonly from: number; readonly to: number } | null
  /** Where firearms under its make's name were made. */
  readonly plants: readonly string[]
  /** A reply says that it was exported there, to this importer. */
  readonly reExported: { readonly country: string; readonly importer: string | null } | null
  /** States that have answered already: whoever was asked is not asked the same again. */
  readonly asked: readonly string[]
}

export interface Proposal {
  readonly country: string | null
  readonly alternatives: readonly string[]
  readonly role: AddresseeRole | null
  readonly importer: string | null
  readonly reason: RouteReason
}

const AT_HOME: Proposal = { country: null, alternatives: [], role: null, importer: null, reason: 'national_first' }
const NOWHERE: Proposal = { ...AT_HOME, reason: 'nothing_known' }

const BECAUSE = {
  itself: 'country_of_manufacture',
  sole: 'successor_state',
  continuing: 'successor_state',
  maker: 'successor_of_maker',
  unknown: 'successor_unknown',
} as const satisfies Record<string, RouteReason>

/** Where no record says where it was made: the state in which alone its maker makes, or the states that may be meant. */
function toPlants(plants: readonly string[], asked: readonly string[]): Proposal {
  const open = plants.filter((each) => !asked.includes(each))
  const [sole] = open
  if (plants.length !== 1 || sole === undefined) return { ...NOWHERE, alternatives: open }
  return { country: sole, alternatives: [], role: 'manufacture', importer: null, reason: 'sole_plant' }
}

function toMaker({ countryOfManufacture, year, plants, asked }: RouteFacts): Proposal {
  if (countryOfManufacture === null) return toPlants(plants, asked)
  const { state, others, because } = answeringFor(countryOfManufacture, year?.from ?? null, plants)
  const alternatives = others.filter((each) => !asked.includes(each))
  return { country: state, alternatives, role: 'manufacture', importer: null, reason: BECAUSE[because] }
}

/**
 * Where a request is to go, and why: the search at home first; the importer of a confirmed re-export; the state of the
 * latest import mark, which shortens the chain; the country of manufacture, through what has become of it (MOSAIC 05.31).
 * An importer is never taken for the maker.
 */
export function proposeRoute(facts: RouteFacts): Proposal {
  const { reExported, importMark, importer, home, searchedAtHome, asked } = facts
  if (reExported !== null && !asked.includes(reExported.country))
    return {
      country: reExported.country,
      alternatives: [],
      role: 'last_import',
      importer: reExported.importer,
      reason: 'confirmed_re_export',
    }
  if (!searchedAtHome) return AT_HOME
  const usable = importMark !== null && importMark.country !== home && !asked.includes(importMark.country)
  const maker = toMaker(facts)
  if (!usable) return maker
  const alternatives = [maker.country, ...maker.alternatives].filter(
    (each): each is string => each !== null && each !== importMark.country,
  )
  return { country: importMark.country, alternatives, role: 'last_import', importer, reason: 'import_mark' }
}
