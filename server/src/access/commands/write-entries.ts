import { randomBytes, randomUUID } from 'node:crypto'
import type { PlainData } from '@proofmark/proofs/canonical'
import { commit } from '@proofmark/proofs/commitment'
import type { Context, EntryDraft } from '../context.ts'
import { keepable } from '../rules/keepable.ts'

const INSERT = `
  WITH said AS (
    SELECT * FROM jsonb_to_recordset($4::jsonb)
      AS each (id uuid, action text, outcome text, subjects uuid[], commitment text, body jsonb, salt text)
  ), entry AS (
    INSERT INTO audit_entry (id, actor, agency, action, outcome, purpose, subjects, body_commitment, body, salt)
    SELECT id, $1, $2, action, outcome, $3, subjects, decode(commitment, 'hex'), body, decode(salt, 'hex') FROM said
  )
  INSERT INTO audit_queue (entry_id) SELECT id FROM said`

/**
 * Writes many entries of the access log in one statement, in the transaction of the command, each as `context.audit` would: for
 * what is an entry of its own for each of many subjects.
 */
export async function writeEntries({ client, reader, grounds }: Context, drafts: readonly EntryDraft[]): Promise<void> {
  if (drafts.length === 0) return
  const reference = grounds?.reference === undefined ? {} : { reference: grounds.reference }
  const entries = drafts.map(({ action, outcome = 'done', subjects = [], body }) => {
    const salt = randomBytes(32)
    const said = keepable({ ...reference, ...body })
    const commitment = commit(salt, said as PlainData)
    return { id: randomUUID(), action, outcome, subjects, commitment, body: said, salt: salt.toString('hex') }
  })
  await client.query({
    name: 'write-entries',
    text: INSERT,
    values: [reader.account, reader.agency?.id ?? null, grounds?.purpose ?? null, JSON.stringify(entries)],
  })
}
