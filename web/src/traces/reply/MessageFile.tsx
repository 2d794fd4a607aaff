import { useId } from 'react'
import { Field } from '../../common/Field.tsx'
import picks from '../../common/FilePick.module.css'
import { useLanguage } from '../../frame/language.tsx'
import { messageIn, type ReadMessage } from './message-in.ts'

interface MessageFileProps {
  readonly what: 'trace-reply' | 'trace-request'
  readonly read: ReadMessage
  /** Was it tried without a file? */
  readonly missing: boolean
  readonly onRead: (read: ReadMessage) => void
}

/** A message out of a file by the published form; whether it is one is seen before anything is sent. */
export function MessageFile({ what, read, missing, onRead }: MessageFileProps) {
  const { say } = useLanguage()
  const id = useId()
  const wrong = read.kind === 'wrong' ? read.why : missing ? 'none' : null
  const error = wrong
    ? { reason: say(`traces.page.file.${wrong}`), accepted: say('traces.page.file.accepted', { what }) }
    : null
  return (
    <Field label={say('traces.page.file')} hint={say('traces.page.file.accepted', { what })} error={error}>
      {({ className, ...control }) => (
        <div className={className}>
          <input
            {...control}
            type="file"
            name="message"
            accept="application/json,.json"
            className={`unseen ${picks.input}`}
            onChange={async ({ target }) => {
              const file = target.files?.[0]
              onRead(file ? await messageIn(file, what) : { kind: 'none' })
            }}
          />
          <label htmlFor={control.id} className={picks.pick} id={`${id}-pick`}>
            {say('traces.page.choose_file')}
          </label>{' '}
          {read.kind !== 'none' && <bdi>{read.file}</bdi>}
        </div>
      )}
    </Field>
  )
}
