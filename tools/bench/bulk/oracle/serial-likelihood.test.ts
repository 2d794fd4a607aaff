import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chancesFrom } from '../../../../server/src/demonstration/random.ts'
import { damageSerial } from '../../mix/serial-damage.ts'
import { distributionOf } from './distribution.ts'
import { SerialLikelihood } from './serial-likelihood.ts'

const likelihood = new SerialLikelihood()

describe('the likelihood of a stated serial', () => {
  it('is what going through all that can happen to the registered one counts', () => {
    for (const serial of ['A107', 'B0O5', '4443']) {
      const every = distributionOf((chances) => damageSerial(serial, chances).serial)
      for (const [read, probability] of every) {
        const off = likelihood.of(serial, read) / probability - 1
        assert.ok(Math.abs(off) < 1e-4, `${serial} as ${read}: off by ${off} of ${probability}`)
      }
    }
  })

  it('is as often as longer serials are so damaged', () => {
    const runs = 20_000
    const chances = chancesFrom(41)
    for (const serial of ['TO008158', 'KGB00112']) {
      const counts = new Map<string, number>()
      for (let run = 0; run < runs; run++) {
        const read = damageSerial(serial, chances).serial
        counts.set(read, (counts.get(read) ?? 0) + 1)
      }
      for (const [read, count] of counts) {
        const expected = runs * likelihood.of(serial, read)
        assert.ok(expected > 0, `${serial} as ${read}`)
        if (count > 30)
          assert.ok(
            Math.abs(count - expected) < 5 * Math.sqrt(expected),
            `${serial} as ${read}: ${count}, not ${expected}`,
          )
      }
    }
  })
})
