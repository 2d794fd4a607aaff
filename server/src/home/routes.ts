import type { Handlers } from '../http/endpoint.ts'
import { momentIn } from '../http/moment.ts'
import { listWaits } from './queries/list-waits.ts'

export function homeRoutes(): Pick<Handlers, 'homeShow'> {
  return {
    homeShow: async (call) => {
      const [after, met, operations] = [momentIn(call, 'after'), momentIn(call, 'met'), momentIn(call, 'operations')]
      const only = call.http.req.query('only')?.split(',')
      return { waits: await call.run((context) => listWaits(context, after, { only, met, operations })) }
    },
  }
}
