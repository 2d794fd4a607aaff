import { MARK_KINDS, MARK_STATES, PARTS } from '@proofmark/domain/marking'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Form.module.css'
import { Choice, Country, Latin } from './fields.tsx'
import type { MarkDraft } from './form-draft.ts'

interface MarkRowsProps {
  readonly marks: readonly MarkDraft[]
  readonly onChange: (marks: readonly MarkDraft[]) => void
}

/** The further marks, each with its kind, its place and its state. */
export function MarkRows({ marks, onChange }: MarkRowsProps) {
  const { say } = useLanguage()
  const set = (number: number, part: Partial<MarkDraft>) =>
    onChange(marks.map((mark) => (mark.number === number ? { ...mark, ...part } : mark)))
  const add = () => {
    const number = Math.max(-1, ...marks.map((mark) => mark.number)) + 1
    onChange([...marks, { number, kind: 'maker', part: 'unknown', observed: '', state: 'legible', country: '' }])
  }
  return (
    <>
      <h3 className={styles.group}>{say('traces.form.marks')}</h3>
      {marks.length === 0 && <p className={styles.told}>{say('traces.form.no_marks')}</p>}
      <ol className={styles.rows}>
        {marks.map((mark) => (
          <li key={mark.number}>
            <Choice
              name="markKind"
              label={say('traces.form.mark_kind')}
              words={MARK_KINDS}
              wordOf={(kind) => say(`traces.form.mark_kind.${kind}`)}
              value={mark.kind}
              onChange={(kind) => kind !== '' && set(mark.number, { kind })}
            />
            <Latin
              name="markObserved"
              label={say('traces.form.mark_observed')}
              value={mark.observed}
              most={200}
              onChange={(observed) => set(mark.number, { observed })}
            />
            <Choice
              name="markState"
              label={say('traces.form.serial_state')}
              words={MARK_STATES}
              wordOf={(state) => say(`word.mark_state.${state}`)}
              value={mark.state}
              onChange={(state) => state !== '' && set(mark.number, { state })}
            />
            <Choice
              name="markPart"
              label={say('traces.form.serial_part')}
              words={PARTS}
              wordOf={(part) => say(`word.part.${part}`)}
              value={mark.part}
              onChange={(part) => part !== '' && set(mark.number, { part })}
            />
            <Country
              name="markCountry"
              label={say('traces.form.mark_country')}
              value={mark.country}
              onChange={(country) => set(mark.number, { country })}
            />
            <p className={styles.remove}>
              <Button
                weight="word"
                aria-label={say('traces.form.remove_mark', { mark: mark.observed || '…' })}
                onClick={() => onChange(marks.filter(({ number }) => number !== mark.number))}
              >
                {say('traces.form.remove')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.add}>
        <Button weight="word" disabled={marks.length >= 40} onClick={add}>
          {say('traces.form.add_mark')}
        </Button>
      </p>
    </>
  )
}
