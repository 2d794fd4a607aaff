import type { LegalBasis } from '@proofmark/contract/purposes'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { api } from '../frame/api.ts'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import styles from './AskDesks.module.css'
import { AskingFields } from './AskingFields.tsx'
import { Described } from './Described.tsx'
import { DeskChoice } from './DeskChoice.tsx'
import { DesksAsked } from './DesksAsked.tsx'
import { askedAbout, type SentQuestion, type Subject, shownOf } from './question.ts'
import { useQuestion } from './useQuestion.ts'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/ask-desks.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/ask-desks.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/ask-desks.json', { with: { type: 'json' } }),
}

export interface DesksFormProps {
  readonly subject: Subject
  /** The law and the reference, kept from one question to the next. */
  readonly grounds: { readonly basis: LegalBasis | null; readonly reference: string }
  readonly onGrounds: (part: { readonly basis?: LegalBasis; readonly reference?: string }) => void
  /** What was sent about it before, if anything was. */
  readonly sent: SentQuestion | null
  readonly onSent: (sent: SentQuestion | null) => void
}

/** What is sent, to whom, and on which grounds; then that it was sent, and the way back. */
export default function DesksForm(asking: DesksFormProps) {
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <Asking {...asking} />
    </DeskLanguage>
  )
}

/** Most desks that one question names; the server takes no more. */
const MOST_DESKS = 50
const askAgencies = (signal: AbortSignal) => api('agencyList', undefined, {}, signal)

function Asking({ subject, grounds, onGrounds, sent, onSent }: DesksFormProps) {
  const { say } = useLanguage()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [listed, askAgain] = useAsked(askAgencies)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const question = useQuestion(sent, onSent)
  const failed = question.failed && <Failed error={question.failed.error} onAgain={question.failed.again} />
  if (sent)
    return (
      <DesksAsked sent={sent} busy={question.busy} onWithdraw={question.withdraw} onAnew={question.anew}>
        {failed}
      </DesksAsked>
    )
  if (listed.kind === 'asking') return <Bars id="ask_desks.asking" />
  if (listed.kind === 'failed') return <Failed error={listed.error} onAgain={askAgain} />
  const { agencies } = listed.answer
  if (agencies.length === 0) return <p className={styles.told}>{say('ask_desks.nobody')}</p>
  const chosen = agencies.filter((agency) => !left.has(agency.id))
  const wrong = chosen.length === 0 ? 'none' : chosen.length > MOST_DESKS ? 'too_many' : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { basis } = grounds
    const reference = grounds.reference.trim()
    if (wrong === null && basis && reference !== '')
      return question.send({ reference, basis, ...askedAbout(subject), agencies: chosen.map((agency) => agency.id) })
    const lacking = wrong ? 'input[type="checkbox"]' : basis ? '[name="asking-reference"]' : '[name="basis"]'
    form.current?.querySelector<HTMLElement>(lacking)?.focus()
  }
  return (
    <form ref={form} className={styles.form} noValidate aria-labelledby={`${id}-what`} onSubmit={submit}>
      <div>
        <h3 id={`${id}-what`}>{say('ask_desks.what')}</h3>
        <Described shown={shownOf(subject)} />
      </div>
      <DeskChoice agencies={agencies} left={left} wrong={tried ? wrong : null} most={MOST_DESKS} onLeave={setLeft} />
      <div>
        <AskingFields {...grounds} tried={tried} onChange={onGrounds} />
      </div>
      <p className={styles.told}>{say('ask_desks.told')}</p>
      {failed}
      <Button weight="main" type="submit" aria-disabled={question.busy}>
        {say(question.busy ? 'ask_desks.sending' : 'ask_desks.send')}
      </Button>
    </form>
  )
}
