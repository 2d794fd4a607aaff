import type { UnnumberedAnswer } from '@proofmark/contract/schemas/unnumbered'
import { sumOfBits } from '@proofmark/matching/balance'
import { presentItem } from '../../records/present/item.ts'
import type { Unnumbered } from '../commands/list-unnumbered.ts'
import { presentEvidence } from './evidence.ts'
import type { Wording } from './wording.ts'

/** What a reader sees of records without a number that may be of one firearm with another such record. */
export function presentUnnumbered({ candidates, ...found }: Unnumbered, wording: Wording): UnnumberedAnswer {
  return {
    ...found,
    candidates: candidates.map(({ other, details, lines, judged }) => ({
      record: other.record,
      source: details.source,
      key: details.key,
      agency: details.agency,
      event: details.event,
      date: details.date,
      read: presentItem(other.item),
      bits: sumOfBits(lines),
      evidence: presentEvidence(lines, other.item, wording),
      judged,
    })),
  }
}
