import type { Session } from '@proofmark/contract/schemas/session'
import type { RefObject } from 'react'
import { useSyncExternalStore } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Note } from '../../common/Note.tsx'
import { Section } from '../../common/Section.tsx'
import states from '../../common/State.module.css'
import { goTo } from '../../frame/address.ts'
import { api } from '../../frame/api.ts'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../../frame/language.tsx'
import type { FindDesk } from '../useFind.ts'
import { ListForm } from './ListForm.tsx'
import styles from './ListPage.module.css'
import { ListTable } from './ListTable.tsx'
import { createListDesk, type ListDesk, type ListState, MOST_ROWS, type ShownRow } from './list-desk.ts'
import { outcomeOf } from './outcome.ts'
import { saveTable } from './save-table.ts'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/find-list.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/find-list.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/find-list.json', { with: { type: 'json' } }),
}

interface ListPageProps {
  readonly desk: FindDesk
  /** Where the list outlives its page. */
  readonly kept: RefObject<ListDesk | null>
  readonly session: Session
}

/** The second way in: many marks at once, each looked up as a search of its own. */
export default function ListPage({ desk, kept, session }: ListPageProps) {
  kept.current ??= createListDesk({ call: api, saveTable })
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <Listed desk={desk} list={kept.current} session={session} />
    </DeskLanguage>
  )
}

interface ListedProps {
  readonly desk: FindDesk
  readonly list: ListDesk
  readonly session: Session
}

function Listed({ desk, list, session }: ListedProps) {
  const { say } = useLanguage()
  const state = useSyncExternalStore(list.subscribe, list.state)
  const { purpose, reference } = desk.draft
  const look = () => {
    if (purpose) list.look({ purpose, ...(reference.trim() ? { reference: reference.trim() } : {}) })
  }
  /** One row as a search of its own, with what it states and under the same grounds. */
  const open = ({ answer, stated }: ShownRow) => {
    const blank = { make: '', model: '', calibre: '', type: '', country: '', year: '', place: '' }
    const draft = { ...desk.draft, ...blank, ...stated, serial: answer.serial.slice(0, 200) }
    desk.change(draft)
    desk.find(draft)
    goTo('/find')
    scrollTo(0, 0)
  }
  const { listing, rows } = state
  return (
    <div className={styles.page}>
      <ListForm desk={desk} list={list} state={state} session={session} onLook={look} />
      {listing.kind === 'empty' && (
        <Section heading={say('list.empty')}>
          <p className={states.state}>{say('list.empty_how')}</p>
        </Section>
      )}
      {listing.kind === 'failed' && <Failed error={listing.error} onAgain={look} />}
      {(rows.length > 0 || listing.kind === 'asking' || listing.kind === 'done') && (
        <Section heading={<Heading state={state} />} aside={<Counts rows={rows} />} busy={listing.kind === 'asking'}>
          <Standing list={list} state={state} />
          {rows.length > 0 && <ListTable rows={rows} onOpen={open} />}
        </Section>
      )}
    </div>
  )
}

function Heading({ state: { listing, rows } }: { readonly state: ListState }) {
  const { say, figures } = useLanguage()
  if (listing.kind === 'asking') return say('list.asking')
  return say('list.rows', { rows: rows.length, figure: figures.count(rows.length) })
}

/** How many rows found something, nothing, or were not looked for. */
function Counts({ rows }: { readonly rows: readonly ShownRow[] }) {
  const { say, figures } = useLanguage()
  const count = (kind: ReturnType<typeof outcomeOf>) =>
    figures.count(rows.filter(({ answer }) => outcomeOf(answer) === kind).length)
  if (rows.length === 0) return null
  return say('list.counts', {
    likely: count('likely'),
    other: count('other'),
    nothing: count('nothing'),
    not: count('not_searched'),
  })
}

/** How far it is, what is missing, and the table as a file. */
function Standing({ list, state: { listing, rows, taking } }: { readonly list: ListDesk; readonly state: ListState }) {
  const { say, figures } = useLanguage()
  if (listing.kind === 'asking')
    return (
      <div className={styles.standing}>
        <p role="status">
          {listing.total === null
            ? say('list.asking_file')
            : say('list.so_far', { rows: figures.count(rows.length), total: figures.count(listing.total) })}
        </p>
        {listing.total !== null && (
          <progress
            className={styles.progress}
            aria-label={say('list.asking')}
            value={rows.length}
            max={listing.total}
          />
        )}
        <Button weight="word" onClick={list.stop}>
          {say('list.stop')}
        </Button>
      </div>
    )
  if (listing.kind === 'failed') return <p className={styles.standing}>{say('list.stopped_how')}</p>
  if (listing.kind !== 'done') return null
  const most = figures.count(MOST_ROWS)
  return (
    <div className={styles.standing}>
      <p role="status" className="unseen">
        {say('list.rows', { rows: rows.length, figure: figures.count(rows.length) })}
      </p>
      {listing.more && (
        <Note heading={say('list.more', { most })}>
          {say('list.more_how')} <bdi dir="ltr">proofmark find --file</bdi>
        </Note>
      )}
      {listing.stopped && (
        <Note heading={say('list.stopped')}>
          {say(listing.total === null ? 'list.stopped_file' : 'list.stopped_how')}
        </Note>
      )}
      {rows.length > 0 && !listing.stopped && (
        <p className={styles.take}>
          <Button aria-disabled={taking.busy} onClick={list.takeAway}>
            {say(taking.busy ? 'list.taking' : 'list.take_away')}
          </Button>{' '}
          <span>{say('list.take_away_how')}</span>
        </p>
      )}
      {taking.error && <Failed error={taking.error} kept={false} onAgain={list.takeAway} />}
    </div>
  )
}
