import type { Issue } from '@proofmark/contract/schemas/quality'
import { useId, useState } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Line } from '../questions/Line.tsx'
import { GROUNDS } from './grounds.ts'
import { NoteForm } from './NoteForm.tsx'
import styles from './QualityPage.module.css'
import { RecordLines } from './RecordLines.tsx'

interface IssueRowProps {
  readonly issue: Issue
  readonly steward: boolean
  readonly onTold: () => void
}

/** One thing to look at: the number, why, the records, and whether their agency was told. */
export function IssueRow({ issue, steward, onTold }: IssueRowProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const { kind, reason, value, sameMake, records, count } = issue
  const [told, setTold] = useState({ of: issue.told, pressed: false })
  const tell = async (note: string) => {
    const { notice } = await api('qualityTell', {
      id: crypto.randomUUID(),
      kind,
      records: records.map(({ record }) => record),
      ...(note ? { note } : {}),
      grounds: GROUNDS,
    })
    setTold({ of: notice, pressed: true })
    onTold()
  }
  const why =
    reason === null ? say(sameMake ? 'quality.same_make' : 'quality.several_makes') : say(`quality.reason.${reason}`)
  return (
    <article className={styles.issue} aria-labelledby={id}>
      <div>
        <h3 id={id}>
          <Identifier mono>{value}</Identifier>
        </h3>
        <p className={styles.quiet}>
          <Facts>{[why, [...new Set(records.map(({ agency }) => agency))].join(figures.comma)]}</Facts>
        </p>
      </div>
      <RecordLines records={records} more={count - records.length} />
      <div className={styles.telling}>
        {told.of && (
          <Line className={styles.done} focused={told.pressed}>
            {say('quality.told', { at: figures.day(told.of.at), by: told.of.by })}
          </Line>
        )}
        {told.of?.note && (
          <p className={styles.quiet}>
            <bdi>{told.of.note}</bdi>
          </p>
        )}
        {steward && !told.of && (
          <NoteForm act={say('quality.tell')} label={say('quality.note_label')} describedBy={id} onSend={tell} />
        )}
      </div>
    </article>
  )
}
