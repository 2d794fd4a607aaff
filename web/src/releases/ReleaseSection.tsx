import type { AnswerError } from '@proofmark/contract/client'
import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import type { RecordShow } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import type { ReleaseDraft } from './draft.ts'
import { GivenReleases } from './GivenReleases.tsx'
import { ReleaseForm } from './ReleaseForm.tsx'
import styles from './Releases.module.css'
import { type Releases, useReleases } from './useReleases.ts'

interface ReleaseSectionProps {
  readonly record: RecordShow
  readonly session: Session
  readonly reference: string
}

/** To which agencies a record is released, for its owner's people; and releasing it, for whoever may. */
export function ReleaseSection({ record, session, reference }: ReleaseSectionProps) {
  const { say } = useLanguage()
  const releases = useReleases(record.record, record.released, session.account)
  const { standing, withdrawn, made, busy, error } = releases
  return (
    <Section heading={say('releases.heading')}>
      <GivenReleases releases={standing} onWithdraw={record.mayRelease ? releases.withdraw : null} busy={busy} />
      <div role="status">
        {made !== null && (
          <p className={styles.done}>
            <Sentence id="releases.sent" nodes={{ to: <bdi>{made}</bdi> }} />
          </p>
        )}
        {withdrawn && (
          <p className={styles.done}>
            <Sentence id="releases.withdrawn" nodes={{ to: <bdi>{withdrawn.to}</bdi> }} />{' '}
            <Button weight="word" aria-disabled={busy} onClick={() => !busy && releases.undo()}>
              {say('releases.undo')}
            </Button>
          </p>
        )}
      </div>
      {error && <Failed error={error} onAgain={releases.again} />}
      {record.mayRelease && <Release releases={releases} reference={reference} />}
    </Section>
  )
}

/** The form, behind a button; the agencies are fetched when it opens. */
function Release({ releases, reference }: { readonly releases: Releases; readonly reference: string }) {
  const { say } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [agencies, setAgencies] = useState<readonly AgencyDesk[] | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const empty: ReleaseDraft = { to: '', until: '', conditions: [], note: '', reference, basis: '' }
  const [draft, setDraft] = useState(empty)

  const fetchAgencies = () => {
    setError(null)
    api('agencyList').then(
      (answer) => setAgencies(answer.agencies),
      (thrown: unknown) => setError(answerError(thrown)),
    )
  }
  const toggle = () => {
    setOpen(!open)
    if (!open && !agencies) fetchAgencies()
  }
  const send = async () => {
    if (!(await releases.release(draft))) return
    setOpen(false)
    setDraft(empty)
  }
  return (
    <div className={styles.release}>
      <Button aria-expanded={open} aria-controls={`${id}-form`} onClick={toggle}>
        {say('releases.open')}
      </Button>
      <div id={`${id}-form`} hidden={!open}>
        {open && error && <Failed error={error} onAgain={fetchAgencies} />}
        {open && agencies && (
          <ReleaseForm agencies={agencies} draft={draft} busy={releases.busy} onChange={setDraft} onSend={send} />
        )}
      </div>
    </div>
  )
}
