import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { hostedDatabase } from '../testing/hosted-database.ts'
import { openPdf } from '../testing/open-pdf.test-helper.ts'
import { proofmark } from '../testing/run-shell.ts'
import { aRequest } from '../tracing/documents/messages.fixture.ts'

const scratch = await mkdtemp(join(tmpdir(), 'proofmark-document-'))
after(() => rm(scratch, { recursive: true, force: true }))
const env = { DATABASE_URL: await hostedDatabase() }
const shell = (...args: string[]) => proofmark(join(scratch, 'data'), args, env)

const request = aRequest({ handling: { ...aRequest().handling, codes: ['H1'] } })

test('the shell writes a document with the promised keys, and no file where the codes forbid it', async () => {
  assert.equal((await shell('agency', 'add', 'Police', '--desk', 'tracing')).code, 0)
  const owner = new pg.Client({ connectionString: env.DATABASE_URL })
  await owner.connect()
  await owner.query(
    `WITH own AS (SELECT id AS vis, agency_id FROM visibility WHERE source_visibility = 'pointer' AND handling = 'H0' LIMIT 1),
      kept AS (INSERT INTO trace_request (id, agency_id, vis, direction, records, content_hmac)
        SELECT $1, agency_id, vis, 'outgoing', '{}', sha256('x') FROM own)
     INSERT INTO trace_form (request_id, version, vis, channel, form, message)
     SELECT $1, 1, vis, 'siena', '{}', $2 FROM own`,
    [request.id, JSON.stringify(request)],
  )
  await owner.end()

  const out = join(scratch, 'request.pdf')
  const written = await shell(
    'trace',
    'document',
    request.id,
    '--form',
    'pdf',
    '--out',
    out,
    '--language',
    'ar',
    '--json',
  )
  assert.equal(written.code, 0, written.err)
  assert.deepEqual(Object.keys(JSON.parse(written.out)).sort(), ['bytes', 'file', 'form', 'sha256'])
  assert.equal((await openPdf(await readFile(out))).info.Language, 'ar')

  const forbidden = join(scratch, 'court.csv')
  const refused = await shell(
    'trace',
    'document',
    request.id,
    '--form',
    '3312',
    '--out',
    forbidden,
    '--audience',
    'court',
  )
  assert.equal(refused.code, 1)
  assert.match(refused.err, /has not permitted its use in court/)
  assert.equal(existsSync(forbidden), false)
})
