import { chancesFrom } from '../../../server/src/demonstration/random.ts'
import { drawerOf, seedOf } from './draw.ts'

/** A shape of serials, every letter written `A` and every digit `9`, with its share of the make's firearms. */
export type ShapeShare = readonly [shape: string, share: number]

/** Counted in published seizure records of two states, 2017 to 2023; what is left of 100 has no usual shape. */
const COUNTED: Readonly<Record<string, string>> = {
  taurus: 'AAA99999 50,AA999999 13,999999 12,9999999 8,AA99999 7',
  rossi: 'A999999 58,999999 14,AA999999 10',
  glock: 'AAAA999 58,AAA999 38',
  imbel: '999999 39,AAA99999 39,99999 20',
  colt: 'A9999999 59,999999 12,AA999999 9',
  smith_wesson: '999999 54,99999 17,AAA9999 11,A999999 9',
  bersa: 'A99999 55,999999 31',
  cbc: '99999 30,AAA9999999 28,999999 28',
  fn: '999999 52,99999 44',
  beretta: 'A99999 50,99999 17,A99999A 12,AA99999 9',
  cz: 'A999999 60,99999 14,A9999 8',
  girsan: 'A99999 78',
  boito: '999999 31,A9999999 27,A99999999 19',
  canik: 'A999999 21,99AA99999 13,999AA99999 9',
}

/** What makes that were not counted draw from, with the weight of each shape. */
const USUAL: readonly ShapeShare[] = [
  ['999999', 18],
  ['A999999', 16],
  ['AA999999', 12],
  ['AAA99999', 12],
  ['A99999', 10],
  ['99999', 8],
  ['9999999', 8],
  ['AA99999', 8],
  ['A9999999', 7],
  ['AAA9999', 6],
  ['AAA999999', 4],
  ['AA9999999', 4],
  ['99AA99999', 3],
]
const drawUsual = drawerOf(USUAL.map(([, weight]) => weight))
/** One to four shapes and what each has of a hundred firearms. */
const SHARES: readonly (readonly number[])[] = [[100], [70, 30], [60, 28, 12], [50, 25, 15, 10]]

/** The shapes of a make's serials, by its code. */
export function shapesOf(make: string): readonly ShapeShare[] {
  const counted = COUNTED[make]
  if (counted) {
    return counted.split(',').map((pair) => {
      const [shape, share] = pair.split(' ')
      return [shape!, Number(share)]
    })
  }
  const chances = chancesFrom(seedOf(make))
  const shapes = new Set<string>()
  const shares = chances.pick(SHARES)
  while (shapes.size < shares.length) shapes.add(USUAL[drawUsual(chances)]![0])
  return [...shapes].map((shape, position) => [shape, shares[position]!])
}
