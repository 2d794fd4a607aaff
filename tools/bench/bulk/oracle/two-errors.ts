import { FEWEST_LEFT } from '../../mix/damage-shares.ts'
import { LOST } from '../../mix/edits-between.ts'
import { agrees, isNear } from './agreement.ts'
import {
  confusablePositions,
  confusablesOf,
  confusedAt,
  confusionProbability,
  foldLookAlikes,
  lookAlikeOf,
  MOST_CONFUSED,
  selectionsOf,
  setProbability,
  weightOf,
} from './confusing.ts'
import { remaindersOf } from './dropping.ts'
import { editProbability } from './editing.ts'
import { PAIRS } from './error-pairs.ts'
import { lossProbability } from './losing.ts'

/** What of a dropped serial is left, and then has what `after` makes of it. */
function afterDrop(serial: string, read: string, after: (left: string, read: string) => number): number {
  if (read.length > serial.length || read.length < serial.length - 5) return 0
  let sum = 0
  for (const { text, probability } of remaindersOf(serial)) {
    if (Math.abs(text.length - read.length) > 1) continue
    const then = after(text, read)
    if (then > 0) sum += probability * then
  }
  return sum
}

/** A part of the serial left, and then confused. */
export const droppedThenConfused = (serial: string, read: string): number =>
  afterDrop(serial, read, confusionProbability)

/** Edited, and then confused: what was read is put back in all ways in which it may have been confused. */
export function editedThenConfused(serial: string, read: string): number {
  if (!isNear(foldLookAlikes(serial), foldLookAlikes(read))) return 0
  let sum = 0
  for (const positions of selectionsOf(confusablePositions(read), MOST_CONFUSED)) {
    const before = confusedAt(read, positions)
    const edited = editProbability(serial, before)
    if (edited > 0) sum += edited * confusionProbability(before, read)
  }
  return sum
}

/** Confused, and then lost: what is lost may have been confused too, and one that was not lost has to have been. */
function confusedThenLost(serial: string, read: string): number {
  if (serial.length !== read.length) return 0
  const seen: number[] = []
  const hidden: number[] = []
  for (let at = 0; at < serial.length; at++) {
    const character = serial[at]!
    if (read[at] === LOST) {
      if (weightOf(character) > 0) hidden.push(weightOf(character))
    } else if (read[at] !== character) {
      if (lookAlikeOf(character) !== read[at]) return 0
      seen.push(weightOf(character))
    }
  }
  if (seen.length === 0 || seen.length > MOST_CONFUSED) return 0
  const confusables = confusablesOf(serial)
  const more = [[], ...selectionsOf(hidden, MOST_CONFUSED - seen.length)]
  const confused = more.reduce((sum, weights) => sum + setProbability(confusables, [...seen, ...weights]), 0)
  return confused * lossProbability(read)
}

const lostOf = (left: string, read: string) => (agrees(left, read) ? lossProbability(read) : 0)

/**
 * How probable it is that one try to do two errors to a serial makes of it what was read. 0 where the try would not
 * count: where too little is left, or one error hides the other.
 */
export function twoErrorsOnce(serial: string, read: string): number {
  if (!read.includes(LOST)) {
    if (read.length < FEWEST_LEFT || isNear(serial, read)) return 0
    return (
      PAIRS.droppedEdited * afterDrop(serial, read, editProbability) +
      PAIRS.droppedConfused * droppedThenConfused(serial, read) +
      PAIRS.editedConfused * editedThenConfused(serial, read)
    )
  }
  if (agrees(serial, read)) return 0
  const edited = editProbability(serial, read)
  return (
    PAIRS.droppedLost * afterDrop(serial, read, lostOf) +
    (edited > 0 ? PAIRS.editedLost * edited * lossProbability(read) : 0) +
    PAIRS.confusedLost * confusedThenLost(serial, read)
  )
}
