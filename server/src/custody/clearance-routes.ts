import type { Handlers } from '../http/endpoint.ts'
import { letGo, listHolds } from './commands/list-holds.ts'
import { presentHolds } from './present/hold.ts'

/** What is not destroyed because somebody waits for it. */
export const clearanceRoutes = (): Pick<Handlers, 'clearanceList' | 'clearanceLetGo'> => ({
  clearanceList: async ({ run }) => presentHolds(await run(listHolds)),
  clearanceLetGo: async ({ body, runLater }) => {
    await runLater((context) => letGo(context, body))
    return presentHolds(await runLater(listHolds))
  },
})
