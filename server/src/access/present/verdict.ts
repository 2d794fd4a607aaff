import { indexOf, type LogVerdict } from '../ledger/verify.ts'

/** One of the two trees. */
export type TreeName = 'access' | 'exchange'

export interface ShownFault {
  readonly tree: TreeName
  readonly fault: string
  readonly entry: string | null
  readonly index: number | null
}

/**
 * What the examination of the two ledgers found: each fault with its tree, the place in it and the entry that it names.
 * Size, root and tail are the access log's; those of the exchange ledger stand beside them.
 */
export interface ShownVerdict {
  readonly ok: boolean
  readonly size: number
  readonly root: string
  readonly pending: number
  readonly exchange: { readonly size: number; readonly root: string; readonly pending: number }
  readonly faults: readonly ShownFault[]
}

function faultsOf(tree: TreeName, { findings, tableFindings, entryAt }: LogVerdict): ShownFault[] {
  return [...tableFindings, ...findings].map((finding) => {
    const index = indexOf(finding)
    const named = 'id' in finding ? finding.id : null
    return { tree, fault: finding.kind, index, entry: named ?? (index === null ? null : entryAt(index)) }
  })
}

const figuresOf = ({ size, root, pending }: LogVerdict) => ({ size, root: Buffer.from(root).toString('hex'), pending })

export function presentVerdicts(access: LogVerdict, exchange: LogVerdict): ShownVerdict {
  return {
    ok: access.sound && exchange.sound,
    ...figuresOf(access),
    exchange: figuresOf(exchange),
    faults: [...faultsOf('access', access), ...faultsOf('exchange', exchange)],
  }
}
