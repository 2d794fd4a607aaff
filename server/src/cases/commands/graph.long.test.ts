import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import type { Run } from '../../access/context.ts'
import { personOf } from '../../testing/desks.ts'
import { openCaseRows, thingRows, tieRows } from '../../testing/graph-rows.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { connectNodes } from './connect-nodes.ts'
import { expandGraph } from './expand-graph.ts'

const NEIGHBOURS = 100_000
const database = await testDatabase()
const lead = await personOf(database, 'Police', 'lead', ['investigator'])
const run: Run = async (work) => database.as(await database.reader(lead), work)

test('a node with a hundred thousand neighbours answers with the first of them and says that there are more', async () => {
  const [hub, beyond, far] = ['person', 'person', 'vehicle'].map((kind) => `${kind}:${randomUUID()}`) as [
    string,
    string,
    string,
  ]
  const vis = await openCaseRows(run, { id: randomUUID(), reference: 'P 1/26', members: [] })
  await run(async (context) => {
    await thingRows(context, vis, { [hub]: 'Hub', [beyond]: 'Beyond', [far]: 'Far' })
    await tieRows(context, vis, [
      { id: randomUUID(), from: hub, to: beyond, relation: 'in_contact_with' },
      { id: randomUUID(), from: beyond, to: far, relation: 'owns' },
    ])
  })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    const values = [NEIGHBOURS, vis, lead]
    await owner.query(
      `INSERT INTO thing (id, kind, agency_id, vis, opened_by)
       SELECT md5('n' || i)::uuid, 'telephone', (SELECT agency_id FROM account WHERE id = $3), $2, $3 FROM generate_series(1, $1) i`,
      values,
    )
    for (const [node, other, kind, otherKind, forward] of [
      [`'${hub.slice(7)}'::uuid`, `md5('n' || i)::uuid`, 'person', 'telephone', true],
      [`md5('n' || i)::uuid`, `'${hub.slice(7)}'::uuid`, 'telephone', 'person', false],
    ] as const)
      await owner.query(
        `INSERT INTO tie (node_id, id, node_kind, other_kind, other_id, forward, vis, relation, standing, said_by)
         SELECT ${node}, md5('t' || i)::uuid, '${kind}', '${otherKind}', ${other}, ${forward}, $2, 'uses', 'fact', $3
         FROM generate_series(1, $1) i`,
        values,
      )
    await owner.query('ANALYZE tie, thing')
  } finally {
    await owner.end()
  }
  const narrowing = { relevance: true, protectedPersons: false }
  const { nodes, leftOut } = await run((context) =>
    expandGraph(context, { nodes: [hub], steps: 1, most: 100, ...narrowing }),
  )
  assert.equal(nodes.length, 100)
  const [own] = nodes
  // A person has no figure.
  assert.deepEqual([own?.degree, own?.more], [null, true])
  assert.ok(leftOut.some(({ reason, node }) => reason === 'too_many_neighbours' && node === hub))
  // A path that ends there is found from its other end, however many others the hub has.
  const { paths } = await run((context) =>
    connectNodes(context, { from: hub, to: far, most: 10, longest: 3, ...narrowing }),
  )
  assert.deepEqual(
    paths.map(({ steps }) => steps.map(({ to }) => to)),
    [[beyond, far]],
  )
})
