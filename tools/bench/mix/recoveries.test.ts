import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MIX_MAKES } from './makes.ts'
import { makeRecoveries, type Recovery } from './recoveries.ts'
import { makeMixRegister } from './register.ts'

const COUNT = 20_000
const register = makeMixRegister(30_000, 21)
const entryOf = new Map(register.map((entry) => [entry.id, entry]))
const recoveries = makeRecoveries(register, COUNT, 22)
const truthOf = ({ truth }: Recovery) => entryOf.get(truth)!
const share = (holds: (recovery: Recovery) => boolean) => recoveries.filter(holds).length / COUNT
const near = (value: number, percent: number, name: string) =>
  assert.ok(Math.abs(100 * value - percent) < 1, `${name}: ${(100 * value).toFixed(2)} % is far from ${percent} %`)

describe('recoveries of the mix', () => {
  it('are each of another entry of the register', () => {
    assert.equal(new Set(recoveries.map(({ truth }) => truth)).size, COUNT)
    assert.ok(recoveries.every((recovery) => truthOf(recovery) !== undefined))
  })

  it('are the same from the same seed and others from another', () => {
    const few = register.slice(0, 300)
    assert.deepEqual(makeRecoveries(few, 300, 1), makeRecoveries(few, 300, 1))
    assert.notDeepEqual(makeRecoveries(few, 300, 1), makeRecoveries(few, 300, 2))
  })

  it('are refused where there are fewer entries', () => {
    assert.throws(() => makeRecoveries(register.slice(0, 5), 6, 1), /0 to 5 recoveries, not 6/)
  })

  it('damage serials in the shares of the mix', () => {
    const shares = { unchanged: 42, confusable: 15, edit: 15, lost: 9, dropped: 7, reformatted: 5, two_errors: 7 }
    for (const [kind, percent] of Object.entries(shares))
      near(
        share(({ damage }) => damage === kind),
        percent,
        kind,
      )
  })

  it('state a serial as registered exactly where its damage says so', () => {
    for (const recovery of recoveries)
      assert.equal(recovery.serial === truthOf(recovery).serial, recovery.damage === 'unchanged')
  })

  it('leave out each field as often as the mix says', () => {
    const missing = { make: 9, model: 20, calibre: 12, type: 5, country: 17, year: 40 } as const
    for (const [field, percent] of Object.entries(missing))
      near(
        share((recovery) => recovery[field as keyof typeof missing] === ''),
        percent,
        field,
      )
  })

  it('state each field as registered as often as the mix says', () => {
    // Of types and countries a quarter of the right words are in another language or code.
    const registered = { make: 60, model: 48, calibre: 50, type: 64.5, country: 58.5, year: 45 } as const
    for (const [field, percent] of Object.entries(registered)) {
      const name = field as keyof typeof registered
      near(
        share((recovery) => recovery[name] === String(truthOf(recovery)[name])),
        percent,
        field,
      )
    }
  })

  it('name another make as often as the mix says', () => {
    const names = new Set(MIX_MAKES.map(({ name }) => name))
    near(
      share((recovery) => names.has(recovery.make) && recovery.make !== truthOf(recovery).make),
      3,
      'make',
    )
  })

  it('name another country as often as the mix says', () => {
    const other = ({ country }: Recovery) => /^[A-Z]{2}$/.test(country)
    near(
      share((recovery) => other(recovery) && recovery.country !== truthOf(recovery).country),
      5,
      'country',
    )
  })

  it('miss the year by one or by more as often as the mix says, and never lie in the future', () => {
    const off = ({ year, ...recovery }: Recovery) =>
      year === '' ? 0 : Math.abs(Number(year) - entryOf.get(recovery.truth)!.year)
    near(
      share((recovery) => off(recovery) === 1),
      10,
      'one off',
    )
    near(
      share((recovery) => off(recovery) > 2),
      5,
      'far off',
    )
    assert.ok(recoveries.every(({ year, date }) => Number(year) <= 2025 && date < '2026'))
  })

  it('come after the registration', () => {
    assert.ok(recoveries.every((recovery) => recovery.date > truthOf(recovery).date))
  })
})
