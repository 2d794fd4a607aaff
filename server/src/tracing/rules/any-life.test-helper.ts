import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { MARK_STATES } from '@proofmark/domain/marking'
import { readItem } from '@proofmark/domain/read-item'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import fc from 'fast-check'
import type { Days, LifeFacts, LifeRecord } from './life-record.ts'

const day = fc
  .tuple(fc.integer({ min: 1990, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))

/** Days that a source may state, impossible ones among them: unknown, open at one end, turned round, far apart. */
const days: fc.Arbitrary<Days> = fc.oneof(
  { weight: 4, arbitrary: day.map((one) => ({ from: one, to: one })) },
  { weight: 2, arbitrary: fc.tuple(day, day).map(([from, to]) => ({ from, to })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1990, max: 2026 }).map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
  },
  { weight: 1, arbitrary: fc.constant({ from: null, to: null }) },
  { weight: 1, arbitrary: day.map((to) => ({ from: null, to })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ from: '0001-01-01', to: '0001-01-01' }, { from: '9998-12-31', to: '9998-12-31' }),
  },
)
const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant({ from: null, to: null }) }, { weight: 1, arbitrary: days })

const item = fc
  .record({
    make: fc.constantFrom('Glock', 'Taurus', 'artesanal', ''),
    type: fc.constantFrom(
      'pistol',
      'shotgun',
      'converted pistol',
      'reactivated firearm',
      'deactivated firearm',
      'alarm pistol',
      '',
    ),
    calibre: fc.constantFrom('9x19mm', '12/70', ''),
    year: fc.constantFrom('1889', '2001', '2011', ''),
    state: fc.constantFrom(...MARK_STATES),
  })
  .map(({ state, ...stated }) => {
    const read = readItem({ serial: 'TST1001', ...stated })
    const serial = { ...read.serial, state }
    return { ...read, serial, marks: [serial] }
  })

const record = (index: number): fc.Arbitrary<LifeRecord> =>
  fc
    .record({
      event: fc.constantFrom(...EVENT_KINDS),
      kind: fc.constantFrom(...SOURCE_KINDS),
      second: fc.boolean(),
      rowKind: fc.constantFrom(...ROW_KINDS),
      link: fc.constantFrom('self' as const, 'confirmed' as const, 'working' as const),
      date: days,
      until: seldom,
      reported: seldom,
      place: fc.constantFrom('Vard', 'Nim', null),
      reason: fc.constantFrom('confirmed hit', 'possible match', 'robbery', null),
      item,
    })
    .map(({ kind, second, ...rest }) => {
      const name = `${kind}${second ? ' of another agency' : ''}`
      const id = `${name}/${index}`
      return { ...rest, record: id, key: String(index), entry: id, agency: name, source: { id: name, name, kind } }
    })

/** Any set of records that may come together as one item, with what persons judged of some of them. */
export const anyFacts: fc.Arbitrary<LifeFacts> = fc
  .integer({ min: 0, max: 9 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => record(at))))
  .chain((records) => {
    const known = records.map(({ record }) => record)
    const pair = fc.record({
      record: fc.constantFrom(...known, 'unknown'),
      other: fc.constantFrom(...known, 'unknown'),
      verdict: fc.constantFrom('same' as const, 'different' as const),
    })
    return fc.array(pair, { maxLength: 3 }).map((recoveries) => ({
      records,
      recoveries,
      components: [],
      lot: [],
      undecided: [],
      listedTwice: [],
      today: '2026-11-01',
    }))
  })
