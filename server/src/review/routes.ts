import type { Handlers } from '../http/endpoint.ts'
import { wordingOfPages } from '../linkage/present/wording.ts'
import { askOpinion, assign } from './commands/assign.ts'
import { courtText } from './commands/court-text.ts'
import { showReview } from './commands/show-review.ts'
import { agreement, showWork } from './commands/show-work.ts'
import { presentCourtText } from './present/court-text.ts'
import { presentAssigned, presentMany, presentQueue, presentReview, presentWork } from './present/review.ts'
import { colleagues } from './queries/colleagues.ts'
import { decideMany, findMany, manyDetails, withdrawMany } from './runs/decide-many.ts'
import { reviewQueue } from './runs/review-queue.ts'

type ReviewRoute =
  | 'reviewList'
  | 'reviewShow'
  | 'courtText'
  | 'reviewManyPreview'
  | 'reviewManyDecide'
  | 'reviewManyWithdraw'
  | 'colleagueList'
  | 'reviewAssign'
  | 'opinionAsk'
  | 'reviewWork'
  | 'reviewAgreement'

export function reviewRoutes(): Pick<Handlers, ReviewRoute> {
  return {
    reviewList: async ({ body, run, say, locale }) =>
      presentQueue(await reviewQueue(run, body), wordingOfPages(say, locale)),
    reviewShow: async ({ body, run, say, locale }) =>
      presentReview(await run((context) => showReview(context, body)), wordingOfPages(say, locale)),
    reviewManyPreview: async ({ body, run }) => {
      const found = await findMany(run, body)
      return presentMany(found, await run((context) => manyDetails(context, found)))
    },
    reviewManyDecide: async ({ body, run }) => decideMany(run, body),
    reviewManyWithdraw: async ({ body, run }) => withdrawMany(run, body),
    colleagueList: async ({ run }) => ({ colleagues: await run(colleagues) }),
    reviewAssign: async ({ body, run }) => ({
      assigned: presentAssigned(await run((context) => assign(context, body))),
    }),
    opinionAsk: async ({ body, run }) => run((context) => askOpinion(context, body)),
    reviewWork: async ({ run }) => presentWork(await run(showWork)),
    reviewAgreement: async ({ run }) => run(agreement),
    courtText: async ({ body, run, say, locale }) =>
      presentCourtText(await run((context) => courtText(context, body)), wordingOfPages(say, locale)),
  }
}
