import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import type { ReactNode } from 'react'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { Plate } from '../../common/Plate.tsx'
import { Section } from '../../common/Section.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import { HandlingLine } from './HandlingLine.tsx'
import { MarkTable } from './MarkTable.tsx'
import styles from './TracePage.module.css'

/** The request as it stands or was received, to be read: who asks, why it is illicit, what for, of which firearm. */
export function RequestSheet({ trace }: { readonly trace: TraceShown }) {
  const { say, figures, locale } = useLanguage()
  const { nameOf } = countriesOf(locale)
  const { form } = trace
  const { requester, addressee, circumstances, firearm } = form
  const country = (code: string | null) => (code === null ? null : nameOf(code))
  const list = (id: string, codes: readonly string[]) =>
    codes.length === 0 ? null : <Facts key={id}>{codes.map((code) => say(`word.${id}.${code}`))}</Facts>
  const bdi = (text: string | null) => text && <bdi key="text">{text}</bdi>
  const contact = (who: typeof requester.contact): ReactNode =>
    who && (
      <Facts key="contact">
        {[
          who.agency,
          who.unit,
          who.email && <Identifier key="email">{who.email}</Identifier>,
          who.telephone && <Identifier key="telephone">{who.telephone}</Identifier>,
          who.verified && say('traces.page.verified', { day: figures.span({ from: who.verified, to: who.verified }) }),
        ]}
      </Facts>
    )
  const { year, importMark } = firearm
  return (
    <Section
      heading={say(`traces.page.as.${trace.direction}`)}
      aside={say('traces.page.version', { figure: figures.count(trace.version) })}
    >
      <Plate
        facts={[
          [say('traces.form.asker'), contact(requester.contact)],
          [
            say('common.reference'),
            requester.reference && <Identifier key="reference">{requester.reference}</Identifier>,
          ],
          [say('traces.form.legal_basis'), requester.legalBasis && say(`word.basis.${requester.legalBasis}`)],
          [say('traces.form.addressee'), contact(addressee.contact) ?? country(addressee.country)],
          [say('traces.form.answer_by'), figures.span({ from: form.answerBy, to: form.answerBy })],
          [say('traces.form.priority'), say(`word.trace_priority.${form.priority}`)],
          [say('traces.form.urgent_because'), bdi(form.urgentBecause)],
          [say('traces.form.asked'), list('trace_question', form.questions)],
          [say('traces.form.intended_use'), list('intended_use', form.intendedUse)],
          [say('traces.form.in_words'), bdi(form.intendedUseText)],
        ]}
      />
      <h3 className={styles.group}>{say('traces.form.circumstances')}</h3>
      <Plate
        facts={[
          [say('traces.form.illicit_grounds'), list('illicit_ground', form.illicitGrounds)],
          [say('traces.form.legal_justification'), bdi(form.legalJustification)],
          [say('traces.page.recovered_by'), circumstances.kind && say(`traces.form.recovery.${circumstances.kind}`)],
          [say('traces.page.recovered_on'), figures.span(circumstances.date)],
          [
            say('traces.form.place'),
            circumstances.place || circumstances.country ? (
              <Facts key="place">{[circumstances.place, country(circumstances.country)]}</Facts>
            ) : null,
          ],
          [say('traces.form.summary'), bdi(circumstances.summary)],
        ]}
      />
      <h3 className={styles.group}>{say('traces.form.firearm')}</h3>
      <Plate
        facts={[
          [say('traces.form.type'), bdi(firearm.type)],
          [say('traces.form.action'), bdi(firearm.action)],
          [say('traces.form.make'), bdi(firearm.make)],
          [say('traces.form.importer'), bdi(firearm.importer)],
          [say('traces.form.model'), bdi(firearm.model)],
          [say('traces.form.calibre'), firearm.calibre && <Identifier key="calibre">{firearm.calibre}</Identifier>],
          [say('traces.form.madeIn'), country(firearm.countryOfManufacture) ?? bdi(firearm.countryUnknownBecause)],
          [
            say('traces.page.year'),
            year && (
              <Identifier key="year">{year.from === year.to ? `${year.from}` : `${year.from}–${year.to}`}</Identifier>
            ),
          ],
          [
            say('traces.form.importCountry'),
            importMark && (
              <Facts key="import">{[country(importMark.country), importMark.year && String(importMark.year)]}</Facts>
            ),
          ],
          [
            say('traces.form.alterations'),
            firearm.alterations.length > 0 ? <Facts key="alterations">{firearm.alterations}</Facts> : null,
          ],
        ]}
      />
      <MarkTable firearm={firearm} />
      {form.ballisticLead && <p className={styles.told}>{say('traces.form.ballistic_lead')}</p>}
      {form.handling && <HandlingLine handling={form.handling} />}
    </Section>
  )
}
