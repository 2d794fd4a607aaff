import type { MinimumField, UnknowableField } from '@proofmark/contract/entry-fields'
import type { RecoveryExhibit, RecoveryForm } from '@proofmark/contract/schemas/recovery'

/** Of the recovery itself, and so of every item of it. */
const OF_ALL: readonly MinimumField[] = ['ref', 'date', 'place', 'event', 'reason']
const OF_ONE: readonly MinimumField[] = ['photographs', 'type', 'make', 'model', 'calibre', 'serial']
const OF_LOT: readonly MinimumField[] = ['photographs', 'make', 'calibre', 'quantity']

/** As many views as the minimum data set asks for of a firearm (DOMAIN 6.2); of anything else one. */
const LEAST_PHOTOGRAPHS = 4

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

/** Are there numbers of its own on it, besides proof marks and the like that say no number? */
const isNumbered = ({ stated, marks }: RecoveryExhibit): boolean =>
  isSaid(stated.serial) ||
  marks.some(
    ({ kind, part, stated: text }) =>
      isSaid(text) &&
      kind !== 'other' &&
      (kind !== 'serial' || !['conversion_device', 'semi_finished', 'other', 'unknown'].includes(part)),
  )

/** What the minimum data set asks of an item, in the order of the form. */
export function askedOf(item: RecoveryExhibit): readonly MinimumField[] {
  if (item.kind === 'firearm' || item.kind === 'component') return [...OF_ALL, ...OF_ONE]
  if (item.kind === 'ammunition') return [...OF_ALL, ...OF_LOT]
  return item.kind === 'magazine' && isNumbered(item) ? [...OF_ALL, ...OF_ONE] : OF_ALL
}

function says(form: RecoveryForm, item: RecoveryExhibit, pictures: number, field: MinimumField): boolean {
  const { stated, ammunition } = item
  switch (field) {
    case 'event':
      return true
    case 'ref':
      return isSaid(form.reference) || isSaid(item.number)
    case 'date':
      return isSaid(form.date)
    case 'place':
      return [form.place.locality, form.place.country, form.place.description].some(isSaid)
    case 'reason':
      return form.justifications.length > 0
    case 'photographs':
      return pictures >= (item.kind === 'firearm' ? LEAST_PHOTOGRAPHS : 1)
    case 'quantity':
      return item.count !== undefined
    case 'serial':
      return isNumbered(item) || stated.serial_state !== undefined
    case 'make':
      return isSaid(stated.make) || (item.kind === 'ammunition' && isSaid(ammunition?.maker))
    default:
      return isSaid(stated[field])
  }
}

export interface MinimumOfForm {
  readonly missing: readonly { readonly exhibit: string; readonly fields: readonly MinimumField[] }[]
  /** In percent. */
  readonly completeness: number
}

/**
 * What the minimum data set still wants of each item, as the server will say: counted here too, since there may be no
 * network. `pictures` says how many photographs there are of an item.
 */
export function minimumOf(
  form: RecoveryForm,
  pictures: (exhibit: string) => number = (exhibit) =>
    form.exhibits.find((each) => each.exhibit === exhibit)?.photographs.length ?? 0,
): MinimumOfForm {
  let [asked, left] = [0, 0]
  const missing = form.exhibits.map((item) => {
    const fields = askedOf(item)
    const wanting = fields.filter(
      (field) =>
        !says(form, item, pictures(item.exhibit), field) && item.notKnown[field as UnknowableField] === undefined,
    )
    asked += fields.length
    left += wanting.length
    return { exhibit: item.exhibit, fields: wanting }
  })
  return {
    missing: missing.filter(({ fields }) => fields.length > 0),
    completeness: asked === 0 ? 0 : Math.floor((100 * (asked - left)) / asked),
  }
}
