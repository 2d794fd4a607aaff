import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './ChooseFile.module.css'
import { FileField } from './FileField.tsx'
import { sizeShown } from './size.ts'

interface ChooseFileProps {
  readonly sources: readonly string[]
  readonly busy: boolean
  readonly onChosen: (source: string, file: File) => void
}

/** Into which source, and which file: picked from the disk or dropped anywhere on the form. */
export function ChooseFile({ sources, busy, onChosen }: ChooseFileProps) {
  const language = useLanguage()
  const { say } = language
  const [source, setSource] = useState(sources.length === 1 ? (sources[0] ?? '') : '')
  const [file, setFile] = useState<File | null>(null)
  const [over, setOver] = useState(false)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setTried(true)
    if (source !== '' && file) onChosen(source, file)
    else form.current?.querySelector<HTMLElement>(source === '' ? 'select' : 'input[type="file"]')?.focus()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    setFile(event.dataTransfer.files[0] ?? file)
  }
  const missing = (name: 'source' | 'file') => ({
    reason: say(`imports.${name}_missing`),
    accepted: say(`imports.${name}_accepted`),
  })
  return (
    <Section heading={say('imports.new')} ruled={false}>
      <form
        ref={form}
        noValidate
        className={over ? `${styles.form} ${styles.over}` : styles.form}
        onSubmit={submit}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Field label={say('imports.source')} error={tried && source === '' ? missing('source') : null}>
          {(control) => (
            <select {...control} name="source" value={source} onChange={({ target }) => setSource(target.value)}>
              <option value="" disabled>
                {say('common.choose')}
              </option>
              {sources.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <FileField
          label={say('imports.file')}
          file={file}
          hint={file ? sizeShown(language, file.size) : say('imports.file_hint')}
          error={tried && !file ? missing('file') : null}
          onChoose={setFile}
        />
        <Button weight="main" type="submit" aria-disabled={busy}>
          {say('imports.act.preview')}
        </Button>
      </form>
    </Section>
  )
}
