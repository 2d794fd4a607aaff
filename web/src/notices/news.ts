import type { Notice } from '@proofmark/contract/schemas/pointer'

/** The notices that came after a moment; all of them where it is null. Both moments are the server's, written alike. */
export function newsSince(notices: readonly Notice[], seen: string | null): readonly Notice[] {
  return seen === null ? notices : notices.filter(({ at }) => at > seen)
}
