import type { Grounds } from '@proofmark/contract/schemas/common'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { verdictsFor } from '../firearm/matches/standing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { Colleagues } from './Colleagues.tsx'
import { FilterForm } from './FilterForm.tsx'
import type { KeyAct } from './keys.ts'
import { Many } from './Many.tsx'
import { PairSheet } from './PairSheet.tsx'
import { Queue } from './Queue.tsx'
import styles from './ReviewDesk.module.css'
import { Said } from './Said.tsx'
import { useKeys } from './useKeys.ts'
import { type Filters, useReview } from './useReview.ts'
import { VerdictBar } from './VerdictBar.tsx'
import { Work } from './Work.tsx'

const ALL: Filters = { kind: '', source: '', agency: '', mine: false }

/** The queue beside the pair that lies on the desk; all of it goes by keys as well. */
export function ReviewDesk({ grounds, account }: { readonly grounds: Grounds; readonly account: string }) {
  const { say } = useLanguage()
  const [filters, setFilters] = useState(ALL)
  const [keys, setKeys] = useState({ used: true, shown: false })
  const [reason, setReason] = useState('')
  const review = useReview(grounds, filters)
  const { desk } = review
  const { list, place, shown, busy, error } = desk
  const pair = list?.pairs[place]
  const sheet = useRef<HTMLElement>(null)
  const opened = useRef('')
  useEffect(() => {
    const name = shown ? `${shown.own.record} ${shown.match.record}` : ''
    // The first pair comes by itself; each later one takes the place of what was just decided, and reading goes on there.
    if (name && opened.current && name !== opened.current) {
      sheet.current?.focus({ preventScroll: true })
      sheet.current?.scrollIntoView({ block: 'start' })
    }
    if (name) opened.current = name
  }, [shown])

  const judge = (act: 'same' | 'different' | 'undecided') => {
    if (!shown || busy) return
    const wanted = act === 'same' ? verdictsFor({ ...shown.match, by: 'model' })[1] : act
    if (!wanted) return
    review.judge(wanted, reason.trim())
    setReason('')
  }
  const onAct = (act: KeyAct) => {
    if (act === 'keys') return setKeys({ ...keys, shown: !keys.shown })
    if (act === 'skip') return review.skip()
    if (act === 'undo') return review.undo()
    judge(act)
  }
  useKeys(keys.used, onAct)
  const { sources, agencies, colleagues } = useChoices()

  if (!list && error) return <Failed error={error} onAgain={review.again} kept={false} />
  if (!list)
    return (
      <Section heading={say('common.page.review')} busy>
        <Bars id="review.asking" />
      </Section>
    )
  return (
    <div className={styles.desk}>
      <Queue list={list} place={place} busy={busy} onOpen={review.open} onMore={review.more} onAgain={review.ask}>
        <FilterForm filters={filters} sources={sources} agencies={agencies} onChange={setFilters} />
      </Queue>
      <div className={styles.pair}>
        <Said desk={desk} onUndo={review.undo} />
        {error && <Failed error={error} onAgain={review.again} />}
        {!pair && !busy && (
          <Section heading={say(list.pairs.length === 0 ? 'review.none' : 'review.finished')}>
            <div className={states.state}>
              <p>{list.pairs.length === 0 && say('review.none_how')}</p>
              <p>
                {list.next ? (
                  <Button onClick={review.more}>{say('review.more')}</Button>
                ) : (
                  <Button onClick={review.ask}>{say('review.ask_again')}</Button>
                )}
              </p>
            </div>
          </Section>
        )}
        {pair && !shown && busy && (
          <Section heading={say('review.opening')} busy>
            <Bars id="review.opening" />
          </Section>
        )}
        {pair && shown && (
          <>
            <PairSheet ref={sheet} shown={shown} place={place + 1} count={list.pairs.length} busy={busy} />
            <VerdictBar
              match={shown.match}
              busy={busy}
              reason={reason}
              keys={keys}
              undoable={desk.done !== null}
              onReason={setReason}
              onKeys={setKeys}
              onAct={onAct}
            />
            <Colleagues
              key={`${shown.own.record} ${shown.match.record}`}
              shown={shown}
              colleagues={colleagues}
              account={account}
              grounds={grounds}
            />
          </>
        )}
        <Work grounds={grounds} />
        <Many grounds={grounds} sources={sources} />
      </div>
    </div>
  )
}

/** What there is to choose from: sources and agencies to filter by, and colleagues to ask; nothing until it is known. */
function useChoices() {
  const ask = useCallback(
    (signal: AbortSignal) =>
      Promise.all([
        api('sourceList', undefined, {}, signal),
        api('agencyList', undefined, {}, signal),
        api('colleagueList', undefined, {}, signal),
      ]),
    [],
  )
  const [asked] = useAsked(ask)
  if (asked.kind !== 'answered') return { sources: [], agencies: [], colleagues: [] }
  const [{ sources }, { own, agencies }, { colleagues }] = asked.answer
  return {
    sources: [...new Set(sources.map(({ name }) => name))],
    agencies: [own, ...agencies].filter((each) => each !== null),
    colleagues,
  }
}
