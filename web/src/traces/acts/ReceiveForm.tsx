import type { TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { useRef, useState } from 'react'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import { contactDraftOf, NO_HANDLING } from '../draft-parts.ts'
import { Choice } from '../form/fields.tsx'
import { GROUNDS } from '../grounds.ts'
import { MessageFile } from '../reply/MessageFile.tsx'
import type { ReadMessage } from '../reply/message-in.ts'
import { ReplyFields } from '../reply/ReplyFields.tsx'
import { lacksOf, type ReplyDraft, replyOf } from '../reply/reply-draft.ts'
import { ActForm } from './ActForm.tsx'
import type { ActProps } from './act.ts'
import { Moment, momentOf } from './fields.tsx'

const DOORS = ['hand', 'file'] as const

/** What is known of a reply before anybody typed it: who was asked. */
function emptyReply({ form, partner }: TraceShown, nameOf: (code: string) => string): ReplyDraft {
  const { country, contact } = form.addressee
  const agency = contact?.agency ?? partner ?? ''
  return {
    country: country === null ? '' : nameOf(country),
    contact: contactDraftOf(contact ?? { agency, unit: null, email: null, telephone: null, verified: null }),
    reference: '',
    kind: '',
    reason: '',
    reasonText: '',
    outcome: '',
    chain: [],
    lastLawfulHolder: '',
    lastLawfulHolderParty: '',
    diversion: '',
    diversionFrom: '',
    diversionTo: '',
    diversionPlace: '',
    diversionBasis: '',
    nextCountry: '',
    nextImporter: '',
    nextRole: 'last_import',
    handling: { ...NO_HANDLING, scheme: form.handling?.scheme ?? 'europol', originator: agency },
    courtPermitted: false,
    courtOn: '',
    courtBy: '',
  }
}

/** Takes in a reply: typed off a letter, or out of a file by the published form. */
export function ReceiveForm({ trace, before, onChanged, onLeave }: ActProps) {
  const { say, locale } = useLanguage()
  const countries = countriesOf(locale)
  const [door, setDoor] = useState<(typeof DOORS)[number]>('hand')
  const [draft, setDraft] = useState(() => emptyReply(trace, countries.nameOf))
  const [read, setRead] = useState<ReadMessage>({ kind: 'none' })
  const [at, setAt] = useState('')
  const [tried, setTried] = useState(false)
  // Taken in again after its answer was lost, it is the same reply.
  const id = useRef(newIdentifier())
  const doing = useDoing()
  const take = () => {
    setTried(true)
    const message = door === 'file' ? (read.kind === 'read' ? read.message : null) : typed()
    if (message === null) return
    doing.act(async () => {
      if (!(await before())) return
      onChanged(
        await api('traceReceive', {
          trace: trace.id,
          message: message as TraceReplyMessage,
          door,
          ...momentOf(at),
          grounds: GROUNDS,
        }),
      )
    })
  }
  const typed = (): TraceReplyMessage | null => {
    const reply = replyOf(draft, countries)
    if (reply === null) return null
    const repliedAt = momentOf(at).at ?? new Date().toISOString()
    return { form: 'proofmark-trace-1', what: 'trace-reply', id: id.current, request: trace.id, repliedAt, ...reply }
  }
  return (
    <ActForm
      heading={say('traces.page.act.receive')}
      told={say('traces.page.told.receive')}
      act={say('traces.page.take_in')}
      doing={doing}
      onAct={take}
      onLeave={onLeave}
    >
      <Choice
        name="door"
        label={say('traces.page.door')}
        words={DOORS}
        wordOf={(word) => say(`word.reply_door.${word}`)}
        value={door}
        onChange={(word) => word !== '' && setDoor(word)}
      />
      <Moment value={at} label={say('traces.page.came_at')} onChange={setAt} />
      {door === 'file' ? (
        <MessageFile what="trace-reply" read={read} missing={tried && read.kind === 'none'} onRead={setRead} />
      ) : (
        <ReplyFields
          draft={draft}
          lacks={tried ? lacksOf(draft, countries) : []}
          onChange={(next) => {
            id.current = newIdentifier()
            setDraft(next)
          }}
        />
      )}
    </ActForm>
  )
}
