import type { Run } from '../../access/context.ts'
import { type FoundIssue, type IssuesWanted, listIssues } from '../commands/list-issues.ts'

/** So many are read in one transaction. */
const AT_ONCE = 200

/** Every issue of one list, page by page, each page an entry of the log. Throws `role_needed`. */
export async function* allIssues(run: Run, wanted: Omit<IssuesWanted, 'after' | 'limit'>): AsyncGenerator<FoundIssue> {
  let after: string | undefined
  for (;;) {
    const { issues, next } = await run((context) => listIssues(context, { ...wanted, after, limit: AT_ONCE }))
    yield* issues
    if (next === null) return
    after = next
  }
}
