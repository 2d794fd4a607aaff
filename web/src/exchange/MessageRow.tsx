import type { DeliveryItem } from '@proofmark/contract/schemas/partner'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { GiveUp } from './GiveUp.tsx'
import { KindWords } from './KindWords.tsx'
import { MessageHistory } from './MessageHistory.tsx'
import row from './MessageRow.module.css'
import type { Message } from './message.ts'

interface MessageRowProps {
  readonly message: Message
  /** May the reader try again and give up? */
  readonly acts: boolean
  readonly onChanged: () => void
}

/** One message: how it stands and why, what a person can do with it, and on demand what became of it so far. */
export function MessageRow({ message, acts, onChanged }: MessageRowProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const { busy, error, act, again } = useDoing()
  const [history, setHistory] = useState<readonly DeliveryItem[] | null>(null)
  const [givingUp, setGivingUp] = useState(false)
  const { box, item } = message
  const { partner, message: identifier, kind, about, why, state } = item
  const stuck = state === 'dead' || state === 'failed' || state === 'refused'
  const look = () =>
    history
      ? setHistory(null)
      : act(async () => {
          const asked = { direction: box, partner, message: identifier }
          setHistory((await api('messageHistory', asked)).history)
        })
  const retry = () =>
    act(async () => {
      if (box === 'out') await api('outboxAct', { message: identifier, act: 'retry' })
      else await api('inboxRetry', { partner, message: identifier })
      setHistory(null)
      onChanged()
    })
  const mayRetry = acts && (box === 'out' ? state !== 'acknowledged' : state === 'failed')
  const mayGiveUp = acts && (state === 'dead' || state === 'waiting')
  return (
    <article className={row.row} aria-labelledby={id}>
      <div>
        <h3 id={id} className={row.name}>
          <KindWords kind={kind} />
        </h3>
        <p className={styles.more}>
          {say(`exchange.page.${box === 'out' ? 'to' : 'from'}`)}{' '}
          <Go to={`/exchange/partners/${partner}`}>
            <Identifier mono>{partner}</Identifier>
          </Go>
          {about !== null && (
            <>
              {figures.comma}
              <bdi>{about}</bdi>
            </>
          )}
        </p>
      </div>
      <div>
        <p className={stuck ? styles.warn : row.state}>{say(`word.${box}box_state.${state}`)}</p>
        {why !== null && <p className={styles.more}>{why}</p>}
        <Moments message={message} />
      </div>
      <div className={row.acts}>
        <Button weight="word" aria-expanded={history !== null} onClick={look}>
          {say('exchange.page.history')}
        </Button>
        {mayRetry && (
          <Button weight="word" aria-disabled={busy} onClick={retry}>
            {say('exchange.page.retry')}
          </Button>
        )}
        {mayGiveUp && (
          <Button weight="word" aria-expanded={givingUp} onClick={() => setGivingUp(!givingUp)}>
            {say('exchange.page.give_up')}
          </Button>
        )}
      </div>
      {mayGiveUp && givingUp && <GiveUp message={identifier} onGivenUp={onChanged} />}
      {error && <Failed error={error} kept={false} onAgain={again} />}
      {history && <MessageHistory message={message} history={history} />}
    </article>
  )
}

function Moments({ message: { box, item } }: { readonly message: Message }): ReactNode {
  const { say, figures } = useLanguage()
  if (box === 'in')
    return (
      <p className={styles.quiet}>
        {say('exchange.page.sent_received', {
          sent: figures.moment(item.sentAt),
          received: figures.moment(item.receivedAt),
        })}
      </p>
    )
  const { createdAt, attempts, nextAttemptAt, acknowledgedAt } = item
  return (
    <p className={styles.quiet}>
      {say('exchange.page.written', { moment: figures.moment(createdAt) })}{' '}
      {say('exchange.page.attempts', { count: attempts, figure: figures.count(attempts) })}{' '}
      {nextAttemptAt !== null && attempts > 0 && say('exchange.page.next', { moment: figures.moment(nextAttemptAt) })}
      {acknowledgedAt !== null && say('exchange.page.receipted', { moment: figures.moment(acknowledgedAt) })}
    </p>
  )
}
