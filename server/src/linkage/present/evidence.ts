import type { Evidence } from '@proofmark/contract/schemas/find'
import type { ItemRead } from '@proofmark/domain/item'
import type { Line } from '@proofmark/matching/line'
import { localName, type Wording } from './wording.ts'

/** The sentences of a line, with the record's own words in the reader's language where there are such. */
function textOf({ field, message, more = [] }: Line, item: ItemRead, wording: Wording): string {
  const { say, isolate = (parameters) => parameters } = wording
  const name = localName(field, item, wording)
  return [message, ...more]
    .map(({ id, parameters }) => say(id, isolate(name === null ? parameters : { ...parameters, record: name })))
    .reduce((first, second) => say('evidence.both', { first, second }))
}

/** The lines of a balance in the reader's words; `item` is the record that was found. */
export const presentEvidence = (lines: readonly Line[], item: ItemRead, wording: Wording): Evidence[] =>
  lines.map((line) => ({ field: line.field, bits: line.bits, text: textOf(line, item, wording) }))
