import { randomUUID } from 'node:crypto'
import { internVisibility } from '../access/commands/intern-visibility.ts'
import type { TestDatabase } from './test-database.ts'

export interface CaseFileOfTest {
  readonly id?: string
  readonly reference: string
  /** Accounts; the first leads it, and it is of their agency. */
  readonly people: readonly string[]
  readonly visibility?: 'pointer' | 'silent'
}

/** A case as its tables keep it: its compartment, who was let in, its class and its file. Answers its identifier and class. */
export async function caseFileOf(
  database: TestDatabase,
  { id = randomUUID(), reference, people, visibility = 'pointer' }: CaseFileOfTest,
): Promise<{ readonly id: string; readonly vis: number }> {
  const [lead] = people
  const agency = (await database.reader(lead!)).agency!.id
  const vis = await database.as(await database.installer(), async (context) => {
    await context.query
      .insertInto('compartment')
      .values({ id, case_id: id, agency_id: agency, opened_by: lead! })
      .execute()
    const until = null
    const part = (account: string) => (account === lead ? 'lead' : 'member')
    await context.query
      .insertInto('compartment_member')
      .values(
        people.map((account) => ({
          ...{ compartment_id: id, account_id: account, number: 1, part: part(account), until },
          ...{ why: 'works in it', said_by: lead! },
        })),
      )
      .execute()
    return internVisibility(context, {
      ...{ agency, sourceVisibility: visibility, handling: 'H2', readers: [], compartment: id },
    })
  })
  await database.as(await database.reader(lead!), ({ query }) =>
    query.insertInto('case_file').values({ id, agency_id: agency, vis, reference, opened_by: lead! }).execute(),
  )
  return { id, vis }
}

interface ThingOfTest {
  readonly of: { readonly id: string; readonly vis: number }
  readonly kind: 'telephone' | 'person'
  readonly keys: readonly Buffer[]
}

/** A thing of a case with a value under each of these keys, as whoever works in the case keeps it. */
export async function thingOf(database: TestDatabase, account: string, { of, kind, keys }: ThingOfTest): Promise<void> {
  const reader = await database.reader(account)
  await database.as(reader, async ({ query }) => {
    const id = randomUUID()
    await query
      .insertInto('thing')
      .values({ id, kind, agency_id: reader.agency!.id, vis: of.vis, case_id: of.id, opened_by: account })
      .execute()
    await query
      .insertInto('thing_value')
      .values(
        keys.map((key) => ({
          ...{ thing_id: id, id: randomUUID(), vis: of.vis, field: 'number', value: 'as stated', key },
          ...{ standing: 'fact' as const, said: '{}', review_on: null, said_by: account },
          ...{ withdrawn_by: null, withdrawn_at: null },
        })),
      )
      .execute()
  })
}
