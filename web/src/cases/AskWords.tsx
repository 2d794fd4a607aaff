import { TASK_TEMPLATE_NAMES } from '@proofmark/contract/case-desk-words'
import type { CaseAskShown } from '@proofmark/contract/schemas/case'
import { Facts } from '../common/Facts.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'

/** What a list of work, or a task of its own, is called. */
export function taskWords(say: (id: string) => string, words: string): string {
  return (TASK_TEMPLATE_NAMES as readonly string[]).includes(words) ? say(`case.template.${words}`) : words
}

interface AskWordsProps {
  readonly ask: CaseAskShown
  /** May the reader open a trace request? */
  readonly tracing?: boolean
}

/** One thing that is asked next of a case; what has passed is said in words and in weight. */
export function AskWords({ ask: { ask, entry, words, day, over }, tracing = false }: AskWordsProps) {
  const { say, figures } = useLanguage()
  const when = day === null ? null : say(over ? 'cases.over' : 'cases.due', { day: figures.day(day) })
  const called = say(`case.ask.${ask}`)
  return (
    <span>
      <Facts>
        {[
          ask === 'trace_open' && tracing ? (
            <Go key="trace" to={`/traces/${entry}`}>
              {called}
            </Go>
          ) : (
            called
          ),
          words === null || words === entry ? null : taskWords(say, words),
          over ? <strong key="day">{when}</strong> : when,
        ]}
      </Facts>
    </span>
  )
}
