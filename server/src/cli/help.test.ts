import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LEGAL_BASES } from '@proofmark/contract/purposes'
import { RELEASE_CONDITIONS } from '@proofmark/contract/release-conditions'
import { SOURCE_KINDS } from '@proofmark/domain/source-kind'
import fc from 'fast-check'
import { DESKS, formsBy, formsOf, helpOf, helpOfAll, wrapped } from './help.ts'
import { sentenceFor } from './sentence.ts'
import { type CommandName, USAGE } from './usage.ts'
import { writePrivate } from './write-private.ts'

const say = sayIn('en')
const COMMANDS = Object.keys(USAGE) as CommandName[]

test('each command is at one desk, and help tells all of them in a line that fits', () => {
  assert.deepEqual(Object.values(DESKS).flat().sort(), [...COMMANDS].sort())
  const help = helpOfAll(say, 100)
  for (const command of COMMANDS) assert.match(help, new RegExp(`^  ${command} `, 'm'))
  assert.ok(help.split('\n').every((line) => line.length <= 100))
})

test('the help of a command has a line for each way to call it, and after a word only those that begin so', () => {
  for (const command of COMMANDS) for (const form of formsOf(command)) assert.ok(form.includes(command), form)
  assert.equal(formsBy('recovery', ['show']).length, 1)
  assert.deepEqual(formsBy('custody', ['campaign', 'sign']), formsBy('custody', ['campaign', 'show']))
  assert.deepEqual(formsBy('recovery', ['nonsense']), formsOf('recovery'))
  assert.match(helpOf(say, 'recovery', [], 80), /proofmark recovery show ID/)
})

test('whatever answers about nodes says how each of them may be called', () => {
  for (const command of ['connect', 'suppliers'] as const)
    for (const form of ['KIND:ID', 'case:REFERENCE', 'SOURCE/KEY'])
      for (const language of ['en', 'fr', 'ar'] as const) assert.ok(sayIn(language)(`usage.${command}`).includes(form))
})

test('a wrapped text loses no word and no line is longer than the terminal, but for a word that is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^\S{1,12}$/), { minLength: 1 }),
      fc.integer({ min: 20, max: 120 }),
      (words, columns) => {
        const text = wrapped(words.join(' '), columns, '  ', '      ')
        assert.deepEqual(text.split(/\s+/).filter(Boolean), words)
        assert.ok(text.split('\n').every((line) => line.length <= columns))
      },
    ),
  )
})

test('the help of a command names every kind of source, every legal basis and every condition that it takes', () => {
  const told = [
    ['source', SOURCE_KINDS],
    ['pointer', LEGAL_BASES],
    ['release', RELEASE_CONDITIONS],
  ] as const
  for (const [command, words] of told)
    for (const word of words) assert.ok(helpOf(say, command, [], 100).includes(word), word)
})

test('what speaks against the end of a custody is said in words, and so is why a file is not written', async () => {
  const parameters = { exhibit: 'E', purpose: 'destroy', obstacles: 'open_trace, hold' }
  const refused = await sentenceFor(new ProofmarkError('custody_refused', parameters), say, '/')
  assert.equal(refused, 'E cannot be given for this purpose (destruction): a trace is open, a hold stands.')
  const nowhere = new URL('no-such-folder/file.zip', import.meta.url).pathname
  await assert.rejects(writePrivate(nowhere, ''), {
    code: 'file_not_written',
    parameters: { file: nowhere, reason: 'folder' },
  })
})
