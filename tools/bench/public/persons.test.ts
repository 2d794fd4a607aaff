import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { makePersons } from './make-persons.ts'
import { PERSON_FIELDS } from './person.ts'
import { readFebrl } from './read-febrl.ts'

describe('persons after Febrl', () => {
  it('have one duplicate each, changed in one to four fields, and are the same for one seed', () => {
    const { originals, duplicates, truth } = makePersons(400, 7)
    assert.deepEqual(makePersons(400, 7).duplicates, duplicates)
    assert.deepEqual(
      truth.toSorted((a, b) => a - b),
      originals.map((_, at) => at),
    )
    const changed = duplicates.map(
      (person, at) => PERSON_FIELDS.filter((field) => person[field] !== originals[truth[at]!]![field]).length,
    )
    assert.ok(changed.every((fields) => fields <= 4))
    assert.ok(changed.filter((fields) => fields > 0).length > 0.99 * changed.length)
  })

  it('are read from the published files, and other files are refused with what they lack', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proofmark-febrl-'))
    try {
      const heading = `rec_id, ${PERSON_FIELDS.join(', ')}\n`
      const row = (id: string, name: string) =>
        `${id}, ${name}, brewer, 4, birch street, , lowood, 2900, act, 19620421, 1234567\n`
      await writeFile(join(folder, 'dataset4a.csv'), heading + row('rec-7-org', 'ada') + row('rec-8-org', 'ben'))
      await writeFile(join(folder, 'dataset4b.csv'), heading + row('rec-8-dup-0', 'bne'))
      const { originals, duplicates, truth } = await readFebrl(folder)
      assert.deepEqual(truth, [1])
      assert.equal(originals[0]!.given_name, 'ada')
      assert.equal(duplicates[0]!.address_2, '')
      await writeFile(join(folder, 'dataset4a.csv'), 'rec_id, given_name\n')
      await assert.rejects(readFebrl(folder), /no column surname/)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
