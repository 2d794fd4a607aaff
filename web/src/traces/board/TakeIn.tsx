import type { TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import { TRACE_CHANNELS, type TraceChannel } from '@proofmark/contract/trace-words'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { goTo } from '../../frame/address.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Moment, momentOf } from '../acts/fields.tsx'
import { Choice } from '../form/fields.tsx'
import { PartnerField } from '../form/PartnerField.tsx'
import { GROUNDS } from '../grounds.ts'
import { MessageFile } from '../reply/MessageFile.tsx'
import type { ReadMessage } from '../reply/message-in.ts'
import styles from './Board.module.css'

/** Takes in a request of another state that came as a file: by mail, on a medium, by another authority's gateway. */
export function TakeIn() {
  const { say } = useLanguage()
  const [read, setRead] = useState<ReadMessage>({ kind: 'none' })
  const [partner, setPartner] = useState('')
  const [channel, setChannel] = useState<TraceChannel>('other')
  const [at, setAt] = useState('')
  const [tried, setTried] = useState(false)
  const doing = useDoing()
  const take = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const from = partner.trim()
    if (read.kind !== 'read' || from === '') return
    doing.act(async () => {
      const message = read.message as TraceRequestMessage
      const taken = await api('traceTakeIn', { message, partner: from, channel, ...momentOf(at), grounds: GROUNDS })
      goTo(`/traces/${taken.id}`)
      scrollTo(0, 0)
    })
  }
  return (
    <Section heading={say('traces.page.take_in_request')}>
      <p className={styles.told}>{say('traces.page.take_in_told')}</p>
      <form className={styles.form} noValidate onSubmit={take}>
        <MessageFile what="trace-request" read={read} missing={tried && read.kind === 'none'} onRead={setRead} />
        <PartnerField
          name="takenFrom"
          value={partner}
          error={
            tried && partner.trim() === ''
              ? { reason: say('traces.page.missing'), accepted: say('traces.page.accepted.partner') }
              : null
          }
          onChange={setPartner}
        />
        <Choice
          name="takenBy"
          label={say('traces.form.channel')}
          words={TRACE_CHANNELS.filter((word) => word !== 'node' && word !== 'internal')}
          wordOf={(word) => say(`word.trace_channel.${word}`)}
          value={channel}
          onChange={(word) => word !== '' && setChannel(word)}
        />
        <Moment value={at} label={say('traces.page.came_at')} onChange={setAt} />
        {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
        <p>
          <Button type="submit" aria-disabled={doing.busy}>
            {say('traces.page.take_in')}
          </Button>
        </p>
      </form>
    </Section>
  )
}
