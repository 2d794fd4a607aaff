import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { foldKey } from '../fold.ts'
import { ABSENCE_WORDS } from './absence-words.ts'
import { CRAFT_WORDS, INSCRIPTIONS, NO_MAKE_WORDS } from './not-makes.ts'
import { TYPE_WORDS } from './type-words.ts'
import { foldedWords } from './words.ts'

test('words for no number cover eight languages, and none has two meanings', () => {
  assert.deepEqual(
    new Set(ABSENCE_WORDS.map((row) => row.language)),
    new Set(['pt', 'es', 'en', 'fr', 'de', 'sr-Latn', 'sr-Cyrl', 'ru', 'ar']),
  )
  const meaning = new Map<string, string>()
  for (const { language, words } of ABSENCE_WORDS) {
    for (const [absence, all] of Object.entries(words)) {
      for (const key of foldedWords(all)) {
        assert.equal(meaning.get(key) ?? absence, absence, `${key} (${language})`)
        meaning.set(key, absence)
      }
    }
  }
})

test('a word for a type has one meaning', () => {
  const meaning = new Map<string, number>()
  TYPE_WORDS.forEach((row, i) => {
    for (const key of foldedWords(row.words)) {
      assert.equal(meaning.get(key) ?? i, i, key)
      meaning.set(key, i)
    }
  })
})

test('a word that is no make says one thing', () => {
  const lists = [CRAFT_WORDS, INSCRIPTIONS, NO_MAKE_WORDS].map((words) => new Set(foldedWords(words)))
  for (const [i, list] of lists.entries()) {
    for (const other of lists.slice(i + 1))
      assert.deepEqual(
        [...list].filter((key) => other.has(key)),
        [],
      )
  }
})

test('Cyrillic and Arabic words are written in their own letters only', () => {
  for (const { language, words } of ABSENCE_WORDS) {
    const foreign = language === 'sr-Cyrl' || language === 'ru' ? /[a-z]/i : language === 'ar' ? /[a-zа-я]/i : /[а-я]/i
    for (const all of Object.values(words))
      for (const word of all.split('|')) assert.doesNotMatch(foldKey(word), foreign, word)
  }
})

test('every table carries a version, and TABLES_VERSION counts it', () => {
  const counted = readFileSync(new URL('../tables-version.ts', import.meta.url), 'utf8')
  const withoutVersion = new Set(['make-row.ts', 'words.ts'])
  for (const file of readdirSync(import.meta.dirname)) {
    if (file.endsWith('.test.ts') || withoutVersion.has(file)) continue
    const version = /export const (\w+_VERSION) = \d+/.exec(readFileSync(new URL(file, import.meta.url), 'utf8'))
    assert.ok(version, file)
    assert.match(counted, new RegExp(`  ${version[1]}\\b`))
  }
})
