import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import { settleFailure } from '../access/run-command.ts'
import type { Handlers } from '../http/endpoint.ts'
import { contentOf } from '../http/sent-file.ts'
import type { HttpServices } from '../http/services.ts'
import { approveModel } from './commands/approve-model.ts'
import { importModel, modelText } from './commands/propose-model.ts'
import { modelFileOf, presentComparison, presentModel, presentModelShares } from './present/model.ts'
import { findModel, listModels } from './queries/list-models.ts'
import { compareOnOpen } from './runs/compare-models.ts'
import { learnFromOpen } from './runs/learn-model.ts'

type ModelRoutes = Pick<
  Handlers,
  'modelList' | 'modelShow' | 'modelFile' | 'modelLearn' | 'modelImport' | 'modelApprove' | 'modelCompare'
>

/** Whoever began to learn is answered after so many milliseconds at most; the rest goes on by itself. */
const PATIENCE = 20_000

const named = (http: { req: { param: (name: string) => string | undefined } }) => http.req.param('model') ?? ''

export function modelRoutes(services: HttpServices): ModelRoutes {
  const { background, clock } = services
  let learning = false
  return {
    modelList: async ({ run, reader }) => {
      const models = await run(listModels)
      const standing = models.find((each) => each.standing)?.version ?? ''
      return { standing, models: models.map((each) => presentModel(reader, each)) }
    },
    modelShow: async ({ http, run, reader }) => {
      const found = await run((context) => findModel(context, named(http)))
      return { model: presentModel(reader, found), shares: presentModelShares(found) }
    },
    modelFile: async ({ http, run }) => {
      const text = modelFileOf(await run((context) => findModel(context, named(http))))
      if (text === null) throw new ProofmarkError('not_found', { what: named(http) })
      return JSON.parse(text) as Record<string, unknown>
    },
    modelLearn: async ({ runLater, reader }) => {
      if (learning) throw new ProofmarkError('model_busy')
      learning = true
      const work = learnFromOpen(runLater, { today: clock(), signal: background.signal }).finally(() => {
        learning = false
      })
      background.add(work)
      const first = await Promise.race([work, sleep(PATIENCE, null, { ref: false })])
      if (!first) work.catch((failure: unknown) => settleFailure(services, reader, null, 'modelLearn', failure))
      return { version: first?.version ?? null }
    },
    modelImport: async (call) => {
      const text = await modelText(contentOf(call))
      return call.run((context) => importModel(context, text))
    },
    modelApprove: async ({ body, run }) => run((context) => approveModel(context, body.version)),
    modelCompare: async ({ body, run }) => presentComparison(await compareOnOpen(run, body)),
  }
}
