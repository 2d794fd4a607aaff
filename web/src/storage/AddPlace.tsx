import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import { PlaceSelect } from './PlaceSelect.tsx'
import type { Place } from './Places.tsx'
import styles from './Storage.module.css'

interface AddPlaceProps {
  readonly places: readonly Place[]
  /** The place that stands open: a new one is proposed within it. */
  readonly within: string
  readonly onAdded: () => void
}

/** A building, a room or a shelf more. */
export function AddPlace({ places, within, onAdded }: AddPlaceProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [name, setName] = useState('')
  const [parent, setParent] = useState(within)
  const [tried, setTried] = useState(false)
  const id = useRef(newIdentifier())
  useEffect(() => setParent(within), [within])
  const missing = name.trim() === ''
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setTried(true)
    if (missing) return
    act(async () => {
      const said = { id: id.current, name: name.trim(), ...(parent === '' ? {} : { parent }) }
      await api('storageAdd', { ...said, grounds: GROUNDS })
      onAdded()
    })
  }
  return (
    <Section heading={say('storage.add')}>
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
        <TextField
          label={say('storage.name')}
          name="place"
          value={name}
          most={120}
          error={tried && missing ? { reason: say('storage.name_missing'), accepted: say('storage.name_how') } : null}
          onChange={setName}
        />
        {places.length > 0 && (
          <PlaceSelect
            label={say('storage.within')}
            name="within"
            places={places}
            value={parent}
            none={say('storage.by_itself')}
            onChange={setParent}
          />
        )}
        {error && <Failed error={error} onAgain={again} />}
        <div>
          <Button type="submit" disabled={busy}>
            {say('storage.add')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
