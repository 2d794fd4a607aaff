import type { Purpose } from '@proofmark/contract/purposes'

/** Why somebody looks at what was asked and planned. */
export const GROUNDS = { purpose: 'criminal_investigation' } as const

/** Why somebody may ask whether others work on a value. */
export const ASKING_PURPOSES = [
  'criminal_investigation',
  'trace',
  'border_control',
  'judicial_request',
] as const satisfies readonly Purpose[]
