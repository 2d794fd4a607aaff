import { randomUUID } from 'node:crypto'
import type { ExhibitKind } from '@proofmark/contract/recovery-words'
import { recoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Context } from '../access/context.ts'
import { answerClearance } from '../custody/clearance/answer.ts'
import type { AskClearance } from '../custody/clearance/ask-match.ts'
import { beginCustody } from '../custody/commands/begin-custody.ts'
import { classOfOwn } from '../tracing/commands/write-trace.ts'
import type { TestDatabase } from './test-database.ts'

export interface TestExhibit {
  readonly id?: string
  readonly kind?: ExhibitKind
  readonly seal?: string | null
  readonly at?: string
  readonly record?: string | null
  readonly serial?: string
  /** As its recovery numbers it. */
  readonly number?: string
}

/** Exhibits of one recovery of the reader's agency, each with the first event of its chain. Answers them. */
export async function recoverExhibits(context: Context, wanted: readonly TestExhibit[]): Promise<string[]> {
  const { query, reader } = context
  const agency = reader.agency!.id
  const vis = await classOfOwn(context, agency)
  const recovery = randomUUID()
  const exhibits = wanted.map((each) => ({ ...each, id: each.id ?? randomUUID(), kind: each.kind ?? 'firearm' }))
  const form = recoveryForm.parse({
    status: 'seized',
    exhibits: exhibits.map(({ id, kind, serial = 'TST1001', number }) => ({
      exhibit: id,
      kind,
      ...(number === undefined ? {} : { number }),
      stated: { serial, make: 'Taurus' },
    })),
  })
  const { persons: _, ...kept } = form
  await query
    .insertInto('recovery')
    .values({ id: recovery, agency_id: agency, vis, status: 'seized', opened_by: reader.account })
    .execute()
  await query
    .insertInto('recovery_version')
    .values({
      recovery_id: recovery,
      version: 1,
      vis,
      base: null,
      stands: true,
      form: JSON.stringify(kept),
      content_hmac: Buffer.alloc(32),
      saved_by: reader.account,
    })
    .execute()
  for (const { id, kind, seal = null, record = null, at = '2026-01-05T08:00:00Z' } of exhibits) {
    await query
      .insertInto('exhibit')
      .values({ id, recovery_id: recovery, agency_id: agency, vis, kind, record_id: record, split_from: null })
      .execute()
    await beginCustody(context, {
      exhibit: id,
      recovered: at === null ? null : { at: new Date(at) },
      zone: 'UTC',
      place: 'Border post',
      seal,
    })
  }
  return exhibits.map(({ id }) => id)
}

/** Asks for clearance as the matching process's login, without its pipe. */
export const clearing =
  (database: Pick<TestDatabase, 'pool'>): AskClearance =>
  ({ question }) =>
    answerClearance(database.pool('match'), question, new Date())
