import { EDITS, FEWEST_LEFT } from '../../mix/damage-shares.ts'
import { LOST } from '../../mix/edits-between.ts'
import {
  type Confusables,
  confusablePositions,
  confusablesOf,
  lookAlikeOf,
  MOST_CONFUSED,
  selectionsOf,
  setProbability,
  weightOf,
} from './confusing.ts'
import { remaindersOf } from './dropping.ts'
import { editFails, editProbability, insertionProbability, mistypingProbability } from './editing.ts'
import { PAIRS } from './error-pairs.ts'
import { coverProbability } from './losing.ts'
import { probabilitiesOf } from './shares.ts'
import { droppedThenConfused, editedThenConfused } from './two-errors.ts'

const edits = probabilitiesOf(EDITS)
const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const replacedAt = (text: string, at: number, by: string, instead = 1) =>
  text.slice(0, at) + by + text.slice(at + instead)
const positionsOf = (text: string) => Array.from({ length: text.length }, (_, position) => position)
const unlikeOf = (text: string) => positionsOf(text).filter((at) => at > 0 && text[at] !== text[at - 1])
const swappedAt = (text: string, at: number) => replacedAt(text, at - 1, text[at]! + text[at - 1]!, 2)
const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((sum, item) => sum + of(item), 0)

const hasLookAlikesTogether = (serial: string) =>
  unlikeOf(serial).some((at) => lookAlikeOf(serial[at]!) === serial[at - 1])

/** The serial and all that is one edit away from it. */
function nearOf(serial: string): string[] {
  const near = new Set(unlikeOf(serial).map((at) => swappedAt(serial, at)))
  for (const at of positionsOf(`${serial} `)) {
    for (const character of CHARACTERS) {
      near.add(replacedAt(serial, at, character, 0))
      if (at < serial.length) near.add(replacedAt(serial, at, character))
    }
    if (at < serial.length) near.add(replacedAt(serial, at, ''))
  }
  return [...near]
}

/** Of a serial with one end dropped, how probable it is that an edit leaves it at most one edit from the serial. */
function dropMended(serial: string, left: string): number {
  if (serial.length - left.length > 2) return 0
  const shorter = new Set(positionsOf(serial).map((at) => replacedAt(serial, at, '')))
  // A lost character stands for all, the serial's own among them, which is counted once.
  return (
    sumOf(positionsOf(serial), (at) => editProbability(left, replacedAt(serial, at, LOST))) -
    (serial.length - 1) * editProbability(left, serial) +
    sumOf(unlikeOf(serial), (at) => editProbability(left, swappedAt(serial, at))) +
    sumOf([...shorter], (text) => editProbability(left, text))
  )
}

/** A deletion of a remainder of the fewest characters leaves too few. */
function droppedEditedFails(serial: string): number {
  return sumOf(remaindersOf(serial), ({ text, probability }) => {
    const tooFew = text.length === FEWEST_LEFT ? edits.deletion : 0
    return probability * (tooFew + editFails(text) + dropMended(serial, text))
  })
}

function droppedConfusedFails(serial: string): number {
  const nothingThere = sumOf(remaindersOf(serial), ({ text, probability }) =>
    confusablesOf(text).count === 0 ? probability : 0,
  )
  const hidden = hasLookAlikesTogether(serial) ? sumOf(nearOf(serial), (read) => droppedThenConfused(serial, read)) : 0
  return nothingThere + hidden
}

const droppedLostFails = (serial: string) =>
  sumOf(remaindersOf(serial), ({ text, probability }) => (text.length <= FEWEST_LEFT ? probability : 0))

/** Of an edited serial, how probable it is that nothing can be confused, or that just one of these characters is. */
function confusionHides(edited: Confusables, weights: readonly number[]): number {
  if (edited.count === 0) return 1
  return sumOf(weights, (weight) => (weight > 0 ? setProbability(edited, [weight]) : 0))
}

const withOne = ({ count, total }: Confusables, weight: number, sign: 1 | -1): Confusables =>
  weight > 0 ? { count: count + sign, total: total + sign * weight } : { count, total }

/** The characters like one put in at a gap, in a row with it: each confused alone is but one character put in. */
function likeBeside(serial: string, gap: number, character: string): number {
  let like = 1
  for (let at = gap; at < serial.length && serial[at] === character; at++) like++
  for (let at = gap - 1; at >= 0 && serial[at] === character; at--) like++
  return like
}

function insertedConfusedFails(serial: string, all: Confusables): number {
  let sum = 0
  for (let gap = 0; gap <= serial.length; gap++) {
    for (const character of CHARACTERS) {
      const weight = weightOf(character)
      if (weight === 0 && all.count > 0) continue
      const likes: number[] = Array(likeBeside(serial, gap, character)).fill(weight)
      const beside = [serial[gap], serial[gap - 1]].filter((one) => one !== undefined)
      const inserted = sumOf(beside, (one) => insertionProbability(one, character)) / (2 * serial.length)
      sum += inserted * confusionHides(withOne(all, weight, 1), likes)
    }
  }
  return sum
}

function substitutedConfusedFails(serial: string, all: Confusables): number {
  return sumOf([...serial], (character) => {
    const others = withOne(all, weightOf(character), -1)
    const hidden = sumOf(CHARACTERS, (other) => {
      const weight = weightOf(other)
      if (weight === 0 && others.count > 0) return 0
      return mistypingProbability(character, other) * confusionHides(withOne(others, weight, 1), [weight])
    })
    return hidden / serial.length
  })
}

/** Look-alikes that change places and are then confused are as before. */
function transposedConfusedFails(serial: string, all: Confusables): number {
  const unlike = unlikeOf(serial)
  if (unlike.length === 0) return 1
  const hidden = sumOf(unlike, (at) => {
    const weight = weightOf(serial[at]!)
    const alike = lookAlikeOf(serial[at]!) === serial[at - 1] ? [weight, weight] : []
    return confusionHides(all, alike) + setProbability(all, alike)
  })
  return hidden / unlike.length
}

/**
 * Exact but for a few in a million: left out is that a look-alike of its neighbour is put in and both are confused. Where
 * look-alikes stand together, and an edit and a confusion near it may be one edit in many ways, all are gone through.
 */
function editedConfusedFails(serial: string, all: Confusables): number {
  if (hasLookAlikesTogether(serial)) return sumOf(nearOf(serial), (read) => editedThenConfused(serial, read))
  const deleted = sumOf([...serial], (character) => confusionHides(withOne(all, weightOf(character), -1), []))
  return (
    edits.substitution * substitutedConfusedFails(serial, all) +
    edits.insertion * insertedConfusedFails(serial, all) +
    (edits.deletion * deleted) / serial.length +
    edits.transposition * transposedConfusedFails(serial, all)
  )
}

function editedLostFails(serial: string): number {
  const { length } = serial
  const unlike = unlikeOf(serial)
  const substituted = sumOf(positionsOf(serial), (at) => coverProbability(length, [at])) / length
  const swapped = sumOf(unlike, (at) => coverProbability(length, [at - 1, at])) / Math.max(unlike.length, 1)
  const deleted = length - 1 <= FEWEST_LEFT ? 1 : 0
  return (
    edits.substitution * substituted +
    edits.deletion * deleted +
    edits.transposition * (unlike.length === 0 ? 1 : swapped)
  )
}

function confusedLostFails(serial: string, all: Confusables): number {
  if (all.count === 0) return 1
  return sumOf(selectionsOf(confusablePositions(serial), MOST_CONFUSED), (positions) => {
    const weights = positions.map((position) => weightOf(serial[position]!))
    return setProbability(all, weights) * coverProbability(serial.length, positions)
  })
}

/**
 * How probable it is that one try to do two errors to a serial fails: that they cannot be done, leave too little or hide
 * one another.
 */
export function twoErrorsFail(serial: string): number {
  const all = confusablesOf(serial)
  return (
    PAIRS.droppedEdited * droppedEditedFails(serial) +
    PAIRS.droppedConfused * droppedConfusedFails(serial) +
    PAIRS.droppedLost * droppedLostFails(serial) +
    PAIRS.editedConfused * editedConfusedFails(serial, all) +
    PAIRS.editedLost * editedLostFails(serial) +
    PAIRS.confusedLost * confusedLostFails(serial, all)
  )
}
