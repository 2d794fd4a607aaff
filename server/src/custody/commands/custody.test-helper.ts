import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Role } from '@proofmark/contract/roles'
import { custodyAcceptRequest, custodyHandOverRequest, custodyOrderRequest } from '@proofmark/contract/schemas/custody'
import { examinedExhibit } from '@proofmark/contract/schemas/recovery-answers'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { personOf } from '../../testing/desks.ts'
import { clearing, recoverExhibits, type TestExhibit } from '../../testing/exhibits.ts'
import { testDatabase } from '../../testing/test-database.ts'
import { presentCustody } from '../present/custody.ts'
import { signCampaign } from '../runs/sign-campaign.ts'
import { answerHandOver } from './answer-hand-over.ts'
import { examineExhibit } from './examine-exhibit.ts'
import { handOver } from './hand-over.ts'
import { orderExhibit } from './order-exhibit.ts'
import { showCustody } from './show-custody.ts'

/** People of three agencies, and what they do with exhibits: one database for each file of tests. */
export const database = await testDatabase()
export const GROUNDS = { purpose: 'criminal_investigation' } as const
export const person = (agency: string, name: string, ...roles: Role[]) => personOf(database, agency, name, roles)
export const officer = await person('Border Police', 'officer', 'recorder')
export const other = await person('Border Police', 'other officer', 'recorder')
export const manager = await person('Border Police', 'manager', 'exhibit_manager')
export const deputy = await person('Border Police', 'deputy', 'exhibit_manager')
export const examiner = await person('Laboratory', 'examiner', 'ballistic_examiner')
export const tracer = await person('Border Police', 'tracer', 'trace_officer')
export const stranger = await person('Fisheries', 'stranger', 'exhibit_manager')

/** Runs a command in somebody's name, with their rights as they are now. */
export const as =
  (account: string) =>
  <Result>(work: (context: Context) => Promise<Result>): Promise<Result> =>
    insist(async (command) => database.as(await database.reader(account), command), work)
export const recover = (...wanted: TestExhibit[]) => as(officer)((context) => recoverExhibits(context, wanted))
export const recoverOne = async (wanted: TestExhibit = {}) => (await recover(wanted))[0]!
export const show = async (account: string, code: string) =>
  presentCustody(await as(account)((context) => showCustody(context, code)))

export type Said = Record<string, unknown> & { readonly exhibit: string }
export const say = async (account: string, more: Said): Promise<string> => {
  const {
    grounds: _,
    signature: __,
    ...said
  } = custodyHandOverRequest.parse({
    event: randomUUID(),
    purpose: 'transport',
    at: '2026-02-01T10:00:00Z',
    ...more,
    grounds: GROUNDS,
  })
  await as(account)((context) => handOver(context, { said, origin: null }))
  return said.event
}
export const answer = (account: string, event: string, more: Said) => {
  const {
    grounds: _,
    signature: __,
    ...said
  } = custodyAcceptRequest.parse({
    event,
    at: '2026-02-01T10:05:00Z',
    ...more,
    grounds: GROUNDS,
  })
  return as(account)((context) => answerHandOver(context, { said, origin: null }))
}
export const signAs = (account: string, disposal: string, at = '2026-03-01T10:00:00Z') =>
  signCampaign({ run: as(account), clear: clearing(database) }, { disposal, at, origin: null })
export const examine = (account: string, exhibit: string) =>
  as(account)((context) => {
    const said = examinedExhibit.parse({ stated: { serial: 'TST1001' }, condition: 'functional' })
    return examineExhibit(context, { examination: randomUUID(), exhibit, said })
  })
export const refused = (work: Promise<unknown>, code: string) => assert.rejects(work, { code })
export const order = (exhibit: string, kind: string) => {
  const { grounds: _, ...said } = custodyOrderRequest.parse({
    ...{ id: randomUUID(), exhibit, kind, authority: 'court', reference: 'K 7/26', on: '2026-01-20', grounds: GROUNDS },
  })
  return as(manager)((context) => orderExhibit(context, said))
}
