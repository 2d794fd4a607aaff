import { READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useEffect, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { QUESTIONS_CATALOGUE } from '../questions/catalogue.ts'
import { NoticeRow } from './NoticeRow.tsx'
import styles from './NoticesPage.module.css'
import { newsSince } from './news.ts'
import type { Notices } from './useNotices.ts'

interface NoticesPageProps {
  readonly session: Session
  readonly notices: Notices
}

/** The most notices that one answer holds. */
const MOST = 200

/** What waits for the reader's desk, the last first, each with what to do next. */
export default function NoticesPage({ session, notices }: NoticesPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS))
    return <Forbidden page={say('common.page.notices')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={QUESTIONS_CATALOGUE}>
      <Shown notices={notices} />
    </DeskLanguage>
  )
}

function Shown({ notices }: Pick<NoticesPageProps, 'notices'>) {
  const { say, figures } = useLanguage()
  const { list, error, ask, see } = notices
  // What was new as the page opened stays marked while it is read.
  const [before] = useState(notices.seen)
  const [stale] = useState(list !== null)
  useEffect(() => {
    if (stale) ask()
  }, [stale, ask])
  useEffect(see, [see])

  if (!list && error) return <Failed error={error} onAgain={ask} />
  if (!list)
    return (
      <Section heading={say('common.page.notices')} busy>
        <Bars id="notices.asking" />
      </Section>
    )
  if (list.length === 0)
    return (
      <Section heading={say('notices.none')}>
        <div className={states.state}>
          <p>{say('notices.none_how')}</p>
        </div>
      </Section>
    )
  const news = new Set(newsSince(list, before))
  return (
    <Section
      heading={say('common.page.notices')}
      aside={say('notices.since', { count: news.size, figure: figures.count(news.size) })}
    >
      {error && <Failed error={error} onAgain={ask} kept={false} />}
      <ol className={styles.list}>
        {list.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} isNew={news.has(notice)} />
          </li>
        ))}
      </ol>
      {list.length >= MOST && <p className={styles.more}>{say('notices.more', { figure: figures.count(MOST) })}</p>}
    </Section>
  )
}
