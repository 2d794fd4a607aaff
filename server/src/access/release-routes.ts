import type { Handlers } from '../http/endpoint.ts'
import { releaseRecords } from './commands/release-records.ts'
import { withdrawRelease } from './commands/withdraw-release.ts'
import { insist } from './insist.ts'
import { presentMade, presentReleaseList, presentWithdrawn } from './present/release.ts'
import { listReleases } from './queries/list-releases.ts'

type ReleaseRoutes = Pick<Handlers, 'recordsRelease' | 'releaseWithdraw' | 'releaseList'>

export function releaseRoutes(): ReleaseRoutes {
  return {
    recordsRelease: async ({ body, runLater }) =>
      presentMade(await insist(runLater, (context) => releaseRecords(context, body))),
    releaseWithdraw: async ({ body, runLater }) =>
      presentWithdrawn(await insist(runLater, (context) => withdrawRelease(context, body.release))),
    releaseList: async ({ run }) => presentReleaseList(await run(listReleases)),
  }
}
