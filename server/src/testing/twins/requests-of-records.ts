import { type Asked, type Asker, each, GROUNDS, type RequestMakers } from './asked.ts'
import { packFile } from './pack-file.ts'
import { serialOf } from './rows.ts'
import { identifierOf, recordIn } from './twin.ts'

/** Own, another's that may be seen, hidden ones of the same firearms, and none. */
export const RECORDS = [
  recordIn('Police', 'register', 'L-2'),
  recordIn('Police', 'register', 'L-3'),
  recordIn('Police', 'seizures', 'S-1'),
  recordIn('Police', 'seizures', 'S-6'),
  recordIn('Customs', 'losses', 'T-2'),
  recordIn('Customs', 'register', 'HR-1'),
  recordIn('Customs', 'embargoed', 'HE-1'),
  recordIn('Customs', 'covert', 'HC-2'),
  recordIn('Inland Service', 'informants', 'HI-2'),
  recordIn('Inland Service', 'informants', 'none'),
] as const
const aboutEachRecord = () => each(RECORDS, (record) => ({ body: { record, grounds: GROUNDS } }))

const SERIALS = [serialOf(2), serialOf(3), serialOf(5).replace('1', '?'), 'TKR1*9', 'TKR9999999', '1']
const LIST = `serial,make,place\n${SERIALS.slice(1, 4)
  .map((serial) => `${serial},Taurus,Porto 1`)
  .join('\n')}\n`
const LIST_ADDRESS = { file: 'list.csv', purpose: 'trace' } as const

const SEIZED = { date: '2022-03-01', place: 'Porto 3', ref: 'BO 3/2021', reason: 'road check', quantity: '1' } as const
const entry = (source: string, serial: string) => ({
  source,
  event: 'seizure',
  stated: { serial, make: 'Taurus', calibre: '9x19mm', type: 'pistol', ...SEIZED },
  notKnown: { model: 'not_recorded' },
})

const SOURCES = ['seizures', 'losses', 'covert', 'informants', 'nowhere'] as const
/** An entry at each source, twice and under one identifier with other words, as somebody who feels for others' might. */
const entries = ({ draw }: Asker): Asked[] => [
  ...each(SOURCES, (source) => ({ body: { ...entry(source, serialOf(8)), entry: draw(source) } })),
  { body: { ...entry('seizures', serialOf(8)), entry: draw('seizures') } },
  { body: { ...entry('seizures', serialOf(9)), entry: draw('seizures') } },
  { body: { ...entry('seizures', serialOf(9)), entry: draw('seizures'), corrects: '1' } },
]

const STEWARDSHIP = [{ body: {} }, { body: { agency: 'Customs' } }, { body: { agency: 'Inland Service' } }]

const SEVERAL = [
  { field: 'make', text: 'Zorbo', means: { name: 'Zorbo', country: 'BR' } },
  { field: 'make', text: 'Zorbissimo', means: { code: 'taurus' } },
] as const
const PACK = { name: 'words', licence: 'CC0-1.0' } as const

/** Finding, one record, its life, entering by hand, and words. */
export const requestsOfRecords = {
  find: () => [
    ...each(SERIALS, (serial) => ({ body: { serial, limit: 200, grounds: GROUNDS } })),
    { body: { serial: serialOf(7), make: 'Zorbo', place: 'Porto 2', limit: 1, grounds: GROUNDS } },
  ],
  findList: () => [{ address: { ...LIST_ADDRESS, candidates: '20' }, file: LIST }],
  findListTable: () => [{ address: LIST_ADDRESS, file: LIST }],
  search: () =>
    each(['Porto', 'BO 3/2021', 'road check', 'HC-2', 'L-2', 'case 7', 'case 9', 'covert'], (words) => ({
      body: { words, limit: 200, grounds: GROUNDS },
    })),
  sourceRecords: () =>
    each(['Police register', 'Police seizures', 'Customs losses', 'Customs covert', 'nowhere'], (words) => ({
      body: { source: identifierOf(words), limit: 2, grounds: GROUNDS },
    })),
  recordEnter: entries,
  recordHints: () => each(SOURCES, (source) => ({ body: { ...entry(source, serialOf(4)), grounds: GROUNDS } })),
  recordShow: aboutEachRecord,
  recordPersons: aboutEachRecord,
  lifeShow: aboutEachRecord,
  vocabularyQueue: () => STEWARDSHIP,
  vocabularyList: () => [...STEWARDSHIP, { body: { before: '1' } }],
  vocabularyDecide: () => [
    { body: { field: 'make', text: 'Zorbo', means: { code: 'taurus' } } },
    { body: { field: 'make', text: 'Zorbo', means: { code: 'taurus' }, agency: 'Customs' } },
    { body: { field: 'make', text: 'Zorbissimo', means: { said: 'craft' } } },
  ],
  vocabularyWithdraw: () => [
    { body: { field: 'make', text: 'Zorbissimo' } },
    { body: { field: 'make', text: 'Zorbo', agency: 'Customs' } },
  ],
  vocabularyPropose: () => [
    ...each(['Zorbo', 'Zorbissimo'], (text) => ({ body: { texts: [{ field: 'make', text }] } })),
    { body: { texts: [{ field: 'make', text: 'Zorbo' }], agency: 'Customs' } },
  ],
  vocabularyPreview: () => [
    { body: { decisions: SEVERAL } },
    { body: { decisions: SEVERAL, agency: 'Inland Service' } },
  ],
  vocabularyDecideSeveral: () => [
    { body: { decisions: SEVERAL } },
    { body: { decisions: SEVERAL, agency: 'Customs' } },
  ],
  vocabularyUndo: () => [{ body: { decisions: ['1'] } }, { body: { decisions: ['1'], agency: 'Customs' } }],
  packExport: () => [{ body: PACK }, { body: { ...PACK, agency: 'Customs' } }],
  packImport: () => [{ file: packFile('autumn') }, { file: '{"format":"proofmark-vocabulary","version":2}' }],
  packList: () => [{}],
  packShow: ({ numbers: { pack } }) => [{ body: { pack } }, { body: { pack, agency: 'Inland Service' } }],
  packTake: ({ numbers: { pack } }) => [
    { body: { pack, rows: 'new' } },
    { body: { pack, rows: [1], agency: 'Customs' } },
  ],
  packTakeBack: ({ numbers: { pack } }) => [{ body: { pack } }, { body: { pack: '1', agency: 'Customs' } }],
  renewalPreview: () => STEWARDSHIP,
  renewalBegin: () => STEWARDSHIP,
  renewalShow: () => [{}],
  renewalStop: () => [{}],
} as const satisfies Partial<RequestMakers>
