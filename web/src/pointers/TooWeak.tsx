import type { AnswerError } from '@proofmark/contract/client'
import { useEffect, useRef } from 'react'
import { Note } from '../common/Note.tsx'
import { sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskAgencies.module.css'
import { AskDesks, type AskDesksProps } from './AskDesks.tsx'

/** Why a mark is not asked for by itself, and the way on: its record's description to the desks. */
export function TooWeak({ error, ...asking }: AskDesksProps & { readonly error: AnswerError }) {
  const { say } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  // The form that was sent is gone; reading goes on here.
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={styles.weak}>
      <Note tone="departure" role="alert" heading={sentenceOf(say, error)}>
        {say('pointer.weak_how')}
      </Note>
      <AskDesks {...asking} />
    </div>
  )
}
