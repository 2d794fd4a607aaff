/**
 * Method and path of every route. Apart from the schemas, so that the browser's client carries no validator.
 * Searches travel in POST bodies: an address is written to logs and histories, a body is not.
 */
export const PATHS = {
  health: { method: 'GET', path: '/healthz' },
  ready: { method: 'GET', path: '/readyz' },
  openapi: { method: 'GET', path: '/api/openapi.json' },
  sessionOpen: { method: 'POST', path: '/api/session' },
  sessionShow: { method: 'GET', path: '/api/session' },
  sessionClose: { method: 'DELETE', path: '/api/session' },
  sourceList: { method: 'GET', path: '/api/sources' },
  sourceAdd: { method: 'POST', path: '/api/sources' },
  importFile: { method: 'POST', path: '/api/sources/:source/imports' },
  find: { method: 'POST', path: '/api/find' },
  recordShow: { method: 'POST', path: '/api/records/show' },
  pointerAsk: { method: 'POST', path: '/api/pointers' },
  noticeList: { method: 'GET', path: '/api/notices' },
  logRead: { method: 'POST', path: '/api/log' },
  logVerify: { method: 'POST', path: '/api/log/verify' },
} as const

export type RouteName = keyof typeof PATHS
