import type { InboxState, OutboxState } from '@proofmark/contract/exchange-words'
import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { addressOfMessages, type MessageFilter } from './filter.ts'

interface DeliveryFiguresProps {
  readonly partner: Pick<ListedPartner, 'partner' | 'figures'>
  readonly box: MessageFilter['box']
}

interface Counted {
  readonly state: OutboxState | InboxState | null
  readonly count: number
  readonly word: string
  readonly warns?: boolean
}

/** How messages to or from a partner fare; each figure leads to its messages, where the reason of each stands. */
export function DeliveryFigures({ partner: { partner, figures: delivered }, box }: DeliveryFiguresProps) {
  const { say, figures } = useLanguage()
  const counted: readonly Counted[] =
    box === 'out'
      ? [
          { state: 'dead', count: delivered.dead, word: 'word.outbox_state.dead', warns: true },
          { state: 'waiting', count: delivered.waiting, word: 'word.outbox_state.waiting' },
          { state: 'acknowledged', count: delivered.acknowledged, word: 'word.outbox_state.acknowledged' },
        ]
      : [
          { state: 'failed', count: delivered.failed, word: 'word.inbox_state.failed', warns: true },
          { state: 'refused', count: delivered.refused, word: 'word.inbox_state.refused' },
          { state: null, count: delivered.received, word: 'exchange.page.received' },
        ]
  const shown = counted.filter(({ count }) => count > 0)
  if (shown.length === 0) return <span className={styles.quiet}>{say('exchange.page.none_yet')}</span>
  return (
    <ul>
      {shown.map(({ state, count, word, warns }) => (
        <li key={word} className={warns ? styles.warn : undefined}>
          <Go to={addressOfMessages({ box, partner, kind: null, state })}>
            {say('exchange.page.counted', { figure: figures.count(count), word: say(word) })}
          </Go>
        </li>
      ))}
    </ul>
  )
}
