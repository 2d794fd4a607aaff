import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import { Field } from '../common/Field.tsx'
import { Note } from '../common/Note.tsx'
import { useLanguage } from '../frame/language.tsx'
import { type HandOverDraft, needsOrder, ordersFor } from './said-hand-over.ts'

interface OrderFieldsProps {
  readonly shown: CustodyShown
  readonly draft: HandOverDraft
  readonly onChange: (part: Partial<HandOverDraft>) => void
}

/** By which order it leaves custody or is lent, and until when it is lent. */
export function OrderFields({ shown, draft, onChange }: OrderFieldsProps) {
  const { say } = useLanguage()
  if (!needsOrder(draft.purpose)) return null
  const orders = ordersFor(shown, draft.purpose)
  if (orders.length === 0)
    return (
      <Note role="status" heading={say('field.custody.no_order')}>
        {say('field.custody.no_order_how')}
      </Note>
    )
  return (
    <>
      <Field label={say('field.custody.order')}>
        {(control) => (
          <select
            {...control}
            name="order"
            value={draft.order}
            onChange={({ target }) => onChange({ order: target.value })}
          >
            <option value="">{say('field.custody.any_order')}</option>
            {orders.map(({ id, authority, reference, on }) => (
              <option key={id} value={id}>
                {`${say(`word.custody_authority.${authority}`)} ${reference} (${on})`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.purpose === 'loan' && (
        <Field label={say('field.custody.due')}>
          {(control) => (
            <input
              {...control}
              type="date"
              name="due"
              value={draft.due}
              onChange={({ target }) => onChange({ due: target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
