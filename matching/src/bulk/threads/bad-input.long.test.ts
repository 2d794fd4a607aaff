import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { START_MODEL } from '../../model.ts'
import { entryOf } from '../bulk.test-helper.ts'
import { odditiesOfRoll } from '../oddities/oddities-of-roll.ts'
import { odditiesOfRun } from '../oddities/oddities-of-run.ts'
import { Legend, RollBuilder } from '../roll.ts'
import { matchRolls } from './match-rolls.ts'

const COMMON = 1_000_000
/** More than one part of an index holds. */
const OTHERS = 300_000
const RECORDS = 4_000
/** Of a process with two threads, in megabytes; the entries themselves are some 60 MB. */
const MOST_MEGABYTES = 1_600

/** The most memory that this process has held; Linux alone says so, and counts no parent in. */
async function peakMegabytes(): Promise<number | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6
}

const numbered = (at: number) => ({
  serial: `${'ACDEFHJKMNPR'[at % 12]}${'TUVWXY'[(at * 5) % 6]}${100_000 + ((at * 7_919) % 899_999)}`,
  make: ['Taurus', 'Glock', 'Rossi', 'Beretta'][at % 4]!,
  calibre: '9x19mm',
})

test('a million entries with one number in a roll of several parts take bounded memory, and the others are found', async () => {
  const legend = new Legend()
  const builder = new RollBuilder(legend)
  for (let at = 0; at < OTHERS; at++) builder.add(entryOf(numbered(at)))
  const common = entryOf({ serial: '123456', make: 'Taurus' })
  for (let at = 0; at < COMMON; at++) builder.add(common)
  const entries = builder.finish()
  const asked = new RollBuilder(legend)
  for (let at = 0; at < RECORDS; at++) asked.add(at % 100 === 0 ? common : entryOf(numbered(at * 73)))
  const records = asked.finish()
  const found = await matchRolls(records, entries, legend, { threads: 2, background: START_MODEL.mark })
  const right = new Set(
    Array.from(found.records).filter(
      (record, at) => found.probabilities[at]! >= 0.5 && found.entries[at] === record * 73,
    ),
  )
  assert.ok(right.size > 0.95 * RECORDS, `${right.size} of ${RECORDS}`)
  for (const [at, record] of found.records.entries()) if (record % 100 === 0) assert.ok(found.probabilities[at]! < 0.1)
  const kinds = [...odditiesOfRoll(entries), ...odditiesOfRun(found, records, entries)].map(({ kind }) => kind)
  for (const kind of ['common_mark', 'repeated_records', 'cut_short', 'undecidable'] as const)
    assert.ok(kinds.includes(kind), `${kind} is not among ${kinds.join(', ')}`)
  const peak = await peakMegabytes()
  assert.ok(peak === null || peak < MOST_MEGABYTES, `${peak} MB`)
})
