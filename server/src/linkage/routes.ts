import { ProofmarkError } from '@proofmark/contract/errors'
import { PURPOSES } from '@proofmark/contract/purposes'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import { contentOf, fileNameIn } from '../http/sent-file.ts'
import type { HttpServices } from '../http/services.ts'
import { find } from './commands/find.ts'
import { saveItem } from './commands/save-item.ts'
import { search } from './commands/search.ts'
import { isolateNames, presentFound } from './present/candidate.ts'
import { listedRowLines, presentListedRow } from './present/listed-row.ts'
import { presentSearched } from './present/search.ts'
import { listNotices } from './queries/list-notices.ts'
import { findList, type ListedRow } from './runs/find-list.ts'

/** A list in the browser is answered at once, so it is short; the shell takes one of any length. */
const LIST_ROWS = 500
const CANDIDATES_OF_A_ROW = 5

/** The rows of a sent list. Throws `purpose_needed`: a list is looked up for a purpose, as a single mark is. */
function listOf(call: SignedInCall<'findList' | 'findListTable'>, candidates: number): AsyncGenerator<ListedRow> {
  if (!call.grounds) throw new ProofmarkError('purpose_needed', { accepted: PURPOSES.join(', ') })
  return findList(call.run, { file: fileNameIn(call), content: contentOf(call) }, candidates, LIST_ROWS + 1)
}

export function linkageRoutes({
  askMatch,
}: HttpServices): Pick<Handlers, 'find' | 'findList' | 'findListTable' | 'search' | 'pointerAsk' | 'noticeList'> {
  return {
    find: async ({ body, run, say }) =>
      presentFound(await run((context) => find(context, body, body.limit)), say, isolateNames),
    findList: async (call) => {
      const rows = []
      for await (const listed of listOf(call, CANDIDATES_OF_A_ROW))
        rows.push(presentListedRow(listed, call.say, isolateNames))
      return { rows: rows.slice(0, LIST_ROWS), more: rows.length > LIST_ROWS }
    },
    findListTable: async (call) => ({ file: 'found.csv', lines: listedRowLines(listOf(call, 1), call.say) }),
    search: async ({ body, run }) => presentSearched(await run((context) => search(context, body))),
    pointerAsk: async ({ body, run }) => {
      const saved = await run((context) => saveItem(context, body))
      const lines = await askMatch(saved)
      return { pointers: lines.map((line) => ({ restricted: true as const, ...line })) }
    },
    noticeList: async ({ run }) => ({ notices: await run(listNotices) }),
  }
}
