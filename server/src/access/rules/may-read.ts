import type { SourceVisibility } from '@proofmark/contract/source-words'

/** What the number of a visibility class stands for. */
export interface VisibilityClass {
  readonly id: number
  readonly agency: string
  readonly sourceVisibility: SourceVisibility
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  /** Agencies to which the owner has released the rows. */
  readonly readers: readonly string[]
}

/**
 * May somebody of this agency read rows of this class? The owner may; so may an agency to which the rows were released;
 * so may any agency where the source is open and its handling code lays no restriction on the reader (H0, or H1, which
 * restricts use in court and not sight; H2 and H3 ask the owner first: Europol Regulation, article 29).
 */
export function mayRead(
  agency: string,
  { agency: owner, sourceVisibility, handling, readers }: VisibilityClass,
): boolean {
  if (agency === owner || readers.includes(agency)) return true
  return sourceVisibility === 'open' && (handling === 'H0' || handling === 'H1')
}

/** The classes that an agency's people may read, in ascending order. */
export function readableClasses(agency: string, classes: readonly VisibilityClass[]): number[] {
  return classes
    .filter((each) => mayRead(agency, each))
    .map(({ id }) => id)
    .sort((a, b) => a - b)
}
