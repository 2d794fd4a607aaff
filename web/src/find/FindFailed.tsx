import type { Session } from '@proofmark/contract/schemas/session'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Note } from '../common/Note.tsx'
import { sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { AskAboutMark } from './AskAboutMark.tsx'
import type { FindDesk, FindState } from './useFind.ts'
import styles from './WeakMark.module.css'

/** Refusals of the search that the reader can do something about, and what: wait, or look at the mark again. */
const WAYS_ON: Readonly<Partial<Record<string, 'again' | 'mark'>>> = {
  search_busy: 'again',
  search_too_slow: 'mark',
  pattern_not_searched: 'mark',
  pattern_too_open: 'mark',
  pattern_unreadable: 'mark',
}

/** Marks too weak to be searched, which people at other desks may still know. */
const TOO_WEAK: readonly string[] = ['pattern_not_searched', 'pattern_too_open']

interface FindFailedProps {
  readonly desk: FindDesk
  readonly failed: Extract<FindState, { readonly kind: 'failed' }>
  readonly session: Session
}

/** A search that was not made: why, in the server's sentence, and what to do; never as one that found nothing. */
export function FindFailed({ desk, failed: { error, request }, session }: FindFailedProps) {
  const { say } = useLanguage()
  const way = WAYS_ON[error.code]
  if (way === undefined) return <Failed error={error} onAgain={() => desk.find()} />
  const toMark = () => document.querySelector<HTMLElement>('input[name="serial"]')?.focus()
  return (
    <div className={styles.weak}>
      <Note tone={way === 'again' ? 'plain' : 'departure'} role="alert" heading={sentenceOf(say, error)}>
        {say(`find.way_on.${error.code}`)}{' '}
        <Button weight="word" onClick={way === 'again' ? () => desk.find() : toMark}>
          {say(way === 'again' ? 'common.again' : 'find.to_mark')}
        </Button>
      </Note>
      {TOO_WEAK.includes(error.code) && <AskAboutMark desk={desk} session={session} request={request} />}
    </div>
  )
}
