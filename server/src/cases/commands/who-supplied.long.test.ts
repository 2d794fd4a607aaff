import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Run } from '../../access/context.ts'
import { personOf } from '../../testing/desks.ts'
import { openCaseRows, thingRows, tieRows } from '../../testing/graph-rows.ts'
import { sourceWith } from '../../testing/nation.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { askGraph } from './ask-graph.ts'

const database = await testDatabase()
const lead = await personOf(database, 'Police', 'lead', ['investigator'])
const run: Run = async (work) => database.as(await database.reader(lead), work)
const HEAD = 'id,serial,make,model,calibre,type,country,date,place,ref,quantity'
const LICENSED = 10_000
const HELD = 2_100
const MEMBERS = 3

/** No two of these are one edit apart. */
const serial = (number: number) => `TSTQ${10_000_000 + 371 * number}`
const row = (key: string, number: number, day: string, ref: string) =>
  `${key}${number},${serial(number)},Taurus,PT 92,9x19mm,pistol,BR,${day},Vard,${ref},`
const rows = (key: string, count: number, day: string, ref: string) =>
  Array.from({ length: count }, (_, at) => row(key, at, day, ref))
const source = (name: string, kind: 'delivery' | 'export-licence', lines: readonly string[]) =>
  sourceWith(
    database,
    { name, kind, agency: 'Police', handling: 'H0', visibility: 'open' },
    `${[HEAD, ...lines].join('\n')}\n`,
  )
await source('deliveries', 'delivery', rows('D', HELD, '2020-03-01', 'EL 2020/007'))
await source('licences', 'export-licence', [`L1,,Taurus,PT 92,9x19mm,pistol,BR,2020-01-01,XB,EL 2020/007,${LICENSED}`])

test('a group with more than two thousand firearms, all of a licence for ten thousand, is answered in bounds that are said', async () => {
  const group = `group:${randomUUID()}`
  const members = Array.from({ length: MEMBERS }, () => `person:${randomUUID()}`)
  const vis = await openCaseRows(run, { id: randomUUID(), reference: 'P 13/26', members: [] })
  const { rows: had } = await database
    .pool('backup')
    .query<{ id: string }>("SELECT r.id FROM record r JOIN source s ON s.id = r.source_id WHERE s.name = 'deliveries'")
  await run(async (context) => {
    await thingRows(context, vis, {
      [group]: 'Quay',
      ...Object.fromEntries(members.map((member, at) => [member, `Member ${at}`])),
    })
    await tieRows(context, vis, [
      ...members.map((member) => ({ id: randomUUID(), from: member, to: group, relation: 'member_of' as const })),
      ...had.map(({ id }, at) => ({
        ...{ id: randomUUID(), from: members[at % MEMBERS]!, to: `record:${id}`, relation: 'possessed' as const },
      })),
    ])
  })
  const { findings, graph } = await run((context) =>
    askGraph(context, { question: 'who_supplied', nodes: [group], relevance: true, protectedPersons: false }),
  )
  const of = (message: string) => findings.find((each) => each.message === `connect.finding.${message}`)
  assert.deepEqual(of('supply_overview')?.values, { all: '2000', count: '2000' })
  assert.deepEqual(of('supply_document')?.values, {
    ...{ document: 'EL 2020/007', count: '2000', all: '2000', leads: '0' },
  })
  assert.equal(of('supply_licence')?.evidence?.[0]?.quantity, LICENSED)
  assert.equal(of('supply_not_told')?.values.count, '1900')
  assert.equal(of('supply_not_looked_at')?.values.count, String(HELD - 2_000))
  assert.equal(new Set(findings.flatMap(({ supply }) => supply?.firearm ?? [])).size, 100)
  assert.ok(graph.nodes.length < 200, `${graph.nodes.length} nodes`)
})
