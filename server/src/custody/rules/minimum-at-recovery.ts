import type { MinimumField } from '@proofmark/contract/entry-fields'
import type { RecoveryExhibit, RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { completenessOf, minimumDataSet } from '../../records/rules/minimum-data-set.ts'
import { EVENT_OF, exhibitRow } from './exhibit-record.ts'

export interface MissingAtExhibit {
  readonly exhibit: string
  readonly fields: MinimumField[]
}

export interface MinimumAtRecovery {
  readonly missing: readonly MissingAtExhibit[]
  /** In percent. */
  readonly completeness: number
}

/** Of goods of which no record speaks, what is said of the recovery itself. */
const OF_GOODS: readonly MinimumField[] = ['ref', 'date', 'place', 'event', 'reason']

function askedOf(form: RecoveryForm, exhibit: RecoveryExhibit) {
  const event = EVENT_OF[form.status]
  const row = exhibitRow(form, exhibit, '')
  const photographs = exhibit.photographs.length
  if (row === null) {
    const asFirearm = exhibitRow(form, { ...exhibit, kind: 'firearm' }, '')!
    return { fields: OF_GOODS, said: { ...asFirearm, event, photographs } }
  }
  return { fields: minimumDataSet(event, row.rowKind), said: { ...row, photographs } }
}

/** What the minimum data set (DOMAIN 6.2) still wants of each exhibit, and how much of all that it wants is said. */
export function minimumAtRecovery(form: RecoveryForm): MinimumAtRecovery {
  let [asked, left] = [0, 0]
  const missing = form.exhibits.map((exhibit) => {
    const { fields, said } = askedOf(form, exhibit)
    const wanting = fields.filter((field) => completenessOf(said, field) === 'left_out')
    asked += fields.length
    left += wanting.length
    return { exhibit: exhibit.exhibit, fields: wanting }
  })
  return {
    missing: missing.filter(({ fields }) => fields.length > 0),
    completeness: asked === 0 ? 0 : Math.floor((100 * (asked - left)) / asked),
  }
}
