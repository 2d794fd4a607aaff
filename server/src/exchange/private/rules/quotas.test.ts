import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { enumerationOf, spaceOf } from './enumeration.ts'
import { exposures } from './exposure.ts'
import { judgeVolume, quotaOf, quotaOfAll } from './quotas.ts'

const counts = fc.nat(20_000)
const quotas = fc.record({ day: fc.integer({ min: 1, max: 2_000 }), month: fc.integer({ min: 1, max: 20_000 }) })

test('what is admitted never takes a count over a quota, and what is refused would have', () => {
  fc.assert(
    fc.property(
      counts,
      counts,
      counts,
      fc.integer({ min: 1, max: 32 }),
      quotas,
      counts,
      (day, month, all, wanted, quota, most) => {
        const { admitted, alarms } = judgeVolume({ day, month, all }, wanted, quota, most)
        assert.equal(admitted, day + wanted <= quota.day && month + wanted <= quota.month && all + wanted <= most)
        assert.equal(
          alarms.some(({ rule }) => rule === 'quota_reached'),
          !admitted,
        )
      },
    ),
  )
})

test('an agreement’s quota of a day counts, thirty days give ten of them, and all partners have as much as four', () => {
  assert.deepEqual(quotaOf(null, 'exact'), { day: 800, month: 8_000 })
  assert.equal(quotaOfAll('exact'), 32_000)
  const alarms = (month: number) =>
    judgeVolume({ day: 0, month, all: month }, 8, { day: 800, month: 8_000 }, 32_000).alarms.map(({ rule }) => rule)
  assert.deepEqual(
    [alarms(0), alarms(3_992), alarms(6_392)],
    [[], ['half_of_quota'], ['half_of_quota', 'most_of_quota']],
  )
})

test('enumeration takes as long as asking about one after the other, day by day, by the same quotas', () => {
  const simulated = (space: number, quota: { day: number; month: number }): number => {
    let left = space
    let days = 0
    while (left > 0) {
      const asked = Math.min(left, quota.day, quota.month - Math.min(quota.month, (days % 30) * quota.day))
      left -= asked
      days += 1
    }
    return days
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 900 }), (space, day) => {
      const quota = { day, month: 10 * day }
      assert.equal(enumerationOf(space, quota).days, simulated(space, quota))
    }),
  )
})

test('the document for operators states what is computed: for each space of one make, days and share of an epoch', async () => {
  const exact = quotaOf(null, 'exact')
  const stated = [
    { letters: 0, digits: 4 },
    { letters: 0, digits: 5 },
    { letters: 0, digits: 6 },
    { letters: 1, digits: 6 },
    { letters: 2, digits: 6 },
  ].map((shape) => enumerationOf(spaceOf(shape), exact))
  assert.deepEqual(
    stated.map(({ days }) => days),
    [33, 365, 3_730, 97_480, 2_534_980],
  )
  assert.deepEqual(
    stated.map(({ shareOfEpoch }) => Number(shareOfEpoch.toPrecision(2))),
    [0.8, 0.08, 0.008, 0.00031, 0.000012],
  )
  const document = await readFile(new URL('../../../../../docs/private-look-up.md', import.meta.url), 'utf8')
  const rows = [...document.matchAll(/^\| [a-z ]+ \| [\d,]+ \| (\d+) \| [\d.,]+ \| ([\d.]+) % \|$/gm)]
  assert.deepEqual(
    rows.map(([, days, share]) => [Number(days), Number(share)]),
    stated.map(({ days, shareOfEpoch }) => [days, Number((100 * shareOfEpoch).toPrecision(2))]),
  )
})

test('it also states what whoever holds a key, all keys or a session learns, in figures', async () => {
  const document = await readFile(new URL('../../../../../docs/private-look-up.md', import.meta.url), 'utf8')
  const figure = (count: number) => count.toLocaleString('en-US')
  for (const { kind, keyDay, keyMonth, allKeysMonth, sessionDay, sessionMonth } of exposures()) {
    const row = [keyDay, keyMonth, allKeysMonth, sessionDay, sessionMonth].map(figure)
    assert.ok(document.includes(`| \`${kind}\` | ${row.join(' | ')} |`), `${kind}: ${row.join(' | ')}`)
  }
  const total = (of: (each: ReturnType<typeof exposures>[number]) => number) =>
    figure(exposures().reduce((sum, each) => sum + of(each), 0))
  assert.ok(document.includes(`${total(({ keyDay }) => keyDay)} marks on the first day`))
  assert.ok(document.includes(`${total(({ keyMonth }) => keyMonth)} within thirty`))
})
