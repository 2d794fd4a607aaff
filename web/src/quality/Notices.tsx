import type { QualityNotice } from '@proofmark/contract/schemas/quality'
import { useCallback, useId, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import { NoteForm } from './NoteForm.tsx'
import styles from './QualityPage.module.css'
import { RecordLines } from './RecordLines.tsx'

/** What the reader's agency was told of its records and told others: what stands first. */
export function Notices({ steward }: { readonly steward: boolean }) {
  const { say } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('qualityNotices', undefined, {}, signal), [])
  const [asked, again] = useAsked(ask)
  return (
    <Section heading={say('quality.notices')} busy={asked.kind === 'asking'}>
      {asked.kind === 'asking' && <Bars id="quality.asking" />}
      {asked.kind === 'failed' && <Failed error={asked.error} onAgain={again} kept={false} />}
      {asked.kind === 'answered' && asked.answer.notices.length === 0 && (
        <p className={styles.how}>{say('quality.notices_none')}</p>
      )}
      {asked.kind === 'answered' && asked.answer.notices.length > 0 && (
        <ol className={styles.list}>
          {asked.answer.notices.map((notice) => (
            <li key={notice.id}>
              <NoticeRow notice={notice} steward={steward} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function NoticeRow({ notice: first, steward }: { readonly notice: QualityNotice; readonly steward: boolean }) {
  const { say, figures } = useLanguage()
  const id = useId()
  const [notice, setNotice] = useState(first)
  const end = async (how: 'withdrawn' | 'settled', answer: string) => {
    const ended = await api('qualityEnd', {
      notice: notice.id,
      how,
      ...(answer ? { answer } : {}),
      grounds: GROUNDS,
    })
    setNotice(ended.notice)
  }
  const { kind, from, to, at, by, note, records, ended, endedAt, answer } = notice
  return (
    <article className={styles.issue} aria-labelledby={id}>
      <div>
        <h3 id={id}>{say(`quality.kind.${kind}`)}</h3>
        <p className={styles.quiet}>
          {say('quality.from_to', { from: from ?? by, to })}
          <br />
          {say('quality.told', { at: figures.day(at), by })}
        </p>
        {note && (
          <p>
            <bdi>{note}</bdi>
          </p>
        )}
      </div>
      <RecordLines records={records} more={0} />
      <div className={styles.telling} role="status">
        {ended && <p className={styles.done}>{say(`quality.ended.${ended}`, { at: figures.day(endedAt ?? at) })}</p>}
        {answer && (
          <p className={styles.quiet}>
            <bdi>{answer}</bdi>
          </p>
        )}
        {steward && notice.settleable && (
          <NoteForm
            act={say('quality.settle')}
            label={say('quality.answer_label')}
            describedBy={id}
            onSend={(said) => end('settled', said)}
          />
        )}
        {steward && notice.withdrawable && <Withdraw describedBy={id} onWithdraw={() => end('withdrawn', '')} />}
      </div>
    </article>
  )
}

function Withdraw({
  describedBy,
  onWithdraw,
}: {
  readonly describedBy: string
  readonly onWithdraw: () => Promise<void>
}) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  return (
    <>
      <p>
        <Button weight="word" aria-describedby={describedBy} aria-disabled={busy} onClick={() => act(onWithdraw)}>
          {say('quality.withdraw')}
        </Button>
      </p>
      {error && <Failed error={error} onAgain={again} />}
    </>
  )
}
