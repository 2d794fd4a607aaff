import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProofmarkError } from '@proofmark/contract/errors'
import { sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import type { Description } from '../rules/asked-item.ts'
import { admitSearch } from './admit-search.ts'
import { type Found, find } from './find.ts'

const database = await testDatabase()
const people = await twoAgencies(database)
const HEAD = 'id,serial,make,model,calibre,type,country,year,date\n'
const neighbours = Array.from(
  { length: 300 },
  (_, n) => `N${n},QXF${String(40_000 + 7 * n)},Rossi,M88,.38 Special,revolver,BR,2001,2001`,
)
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police of XA', visibility: 'open' },
  `${HEAD}${[
    'P1,TKR10485,Taurus,PT 92,9x19mm,pistol,BR,2011,2011-05-01',
    'P2,TKR10486,Taurus,PT 92,9x19mm,pistol,BR,2011,2011-05-01',
    'P3,"frame WZV30711, slide WZV30999",Glock,17,9x19mm,pistol,AT,2005,2005',
    'P4,СВ71345,Zastava,M57,7.62x25,pistol,RS,1975,1990',
    'P5,A0005518,CBC,,12,shotgun,BR,1988,1988',
    'P6,471JK257,Imbel,FAL,7.62x51,rifle,BR,1979,1980',
    'P7,90166,Boito,,20,shotgun,BR,1970,1970',
    'P8,TKV7731?5,Taurus,82,.38 Special,revolver,BR,1999,1999',
    ...neighbours,
  ].join('\n')}\n`,
)
const officer = await database.reader(people.police)
const seek = (description: Description, limit = 20): Promise<Found> =>
  database.as(officer, (context) => find(context, description, limit))
const firstOf = async (serial: string, more: Partial<Description> = {}) =>
  (await seek({ serial, ...more })).candidates[0]
const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (failure: unknown) => (failure instanceof ProofmarkError ? failure.code : String(failure)),
  )

test('a damaged mark finds its firearm, whatever befell it, and first', async () => {
  for (const [serial, key] of [
    ['TKR10485', 'P1'],
    ['tkr-1O4 85', 'P1'],
    ['TKR10475', 'P1'],
    ['TKR1485', 'P1'],
    ['TKR104485', 'P1'],
    ['TKR01485', 'P1'],
    ['TK?1?485', 'P1'],
    ['TKR????5', 'P1'],
    ['????0485', 'P1'],
    ['TKR1*5', 'P1'],
    ['*10485', 'P1'],
    ['10485', 'P1'],
    ['WZV307', 'P3'],
    ['KR10485', 'P1'],
    ['T?R?0?85', 'P1'],
    ['TKX10475', 'P1'],
    ['WZV30711', 'P3'],
    ['WZV30999', 'P3'],
    ['SV71345', 'P4'],
    ['CB71345', 'P4'],
    ['A5518', 'P5'],
    ['471257', 'P6'],
    ['99106', 'P7'],
    ['TKV773185', 'P8'],
    ['TKV77318[5S]', 'P8'],
  ] as const)
    assert.equal((await firstOf(serial))?.key, key, serial)
})

test('what else is known decides between marks that fit alike, and none of it is a wall', async () => {
  const fitting = (more: Partial<Description>) => seek({ serial: 'TKR1048?', ...more })
  const plain = await fitting({})
  assert.deepEqual(
    plain.candidates.slice(0, 2).map(({ key }) => key),
    ['P1', 'P2'].sort(
      (a, b) => plain.candidates.findIndex(({ key }) => key === a) - plain.candidates.findIndex(({ key }) => key === b),
    ),
  )
  for (const more of [
    { make: 'glock', country: 'AT', year: '1950', place: 'Nowhere', type: 'rifle' },
    { make: 'taurus', country: 'Brasil', year: '2011', calibre: '9mm', model: 'PT92' },
  ])
    assert.ok((await fitting(more)).candidates.some(({ key }) => key === 'P1'))
  const agreeing = await firstOf('10485', { make: 'taurus', country: 'Brasil', year: '2011', calibre: '9mm' })
  assert.deepEqual(
    agreeing?.lines.map(({ field }) => field),
    ['prior', 'serial', 'make', 'calibre', 'country', 'year'],
  )
})

test('entries of one register that fit alike are rivals: together they are no likelier than one', async () => {
  const { candidates } = await seek({ serial: 'TKR1048?', make: 'Taurus' })
  const sum = candidates.reduce((total, { probability }) => total + probability, 0)
  assert.ok(sum <= 1 + 1e-9 && sum > 0.9)
  assert.ok(candidates[0]!.lines.some(({ field, bits }) => field === 'rivals' && bits < -0.5))
})

test('a number on the slide is said to stand there', async () => {
  const line = (await firstOf('WZV30999'))?.lines.find(({ field }) => field === 'serial')
  assert.ok(line?.more?.some(({ id, parameters }) => id === 'evidence.serial.part' && parameters.part === 'slide'))
})

test('a mark of which too little is left is refused by name, and nothing is said to be absent', async () => {
  assert.equal(await failureOf(seek({ serial: 'T?' })), 'pattern_too_open')
  assert.equal(await failureOf(seek({ serial: 'T*1*9' })), 'pattern_not_searched')
  assert.equal(await failureOf(seek({ serial: 'A???1???9' })), 'pattern_not_searched')
})

test('a person searches twice at once, and a third time when one has ended', async () => {
  const running: (() => void)[] = []
  const hold = () =>
    database.as(officer, (context) =>
      admitSearch(context, () => new Promise<void>((resolve) => void running.push(resolve))),
    )
  const [first, second] = [hold(), hold()]
  while (running.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal(await failureOf(seek({ serial: 'TKR10485' })), 'search_busy')
  const customs = await database.reader(people.customs)
  assert.equal(await failureOf(database.as(customs, (context) => find(context, { serial: 'TKR10485' }, 5))), 'done')
  for (const end of running) end()
  await Promise.all([first, second])
  assert.equal(await failureOf(seek({ serial: 'TKR10485' })), 'done')
})

test('a search that takes too long is given up, and the next one is not the slower for it', async () => {
  const slow = database.as(officer, (context) =>
    admitSearch(context, () => context.client.query('SELECT pg_sleep(30)')),
  )
  assert.equal(await failureOf(slow), 'search_too_slow')
  const after = database.as(officer, async ({ client }) => {
    const { rows } = await client.query<{ statement_timeout: string }>('SHOW statement_timeout')
    return rows[0]?.statement_timeout
  })
  assert.notEqual(await after, '2s')
})
