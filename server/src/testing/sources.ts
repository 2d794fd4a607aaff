import { addSource, type NewSource } from '../records/commands/add-source.ts'
import type { TestDatabase } from './test-database.ts'
import { importRows } from './twins/rows.ts'

/** Whose a source is, how it is kept, and who takes its rows in. */
export interface KeptBy extends Pick<NewSource, 'agency' | 'visibility'> {
  readonly by: string
}

/** Sources of a test with these headings, each with its rows: of the given keeper unless another is said. */
export const sourcesWith =
  (database: TestDatabase, accounts: ReadonlyMap<string, string>, head: string, usual: KeptBy) =>
  async (
    name: string,
    kind: NewSource['kind'],
    rows: readonly string[],
    { agency, visibility, by }: KeptBy = usual,
  ): Promise<void> => {
    await database.as(await database.installer(), (context) =>
      addSource(context, { name, kind, agency, handling: 'H0', visibility }),
    )
    await importRows({ database, accounts }, by, name, [head, ...rows].join('\n'))
  }
