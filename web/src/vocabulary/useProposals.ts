import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyProposal } from '@proofmark/contract/schemas/vocabulary-desk'
import { useEffect, useRef, useState } from 'react'
import { api, wasAborted } from '../frame/api.ts'
import { keyOf } from './useQueue.ts'

/** What each text may mean, by its key; a text is missing as long as nothing is known. */
export type Proposals = ReadonlyMap<string, readonly VocabularyProposal[]>

/** Texts that are asked about in one request. */
const AT_ONCE = 20

/**
 * What the texts on the page may mean, asked for once they are shown: the queue does not wait for it, and where it cannot be had
 * the desk goes on without.
 */
export function useProposals(texts: readonly WaitingText[] | undefined): Proposals {
  const [known, setKnown] = useState<Proposals>(new Map())
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const wanted = (texts ?? []).filter((text) => !asked.current.has(keyOf(text))).slice(0, AT_ONCE)
    if (wanted.length === 0) return
    const controller = new AbortController()
    for (const text of wanted) asked.current.add(keyOf(text))
    const body = wanted.map(({ field, text, make }) => ({ field, text, ...(make === null ? {} : { make }) }))
    api('vocabularyPropose', { texts: body }, {}, controller.signal).then(
      (answer) =>
        setKnown((before) => {
          const more = answer.texts.map(({ proposals }, at) => [keyOf(wanted[at]!), proposals] as const)
          return new Map([...before, ...more])
        }),
      (thrown: unknown) => {
        if (wasAborted(thrown)) for (const text of wanted) asked.current.delete(keyOf(text))
      },
    )
    return () => controller.abort()
  }, [texts])
  return known
}
