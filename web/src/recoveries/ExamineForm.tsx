import { saysNoNumber } from '@proofmark/contract/entry-fields'
import { CONDITIONS, type Condition, type ExhibitKind } from '@proofmark/contract/recovery-words'
import { MARK_STATES, type MarkState } from '@proofmark/domain/marking'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { Select } from '../field/form/Selects.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'

interface ExamineFormProps {
  readonly exhibit: string
  readonly kind: ExhibitKind
  readonly onChanged: () => void
}

/** Sets down what an examiner found of an exhibit, beside what the field said and never over it. */
export function ExamineForm(props: ExamineFormProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  if (open) return <Examining {...props} />
  return (
    <p>
      <Button name="examine" onClick={() => setOpen(true)}>
        {say('field.examine')}
      </Button>
    </p>
  )
}

const ON_FIREARM = ['type', 'make', 'model', 'calibre', 'serial'] as const
const ON_AMMUNITION = ['make', 'calibre', 'headstamp', 'lot'] as const
type Word = (typeof ON_FIREARM)[number] | (typeof ON_AMMUNITION)[number] | 'itemDescription'
type Words = Readonly<Partial<Record<Word, string>>>

/** The texts that say something, under their names. */
const spoken = (words: Words, names: readonly Word[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = words[name]?.trim()
      return text ? [[name, text]] : []
    }),
  )

function Examining({ exhibit, kind, onChanged }: ExamineFormProps) {
  const { say } = useLanguage()
  const [words, setWords] = useState<Words>({})
  const [state, setState] = useState<MarkState>()
  const [condition, setCondition] = useState<Condition>()
  const [date, setDate] = useState('')
  // Sent again after its answer was lost, it is the same examination.
  const [examination] = useState(newIdentifier)
  const [tried, setTried] = useState(false)
  const { busy, error, act, again } = useDoing()
  const isMarked = kind === 'firearm' || kind === 'component' || kind === 'magazine'
  const fields: readonly Word[] = isMarked ? ON_FIREARM : kind === 'ammunition' ? ON_AMMUNITION : ['make', 'model']
  const stated = spoken(
    words,
    fields.filter((each) => each !== 'headstamp' && each !== 'lot' && !(each === 'serial' && saysNoNumber(state))),
  )
  const ammunition = kind === 'ammunition' ? spoken(words, ['headstamp', 'lot']) : {}
  const description = words.itemDescription?.trim() ?? ''
  const saysNothing =
    Object.keys({ ...stated, ...ammunition }).length === 0 && !state && !condition && description === ''
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    if (saysNothing) return
    const said = {
      stated: { ...stated, ...(state ? { serial_state: state } : {}) },
      ...(Object.keys(ammunition).length > 0 ? { ammunition } : {}),
      ...(condition ? { condition } : {}),
      ...(description === '' ? {} : { description }),
      ...(date === '' ? {} : { date }),
    }
    act(async () => {
      await api('recoveryExamine', { examination, exhibit, said, grounds: GROUNDS })
      onChanged()
    })
  }
  const text = (name: Word, most = 120) => (
    <TextField
      key={name}
      label={say(`field.label.${name}`)}
      name={name}
      value={words[name] ?? ''}
      most={most}
      onChange={(value) => setWords({ ...words, [name]: value })}
    />
  )
  return (
    <Section heading={say('field.examine')}>
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
        <p className={styles.quiet}>{say('field.examine_how')}</p>
        {fields.map((name) => text(name))}
        {isMarked && (
          <Select
            label={say('field.label.serial_state')}
            name="serialState"
            codes={MARK_STATES}
            word={(code) => say(`word.mark_state.${code}`)}
            value={state}
            onChoose={setState}
          />
        )}
        <Select
          label={say('field.label.condition')}
          name="condition"
          codes={CONDITIONS}
          word={(code) => say(`field.condition.${code}`)}
          value={condition}
          onChoose={setCondition}
        />
        {text('itemDescription', 500)}
        <Field label={say('field.examine_on')}>
          {(control) => (
            <input
              {...control}
              type="date"
              name="examinedOn"
              value={date}
              onChange={({ target }) => setDate(target.value)}
            />
          )}
        </Field>
        {tried && saysNothing && <p role="alert">{say('field.examine_wanting')}</p>}
        {error && <Failed error={error} onAgain={again} />}
        <Button weight="main" type="submit" name="setDown" disabled={busy}>
          {say('field.examine')}
        </Button>
      </form>
    </Section>
  )
}
