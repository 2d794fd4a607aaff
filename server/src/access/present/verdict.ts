import { indexOf, type LogVerdict } from '../ledger/verify.ts'

/** What the examination of the access log found: each fault with the place in the tree and the entry that it names. */
export interface ShownVerdict {
  readonly ok: boolean
  readonly size: number
  readonly root: string
  readonly pending: number
  readonly faults: readonly { readonly fault: string; readonly entry: string | null; readonly index: number | null }[]
}

export function presentVerdict({
  sound,
  size,
  root,
  pending,
  findings,
  tableFindings,
  entryAt,
}: LogVerdict): ShownVerdict {
  const faults = [...tableFindings, ...findings].map((finding) => {
    const index = indexOf(finding)
    const named = 'id' in finding ? finding.id : null
    return { fault: finding.kind, index, entry: named ?? (index === null ? null : entryAt(index)) }
  })
  return { ok: sound, size, root: Buffer.from(root).toString('hex'), pending, faults }
}
