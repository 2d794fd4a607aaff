import { FURTHER_MARKS } from '@proofmark/contract/recovery-words'
import type { RecoveryExhibit } from '@proofmark/contract/schemas/recovery'
import { MARK_STATES, PARTS } from '@proofmark/domain/marking'
import { Button } from '../../common/Button.tsx'
import { TextField } from '../../common/TextField.tsx'
import { newIdentifier } from '../../enter/identifier.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'
import { Select } from './Selects.tsx'

type Mark = RecoveryExhibit['marks'][number]
const MOST = 20

interface FurtherMarksProps {
  readonly item: RecoveryExhibit
  readonly onSay: (part: Partial<RecoveryExhibit>) => void
}

/** Numbers and marks beside the serial: what each is for, as it stands, on which part and where, and in what state. */
export function FurtherMarks({ item, onSay }: FurtherMarksProps) {
  const { say } = useLanguage()
  const { marks } = item
  const set = (at: number, part: Partial<Mark>) =>
    onSay({ marks: marks.map((each, place) => (place === at ? { ...each, ...part } : each)) })
  return (
    <fieldset className={styles.choice}>
      <legend>{say('field.label.marks')}</legend>
      {marks.map((mark, at) => (
        <div key={mark.field ?? `mark ${at}`} className={styles.removable}>
          <Select
            label={say('field.label.mark_kind')}
            name={`mark kind ${at + 1}`}
            codes={FURTHER_MARKS}
            word={(code) => say(`field.mark_kind.${code}`)}
            value={mark.kind}
            onChoose={(kind) => set(at, { kind: kind ?? 'other' })}
          />
          <TextField
            label={say('field.label.mark_stated')}
            name={`mark ${at + 1}`}
            value={mark.stated ?? ''}
            most={200}
            onChange={(stated) => set(at, { stated })}
          />
          <Select
            label={say('field.label.part')}
            name={`mark part ${at + 1}`}
            codes={PARTS}
            word={(code) => say(`word.part.${code}`)}
            value={mark.part}
            onChoose={(part) => set(at, { part: part ?? 'unknown' })}
          />
          <TextField
            label={say('field.label.mark_place')}
            name={`mark place ${at + 1}`}
            value={mark.place ?? ''}
            most={120}
            onChange={(place) => set(at, { place })}
          />
          <Select
            label={say('field.label.serial_state')}
            name={`mark state ${at + 1}`}
            codes={MARK_STATES}
            word={(code) => say(`word.mark_state.${code}`)}
            value={mark.state}
            onChoose={(state) => set(at, { state })}
          />
          <Button weight="word" onClick={() => onSay({ marks: marks.toSpliced(at, 1) })}>
            {say('field.remove_mark')}
          </Button>
        </div>
      ))}
      {marks.length < MOST && (
        <Button
          name="add mark"
          onClick={() =>
            onSay({ marks: [...marks, { field: `mark ${newIdentifier()}`, part: 'unknown', kind: 'serial' }] })
          }
        >
          {say('field.add_mark')}
        </Button>
      )}
    </fieldset>
  )
}
