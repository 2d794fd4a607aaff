import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { addSource } from './commands/add-source.ts'
import { enterRecord } from './commands/enter-record.ts'
import { listRecords } from './commands/list-records.ts'
import { showHints } from './commands/show-hints.ts'
import { showPersons } from './commands/show-persons.ts'
import { showRecord } from './commands/show-record.ts'
import { presentEntered, presentHints } from './present/entry.ts'
import { presentRecords } from './present/listed-records.ts'
import { presentRecord } from './present/record.ts'
import { listSources } from './queries/list-sources.ts'

export function recordRoutes(
  _: HttpServices,
): Pick<
  Handlers,
  'sourceList' | 'sourceAdd' | 'sourceRecords' | 'recordEnter' | 'recordHints' | 'recordShow' | 'recordPersons'
> {
  return {
    sourceList: async ({ run }) => ({ sources: await run(listSources) }),
    sourceAdd: async ({ body, reader, run }) => {
      const added = await run((context) => addSource(context, body))
      const { name, kind, agency, handling, fourEyes, retentionYears = null } = body
      const own = agency === reader.agency?.name
      return { name, kind, agency, handling, records: 0, own, fourEyes, retentionYears, lastImport: null, ...added }
    },
    sourceRecords: async ({ body, run }) => presentRecords(await run((context) => listRecords(context, body))),
    recordEnter: async ({ body, run }) => presentEntered(await run((context) => enterRecord(context, body))),
    recordHints: async ({ body, run, say, locale }) =>
      presentHints(await run((context) => showHints(context, body)), say, locale),
    recordShow: async ({ body, run }) => presentRecord(await run((context) => showRecord(context, body.record))),
    recordPersons: async ({ body, run }) => {
      const { record, version, persons } = await run((context) => showPersons(context, body.record))
      return { record, version, persons: [...persons] }
    },
  }
}
