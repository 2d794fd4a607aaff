import type { AnswerError } from '@proofmark/contract/client'
import { useState } from 'react'
import { Note } from '../common/Note.tsx'
import { sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'

interface RefusedProps {
  readonly error: AnswerError
  /** What to do about a refusal of this way in. */
  readonly how: string
}

const REFUSALS: readonly string[] = ['sign_in_refused', 'sign_in_link_refused']

/** A sign-in that was refused: never which part of it was wrong, and where it came too often, when to try again. */
export function Refused({ error, how }: RefusedProps) {
  const { say, figures } = useLanguage()
  const [came] = useState(Date.now)
  const seconds = Number(error.parameters.seconds)
  const wait = error.code === 'sign_in_too_often' && Number.isFinite(seconds)
  return (
    <Note tone="departure" role="alert" heading={sentenceOf(say, error)}>
      {wait && say('sign_in.again_at', { time: figures.time(came + seconds * 1000) })}
      {REFUSALS.includes(error.code) && how}
    </Note>
  )
}
