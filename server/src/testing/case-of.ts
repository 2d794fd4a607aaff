import { randomUUID } from 'node:crypto'
import { internVisibility } from '../access/commands/intern-visibility.ts'
import { createPool } from '../store/connection.ts'
import type { TestDatabase } from './test-database.ts'

/** A case with those who are let into it, the first as its lead, written as whoever owns the tables. */
export async function caseOf(
  database: TestDatabase,
  reference: string,
  members: readonly string[],
  { id = randomUUID() as string, readers = [] as readonly string[] } = {},
): Promise<string> {
  const owner = createPool(database.ownerUrl, 1)
  try {
    const lead = await database.reader(members[0]!)
    const agency = lead.agency!.id
    await owner.query('INSERT INTO compartment (id, case_id, agency_id, opened_by) VALUES ($1, $1, $2, $3)', [
      id,
      agency,
      lead.account,
    ])
    for (const [account, part] of [
      ...members.map((each, at) => [each, at === 0 ? 'lead' : 'member'] as const),
      ...readers.map((each) => [each, 'reader'] as const),
    ])
      await owner.query(
        `INSERT INTO compartment_member (compartment_id, account_id, number, part, why, said_by) VALUES ($1, $2, 1, $3, 'test', $4)`,
        [id, account, part, lead.account],
      )
    const vis = await database.as(lead, (context) =>
      internVisibility(context, { agency, sourceVisibility: 'pointer', handling: 'H2', readers: [], compartment: id }),
    )
    await owner.query('INSERT INTO case_file (id, agency_id, vis, reference, opened_by) VALUES ($1, $2, $3, $4, $5)', [
      id,
      agency,
      vis,
      reference,
      lead.account,
    ])
    return id
  } finally {
    await owner.end()
  }
}
