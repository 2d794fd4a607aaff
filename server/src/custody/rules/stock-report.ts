import type { StockFinding } from '@proofmark/contract/custody-words'

/** An exhibit that by the record lies in one of the places that are looked through. */
export interface ExpectedStock {
  readonly exhibit: string
  readonly storage: string
}

/** What was scanned, where; `exhibit` null: it is no label that we know. */
export interface ScannedStock {
  readonly text: string
  readonly exhibit: string | null
  readonly storage: string
}

export interface StockLine {
  readonly finding: StockFinding
  readonly exhibit: string | null
  readonly text: string | null
  /** Where the record has it. */
  readonly recorded: string | null
  readonly found: string | null
}

/**
 * Compares what was scanned with what the record expects. Each expected exhibit gets one line, and each scan of anything else
 * one; of an exhibit scanned twice the scan at its own place counts, else the last. `elsewhere`: the places of exhibits that the record
 * has outside of what is looked through.
 */
export function stockReport(
  expected: readonly ExpectedStock[],
  scanned: readonly ScannedStock[],
  elsewhere: ReadonlyMap<string, string> = new Map(),
): StockLine[] {
  const places = new Map(expected.map(({ exhibit, storage }) => [exhibit, storage]))
  const seen = new Map<string, ScannedStock>()
  for (const scan of scanned) {
    const key = scan.exhibit ?? `text ${scan.text}`
    const before = seen.get(key)
    if (before === undefined || before.storage !== places.get(key)) seen.set(key, scan)
  }
  const lines: StockLine[] = expected.map(({ exhibit, storage }) => {
    const scan = seen.get(exhibit)
    const found = scan?.storage ?? null
    const finding = found === null ? 'missing' : found === storage ? 'present' : 'elsewhere'
    return { finding, exhibit, text: null, recorded: storage, found }
  })
  for (const [key, { exhibit, text, storage }] of seen)
    if (!places.has(key))
      lines.push({
        finding: 'unexpected',
        exhibit,
        text,
        recorded: (exhibit && elsewhere.get(exhibit)) ?? null,
        found: storage,
      })
  const rank: Readonly<Record<StockFinding, number>> = { missing: 0, unexpected: 1, elsewhere: 2, present: 3 }
  const name = (line: StockLine) => line.exhibit ?? line.text ?? ''
  return lines.sort((one, other) => rank[one.finding] - rank[other.finding] || (name(one) < name(other) ? -1 : 1))
}

/** Each of these scans with the line of the report that its exhibit or its text has. */
export function latestScans<Scan extends ScannedStock>(
  lines: readonly StockLine[],
  scans: readonly Scan[],
): { readonly scan: Scan; readonly line: StockLine }[] {
  const keyOf = ({ exhibit, text }: Pick<StockLine, 'exhibit' | 'text'>) => exhibit ?? `text ${text}`
  const byKey = new Map(lines.map((line) => [keyOf(line), line]))
  return scans.flatMap((scan) => {
    const line = byKey.get(keyOf(scan))
    return line ? [{ scan, line: { ...line, text: scan.text } }] : []
  })
}
