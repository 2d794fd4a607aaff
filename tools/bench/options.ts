import { parseArgs } from 'node:util'

/** What the bench measures, in the order in which it does so. */
export const PARTS = [
  'import',
  'look-up',
  'answers',
  'accuracy',
  'matching',
  'learned',
  'bulk',
  'ledger',
  'known',
  'documents',
  'requests',
  'serving',
  'public',
  'real-links',
  'messages',
  'graph',
  'drawing',
] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  readonly entries: number
  readonly parts: ReadonlySet<Part>
  /** A public file of seizures that is imported beside the register; null where none is named. */
  readonly seizures: string | null
  /** A folder outside of the project that takes pairs of that file for a person to judge; null where none is named. */
  readonly sample: string | null
  /** A folder with the published files of Febrl; null where a remake of them is to do. */
  readonly febrl: string | null
  readonly json: boolean
}

const DEFAULT_ENTRIES = 100_000
/** With fewer, one recovery would be asked for in several passes. */
const FEWEST_ENTRIES = 20_000

function readParts(names: string): Set<Part> {
  const parts = names.split(',').map((name) => {
    const part = PARTS.find((known) => known === name.trim())
    if (!part) throw new Error(`--only takes ${PARTS.join(', ')}, separated by commas, not ${JSON.stringify(name)}.`)
    return part
  })
  return new Set(parts)
}

/** The options of the bench. Throws an error that names what was wrong and what would be accepted. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      entries: { type: 'string' },
      only: { type: 'string' },
      seizures: { type: 'string' },
      sample: { type: 'string' },
      febrl: { type: 'string' },
      json: { type: 'boolean' },
    },
    strict: true,
  })
  const entries = Number(values.entries ?? DEFAULT_ENTRIES)
  if (!Number.isInteger(entries) || entries < FEWEST_ENTRIES)
    throw new Error(`--entries takes a whole number of at least ${FEWEST_ENTRIES}, not ${values.entries}.`)
  return {
    entries,
    parts: values.only === undefined ? new Set(PARTS) : readParts(values.only),
    seizures: values.seizures ?? null,
    sample: values.sample ?? null,
    febrl: values.febrl ?? null,
    json: values.json ?? false,
  }
}
