import { type Chances, chancesFrom } from '../../../server/src/demonstration/random.ts'
import { drawerOf, shuffled } from '../mix/draw.ts'
import { duplicateOf } from './duplicate.ts'
import type { Person, PersonProblem } from './person.ts'

const ONSETS = ['b', 'br', 'c', 'cl', 'd', 'f', 'g', 'gr', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'w']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ee']
const ENDS = ['', 'n', 'r', 's', 'l', 'th', 'ck', 'm', 'nd', 'x']
const STREETS = ['street', 'place', 'crescent', 'circuit', 'close', 'avenue', 'drive', 'court']
const STATES = ['nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'act', 'nt']
const STATE_WEIGHTS = [33, 26, 20, 10, 8, 2, 2, 1]
/** How often a field of an original is missing. */
const MISSING: Readonly<Partial<Record<keyof Person, number>>> = {
  given_name: 0.02,
  street_number: 0.03,
  address_1: 0.02,
  address_2: 0.15,
  suburb: 0.01,
  state: 0.01,
  date_of_birth: 0.02,
}
const FIRST_DAY = Date.UTC(1900, 0, 1)
const DAYS = 36_524
const DAY_MS = 86_400_000

/** Invented words, drawn as names are: the n-th is n times as rare as the first. */
function namesOf(count: number, syllables: number, chances: Chances): (chances: Chances) => string {
  const syllable = () => chances.pick(ONSETS) + chances.pick(VOWELS) + chances.pick(ENDS)
  const names = new Set<string>()
  while (names.size < count) names.add(Array.from({ length: syllables }, syllable).join(''))
  const list = [...names]
  const draw = drawerOf(list.map((_, at) => 1 / (at + 10)))
  return (one) => list[draw(one)]!
}

/**
 * A remake of Febrl's `dataset4`: 5,000 originals, one duplicate of each, at most two modifications in a field and four in a
 * record. The damage is drawn by the probabilities that the generator publishes (Christen 2005, `generate.py`); the names
 * are invented, the tables of misspellings are not there, so that this is not the published file.
 */
export function makePersons(count: number, seed: number): PersonProblem {
  const chances = chancesFrom(seed)
  const [given, surname, street, house, suburb] = [
    namesOf(600, 2, chances),
    namesOf(3_000, 2, chances),
    namesOf(1_500, 2, chances),
    namesOf(1_500, 3, chances),
    namesOf(1_200, 2, chances),
  ]
  const state = drawerOf(STATE_WEIGHTS)
  const draw = (): Person => ({
    given_name: given(chances),
    surname: surname(chances),
    street_number: String(1 + Math.floor(300 * chances.next() ** 3)),
    address_1: `${street(chances)} ${chances.pick(STREETS)}`,
    address_2: house(chances),
    suburb: suburb(chances),
    postcode: String(2_000 + chances.below(2_500)),
    state: STATES[state(chances)]!,
    date_of_birth: new Date(FIRST_DAY + DAY_MS * chances.below(DAYS)).toISOString().slice(0, 10).replaceAll('-', ''),
    soc_sec_id: String(1_000_000 + chances.below(8_999_999)),
  })
  const original = (): Person => {
    const drawn = draw()
    const kept = Object.entries(drawn).map(([field, value]) => {
      const missing = MISSING[field as keyof Person] ?? 0
      return [field, chances.happens(missing) ? '' : value]
    })
    return Object.fromEntries(kept) as Person
  }
  const originals = Array.from({ length: count }, original)
  const truth = shuffled(
    originals.map((_, at) => at),
    chances,
  )
  return { originals, duplicates: truth.map((at) => duplicateOf(originals[at]!, draw, chances)), truth }
}
