import type { TraceAnswerDraft, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Moment, momentOf, Reason } from '../acts/fields.tsx'
import { countriesOf } from '../countries.ts'
import { said } from '../draft-parts.ts'
import { goToField } from '../form/needs.ts'
import { GROUNDS } from '../grounds.ts'
import { ReplyFields } from '../reply/ReplyFields.tsx'
import { lacksOf, type ReplyDraft, replyDraftOf, replyOf } from '../reply/reply-draft.ts'
import styles from './Incoming.module.css'

interface AnswerFormProps {
  readonly trace: TraceShown
  readonly reply: TraceAnswerDraft['reply']
  readonly onChanged: (trace: TraceShown) => void
}

/** The answer as it was drafted from what may be released, to be changed and sent, or refused with its reason. */
export function AnswerForm({ trace, reply, onChanged }: AnswerFormProps) {
  const { say, locale } = useLanguage()
  const countries = countriesOf(locale)
  const [opened] = useState(() => replyDraftOf(reply, countries))
  const [draft, setDraft] = useState(opened)
  const [why, setWhy] = useState('')
  const [at, setAt] = useState('')
  const [tried, setTried] = useState(false)
  // The same answer sent again is the same answer; one that says something else is another.
  const id = useRef(newIdentifier())
  const doing = useDoing()
  const change = (next: ReplyDraft) => {
    id.current = newIdentifier()
    setDraft(next)
  }
  const refuse = () => {
    change({ ...draft, kind: 'refused' })
    // The field of the reason is there only once it is a refusal.
    requestAnimationFrame(() => goToField('reason'))
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const answer = replyOf(draft, countries)
    if (answer === null) return
    const note = said(why)
    doing.act(async () =>
      onChanged(
        await api('traceAnswer', {
          trace: trace.id,
          id: id.current,
          reply: answer,
          ...(note === null ? {} : { why: note }),
          ...momentOf(at),
          grounds: GROUNDS,
        }),
      ),
    )
  }
  const byNode = trace.channel === 'node' || trace.channel === 'internal'
  return (
    <Section heading={say('traces.page.answer')}>
      <p className={styles.told}>{say('traces.page.answer_told')}</p>
      <form className={styles.form} noValidate onSubmit={send}>
        <ReplyFields draft={draft} lacks={tried ? lacksOf(draft, countries) : []} onChange={change} />
        <Reason value={why} label={say('traces.page.note_for_us')} missing={false} onChange={setWhy} />
        {!byNode && <Moment value={at} label={say('traces.page.left_at')} onChange={setAt} />}
        {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
        <p className={styles.ends}>
          <Button weight="main" type="submit" aria-disabled={doing.busy}>
            {say(
              draft.kind === 'refused'
                ? 'traces.page.send_refusal'
                : byNode
                  ? 'traces.page.send_answer'
                  : 'traces.page.answer_left',
            )}
          </Button>
          {draft.kind !== 'refused' && <Button onClick={refuse}>{say('traces.page.refuse')}</Button>}
          {draft !== opened && (
            <Button weight="word" onClick={() => change(opened)}>
              {say('traces.page.draft_again')}
            </Button>
          )}
        </p>
      </form>
    </Section>
  )
}
