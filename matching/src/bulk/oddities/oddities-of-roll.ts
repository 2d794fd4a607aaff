import type { Roll } from '../roll.ts'
import { formatChange } from './format-change.ts'
import { oddCaseNumbers, oddCommonMarks, oddMissingMarks } from './odd-marks.ts'
import { oddWords } from './odd-words.ts'
import { counted, type Oddity } from './oddity.ts'
import { recordHashes, repeats } from './row-hashes.ts'

/** Of a list of records so many may stand there twice without being told. */
const USUAL_REPEATS = 0.01
const FEWEST_REPEATS = 20

function repeatedRecords(roll: Roll): Oddity[] {
  const again = repeats(recordHashes(roll), 1).reduce((sum, { count }) => sum + count - 1, 0)
  return again >= FEWEST_REPEATS && again > USUAL_REPEATS * roll.length
    ? [{ kind: 'repeated_records', ...counted(again, roll.length) }]
    : []
}

/** What is odd about the records of a roll, before anything is matched. One pass over it for each question, in bounded memory. */
export function odditiesOfRoll(roll: Roll): Oddity[] {
  if (roll.length === 0) return [{ kind: 'no_records' }]
  return [
    ...oddMissingMarks(roll),
    ...oddCommonMarks(roll),
    ...oddCaseNumbers(roll),
    ...formatChange(roll),
    ...oddWords(roll),
    ...repeatedRecords(roll),
  ]
}

/** Identifiers that are given more than once, which a roll does not hold. */
export function repeatedIdentifiers(identifiers: Iterable<string>): Oddity[] {
  const seen = new Set<string>()
  let [all, again] = [0, 0]
  for (const identifier of identifiers) {
    all++
    if (seen.has(identifier)) again++
    else seen.add(identifier)
  }
  return again === 0 ? [] : [{ kind: 'repeated_identifiers', ...counted(again, all) }]
}
