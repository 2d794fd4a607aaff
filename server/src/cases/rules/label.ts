import type { ThingKind } from '@proofmark/contract/case-words'
import { FIELDS_OF_KIND, type ValueField } from '@proofmark/contract/thing-words'

interface Said {
  readonly field: ValueField
  readonly value: string | null
}

const NOT_A_NAME: readonly ValueField[] = [
  'note',
  'born',
  'nationality',
  'make',
  'model',
  'colour',
  'weight',
  'price',
  'platform',
  'file',
  'at',
  'carrier',
  'contents',
  'imsi',
]

/** The first field of those that a thing is called by, of which something is said; of a way, both its ends. Null: nothing is known. */
export function labelOf(kind: ThingKind, values: readonly Said[]): string | null {
  const first = (field: ValueField) => values.find((each) => each.field === field && each.value !== null)?.value ?? null
  if (kind === 'route') {
    const ends = [first('from'), first('to')].filter((end) => end !== null)
    return ends.length === 0 ? null : ends.join(' → ')
  }
  for (const field of FIELDS_OF_KIND[kind]) {
    const said = NOT_A_NAME.includes(field) ? null : first(field)
    if (said !== null) return said
  }
  return null
}
