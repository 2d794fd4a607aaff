import { messageRoute } from './message-route.ts'
import type { PeerRoute } from './peer-route.ts'
import { reconciliationRoute } from './reconciliation-route.ts'

/** Every address at which the listener answers partners. Other rooms add theirs here. */
export const peerRoutes: readonly PeerRoute[] = [messageRoute, reconciliationRoute]
