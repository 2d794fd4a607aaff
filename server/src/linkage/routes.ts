import { ProofmarkError } from '@proofmark/contract/errors'
import { PURPOSES } from '@proofmark/contract/purposes'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import { momentIn } from '../http/moment.ts'
import { contentOf, fileNameIn } from '../http/sent-file.ts'
import type { HttpServices } from '../http/services.ts'
import { find } from './commands/find.ts'
import { saveItem } from './commands/save-item.ts'
import { search } from './commands/search.ts'
import { presentFound } from './present/candidate.ts'
import { listedRowLines, presentListedRow } from './present/listed-row.ts'
import { presentSearched } from './present/search.ts'
import { isolateNames } from './present/wording.ts'
import { countNotices, listNotices } from './queries/list-notices.ts'
import { findList, type ListedRow } from './runs/find-list.ts'

/** A list in the browser is answered at once, so it is short; the shell takes one of any length. */
const LIST_ROWS = 500
const CANDIDATES_OF_A_ROW = { usual: 3, most: 20 } as const

const isPurpose = (text: string | undefined): boolean => PURPOSES.some((purpose) => purpose === text)

/** The rows of a sent list. Throws `purpose_needed`: a list is looked up for a purpose, as a single mark is. */
function listOf(call: SignedInCall<'findList' | 'findListTable'>, candidates: number): AsyncGenerator<ListedRow> {
  if (!isPurpose(call.http.req.query('purpose')))
    throw new ProofmarkError('purpose_needed', { accepted: PURPOSES.join(', ') })
  return findList(call.run, { file: fileNameIn(call), content: contentOf(call) }, candidates, LIST_ROWS + 1)
}

function candidatesIn({ http }: SignedInCall<'findList'>): number {
  const text = http.req.query('candidates')
  if (text === undefined) return CANDIDATES_OF_A_ROW.usual
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > CANDIDATES_OF_A_ROW.most)
    throw new ProofmarkError('body_invalid', { field: 'candidates', expected: 'number' })
  return count
}

/** The rows of a list as a table. The first is looked up before anything is answered: what fails, fails as an error. */
async function tableOf(call: SignedInCall<'findListTable'>): Promise<AsyncGenerator<string>> {
  const rows = listOf(call, 1)
  const first = await rows.next()
  async function* all(): AsyncGenerator<ListedRow> {
    if (first.done) return
    yield first.value
    let count = 1
    for await (const row of rows) if (++count <= LIST_ROWS) yield row
  }
  return listedRowLines(all(), call)
}

type LinkageRoute = 'find' | 'findList' | 'findListTable' | 'search' | 'pointerAsk' | 'noticeList' | 'noticeCount'

export function linkageRoutes({ askMatch }: HttpServices): Pick<Handlers, LinkageRoute> {
  return {
    find: async ({ body, run, say, locale }) =>
      presentFound(await run((context) => find(context, body, body.limit)), { say, locale, isolate: isolateNames }),
    findList: async (call) => {
      const rows = []
      for await (const listed of listOf(call, candidatesIn(call)))
        rows.push(presentListedRow(listed, { ...call, isolate: isolateNames }))
      return { rows: rows.slice(0, LIST_ROWS), more: rows.length > LIST_ROWS }
    },
    findListTable: async (call) => ({ file: 'found.csv', lines: await tableOf(call) }),
    search: async ({ body, run }) => presentSearched(await run((context) => search(context, body))),
    pointerAsk: async ({ body, run }) => {
      const saved = await run((context) => saveItem(context, body))
      const lines = await askMatch(saved)
      return { pointers: lines.map((line) => ({ restricted: true as const, ...line })) }
    },
    noticeList: async ({ run }) => ({ notices: await run(listNotices) }),
    noticeCount: async (call) => {
      const after = momentIn(call, 'after')
      return { count: await call.run((context) => countNotices(context, after)) }
    },
  }
}
