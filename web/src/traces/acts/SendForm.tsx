import { TRACE_CHANNELS } from '@proofmark/contract/trace-words'
import { useState } from 'react'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { said } from '../draft-parts.ts'
import { Duplicates } from '../form/Duplicates.tsx'
import { Choice, LongText } from '../form/fields.tsx'
import { PartnerField } from '../form/PartnerField.tsx'
import { GROUNDS } from '../grounds.ts'
import { ActForm } from './ActForm.tsx'
import type { ActProps } from './act.ts'
import { Moment, momentOf } from './fields.tsx'

/** Sends a request by a partner's node, or says that it left by another channel. */
export function SendForm({ trace, before, onChanged, onLeave }: ActProps) {
  const { say } = useLanguage()
  const [channel, setChannel] = useState(trace.channel)
  const [partner, setPartner] = useState(trace.partner ?? '')
  const [at, setAt] = useState('')
  const [despite, setDespite] = useState('')
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const doubled = trace.duplicates.length > 0
  const unexplained = doubled && said(despite) === null
  const byNode = channel === 'node' || channel === 'internal'
  const send = () => {
    setTried(true)
    if (unexplained) return
    doing.act(async () => {
      if (!(await before())) return
      const to = said(partner)
      const despiteDuplicates = said(despite)
      const sent = await api('traceSend', {
        trace: trace.id,
        channel,
        ...(to === null ? {} : { partner: to }),
        ...(byNode ? {} : momentOf(at)),
        ...(despiteDuplicates === null ? {} : { despiteDuplicates }),
        grounds: GROUNDS,
      })
      onChanged(sent)
    })
  }
  return (
    <ActForm
      heading={say('traces.page.act.send')}
      told={say(byNode ? 'traces.page.told.send_node' : 'traces.page.told.send_outside')}
      act={say(byNode ? 'traces.page.send_now' : 'traces.page.it_left')}
      doing={doing}
      onAct={send}
      onLeave={onLeave}
    >
      <Duplicates duplicates={trace.duplicates} />
      {doubled && (
        <LongText
          name="despite"
          label={say('traces.page.despite')}
          error={
            tried && unexplained
              ? { reason: say('traces.page.missing'), accepted: say('traces.page.accepted.despite') }
              : null
          }
          value={despite}
          most={500}
          onChange={setDespite}
        />
      )}
      <Choice
        name="sendChannel"
        label={say('traces.form.channel')}
        words={TRACE_CHANNELS}
        wordOf={(word) => say(`word.trace_channel.${word}`)}
        value={channel}
        onChange={(word) => word !== '' && setChannel(word)}
      />
      <PartnerField name="sendPartner" value={partner} onChange={setPartner} />
      {!byNode && <Moment value={at} label={say('traces.page.left_at')} onChange={setAt} />}
    </ActForm>
  )
}
