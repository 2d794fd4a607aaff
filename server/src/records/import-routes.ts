import { ProofmarkError } from '@proofmark/contract/errors'
import type { ImportSummary } from '@proofmark/contract/schemas/import'
import { settleFailure } from '../access/run-command.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import { contentOf, fileNameIn } from '../http/sent-file.ts'
import type { HttpServices } from '../http/services.ts'
import { openImport } from './commands/begin-import.ts'
import { preview } from './commands/preview.ts'
import { seeRejects } from './commands/see-rejects.ts'
import { stopImport } from './commands/stop-import.ts'
import { takeRejects } from './commands/take-rejects.ts'
import { presentImport } from './present/import.ts'
import { presentSummary, summariseImport } from './present/import-summary.ts'
import { presentItem } from './present/item.ts'
import { presentReject } from './present/reject.ts'
import { rejectedRowLines, rejectLines } from './present/reject-lines.ts'
import { getImport, listImports } from './queries/find-import.ts'
import { importFile } from './runs/import-file.ts'
import { judgeWholeImport } from './runs/judge-import.ts'
import { needUpload, receiveUpload, uploadedContent } from './runs/receive-upload.ts'
import { holdBy, withinTransaction } from './runs/run.ts'

type ImportRoute =
  | 'importFile'
  | 'importList'
  | 'importShow'
  | 'importUpload'
  | 'importGoOn'
  | 'importStop'
  | 'importJudge'
  | 'importRejectList'
  | 'importRejects'
  | 'importRejectedRows'

type Call = SignedInCall<'importFile' | 'importUpload' | 'importGoOn'>

const LISTED_IMPORTS = 100
const SHOWN_REJECTS = 100

/** A whole number of the query; undefined where it is not given. */
function numberIn({ http }: Pick<Call, 'http'>, field: string): number | undefined {
  const text = http.req.query(field)
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text)) throw new ProofmarkError('body_invalid', { field, expected: 'number' })
  return Number(text)
}

/** `true` or `false` of the query; a preview that was misspelt must not be an import. */
function choiceIn({ http }: Pick<Call, 'http'>, field: string, otherwise: boolean): boolean {
  const text = http.req.query(field)
  if (text === undefined) return otherwise
  if (text !== 'true' && text !== 'false') throw new ProofmarkError('body_invalid', { field, expected: 'boolean' })
  return text === 'true'
}

export function importRoutes(services: HttpServices): Pick<Handlers, ImportRoute> {
  const hold = holdBy(services.pool)
  const { background } = services

  /** The file has arrived. Whoever sent it may wait for the end, or close the page. */
  async function takeIn(call: Call, id: string): Promise<ImportSummary> {
    const { run, runLater, say, reader } = call
    const wait = choiceIn(call, 'wait', true)
    const { source, file } = await run((context) => getImport(context, id))
    const work = importFile(
      { run: runLater, hold },
      {
        source: source.name,
        file: file ?? '',
        content: uploadedContent(runLater, id),
        import: id,
        signal: background.signal,
      },
    )
    background.add(work)
    if (wait) return summariseImport(runLater, await work, say)
    work.catch((failure: unknown) => settleFailure(services, reader, null, 'importFile', failure))
    return { ...presentSummary(await run((context) => getImport(context, id)), say), state: 'running' }
  }

  return {
    importFile: async (call) => {
      const { http, run, say } = call
      const source = http.req.param('source') ?? ''
      const file = fileNameIn(call)
      const content = contentOf(call)
      const profile = numberIn(call, 'profile')
      choiceIn(call, 'wait', true)
      if (!choiceIn(call, 'preview', false))
        return takeIn(call, await receiveUpload(run, { source, file, content, profile }))
      return preview(run, async (context) => {
        const place = withinTransaction(context)
        const sample: ImportSummary['sample'] = []
        const outcome = await importFile(place, { source, file, content, profileVersion: profile, ...sampling(sample) })
        return { ...(await summariseImport(place.run, outcome, say)), import: null, sample }
      })
    },
    importUpload: async (call) => {
      const id = call.http.req.param('import') ?? ''
      const goOn = { import: id, from: numberIn(call, 'from') ?? 0 }
      return takeIn(call, await receiveUpload(call.run, { source: '', file: '', content: contentOf(call), goOn }))
    },
    importGoOn: async (call) => {
      const { id } = await call.run(async (context) => {
        const found = await openImport(context, call.http.req.param('import') ?? '')
        await needUpload(context, found.id)
        return found
      })
      return takeIn(call, id)
    },
    importList: async ({ http, run, say }) => {
      const { source, before } = http.req.query()
      if (before !== undefined && !/^\d{1,18}$/.test(before))
        throw new ProofmarkError('body_invalid', { field: 'before', expected: 'number' })
      const imports = await run((context) => listImports(context, { source, before, limit: LISTED_IMPORTS }))
      return { imports: imports.map((each) => presentImport(each, say)) }
    },
    importShow: async ({ http, run, say }) =>
      presentImport(await run((context) => getImport(context, http.req.param('import') ?? '')), say),
    importStop: async ({ http, run, say }) => {
      const id = http.req.param('import') ?? ''
      await run((context) => stopImport(context, id))
      return presentImport(await run((context) => getImport(context, id)), say)
    },
    importJudge: async ({ http, body, runLater }) => {
      const id = http.req.param('import') ?? ''
      const { records } = await judgeWholeImport({ run: runLater, hold }, { import: id, verdict: body.verdict })
      return { import: id, records }
    },
    importRejectList: async (call) => {
      const id = call.http.req.param('import') ?? ''
      const after = numberIn(call, 'after') ?? 0
      const found = await call.run((context) => seeRejects(context, { import: id, after, limit: SHOWN_REJECTS + 1 }))
      const rejects = found.slice(0, SHOWN_REJECTS).map((each) => presentReject(each, call.say))
      return { rejects, more: found.length > SHOWN_REJECTS }
    },
    importRejects: async ({ http, run, say }) => {
      const id = http.req.param('import') ?? ''
      await run((context) => takeRejects(context, id))
      return { file: `import-${id}.rejects.csv`, lines: rejectLines(run, id, say) }
    },
    importRejectedRows: async ({ http, run }) => {
      const id = http.req.param('import') ?? ''
      await run((context) => takeRejects(context, id))
      return { file: `import-${id}.rejected-rows.csv`, lines: rejectedRowLines(run, id) }
    },
  }
}

function sampling(sample: ImportSummary['sample']): Pick<Parameters<typeof importFile>[1], 'onBatch'> {
  return {
    onBatch: (batch) => {
      for (const { row, stated, items } of batch.sample)
        sample.push({ row, stated: { ...stated }, items: items.map(presentItem) })
    },
  }
}
