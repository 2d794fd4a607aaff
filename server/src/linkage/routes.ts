import type { Handlers } from '../http/endpoint.ts'
import type { HttpServices } from '../http/services.ts'
import { find } from './commands/find.ts'
import { saveItem } from './commands/save-item.ts'
import { search } from './commands/search.ts'
import { isolateNames, presentFound } from './present/candidate.ts'
import { presentSearched } from './present/search.ts'
import { listNotices } from './queries/list-notices.ts'

export function linkageRoutes({
  askMatch,
}: HttpServices): Pick<Handlers, 'find' | 'search' | 'pointerAsk' | 'noticeList'> {
  return {
    find: async ({ body, run, say }) =>
      presentFound(await run((context) => find(context, body, body.limit)), say, isolateNames),
    search: async ({ body, run }) => presentSearched(await run((context) => search(context, body))),
    pointerAsk: async ({ body, run }) => {
      const saved = await run((context) => saveItem(context, body))
      const lines = await askMatch(saved)
      return { pointers: lines.map((line) => ({ restricted: true as const, ...line })) }
    },
    noticeList: async ({ run }) => ({ notices: await run(listNotices) }),
  }
}
