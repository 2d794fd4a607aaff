import { ROLES } from '@proofmark/contract/roles'
import { ASKERS, READERS, STEWARDS } from '@proofmark/contract/route'
import type { ListedAgency } from '@proofmark/contract/schemas/agency'
import type { Session } from '@proofmark/contract/schemas/session'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import states from '../common/State.module.css'
import { ADMINISTRATORS, holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { AddAgency } from './AddAgency.tsx'
import styles from './AgenciesPage.module.css'
import { AgencyRow } from './AgencyRow.tsx'
import { ChangeAgency } from './ChangeAgency.tsx'
import { AGENCIES_CATALOGUE } from './catalogue.ts'
import { type Agencies, useAgencies } from './useAgencies.ts'

/** The agencies of this state: whom to ask at each, what of theirs the reader may see; administrators keep the list. */
export default function AgenciesPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, ROLES)) return <Forbidden page={say('common.page.agencies')} session={session} roles={ROLES} />
  return (
    <DeskLanguage catalogue={AGENCIES_CATALOGUE}>
      <Shown session={session} />
    </DeskLanguage>
  )
}

function Shown({ session }: { readonly session: Session }) {
  const { say, figures } = useLanguage()
  const { agencies, error, ask } = useAgencies(session)
  if (!agencies && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!agencies)
    return (
      <Section heading={say('common.page.agencies')} ruled={false} busy>
        <Bars id="agencies.asking" />
      </Section>
    )
  const administers = holdsOne(session, ADMINISTRATORS)
  const count = agencies.others.length + (agencies.own ? 1 : 0)
  return (
    <div className={administers ? styles.page : undefined}>
      <Section
        heading={say('common.page.agencies')}
        ruled={false}
        aside={say('agencies.count', { count, figure: figures.count(count) })}
      >
        {error && <Failed error={error} onAgain={ask} kept={false} />}
        {holdsOne(session, ASKERS) && <HowToAsk />}
        {count === 0 ? (
          <div className={states.state}>
            <p>{say('agencies.none')}</p>
            <p className={states.more}>{say('agencies.none_how')}</p>
          </div>
        ) : (
          <List agencies={agencies} session={session} onChanged={ask} />
        )}
      </Section>
      {administers && <AddAgency onAdded={ask} />}
    </div>
  )
}

/** An agency is asked about one firearm, from where that firearm stands. */
function HowToAsk() {
  const { say } = useLanguage()
  return (
    <p className={styles.how}>
      <Sentence
        id="agencies.ask"
        nodes={{
          find: <Go to="/find">{say('find.desk')}</Go>,
          questions: <Go to="/questions">{say('common.page.questions')}</Go>,
        }}
      />
    </p>
  )
}

interface ListProps {
  readonly agencies: Agencies
  readonly session: Session
  readonly onChanged: () => void
}

function List({ agencies: { own, others, sources, nameable }, session, onChanged }: ListProps) {
  const administers = holdsOne(session, ADMINISTRATORS)
  const steward = holdsOne(session, STEWARDS)
  const sees = holdsOne(session, READERS)
  const row = (agency: ListedAgency) => (
    <li key={agency.id}>
      <AgencyRow
        agency={agency}
        own={agency === own}
        sources={sees ? sources.filter((source) => source.agency === agency.name) : null}
        change={
          (administers || (steward && agency === own)) && (
            <ChangeAgency agency={agency} nameable={nameable} administers={administers} onChanged={onChanged} />
          )
        }
      />
    </li>
  )
  return (
    <ul className={styles.list}>
      {own && row(own)}
      {others.map(row)}
    </ul>
  )
}
