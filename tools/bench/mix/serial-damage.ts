import type { Chances } from '../../../server/src/demonstration/random.ts'
import {
  ATTEMPTS,
  CONFUSED,
  CONFUSIONS,
  type Damage,
  DROPS,
  EDITS,
  ELSEWHERE,
  FEWEST_LEFT,
  IN_A_RUN,
  LOSSES,
  MOST_DROPPED,
  SAME_KIND,
  SINGLE_ERRORS,
  TYPED_TWICE,
  WHERE_ZERO,
} from './damage-shares.ts'
import { casesOf, drawerOf, repeated } from './draw.ts'
import { editsBetween, LOST } from './edits-between.ts'
import { reformat } from './serial-format.ts'

export { DAMAGES, type Damage } from './damage-shares.ts'

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

const drawConfusions = casesOf(CONFUSIONS)

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
export function mistyped(character: string, chances: Chances): string {
  const digit = isDigit(character) === chances.happens(SAME_KIND)
  const attempt = (attempted: Chances) => {
    const drawn = digit ? String(attempted.below(10)) : LETTERS[attempted.below(LETTERS.length)]!
    return drawn === character || drawn === confusedWith.get(character)?.other ? null : drawn
  }
  return repeated(attempt, chances)!
}

const drawEdit = casesOf(EDITS)

/** One substitution, insertion, deletion or transposition; null where two like characters were to change places. */
function edit(serial: string, chances: Chances): string | null {
  const kind = drawEdit(chances)
  const position = chances.below(serial.length)
  const character = serial[position]!
  if (kind === 'substitution') return put(serial, position, mistyped(character, chances), 1)
  if (kind === 'deletion') return put(serial, position, '', 1)
  if (kind === 'insertion') {
    const inserted = chances.happens(TYPED_TWICE) ? character : mistyped(character, chances)
    return put(serial, position + chances.below(2), inserted, 0)
  }
  const unlike = positionsOf(serial).filter((at) => at > 0 && serial[at] !== serial[at - 1])
  if (unlike.length === 0) return null
  const second = chances.pick(unlike)
  return put(serial, second - 1, serial[second]! + serial[second - 1]!, 2)
}

const drawLost = casesOf(LOSSES)

/** One to four characters that cannot be read, in a run or scattered; never fewer than three are left. */
function lose(serial: string, chances: Chances): string | null {
  const count = Math.min(Number(drawLost(chances)), serial.length - FEWEST_LEFT)
  if (count < 1) return null
  if (chances.happens(IN_A_RUN)) return put(serial, chances.below(serial.length - count + 1), LOST.repeat(count), count)
  const positions = positionsOf(serial)
  let left = serial
  for (let lost = 0; lost < count; lost++) {
    const [position] = positions.splice(chances.below(positions.length), 1)
    left = put(left, position!, LOST, 1)
  }
  return left
}

const drawDrop = casesOf(DROPS)

/** The letters in front, the first one to three or the last one to two characters are missing. */
function drop(serial: string, chances: Chances): string | null {
  const kind = drawDrop(chances)
  const letters = /^[A-Z]*/.exec(serial)![0].length
  const count = kind === 'letters' ? letters || 1 : 1 + chances.below(MOST_DROPPED[kind])
  const most = Math.min(count, serial.length - FEWEST_LEFT)
  if (most < 1) return null
  return kind === 'last' ? serial.slice(0, -most) : serial.slice(most)
}

const ERRORS = { dropped: drop, edit, confusable: confuse, lost: lose } as const
type SingleError = keyof typeof ERRORS
/** The order in which two errors happen: what is lost was there before. */
const ORDER = Object.keys(ERRORS) as SingleError[]
const drawError = casesOf<SingleError>(SINGLE_ERRORS)

/** Two different errors, both to be seen; null where they cannot happen together or one hides the other. */
function twoErrors(serial: string, chances: Chances): string | null {
  const first = drawError(chances)
  const another = (attempted: Chances) => {
    const drawn = drawError(attempted)
    return drawn === first ? null : drawn
  }
  const second = repeated(another, chances)!
  const [earlier, later] = ORDER.filter((error) => error === first || error === second)
  const once = ERRORS[earlier!](serial, chances)
  const twice = once === null ? null : ERRORS[later!](once, chances)
  if (twice === null || twice.replaceAll(LOST, '').length < FEWEST_LEFT) return null
  return editsBetween(serial, twice) < (later === 'lost' ? 1 : 2) ? null : twice
}

const drawWhereZero = casesOf<Damage>(WHERE_ZERO)
const drawElsewhere = casesOf<Damage>(ELSEWHERE)

const BY_DAMAGE: Readonly<Record<Damage, (serial: string, chances: Chances) => string | null>> = {
  ...ERRORS,
  unchanged: (serial) => serial,
  reformatted: reformat,
  two_errors: twoErrors,
}

/** A registered serial damaged in a given way; null where it cannot be damaged so. */
export const damaged = (serial: string, damage: Damage, chances: Chances): string | null =>
  repeated((attempted) => BY_DAMAGE[damage](serial, attempted), chances, ATTEMPTS)

/** A registered serial as a recovery states it, by the shares of the mix. */
export function damageSerial(serial: string, chances: Chances): { readonly serial: string; readonly damage: Damage } {
  const damage = /[0O]/.test(serial) ? drawWhereZero(chances) : drawElsewhere(chances)
  const result = damaged(serial, damage, chances)
  return result === null ? { serial, damage: 'unchanged' } : { serial: result, damage }
}
