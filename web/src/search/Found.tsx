import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import states from '../common/State.module.css'
import { useLanguage } from '../frame/language.tsx'
import { QuestionResult } from './QuestionResult.tsx'
import { RecordResult } from './RecordResult.tsx'
import { isRefusal } from './refusal.ts'
import styles from './SearchPage.module.css'
import type { SearchDesk, SearchState } from './useSearch.ts'

/** What came of a search: nothing asked yet, waiting, found, nothing found, or failed. */
export function Found({ desk }: { readonly desk: SearchDesk }) {
  const { say, figures } = useLanguage()
  const { state } = desk
  const total = state.kind === 'found' ? state.answer.totals.record : 0
  const counted = { count: total, figure: figures.count(total) }
  return (
    <div className={styles.found}>
      <p role="status" className="unseen">
        {state.kind === 'found' && say('search.count', counted)}
      </p>
      {state.kind === 'empty' && (
        <Section heading={say('search.empty')}>
          <div className={states.state}>
            <p>{say('search.empty_how')}</p>
            <p className={states.more}>{say('search.empty_more')}</p>
          </div>
        </Section>
      )}
      {state.kind === 'asking' && (
        <Section heading={say('search.asking')} busy>
          <Bars id="search.asking_more" />
        </Section>
      )}
      {state.kind === 'failed' && !isRefusal(state.error) && (
        <Failed error={state.error} onAgain={() => desk.search(state.asked.grounds)} />
      )}
      {state.kind === 'found' && <Results found={state} onMore={desk.more} />}
    </div>
  )
}

interface ResultsProps {
  readonly found: Extract<SearchState, { readonly kind: 'found' }>
  readonly onMore: () => void
}

function Results({ found, onMore }: ResultsProps) {
  const { say, figures } = useLanguage()
  const { answer, busy, error } = found
  // Other kinds follow in later versions of the server; a page that does not know one leaves it out.
  const records = answer.results.filter((result) => result.kind === 'record')
  const questions = answer.results.filter((result) => result.kind === 'question')
  const { record: total, question: asked } = answer.totals
  const counted = { count: total, figure: figures.count(total) }
  return (
    <>
      {questions.length > 0 && (
        <Section heading={say('search.questions', { count: asked, figure: figures.count(asked) })}>
          <ol className={styles.list}>
            {questions.map((question) => (
              <li key={question.question}>
                <QuestionResult question={question} />
              </li>
            ))}
          </ol>
          {asked > questions.length && (
            <p className={styles.more}>{say('search.questions_more', { figure: figures.count(questions.length) })}</p>
          )}
        </Section>
      )}
      <Section
        heading={total === 0 ? say('search.nothing') : say('search.count', counted)}
        aside={<Logged found={found} />}
        busy={busy}
      >
        {total === 0 ? (
          <div className={states.state}>
            <p>
              <Sentence id="search.nothing_states" nodes={{ words: <bdi>{found.asked.words}</bdi> }} />
            </p>
            <p className={states.more}>{say('search.nothing_how')}</p>
          </div>
        ) : (
          <ol className={styles.list}>
            {records.map((record) => (
              <li key={record.record}>
                <RecordResult record={record} />
              </li>
            ))}
          </ol>
        )}
        {error && <Failed error={error} onAgain={onMore} kept={false} />}
        {answer.next !== null && (
          <p className={styles.more}>
            <Button aria-disabled={busy} onClick={onMore}>
              {say('search.next')}
            </Button>{' '}
            <span>{say('search.shown', { figure: figures.count(records.length), total: figures.count(total) })}</span>
          </p>
        )}
      </Section>
    </>
  )
}

/** What the log keeps of the look. */
function Logged({ found }: Pick<ResultsProps, 'found'>) {
  const { say } = useLanguage()
  const { purpose, reference } = found.asked.grounds
  const grounds = (
    <Facts>
      {[say(`word.purpose.${purpose}`), reference ? <Identifier key="reference">{reference}</Identifier> : null]}
    </Facts>
  )
  return <Sentence id="search.logged" nodes={{ grounds }} />
}
