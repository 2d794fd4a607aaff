import type { SourceVisibility } from '@proofmark/contract/source-words'

/** An agency to which the owner has released rows, and the first moment at which it may read them no more. */
export interface ClassReader {
  readonly agency: string
  readonly end: Date
}

/** What the number of a visibility class stands for. */
export interface VisibilityClass {
  readonly id: number
  readonly agency: string
  readonly sourceVisibility: SourceVisibility
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  /** Agencies to which the owner has released the rows, each once. */
  readonly readers: readonly ClassReader[]
  /** Of cases alone: their rows are read by those whom the compartment names, and by no agency as such. */
  readonly compartment?: string | null
}

/**
 * May somebody of this agency read rows of this class at this moment? The owner may; so may an agency to which the rows
 * were released, until the end; so may any agency where the source is open and its handling code lays no restriction on
 * the reader (H0, or H1, which restricts use in court and not sight; H2 and H3 ask the owner first: Europol Regulation,
 * article 29). What lies in a compartment is read by none as an agency: people are let into it by name.
 */
export function mayRead(
  agency: string,
  { agency: owner, sourceVisibility, handling, readers, compartment }: Omit<VisibilityClass, 'id'>,
  now: Date,
): boolean {
  if (compartment) return false
  if (agency === owner || readers.some((reader) => reader.agency === agency && reader.end > now)) return true
  return sourceVisibility === 'open' && (handling === 'H0' || handling === 'H1')
}

/** The readers of a class as its row keeps them: agencies, and beside each the end of its release. */
export const classReaders = (agencies: readonly string[], ends: readonly Date[]): ClassReader[] =>
  agencies.map((agency, place) => ({ agency, end: ends[place]! }))
