import type { Handlers } from '../http/endpoint.ts'
import { momentIn } from '../http/moment.ts'
import { listWaits } from './queries/list-waits.ts'

export function homeRoutes(): Pick<Handlers, 'homeShow'> {
  return {
    homeShow: async (call) => {
      const after = momentIn(call, 'after')
      const only = call.http.req.query('only')?.split(',')
      return { waits: await call.run((context) => listWaits(context, after, only)) }
    },
  }
}
