import type { Handlers } from '../http/endpoint.ts'
import { wordingOfPages } from '../linkage/present/wording.ts'
import { courtText } from './commands/court-text.ts'
import { showReview } from './commands/show-review.ts'
import { presentCourtText } from './present/court-text.ts'
import { presentMany, presentQueue, presentReview } from './present/review.ts'
import { decideMany, findMany, manyDetails, withdrawMany } from './runs/decide-many.ts'
import { reviewQueue } from './runs/review-queue.ts'

export function reviewRoutes(): Pick<
  Handlers,
  'reviewList' | 'reviewShow' | 'courtText' | 'reviewManyPreview' | 'reviewManyDecide' | 'reviewManyWithdraw'
> {
  return {
    reviewList: async ({ body, run, say, locale }) =>
      presentQueue(await reviewQueue(run, body), wordingOfPages(say, locale)),
    reviewShow: async ({ body, run, say, locale }) =>
      presentReview(await run((context) => showReview(context, body)), wordingOfPages(say, locale)),
    reviewManyPreview: async ({ body, run }) => {
      const found = await findMany(run, body)
      const details = await run((context) => manyDetails(context, found))
      return presentMany(found, details)
    },
    reviewManyDecide: async ({ body, run }) => decideMany(run, body),
    reviewManyWithdraw: async ({ body, run }) => withdrawMany(run, body),
    courtText: async ({ body, run, say, locale }) =>
      presentCourtText(await run((context) => courtText(context, body)), wordingOfPages(say, locale)),
  }
}
