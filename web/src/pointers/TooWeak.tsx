import type { AnswerError } from '@proofmark/contract/client'
import { useEffect, useRef } from 'react'
import { Note } from '../common/Note.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskAgencies.module.css'
import { AskDesks, type AskDesksProps } from './AskDesks.tsx'

/** Why a mark is not asked for by itself, and the way on: its record's description to the desks. */
export function TooWeak({ error, ...asking }: AskDesksProps & { readonly error: AnswerError }) {
  const { say, figures } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  // The form that was sent is gone; reading goes on here.
  useEffect(() => place.current?.focus(), [])
  const { expected, limit } = error.parameters
  const why =
    typeof expected === 'number'
      ? say('pointer.weak_chance', { chance: figures.chance(expected), most: figures.chance(Number(limit)) })
      : say('pointer.weak_state', { state: say(`word.mark_state.${expected}`) })
  return (
    <div ref={place} tabIndex={-1} className={styles.weak}>
      <Note tone="departure" role="alert" heading={say('pointer.weak')}>
        {why} {say('pointer.weak_how')}
      </Note>
      <AskDesks {...asking} />
    </div>
  )
}
