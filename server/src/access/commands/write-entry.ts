import { randomBytes, randomUUID } from 'node:crypto'
import type { PlainData } from '@proofmark/proofs/canonical'
import { commit } from '@proofmark/proofs/commitment'
import type pg from 'pg'
import type { EntryDraft, Grounds } from '../context.ts'
import { keepable } from '../rules/keepable.ts'

/** Whose entry it is, as far as it is known: nobody is signed in when a sign-in is refused. */
export interface Actor {
  readonly account: string
  readonly agency: string | null
}

/** The actor of an entry that is about somebody who is not known. */
export const NOBODY: Actor = { account: '00000000-0000-0000-0000-000000000000', agency: null }

/** What somebody who works for no agency does to a person is for that person's agency to oversee. */
const AGENCY = `coalesce($3::uuid, CASE WHEN $4 LIKE 'account.%' OR $4 LIKE 'role.%'
  THEN (SELECT agency_id FROM account WHERE id = ($7::uuid[])[1]) END)`

/** Named, so that each connection plans it once: it is part of every command. */
const STATEMENT = 'write-entry'

const INSERT = `
  WITH entry AS (
    INSERT INTO audit_entry (id, actor, agency, action, outcome, purpose, subjects, body_commitment, body, salt)
    VALUES ($1, $2, ${AGENCY}, $4, $5, $6, $7::uuid[], $8, $9, $10)
  )
  INSERT INTO audit_queue (entry_id) VALUES ($1)`

/**
 * Writes an entry of the access log and puts it in line for its place in the tree, in the transaction that stands on
 * this connection. Answers the entry's identifier.
 */
export async function writeEntry(
  connection: pg.ClientBase | pg.Pool,
  actor: Actor,
  grounds: Grounds | null,
  draft: EntryDraft,
): Promise<string> {
  const id = randomUUID()
  const salt = randomBytes(32)
  const reference = grounds?.reference === undefined ? {} : { reference: grounds.reference }
  const body = keepable({ ...reference, ...draft.body })
  await connection.query({
    name: STATEMENT,
    text: INSERT,
    values: [
      id,
      actor.account,
      actor.agency,
      draft.action,
      draft.outcome ?? 'done',
      grounds?.purpose ?? null,
      draft.subjects ?? [],
      Buffer.from(commit(salt, body as PlainData), 'hex'),
      JSON.stringify(body),
      salt,
    ],
  })
  return id
}
