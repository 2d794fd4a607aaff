import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Run } from '../../access/context.ts'
import { find } from '../../linkage/commands/find.ts'
import { CHECKS } from '../../store/doctor.ts'
import { importText, installersPlace, sourceWith, twoAgencies } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { getImport } from '../queries/find-import.ts'
import { judgeWholeImport } from './judge-import.ts'

const database = await testDatabase()
await twoAgencies(database)
const stored = database.pool('backup')
const place = installersPlace(database)
let sources = 0
const newSource = () => ({ name: `source ${++sources}`, kind: 'register', agency: 'Police of XA' }) as const
const judge = (id: string, verdict: 'taken_back' | 'put_back', run: Run = place.run) =>
  judgeWholeImport({ ...place, run }, { import: id, verdict })

const keysFound = async (serial: string) =>
  (await place.run((context) => find(context, { serial }, 50))).candidates
    .filter(({ item }) => item.serial.norm === serial)
    .map(({ key }) => key)
    .sort()

/** What stands of a source: the serial of each key, the totals, and whether every derived row is there and no other. */
async function standing(source: string): Promise<Record<string, string>> {
  const { rows } = await stored.query<{ key: string; serial: string | null; read: string | null }>(
    `SELECT r.source_key AS key, v.stated->>'serial' AS serial, g.norm AS read
     FROM record r JOIN source s ON s.id = r.source_id
     LEFT JOIN record_version v ON v.record_id = r.id AND v.version = r.version
     LEFT JOIN reading g ON g.record_id = r.id WHERE s.name = $1 ORDER BY 1`,
    [source],
  )
  for (const { serial, read } of rows) assert.equal(read, serial)
  return Object.fromEntries(rows.filter(({ serial }) => serial !== null).map(({ key, serial }) => [key, serial!]))
}

async function totalsAreTrue(): Promise<void> {
  const { rows } = await stored.query<{ total: string; records: string }>(
    `SELECT (SELECT coalesce(sum(records), 0) FROM class_tally) AS total,
       (SELECT count(*) FROM record WHERE version IS NOT NULL) AS records`,
  )
  assert.equal(rows[0]!.total, rows[0]!.records)
}

test('an import that is taken back shows what stood before it, and put back it stands again', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial\n1,TSTA001\n2,TSTA002\n')
  const second = await importText(database, source.name, 'id,serial\n2,TSTA022\n3,TSTA003\n')
  const versions = async () => Number((await stored.query('SELECT count(*) AS n FROM record_version')).rows[0].n)
  const before = await versions()
  assert.deepEqual(await judge(second.import, 'taken_back'), { records: 2 })
  assert.deepEqual(await standing(source.name), { 1: 'TSTA001', 2: 'TSTA002' })
  assert.deepEqual(
    [await keysFound('TSTA022'), await keysFound('TSTA003'), await keysFound('TSTA002')],
    [[], [], ['2']],
  )
  assert.equal(await versions(), before)
  await totalsAreTrue()
  await judge(second.import, 'put_back')
  assert.deepEqual(await standing(source.name), { 1: 'TSTA001', 2: 'TSTA022', 3: 'TSTA003' })
  assert.deepEqual(await keysFound('TSTA003'), ['3'])
  assert.equal((await place.run((context) => getImport(context, second.import))).state, 'done')
  await totalsAreTrue()
})

test('a file whose import was taken back goes in anew', async () => {
  const source = newSource()
  const text = 'id,serial\n1,TSTB001\n'
  const first = await sourceWith(database, source, text)
  await judge(first.import, 'taken_back')
  const again = await importText(database, source.name, text)
  assert.equal(again.accepted, 1)
  assert.deepEqual(await standing(source.name), { 1: 'TSTB001' })
})

test('a holder who came with an import goes with it, and the next one follows the one before', async () => {
  const source = newSource()
  await sourceWith(database, source, 'id,serial,holder\n1,TSTC001,A. Person\n')
  const second = await importText(database, source.name, 'id,serial,holder\n1,TSTC001,B. Person\n')
  await judge(second.import, 'taken_back')
  assert.equal((await importText(database, source.name, 'id,serial,holder\n1,TSTC001,A. Person\n')).unchanged, 1)
  await importText(database, source.name, 'id,serial,holder\n1,TSTC001,C. Person\n')
  const { rows } = await stored.query(
    `SELECT p.value, r.succession, r.version IS NOT NULL AS stands FROM record r JOIN source s ON s.id = r.source_id
     JOIN record_person p ON p.record_id = r.id WHERE s.name = $1 ORDER BY r.succession`,
    [source.name],
  )
  assert.deepEqual(
    rows.map(({ value, stands }) => [value, stands]),
    [
      ['A. Person', true],
      ['B. Person', false],
      ['C. Person', true],
    ],
  )
  await totalsAreTrue()
})

test('whoever is cut off while an import is taken back can say so again, and it is', async () => {
  const source = newSource()
  const text = `id,serial\n${Array.from({ length: 4_500 }, (_, n) => `${n},TSTD${n}`).join('\n')}\n`
  const { import: id } = await sourceWith(database, source, text)
  let runs = 0
  const cut: Run = async (work) => {
    if (++runs === 4) throw new Error('the plug was pulled')
    return place.run(work)
  }
  await assert.rejects(judge(id, 'taken_back', cut), { message: 'the plug was pulled' })
  const between = await place.run((context) => getImport(context, id))
  assert.deepEqual([between.state, between.atWork], ['taking_back', false])
  await judge(id, 'taken_back')
  assert.deepEqual(await standing(source.name), {})
  await totalsAreTrue()
})

test('whatever is imported, taken back and put back, the last version that nobody took back stands', async () => {
  const rows = fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('TSTE1', 'TSTE2', 'TSTE3'), {
    minKeys: 1,
  })
  const step = fc.oneof(
    rows.map((file) => ({ file })),
    fc.record({ verdict: fc.constantFrom('taken_back' as const, 'put_back' as const), of: fc.nat(5) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const source = newSource()
      await sourceWith(database, source, 'id,serial\n')
      const imports: { id: string; stands: boolean; wrote: Record<string, string> }[] = []
      const expected = () => {
        const stands: Record<string, string> = {}
        for (const each of imports) if (each.stands) Object.assign(stands, each.wrote)
        return stands
      }
      for (const each of steps) {
        if ('file' in each) {
          const now = expected()
          const text = `id,serial\n${Object.entries(each.file)
            .map(([key, serial]) => `${key},${serial}`)
            .join('\n')}\n`
          const { import: id } = await importText(database, source.name, text)
          const wrote = Object.fromEntries(Object.entries(each.file).filter(([key, serial]) => now[key] !== serial))
          imports.push({ id, stands: true, wrote })
        } else {
          const chosen = imports[each.of % Math.max(1, imports.length)]
          if (!chosen || chosen.stands === (each.verdict === 'put_back')) continue
          chosen.stands = each.verdict === 'put_back'
          await judge(chosen.id, each.verdict)
        }
        assert.deepEqual(await standing(source.name), expected())
      }
    }),
    { numRuns: 6 },
  )
  await totalsAreTrue()
})

test('after all of this, what the doctor checks is well', async () => {
  for (const { check, query } of CHECKS) assert.equal((await stored.query(query)).rows[0].wrong, '0', check)
})
