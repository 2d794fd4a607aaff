import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { PERMITTED_AUDIENCES, type PermittedAudience } from '@proofmark/contract/trace-words'
import { useState } from 'react'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { said } from '../draft-parts.ts'
import { Choice, Day, Tick } from '../form/fields.tsx'
import { GROUNDS } from '../grounds.ts'
import { ActForm } from './ActForm.tsx'
import type { ActProps } from './act.ts'

/** The messages of which a permission may be noted, what the other side said last first. */
function messagesOf({ direction, message, replies }: TraceShown): readonly string[] {
  const answers = replies.map((reply) => reply.message.id).reverse()
  const request = message === null ? [] : [message.id]
  return direction === 'incoming' ? [...request, ...answers] : [...answers, ...request]
}

/** Notes that the originator of a message permits its use in court or that it is passed on, or permits it no more. */
export function PermitForm({ trace, onChanged, onLeave }: ActProps) {
  const { say, figures } = useLanguage()
  const messages = messagesOf(trace)
  const [message, setMessage] = useState(messages[0] ?? '')
  const [audience, setAudience] = useState<PermittedAudience>('court')
  const [permitted, setPermitted] = useState(true)
  const [givenBy, setGivenBy] = useState('')
  const [givenOn, setGivenOn] = useState('')
  const [until, setUntil] = useState('')
  const [reference, setReference] = useState('')
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const missing = (text: string) =>
    tried && text.trim() === ''
      ? { reason: say('traces.page.missing'), accepted: say('traces.page.accepted.permission') }
      : null
  const wordOf = (id: string): string => {
    const number = trace.replies.findIndex((reply) => reply.message.id === id)
    return number === -1
      ? say('traces.page.permit_request')
      : say('traces.page.permit_reply', { figure: figures.count(number + 1) })
  }
  const note = () => {
    setTried(true)
    if ([givenBy, givenOn, reference].some((text) => text.trim() === '')) return
    doing.act(async () =>
      onChanged(
        await api('tracePermit', {
          ...{ trace: trace.id, message, audience, permitted },
          ...{ givenBy: givenBy.trim(), givenOn, until: said(until), reference: reference.trim(), grounds: GROUNDS },
        }),
      ),
    )
  }
  return (
    <ActForm
      heading={say('traces.page.act.permit')}
      told={say('traces.page.told.permit')}
      act={say('traces.page.permit_note')}
      doing={doing}
      onAct={note}
      onLeave={onLeave}
    >
      <Choice
        name="permitMessage"
        label={say('traces.page.permit_what')}
        words={messages}
        wordOf={wordOf}
        value={message}
        onChange={(id) => id !== '' && setMessage(id)}
      />
      <Choice
        name="permitAudience"
        label={say('traces.page.permit_audience')}
        words={PERMITTED_AUDIENCES}
        wordOf={(word) => say(`word.permitted_audience.${word}`)}
        value={audience}
        onChange={(word) => word !== '' && setAudience(word)}
      />
      <Tick name="permitted" label={say('traces.page.permitted')} value={permitted} onChange={setPermitted} />
      <TextField
        name="givenBy"
        label={say('traces.page.given_by')}
        value={givenBy}
        most={120}
        error={missing(givenBy)}
        onChange={setGivenBy}
      />
      <Day
        name="givenOn"
        label={say('traces.page.given_on')}
        value={givenOn}
        error={missing(givenOn)}
        onChange={setGivenOn}
      />
      <Day name="permitUntil" label={say('traces.page.permit_until')} value={until} onChange={setUntil} />
      <TextField
        name="permitReference"
        label={say('common.reference')}
        value={reference}
        most={120}
        error={missing(reference)}
        onChange={setReference}
      />
    </ActForm>
  )
}
