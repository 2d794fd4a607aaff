import { UNKNOWN_REASONS, type UnknowableField } from '@proofmark/contract/entry-fields'
import { CONDITIONS, TYPOLOGIES } from '@proofmark/contract/recovery-words'
import type { RecoveryExhibit } from '@proofmark/contract/schemas/recovery'
import { MARK_STATES, PARTS } from '@proofmark/domain/marking'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Field } from '../../common/Field.tsx'
import { TextField } from '../../common/TextField.tsx'
import { newIdentifier } from '../../enter/identifier.ts'
import { useLanguage } from '../../frame/language.tsx'
import { likeIt } from '../draft/draft.ts'
import styles from '../Field.module.css'
import { Picks } from './Choice.tsx'
import { FurtherMarks } from './FurtherMarks.tsx'
import { Photographs } from './Photographs.tsx'
import { ScanField } from './ScanField.tsx'
import { Select } from './Selects.tsx'
import { SerialField } from './SerialField.tsx'
import type { StepProps } from './step-props.ts'

interface ItemFormProps extends StepProps {
  readonly item: RecoveryExhibit
  readonly onCopied: () => void
}

type Stated = 'type' | 'make' | 'model' | 'calibre'

/** What firearms at a roadside mostly are; anything else is typed. */
const COMMON_TYPES = [
  'pistol',
  'revolver',
  'rifle',
  'shotgun',
  'submachine_gun',
  'assault_rifle',
  'alarm_signal',
] as const

/** Everything that is said of one item, by what it is. */
export function ItemForm({ desk, state, unlocked, item, onCopied }: ItemFormProps) {
  const { say } = useLanguage()
  const [copies, setCopies] = useState('3')
  const { exhibit, kind, stated, ammunition } = item
  const set = (part: Partial<RecoveryExhibit>) => desk.sayOf(exhibit, part)
  const isMarked = kind === 'firearm' || kind === 'component' || kind === 'magazine'
  const isMany = kind !== 'firearm'

  const text = (field: Stated) => {
    const reason = item.notKnown[field]
    return (
      <div className={styles.knowable}>
        <TextField
          label={say(`field.label.${field}`)}
          name={field}
          value={reason ? '' : (stated[field] ?? '')}
          most={120}
          hint={reason ? say(`word.unknown.${reason}`) : null}
          onChange={(value) => set({ stated: { ...stated, [field]: value }, notKnown: without(item.notKnown, field) })}
        />
        <select
          aria-label={say('field.not_known_of', { field: say(`field.label.${field}`) })}
          name={`${field} not known`}
          value={reason ?? ''}
          onChange={({ target }) => {
            const found = UNKNOWN_REASONS.find((each) => each === target.value)
            set({ notKnown: found ? { ...item.notKnown, [field]: found } : without(item.notKnown, field) })
          }}
        >
          <option value="">{say('field.known')}</option>
          {UNKNOWN_REASONS.map((each) => (
            <option key={each} value={each}>
              {say(`word.unknown.${each}`)}
            </option>
          ))}
        </select>
      </div>
    )
  }
  const copy = () => {
    const many = Math.min(Math.max(Number.parseInt(copies, 10) || 1, 1), 50)
    const { exhibits } = desk.state().draft.form
    const at = exhibits.findIndex((each) => each.exhibit === exhibit) + 1
    const made = Array.from({ length: many }, () => likeIt(item, newIdentifier()))
    desk.say({ exhibits: exhibits.toSpliced(at, 0, ...made) })
    onCopied()
  }
  return (
    <div className={styles.item}>
      {isMarked && <SerialField item={item} state={state} unlocked={unlocked} onSay={set} states={MARK_STATES} />}
      {kind === 'component' && (
        <Select
          label={say('field.label.part')}
          name="part"
          codes={PARTS}
          word={(code) => say(`word.part.${code}`)}
          value={stated.part}
          onChoose={(part) => set({ stated: { ...stated, part } })}
        />
      )}
      {kind === 'firearm' && (
        <div className={styles.keys}>
          {COMMON_TYPES.map((code) => (
            <Button
              key={code}
              name={`type ${code}`}
              aria-pressed={stated.type === say(`word.type.${code}`)}
              onClick={() => set({ stated: { ...stated, type: say(`word.type.${code}`) } })}
            >
              {say(`word.type.${code}`)}
            </Button>
          ))}
        </div>
      )}
      {isMarked && text('type')}
      {text('make')}
      {isMarked && text('model')}
      {kind !== 'other_goods' && text('calibre')}
      {kind === 'ammunition' &&
        (['headstamp', 'lot'] as const).map((field) => (
          <TextField
            key={field}
            label={say(`field.label.${field}`)}
            name={field}
            value={ammunition?.[field] ?? ''}
            most={120}
            onChange={(value) => set({ ammunition: { ...ammunition, [field]: value } })}
          />
        ))}
      {isMany && (
        <Field label={say('field.label.count')} hint={say('field.count_hint')}>
          {(control) => (
            <input
              {...control}
              name="count"
              dir="ltr"
              inputMode="numeric"
              autoComplete="off"
              maxLength={9}
              value={item.count ?? ''}
              onChange={({ target }) => set({ count: wholeNumber(target.value) })}
            />
          )}
        </Field>
      )}
      <ScanField name="number" value={item.number ?? ''} onChange={(number) => set({ number })} />
      <ScanField name="seal" value={item.seal ?? ''} onChange={(seal) => set({ seal })} />
      <Photographs desk={desk} state={state} unlocked={unlocked} item={item} />
      {isMarked && <FurtherMarks item={item} onSay={set} />}
      {(kind === 'firearm' || kind === 'device') && (
        <Picks
          legend={say('field.label.typologies')}
          name="typology"
          codes={TYPOLOGIES}
          word={(code) => say(`field.typology.${code}`)}
          chosen={item.typologies}
          onChoose={(code, isChosen) =>
            set({
              typologies: [...item.typologies.filter((each) => each !== code), ...(isChosen ? [code] : [])].slice(-5),
            })
          }
        />
      )}
      {isMarked && (
        <Select
          label={say('field.label.condition')}
          name="condition"
          codes={CONDITIONS}
          word={(code) => say(`field.condition.${code}`)}
          value={item.condition}
          onChoose={(condition) => set({ condition })}
        />
      )}
      <TextField
        label={say('field.label.itemDescription')}
        name="itemDescription"
        value={item.description ?? ''}
        most={500}
        onChange={(description) => set({ description })}
      />
      <div className={styles.copies}>
        <label>
          {say('field.copies')}{' '}
          <input
            name="copies"
            dir="ltr"
            inputMode="numeric"
            maxLength={2}
            value={copies}
            onChange={({ target }) => setCopies(target.value)}
          />
        </label>
        <Button name="copy" onClick={copy}>
          {say('field.copy')}
        </Button>
        {state.draft.base?.form.exhibits.every((each) => each.exhibit !== exhibit) !== false && (
          <Button
            weight="word"
            onClick={() =>
              desk.say({ exhibits: desk.state().draft.form.exhibits.filter((each) => each.exhibit !== exhibit) })
            }
          >
            {say('field.remove_item')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** A count as typed in the digits of any script; nothing where it is none. */
function wholeNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  const number = Number.parseInt(plain, 10)
  return number > 0 && number <= 100_000_000 ? number : undefined
}

function without(notKnown: RecoveryExhibit['notKnown'], field: UnknowableField): RecoveryExhibit['notKnown'] {
  const { [field]: _known, ...others } = notKnown
  return others
}
