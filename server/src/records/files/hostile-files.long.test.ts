import { test } from 'node:test'
import * as fc from 'fast-check'
import { entries, isOutcome, mutated, outcome } from './hostile.fixture.ts'
import { zipOf } from './zip.fixture.ts'

test('a whole archive around parts with some bytes changed is a table or a refusal', async () => {
  for (const [index, { content }] of entries.entries()) {
    await fc.assert(
      fc.asyncProperty(mutated(content), async (changed) => {
        const bytes = zipOf(entries.map((entry, at) => (at === index ? { ...entry, content: changed } : entry)))
        return isOutcome(await outcome(bytes))
      }),
      { numRuns: 20 },
    )
  }
})
