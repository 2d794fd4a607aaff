import type { CourtText } from '@proofmark/contract/schemas/court-text'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './CourtPage.module.css'

type Stated = CourtText['records'][number]
type Link = CourtText['links'][number]
type Said = Link['agree']

/** The text as it is printed: the records, what links each two of them, and which others were considered. */
export function CourtSheet({ text }: { readonly text: CourtText }) {
  const { say, figures } = useLanguage()
  const { written, by, reference, records, links, rivals, limits } = text
  return (
    <>
      <Section heading={say('common.page.court')} ruled={false}>
        <p className={styles.facts}>
          <Facts>
            {[
              say('court.written', { at: figures.moment(written), by: by.name }),
              by.agency,
              reference && say('court.reference', { reference }),
            ]}
          </Facts>
        </p>
      </Section>
      <Section heading={say('court.records')}>
        <ol className={styles.list}>
          {records.map((record, place) => (
            <li key={record.record}>
              <StatedRecord record={record} number={place + 1} />
            </li>
          ))}
        </ol>
      </Section>
      <Section heading={say('court.links')}>
        <ol className={styles.list}>
          {links.map((link) => (
            <li key={`${link.one} ${link.other}`}>
              <StatedLink link={link} />
            </li>
          ))}
        </ol>
      </Section>
      <Section heading={say('court.rivals')}>
        {rivals.length === 0 ? (
          <p>{say('court.rivals_none')}</p>
        ) : (
          <ul className={styles.list}>
            {rivals.map(({ record, of, source, key, agency, text: came }) => (
              <li key={`${of} ${record}`}>
                <Facts>{[source, <Identifier key="key">{key}</Identifier>, agency]}</Facts>
                <br />
                {came}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <p className={styles.limits}>{limits}</p>
    </>
  )
}

function StatedRecord({ record, number }: { readonly record: Stated; readonly number: number }) {
  const language = useLanguage()
  const { say, figures } = language
  const { source, key, agency, event, date, read } = record
  return (
    <div className={styles.record}>
      <h3>{say('court.record', { number: figures.count(number) })}</h3>
      <p>
        <Facts>{[source, <Identifier key="key">{key}</Identifier>, agency]}</Facts>
        <br />
        <Facts>{[say(`word.event.${event}`), figures.span(date) ?? say('common.date_unknown')]}</Facts>
      </p>
      <Mark mark={read.serial} size="text" />
      <p>
        <Facts>{[itemName(language, read), ...itemFacts(language, read)]}</Facts>
      </p>
    </div>
  )
}

function StatedLink({ link }: { readonly link: Link }) {
  const { say, figures } = useLanguage()
  const { one, other, judgedBy, agree, differ, silent } = link
  return (
    <div className={styles.record}>
      <h3>{say('court.link', { one: figures.count(one), other: figures.count(other) })}</h3>
      <p>{say('court.judged')}</p>
      <ul>
        {judgedBy.map(({ name, agency, at }) => (
          <li key={name}>
            <Facts>{[name, agency, figures.day(at)]}</Facts>
          </li>
        ))}
      </ul>
      <Fields heading={say('court.agree')} said={agree} />
      {differ.length > 0 ? <Fields heading={say('court.differ')} said={differ} /> : <p>{say('court.differ_none')}</p>}
      {silent.length > 0 && <p>{say('court.silent', { fields: silent.join(figures.comma) })}</p>}
    </div>
  )
}

function Fields({ heading, said }: { readonly heading: string; readonly said: Said }) {
  if (said.length === 0) return null
  return (
    <div>
      <p>{heading}</p>
      <dl className={styles.fields}>
        {said.map(({ field, text }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
