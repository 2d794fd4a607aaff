import type { MinimumField } from '@proofmark/contract/entry-fields'
import { PURPOSES } from '@proofmark/contract/purposes'
import type { Session } from '@proofmark/contract/schemas/session'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Note } from '../../common/Note.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { waiting } from '../draft/draft.ts'
import { minimumOf } from '../draft/minimum.ts'
import styles from '../Field.module.css'
import { OutboxLine } from '../OutboxLine.tsx'
import { pictureCounts, pictureStates } from '../picture-counts.ts'
import { Ahead } from './Ahead.tsx'
import { Answers } from './Answers.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Remarks } from './Remarks.tsx'
import { Select } from './Selects.tsx'
import type { StepProps } from './step-props.ts'

interface StepSendProps extends StepProps {
  readonly session: Session | null
  readonly onSignIn: () => void
  readonly onStep: (step: 'where' | 'items') => void
}

/** Why a recovery may be recorded and asked about; what runs the system itself is none of it. */
const FIELD_PURPOSES = PURPOSES.filter((each) => each !== 'system_administration' && each !== 'oversight')

/** What is still wanting, how far the draft has come, and what others know of its items. */
export function StepSend({ desk, state, unlocked, session, onSignIn, onStep }: StepSendProps) {
  const { say } = useLanguage()
  const { draft } = state
  const { form, sending, saved } = draft
  const { missing } = minimumOf(form, pictureCounts(draft))
  const send = async () => {
    desk.change(waiting(draft, crypto.randomUUID()))
    if ((await desk.settled()) === 'kept') await unlocked.outbox.send()
  }
  const isIn = (field: MinimumField) => ['ref', 'date', 'place', 'reason'].includes(field)
  return (
    <>
      {form.exhibits.length === 0 ? (
        <p>{say('field.no_items')}</p>
      ) : missing.length === 0 ? (
        <p>{say('field.whole')}</p>
      ) : (
        <div>
          <p>{say('field.missing')}</p>
          <ul className={styles.missing}>
            {missing.map(({ exhibit, fields }) => (
              <li key={exhibit}>
                <button type="button" className="word" onClick={() => onStep(fields.every(isIn) ? 'where' : 'items')}>
                  <ItemLine item={form.exhibits.find((each) => each.exhibit === exhibit)!} />
                </button>
                <span className={styles.quiet}>
                  <Facts>{fields.map((field) => say(`field.minimum.${field}`))}</Facts>
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>{say('field.missing_later')}</p>
        </div>
      )}
      <Ahead form={form} />
      <Select
        label={say('field.label.purpose')}
        name="purpose"
        codes={FIELD_PURPOSES}
        word={(code) => say(`word.purpose.${code}`)}
        value={draft.purpose}
        onChoose={(purpose) => purpose && desk.change({ purpose })}
      />
      <div className={styles.sent} data-sending={sending.kind}>
        <p>
          <strong>{say(`field.sending.${sending.kind}`)}</strong>{' '}
          {draft.pictures.length > 0 && say('field.pictures_state', { ...pictureStates(draft.pictures) })}
        </p>
        {sending.kind === 'refused' && (
          <Note tone="departure" role="alert" heading={<bdi>{sending.message || sending.code}</bdi>}>
            {say('field.refused_how')}
          </Note>
        )}
        <OutboxLine outbox={unlocked.outbox} session={session} onSignIn={onSignIn} />
        {(sending.kind === 'writing' || sending.kind === 'refused') && (
          <Button weight="main" name="send" disabled={form.exhibits.length === 0} onClick={() => void send()}>
            {say(saved ? 'field.send_again' : 'field.send')}
          </Button>
        )}
      </div>
      {saved && <Remarks remarks={saved.remarks} />}
      {saved && <Answers form={form} answers={saved.answers} />}
      {saved && session && <Go to={`/recoveries/${draft.recovery}`}>{say('field.see_recovery')}</Go>}
    </>
  )
}
