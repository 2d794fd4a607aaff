import type { MarkCharacter } from '@proofmark/domain/marking'
import { useLanguage } from '../frame/language.tsx'
import styles from './Character.module.css'
import { foreignScript } from './spoken.ts'

interface CharacterProps {
  readonly character: MarkCharacter | null
  readonly differs?: boolean
}

function kindOf({ state, alternatives, run }: MarkCharacter): string | undefined {
  if (run) return styles.run
  if (state === 'lost' || alternatives.length === 0) return styles.lost
  if (state === 'restored') return styles.restored
  if (alternatives.length === 2) return styles.either
  return alternatives.length > 2 ? styles.doubtful : styles.clear
}

/** The text of a cell. What is drawn otherwise than typed is there unseen, so that copying gives the typed form. */
function Glyph({ state, alternatives, run }: MarkCharacter) {
  if (run) return <span className={styles.glyph}>*</span>
  const [first, second, ...others] = alternatives
  if (first === undefined || state === 'lost') return <span className={styles.glyph}>?</span>
  if (second === undefined) return <span className={styles.glyph}>{first}</span>
  if (others.length > 0)
    return (
      <span className={styles.glyph}>
        <i>[</i>
        {first}
        <i>
          {second}
          {others}]
        </i>
      </span>
    )
  return (
    <span className={styles.pair}>
      <i>[</i>
      <b>{first}</b>
      <b>{second}</b>
      <i>]</i>
    </span>
  )
}

/** One character cell. Its size comes from the row that it stands in; null is an empty cell, a gap. */
export function Character({ character, differs = false }: CharacterProps) {
  const { say } = useLanguage()
  if (!character) return <span className={`${styles.cell} ${styles.gap}`} />
  const script = foreignScript(character.alternatives[0] ?? '')
  return (
    <span
      className={[styles.cell, kindOf(character), differs ? styles.differs : '', script ? styles.foreign : ''].join(
        ' ',
      )}
    >
      {script && <small className={styles.script}>{say(`mark.script.${script}`)}</small>}
      <Glyph {...character} />
    </span>
  )
}
