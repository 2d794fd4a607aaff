import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const folder = new URL('..', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')

/** The first fenced block of a language. */
function block(language: string): string {
  const text = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme)?.[1]
  assert.ok(text, `the README has a block of ${language}`)
  return text
}

test('the example in the README runs and prints what it says', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '--eval', block('ts')],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  assert.equal(status, 0, stderr)
  assert.equal(stdout, block('text'))
})
