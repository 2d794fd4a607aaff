import type { RouteName } from '@proofmark/contract/paths'
import type { Context } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { addThing, placeOfThing } from './commands/add-thing.ts'
import { compareThings } from './commands/compare-things.ts'
import { findWords } from './commands/find-words.ts'
import { judgeThings } from './commands/judge-things.ts'
import { listThings } from './commands/list-things.ts'
import { readPassages } from './commands/read-passages.ts'
import { listReviews, reviewThing } from './commands/review-thing.ts'
import { placeOfTie, sayTie } from './commands/say-tie.ts'
import { placeOfValues, sayValues } from './commands/say-values.ts'
import { showThing } from './commands/show-thing.ts'
import { strikePlaces } from './commands/strike-words.ts'
import { withdrawTie, withdrawValue } from './commands/withdraw-said.ts'
import { presentCompared, presentReviews, presentThing, presentThings, presentWords } from './present/thing.ts'
import { asEraser, eraseFor } from './runs/erase-thing.ts'

type ThingRoutes = Pick<Handlers, Extract<RouteName, `${'thing' | 'tie'}${string}`>>
type Later = Pick<SignedInCall<'thingShow'>, 'runLater'>

/** The class of what will be said in a transaction of its own, then the command in one that sees it. */
export const inPlace =
  <Input, Result>(
    place: (context: Context, input: Input) => Promise<number>,
    command: (context: Context, input: Input) => Promise<Result>,
  ) =>
  async ({ body, runLater }: Later & { readonly body: Input }): Promise<Result> => {
    await insist(runLater, (context) => place(context, body))
    return insist(runLater, (context) => command(context, body))
  }

/** Persons, organisations and other things that inquiries speak of, and what ties them. */
export function thingRoutes(services: HttpServices): ThingRoutes {
  return {
    thingAdd: inPlace(placeOfThing, addThing),
    thingSay: inPlace(placeOfValues, sayValues),
    thingWithdraw: async ({ body, run }) => ({
      thing: await run((context) => withdrawValue(context, body)),
      hints: [],
    }),
    thingShow: async ({ body, run }) =>
      run(async (context) => presentThing(await showThing(context, body), context.reader)),
    thingList: async ({ body, run }) => presentThings(await run((context) => listThings(context, body))),
    thingDuplicates: async ({ body, run }) => presentCompared(await run((context) => compareThings(context, body))),
    thingJudge: async ({ body, run }) => ({
      id: body.id,
      one: [...(await run((context) => judgeThings(context, body)))],
    }),
    thingErase: async ({ body, reader, grounds }) => ({ ...(await eraseFor(services, reader, grounds, body)) }),
    thingWords: async ({ body, reader, grounds }) =>
      presentWords(await asEraser(services, reader, grounds, (context) => findWords(context, body))),
    thingPassages: async ({ body, reader, grounds }) => ({
      passages: [...(await asEraser(services, reader, grounds, (context) => readPassages(context, body)))],
    }),
    thingStrike: async ({ body, reader, grounds }) => ({
      thing: body.thing,
      struck: await asEraser(services, reader, grounds, (context) => strikePlaces(context, body)),
    }),
    thingReviews: async ({ body, run }) => presentReviews(await run((context) => listReviews(context, body))),
    thingReview: async ({ body, run }) => ({
      thing: body.thing,
      until: await run((context) => reviewThing(context, body)),
    }),
    tieAdd: async (call) => ({ tie: await inPlace(placeOfTie, sayTie)(call) }),
    tieWithdraw: async ({ body, run }) => ({ tie: await run((context) => withdrawTie(context, body)) }),
  }
}
