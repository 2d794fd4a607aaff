import type { Chances } from '../../../server/src/demonstration/random.ts'
import { casesOf, drawerOf } from './draw.ts'
import { editsBetween, LOST } from './edits-between.ts'
import { reformat } from './serial-format.ts'

/** What happened to a serial between the register and the recovery. */
export const DAMAGES = ['unchanged', 'confusable', 'edit', 'lost', 'dropped', 'reformatted', 'two_errors'] as const
export type Damage = (typeof DAMAGES)[number]

const FEWEST_LEFT = 3

/** Pairs as often as they were seen confused when one firearm was recorded twice. */
const CONFUSED: readonly (readonly [one: string, other: string, weight: number])[] = [
  ['0', 'O', 123],
  ['1', 'I', 5],
  ['5', 'S', 4],
  ['8', 'B', 2],
  ['2', 'Z', 2],
  ['6', 'G', 1],
]
const confusedWith = new Map(
  CONFUSED.flatMap(([one, other, weight]) => [
    [one, { other, weight }],
    [other, { other: one, weight }],
  ]),
)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const isDigit = (character: string) => character >= '0' && character <= '9'

/** The serial with `instead` characters from `position` on replaced. */
const put = (serial: string, position: number, characters: string, instead: number) =>
  serial.slice(0, position) + characters + serial.slice(position + instead)

const positionsOf = (serial: string) => Array.from({ length: serial.length }, (_, position) => position)

const drawConfusions = casesOf({ '1': 70, '2': 22, '3': 8 })

/** One to three characters as markings and clerks confuse them; null where none is confusable. */
function confuse(serial: string, chances: Chances): string | null {
  const weights = [...serial].map((character) => confusedWith.get(character)?.weight ?? 0)
  let confused = serial
  for (let count = Number(drawConfusions(chances)); count > 0 && weights.some((weight) => weight > 0); count--) {
    const position = drawerOf(weights)(chances)
    confused = put(confused, position, confusedWith.get(serial[position]!)!.other, 1)
    weights[position] = 0
  }
  return confused === serial ? null : confused
}

/** What a character is mistyped as: mostly one of its own kind, never one that it is confused with. */
function mistyped(character: string, chances: Chances): string {
  const digit = isDigit(character) === chances.happens(0.9)
  for (;;) {
    const drawn = digit ? String(chances.below(10)) : LETTERS[chances.below(LETTERS.length)]!
    if (drawn !== character && drawn !== confusedWith.get(character)?.other) return drawn
  }
}

const drawEdit = casesOf({ substitution: 42, insertion: 18, deletion: 22, transposition: 18 })

/** One substitution, insertion, deletion or transposition; null where two like characters were to change places. */
function edit(serial: string, chances: Chances): string | null {
  const kind = drawEdit(chances)
  const position = chances.below(serial.length)
  const character = serial[position]!
  if (kind === 'substitution') return put(serial, position, mistyped(character, chances), 1)
  if (kind === 'deletion') return put(serial, position, '', 1)
  if (kind === 'insertion') {
    const inserted = chances.happens(0.5) ? character : mistyped(character, chances)
    return put(serial, position + chances.below(2), inserted, 0)
  }
  const unlike = positionsOf(serial).filter((at) => at > 0 && serial[at] !== serial[at - 1])
  if (unlike.length === 0) return null
  const second = chances.pick(unlike)
  return put(serial, second - 1, serial[second]! + serial[second - 1]!, 2)
}

const drawLost = casesOf({ '1': 45, '2': 30, '3': 15, '4': 10 })

/** One to four characters that cannot be read, in a run or scattered; never fewer than three are left. */
function lose(serial: string, chances: Chances): string | null {
  const count = Math.min(Number(drawLost(chances)), serial.length - FEWEST_LEFT)
  if (count < 1) return null
  if (chances.happens(0.6)) return put(serial, chances.below(serial.length - count + 1), LOST.repeat(count), count)
  const positions = positionsOf(serial)
  let left = serial
  for (let lost = 0; lost < count; lost++) {
    const [position] = positions.splice(chances.below(positions.length), 1)
    left = put(left, position!, LOST, 1)
  }
  return left
}

const drawDrop = casesOf({ letters: 40, first: 35, last: 25 })

/** The letters in front, the first one to three or the last one to two characters are missing. */
function drop(serial: string, chances: Chances): string | null {
  const kind = drawDrop(chances)
  const letters = /^[A-Z]*/.exec(serial)![0].length
  const count = kind === 'letters' ? letters || 1 : 1 + chances.below(kind === 'first' ? 3 : 2)
  const most = Math.min(count, serial.length - FEWEST_LEFT)
  if (most < 1) return null
  return kind === 'last' ? serial.slice(0, -most) : serial.slice(most)
}

const ERRORS = { dropped: drop, edit, confusable: confuse, lost: lose } as const
type SingleError = keyof typeof ERRORS
/** The order in which two errors happen: what is lost was there before. */
const ORDER = Object.keys(ERRORS) as SingleError[]
/** As often as each stands alone. */
const drawError = casesOf<SingleError>({ confusable: 15, edit: 15, lost: 9, dropped: 7 })
const ATTEMPTS = 100

/** Two different errors, both to be seen; null where they cannot happen together or one hides the other. */
function twoErrors(serial: string, chances: Chances): string | null {
  const first = drawError(chances)
  let second = drawError(chances)
  while (second === first) second = drawError(chances)
  const [earlier, later] = ORDER.filter((error) => error === first || error === second)
  const once = ERRORS[earlier!](serial, chances)
  const twice = once === null ? null : ERRORS[later!](once, chances)
  if (twice === null || twice.replaceAll(LOST, '').length < FEWEST_LEFT) return null
  return editsBetween(serial, twice) < (later === 'lost' ? 1 : 2) ? null : twice
}

const OTHER_DAMAGES = { edit: 15, lost: 9, dropped: 7, reformatted: 5, two_errors: 7 } as const
/**
 * O for 0 is by far the commonest confusion, so it falls on the serials, some 46 of a hundred, that have either. Over all
 * serials 42 of a hundred are unchanged and 15 confused.
 */
const drawWhereZero = casesOf<Damage>({ unchanged: 30, confusable: 27, ...OTHER_DAMAGES })
const drawElsewhere = casesOf<Damage>({ unchanged: 52, confusable: 5, ...OTHER_DAMAGES })

const BY_DAMAGE: Readonly<Record<Damage, (serial: string, chances: Chances) => string | null>> = {
  ...ERRORS,
  unchanged: (serial) => serial,
  reformatted: reformat,
  two_errors: twoErrors,
}

/** A registered serial damaged in a given way; null where it cannot be damaged so. */
export function damaged(serial: string, damage: Damage, chances: Chances): string | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = BY_DAMAGE[damage](serial, chances)
    if (result !== null) return result
  }
  return null
}

/** A registered serial as a recovery states it, by the shares of the mix. */
export function damageSerial(serial: string, chances: Chances): { readonly serial: string; readonly damage: Damage } {
  const damage = /[0O]/.test(serial) ? drawWhereZero(chances) : drawElsewhere(chances)
  const result = damaged(serial, damage, chances)
  return result === null ? { serial, damage: 'unchanged' } : { serial: result, damage }
}
