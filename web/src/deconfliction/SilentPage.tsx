import { READERS } from '@proofmark/contract/route'
import type { SilentMeeting } from '@proofmark/contract/schemas/deconfliction'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { Contact } from './Contacts.tsx'
import { DECONFLICTION_CATALOGUE } from './catalogue.ts'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'
import { Introduce } from './Introduce.tsx'
import { useMet } from './met.ts'
import { Tabs } from './Tabs.tsx'

/** What only the officer of an agency learns: whom its silent cases and sources met. */
export default function SilentPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS))
    return <Forbidden page={say('common.page.deconfliction_desk')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={DECONFLICTION_CATALOGUE}>
      <Tabs session={session} here="deconfliction_desk" />
      <Meetings />
    </DeskLanguage>
  )
}

function Meetings() {
  const { say, figures } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('deconflictionDesk', { grounds: GROUNDS }, {}, signal), [])
  const [asked, again] = useAsked(ask)
  useMet(again)
  // Whoever is not the officer has no business here, and learns of nothing by it.
  if (asked.kind === 'failed' && asked.error.code === 'deconfliction_officer_only')
    return (
      <Section heading={say('deconfliction.page.desk')} ruled={false}>
        <p className={styles.told}>{asked.error.message}</p>
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('deconfliction.page.desk')} ruled={false} busy>
        <Bars id="deconfliction.page.asking" />
      </Section>
    )
  const { meetings } = asked.answer
  const waiting = meetings.filter(({ state }) => state === 'waiting').length
  return (
    <Section heading={say('deconfliction.page.desk')} aside={figures.count(waiting)} ruled={false}>
      {meetings.length === 0 ? (
        <p className={styles.told}>{say('deconfliction.page.desk_none')}</p>
      ) : (
        <>
          <p className={styles.told}>{say('deconfliction.page.desk_told')}</p>
          <ul className={styles.meetings}>
            {meetings.map((meeting) => (
              <li key={meeting.handle}>
                <Meeting meeting={meeting} onSaid={again} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Meeting({ meeting, onSaid }: { readonly meeting: SilentMeeting; readonly onSaid: () => void }) {
  const { say, figures } = useLanguage()
  const { contact, handle, at, lead, introduced, declined, state, until } = meeting
  return (
    <>
      <Contact contact={contact} handle={handle} />
      <span className={styles.under}>{figures.moment(at)}</span>
      <span>
        {lead === null ? (
          say('deconfliction.page.no_lead')
        ) : (
          <Sentence id="deconfliction.page.lead" nodes={{ lead: <bdi>{lead}</bdi> }} />
        )}
      </span>
      {introduced !== null && (
        <span>
          <Sentence
            id="deconfliction.page.introduced"
            nodes={{ by: <bdi>{introduced.by}</bdi>, consent: <bdi>{introduced.consent}</bdi> }}
          />
        </span>
      )}
      {declined !== null && (
        <span>
          <Sentence
            id="deconfliction.page.declined"
            nodes={{ by: <bdi>{declined.by}</bdi>, reason: <bdi>{declined.reason}</bdi> }}
          />
        </span>
      )}
      {state === 'over' && <span>{say('deconfliction.meeting.over', { until: figures.day(until) })}</span>}
      {state === 'waiting' && (
        <span className={styles.under}>{say('deconfliction.meeting.waiting', { until: figures.day(until) })}</span>
      )}
      {(state === 'waiting' || (state === 'declined' && Date.parse(until) > Date.now())) && (
        <Introduce handle={handle} declined={state === 'declined'} onSaid={onSaid} />
      )}
    </>
  )
}
