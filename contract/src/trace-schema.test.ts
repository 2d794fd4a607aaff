import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { traceJsonSchema } from './trace-schema.ts'

test('the published schema of trace requests and replies is the one that we read them by', async () => {
  const published = new URL('../published/proofmark-trace-1.schema.json', import.meta.url)
  assert.deepEqual(JSON.parse(await readFile(published, 'utf8')), traceJsonSchema())
})
