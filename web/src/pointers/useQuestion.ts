import type { AnswerError } from '@proofmark/contract/client'
import { useRef, useState } from 'react'
import { newIdentifier } from '../enter/identifier.ts'
import { answerError, api } from '../frame/api.ts'
import { type QuestionContent, questionNames, type SentQuestion } from './question.ts'

interface QuestionDesk {
  readonly busy: boolean
  /** What went wrong with the last step, and that step again. */
  readonly failed: { readonly error: AnswerError; readonly again: () => void } | null
  readonly send: (content: QuestionContent) => void
  readonly withdraw: () => void
  /** Opens the form anew, for another question. */
  readonly anew: () => void
}

/** Sending one description to desks and taking it back; what was sent is kept by the caller. */
export function useQuestion(sent: SentQuestion | null, keep: (sent: SentQuestion | null) => void): QuestionDesk {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<QuestionDesk['failed']>(null)
  const names = useRef<ReturnType<typeof questionNames>>(null)
  names.current ??= questionNames(newIdentifier)
  const { name, forget } = names.current

  const step = (work: () => Promise<SentQuestion>) => {
    if (busy) return
    setBusy(true)
    setFailed(null)
    work()
      .then(keep, (thrown: unknown) => setFailed({ error: answerError(thrown), again: () => step(work) }))
      .finally(() => setBusy(false))
  }
  return {
    busy,
    failed,
    send: (content) => step(async () => ({ asked: await api('questionAsk', name(content)), withdrawn: false })),
    withdraw() {
      if (!sent) return
      const { asked } = sent
      step(async () => {
        await api('questionWithdraw', undefined, { question: asked.question })
        return { asked, withdrawn: true }
      })
    },
    anew() {
      forget()
      keep(null)
    },
  }
}
