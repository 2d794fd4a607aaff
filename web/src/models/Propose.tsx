import { useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './ModelsPage.module.css'

/** Learning a model from the records, or taking one out of a file; either is proposed. */
export function Propose({ onProposed }: { readonly onProposed: (version: string | null) => void }) {
  const { say } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { busy, error, act, again } = useDoing()
  const learn = () =>
    act(async () => {
      setSaid(null)
      const { version } = await api('modelLearn')
      setSaid(version === null ? say('models.goes_on') : say('models.learned_now', { model: version }))
      onProposed(version)
    })
  const take = (file: File) =>
    act(async () => {
      setSaid(null)
      const { version } = await api('modelImport', file)
      setSaid(say('models.taken', { model: version }))
      onProposed(version)
    })
  return (
    <div className={styles.propose}>
      <p className={styles.buttons}>
        <Button disabled={busy} onClick={learn}>
          {say('models.learn')}
        </Button>
        <Button weight="word" disabled={busy} onClick={() => input.current?.click()}>
          {say('models.from_file')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          name="model"
          aria-label={say('models.from_file')}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) take(file)
            target.value = ''
          }}
        />
      </p>
      {busy && <Bars id="models.learning" />}
      {error && <Failed error={error} onAgain={again} kept={false} />}
      <p role="status" className={styles.note}>
        {said}
      </p>
    </div>
  )
}
