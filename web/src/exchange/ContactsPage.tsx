import type { Session } from '@proofmark/contract/schemas/session'
import type { TraceContactList } from '@proofmark/contract/schemas/trace-book'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AddContact } from './AddContact.tsx'
import { ContactTable } from './ContactTable.tsx'
import { EXCHANGE_CATALOGUE } from './catalogue.ts'
import { dueFirst } from './contact-age.ts'
import styles from './Exchange.module.css'
import { ExchangeTabs } from './ExchangeTabs.tsx'
import { CONTACT_KEEPERS, CONTACT_READERS } from './roles.ts'

type Entry = TraceContactList['contacts'][number]

const askContacts = (signal: AbortSignal) => api('traceContactList', undefined, {}, signal)
const today = (): string => new Date().toISOString().slice(0, 10)

/** Whom one reaches in other states, and when that was last made certain of. */
export default function ContactsPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, CONTACT_READERS))
    return <Forbidden page={say('common.page.contacts')} session={session} roles={CONTACT_READERS} />
  return (
    <DeskLanguage catalogue={EXCHANGE_CATALOGUE}>
      <ExchangeTabs session={session} here="contacts" />
      <Shown keeps={holdsOne(session, CONTACT_KEEPERS)} />
    </DeskLanguage>
  )
}

function Shown({ keeps }: { readonly keeps: boolean }) {
  const { say } = useLanguage()
  const [asked, again] = useAsked(askContacts)
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('exchange.page.contacts')} ruled={false} busy>
        <Bars id="exchange.page.asking" />
      </Section>
    )
  return <Book contacts={asked.answer.contacts} keeps={keeps} onChanged={again} />
}

interface BookProps {
  readonly contacts: readonly Entry[]
  readonly keeps: boolean
  readonly onChanged: () => void
}

function Book({ contacts, keeps, onChanged }: BookProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const verify = keeps
    ? ({ id, country, partner, kind, role, contact }: Entry) =>
        act(async () => {
          const said = { id, country, partner, kind, role, contact: { ...contact, verified: today() } }
          await api('traceContactSave', said)
          onChanged()
        })
    : null
  const due = dueFirst(contacts, today())
  const count = contacts.length
  const table = (entries: readonly Entry[]) => <ContactTable entries={entries} busy={busy} onVerify={verify} />
  return (
    <div className={styles.page}>
      {error && <Failed error={error} kept={false} onAgain={again} />}
      {count > 0 && (
        <Section
          heading={say('exchange.page.to_verify')}
          ruled={false}
          aside={say('exchange.page.contact_count', { count: due.length, figure: figures.count(due.length) })}
        >
          <p className={styles.how}>{say('exchange.page.to_verify_how')}</p>
          {due.length === 0 ? <p>{say('exchange.page.all_verified')}</p> : table(due)}
        </Section>
      )}
      <Section
        heading={say('exchange.page.contacts')}
        ruled={count > 0}
        aside={say('exchange.page.contact_count', { count, figure: figures.count(count) })}
      >
        {count === 0 ? (
          <div className={states.state}>
            <p>{say('exchange.page.no_contacts')}</p>
            <p className={states.more}>{say('exchange.page.no_contacts_how')}</p>
          </div>
        ) : (
          table(contacts.toSorted(byCountryAndKind))
        )}
      </Section>
      {keeps && <AddContact onAdded={onChanged} />}
    </div>
  )
}

const byCountryAndKind = (one: Entry, other: Entry): number =>
  one.country.localeCompare(other.country) ||
  one.kind.localeCompare(other.kind) ||
  one.contact.agency.localeCompare(other.contact.agency)
