import { CASE_STATES, type CaseState } from '@proofmark/contract/case-desk-words'
import { CASE_WORKERS, STEWARDS } from '@proofmark/contract/route'
import type { CaseListed } from '@proofmark/contract/schemas/case'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { Picks } from '../field/form/Choice.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { AskWords } from './AskWords.tsx'
import styles from './Cases.module.css'
import { CASES_CATALOGUE } from './catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { OpenCase } from './OpenCase.tsx'
import { WithoutLead } from './WithoutLead.tsx'

const READERS = [...CASE_WORKERS, ...STEWARDS]

/** The cases that the reader was let into, with what is asked next of each; for a steward, those whose lead has gone. */
export default function CasesPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS))
    return <Forbidden page={say('common.page.cases')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={CASES_CATALOGUE}>
      <div className={styles.page}>
        {holdsOne(session, CASE_WORKERS) && <Mine />}
        {holdsOne(session, CASE_WORKERS) && <OpenCase />}
        {holdsOne(session, STEWARDS) && <WithoutLead />}
      </div>
    </DeskLanguage>
  )
}

function Mine() {
  const { say } = useLanguage()
  const [state, setState] = useState<CaseState | null>('open')
  const ask = useCallback(
    (signal: AbortSignal) =>
      api('caseList', { ...(state === null ? {} : { state }), limit: 200, grounds: GROUNDS }, {}, signal),
    [state],
  )
  const [asked, again] = useAsked(ask)
  return (
    <Section heading={say('cases.mine')} ruled={false} busy={asked.kind === 'asking'}>
      <div className={styles.filters}>
        <Picks
          legend={say('cases.state')}
          name="state"
          codes={CASE_STATES}
          word={(code) => say(`case.state.${code}`)}
          chosen={state === null ? [] : [state]}
          onChoose={(code, isChosen) => setState(isChosen ? code : null)}
        />
      </div>
      {asked.kind === 'asking' && <Bars id="cases.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} />}
      {asked.kind === 'answered' && <Rows cases={asked.answer.cases} all={state === null} />}
    </Section>
  )
}

function Rows({ cases, all }: { readonly cases: readonly CaseListed[]; readonly all: boolean }) {
  const { say } = useLanguage()
  if (cases.length === 0) return <p className={styles.told}>{say(all ? 'cases.none' : 'cases.none_of_state')}</p>
  return (
    <table className={table.table}>
      <caption className="unseen">{say('cases.mine')}</caption>
      <thead>
        <tr>
          {['title', 'agency', 'part', 'next'].map((column) => (
            <th key={column} scope="col">
              {say(`cases.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => (
          <tr key={each.case}>
            <th scope="row">
              <Go to={`/cases/${each.case}`}>
                <bdi>{each.title}</bdi>
              </Go>
              <span className={styles.under}>
                <Facts>
                  {[
                    <Identifier key="reference" mono>
                      {each.reference}
                    </Identifier>,
                    say(`case.state.${each.state}`),
                    ...each.nexus.map((mark) => say(`case.nexus.${mark}`)),
                  ]}
                </Facts>
              </span>
            </th>
            <td data-label={say('cases.agency')}>
              <bdi>{each.agency}</bdi>
            </td>
            <td data-label={say('cases.part')}>{say(`case.part.${each.part}`)}</td>
            <td data-label={say('cases.next')}>
              <div>
                {each.asks.length === 0 && say('cases.nothing_next')}
                {each.asks.slice(0, 3).map((ask) => (
                  <div key={`${ask.ask} ${ask.entry}`}>
                    <AskWords ask={ask} />
                  </div>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
