import { CASE_WORKERS } from '@proofmark/contract/route'
import type { FindAnswer } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { lazy, Suspense, useEffect } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Boundary } from '../common/Boundary.tsx'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import states from '../common/State.module.css'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import { FindFailed } from './FindFailed.tsx'
import { firearmsOf, sharesOf } from './firearms.ts'
import styles from './Outcome.module.css'
import { SharedOdds } from './SharedOdds.tsx'
import type { FindDesk } from './useFind.ts'

// Fetched beside the first search, so that the page itself opens sooner.
const fetchRow = () => import('./FirearmRow.tsx')
const FirearmRow = lazy(fetchRow)
const ToGraph = lazy(() => import('./ToGraph.tsx'))

/** What came of a search: nothing asked yet, waiting, found, nothing found, or failed. */
export function Outcome({ desk, session }: { readonly desk: FindDesk; readonly session: Session }) {
  const { say, figures } = useLanguage()
  const { state } = desk
  const candidates = state.kind === 'found' ? state.answer.candidates : []
  const firearms = firearmsOf(candidates)
  const shares = sharesOf(firearms)
  const [first] = candidates
  const counted = {
    firearms: firearms.length,
    firearmsFigure: figures.count(firearms.length),
    records: candidates.length,
    figure: figures.count(candidates.length),
  }
  useEffect(() => {
    // A failure shows where the row is drawn.
    if (state.kind === 'asking') fetchRow().catch(() => undefined)
  }, [state.kind])
  return (
    <div data-came className={state.kind === 'asking' || first ? styles.came : undefined}>
      <p role="status" className="unseen">
        {state.kind === 'found' && say(first ? 'find.count' : 'find.nothing', counted)}
      </p>
      {state.kind === 'empty' && <Empty />}
      {state.kind === 'asking' && (
        <Section heading={say('find.asking')} busy>
          <Bars id="find.asking_more" />
        </Section>
      )}
      {state.kind === 'failed' && <FindFailed desk={desk} failed={state} session={session} />}
      {state.kind === 'found' &&
        (first === undefined ? (
          <NothingFound answer={state.answer} />
        ) : (
          <Section heading={say('find.count', counted)} aside={<Read desk={desk} answer={state.answer} />}>
            {shares && <SharedOdds shares={shares} />}
            <Boundary>
              <Suspense fallback={<Bars id="find.asking_more" />}>
                <ol className={styles.list}>
                  {firearms.map((firearm) => (
                    <li key={firearm.item}>
                      <FirearmRow
                        firearm={firearm}
                        query={state.answer.query}
                        first={first}
                        session={session}
                        reference={desk.draft.reference}
                      />
                    </li>
                  ))}
                </ol>
                {holdsOne(session, CASE_WORKERS) && <ToGraph firearms={firearms} />}
              </Suspense>
            </Boundary>
            {state.answer.more && <p className={styles.more}>{say('find.more', counted)}</p>}
          </Section>
        ))}
    </div>
  )
}

function Empty() {
  const { say } = useLanguage()
  const sign = (typed: string) => (
    <span className={styles.sign}>
      <Identifier mono>{typed}</Identifier>
    </span>
  )
  const signs = { lost: sign('?'), run: sign('*'), either: sign('[8B]') }
  return (
    <Section heading={say('find.empty')}>
      <div className={states.state}>
        <p>
          <Sentence id="find.empty_how" nodes={signs} />
        </p>
        <p className={states.more}>{say('find.empty_more')}</p>
      </div>
    </Section>
  )
}

function NothingFound({ answer }: { readonly answer: FindAnswer }) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('find.nothing')}>
      <div className={states.state}>
        <p>
          <Sentence id="find.nothing_fits" nodes={{ mark: <Mark mark={answer.query} size="text" /> }} />
        </p>
        <p className={states.more}>
          {say('find.nothing_read', { entries: answer.entries, figure: figures.count(answer.entries) })}
        </p>
      </div>
    </Section>
  )
}

/** What was read and what the log keeps of the look. */
function Read({ desk, answer }: { readonly desk: FindDesk; readonly answer: FindAnswer }) {
  const { say, figures } = useLanguage()
  if (desk.state.kind !== 'found') return null
  const { purpose, reference } = desk.state.request.grounds
  const grounds = (
    <Facts>
      {[say(`word.purpose.${purpose}`), reference ? <Identifier key="reference">{reference}</Identifier> : null]}
    </Facts>
  )
  return (
    <Sentence
      id="find.read"
      parameters={{ entries: answer.entries, figure: figures.count(answer.entries) }}
      nodes={{ grounds }}
    />
  )
}
