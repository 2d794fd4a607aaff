import { CUSTODY_ORDERS, ORDERING_AUTHORITIES } from '@proofmark/contract/custody-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { Choice } from '../field/form/Choice.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'

interface OrderFormProps {
  readonly exhibit: string
  readonly onChanged: () => void
}

const EMPTY = { kind: 'return_to_holder', authority: 'court', reference: '', on: '', until: '' } as const
interface Draft {
  readonly kind: (typeof CUSTODY_ORDERS)[number]
  readonly authority: (typeof ORDERING_AUTHORITIES)[number]
  readonly reference: string
  readonly on: string
  readonly until: string
}

/** Records the order of a court or an authority, without which an exhibit is neither given away, lent nor destroyed. */
export function OrderForm({ exhibit, onChanged }: OrderFormProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <p>
        <Button name="recordOrder" onClick={() => setOpen(true)}>
          {say('field.custody.record_order')}
        </Button>
      </p>
    )
  return <Recording exhibit={exhibit} onChanged={onChanged} />
}

function Recording({ exhibit, onChanged }: OrderFormProps) {
  const { say } = useLanguage()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  // Sent again after its answer was lost, it is the same order.
  const [id] = useState(newIdentifier)
  const [tried, setTried] = useState(false)
  const { busy, error, act, again } = useDoing()
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const wanting = (value: string) =>
    tried && value.trim() === ''
      ? { reason: say('field.custody.order_wanting'), accepted: say('field.custody.order_wanting_how') }
      : null
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    const { reference, until, ...rest } = draft
    if (reference.trim() === '' || rest.on === '') return
    act(async () => {
      const said = { id, exhibit, ...rest, reference: reference.trim(), ...(until === '' ? {} : { until }) }
      await api('custodyOrder', { ...said, grounds: GROUNDS })
      onChanged()
    })
  }
  const day = (name: 'on' | 'until') => (
    <Field label={say(`field.custody.order_${name}`)} error={name === 'on' ? wanting(draft.on) : null}>
      {(control) => (
        <input
          {...control}
          type="date"
          name={name}
          value={draft[name]}
          onChange={({ target }) => set({ [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <Section heading={say('field.custody.record_order')}>
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
        <Choice
          legend={say('field.custody.order_kind')}
          name="kind"
          codes={CUSTODY_ORDERS}
          word={(code) => say(`word.custody_purpose.${code}`)}
          value={draft.kind}
          onChoose={(kind) => set({ kind })}
        />
        <Choice
          legend={say('field.custody.order_authority')}
          name="authority"
          codes={ORDERING_AUTHORITIES}
          word={(code) => say(`word.custody_authority.${code}`)}
          value={draft.authority}
          onChoose={(authority) => set({ authority })}
        />
        <TextField
          label={say('field.custody.order_reference')}
          name="orderReference"
          value={draft.reference}
          most={120}
          error={wanting(draft.reference)}
          onChange={(reference) => set({ reference })}
        />
        {day('on')}
        {day('until')}
        {error && <Failed error={error} onAgain={again} />}
        <Button weight="main" type="submit" disabled={busy}>
          {say('field.custody.record_order')}
        </Button>
      </form>
    </Section>
  )
}
