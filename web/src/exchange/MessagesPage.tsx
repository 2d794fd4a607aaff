import type { Session } from '@proofmark/contract/schemas/session'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { filterOf, type MessageFilter } from './filter.ts'
import { MessageFilters } from './MessageFilters.tsx'
import { MessageRow } from './MessageRow.tsx'
import { keyOf, type Message } from './message.ts'
import { EXCHANGE_READERS, EXCHANGERS } from './roles.ts'
import { TakeIn } from './TakeIn.tsx'
import { TakeOut } from './TakeOut.tsx'
import { useMessages } from './useMessages.ts'

interface MessagesPageProps {
  /** The fragment of the address. */
  readonly filter: string
  readonly session: Session
}

/** Outbox and inbox in one place: first what waits for a person, then what the filter asks for. */
export default function MessagesPage({ filter, session }: MessagesPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, EXCHANGE_READERS))
    return <Forbidden page={say('common.page.messages')} session={session} roles={EXCHANGE_READERS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="messages" />
      <Shown filter={filterOf(filter)} session={session} />
    </DeskLanguage>
  )
}

function Shown({ filter, session }: { readonly filter: MessageFilter; readonly session: Session }) {
  const { say, figures } = useLanguage()
  const { messages, error, ask, more } = useMessages(filter)
  if (!messages && error) return <Failed error={error} kept={false} onAgain={ask} />
  if (!messages)
    return (
      <Section heading={say('exchange.page.messages')} ruled={false} busy>
        <Bars id="exchange.page.asking" />
      </Section>
    )
  const { partners, stuck, listed, next } = messages
  const acts = holdsOne(session, EXCHANGERS)
  const unreconciled = partners.filter(({ reconciled }) => !reconciled)
  const rows = (shown: readonly Message[]) => (
    <ul className={styles.list}>
      {shown.map((message) => (
        <li key={keyOf(message)}>
          <MessageRow message={message} acts={acts} onChanged={ask} />
        </li>
      ))}
    </ul>
  )
  return (
    <div className={acts ? styles.columns : undefined}>
      <div className={styles.page}>
        {error && <Failed error={error} kept={false} onAgain={ask} />}
        {unreconciled.length > 0 && (
          <p className={styles.warn}>
            {say('exchange.page.held_back', { partners: figures.list(unreconciled.map(({ partner }) => partner)) })}
          </p>
        )}
        <Section
          heading={say('exchange.page.stuck')}
          ruled={false}
          aside={say('exchange.page.message_count', { count: stuck.length, figure: figures.count(stuck.length) })}
        >
          {stuck.length === 0 ? <p>{say('exchange.page.nothing_stuck')}</p> : rows(stuck)}
        </Section>
        <Section heading={say('exchange.page.all')}>
          <MessageFilters filter={filter} partners={partners} />
          {listed.length === 0 ? <Nothing filter={filter} partners={partners.length} /> : rows(listed)}
          {next !== null && (
            <p className={styles.actions}>
              <Button onClick={more}>{say('exchange.page.go_on')}</Button>
            </p>
          )}
        </Section>
      </div>
      {acts && (
        <div className={styles.page}>
          <TakeOut partners={partners} onTaken={ask} />
          <TakeIn onTaken={ask} />
        </div>
      )}
    </div>
  )
}

function Nothing({ filter, partners }: { readonly filter: MessageFilter; readonly partners: number }) {
  const { say } = useLanguage()
  const { partner, kind, state, box } = filter
  if (partners === 0) return <p>{say('exchange.page.no_partners')}</p>
  const filtered = partner !== null || kind !== null || state !== null
  return <p>{say(filtered ? 'exchange.page.none_of_filter' : `exchange.page.empty.${box}`)}</p>
}
