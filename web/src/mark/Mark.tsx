import type { MarkCharacter, MarkState } from '@proofmark/domain/marking'
import { numbered } from '../common/numbered.ts'
import { useLanguage } from '../frame/language.tsx'
import { Character } from './Character.tsx'
import styles from './Mark.module.css'
import { spokenMark } from './spoken.ts'

interface MarkProps {
  readonly mark: { readonly state: MarkState; readonly characters: readonly MarkCharacter[] }
  readonly size: 'title' | 'text'
}

/** A mark as read, to look at: cells where there are characters, else the word for why there are none. */
export function Mark({ mark, size }: MarkProps) {
  const { say } = useLanguage()
  if (mark.characters.length === 0) return <span className={styles.word}>{say(`word.mark_state.${mark.state}`)}</span>
  return (
    <bdi dir="ltr" role="img" aria-label={spokenMark(say, mark.characters)} className={styles[size]}>
      {numbered(mark.characters).map(({ place, value }) => (
        <Character key={place} character={value} />
      ))}
    </bdi>
  )
}
