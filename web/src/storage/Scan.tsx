import type { StocktakeShown } from '@proofmark/contract/schemas/custody-storage'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import picks from '../common/FilePick.module.css'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { codeIn, readsCodes } from '../field/read-code.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import { PlaceSelect } from './PlaceSelect.tsx'
import type { Place } from './Places.tsx'
import styles from './Storage.module.css'
import { placesWithin, stockSaid } from './stock-said.ts'
import { Thing } from './Thing.tsx'

interface ScanProps {
  readonly shown: StocktakeShown
  readonly places: readonly Place[]
  readonly onScanned: (shown: StocktakeShown) => void
}

/** Takes labels in one after the other, by a scanner that types, by hand or by the camera, and says at once what each came to. */
export function Scan({ shown, places, onScanned }: ScanProps) {
  const { say } = useLanguage()
  const inside = placesWithin(places, shown.storage)
  const [storage, setStorage] = useState(shown.latest[0]?.found ?? shown.storage)
  const [text, setText] = useState('')
  const [unread, setUnread] = useState(false)
  const [said, setSaid] = useState<StocktakeShown['latest'][number] | null>(null)
  const { busy, error, act, again } = useDoing()
  const form = useRef<HTMLFormElement>(null)
  const take = (label: string) => {
    if (label.trim() === '') return
    // Made here: sent twice, it counts once.
    const scan = { id: newIdentifier(), storage, text: label.trim().slice(0, 120) }
    act(async () => {
      const answer = await api('stocktakeScan', { stocktake: shown.stocktake, scans: [scan], grounds: GROUNDS })
      setSaid(answer.latest.find((each) => each.scan === scan.id) ?? null)
      setText('')
      onScanned(answer)
      // The next label comes at once.
      form.current?.querySelector<HTMLInputElement>('input[name="label"]')?.focus()
    })
  }
  const photograph = async (picture: Blob) => {
    const code = await codeIn(picture)
    setUnread(code === null)
    if (code !== null) take(code)
  }
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    setUnread(false)
    take(text)
  }
  const outcome = said && stockSaid(said, places, say)
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
      <PlaceSelect
        label={say('storage.stock.scan_in')}
        name="scanned in"
        places={inside}
        value={storage}
        onChange={setStorage}
      />
      <TextField
        label={say('storage.stock.label')}
        name="label"
        value={text}
        most={120}
        hint={say(unread ? 'storage.stock.unread' : 'storage.stock.label_how')}
        onChange={setText}
      />
      <div className={styles.actions}>
        <Button weight="main" type="submit" disabled={busy}>
          {say('storage.stock.take')}
        </Button>
        <Camera onPicture={photograph} />
      </div>
      <div role="status">
        {outcome && said && (
          <p className={`${styles.said} ${outcome.departs ? styles.departs : ''}`} data-finding={said.finding}>
            <strong>{outcome.text}</strong> <Thing {...said} />
          </p>
        )}
      </div>
      {error && <Failed error={error} onAgain={again} />}
    </form>
  )
}

/** A photograph of a label, where this browser reads codes. */
function Camera({ onPicture }: { readonly onPicture: (picture: Blob) => void }) {
  const { say } = useLanguage()
  const id = useId()
  if (!readsCodes()) return null
  return (
    <span>
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        className={`unseen ${picks.input}`}
        name="scan label"
        onChange={({ target }) => {
          const [picture] = target.files ?? []
          if (picture) onPicture(picture)
          target.value = ''
        }}
      />
      <label htmlFor={id} className={picks.pick}>
        {say('storage.stock.camera')}
      </label>
    </span>
  )
}
