import type { RecoveryRemark } from '@proofmark/contract/recovery-words'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { isZone } from '@proofmark/domain/time-zone'
import { isAhead } from './recovered-at.ts'

/** What somebody should look at; nothing is refused for it. */
export interface Remark {
  readonly kind: RecoveryRemark
  readonly exhibit: string | null
  readonly recovery: string | null
  readonly value: string
}

const remark = (kind: RecoveryRemark, value: string, exhibit: string | null = null): Remark => ({
  kind,
  exhibit,
  recovery: null,
  value,
})

/** Labels and seals that two exhibits of one recovery bear. */
function twice(form: RecoveryForm, field: 'number' | 'seal', kind: RecoveryRemark): Remark[] {
  const seen = new Set<string>()
  return form.exhibits.flatMap((each) => {
    const word = each[field]?.trim().toUpperCase()
    if (!word) return []
    if (seen.has(word)) return [remark(kind, each[field]!, each.exhibit)]
    seen.add(word)
    return []
  })
}

/**
 * Remarks on a recovery as it stands since a moment, with the exhibits in whose chain no seal stands, and on what was sent: exhibits that it
 * left out, and fields that no record could state.
 */
export function remarksOn(
  { form, at }: { readonly form: RecoveryForm; readonly at: Date },
  unsealed: ReadonlySet<string>,
  seen?: { readonly sent: RecoveryForm; readonly unread: ReadonlyMap<string, readonly string[]> },
): Remark[] {
  const sealTwice = twice(form, 'seal', 'seal_twice')
  const told = new Set(sealTwice.map(({ exhibit }) => exhibit))
  const sent = new Set(seen?.sent.exhibits.map(({ exhibit }) => exhibit))
  return [
    ...sealTwice,
    ...form.exhibits.flatMap(({ exhibit, seal = '' }) =>
      seal.trim() !== '' && unsealed.has(exhibit) && !told.has(exhibit)
        ? [remark('seal_not_taken', seal, exhibit)]
        : [],
    ),
    ...twice(form, 'number', 'number_twice'),
    ...(isAhead(form, at) ? [remark('date_ahead', form.date!)] : []),
    ...(form.zone !== undefined && !isZone(form.zone) ? [remark('zone_unknown', form.zone)] : []),
    ...[...(seen?.unread ?? [])].flatMap(([exhibit, fields]) =>
      fields.map((field) => remark('record_not_made', field, exhibit)),
    ),
    ...(seen ? form.exhibits.filter(({ exhibit }) => !sent.has(exhibit)) : []).map(({ exhibit, number }) =>
      remark('exhibit_kept', number ?? '', exhibit),
    ),
  ]
}
