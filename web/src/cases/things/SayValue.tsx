import { STANDINGS, type Standing } from '@proofmark/contract/case-words'
import type { ThingShown } from '@proofmark/contract/schemas/thing'
import { FIELDS_OF_KIND, type ValueField } from '@proofmark/contract/thing-words'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import picks from '../../common/FilePick.module.css'
import { hashOf } from '../../common/hash.ts'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Choice } from '../../traces/form/fields.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Things.module.css'

interface SayValueProps {
  readonly shown: ThingShown
  readonly onChanged: () => void
}

interface Captured {
  readonly fileName: string
  readonly capturedAt: string
}

/** Says more of a thing. Of a captured page the file stays with whoever has it; here stand its hash, its name and its time. */
export function SayValue({ shown: { thing, kind }, onChanged }: SayValueProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [id, setId] = useState(newIdentifier)
  const [field, setField] = useState<ValueField | ''>('')
  const [value, setValue] = useState('')
  const [standing, setStanding] = useState<Standing | ''>('fact')
  const [source, setSource] = useState('')
  const [captured, setCaptured] = useState<Captured | null>(null)
  const [tried, setTried] = useState(false)
  const missing = (empty: boolean) =>
    tried && empty ? { reason: say('thing.page.missing'), accepted: say('thing.page.missing_how') } : null
  const sayIt = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (field === '' || value.trim() === '' || standing === '') return
    doing.act(async () => {
      const said = {
        ...{ id, field, value: value.trim(), standing },
        ...(source.trim() === '' ? {} : { source: source.trim() }),
        ...(field === 'file' && captured !== null ? captured : {}),
      }
      await api('thingSay', { thing, values: [said], grounds: GROUNDS })
      setId(newIdentifier())
      setValue('')
      setCaptured(null)
      setTried(false)
      onChanged()
    })
  }
  const capture = (file: File) =>
    doing.act(async () => {
      const hash = await hashOf(file)
      setField('file')
      setValue(hash)
      setCaptured({ fileName: file.name.slice(0, 120), capturedAt: new Date(file.lastModified).toISOString() })
    })
  return (
    <form className={styles.form} noValidate onSubmit={sayIt}>
      <Choice
        name="field"
        label={say('thing.page.column.field')}
        words={FIELDS_OF_KIND[kind]}
        wordOf={(word) => say(`thing.field.${word}`)}
        value={field}
        error={missing(field === '')}
        onChange={setField}
      />
      <TextField
        name="value"
        label={say('thing.page.value')}
        value={value}
        most={2_000}
        error={missing(value.trim() === '')}
        onChange={setValue}
      />
      {kind === 'listing' && <Capture captured={captured} onFile={capture} />}
      <Choice
        name="standing"
        label={say('thing.page.standing')}
        words={STANDINGS}
        wordOf={(word) => say(`thing.standing.${word}`)}
        value={standing}
        error={missing(standing === '')}
        onChange={setStanding}
      />
      <TextField name="source" label={say('thing.page.source')} value={source} most={200} onChange={setSource} />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.buttons}>
        <Button type="submit" aria-disabled={doing.busy}>
          {say('thing.page.say')}
        </Button>
      </p>
    </form>
  )
}

interface CaptureProps {
  readonly captured: Captured | null
  readonly onFile: (file: File) => void
}

function Capture({ captured, onFile }: CaptureProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  return (
    <div>
      <input
        id={id}
        type="file"
        name="captured"
        className={`unseen ${picks.input}`}
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) onFile(file)
        }}
      />
      <label htmlFor={id} className={picks.pick}>
        {say('thing.page.capture')}
      </label>
      <p className={styles.told} role="status">
        {captured === null ? (
          say('thing.page.capture_told')
        ) : (
          <>
            <bdi>{captured.fileName}</bdi> {figures.moment(captured.capturedAt)}
          </>
        )}
      </p>
    </div>
  )
}
