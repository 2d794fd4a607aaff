import type { LifeFinding, LifeShow } from '@proofmark/contract/schemas/life'
import { Facts } from '../common/Facts.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './BesideSections.module.css'
import { type ActsOf, FindingRow } from './Findings.tsx'
import { BESIDE, type Beside, besideOf } from './surroundings.ts'

/** What stands beside the life and is no part of it: unsettled records, double entries, parts, lots. Each says what it means. */
export function BesideSections({ life, actsOf }: { readonly life: LifeShow; readonly actsOf: ActsOf }) {
  const { say } = useLanguage()
  const within = new Set(life.events.map(({ record }) => record))
  const ownOf = (finding: LifeFinding) => ({
    ...finding,
    records: finding.records.filter(({ record }) => within.has(record)),
  })
  return BESIDE.map((beside) => {
    const findings = life.findings.filter(({ rule }) => besideOf(rule) === beside)
    return (
      findings.length > 0 && (
        <Section key={beside} heading={say(`firearm.beside.${beside}`)}>
          <p className={states.more}>{say(`firearm.beside_means.${beside}`)}</p>
          <ol className={styles.list}>
            {findings.map((finding) => (
              <li key={`${finding.rule} ${finding.records.map(({ record }) => record).join(' ')}`}>
                <FindingRow finding={ownOf(finding)} life={life}>
                  <Records finding={finding} beside={beside} life={life} />
                  {actsOf(finding)}
                </FindingRow>
              </li>
            ))}
          </ol>
        </Section>
      )
    )
  })
}

interface RecordsProps {
  readonly finding: LifeFinding
  readonly beside: Beside
  readonly life: LifeShow
}

/** The records beside it, each leading to the firearm that it is of. */
function Records({ finding, beside, life }: RecordsProps) {
  const { say, figures } = useLanguage()
  const within = new Set(life.events.map(({ record }) => record))
  const others = finding.records.filter(({ record }) => !within.has(record))
  const more = (record: string) => {
    const probability = life.undecided.find((each) => each.record === record)?.probability
    if (beside === 'undecided' && probability !== undefined)
      return [say('firearm.probability'), <Figure key="figure">{figures.probability(probability)}</Figure>]
    const judged = life.components.find((each) => each.record === record)?.judged
    return beside === 'components' && judged ? [say(`firearm.link.${judged}`)] : []
  }
  return (
    <ul className={styles.records}>
      {others.map(({ record, source, key }) => (
        <li key={record}>
          <Go to={`/firearms/${record}`}>
            <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
          </Go>{' '}
          <span>
            <Facts>{more(record)}</Facts>
          </span>
        </li>
      ))}
    </ul>
  )
}
