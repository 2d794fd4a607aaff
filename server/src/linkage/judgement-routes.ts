import { ProofmarkError } from '@proofmark/contract/errors'
import { PURPOSES } from '@proofmark/contract/purposes'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import { judge, judgedBefore } from './commands/judge.ts'
import { openTo, recordMatches } from './commands/record-matches.ts'
import { secondJudgement, withdrawJudgement } from './commands/withdraw-judgement.ts'
import { matchLines, presentJudgement, presentMatches } from './present/match.ts'
import { isolateNames } from './present/wording.ts'
import { listMatches } from './runs/list-matches.ts'

type JudgementRoutes = Pick<
  Handlers,
  'recordMatches' | 'matchTable' | 'judge' | 'judgementWithdraw' | 'judgementSecond'
>

/** The lines of the table. The first pairs are read before anything is answered: what fails, fails as an error. */
async function tableOf({ http, grounds, run }: SignedInCall<'matchTable'>): Promise<AsyncGenerator<string>> {
  if (!grounds) throw new ProofmarkError('purpose_needed', { accepted: PURPOSES.join(', ') })
  const matches = listMatches(run, { source: http.req.query('source'), with: http.req.query('with') })
  const first = await matches.next()
  async function* all() {
    if (first.done) return
    yield first.value
    yield* matches
  }
  return matchLines(all())
}

export function judgementRoutes(): JudgementRoutes {
  return {
    recordMatches: async ({ body, run, say, locale }) =>
      presentMatches(await run((context) => recordMatches(context, body.record)), {
        say,
        locale,
        isolate: isolateNames,
      }),
    matchTable: async (call) => ({ file: 'matches.csv', lines: await tableOf(call) }),
    judge: async ({ body, run }) => {
      const { made, before } = await run(async (context) => {
        const judged = await judge(context, body)
        const earlier = await judgedBefore(context, judged)
        return { made: openTo(context, judged), before: earlier && openTo(context, earlier) }
      })
      return { judgement: presentJudgement(made), before: before && presentJudgement(before) }
    },
    judgementWithdraw: async ({ body, run }) => ({
      judgement: presentJudgement(
        await run(async (context) => openTo(context, await withdrawJudgement(context, body))),
      ),
    }),
    judgementSecond: async ({ body, run }) => ({
      judgement: presentJudgement(await run(async (context) => openTo(context, await secondJudgement(context, body)))),
    }),
  }
}
