import type { PackExported } from '@proofmark/contract/schemas/vocabulary-pack'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { Sentence } from '../../common/Sentence.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { textShown } from '../meaning.tsx'
import styles from './PacksPage.module.css'

function download({ file, content }: PackExported): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = file
  link.click()
  URL.revokeObjectURL(address)
}

/** One’s own decisions as a file for other states; what looks personal stays out until somebody ticks it. */
export function GivePack() {
  const language = useLanguage()
  const { say, figures } = language
  const { busy, error, act, again } = useDoing()
  const [name, setName] = useState('')
  const [licence, setLicence] = useState('CC0-1.0')
  const [provenance, setProvenance] = useState('')
  const [blank, setBlank] = useState(false)
  const [written, setWritten] = useState<PackExported | null>(null)
  const [included, setIncluded] = useState<ReadonlySet<string>>(new Set())
  const [held, setHeld] = useState<PackExported['heldBack']>([])

  const write = (event: FormEvent) => {
    event.preventDefault()
    const missing = name.trim() === '' || licence.trim() === ''
    setBlank(missing)
    if (missing) return
    act(async () => {
      const include = [...included]
      const answer = await api('packExport', { name: name.trim(), licence: licence.trim(), provenance, include })
      setWritten(answer)
      // What was ticked stays in sight, so that it can be unticked.
      setHeld((before) => [...before.filter(({ decision }) => included.has(decision)), ...answer.heldBack])
      download(answer)
    })
  }
  const tick = (decision: string, is: boolean) => {
    const after = new Set(included)
    if (is) after.add(decision)
    else after.delete(decision)
    setIncluded(after)
  }
  const missing = (value: string) =>
    blank && value.trim() === '' ? { reason: say('vocabulary.give_blank'), accepted: '' } : null
  const counted = (count: number) => ({ count, figure: figures.count(count) })
  return (
    <Section heading={say('vocabulary.give')} busy={busy}>
      <form noValidate className={styles.form} onSubmit={write}>
        <p>{say('vocabulary.give_how')}</p>
        <TextField
          label={say('vocabulary.give_name')}
          name="pack-name"
          value={name}
          most={120}
          error={missing(name)}
          onChange={setName}
        />
        <TextField
          label={say('vocabulary.give_licence')}
          name="licence"
          value={licence}
          most={120}
          error={missing(licence)}
          onChange={setLicence}
        />
        <TextField
          label={say('vocabulary.give_provenance')}
          name="provenance"
          value={provenance}
          most={500}
          onChange={setProvenance}
        />
        {held.length > 0 && (
          <div className={styles.held}>
            <p>{say('vocabulary.give_held', counted(held.length))}</p>
            {held.map(({ decision, text, why }) => (
              <label key={decision}>
                <input
                  type="checkbox"
                  checked={included.has(decision)}
                  onChange={({ target }) => tick(decision, target.checked)}
                />
                <span>
                  <Sentence id="vocabulary.give_include" nodes={{ text: textShown(language, text) }} />
                  <span className={styles.of}>{say(`vocabulary.held_back.${why}`)}</span>
                </span>
              </label>
            ))}
          </div>
        )}
        <p className={styles.buttons}>
          <Button type="submit" weight="main" disabled={busy}>
            {say('vocabulary.give_write')}
          </Button>
        </p>
        <p role="status" className={styles.note}>
          {written && say('vocabulary.give_done', { ...counted(written.decisions), file: written.file })}
        </p>
        {error && <Failed error={error} onAgain={again} kept={false} />}
      </form>
    </Section>
  )
}
