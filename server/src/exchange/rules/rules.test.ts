import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LINK_FAILURES } from '@proofmark/contract/exchange-words'
import { MESSAGE_KINDS } from '@proofmark/contract/message-kinds'
import { type AgreementTerms, partnerFile } from '@proofmark/contract/schemas/partner'
import fc from 'fast-check'
import { type Agreement, inForce, refusalOf } from './agreement.ts'
import { fileFault } from './file-fault.ts'
import { parsePlain } from './parse-plain.ts'
import { RESTORE_BOUNDS, toldSince } from './restore-bounds.ts'
import { MOST_ATTEMPTS, nextAttempt } from './retry.ts'

const NOW = new Date('2026-03-02T08:00:00Z')
const chance = fc.double({ min: 0, max: 0.999, noNaN: true })

test('what cannot be reached is tried for days, ever less often and never less than hourly; then a person is asked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LINK_FAILURES),
      fc.integer({ min: 1, max: MOST_ATTEMPTS - 1 }),
      chance,
      (reason, attempts, drawn) => {
        const pause = nextAttempt(reason, attempts, NOW, drawn)!.getTime() - NOW.getTime()
        const whole = Math.min(3_600_000, 2_000 * 2 ** (attempts - 1))
        assert.ok(pause >= whole / 2 && pause < whole)
      },
    ),
  )
  for (const reason of LINK_FAILURES) assert.equal(nextAttempt(reason, MOST_ATTEMPTS, NOW, 0), null)
})

test('what saying it again does not change waits for a person at once', () => {
  for (const reason of ['form_unknown', 'key_unknown', 'not_allowed', 'id_reused'] as const)
    assert.equal(nextAttempt(reason, 1, NOW, 0), null)
  for (const reason of ['clock_apart', 'quota', 'busy', 'certificate_unknown'] as const)
    assert.notEqual(nextAttempt(reason, 1, NOW, 0), null)
})

const terms = fc.record<Partial<AgreementTerms>>({
  dataClasses: fc.subarray(['traces', 'lost_stolen_wanted', 'ballistics', 'whole_register']),
  wholeRegisterLaw: fc.option(fc.constant('Act 4')),
  validFrom: fc.constantFrom('2025-01-01', '2026-03-02', '2027-01-01'),
  validTo: fc.option(fc.constantFrom('2025-12-31', '2026-03-02', '2028-01-01')),
}) as fc.Arbitrary<AgreementTerms>
const versions = fc
  .array(terms, { maxLength: 4 })
  .map((each) => each.map((one, at): Agreement => ({ version: at + 1, terms: one })))

test('the newest version whose days hold today is in force, in whatever order versions come', () => {
  fc.assert(
    fc.property(versions, fc.integer(), (each, turn) => {
      const day = '2026-03-02'
      const holding = each.filter(({ terms: { validFrom, validTo } }) => validFrom <= day && (validTo ?? day) >= day)
      const from = Math.abs(turn) % (each.length + 1)
      const turned = [...each.slice(from), ...each.slice(0, from)]
      assert.equal(inForce(turned, day)?.version ?? 0, Math.max(0, ...holding.map(({ version }) => version)))
    }),
  )
})

test('without an agreement a partner gets nothing but what is owed; with one, what it names and no other class', () => {
  for (const kind of MESSAGE_KINDS) {
    const owed = kind === 'correction' || kind === 'revocation'
    const suspended = { state: 'suspended', agreement: null } as const
    assert.equal(refusalOf(suspended, { what: 'message', kind }) === null, owed, kind)
    assert.equal(refusalOf(null, { what: 'message', kind }), 'partner_unknown')
  }
  fc.assert(
    fc.property(terms, fc.constantFrom('traces', 'ballistics', 'whole_register'), (agreed, dataClass) => {
      const partner = { state: 'active', agreement: { version: 1, terms: agreed } } as const
      const may = refusalOf(partner, { what: 'data', dataClass }) === null
      const lawful = dataClass !== 'whole_register' || agreed.wholeRegisterLaw !== null
      assert.equal(may, agreed.dataClasses.includes(dataClass) && lawful)
    }),
  )
})

test('JSON of a stranger’s is data, or nothing: no well of brackets, no half of a letter, no member that gets lost', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const value: unknown = JSON.parse(text)
      if (/__proto__|\\u0000|\\ud[89a-f]/i.test(text)) return
      assert.deepEqual(parsePlain(Buffer.from(text))?.value, value)
    }),
  )
  for (const text of [
    '{',
    '',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    '{"__proto__":1}',
    '"\\ud800"',
    '"a\\u0000"',
  ])
    assert.equal(parsePlain(Buffer.from(text)), null, text.slice(0, 20))
  assert.equal(parsePlain(Buffer.from([0x22, 0xff, 0x22])), null)
})

test('a partner’s file that does not fit is refused by file, field, value, and what would be accepted', () => {
  const stated = { form: 'proofmark-partner-1', name: 'B', country: 'Utopia' }
  const outcome = partnerFile.safeParse(stated)
  assert.ok(!outcome.success)
  const { code, parameters } = fileFault('xb.json', stated, outcome.error)
  assert.deepEqual(
    [code, parameters.file, parameters.field, parameters.value],
    ['file_invalid', 'xb.json', 'country', 'Utopia'],
  )
})

test('a restored partner is told no further back than was agreed, for some days, and up to a number of messages', () => {
  const now = new Date('2026-11-30T10:00:00Z')
  const back = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const any = fc.record({
    since: fc.integer({ min: 0, max: 4_000 }).map(back),
    declaredAt: fc.integer({ min: 0, max: 20 }).map(back),
    decidedAt: fc.integer({ min: 0, max: 20 }).map(back),
    given: fc.integer({ min: 0, max: 2 * RESTORE_BOUNDS.most }),
  })
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 366 }), (agreed, window) => {
      const since = toldSince(agreed, window, now)
      const isOver = back(RESTORE_BOUNDS.openDays) > agreed.decidedAt || agreed.given >= RESTORE_BOUNDS.most
      assert.equal(since === null, isOver)
      if (since) assert.ok(since >= new Date(agreed.declaredAt.getTime() - window * 86_400_000))
    }),
  )
})
