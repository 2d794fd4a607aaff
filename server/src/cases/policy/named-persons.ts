import type { Reader } from '../../access/context.ts'

/**
 * May the reader see what persons of the graph are called? Whose inquiry it is may. An analyst sees that there is a
 * person, and what hangs together by them: what analysts work on is firearms (decision 19).
 */
export const seesNames = ({ installer, roles }: Reader): boolean =>
  installer || roles.includes('investigator') || roles.includes('trace_officer')
