import type { ShownRecord, WhyNotAnswer } from '@proofmark/contract/schemas/why-not'
import { Facts } from '../common/Facts.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Aligned } from '../mark/Aligned.tsx'
import { Mark } from '../mark/Mark.tsx'
import { Why } from '../why/Why.tsx'
import { Rivals } from './Rivals.tsx'
import { Ways } from './Ways.tsx'
import styles from './WhyNotPage.module.css'

/** Two records side by side: the outcome in a sentence, then the evidence, the paths, the thresholds and the rivals. */
export function PairSheet({ answer }: { readonly answer: WhyNotAnswer }) {
  const { say, figures } = useLanguage()
  const { record, other, marks, evidence, probability, heldBack, judgements } = answer
  return (
    <>
      <h2 className={styles.outcome}>{answer.text}</h2>
      {heldBack.length > 0 && (
        <ul className={styles.reasons}>
          {heldBack.map(({ reason, text }) => (
            <li key={reason}>{text}</li>
          ))}
        </ul>
      )}
      <div className={styles.ends}>
        <RecordHead record={record} legend={say('why_not.first')} />
        <RecordHead record={other} legend={say('why_not.second')} />
      </div>
      {marks?.alignment && (
        <div className={styles.marks}>
          <Aligned query={marks.own} record={marks.other} alignment={marks.alignment} compared="records" />
        </div>
      )}
      {judgements.length > 0 && (
        <Section heading={say('why_not.judged')}>
          <ul className={styles.lines}>
            {judgements.map(({ verdict, state, by, at, reason }) => (
              <li key={at + by}>
                <Facts>
                  {[
                    say(`firearm.verdict.firearm.${verdict}`),
                    say(`firearm.state.${state}`),
                    by,
                    figures.moment(at),
                    reason,
                  ]}
                </Facts>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section heading={say('why_not.evidence')}>
        <Why evidence={evidence} probability={probability} />
      </Section>
      <Ways answer={answer} />
      <Thresholds answer={answer} />
      <Rivals answer={answer} />
    </>
  )
}

function RecordHead({ record: shown, legend }: { readonly record: ShownRecord; readonly legend: string }) {
  const language = useLanguage()
  const { say, figures } = language
  const { record, source, key, agency, event, date, read } = shown
  return (
    <section className={styles.head} aria-label={legend}>
      <p className={styles.label}>{legend}</p>
      <h3>
        <Go to={`/records/${record}`}>{itemName(language, read)}</Go>
      </h3>
      <p className={styles.facts}>
        <Facts>{itemFacts(language, read)}</Facts>
      </p>
      <div className={styles.mark}>
        <Mark mark={read.serial} size="text" />
      </div>
      <p className={styles.facts}>
        <Facts>
          {[
            source,
            <Identifier key="key" mono>
              {key}
            </Identifier>,
            agency,
          ]}
        </Facts>
        <br />
        <Facts>{[say(`word.event.${event}`), figures.span(date) ?? say('common.date_unknown')]}</Facts>
      </p>
    </section>
  )
}

function Thresholds({ answer: { thresholds } }: { readonly answer: WhyNotAnswer }) {
  const { say, figures } = useLanguage()
  if (thresholds.length === 0) return null
  const said = (name: string, figure: number) =>
    name === 'kept' || name === 'borne_out' ? figures.bits(figure) : figures.probability(figure)
  return (
    <Section heading={say('why_not.thresholds')}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{say('why_not.thresholds')}</th>
            <th scope="col" className={tables.number}>
              {say('why_not.needed')}
            </th>
            <th scope="col" className={tables.number}>
              {say('why_not.has')}
            </th>
            <th scope="col">{say('why_not.reached')}</th>
          </tr>
        </thead>
        <tbody>
          {thresholds.map(({ name, needed, has, reached }) => (
            <tr key={name}>
              <th scope="row">{say(`why_not.threshold.${name}`)}</th>
              <td className={tables.number} data-label={say('why_not.needed')}>
                <Figure>{said(name, needed)}</Figure>
              </td>
              <td className={tables.number} data-label={say('why_not.has')}>
                <Figure>{said(name, has)}</Figure>
              </td>
              <td className={reached ? undefined : styles.missed}>
                {say(reached ? 'why_not.reached' : 'why_not.not_reached')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
