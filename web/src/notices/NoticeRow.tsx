import type { Notice } from '@proofmark/contract/schemas/pointer'
import { Identifier } from '../common/Identifier.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Handle } from './Handle.tsx'
import styles from './NoticesPage.module.css'
import { ReleasedLinks } from './ReleasedLinks.tsx'

interface NoticeRowProps {
  readonly notice: Notice
  /** Did it come since the page was last opened on this device? */
  readonly isNew: boolean
}

/** One notice: what happened, what to do next, and where. */
export function NoticeRow({ notice, isNew }: NoticeRowProps) {
  const { say, figures } = useLanguage()
  const { kind, asker, answerer, custodian, reference, handle, question, recovery, release, at } = notice
  const nodes = {
    who: <bdi>{answerer ?? custodian ?? asker}</bdi>,
    reference: <Identifier mono>{reference ?? ''}</Identifier>,
    until: release && <time dateTime={release.until}>{figures.span({ from: release.until, to: release.until })}</time>,
  }
  const gone = release?.records.length === 0
  return (
    <article className={isNew ? styles.new : styles.notice}>
      <p className={styles.when}>
        <time dateTime={at}>{figures.moment(at)}</time>
        {isNew && <strong> {say('notices.new')}</strong>}
      </p>
      <div className={styles.what}>
        <p>
          <Sentence id={reference === null ? `notices.${kind}_plain` : `notices.${kind}`} nodes={nodes} />
        </p>
        <p className={styles.next}>{say(gone ? 'notices.record_released_gone' : `notices.${kind}_next`)}</p>
        {question !== null && (
          <p>
            <Go to={`/questions/${question}`}>{say(`notices.${kind}_go`)}</Go>
          </p>
        )}
        {recovery !== null && (
          <p>
            <Go to={`/recoveries/${recovery}`}>{say(`notices.${kind}_go`)}</Go>
          </p>
        )}
        {(kind === 'destruction_held' || kind === 'destruction_held_silent') && (
          <p>
            <Go to="/held">{say(`notices.${kind}_go`)}</Go>
          </p>
        )}
        {custodian !== null && (
          <p>
            <Go to="/oversight">{say(`notices.${kind}_go`)}</Go>
          </p>
        )}
        {release && !gone && <ReleasedLinks records={release.records} />}
        {handle !== null && <Handle handle={handle} />}
      </div>
    </article>
  )
}
