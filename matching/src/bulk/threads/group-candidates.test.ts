import assert from 'node:assert/strict'
import { test } from 'node:test'
import { START_MODEL } from '../../model.ts'
import { entryOf } from '../bulk.test-helper.ts'
import { GroupedBuilder } from '../groups/grouped.ts'
import { COUNTED, tallyAt } from '../groups/look-wish.ts'
import { GroupCandidates } from './group-candidates.ts'

type Row = Parameters<typeof entryOf>[0] & {
  readonly group: number
  readonly byEqual?: boolean
  readonly chain?: number
}

interface Wish {
  readonly threads?: number
  readonly stretch?: number
}

/** The candidates of all records as pairs of numbers, and what was counted, as text. */
async function candidates(rows: readonly Row[], { threads = 1, stretch = rows.length }: Wish = {}) {
  const builder = new GroupedBuilder()
  for (const { group, byEqual = false, chain: _, ...row } of rows) builder.add({ ...entryOf(row), group, byEqual })
  const { grouped, legend } = builder.finish((record) => rows[record]!.chain ?? record)
  const least = new Float64Array(grouped.groups.length).fill(-10)
  const settledFrom = new Float64Array(grouped.groups.length).fill(20)
  const engine = await GroupCandidates.start(grouped, legend, {
    threads,
    background: START_MODEL.mark,
    least,
    settledFrom,
    kept: 40,
  })
  try {
    const pairs: string[] = []
    const counts = new Map<string, number>()
    for (let from = 0; from < rows.length; from += stretch) {
      const { found, tally } = await engine.look(from, Math.min(from + stretch, rows.length))
      for (const { asked, others } of found) for (const [at, one] of asked.entries()) pairs.push(`${one} ${others[at]}`)
      for (const own of grouped.groups.keys())
        for (const other of grouped.groups.keys())
          for (const what of COUNTED) {
            const key = `${own} ${other} ${what}`
            counts.set(key, (counts.get(key) ?? 0) + tally[tallyAt(grouped, own, other, what)]!)
          }
    }
    return { pairs, counts: Object.fromEntries(counts) }
  } finally {
    await engine.end()
  }
}

const serials = (count: number) => Array.from({ length: count }, (_, at) => `TK${10_000 + at * 37}`)
const REGISTER: Row[] = serials(300).map((serial) => ({ serial, make: 'Taurus', group: 0, byEqual: true }))
const SEIZED: Row[] = serials(300).map((serial, at) => ({
  serial: at % 3 === 0 ? serial.replace('0', 'O') : at % 3 === 1 ? `${serial.slice(0, -1)}?` : serial.slice(2),
  make: 'taurus',
  group: 1,
}))
const HIDDEN: Row[] = serials(300).flatMap((serial) => [
  { serial, make: 'Taurus', group: 2 },
  { serial, make: 'Glock', group: 2, byEqual: true },
])

const ALONE = await candidates([...REGISTER, ...SEIZED])

test('worn numbers have their entries among their candidates, in whichever group they are', async () => {
  const { pairs, counts } = ALONE
  for (const at of SEIZED.keys()) assert.ok(pairs.includes(`${300 + at} ${at}`), JSON.stringify(SEIZED[at]))
  assert.equal(counts['1 0 asked'], 300)
  assert.ok(counts['1 0 near']! > 300)
})

test('what is found in two groups is the same whatever a third one holds', async () => {
  const beside = await candidates([...REGISTER, ...SEIZED, ...HIDDEN])
  const shown = beside.pairs.filter((pair) => pair.split(' ').every((record) => Number(record) < 600))
  assert.deepEqual(shown, ALONE.pairs)
  for (const [key, count] of Object.entries(ALONE.counts)) assert.equal(beside.counts[key], count, key)
})

test('threads and stretches change nothing of what is found', async () => {
  const rows = [...REGISTER, ...SEIZED]
  assert.deepEqual(await candidates(rows, { threads: 3, stretch: 77 }), ALONE)
})

test('a record is no candidate of its own, nor are those of its chain, and they hide nothing of the others', async () => {
  const { pairs } = await candidates([
    { serial: 'PZB55127', make: 'Glock', group: 0, chain: 0 },
    { serial: 'PZB55127', make: 'Glock', group: 0, chain: 0 },
    { serial: 'PZB5512?', make: 'Glock', group: 0 },
  ])
  assert.deepEqual(pairs.sort(), ['0 2', '1 2', '2 0', '2 1'])
})

test('of a number that thousands bear only what agrees in make and model is looked at, and nothing where that is much', async () => {
  const common: Row[] = Array.from({ length: 3_000 }, (_, at) => ({
    serial: '123456',
    make: at < 5 ? 'Glock' : 'Taurus',
    group: 0,
  }))
  const { pairs, counts } = await candidates([...common, { serial: '123456', make: 'Glock', group: 1 }])
  assert.deepEqual(
    pairs.filter((pair) => pair.startsWith('3000 ')).map((pair) => Number(pair.split(' ')[1])),
    [0, 1, 2, 3, 4],
  )
  assert.equal(pairs.length, 5 + 5 * 4 + 3_000)
  assert.equal(counts['0 0 bounded'], 2_995)
})
