import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Language } from '../../frame/language.tsx'

/** The ends of paths that have a label in the form. */
const LABELLED = new Set([
  ...['status', 'reference', 'paper', 'date', 'time', 'country', 'locality', 'description', 'officer', 'tracesFirst'],
  ...['transport', 'concealment', 'origin', 'departure', 'transit', 'destination', 'note', 'number', 'seal', 'count'],
  ...['serial', 'serial_state', 'part', 'make', 'model', 'calibre', 'type', 'headstamp', 'lot', 'condition'],
  ...['justifications', 'contexts', 'persons', 'vehicles', 'typologies', 'anonymous', 'safety'],
  ...['marks', 'parcel', 'plate'],
])

/** The field that a path names, in words: which item, and what of it. */
export function pathShown({ say, figures }: Language, form: RecoveryForm, path: string): string {
  const parts = path.split('.')
  const at = parts[0] === 'exhibits' ? form.exhibits.findIndex(({ exhibit }) => exhibit === parts[1]) : -1
  const end = parts.findLast((part) => LABELLED.has(part))
  const field = end ? say(`field.label.${end}`) : say('field.label.other')
  return at === -1 ? field : say('field.of_item', { item: figures.count(at + 1), field })
}

/** What somebody said there, as plainly as it can be shown; null where nothing is said. */
export function valueShown(language: Language, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return language.figures.count(value)
  if (typeof value === 'boolean') return language.say(value ? 'field.yes' : 'field.no')
  if (Array.isArray(value)) return value.map((each) => valueShown(language, each) ?? '').join(' · ') || null
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .flatMap(([key, each]) => (key === 'exhibit' ? [] : [valueShown(language, each) ?? []]))
        .flat()
        .join(' · ') || null
    )
  return String(value).replaceAll('_', ' ')
}
