import { type Asker, each, type RequestMakers } from './asked.ts'
import { rowsOf } from './rows.ts'

/** Own, another's that may be seen, two that are hidden, and none. */
const SOURCES = ['seizures', 'losses', 'covert', 'informants', 'nowhere'] as const
const IMPORTS = [
  ['Police', 'register'],
  ['Police', 'seizures'],
  ['Customs', 'losses'],
  ['Customs', 'covert'],
  ['Inland Service', 'informants'],
] as const

const ofEachImport = (asker: Asker, more: object = {}) =>
  each(IMPORTS, ([agency, source]) => ({ address: { import: asker.numbers.importOf(agency, source) }, ...more }))
const fileOf = (word: string) => rowsOf({ prefix: `N${word}`, count: 3, from: 40, worn: true })

/** Sources, their files and their profiles. */
export const requestsOfImports = {
  sourceList: () => [{}],
  sourceAdd: ({ role }) => [
    { body: { name: 'embargoed', kind: 'seizure', agency: 'Customs' } },
    { body: { name: 'embargoed', kind: 'seizure', agency: 'Police', handling: 'H2' } },
    { body: { name: `of ${role}`, kind: 'seizure', agency: 'Police' } },
    { body: { name: 'covert', kind: 'seizure', agency: 'Nobody' } },
  ],
  importFile: ({ role }) => [
    ...each(SOURCES, (source) => ({ address: { source, preview: 'true' }, file: fileOf(`${role}`) })),
    ...each(['register', 'losses', 'covert'], (source) => ({ address: { source }, file: fileOf(`${role}`) })),
  ],
  importList: () => [
    {},
    { address: { before: '1' } },
    ...each(['register', ...SOURCES], (source) => ({ address: { source } })),
  ],
  importShow: (asker) => ofEachImport(asker),
  importUpload: (asker) => ofEachImport(asker, { file: 'id,serial\n' }),
  importGoOn: (asker) => ofEachImport(asker),
  importStop: (asker) => ofEachImport(asker),
  importJudge: (asker) => [
    ...ofEachImport(asker, { body: { verdict: 'taken_back' } }),
    ...ofEachImport(asker, { body: { verdict: 'put_back' } }),
  ],
  importRejectList: (asker) => ofEachImport(asker),
  importRejects: (asker) => ofEachImport(asker),
  importRejectedRows: (asker) => ofEachImport(asker),
  profileList: () => each(SOURCES, (source) => ({ address: { source } })),
  profileShow: () => each(SOURCES, (source) => ({ address: { source } })),
  profileSave: () =>
    each(SOURCES, (source) => ({
      address: { source },
      body: { profile: { profile: 1, key: 'id', fields: { serial: 'serial', make: 'make', date: 'date' } } },
    })),
  profilePropose: () => each(SOURCES, (source) => ({ address: { source }, file: fileOf('proposed') })),
} as const satisfies Partial<RequestMakers>
