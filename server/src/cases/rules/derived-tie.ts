import { createHash } from 'node:crypto'

/** The identifier of the tie that binds a thing into the case that it was recorded in: the same whenever it is asked. */
export function caseTieId(thing: string, within: string): string {
  const hex = createHash('sha256').update(`in case ${thing} ${within}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
