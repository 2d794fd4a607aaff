import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Note } from '../common/Note.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { Closed, Page } from './device/book.ts'
import { minimumOf } from './draft/minimum.ts'
import styles from './Field.module.css'
import { pictureCounts, pictureStates } from './picture-counts.ts'
import type { Unlocked } from './unlocked.ts'

interface DraftListProps {
  readonly listed: { readonly pages: readonly Page[]; readonly closed: readonly Closed[]; readonly expired: number }
  readonly unlocked: Unlocked
  readonly onChanged: () => Promise<void>
}

/** The recoveries on this device, each with how far it has come, and what is no longer here. */
export function DraftList({ listed, unlocked, onChanged }: DraftListProps) {
  const { say } = useLanguage()
  return (
    <>
      {listed.expired > 0 && (
        <Note heading={say('field.expired', { count: listed.expired })}>{say('field.expired_how')}</Note>
      )}
      {listed.closed.length > 0 && (
        <Note tone="departure" heading={say('field.unconfirmed', { count: listed.closed.length })}>
          {say('field.unconfirmed_how')}
        </Note>
      )}
      {listed.pages.length === 0 ? (
        <p className={styles.quiet}>{say('field.no_drafts')}</p>
      ) : (
        <ul className={styles.drafts}>
          {listed.pages.map((page) => (
            <DraftRow key={page.draft.recovery} page={page} unlocked={unlocked} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </>
  )
}

interface DraftRowProps extends Omit<DraftListProps, 'listed'> {
  readonly page: Page
}

function DraftRow({ page: { draft, expiry }, unlocked, onChanged }: DraftRowProps) {
  const { say, figures } = useLanguage()
  const [asking, setAsking] = useState(false)
  const { form, sending, recovery } = draft
  const counted = pictureStates(draft.pictures)
  const isDone = sending.kind === 'taken' && counted.waiting === 0
  const remove = async () => {
    await unlocked.book.remove(recovery, isDone ? 'done' : 'given_up')
    await onChanged()
  }
  return (
    <li data-draft={recovery} data-state={sending.kind}>
      <p>
        <Go to={`/field#${recovery}`}>
          {say(`field.status.${form.status}`)} <bdi>{form.reference ?? form.paper ?? form.place.locality ?? ''}</bdi>
        </Go>
      </p>
      <p className={styles.quiet}>
        <Facts>
          {[
            form.date,
            form.time,
            say('field.items_count', { count: form.exhibits.length }),
            say('field.complete', { percent: figures.count(minimumOf(form, pictureCounts(draft)).completeness) }),
          ]}
        </Facts>
      </p>
      <p>
        <strong>{say(`field.sending.${sending.kind}`)}</strong>{' '}
        {sending.kind === 'refused' && <bdi>{sending.message || sending.code}</bdi>}
        {draft.pictures.length > 0 && <span> {say('field.pictures_state', { ...counted })}</span>}
      </p>
      {expiry.kind === 'soon' && <p className={styles.warned}>{say('field.expires', { days: expiry.days })}</p>}
      {asking ? (
        <div className={styles.keys}>
          <span>{say(isDone ? 'field.remove_done' : 'field.remove_sure')}</span>
          <Button onClick={() => void remove()}>{say('field.remove_do')}</Button>
          <Button onClick={() => setAsking(false)}>{say('field.remove_not')}</Button>
        </div>
      ) : (
        <Button weight="word" onClick={() => setAsking(true)}>
          {say('field.remove')}
        </Button>
      )}
    </li>
  )
}
