import type { Message } from '@proofmark/matching/line'
import { PATH_OF, type PairKey, type PathName } from '@proofmark/matching/pair-path'

/** How many records share keys on a path, which place one has among them, and how many of them are compared. */
export interface Bound {
  readonly held: number
  readonly place: number | null
  readonly most: number
}

export type Bounds = Readonly<Record<PathName, Bound>>

/** What is known of the way from one record to another. */
export interface WayKnown {
  /** An entry of a register is asked for and does not ask, but where few came at once. */
  readonly asks: boolean
  readonly numbered: boolean
  readonly otherNumbered: boolean
  readonly keys: readonly PairKey[]
  readonly bounds: Bounds
  /** Is another record of the class so likely that the further paths were not walked? By path. */
  readonly settled: Readonly<Record<'wide' | 'loose', boolean>>
}

/** Did the way lead from one to the other, and what is to be said of it. */
export interface Way {
  readonly found: boolean
  readonly lines: readonly Message[]
}

const line = (id: string, parameters: Message['parameters'] = {}): Message => ({ id: `why_not.${id}`, parameters })

/** Beyond the bound it is left out, since the value is too common. */
const isWithin = ({ place, most }: Bound) => place !== null && place <= most

function boundLine({ held, place, most }: Bound): Message[] {
  if (held <= most) return []
  return place === null
    ? [line('bound', { held, most })]
    : [line(place <= most ? 'bound_within' : 'bound_out', { held, most, place })]
}

/** Says which keys the two share and whether the path by which they do was walked and led there. */
export function wayLines({ asks, numbered, otherNumbered, keys, bounds, settled }: WayKnown): Way {
  if (!numbered) return { found: false, lines: [line('no_number_asking')] }
  if (!otherNumbered) return { found: false, lines: [line('no_number_asked')] }
  const lines: Message[] = asks ? [] : [line('does_not_ask')]
  if (keys.length === 0) return { found: false, lines: [...lines, line('no_key')] }
  let found = false
  for (const path of ['near', 'wide', 'loose'] as const) {
    const own = keys.filter(({ kind }) => PATH_OF[kind] === path)
    if (found || own.length === 0) continue
    lines.push(...own.map(({ kind, shared }) => line(`key.${kind}`, { shared })), ...boundLine(bounds[path]))
    if (path !== 'near' && settled[path]) lines.push(line(`settled.${path}`))
    else found = isWithin(bounds[path])
  }
  return { found, lines }
}
