import type { AnswerError } from '@proofmark/contract/client'
import type { GivenRelease } from '@proofmark/contract/schemas/release'
import { useRef, useState } from 'react'
import { newIdentifier } from '../enter/identifier.ts'
import { answerError, api } from '../frame/api.ts'
import { draftOf, type ReleaseDraft, requestOf } from './draft.ts'

export interface Releases {
  readonly standing: readonly GivenRelease[]
  /** The release that was just withdrawn, and may be made again. */
  readonly withdrawn: GivenRelease | null
  /** To whom it was just released. */
  readonly made: string | null
  readonly busy: boolean
  readonly error: AnswerError | null
  /** Fulfils with whether it was released. */
  readonly release: (draft: ReleaseDraft) => Promise<boolean>
  readonly withdraw: (release: GivenRelease) => void
  /** Releases anew what was just withdrawn, on the same terms. */
  readonly undo: () => void
  /** Tries again what failed. */
  readonly again: () => void
}

/** The standing releases of one record, as they are made and withdrawn by whoever is at the page. */
export function useReleases(record: string, before: readonly GivenRelease[], by: string): Releases {
  const [standing, setStanding] = useState(before)
  const [withdrawn, setWithdrawn] = useState<GivenRelease | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AnswerError | null>(null)
  const last = useRef<() => unknown>(() => {})
  // Sent again after its answer was lost, it is the same release.
  const sending = useRef<{ readonly said: string; readonly id: string } | null>(null)

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    last.current = () => attempt(work)
    setBusy(true)
    setError(null)
    setMade(null)
    try {
      await work()
      return true
    } catch (thrown) {
      setError(answerError(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }

  const release = (draft: ReleaseDraft) =>
    attempt(async () => {
      const said = JSON.stringify(draft)
      if (sending.current?.said !== said) sending.current = { said, id: newIdentifier() }
      const request = requestOf(sending.current.id, record, draft)
      const { release: id, to, until, at } = await api('recordsRelease', request)
      sending.current = null
      const { conditions, note = null, reference = null, basis = null } = request
      const given = { release: id, agency: draft.to, to, until, conditions, note, reference, basis, by, at }
      setStanding((known) => [given, ...known.filter((each) => each.release !== id)])
      setWithdrawn(null)
      setMade(to)
    })

  return {
    standing,
    withdrawn,
    made,
    busy,
    error,
    release,
    withdraw: (given) =>
      void attempt(async () => {
        await api('releaseWithdraw', { release: given.release })
        setStanding((known) => known.filter(({ release: id }) => id !== given.release))
        setWithdrawn(given)
      }),
    undo: () => {
      if (withdrawn) void release(draftOf(withdrawn))
    },
    again: () => void last.current(),
  }
}
