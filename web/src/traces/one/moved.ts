import type { KeptFinding } from '@proofmark/contract/schemas/trace-shown'

/** What a reply did to the finding of the life. */
export interface Move {
  readonly before: KeptFinding | null
  readonly after: KeptFinding | null
  /**
   * `waits`: no reply has been judged yet. Else what happened to the window that leads: it was found, it is gone, it is
   * narrower or wider, it lies elsewhere or is explained otherwise, the same is surer or less sure, or all stayed.
   */
  readonly kind: 'waits' | 'found' | 'gone' | 'narrower' | 'wider' | 'elsewhere' | 'surer' | 'same'
  /** The days of the window before and after, where both of its ends are known. */
  readonly days: { readonly before: number; readonly after: number } | null
}

type Window = KeptFinding['diversions'][number]

const DAY_MS = 86_400_000

function widthOf({ from, to }: Window): number | null {
  return from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** When a finding was kept because of a reply. */
const AFTERWARDS: ReadonlySet<KeptFinding['occasion']> = new Set(['replied', 'confirmed', 'taken_back'])

/** Compares the finding that was kept before a request was answered with the one that the last reply led to. */
export function moveOf(findings: readonly KeptFinding[]): Move {
  const after = findings.findLast(({ occasion }) => AFTERWARDS.has(occasion)) ?? null
  const earlier = findings.filter(({ occasion }) => occasion === 'sent' || occasion === 'drafted')
  const before = earlier.findLast(({ occasion }) => occasion === 'sent') ?? earlier.at(-1) ?? null
  if (after === null || before === null) return { before, after, kind: 'waits', days: null }
  const [old] = before.diversions
  const [now] = after.diversions
  if (!old || !now) return { before, after, kind: now ? 'found' : old ? 'gone' : 'same', days: null }
  const widths = [widthOf(old), widthOf(now)] as const
  const days = widths[0] === null || widths[1] === null ? null : { before: widths[0], after: widths[1] }
  return { before, after, kind: kindOf(old, now, days), days }
}

function kindOf(old: Window, now: Window, days: Move['days']): Move['kind'] {
  if (days !== null && days.after !== days.before) return days.after < days.before ? 'narrower' : 'wider'
  if (days === null && (now.from !== old.from || now.to !== old.to)) {
    if (old.from === null || old.to === null) return now.from !== null && now.to !== null ? 'narrower' : 'elsewhere'
    return 'wider'
  }
  if (now.from !== old.from || now.to !== old.to || now.place !== old.place || now.kind !== old.kind) return 'elsewhere'
  return now.confidence === old.confidence ? 'same' : 'surer'
}
