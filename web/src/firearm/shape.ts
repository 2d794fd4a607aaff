import type { LifeEvent } from '@proofmark/contract/schemas/life'

/** How an event is drawn wherever it stands: on the line, at a finding, in the table. */
export type Shape = 'departure' | 'recovery' | 'contradiction' | 'sighting' | 'record'

/** By what the record does in the life; that it contradicts another shows where nothing else does. */
export function shapeOf({ role, contradicts }: Pick<LifeEvent, 'role' | 'contradicts'>): Shape {
  if (role === 'illicit') return 'departure'
  if (role === 'recovery') return 'recovery'
  if (contradicts.length > 0) return 'contradiction'
  return role === 'proof' ? 'sighting' : 'record'
}
