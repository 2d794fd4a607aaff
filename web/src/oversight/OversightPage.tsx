import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import states from '../common/State.module.css'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { OVERSIGHT_CATALOGUE } from './catalogue.ts'
import { FindingRow } from './FindingRow.tsx'
import styles from './OversightPage.module.css'
import { useOversight } from './useOversight.ts'

/** What speaks against the custodies that the reader oversees, before anybody else sees it. */
export default function OversightPage({ session }: { readonly session: Session }) {
  return (
    <DeskLanguage catalogue={OVERSIGHT_CATALOGUE}>{holdsOne(session, READERS) ? <Shown /> : <NotNamed />}</DeskLanguage>
  )
}

function Shown() {
  const { say, figures } = useLanguage()
  const { list, error, again, passedOn } = useOversight()
  if (!list && error) return <Failed error={error} onAgain={again} />
  if (!list)
    return (
      <Section heading={say('common.page.oversight')} busy>
        <Bars id="oversight.asking" />
      </Section>
    )
  const { oversees, findings } = list
  if (findings.length === 0 && oversees.length === 0) return <NotNamed />
  if (findings.length === 0)
    return (
      <Section heading={say('oversight.none')}>
        <div className={states.state}>
          <p>{say('oversight.none_how')}</p>
          <p>
            <Go to="/held">{say('oversight.held')}</Go>
          </p>
        </div>
      </Section>
    )
  const waiting = findings.filter(({ state }) => state === 'waiting').length
  return (
    <Section
      heading={say('common.page.oversight')}
      aside={say('oversight.waiting', { count: waiting, figure: figures.count(waiting) })}
    >
      <p className={styles.how}>
        {say('oversight.how')} <Go to="/held">{say('oversight.held')}</Go>
      </p>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      <ol className={styles.list}>
        {findings.map((finding) => (
          <li key={finding.finding}>
            <FindingRow finding={finding} onPassedOn={passedOn} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** No role opens this page but being named by an agency: for whom it is, and whom to ask. */
function NotNamed() {
  const { say } = useLanguage()
  return (
    <Section heading={say('common.forbidden')}>
      <div className={states.state}>
        <p>{say('oversight.nobodys')}</p>
        <p className={states.more}>
          <Sentence
            id="oversight.nobodys_ask"
            nodes={{ agencies: <Go to="/agencies">{say('common.page.agencies')}</Go> }}
          />
        </p>
      </div>
    </Section>
  )
}
