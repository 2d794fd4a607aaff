import type { RequestMakers } from './asked.ts'
import { requestsOfAccess } from './requests-of-access.ts'
import { requestsOfBallistics } from './requests-of-ballistics.ts'
import { requestsOfCases } from './requests-of-cases.ts'
import { requestsOfCustody } from './requests-of-custody.ts'
import { requestsOfDeconfliction } from './requests-of-deconfliction.ts'
import { requestsOfExchange } from './requests-of-exchange.ts'
import { requestsOfGraph } from './requests-of-graph.ts'
import { requestsOfImports } from './requests-of-imports.ts'
import { requestsOfLinkage } from './requests-of-linkage.ts'
import { requestsOfQuality } from './requests-of-quality.ts'
import { requestsOfRecords } from './requests-of-records.ts'
import { requestsOfRecoveries } from './requests-of-recoveries.ts'
import { requestsOfReleases } from './requests-of-releases.ts'
import { requestsOfSignIn } from './requests-of-sign-in.ts'
import { requestsOfThings } from './requests-of-things.ts'
import { requestsOfTraces } from './requests-of-traces.ts'

/**
 * What is asked at every route of the contract by somebody who would learn of what is hidden: of their own, of what they
 * may see, of what is hidden and of what there is not. A new route does not compile until it stands here.
 */
export const REQUESTS: RequestMakers = {
  ...requestsOfAccess,
  ...requestsOfSignIn,
  ...requestsOfImports,
  ...requestsOfRecords,
  ...requestsOfLinkage,
  ...requestsOfQuality,
  ...requestsOfReleases,
  ...requestsOfTraces,
  ...requestsOfBallistics,
  ...requestsOfExchange,
  ...requestsOfRecoveries,
  ...requestsOfCustody,
  ...requestsOfCases,
  ...requestsOfThings,
  ...requestsOfGraph,
  ...requestsOfDeconfliction,
}
