import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saidForm } from './said-form.ts'

const given = (said: Readonly<Record<string, string>>) => (name: string) => said[name]

test('what is said of a file takes the place of what the profile keeps, and nothing said leaves it', () => {
  const kept = { encoding: 'windows-1252', delimiter: ';' } as const
  assert.deepEqual(saidForm(kept, given({ encoding: 'koi8-r', heading: '3' })), {
    encoding: 'koi8-r',
    delimiter: ';',
    heading: 3,
  })
  assert.deepEqual(saidForm(kept, given({})), kept)
})

test('an empty text leaves it to be found in the file', () => {
  assert.deepEqual(saidForm({ delimiter: ';', heading: 2 }, given({ heading: '' })), { delimiter: ';' })
  assert.equal(saidForm({ delimiter: ';' }, given({ delimiter: '' })), undefined)
  assert.equal(saidForm(undefined, given({})), undefined)
})

test('what no profile could keep is refused by its name', () => {
  const bad: [string, string, string][] = [
    ['encoding', 'klingon', 'choice'],
    ['delimiter', 'x', 'choice'],
    ['heading', '0', 'number'],
    ['heading', '1e9', 'number'],
    ['heading', 'first', 'number'],
    ['sheet', '\0', 'text'],
  ]
  for (const [field, text, expected] of bad)
    assert.throws(() => saidForm(undefined, given({ [field]: text })), {
      code: 'body_invalid',
      parameters: { field, expected },
    })
})
