import { randomUUID } from 'node:crypto'
import { type ReleaseRequest, releaseRequest } from '@proofmark/contract/schemas/release'
import { releaseRecords } from '../access/commands/release-records.ts'
import { settleReleases } from '../access/commands/settle-releases.ts'
import { withdrawRelease } from '../access/commands/withdraw-release.ts'
import type { Context, Run } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import { runCommand } from '../access/run-command.ts'
import type { TestDatabase } from './test-database.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The day so many days after a moment, in UTC. */
export const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)

/** What people do with releases, at whatever moment the clock is said to show. */
export function releasesOfTest(database: TestDatabase) {
  const as = async <Result>(account: string, work: (context: Context) => Promise<Result>, now = new Date()) =>
    runCommand({ ...database.services, clock: () => now }, await database.reader(account, now), null, work)
  const by =
    (account: string, now: Date): Run =>
    (work) =>
      as(account, work, now)
  return {
    as,
    release: async (
      account: string,
      input: Pick<ReleaseRequest, 'records' | 'to'> & Partial<ReleaseRequest>,
      now = new Date(),
    ) => {
      const request = releaseRequest.parse({ id: randomUUID(), until: dayAfter(now, 30), conditions: [], ...input })
      return insist(by(account, now), (context) => releaseRecords(context, request))
    },
    withdraw: async (account: string, release: string, now = new Date()) =>
      insist(by(account, now), (context) => withdrawRelease(context, release)),
    settle: async (now: Date) => settleReleases(database.pool('match'), now),
  }
}
