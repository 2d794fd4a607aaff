import type { AnswerError } from '@proofmark/contract/client'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Note } from '../common/Note.tsx'
import { sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'

/** Refusals of the search that the reader can do something about, and what: wait, or look at the mark again. */
const WAYS_ON: Readonly<Partial<Record<string, 'again' | 'mark'>>> = {
  search_busy: 'again',
  search_too_slow: 'mark',
  pattern_not_searched: 'mark',
  pattern_too_open: 'mark',
  pattern_unreadable: 'mark',
}

interface FindFailedProps {
  readonly error: AnswerError
  readonly onAgain: () => void
}

/** A search that was not made: why, in the server's sentence, and what to do; never as one that found nothing. */
export function FindFailed({ error, onAgain }: FindFailedProps) {
  const { say } = useLanguage()
  const way = WAYS_ON[error.code]
  if (way === undefined) return <Failed error={error} onAgain={onAgain} />
  const toMark = () => document.querySelector<HTMLElement>('input[name="serial"]')?.focus()
  return (
    <Note tone={way === 'again' ? 'plain' : 'departure'} role="alert" heading={sentenceOf(say, error)}>
      {say(`find.way_on.${error.code}`)}{' '}
      <Button weight="word" onClick={way === 'again' ? onAgain : toMark}>
        {say(way === 'again' ? 'common.again' : 'find.to_mark')}
      </Button>
    </Note>
  )
}
