import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { addSource } from './commands/add-source.ts'
import { importFile } from './commands/import-file.ts'
import { preview } from './commands/preview.ts'
import { showRecord } from './commands/show-record.ts'
import { presentRecord } from './present/record.ts'
import { presentReject } from './present/reject.ts'
import { listSources } from './queries/list-sources.ts'
import type { Reject } from './rules/read-row.ts'

/** Rejects that one answer lists; the counts are always whole. */
const LISTED_REJECTS = 1_000

export function recordRoutes(
  _: HttpServices,
): Pick<Handlers, 'sourceList' | 'sourceAdd' | 'importFile' | 'recordShow'> {
  return {
    sourceList: async ({ run }) => ({ sources: await run(listSources) }),
    sourceAdd: async ({ body, run }) => {
      const visibility = await run((context) => addSource(context, body))
      const { name, kind, agency, handling } = body
      return { name, kind, agency, handling, visibility, records: 0 }
    },
    importFile: async ({ http, run, say }) => {
      const rejects: Reject[] = []
      const input = {
        source: http.req.param('source') ?? '',
        file: (http.req.query('file') ?? 'upload.csv').slice(0, 200),
        content: (http.req.raw.body ?? new ReadableStream()) as AsyncIterable<Uint8Array>,
        onReject: (reject: Reject) => {
          if (rejects.length < LISTED_REJECTS) rejects.push(reject)
        },
      }
      const keep = http.req.query('preview') !== 'true'
      const counts = keep
        ? await run((context) => importFile(context, input))
        : await preview(run, (context) => importFile(context, input))
      return {
        ...counts,
        unused: [...counts.unused],
        import: keep ? counts.import : null,
        rejects: rejects.map((each) => presentReject(each, say)),
      }
    },
    recordShow: async ({ body, run }) => presentRecord(await run((context) => showRecord(context, body.record))),
  }
}
