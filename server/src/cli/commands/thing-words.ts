import type { OptionWords } from '../in-options.ts'

/** What `proofmark thing` calls what its requests hold. */
export const THING_WORDS: OptionWords = {
  ...{ thing: 'THING', first: 'THING', second: 'THING', id: '--id', kind: 'KIND', kinds: '--kind', case: '--case' },
  ...{ compartment: '--compartment', values: 'FIELD=VALUE', 'values.field': 'FIELD', 'values.value': 'VALUE' },
  ...{ 'values.standing': '--standing', 'values.source': '--source', 'values.record': '--record' },
  ...{
    'values.reviewOn': '--review',
    subject: '--category',
    'subject.category': '--category',
    'subject.reason': '--reason',
  },
  ...{ 'find.field': '--find', 'find.value': '--find', after: '--after', limit: '--limit', relation: 'RELATION' },
  ...{ fromDay: '--from', toDay: '--to', note: '--note', source: '--source', records: '--record', node: 'NODE' },
  ...{ category: '--category', reason: '--reason', reviewOn: '--review', standing: '--standing', tie: '--tie' },
  ...{ value: 'VALUE', verdict: 'VERDICT', why: '--why', until: '--until', words: '--word', places: 'PLACE' },
  ...{
    'places.place': 'PLACE',
    'places.of': 'PLACE',
    'places.id': 'PLACE',
    place: 'PLACE',
    purpose: '--purpose',
    as: '--as',
  },
  'grounds.reference': '--reference',
}
