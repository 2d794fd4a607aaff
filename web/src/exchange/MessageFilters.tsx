import { INBOX_STATES, OUTBOX_STATES } from '@proofmark/contract/exchange-words'
import { MESSAGE_KINDS } from '@proofmark/contract/message-kinds'
import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { Field } from '../common/Field.tsx'
import { goTo } from '../frame/address.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { addressOfMessages, filterOf, type MessageFilter } from './filter.ts'

interface MessageFiltersProps {
  readonly filter: MessageFilter
  readonly partners: readonly ListedPartner[]
}

interface Choice {
  readonly code: string
  readonly word: string
}

/** Which messages are looked at; each choice is an address of its own. */
export function MessageFilters({ filter, partners }: MessageFiltersProps) {
  const { say } = useLanguage()
  const change = (part: Readonly<Record<string, string>>) => {
    const [, fragment = ''] = addressOfMessages(filter).split('#')
    const stated = new URLSearchParams(fragment)
    for (const [name, value] of Object.entries(part)) stated.set(name, value)
    goTo(addressOfMessages(filterOf(stated.toString())), 'replace')
  }
  const states = filter.box === 'out' ? OUTBOX_STATES : INBOX_STATES
  const all = { code: '', word: say('exchange.page.any') }
  const choice = (name: keyof MessageFilter, choices: readonly Choice[]) => (
    <Field label={say(`exchange.page.filter.${name}`)}>
      {(control) => (
        <select
          {...control}
          name={name}
          value={filter[name] ?? ''}
          onChange={({ target }) => change({ [name]: target.value })}
        >
          {choices.map(({ code, word }) => (
            <option key={code} value={code}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <form
      className={styles.filter}
      aria-label={say('exchange.page.filter')}
      onSubmit={(event) => event.preventDefault()}
    >
      {choice(
        'box',
        (['out', 'in'] as const).map((code) => ({ code, word: say(`exchange.page.box.${code}`) })),
      )}
      {choice('partner', [
        all,
        ...partners.map(({ partner, name }) => ({ code: partner, word: `${partner} ${name}` })),
      ])}
      {choice('kind', [all, ...MESSAGE_KINDS.map((code) => ({ code, word: say(`exchange.page.kind.${code}`) }))])}
      {choice('state', [all, ...states.map((code) => ({ code, word: say(`word.${filter.box}box_state.${code}`) }))])}
    </form>
  )
}
