import type { LifeFinding, LifeShow } from '@proofmark/contract/schemas/life'
import type { ReactNode } from 'react'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Alternatives } from './Alternatives.tsx'
import styles from './Findings.module.css'
import { RestsOn } from './RestsOn.tsx'
import { isBeside } from './surroundings.ts'
import { WorkingLink } from './WorkingLink.tsx'

/** What may be done with a finding, beneath it. */
export type ActsOf = (finding: LifeFinding) => ReactNode

interface FindingsProps {
  readonly life: LifeShow
  readonly actsOf: ActsOf
}

/** What the rules find in the life. Where it left lawful hands stands above already; what stands beside it, below. */
export function Findings({ life, actsOf }: FindingsProps) {
  const { say, figures } = useLanguage()
  const shown = life.findings.filter(({ rule }) => rule !== 'diversion_point' && !isBeside(rule))
  const count = shown.length
  return (
    <Section
      heading={say('firearm.findings')}
      aside={say('firearm.findings_count', { count, figure: figures.count(count) })}
    >
      {count === 0 ? (
        <p className={states.more}>{say('firearm.findings_none')}</p>
      ) : (
        <ol className={styles.list}>
          {shown.map((finding) => (
            <li key={`${finding.rule} ${finding.records.map(({ record }) => record).join(' ')}`}>
              <FindingRow finding={finding} life={life}>
                {actsOf(finding)}
              </FindingRow>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

/** What those who oversee a custodian said of it, and to them alone, that others do not see it yet. */
function Overseen({ finding: { oversight, notes } }: { readonly finding: LifeFinding }) {
  const { say, figures } = useLanguage()
  return (
    <>
      {notes.map(({ custodian, text }) => (
        <p key={custodian + text} className={styles.obligation}>
          {say('firearm.oversight_note', { custodian, text })}
        </p>
      ))}
      {oversight.map(({ finding, custodian, due, agencies }) => (
        <p key={finding} className={styles.obligation}>
          {say('firearm.oversight_waits', { custodian, due: figures.moment(due) })}{' '}
          {agencies.length > 0 && say('firearm.oversight_agencies', { agencies: agencies.join(figures.comma) })}{' '}
          <Go to="/oversight">{say('firearm.oversight_go')}</Go>
        </p>
      ))}
    </>
  )
}

interface FindingRowProps {
  readonly finding: LifeFinding
  readonly life: LifeShow
  readonly children?: ReactNode
}

/** One finding: its rule, its sentence, the provision that it touches, its records, and what else may explain it. */
export function FindingRow({ finding, life, children }: FindingRowProps) {
  const { rule, text, obligation, records, alternatives, confirmed } = finding
  return (
    <div className={styles.finding}>
      <p className={styles.rule}>
        <Identifier mono>{rule}</Identifier>
      </p>
      <div className={styles.said}>
        <h3>{text}</h3>
        <p className={styles.obligation}>{obligation.text}</p>
        <Alternatives alternatives={alternatives} />
        <RestsOn records={records} life={life} />
        {children}
        <Overseen finding={finding} />
        {!confirmed && <WorkingLink />}
      </div>
    </div>
  )
}
