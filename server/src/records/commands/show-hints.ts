import type { MinimumField } from '@proofmark/contract/entry-fields'
import type { Hint } from '@proofmark/domain/hint'
import { itemHints } from '@proofmark/domain/hints'
import type { ItemRead } from '@proofmark/domain/item'
import type { Context } from '../../access/context.ts'
import { placeForEntry } from '../queries/entry-place.ts'
import { ownCountry } from '../queries/own-country.ts'
import { findTwins, type Twins } from '../queries/twins.ts'
import { missingOf } from '../rules/minimum-data-set.ts'
import { type EntrySaid, saidBy } from '../rules/read-entry.ts'
import { type RowProblem, readAssertion, type StatedDate } from '../rules/read-row.ts'
import { readStated } from '../rules/read-stated.ts'
import { recordId } from '../rules/record-id.ts'

export interface HintsInput extends EntrySaid {
  readonly source: string
  /** The entry that is being corrected; it is no twin of itself. */
  readonly entry?: string | undefined
}

interface DayInterval {
  readonly from: string | null
  readonly to: string | null
}

const daysOf = ({ from, to }: StatedDate): DayInterval => ({ from, to })

export interface ShownHints {
  readonly item: ItemRead
  readonly hints: readonly Hint[]
  /** The days between which it happened, until when it holds and when it was told; null where the entry is refused. */
  readonly dates: Readonly<Record<'date' | 'until' | 'reported', DayInterval>> | null
  /** What the entry would be refused for. */
  readonly problem: RowProblem | null
  readonly missing: readonly MinimumField[]
  readonly twins: Twins | null
}

/**
 * What the tables make of an entry before it is made: the item as read, what looks odd, what of the minimum data set is
 * missing, and how many records that the reader may see say the same. It writes nothing; where it tells of records, the
 * look is in the access log before it is answered. Throws `role_needed`, `source_unknown`, `not_your_agency`.
 */
export async function showHints(context: Context, input: HintsInput): Promise<ShownHints> {
  const { source, settings } = await placeForEntry(context, input.source, input.kind)
  const said = saidBy(input)
  const assertion = readAssertion(said.stated, settings)
  const item = readStated(said.stated, settings.rowKind, settings.vocabulary)
  const country = await ownCountry(context, source.agency.id)
  const own = input.entry === undefined ? null : recordId(context.recordSecret, source.id, input.entry)
  const twins = await findTwins(context, item, own)
  if (twins && twins.count > 0) {
    const { serial, make } = said.stated
    await context.audit({
      action: 'record.found',
      subjects: twins.records.map(({ record }) => record),
      body: { query: { serial, make }, candidates: twins.count },
    })
  }
  return {
    item,
    hints: itemHints(item, { country, today: settings.today }),
    dates:
      'reason' in assertion
        ? null
        : { date: daysOf(assertion.date), until: daysOf(assertion.until), reported: daysOf(assertion.reported) },
    problem: 'reason' in assertion ? assertion : null,
    missing: missingOf(said),
    twins,
  }
}
