import { saysNoNumber } from '@proofmark/contract/entry-fields'
import type { RecoveryExhibit } from '@proofmark/contract/schemas/recovery'
import type { MarkState } from '@proofmark/domain/marking'
import { useId, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'
import { PictureShown } from './PictureShown.tsx'
import { Select } from './Selects.tsx'
import type { StepProps } from './step-props.ts'

interface SerialFieldProps extends Pick<StepProps, 'state' | 'unlocked'> {
  readonly item: RecoveryExhibit
  readonly states: readonly MarkState[]
  readonly onSay: (part: Partial<RecoveryExhibit>) => void
}

/** The serial as it is typed, large, beside its photograph enlarged: both are seen at once. */
export function SerialField({ item, state, unlocked, states, onSay }: SerialFieldProps) {
  const { say } = useLanguage()
  const id = useId()
  const [large, setLarge] = useState(false)
  const { stated } = item
  const picture = state.draft.pictures.findLast(
    ({ exhibit, view, state: { kind } }) => exhibit === item.exhibit && view === 'serial' && kind === 'waiting',
  )
  return (
    <div className={styles.serial}>
      <div>
        <label htmlFor={id}>{say('field.label.serial')}</label>
        <input
          id={id}
          name="serial"
          className={styles.mark}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
          disabled={saysNoNumber(stated.serial_state)}
          value={saysNoNumber(stated.serial_state) ? '' : (stated.serial ?? '')}
          onChange={({ target }) => onSay({ stated: { ...stated, serial: target.value } })}
        />
        <Select
          label={say('field.label.serial_state')}
          name="serialState"
          codes={states}
          word={(code) => say(`word.mark_state.${code}`)}
          value={stated.serial_state}
          onChoose={(serial_state) => onSay({ stated: { ...stated, serial_state } })}
        />
      </div>
      {picture && (
        <figure className={large ? styles.enlarged : styles.enlargeable}>
          <PictureShown book={unlocked.book} name={picture.file} alt={say('field.view.serial')} />
          <Button weight="word" aria-pressed={large} onClick={() => setLarge(!large)}>
            {say(large ? 'field.smaller' : 'field.larger')}
          </Button>
        </figure>
      )}
    </div>
  )
}
