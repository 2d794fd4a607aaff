import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addAgency } from '../access/commands/add-agency.ts'
import { openTable } from '../records/files/open-table.ts'
import type { ImportOutcome } from '../records/runs/import-file.ts'
import { installersPlace } from '../testing/nation.ts'
import { testDatabase } from '../testing/test-database.ts'
import { AGENCIES } from './agencies.ts'
import { csvOf, openRows } from './file-of-rows.ts'
import { makeNation } from './nation.ts'
import { ensureSource, takeIn } from './take-in.ts'

const database = await testDatabase()
const nation = makeNation()
const outcomes = new Map<string, ImportOutcome>()

before(async () => {
  await database.as(await database.installer(), async (context) => {
    for (const agency of AGENCIES) await addAgency(context, agency)
    for (const source of nation) await ensureSource(context, source)
  })
  for (const source of nation)
    outcomes.set(source.name, await takeIn(installersPlace(database), source, source.storyRows))
})

test('every row of every story goes in, and no column of it is left aside', () => {
  for (const { name, storyRows } of nation) {
    const { rows, accepted, rejected, unused, absent } = outcomes.get(name)!
    assert.deepEqual(
      { name, rows, accepted, rejected, unused, absent },
      { name, rows: storyRows.length, accepted: storyRows.length, rejected: 0, unused: [], absent: [] },
    )
  }
})

test('whatever a story states of a firearm is read', () => {
  for (const [name, { read }] of outcomes)
    for (const [field, share] of Object.entries(read)) assert.equal(share.read, share.stated, `${name}: ${field}`)
})

test('an interrupted start that goes on says nothing twice', async () => {
  for (const source of nation) {
    const again = await takeIn(installersPlace(database), source, source.storyRows)
    assert.equal(again.unchanged, source.storyRows.length, source.name)
  }
})

test('rows that are at hand are opened as the process that parses their file would', async () => {
  for (const { storyRows } of nation.slice(0, 4)) {
    const [ours, parsed] = [await openRows(storyRows)('', csvOf(storyRows)), await openTable('', csvOf(storyRows))]
    assert.deepEqual([ours.headings, ours.form], [parsed.headings, parsed.form])
    const plain = async (rows: typeof ours.rows) => JSON.parse(JSON.stringify(await Array.fromAsync(rows)))
    assert.deepEqual(await plain(ours.rows), await plain(parsed.rows))
    await parsed.close()
  }
})
