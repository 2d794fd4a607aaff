import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { OVERSIGHT_CATALOGUE } from './catalogue.ts'
import { FindingRow } from './FindingRow.tsx'
import styles from './OversightPage.module.css'
import { useOversight } from './useOversight.ts'

/** What speaks against the custodies that the reader oversees, before anybody else sees it. */
export default function OversightPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS))
    return <Forbidden page={say('common.page.oversight')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={OVERSIGHT_CATALOGUE}>
      <Shown />
    </DeskLanguage>
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
  if (findings.length === 0)
    return (
      <Section heading={say('oversight.none')}>
        <div className={states.state}>
          <p>{say(oversees.length === 0 ? 'oversight.nobodys' : 'oversight.none_how')}</p>
        </div>
      </Section>
    )
  const waiting = findings.filter(({ state }) => state === 'waiting').length
  return (
    <Section
      heading={say('common.page.oversight')}
      aside={say('oversight.waiting', { count: waiting, figure: figures.count(waiting) })}
    >
      <p className={styles.how}>{say('oversight.how')}</p>
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
