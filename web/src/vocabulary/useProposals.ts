import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyProposal } from '@proofmark/contract/schemas/vocabulary-desk'
import { useEffect, useRef, useState } from 'react'
import { api } from '../frame/api.ts'
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
  // What was found makes room for the next request, if more texts are shown than one holds.
  useEffect(() => {
    const wanted = (texts ?? []).filter((text) => !known.has(keyOf(text)) && !asked.current.has(keyOf(text)))
    const now = wanted.slice(0, AT_ONCE)
    if (now.length === 0) return
    const controller = new AbortController()
    let open = true
    for (const text of now) asked.current.add(keyOf(text))
    const body = now.map(({ field, text, make }) => ({ field, text, ...(make === null ? {} : { make }) }))
    api('vocabularyPropose', { texts: body }, {}, controller.signal)
      .then((answer) => {
        const more = answer.texts.map(({ proposals }, at) => [keyOf(now[at]!), proposals] as const)
        setKnown((before) => new Map([...before, ...more]))
      })
      // Without proposals the desk is what it was: they are asked for again when the texts are.
      .catch(() => undefined)
      .finally(() => {
        open = false
      })
    return () => {
      controller.abort()
      if (open) for (const text of now) asked.current.delete(keyOf(text))
    }
  }, [texts, known])
  return known
}
