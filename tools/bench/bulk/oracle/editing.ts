import { EDITS, TYPED_TWICE } from '../../mix/damage-shares.ts'
import { LOST } from '../../mix/edits-between.ts'
import { mistyped } from '../../mix/serial-damage.ts'
import { agreesBehind, agreesInFront, swapAgrees } from './agreement.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { probabilitiesOf } from './shares.ts'

const edits = probabilitiesOf(EDITS)
const mistypings = new Map<string, Distribution<string>>(
  [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((character) => [
    character,
    distributionOf((chances) => mistyped(character, chances)),
  ]),
)

/** How probable it is that a character that is mistyped becomes another; certain where the other is lost. */
export const mistypingProbability = (character: string, read: string): number =>
  read === LOST ? 1 : (mistypings.get(character)!.get(read) ?? 0)

/** How probable it is that a character put in beside another is this. */
export const insertionProbability = (beside: string, read: string): number =>
  read === LOST ? 1 : (beside === read ? TYPED_TWICE : 0) + (1 - TYPED_TWICE) * mistypingProbability(beside, read)

function unlikeNeighbours(serial: string): number {
  let unlike = 0
  for (let at = 1; at < serial.length; at++) if (serial[at] !== serial[at - 1]) unlike++
  return unlike
}

/** How probable it is that an edit cannot be done: two like characters were to change places. */
export const editFails = (serial: string): number => (unlikeNeighbours(serial) === 0 ? edits.transposition : 0)

function replaced(serial: string, read: string, front: number, behind: number): number {
  const { length } = serial
  let substituted = 0
  let swapped = 0
  for (let at = 0; at < length; at++) {
    if (front >= at && behind >= length - 1 - at) substituted += mistypingProbability(serial[at]!, read[at]!)
    if (at === 0 || front < at - 1 || behind < length - 1 - at) continue
    if (serial[at] !== serial[at - 1] && swapAgrees(serial, read, at)) swapped++
  }
  const transposed = swapped === 0 ? 0 : (edits.transposition * swapped) / unlikeNeighbours(serial)
  return (edits.substitution * substituted) / length + transposed
}

function shortened(serial: string, front: number, behind: number): number {
  const { length } = serial
  // Deleted can be what has all before it in front and all after it behind.
  const ways = Math.max(0, Math.min(front, length - 1) - Math.max(0, length - 1 - behind) + 1)
  return (edits.deletion * ways) / length
}

function lengthened(serial: string, read: string, front: number, behind: number): number {
  const { length } = serial
  let inserted = 0
  for (let gap = Math.max(0, length - behind); gap <= Math.min(front, length); gap++) {
    if (gap < length) inserted += insertionProbability(serial[gap]!, read[gap]!)
    if (gap > 0) inserted += insertionProbability(serial[gap - 1]!, read[gap]!)
  }
  return (edits.insertion * inserted) / (2 * length)
}

/**
 * How probable it is that one edit makes of a serial what was read. A lost character of what was read stands for any: all
 * that it can be is summed.
 */
export function editProbability(serial: string, read: string): number {
  const longer = read.length - serial.length
  if (longer < -1 || longer > 1) return 0
  const front = agreesInFront(serial, read)
  const behind = agreesBehind(serial, read)
  // Two that change places are the most that can differ.
  if (front + behind < Math.min(serial.length, read.length) - (longer === 0 ? 2 : 0)) return 0
  if (longer === 0) return replaced(serial, read, front, behind)
  return longer < 0 ? shortened(serial, front, behind) : lengthened(serial, read, front, behind)
}
