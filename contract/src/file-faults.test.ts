import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from './catalogues.ts'
import { FILE_FAULTS } from './file-faults.ts'
import { LOCALES, type Locale } from './locales.ts'

test('every fault of a file has words of its own in every language', () => {
  for (const locale of Object.keys(LOCALES) as Locale[]) {
    const sentences = FILE_FAULTS.map((reason) => sayIn(locale)('error.file_unreadable', { file: 'x', reason, row: 7 }))
    assert.equal(new Set(sentences).size, FILE_FAULTS.length, locale)
    for (const [index, sentence] of sentences.entries()) assert.ok(!sentence.includes(FILE_FAULTS[index]!), sentence)
  }
})
